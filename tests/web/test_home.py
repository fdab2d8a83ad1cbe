"""The start page: a code leads in, the key opens the moderators' part, a form makes a workshop."""

from __future__ import annotations

import re

import pytest
from werkzeug.test import Client

from tests.web.conftest import KEY, ORIGIN, Desk, Workshop

FORM = {"Origin": ORIGIN}


@pytest.fixture
def moderator(desk: Desk) -> Client:
    """A browser that has signed in."""
    client = desk.client()
    assert client.post("/signin", data={"key": KEY}, headers=FORM).status_code == 303
    return client


def only_code(desk: Desk) -> str:
    """The code of the one workshop there is."""
    [code] = desk.house.registry.codes()
    return code


@pytest.mark.parametrize(
    "typed", ["{}", " {} ", "{lower}", "{first}-{second}", "{first} {second}", "{first}–{second}"]
)
def test_a_code_leads_to_the_workshop_however_it_is_typed(desk: Desk, workshop: Workshop, typed: str):
    code = workshop.code
    given = typed.format(code, lower=code.lower(), first=code[:4], second=code[4:])
    answer = desk.client().get("/enter", query_string={"code": given})
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/w/{code}")


@pytest.mark.parametrize(
    "typed", ["NOPE", "<script>alert(1)</script>", '"><b>', "../..", "x" * 3000, "\u202eABC", "\x00"]
)
def test_a_wrong_code_gets_the_field_again_with_what_was_typed_and_what_to_do(desk: Desk, typed: str):
    answer = desk.client().get("/enter", query_string={"code": typed, "lang": "en"})
    assert answer.status_code == 404
    assert "There is no workshop with this code." in answer.text
    assert re.search(r'<input class="input code"[^>]* aria-invalid="true"', answer.text)
    assert "<script>alert" not in answer.text
    assert '"><b>' not in answer.text


@pytest.mark.parametrize("query", ["", "?code=", "?code=%20-%20"])
def test_no_code_at_all_leads_back_to_the_start(desk: Desk, query: str):
    answer = desk.client().get(f"/enter{query}")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")


def test_an_address_with_a_wrong_code_offers_the_field(desk: Desk):
    answer = desk.client().get("/w/NOPE?lang=en")
    assert answer.status_code == 404
    assert 'action="/enter"' in answer.text
    assert 'value="NOPE"' in answer.text


def test_the_key_signs_in_and_signing_out_forgets_it(desk: Desk):
    client = desk.client()
    before = client.get("/?lang=en").text
    client.post("/signin", data={"key": f" {KEY} "}, headers=FORM)
    during = client.get("/?lang=en").text
    client.post("/signout", headers=FORM)
    after = client.get("/?lang=en").text
    assert ["New workshop" in page for page in (before, during, after)] == [False, True, False]


def test_the_moderators_link_signs_in_and_loses_the_key(desk: Desk):
    client = desk.client()
    answer = client.get(f"/?key={KEY}")
    assert (answer.status_code, answer.headers["Location"], answer.headers["Referrer-Policy"]) == (
        303,
        "/",
        "no-referrer",
    )
    assert "New workshop" in client.get("/?lang=en").text


@pytest.mark.parametrize("key", ["", "wrong", KEY + " x", KEY.upper(), "\u0142" * 300])
def test_a_wrong_key_is_told_so_at_its_field_and_signs_nobody_in(desk: Desk, key: str):
    client = desk.client()
    answer = client.post("/signin?lang=en", data={"key": key}, headers=FORM)
    assert (answer.status_code, "Set-Cookie" in answer.headers) == (403, False)
    assert "This is not the moderator key." in answer.text
    assert "New workshop" not in client.get("/?lang=en").text


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "null"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://localhost.evil.example"},
        {"Origin": "http://localhost:81"},
        {"Origin": "http://["},
        {"Referer": "https://evil.example/http://localhost/"},
    ],
)
@pytest.mark.parametrize("path", ["/signin", "/signout", "/workshops"])
def test_a_form_from_elsewhere_does_nothing(
    desk: Desk, moderator: Client, path: str, headers: dict[str, str]
):
    answer = moderator.post(path, data={"key": KEY, "scenario": "pzk"}, headers=headers)
    assert (answer.status_code, "Set-Cookie" in answer.headers) == (403, False)
    assert desk.house.registry.codes() == ()
    assert "New workshop" in moderator.get("/?lang=en").text


def test_a_form_whose_origin_was_taken_out_on_the_way_is_known_by_its_referer(desk: Desk):
    client = desk.client()
    assert client.post("/signin", data={"key": KEY}, headers={"Referer": f"{ORIGIN}/"}).status_code == 303


def test_the_form_makes_the_workshop_it_describes_and_leads_to_its_console(desk: Desk, moderator: Client):
    answer = moderator.post(
        "/workshops",
        data={
            "title": "Karta PZK w Mysłowicach",
            "scenario": "pzk",
            "language": "pl",
            "format": "classic",
            "tables": "5",
            "rounds": "3",
            "minutes": "20, 15",
        },
        headers=FORM,
    )
    code = only_code(desk)
    state = desk.house.registry.get(code).state
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/w/{code}/moderator")
    assert (state.title, state.scenario, state.language, state.format) == (
        "Karta PZK w Mysłowicach",
        "pzk",
        "pl",
        "classic",
    )
    assert (len(state.tables), [each.minutes for each in state.rounds.values()]) == (5, [20, 15, 15])
    assert moderator.get(answer.headers["Location"]).status_code == 200


def test_what_is_left_empty_comes_from_the_scenario(desk: Desk, moderator: Client):
    moderator.post(
        "/workshops", data={"scenario": "pzk", "language": "en", "title": " ", "tables": ""}, headers=FORM
    )
    state = desk.house.registry.get(only_code(desk)).state
    scenario = desk.house.registry.scenarios.find("pzk", "en")
    assert (state.title, state.format, tuple(each.minutes for each in state.rounds.values())) == (
        scenario.title,
        scenario.format,
        scenario.minutes,
    )


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("tables", "0", "from 1 to 200"),
        ("tables", "201", "from 1 to 200"),
        ("tables", "four", "from 1 to 200"),
        ("tables", "-3", "from 1 to 200"),
        ("tables", "٣", "from 1 to 200"),
        ("rounds", "21", "from 1 to 20"),
        ("rounds", "1e3", "from 1 to 20"),
        ("minutes", "20, soon", "from 1 to 240"),
        ("minutes", "20, 0", "from 1 to 240"),
        ("minutes", "20, 15, 15, 10, 5", "from 1 to 240"),
        ("title", "a" * 201, "at most 200 fit"),
    ],
)
def test_a_form_that_cant_be_used_comes_back_as_it_was_with_what_is_wrong(
    desk: Desk, moderator: Client, field: str, value: str, told: str
):
    data = {"scenario": "pzk", "language": "en", "rounds": "4", "title": "Kept", field: value}
    answer = moderator.post("/workshops?lang=en", data=data, headers=FORM)
    assert 400 <= answer.status_code < 500
    assert told in answer.text
    assert re.search(
        rf'<input [^>]*id="{field}"[^>]*value="{re.escape(value)}"[^>]*aria-invalid="true"', answer.text
    )
    assert desk.house.registry.codes() == ()


@pytest.mark.parametrize(
    "data", [{"scenario": "nope"}, {"scenario": "pzk", "language": "xx"}, {"scenario": "", "format": "x"}]
)
def test_a_form_that_no_page_of_ours_sends_is_refused(desk: Desk, moderator: Client, data: dict[str, str]):
    assert moderator.post("/workshops", data=data, headers=FORM).status_code in {400, 404}
    assert desk.house.registry.codes() == ()


def test_nobody_makes_a_workshop_without_the_key(desk: Desk):
    answer = desk.client().post("/workshops", data={"scenario": "pzk"}, headers=FORM)
    assert (answer.status_code, desk.house.registry.codes()) == (401, ())


def test_the_workshops_are_listed_with_their_links_the_newest_first_to_the_moderator_only(
    desk: Desk, moderator: Client, workshop: Workshop
):
    newer = desk.make(scenario="classic", language="en", title="<b>Second</b> & last")
    page = moderator.get("/?lang=en").text
    listed = re.findall(r'<a class="workshop-title" href="([^"]+)">([^<]*)</a>', page)
    first = desk.house.registry.get(workshop.code).state.title
    assert listed == [
        (f"/w/{newer.code}/moderator", "&lt;b&gt;Second&lt;/b&gt; &amp; last"),
        (f"/w/{workshop.code}/moderator", first),
    ]
    assert workshop.code not in desk.client().get("/").text


def test_a_workshop_whose_file_is_damaged_hides_none_of_the_others(desk: Desk, moderator: Client):
    desk.house.settings.sessions.joinpath("DAMAGED2.db").write_bytes(b"not a database at all" * 100)
    good = desk.make(scenario="pzk")
    page = moderator.get("/")
    assert (page.status_code, good.code in page.text, "DAMAGED2" in page.text) == (200, True, False)
