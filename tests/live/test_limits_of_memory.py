"""What one client can make the server keep: a message in endless parts, a queue that nobody reads."""

import json
import queue
import random
import time
import urllib.request
from collections.abc import Callable
from contextlib import closing, suppress
from typing import Any

import pytest
from engineio.packet import MESSAGE, Packet

from facilitation.live.doorway import FRAME_BYTES
from facilitation.live.frames import unmasked
from facilitation.live.limits import RATES, Windows, parse
from facilitation.live.queues import QUEUED_BYTES, bounded
from tests.conftest import Served
from tests.live.conftest import OpenCafe
from tests.live.raw import Raw
from tests.live.screens import ANSWER_SECONDS

TEXT_TO_BE_CONTINUED, CONTINUED = 0x01, 0x00
PONG = b"3"


@pytest.mark.parametrize("part", [b"x" * 8_192, b""])
def test_a_message_in_endless_parts_ends_the_connection_and_nothing_else(
    open_cafe: OpenCafe, part: bytes
) -> None:
    cafe = open_cafe(tables=1)
    raw = Raw(cafe.served.url)
    raw.introduce(json.dumps({"workshop": cafe.code}))
    raw.send(b"42" + part, TEXT_TO_BE_CONTINUED)
    sent = 0
    try:
        while sent <= 2 * FRAME_BYTES:
            raw.send(part, CONTINUED)
            sent += max(16, len(part))
    except OSError:
        pass
    while raw.hear() is not None:
        pass
    raw.close()
    assert cafe.phone().views["public"]
    assert "Traceback" not in cafe.served.written()


def test_parts_that_come_to_a_message_are_taken(open_cafe: OpenCafe) -> None:
    cafe = open_cafe(tables=1)
    raw = Raw(cafe.served.url)
    raw.introduce(json.dumps({"workshop": cafe.code, "language": "en"}))
    raw.send(b'421["com', TEXT_TO_BE_CONTINUED)
    raw.send(b'mand",', CONTINUED)
    raw.send(b"null]", 0x80)
    answer = json.loads(raw.ack(1) or b"null")
    assert answer[0]["refusal"]["code"] == "malformed"
    raw.close()


def metric(served: Served, name: str) -> float:
    """One of the server's figures."""
    with urllib.request.urlopen(f"{served.url}/metrics", timeout=10) as answer:
        lines = answer.read().decode().splitlines()
    return float(next(line.rsplit(" ", 1)[1] for line in lines if line.startswith(f"{name} ")))


def test_who_reads_nothing_is_cut_off_and_comes_back_with_the_whole_view(
    serve: Callable[..., Served], open_cafe: OpenCafe
) -> None:
    served = serve("--metrics", "on")
    cafe = open_cafe(served, tables=1)
    moderator = cafe.moderator()
    moderator.do("round.open")
    for number in range(150):
        moderator.do("idea.post", text=f"{number} " + "ż" * 490, table="T1")
    with closing(Raw(served.url, takes=8_192)) as deaf:
        deaf.introduce(json.dumps({"workshop": cafe.code, "token": cafe.tokens["moderator"]}))
        until = time.monotonic() + ANSWER_SECONDS
        with suppress(OSError):  # cut off already
            for _ in range(parse(RATES["snapshot"]).amount):
                deaf.send(b'42["snapshot",{"channel":"moderator"}]')
                deaf.send(PONG)
        while not metric(served, "obrus_cut_off_total") and time.monotonic() < until:
            time.sleep(0.05)
        assert metric(served, "obrus_cut_off_total") == 1
        assert metric(served, "obrus_queued_longest_bytes") <= QUEUED_BYTES
    back = cafe.moderator()
    back.wait_for(lambda s: len(s.views.get("moderator", {}).get("ideas", {})) == 150, "the whole view")


def packet(size: int) -> Packet:
    return Packet(MESSAGE, "x" * size)


def test_a_queue_takes_one_packet_of_any_length_and_no_more_than_its_bound() -> None:
    cut: list[Any] = []
    waiting = bounded(queue.Queue, cut.append)()
    waiting.put(packet(3 * QUEUED_BYTES))
    assert waiting.get().data == "x" * 3 * QUEUED_BYTES
    assert waiting.bytes == 0
    for _ in range(3):
        waiting.put(packet(QUEUED_BYTES // 3 - 1_000))
    assert cut == []
    waiting.put(packet(QUEUED_BYTES))
    waiting.put(packet(1))
    assert cut == [waiting]
    assert (waiting.get(), waiting.qsize(), waiting.bytes) == (None, 0, 0)


def test_a_mask_comes_off_as_rfc_6455_says() -> None:
    chance = random.Random(1)
    for size in (0, 1, 3, 4, 5, 127, 4_099):
        data, mask, offset = chance.randbytes(size), chance.randbytes(4), chance.randrange(9)
        expected = bytes(byte ^ mask[(offset + place) % 4] for place, byte in enumerate(data))
        assert unmasked(data, tuple(mask), size, offset) == expected


def test_a_window_begins_with_the_first_and_is_forgotten_when_it_is_over() -> None:
    now = 100.0
    windows = Windows(lambda: now)
    rate = parse("2/30 second")
    assert [windows.hit(rate, "a") for _ in range(3)] == [True, True, False]
    assert windows.hit(rate, "b")
    now = 129.9
    assert not windows.hit(rate, "a")
    now = 130.0
    assert [windows.hit(rate, "a") for _ in range(3)] == [True, True, False]
    now = 1_000.0
    windows.hit(rate, "c")
    assert set(windows._open) == {("c",)}
