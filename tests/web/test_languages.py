"""Which language a page is in: the reader's choice, else the link's, browser's, workshop's, server's."""

from __future__ import annotations

import pytest

from tests.web.conftest import Desk, Workshop


def language(desk: Desk, path: str, cookie: str = "", accepted: str = "") -> str:
    """The language of the page at `path`, by its `<html lang>`."""
    client = desk.client()
    if cookie:
        client.get(f"/language/{cookie}")
    page = client.get(path, headers={"Accept-Language": accepted} if accepted else {}).text
    return page.split('<html lang="')[1][:2]


def test_ones_own_choice_comes_before_everything(desk: Desk):
    assert language(desk, "/?lang=pl", cookie="en", accepted="pl") == "en"


def test_the_links_language_comes_before_the_browsers(desk: Desk):
    assert language(desk, "/?lang=pl", accepted="en") == "pl"


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [("pl-PL,pl;q=0.9,en;q=0.8", "pl"), ("en-GB,en;q=0.9", "en"), ("de,en;q=0.5,pl;q=0.4", "en")],
)
def test_the_browsers_language_counts_where_it_is_one_of_ours(desk: Desk, accepted: str, expected: str):
    assert language(desk, "/", accepted=accepted) == expected


@pytest.mark.parametrize("accepted", ["", "uk,de;q=0.8", "x" * 3000, "pl;q=abc, \x01"])
def test_the_workshops_language_counts_where_the_browser_asks_for_none_of_ours(desk: Desk, accepted: str):
    english, polish = desk.make(scenario="pzk", language="en"), desk.make(scenario="pzk", language="pl")
    assert [language(desk, f"/w/{each.code}", accepted=accepted) for each in (english, polish)] == [
        "en",
        "pl",
    ]


def test_elsewhere_the_servers_language_counts(desk: Desk):
    assert language(desk, "/", accepted="uk") == "pl"


def test_a_language_that_is_none_of_ours_is_not_there(desk: Desk):
    assert desk.client().get("/language/xx").status_code == 404
    assert language(desk, "/?lang=xx", accepted="en") == "en"


@pytest.mark.parametrize(
    ("wanted", "goes_to"),
    [
        ("/w/ABC?theme=dark", "/w/ABC?theme=dark"),
        ("https://evil.example/", "/"),
        ("//evil.example/", "/"),
        ("/\\evil.example/", "/"),
        ("\\\\evil.example", "/"),
        ("/\t/evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("w/ABC", "/"),
        ("", "/"),
        ("http:///evil.example", "/"),
        ("https://[", "/"),
    ],
)
def test_the_switch_goes_back_to_a_page_of_ours_and_nowhere_else(desk: Desk, wanted: str, goes_to: str):
    answer = desk.client().get("/language/pl", query_string={"next": wanted})
    assert (answer.status_code, answer.headers["Location"]) == (303, goes_to)


def test_the_choice_is_kept_for_a_year_in_a_cookie_no_script_can_read(desk: Desk):
    client = desk.client()
    client.get("/language/pl")
    cookie = client.get_cookie("obrus_language")
    assert cookie is not None
    assert (cookie.value, cookie.max_age, cookie.http_only, cookie.same_site) == (
        "pl",
        31_536_000,
        True,
        "Lax",
    )


def test_errors_and_refusals_are_in_the_persons_language(desk: Desk, workshop: Workshop):
    english = desk.program("GET", "/api/workshops/NOPE", headers={"Accept-Language": "en"}).get_json()[
        "detail"
    ]
    polish = desk.program("GET", "/api/workshops/NOPE", headers={"Accept-Language": "pl"}).get_json()[
        "detail"
    ]
    assert english == "There is no workshop with this code. Check the letters on the screen in the room."
    assert polish != english


def test_the_browsers_words_are_in_the_page_for_polish_and_are_the_keys_themselves_in_english(
    desk: Desk, workshop: Workshop
):
    client = desk.client()
    polish = client.get(f"/w/{workshop.code}?lang=pl").text
    english = client.get(f"/w/{workshop.code}?lang=en").text
    assert '"strings": {"locale": "pl"' in polish
    assert '"strings": ""}' in english


def test_a_pages_first_words_are_the_titles_in_the_readers_language_or_say_which_they_are_in(
    desk: Desk, workshop: Workshop
):
    title = desk.house.registry.get(workshop.code).state.title
    first = [desk.client().get(f"/w/{workshop.code}?lang={language}").text for language in ("pl", "en")]
    assert f"<h1>{title}</h1>" in first[0]
    assert "<h1>Charter of the Partner Cooperation Team</h1>" in first[1]
    named = desk.make(scenario="pzk", language="pl", title="Karta Zielonki")
    assert '<h1 lang="pl">Karta Zielonki</h1>' in desk.client().get(f"/w/{named.code}?lang=en").text
