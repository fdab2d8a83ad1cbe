"""The API: bearer tokens in, the same answers as on the socket out, problems as problem+json."""

from __future__ import annotations

import json
import uuid
from typing import Any

import pytest

from tests.web.conftest import KEY, Desk, Workshop


def wish(**fields: Any) -> dict[str, Any]:
    """A command with an id of its own."""
    return {"id": str(uuid.uuid4()), **fields}


def problem(status: int, title: str, code: str, message: str, field: str = "") -> dict[str, Any]:
    """The whole body of a problem."""
    refusal = {"code": code, "message": message, **({"field": field} if field else {})}
    return {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": message,
        "ok": False,
        "refusal": refusal,
    }


UNAUTHORIZED = "This needs a valid link or key. Open the link you were given again."
UNKNOWN = "There is no workshop with this code. Check the letters on the screen in the room."
ENGLISH = {"Accept-Language": "en"}


def test_creating_a_workshop_gives_its_code_its_tokens_and_its_links(desk: Desk):
    answer = desk.program(
        "POST", "/api/workshops", KEY, json={"scenario": "pzk", "tables": 6, "minutes": [20, 15]}
    )
    made = answer.get_json()
    code = made["code"]
    assert (answer.status_code, answer.headers["Location"]) == (201, f"/api/workshops/{code}")
    assert made == {
        "code": code,
        "moderator_token": desk.issue(code, "moderator"),
        "board_token": desk.issue(code, "board"),
        "links": {
            "phone": made["links"]["phone"],
            "board": f"http://localhost/w/{code}/board?key={desk.issue(code, 'board')}",
            "moderator": f"http://localhost/w/{code}/moderator?key={desk.issue(code, 'moderator')}",
            "declaration": f"http://localhost/w/{code}/declaration?key={desk.issue(code, 'partner')}",
        },
    }
    assert made["links"]["phone"].endswith(f"/w/{code}")
    assert len(desk.house.registry.get(code).state.tables) == 6


@pytest.mark.parametrize(
    ("body", "status", "code", "field"),
    [
        ({"scenario": "nope"}, 404, "unknown_scenario", "scenario"),
        ({"language": "xx"}, 400, "wrong_type", "language"),
        ({"format": 7}, 400, "wrong_type", "format"),
        ({"tables": "four"}, 400, "wrong_type", "tables"),
        ({"tables": 0}, 400, "invalid_value", "tables"),
        ({"tables": 10**9}, 409, "too_many", "tables"),
        ({"minutes": [0]}, 400, "invalid_value", "minutes"),
        ({"minutes": ["20"]}, 400, "wrong_type", "minutes"),
        ({"title": "a" * 201}, 400, "too_long", "title"),
        ({"colour": "red"}, 400, "wrong_type", "colour"),
        ([], 400, "malformed", None),
        (None, 400, "malformed", None),
    ],
)
def test_parameters_that_cant_be_used_are_refused_with_their_field(
    desk: Desk, body: Any, status: int, code: str, field: str | None
):
    answer = desk.program("POST", "/api/workshops", KEY, json=body)
    refusal = answer.get_json()["refusal"]
    assert (answer.status_code, refusal["code"], refusal.get("field")) == (status, code, field)
    assert desk.house.registry.codes() == ()


@pytest.mark.parametrize("token", ["", "wrong", "\u0142"])
@pytest.mark.parametrize("method", ["POST", "GET"])
def test_only_the_key_creates_and_lists_workshops(desk: Desk, workshop: Workshop, method: str, token: str):
    for bearer in (token, workshop.moderator):
        header = {"Authorization": f"Bearer {bearer}".encode().decode("latin-1")} if bearer else {}
        answer = desk.program(method, "/api/workshops", headers={**ENGLISH, **header}, json={})
        assert (answer.status_code, answer.mimetype) == (401, "application/problem+json")
        assert answer.headers["WWW-Authenticate"] == "Bearer"
        assert answer.get_json() == problem(401, "Unauthorized", "unauthorized", UNAUTHORIZED)
    assert desk.house.registry.codes() == (workshop.code,)


def test_the_list_has_every_workshop_the_newest_first(desk: Desk, workshop: Workshop):
    newer = desk.make(scenario="classic", language="en", title="Second")
    listed = desk.program("GET", "/api/workshops", KEY).get_json()["workshops"]
    state = desk.house.registry.get(newer.code).state
    assert [each["code"] for each in listed] == [newer.code, workshop.code]
    assert {
        name: listed[0][name] for name in ("title", "language", "phase", "created_at", "board_token")
    } == {
        "title": "Second",
        "language": "en",
        "phase": "lobby",
        "created_at": state.created_at,
        "board_token": newer.board,
    }


@pytest.mark.parametrize(
    ("role", "channels"),
    [
        ("guest", ["public"]),
        ("participant", ["public", "person/P1"]),
        ("board", ["public", "board"]),
        ("moderator", ["public", "board", "moderator"]),
    ],
)
def test_a_bearer_sees_the_channels_of_its_role_and_no_other(
    desk: Desk, workshop: Workshop, role: str, channels: list[str]
):
    seen = desk.program("GET", f"/api/workshops/{workshop.code}", workshop.token(role)).get_json()
    assert (list(seen), seen["seq"], list(seen["channels"])) == (["seq", "channels"], 2, channels)
    assert seen["channels"]["public"]["code"] == workshop.code


def test_names_and_hidden_ideas_reach_nobody_but_the_moderator(desk: Desk, workshop: Workshop):
    posted = desk.command(workshop.code, workshop.moderator, type="idea.post", table="T1", text="zniewaga")
    desk.command(workshop.code, workshop.moderator, type="idea.hide", idea=posted["result"]["idea"])
    seen = {
        role: desk.program("GET", f"/api/workshops/{workshop.code}", workshop.token(role)).text
        for role in ("guest", "participant", "board", "moderator")
    }
    assert {role: "zniewaga" in text for role, text in seen.items()} == {
        "guest": False, "participant": False, "board": False, "moderator": True,
    }  # fmt: skip
    assert "SP 7" not in seen["guest"] + seen["board"]


def test_a_command_is_answered_as_on_the_socket(desk: Desk, workshop: Workshop):
    command = wish(type="idea.post", table="T1", text="więcej ławek")
    path = f"/api/workshops/{workshop.code}/commands"
    first = desk.program("POST", path, workshop.moderator, json=command)
    again = desk.program("POST", path, workshop.moderator, json=command)
    assert (first.status_code, first.get_json()) == (200, {"ok": True, "seq": 3, "result": {"idea": "I1"}})
    assert again.get_json() == first.get_json()
    assert len(desk.house.registry.get(workshop.code).state.ideas) == 1


def test_a_refused_command_is_a_problem_with_the_acks_members(desk: Desk, workshop: Workshop):
    path = f"/api/workshops/{workshop.code}/commands"
    answer = desk.program("POST", path, workshop.board, json=wish(type="round.close"), headers=ENGLISH)
    message = "Your link does not allow this. Ask the moderator."
    assert (answer.status_code, answer.mimetype) == (403, "application/problem+json")
    assert answer.get_json() == problem(403, "Forbidden", "not_allowed", message, "type")


def test_a_list_of_commands_is_answered_by_a_list_and_a_refused_one_stops_none(
    desk: Desk, workshop: Workshop
):
    wishes = [
        wish(type="idea.post", table="T1", text="jeden"),
        wish(type="idea.post", table="T77", text="dwa"),
        {"type": "idea.post"},
        "three",
        wish(type="idea.post", table="T2", text="cztery"),
    ]
    path = f"/api/workshops/{workshop.code}/commands"
    answer = desk.program("POST", path, workshop.moderator, json=wishes)
    told = [(each["ok"], each.get("seq") or each["refusal"]["code"]) for each in answer.get_json()]
    assert (answer.status_code, told) == (
        200,
        [(True, 3), (False, "unknown_table"), (False, "missing_field"), (False, "malformed"), (True, 4)],
    )


def test_a_guest_joins_and_goes_on_with_the_token_the_same_one_when_asked_again(
    desk: Desk, workshop: Workshop
):
    path = f"/api/workshops/{workshop.code}/commands"
    command = wish(type="participant.join", name="Ola")
    joined = desk.program("POST", path, json=command).get_json()["result"]
    assert joined == {
        "participant": "P2",
        "token": desk.program("POST", path, json=command).get_json()["result"]["token"],
    }
    seen = desk.program("GET", f"/api/workshops/{workshop.code}", joined["token"]).get_json()
    assert seen["channels"]["person/P2"]["name"] == "Ola"


def test_somebody_whom_the_moderator_enters_gets_no_token(desk: Desk, workshop: Workshop):
    entered = desk.command(workshop.code, workshop.moderator, type="participant.join", name="Jan")
    assert entered["result"] == {"participant": "P2"}


@pytest.mark.parametrize(
    ("body", "code", "field"),
    [
        (b"", "malformed", None),
        (b"not json", "malformed", None),
        (b"\xff\xfe", "malformed", None),
        (b'{"id": "aaaaaaaa", "id": NaN}', "malformed", None),
        (b"[" * 30_000, "malformed", None),
        (b"3", "malformed", None),
        (b"null", "malformed", None),
        (b'{"type": "round.close"}', "missing_field", "id"),
        (b'{"id": 7, "type": "round.close"}', "wrong_type", "id"),
        (b'{"id": "short", "type": "round.close"}', "invalid_value", "id"),
        (b'{"id": "has a space in it", "type": "round.close"}', "invalid_value", "id"),
        (b'{"id": "aaaaaaaa"}', "missing_field", "type"),
        (b'{"id": "aaaaaaaa", "type": "round.dance"}', "unknown_command", "type"),
        (b'{"id": "aaaaaaaa", "type": "idea.post"}', "missing_field", "text"),
        (b'{"id": "aaaaaaaa", "type": "idea.post", "text": 5}', "wrong_type", "text"),
        (b'{"id": "aaaaaaaa", "type": "idea.post", "text": "a", "table": "T77"}', "unknown_table", "table"),
        (b'{"id": "aaaaaaaa", "type": "idea.post", "text": " ", "table": "T1"}', "empty_text", "text"),
    ],
)
def test_a_body_that_cant_be_used_is_refused_and_nothing_happens(
    desk: Desk, workshop: Workshop, body: bytes, code: str, field: str | None
):
    path = f"/api/workshops/{workshop.code}/commands"
    answer = desk.program("POST", path, workshop.moderator, data=body)
    refusal = answer.get_json()["refusal"]
    assert (refusal["code"], refusal.get("field")) == (code, field)
    assert 400 <= answer.status_code < 500
    assert desk.house.registry.get(workshop.code).seq == 2


def test_a_list_is_long_enough_for_a_days_paper_and_no_longer(desk: Desk, workshop: Workshop):
    path = f"/api/workshops/{workshop.code}/commands"
    too_many = desk.program("POST", path, workshop.moderator, json=["x"] * 1001)
    enough = desk.program("POST", path, workshop.moderator, json=["x"] * 1000)
    assert (too_many.status_code, too_many.get_json()["refusal"]["code"]) == (409, "too_many")
    assert (enough.status_code, len(enough.get_json())) == (200, 1000)


def test_bodies_are_bounded(desk: Desk, workshop: Workshop):
    path = f"/api/workshops/{workshop.code}/commands"
    command = json.dumps(wish(type="idea.post", table="T1", text="a", area=""))
    fits = desk.program("POST", path, workshop.moderator, data=command + " " * (1024 * 1024 - len(command)))
    too_large = desk.program("POST", path, workshop.moderator, data=command + " " * (1024 * 1024))
    creating = desk.program("POST", "/api/workshops", KEY, data="{}" + " " * 65_536)
    assert [each.status_code for each in (fits, too_large, creating)] == [200, 413, 413]
    assert too_large.get_json()["refusal"]["code"] == "too_large"


@pytest.mark.parametrize("header", ["Basic dXNlcjpwYXNz", "Bearer", "Bearer ", "nonsense"])
def test_an_authorization_that_is_no_bearer_is_refused(desk: Desk, workshop: Workshop, header: str):
    answer = desk.program("GET", f"/api/workshops/{workshop.code}", headers={"Authorization": header})
    assert (answer.status_code, answer.get_json()["refusal"]["code"]) == (401, "unauthorized")


def test_a_token_of_another_workshop_is_refused(desk: Desk, workshop: Workshop):
    other = desk.make(scenario="classic")
    answer = desk.program("GET", f"/api/workshops/{other.code}", workshop.moderator, headers=ENGLISH)
    assert answer.get_json() == problem(401, "Unauthorized", "unauthorized", UNAUTHORIZED)


def test_an_unknown_workshop_is_a_problem_too(desk: Desk):
    answer = desk.program("GET", "/api/workshops/NOPE", headers=ENGLISH)
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")
    assert answer.get_json() == problem(404, "Not Found", "unknown_workshop", UNKNOWN)


def test_no_such_address_and_no_such_method_are_problems_under_api(desk: Desk, workshop: Workshop):
    nowhere = desk.program("GET", "/api/nowhere")
    deleting = desk.program("DELETE", f"/api/workshops/{workshop.code}", workshop.moderator)
    assert (nowhere.status_code, nowhere.get_json()["refusal"]["code"]) == (404, "not_found")
    assert (deleting.status_code, deleting.get_json()["refusal"]["code"]) == (405, "method_not_allowed")
    assert set(deleting.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


def test_commands_over_http_are_limited_as_those_over_sockets(desk: Desk, workshop: Workshop):
    answers = [
        desk.command(workshop.code, workshop.participant, type="idea.post", text=f"pomysł {number}")
        for number in range(100)
    ]
    codes = [answer["refusal"]["code"] for answer in answers]
    assert set(codes) == {"round_closed", "too_fast"}
    assert codes[0] == "round_closed"


def test_a_command_sent_again_gets_its_answer_and_counts_once(desk: Desk, workshop: Workshop):
    idea = {"id": str(uuid.uuid4()), "type": "idea.post", "text": "pomysł"}
    path = f"/api/workshops/{workshop.code}/commands"
    desk.command(workshop.code, workshop.moderator, type="round.open")
    one = desk.program("POST", path, workshop.participant, json=idea).get_json()
    assert one["ok"]
    many = desk.program("POST", path, workshop.participant, json=[idea] * 25).get_json()
    assert many == [one] * 25
    assert desk.command(workshop.code, workshop.participant, type="idea.post", text="drugi")["ok"]
