"""Whatever a client sends is carried out or refused with a documented code: never a silence, never a
traceback, and nothing of it in the log."""

import uuid
from typing import Any

from facilitation.domain.refusals import SENTENCES
from tests.conftest import Served
from tests.live.conftest import OpenCafe

LONG = "x" * 501
SECRET = "ważkasłowonieznane"


def deep(levels: int) -> object:
    nest: object = SECRET
    for _ in range(levels):
        nest = [nest]
    return nest


def test_a_malformed_command_of_every_kind_gets_its_documented_refusal(
    open_cafe: OpenCafe, house: Served
) -> None:
    cafe = open_cafe(tables=2, rounds=2, minutes=[20, 20])
    moderator = cafe.moderator()
    first, second, late = cafe.phone(), cafe.phone(), cafe.screen()
    moderator.do("seats.deal")
    early = first.ask("idea.post", text="za wcześnie")
    moderator.do("round.open")
    theirs = second.do("idea.post", text="cudzy pomysł")["idea"]
    mine = first.do("idea.post", text="mój pomysł")["idea"]
    first.wait_for(lambda p: mine in p.views["person/P1"]["ideas"], "the own idea")
    seat = first.views["person/P1"]["table"]
    other = {"T1": "T2", "T2": "T1"}[seat]

    def told(answer: dict[str, Any]) -> tuple[str, str | None]:
        assert set(answer) == {"ok", "refusal"}
        assert answer["ok"] is False
        refusal = answer["refusal"]
        assert set(refusal) <= {"code", "message", "field"}
        assert refusal["message"]
        assert "%(" not in refusal["message"]
        return refusal["code"], refusal.get("field")

    def sent(*message: object) -> tuple[str, str | None]:
        return told(first.say(*message))

    def asked(kind: Any, **fields: Any) -> tuple[str, str | None]:
        return told(first.ask(kind, **fields))

    identifier = str(uuid.uuid4())
    found = {
        "nothing": sent(),
        "null": sent(None),
        "a text": sent(SECRET),
        "a list": sent([{"type": "idea.post"}]),
        "a number": sent(7),
        "no id": sent({"type": "idea.post", "text": SECRET}),
        "id of the wrong type": sent({"id": 7, "type": "idea.post", "text": SECRET}),
        "id with a line end": sent({"id": "abcdefgh\n", "type": "idea.post", "text": SECRET}),
        "id that is long": sent({"id": "a" * 65, "type": "idea.post", "text": SECRET}),
        "no type": sent({"id": identifier}),
        "type of the wrong type": sent({"id": identifier, "type": {"x": 1}}),
        "unknown type": asked("idea.explode"),
        "no text": asked("idea.post"),
        "text of the wrong type": asked("idea.post", text=[SECRET]),
        "text too long": asked("idea.post", text=LONG),
        "text of spaces": asked("idea.post", text=" \n\t "),
        "text of bidi controls": asked("idea.post", text="\u202e\u2066\u200b"),
        "text of zeros": asked("idea.post", text="\0\0"),
        "a field too many": asked("idea.post", text=SECRET, colour="red"),
        "fields nested deep": asked("idea.post", text=deep(200)),
        "support of the wrong type": asked("idea.support", idea=theirs, on="yes"),
        "unknown idea": asked("idea.support", idea="I999"),
        "unknown table": asked("idea.post", text=SECRET, table="T999"),
        "unknown area": asked("idea.post", text=SECRET, area="morze"),
        "unknown round": asked("idea.post", text=SECRET, round=99),
        "round to come": asked("idea.post", text=SECRET, round=2),
        "before the round": told(early),
        "somebody else's idea": asked("idea.reword", idea=theirs, text=SECRET),
        "somebody else's to withdraw": asked("idea.withdraw", idea=theirs),
        "another table": asked("idea.post", text=SECRET, table=other),
        "one's own support": asked("idea.support", idea=mine),
        "no right": asked("round.close"),
        "no right to hide": asked("idea.hide", idea=theirs),
        "in another's name": asked("participant.erase", participant="P2"),
        "not joined": told(late.ask("idea.post", text=SECRET)),
        "joining twice": asked("participant.join"),
        "a name too long": told(late.ask("participant.join", name="n" * 81)),
        "minutes beyond": told(moderator.ask("round.extend", minutes=100_000)),
        "minutes as text": told(moderator.ask("round.extend", minutes="5")),
        "a huge number": told(moderator.ask("round.extend", minutes=2**60)),
        "a round twice": told(moderator.ask("round.open")),
        "unknown theme": told(moderator.ask("theme.name", theme="M9", title="t")),
    }

    assert found == {
        "nothing": ("malformed", None),
        "null": ("malformed", None),
        "a text": ("malformed", None),
        "a list": ("malformed", None),
        "a number": ("malformed", None),
        "no id": ("missing_field", "id"),
        "id of the wrong type": ("wrong_type", "id"),
        "id with a line end": ("invalid_value", "id"),
        "id that is long": ("invalid_value", "id"),
        "no type": ("missing_field", "type"),
        "type of the wrong type": ("wrong_type", "type"),
        "unknown type": ("unknown_command", "type"),
        "no text": ("missing_field", "text"),
        "text of the wrong type": ("wrong_type", "text"),
        "text too long": ("too_long", "text"),
        "text of spaces": ("empty_text", "text"),
        "text of bidi controls": ("empty_text", "text"),
        "text of zeros": ("empty_text", "text"),
        "a field too many": ("wrong_type", "colour"),
        "fields nested deep": ("wrong_type", "text"),
        "support of the wrong type": ("wrong_type", "on"),
        "unknown idea": ("unknown_idea", "idea"),
        "unknown table": ("unknown_table", "table"),
        "unknown area": ("unknown_area", "area"),
        "unknown round": ("unknown_round", "round"),
        "round to come": ("round_closed", "round"),
        "before the round": ("round_closed", None),
        "somebody else's idea": ("not_yours", "idea"),
        "somebody else's to withdraw": ("not_yours", "idea"),
        "another table": ("not_your_table", "table"),
        "one's own support": ("own_idea", "idea"),
        "no right": ("not_allowed", "type"),
        "no right to hide": ("not_allowed", "type"),
        "in another's name": ("not_allowed", "participant"),
        "not joined": ("not_allowed", "type"),
        "joining twice": ("not_allowed", "type"),
        "a name too long": ("too_long", "name"),
        "minutes beyond": ("invalid_value", "minutes"),
        "minutes as text": ("wrong_type", "minutes"),
        "a huge number": ("invalid_value", "minutes"),
        "a round twice": ("round_open", None),
        "unknown theme": ("unknown_theme", "theme"),
    }
    assert {code for code, _ in found.values()} <= set(SENTENCES)
    assert first.ask("idea.post", text="a potem zwykły")["ok"]
    closed = moderator.ask("round.close")
    assert closed["ok"]
    assert told(first.ask("idea.post", text=SECRET)) == ("round_closed", None)
    assert first.ask("idea.post", text="spóźniony", round=1)["ok"]
    log = house.written()
    assert "Traceback" not in log
    for word in (SECRET, first.token, moderator.token, house.key, "cudzy pomysł"):
        assert word not in log.partition("Ctrl+C")[2]


def test_text_of_every_ugly_kind_arrives_harmless(open_cafe: OpenCafe) -> None:
    cafe = open_cafe(tables=1)
    moderator, phone = cafe.moderator(), cafe.phone()
    moderator.do("round.open")
    sent = {
        "zażółć \u202egęślą\u202c jaźń": "zażółć gęślą jaźń",
        "a\0b\x1b[31mc": "ab[31mc",
        "<script>alert(1)</script>": "<script>alert(1)</script>",
        "👩‍👩‍👧 rodzina": "👩‍👩‍👧 rodzina",
        "d\u0142ugo\u015b\u0107\n\n\tlinii": "długość linii",
    }
    ids = [phone.do("idea.post", text=text)["idea"] for text in sent]
    phone.wait_for(lambda p: ids[-1] in p.views.get("table/T1", {}).get("ideas", {}), "all of them")
    ideas = phone.views["table/T1"]["ideas"]
    assert [ideas[idea]["text"] for idea in ids] == list(sent.values())
