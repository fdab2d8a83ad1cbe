"""How fast somebody may go: far above what people do, by seat before address."""

import json
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitation.domain.actors import GUEST, MODERATOR, Actor, participant
from facilitation.domain.commands import (
    Command,
    HideIdea,
    JoinParticipant,
    PostIdea,
    RewordIdea,
    SupportIdea,
    UpdateParticipant,
)
from facilitation.domain.refusals import Refusal
from facilitation.live.doorway import FRAME_BYTES, PACKETS
from facilitation.live.limits import RATES, Limits
from facilitation.rehearsal.line import Refused
from facilitation.web import throttle
from tests.conftest import Served
from tests.live.conftest import OpenCafe
from tests.live.raw import Raw
from tests.live.screens import Screen

VENUE = "192.0.2.7"
INTERFACE = Path(__file__).parents[2] / "docs" / "interface.md"
BY_THE_MINUTE = {
    "`idea.support`": RATES["idea.support"],
    "`participant.join`": RATES["participant.join"],
    "`question.answer`": RATES["question.answer"],
    "`theme.vote`": RATES["theme.vote"],
    "the events `question`, `similar` and `agreement`": RATES["question"],
    "a participant's other commands": RATES["participant"],
    "moderators' commands": RATES["moderator"],
    "the event `snapshot`": RATES["snapshot"],
    "connecting with a wrong code": throttle.RATES["code"],
}


def carried_out(limits: Limits, actor: Actor, command: Command, times: int, address: str = VENUE) -> int:
    """How many of so many in a row are let through."""
    for done in range(times):
        try:
            limits.command("CODE", actor, address, command)
        except Refusal as refusal:
            return done if refusal == Refusal("too_fast") else -1
    return times


def test_the_limits_are_those_of_the_documentation() -> None:
    section = INTERFACE.read_text("utf-8").partition("\n### Limits\n")[2].partition("\n## ")[0]
    table = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("|")]
    assert {what: rate for what, rate, _ in table[2:]} == {
        "`idea.post`": "20 in 30 seconds",
        **{what: f"{rate.partition('/')[0]} a minute" for what, rate in BY_THE_MINUTE.items()},
    }
    assert RATES["idea.post"] == "20/30 second"
    assert {rate.partition("/")[2] for rate in BY_THE_MINUTE.values()} == {"minute"}
    assert f"at most {FRAME_BYTES // 1024} kB long (and such a request at most {PACKETS} packets)" in section


def test_each_kind_of_command_has_its_own_pace_for_each_seat() -> None:
    limits = Limits()
    one = participant("P1")
    let_through = {
        "ideas": carried_out(limits, one, PostIdea("x"), 1000),
        "support": carried_out(limits, one, SupportIdea("I1"), 1000),
        "own details": carried_out(limits, one, UpdateParticipant(), 1000),
        "own words, counted with the details": carried_out(limits, one, RewordIdea("I1", "x"), 1000),
        "moderating": carried_out(limits, MODERATOR, HideIdea("I1"), 2000),
    }
    assert let_through == {
        "ideas": 20,
        "support": 120,
        "own details": 60,
        "own words, counted with the details": 0,
        "moderating": 1200,
    }


def test_a_whole_venue_writes_at_once_from_one_address() -> None:
    limits = Limits()
    people = [participant(f"P{number}") for number in range(300)]
    assert [carried_out(limits, one, PostIdea("x"), 5) for one in people] == [5] * 300


def test_arrivals_are_counted_by_address_since_nobody_has_a_seat_yet() -> None:
    limits = Limits()
    assert carried_out(limits, GUEST, JoinParticipant(), 4000) == 3000
    assert carried_out(limits, GUEST, JoinParticipant(), 1, address="192.0.2.8") == 1


def test_the_same_person_in_another_workshop_is_somebody_else() -> None:
    limits = Limits()
    carried_out(limits, participant("P1"), PostIdea("x"), 1000)
    limits.command("OTHER", participant("P1"), VENUE, PostIdea("x"))


def test_snapshots_are_counted_by_connection() -> None:
    limits = Limits()
    for _ in range(60):
        limits.snapshot("sid")
    with pytest.raises(Refusal, match="too_fast"):
        limits.snapshot("sid")
    limits.snapshot("another")


def test_the_same_command_again_is_answered_the_same_and_never_too_fast(open_cafe: OpenCafe) -> None:
    cafe = open_cafe(tables=1)
    moderator, phone = cafe.moderator(), cafe.phone()
    moderator.do("round.open")
    idea = {"id": str(uuid.uuid4()), "type": "idea.post", "text": "Jedno okienko"}
    answers = [phone.say(idea) for _ in range(25)]
    assert answers[0]["ok"]
    assert answers == answers[:1] * 25
    answers = [phone.ask("idea.post", text=f"Okienko {number}") for number in range(25)]
    assert [answer["ok"] for answer in answers] == [True] * 19 + [False] * 6
    assert phone.say(idea)["ok"]


def test_the_same_command_many_times_at_once_counts_once(open_cafe: OpenCafe) -> None:
    cafe = open_cafe(tables=1)
    moderator, phone = cafe.moderator(), cafe.phone()
    moderator.do("round.open")
    raw = Raw(cafe.served.url)
    raw.introduce(json.dumps({"workshop": cafe.code, "token": phone.token}))
    idea = json.dumps({"id": str(uuid.uuid4()), "type": "idea.post", "text": "Jedno okienko"}).encode()
    for number in range(25):
        raw.send(b'42%d["command",%s]' % (number, idea))
    acks: dict[bytes, bytes] = {}
    while len(acks) < 25 and (heard := raw.hear()) is not None:
        if heard.startswith(b"43"):
            number, _, ack = heard[2:].partition(b"[")
            acks[number] = ack
    raw.close()
    assert len(acks) == 25
    assert len(set(acks.values())) == 1
    assert all(ack.startswith(b'{"ok":true') for ack in acks.values())


def test_wrong_codes_are_soon_not_answered_any_more_but_a_right_one_always_is(
    serve: Callable[..., Served], open_cafe: OpenCafe
) -> None:
    cafe = open_cafe(serve())
    tries = int(throttle.RATES["code"].partition("/")[0])

    def refusal_of_a_wrong_code() -> str:
        with pytest.raises(Refused) as refused:
            Screen(cafe.served.url, "GUESSED2")
        return str(refused.value).partition(":")[0]

    refusals = [refusal_of_a_wrong_code() for _ in range(tries + 5)]
    assert refusals == ["unknown_workshop"] * tries + ["too_fast"] * 5
    assert cafe.phone().views["public"]["title"]
    assert refusal_of_a_wrong_code() == "too_fast"


def test_a_text_of_a_whole_document_is_refused_in_words(open_cafe: OpenCafe) -> None:
    cafe = open_cafe(tables=1)
    cafe.moderator().do("round.open")
    raw = Raw(cafe.served.url)
    raw.introduce(json.dumps({"workshop": cafe.code, "token": cafe.phone().token, "language": "en"}))
    idea = {"id": str(uuid.uuid4()), "type": "idea.post", "text": "ż" * 66_000}
    raw.send(b'421["command",%s]' % json.dumps(idea, ensure_ascii=False).encode())
    message = "That is 66000 characters long; at most 500 fit. Shorten it."
    assert json.loads(raw.ack(1) or b"null") == [
        {"ok": False, "refusal": {"code": "too_long", "field": "text", "message": message}}
    ]
    raw.send(b'422["command",null]')
    assert raw.ack(2), "the connection goes on"
    raw.close()
