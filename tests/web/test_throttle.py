"""Codes and keys can't be guessed by trying, and nobody who is in already suffers from those who try."""

from __future__ import annotations

from werkzeug.test import Client

from facilitation.web.throttle import RATES
from tests.web.conftest import KEY, ORIGIN, Desk, Workshop

TRIES = 30
ELSEWHERE = {"REMOTE_ADDR": "10.0.0.7"}


def guess_codes(client: Client, tries: int) -> list[int]:
    """So many wrong codes; the answers' statuses."""
    return [client.get(f"/w/GUESS{number}").status_code for number in range(tries)]


def guess_keys(client: Client, tries: int) -> list[int]:
    """So many wrong keys; the answers' statuses."""
    return [
        client.post("/signin", data={"key": f"guess {n}"}, headers={"Origin": ORIGIN}).status_code
        for n in range(tries)
    ]


def test_the_rates_are_those_of_the_documentation():
    assert {"code": f"{TRIES}/minute", "key": f"{TRIES}/minute"} == RATES


def test_after_thirty_wrong_codes_the_next_are_too_many_but_a_right_one_is_taken(
    desk: Desk, workshop: Workshop
):
    client = desk.client()
    assert guess_codes(client, TRIES + 1) == [404] * TRIES + [429]
    assert client.get(f"/w/{workshop.code}").status_code == 200
    wrong = client.get("/w/GUESS?lang=en")
    assert (wrong.status_code, wrong.headers["Retry-After"]) == (429, "60")
    assert "Too many wrong codes or keys came from this network." in wrong.text


def test_every_way_of_trying_codes_counts_in_the_same_place(desk: Desk, workshop: Workshop):
    client = desk.client()
    ways = ["/w/GUESS", "/enter?code=GUESS", "/api/workshops/GUESS", "/w/GUESS/qr.svg", "/w/GUESS/ideas.csv"]
    statuses = [client.get(way).status_code for way in ways * (TRIES // len(ways))]
    assert set(statuses) == {404}
    assert {client.get(way).status_code for way in ways} == {429}
    statuses = [client.get(way.replace("GUESS", workshop.code)).status_code for way in ways]
    assert statuses == [200, 303, 200, 200, 403]


def test_another_address_is_not_affected(desk: Desk, workshop: Workshop):
    client = desk.client()
    guess_codes(client, TRIES + 1)
    assert client.get("/w/GUESS", environ_overrides=ELSEWHERE).status_code == 404


def test_right_codes_are_never_counted(desk: Desk, workshop: Workshop):
    client = desk.client()
    assert {client.get(f"/w/{workshop.code}").status_code for _ in range(2 * TRIES)} == {200}


def test_whoever_has_joined_goes_on_while_others_guess(desk: Desk, workshop: Workshop):
    person = desk.client(workshop.participant, f"/w/{workshop.code}")
    console = desk.client(KEY, "/")
    guess_codes(desk.client(), TRIES + 1)
    guess_keys(desk.client(), TRIES + 1)
    assert person.get(f"/w/{workshop.code}").status_code == 200
    assert console.get(f"/w/{workshop.code}/moderator").status_code == 200
    assert desk.program("GET", f"/api/workshops/{workshop.code}", workshop.board).status_code == 200
    assert desk.program("GET", f"/w/{workshop.code}?key={workshop.participant}").status_code == 303


def test_after_thirty_wrong_keys_not_even_the_right_one_is_looked_at(desk: Desk):
    client = desk.client()
    assert guess_keys(client, TRIES + 1) == [403] * TRIES + [429]
    right = client.post("/signin", data={"key": KEY}, headers={"Origin": ORIGIN})
    assert (right.status_code, "Set-Cookie" in right.headers) == (429, False)


def test_every_way_of_trying_keys_counts_in_the_same_place(desk: Desk, workshop: Workshop):
    ways = ["/?key={}", f"/w/{workshop.code}?key={{}}", f"/w/{workshop.code}/moderator?key={{}}"]
    client = desk.client(cookies=False)
    for number in range(TRIES // 5):
        for way in ways:
            assert client.get(way.format(f"guess{number}")).status_code in {401, 403}
        for path in ("/api/workshops", f"/api/workshops/{workshop.code}"):
            assert desk.program("GET", path, f"guess{number}").status_code == 401
    assert [client.get(way.format(KEY)).status_code for way in ways] == [429, 429, 429]
    assert desk.program("GET", "/api/workshops", KEY).status_code == 429
