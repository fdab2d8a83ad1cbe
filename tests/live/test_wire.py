"""Below the commands: frames and packets that are none. The server answers or hangs up, and goes on."""

import json
import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import suppress

import pytest

from facilitation.live.frames import first_text
from facilitation.live.wire import StrictPacket
from tests.conftest import Served
from tests.live.conftest import OpenCafe
from tests.live.raw import Raw, frame
from tests.live.screens import Cafe


def malformed(ack: bytes | None) -> bool:
    return ack is not None and json.loads(ack)[0]["refusal"]["code"] == "malformed"


def entered(cafe: Cafe) -> Raw:
    raw = Raw(cafe.served.url)
    raw.introduce(json.dumps({"workshop": cafe.code}))
    return raw


@pytest.mark.parametrize(
    "payload",
    [
        b'421["command",{',
        b'421["command",{"id":NaN}]',
        b'421["command","\\ud800"]',
        b'421["command",' + b"[" * 60_000 + b"]",
        b'421["nosuchevent",{}]',
        b'421["connect",{}]',
        b'421["disconnect"]',
        b"421[]",
        b"421null",
        b'421{"command":1}',
        b'4251-["command",{"_placeholder":true,"num":0}]'.replace(b"4251-", b"451-1"),
    ],
    ids=lambda payload: payload[:24].decode("ascii", "replace"),
)
def test_what_is_no_command_is_refused_under_its_own_number(open_cafe: OpenCafe, payload: bytes) -> None:
    cafe = open_cafe(tables=1)
    raw = entered(cafe)
    raw.send(payload)
    assert malformed(raw.ack(1))
    raw.send(b'422["command",null]')
    assert malformed(raw.ack(2)), "the connection goes on"
    raw.close()


@pytest.mark.parametrize(
    "data",
    [
        frame(b"x"),
        frame(b""),
        frame(b"4"),
        frame(b"9"),
        frame(b"4x"),
        frame(b"43123[1]"),
        frame(b"41"),
        frame(b"40/nosuchnamespace,{}"),
        frame(b"40{}"),
        frame(b'451-["command"]') + frame(bytes(8), 0x82),
        frame(b"42" + b"9" * 200 + b'["command",null]'),
        frame(b'421["command","' + b"a" * 300_000 + b'"]'),
        frame(b'421["command","\xff\xfe"]'),
        frame(bytes(16), 0x82),
        frame(b"abc", 0x83),
        frame(b"abc", 0xF1),
        frame(b"abc", 0x01) + frame(b"abc", 0x01),
        b"\x81\xff" + b"\x7f" + b"\xff" * 11,
        b"\x81\x05hello",
        b"\x00" * 64,
    ],
    ids=lambda data: repr(data[:16]),
)
def test_broken_frames_end_at_most_their_own_connection(open_cafe: OpenCafe, data: bytes) -> None:
    cafe = open_cafe(tables=1)
    phone = cafe.phone()
    raw = entered(cafe)
    raw.send_bytes(data)
    raw.hear(seconds=0.2)
    raw.close()
    assert phone.ask("participant.update", name="Ala")["ok"]
    assert "Traceback" not in cafe.served.written()


def test_no_client_gets_its_frames_compressed(house: Served) -> None:
    raw = Raw(house.url, "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n")
    assert raw.head.splitlines()[0] == "HTTP/1.1 101 Switching Protocols"
    assert "sec-websocket-extensions" not in raw.head.lower()
    raw.close()


def test_sockets_are_opened_by_pages_of_this_server_only(house: Served) -> None:
    statuses = []
    for origin in (
        house.url,
        "http://evil.example",
        "null",
        f"http://evil.example:{house.port}",
    ):
        raw = Raw(house.url, f"Origin: {origin}\r\n")
        statuses.append(raw.head.split()[1])
        raw.close()
    assert statuses == ["101", "400", "400", "400"]


def polled(url: str, body: bytes) -> int:
    """The status of one long-polling POST on a connection of its own."""
    address = f"{url}/socket.io/?EIO=4&transport=polling"
    with urllib.request.urlopen(address, timeout=10) as answer:
        sid = json.loads(answer.read()[1:])["sid"]
    request = urllib.request.Request(f"{address}&sid={sid}", body, {"Content-Type": "text/plain"})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        error.close()
        return error.code


def test_long_polling_takes_no_nonsense_either(house: Served) -> None:
    bodies = {
        "nothing": b"",
        "an unknown packet": b"x",
        "a ping, which only servers send": b"2",
        "an upgrade that is none": b"5",
        "separators alone": b"\x1e\x1e",
        "too long": b"4" * 300_000,
        "too many": b"40{}\x1e" * 99 + b"40{}",
        "no introduction": b"40" + json.dumps({"workshop": ["x"]}).encode(),
        "no message": b"4",
        "no json": b'42["command',
    }
    assert {name: polled(house.url, body) for name, body in bodies.items()} == {
        "nothing": 400,
        "an unknown packet": 400,
        "a ping, which only servers send": 400,
        "an upgrade that is none": 400,
        "separators alone": 400,
        "too long": 400,
        "too many": 400,
        "no introduction": 200,
        "no message": 200,
        "no json": 200,
    }
    assert "Traceback" not in house.written()


@pytest.mark.parametrize("payload", [b'421["command",null]', b"3"], ids=["commands", "engine packets"])
def test_one_who_floods_does_not_stop_the_others(
    open_cafe: OpenCafe, serve: Callable[..., Served], payload: bytes
) -> None:
    cafe = open_cafe(serve(), tables=1)
    phone = cafe.phone()
    enough = threading.Event()

    def flood() -> None:
        raw = entered(cafe)

        def listen() -> None:
            with suppress(OSError):  # closed under it, as it does not wait for its turn
                for _ in iter(raw.hear, None):
                    pass

        listening = threading.Thread(target=listen)
        listening.start()
        chunk = frame(payload) * 500
        while not enough.is_set():
            try:
                raw.send_bytes(chunk)
            except OSError:
                break
        raw.close()
        listening.join()

    flooding = threading.Thread(target=flood)
    flooding.start()
    try:
        answers = [phone.ask("participant.update", name=f"Ala {n}")["ok"] for n in range(5)]
    finally:
        enough.set()
        flooding.join()
    assert answers == [True] * 5
    assert "Traceback" not in cafe.served.written()


def test_a_packet_is_read_or_replaced_but_never_raises() -> None:
    def read(text: str | bytes) -> tuple[int, object, int | None]:
        packet = StrictPacket(encoded_packet=text)
        return packet.packet_type, packet.data, packet.id

    unreadable = ["command", None]
    assert [read(text) for text in ('0{"a":1}', "1", '217["command",{"b":2}]', '2["snapshot"]')] == [
        (0, {"a": 1}, None),
        (1, None, None),
        (2, ["command", {"b": 2}], 17),
        (2, ["snapshot"], None),
    ]
    for text in ("2", "23", "2[", '3["command"]', '51-["command"]', "9", "x", b"2[]", '2["join"]', "21e5[]"):
        assert read(text)[:2] == (2, unreadable), text
    assert read("2" + "9" * 16 + '["command",{}]') == (2, ["command", {}], None)


def test_polish_goes_out_as_it_is_written() -> None:
    assert StrictPacket(2, ["patch", {"text": "zażółć"}]).encode() == '2["patch",{"text":"zażółć"}]'


def test_commands_that_come_all_at_once_and_in_pieces_are_carried_out_in_their_order(
    open_cafe: OpenCafe,
) -> None:
    cafe = open_cafe(tables=1)
    cafe.moderator().do("round.open")
    raw = Raw(cafe.served.url)
    raw.introduce(json.dumps({"workshop": cafe.code, "token": cafe.tokens["moderator"]}))
    texts = [f"{number} " + "ż" * 300 for number in range(40)]
    data = b""
    for number, text in enumerate(texts):
        wish = {"id": f"command-{number:04}", "type": "idea.post", "text": text, "table": "T1"}
        payload = b"42%d" % number + json.dumps(["command", wish], ensure_ascii=False).encode()
        if number % 7 == 3:  # in two parts, which the engine puts together
            data += frame(payload[:50], 0x01) + frame(payload[50:], 0x80)
        else:
            data += frame(payload)
        if number % 11 == 5:
            data += frame(b"3") + frame(b"", 0x89)
    raw.send_bytes(data[:10_001])
    raw.send_bytes(data[10_001:])
    done: set[int] = set()
    while len(done) < len(texts) and (heard := raw.hear()) is not None:
        if heard.startswith(b"43"):
            mark, answer = heard[2:].split(b"[", 1)
            assert json.loads(b"[" + answer)[0]["ok"]
            done.add(int(mark))
    assert done == set(range(len(texts)))
    raw.close()
    ideas = cafe.api("GET", f"/api/workshops/{cafe.code}", key=cafe.tokens["moderator"])
    told = sorted(ideas["channels"]["moderator"]["ideas"].values(), key=lambda idea: idea["number"])
    assert [idea["text"] for idea in told] == texts


@pytest.mark.parametrize("length", [0, 1, 125, 126, 300])
def test_a_frame_of_text_is_read_with_what_follows_it(length: int) -> None:
    text, mask = bytes(range(32, 127)) * 4, b"\x11\x22\x33\x44"
    text = text[:length]
    masked = bytes(byte ^ mask[place % 4] for place, byte in enumerate(text))
    head = frame(text)[: -4 - length] if length else frame(text)[:-4]
    whole = head + mask + masked
    assert first_text(whole + b"next") == (text, b"next")
    for end in range(len(whole)):
        assert first_text(whole[:end]) == (None, whole[:end])


@pytest.mark.parametrize("first_byte", [0x01, 0x80, 0x82, 0x89, 0xC1])
def test_a_frame_of_another_kind_is_left_alone(first_byte: int) -> None:
    data = frame(b"42", first_byte)
    assert first_text(data) == (None, data)
