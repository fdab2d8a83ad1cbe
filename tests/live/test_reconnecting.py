"""Somebody was away, or does not know whether it arrived: nothing is missed, nothing happens twice."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest

from facilitation.rehearsal.line import Refused
from tests.conftest import Served
from tests.live.conftest import OpenCafe
from tests.live.screens import Cafe, Screen


def one_table(cafe: Cafe) -> tuple[Screen, Screen]:
    """A moderator and a phone at the only table of an open round, which the phone knows of."""
    moderator = cafe.moderator()
    phone = cafe.phone()
    opened = moderator.ask("round.open")["seq"]
    phone.wait_for(lambda p: "table/T1" in p.views, "the table")
    phone.shows("public", opened)
    return moderator, phone


def frames(screen: Screen, channel: str) -> list[tuple[str, dict[str, object]]]:
    return [(event, frame) for event, frame in screen.heard if frame.get("channel") == channel]


def test_who_has_missed_nothing_is_sent_nothing(open_cafe: OpenCafe) -> None:
    cafe = open_cafe(tables=1)
    _, phone = one_table(cafe)
    seq = phone.ask("idea.post", text="zanim zgasł ekran")["seq"]
    for channel in ("person/P1", "table/T1"):
        phone.shows(channel, seq)
    phone.close()

    back = cafe.screen(back=phone)
    answered = back.ask("idea.post", text="po powrocie")["seq"]
    back.wait_for(lambda s: frames(s, "table/T1"), "the next patch")

    assert frames(back, "public") == []
    event, frame = frames(back, "table/T1")[0]
    assert (event, frame["after"], frame["seq"]) == ("patch", seq, answered)


def test_who_has_missed_something_is_sent_one_patch_over_all_of_it(open_cafe: OpenCafe) -> None:
    cafe = open_cafe(tables=1)
    _, phone = one_table(cafe)
    neighbour = cafe.phone()
    phone.close()
    seqs = dict(phone.seqs)
    last = [neighbour.ask("idea.post", text=f"pod nieobecność {n}")["seq"] for n in range(3)][-1]

    back = cafe.screen(back=phone)
    back.wait_for(lambda s: frames(s, "table/T1"), "what was missed")

    ((event, frame),) = frames(back, "table/T1")
    assert (event, frame["after"], frame["seq"]) == ("patch", seqs["table/T1"], last)
    whole = cafe.screen(phone.token)
    whole.wait_for(lambda s: "table/T1" in s.views, "the whole view")
    assert back.views["table/T1"] == whole.views["table/T1"]


def test_a_seq_that_never_was_gets_the_whole_view(open_cafe: OpenCafe) -> None:
    cafe = open_cafe(tables=1)
    _, phone = one_table(cafe)

    lost = cafe.screen(phone.token, since={"public": 999, "table/T1": 0})
    lost.wait_for(lambda s: {"public", "person/P1", "table/T1"} == set(s.views), "all three views")

    assert [event for event, _ in lost.heard] == ["snapshot"] * 3
    assert lost.views == phone.views


def test_a_table_one_has_no_more_is_taken_away_on_coming_back(open_cafe: OpenCafe) -> None:
    cafe = open_cafe(tables=2, rounds=2, minutes=[20, 20])
    moderator, phone = cafe.moderator(), cafe.phone()
    cafe.phone()
    moderator.do("seats.deal")
    moderator.do("round.open")
    phone.wait_for(lambda p: any(c.startswith("table/") for c in p.views), "a table")
    was = next(c for c in phone.views if c.startswith("table/"))
    phone.close()
    moderator.do("round.close")

    back = cafe.screen(back=phone)
    back.wait_for(lambda s: ("leave", {"channel": was}) in s.heard, "the end of the old table")
    assert was not in back.views


def test_a_snapshot_is_sent_again_to_who_has_the_channel_and_to_nobody_else(open_cafe: OpenCafe) -> None:
    cafe = open_cafe(tables=1)
    _, phone = one_table(cafe)
    heard = len(phone.heard)

    assert phone.say({"channel": "table/T1"}, event="snapshot") == {"ok": True}
    phone.wait_for(lambda p: len(p.heard) > heard, "the snapshot")
    assert phone.heard[-1][0] == "snapshot"

    codes = [
        phone.say(asked, event="snapshot")["refusal"]["code"]
        for asked in ({"channel": "moderator"}, {"channel": "person/P2"}, {"channel": 7}, {}, None)
    ]
    assert codes == ["not_allowed", "not_allowed", "wrong_type", "missing_field", "malformed"]
    assert len(phone.heard) == heard + 1


def test_the_same_id_is_answered_the_same_and_does_nothing_twice(open_cafe: OpenCafe) -> None:
    cafe = open_cafe(tables=1)
    _, phone = one_table(cafe)
    message = {"id": str(uuid.uuid4()), "type": "idea.post", "text": "raz a dobrze"}

    first, second = phone.say(message), phone.say(message)

    assert first == second == {"ok": True, "seq": first["seq"], "result": {"idea": "I1"}}
    phone.shows("table/T1", first["seq"])
    assert list(phone.views["table/T1"]["ideas"]) == ["I1"]
    stranger = cafe.phone()
    assert stranger.say(message)["refusal"]["code"] == "command_id_taken"


def test_joining_again_with_the_same_id_makes_the_same_person(open_cafe: OpenCafe) -> None:
    cafe = open_cafe(tables=1)
    message = {"id": str(uuid.uuid4()), "type": "participant.join", "name": "Ala"}
    first, second = cafe.screen(), cafe.screen()

    answers = [first.say(message), second.say(message), second.say(message)]

    assert answers[0] == answers[1] == answers[2]
    assert set(answers[0]["result"]) == {"participant", "token"}
    second.wait_for(lambda s: "person/P1" in s.views, "the person's own channel")


def test_after_a_restart_tokens_and_answers_are_the_same(
    serve: Callable[..., Served], open_cafe: OpenCafe
) -> None:
    served = serve()
    cafe = open_cafe(served, tables=1)
    _, phone = one_table(cafe)
    message = {"id": str(uuid.uuid4()), "type": "idea.post", "text": "przed awarią"}
    answer = phone.say(message)
    phone.shows("table/T1", answer["seq"])
    served.kill()
    phone.until_cut()
    serve(port=served.port, sessions=served.sessions)

    back = cafe.screen(back=phone)
    assert back.say(message) == answer
    fresh = cafe.screen(phone.token)
    fresh.wait_for(lambda s: set(s.views) == set(phone.views), "the whole views")
    assert fresh.views == back.views == phone.views


@pytest.mark.parametrize(
    ("auth", "code"),
    [
        ({"code": "NOSUCHCAFE"}, "unknown_workshop"),
        ({"code": ""}, "missing_field"),
        ({"code": "../../etc/passwd"}, "unknown_workshop"),
        ({"code": "A" * 100}, "too_long"),
        ({"token": "eyJmb3JnZWQiOjF9.nonsense"}, "unauthorized"),
        ({"token": "x" * 600}, "too_long"),
        ({"since": {"public": -1}}, "wrong_type"),
        ({"since": {"public": "1"}}, "wrong_type"),
    ],
)
def test_nobody_is_let_in_without_a_right_code_and_token(
    open_cafe: OpenCafe, auth: dict[str, Any], code: str
) -> None:
    cafe = open_cafe()
    wish: dict[str, Any] = {"code": cafe.code, "language": "en", **auth}
    with pytest.raises(Refused) as caught:
        Screen(cafe.served.url, **wish)
    assert caught.value.code == code
    assert "Traceback" not in cafe.served.written()


def test_a_token_of_another_workshop_opens_nothing(open_cafe: OpenCafe) -> None:
    cafe = open_cafe()
    other = open_cafe(cafe.served)
    with pytest.raises(Refused) as caught:
        cafe.screen(other.tokens["moderator"])
    assert caught.value.code == "unauthorized"


def test_refusals_speak_the_readers_language(open_cafe: OpenCafe) -> None:
    cafe = open_cafe(tables=1)
    english, polish = cafe.screen(language="en"), cafe.screen(language="pl")
    answers = [screen.ask("round.open")["refusal"] for screen in (english, polish)]
    assert [answer["code"] for answer in answers] == ["not_allowed", "not_allowed"]
    assert answers[0]["message"] == "Your link does not allow this. Ask the moderator."
    assert answers[1]["message"] not in ("", answers[0]["message"])
