"""Who may see what: every path, asked by every role, of this workshop and of another."""

from __future__ import annotations

from itertools import product

import pytest

from facilitation.domain.actors import MODERATOR
from facilitation.web.exports import EXPORTS
from tests.web.conftest import KEY, Desk, Workshop

ROLES = ("guest", "participant", "board", "moderator")
THE_ROOM = ("charter.md", "charter.docx", "charter.html", "poster.html")
MODERATORS = (
    *(
        "report.md",
        "report.docx",
        "report.html",
        "statistics.html",
        "ideas.csv",
        "ideas.xlsx",
        "journal.jsonl",
    ),
    *("declarations.docx", "declarations.html", "partners.docx", "partners.html"),
)
PAGES = {
    "": set(ROLES),
    "/qr.svg": set(ROLES),
    "/board": {"board", "moderator"},
    "/moderator": {"moderator"},
    "/print": {"moderator"},
    **{f"/{name}": {"participant", "board", "moderator"} for name in THE_ROOM},
    **{f"/{name}": {"moderator"} for name in MODERATORS},
}
"""Path below /w/CODE → the roles that get it."""


def test_the_table_above_has_every_download():
    assert {name.removeprefix("/") for name in PAGES if "." in name} == {*EXPORTS, "qr.svg"}


def test_every_path_is_open_to_its_roles_with_a_cookie_and_to_nobody_else(desk: Desk, workshop: Workshop):
    other = desk.make(scenario="classic")
    wrong = []
    for role in ROLES:
        client = desk.client(workshop.token(role), f"/w/{workshop.code}")
        for path, roles in PAGES.items():
            own = client.get(f"/w/{workshop.code}{path}").status_code
            foreign = client.get(f"/w/{other.code}{path}").status_code
            if (own, foreign) != (200 if role in roles else 403, 200 if "guest" in roles else 403):
                wrong.append((role, path, own, foreign))
    assert wrong == []


def test_every_path_is_open_to_the_same_roles_with_a_bearer(desk: Desk, workshop: Workshop):
    other = desk.make(scenario="classic")
    wrong = []
    for number, (role, (path, roles)) in enumerate(product(ROLES[1:], PAGES.items())):
        # From an address of its own, as too many tokens of another workshop would be refused.
        from_there = {"environ_overrides": {"REMOTE_ADDR": f"198.51.100.{number}"}}
        token = workshop.token(role)
        own = desk.program("GET", f"/w/{workshop.code}{path}", token, **from_there).status_code
        foreign = desk.program("GET", f"/w/{other.code}{path}", token, **from_there).status_code
        if (own, foreign) != (200 if role in roles else 403, 401):
            wrong.append((role, path, own, foreign))
    assert wrong == []


def test_the_key_opens_every_path_of_every_workshop(desk: Desk, workshop: Workshop):
    client = desk.client(KEY, "/")
    assert {client.get(f"/w/{workshop.code}{path}").status_code for path in PAGES} == {200}


@pytest.mark.parametrize("role", ["participant", "board", "moderator"])
def test_a_link_with_a_key_leaves_a_cookie_and_an_address_without_it(
    desk: Desk, workshop: Workshop, role: str
):
    client = desk.client()
    answer = client.get(f"/w/{workshop.code}?theme=dark&key={workshop.token(role)}&lang=pl")
    cookie = client.get_cookie(f"obrus_{role}", path=f"/w/{workshop.code}")
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"/w/{workshop.code}?theme=dark&lang=pl"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert cookie is not None
    assert (cookie.value, cookie.path, cookie.http_only, cookie.same_site, cookie.secure) == (
        workshop.token(role),
        f"/w/{workshop.code}",
        True,
        "Lax",
        False,
    )


def test_over_https_the_cookies_are_secure(desk: Desk, workshop: Workshop):
    client = desk.client()
    client.get(f"/w/{workshop.code}?key={workshop.board}", base_url="https://localhost")
    cookie = client.get_cookie("obrus_board", path=f"/w/{workshop.code}")
    assert cookie is not None
    assert cookie.secure is True


def test_the_moderator_key_in_a_link_is_kept_as_a_proof_without_the_key(desk: Desk, workshop: Workshop):
    client = desk.client()
    answer = client.get(f"/w/{workshop.code}/moderator?key={KEY}")
    cookie = client.get_cookie("obrus_key")
    assert answer.headers["Location"] == f"/w/{workshop.code}/moderator"
    assert cookie is not None
    assert (cookie.http_only, cookie.same_site, cookie.path, KEY in cookie.value) == (True, "Lax", "/", False)
    assert client.get(f"/w/{workshop.code}/moderator").status_code == 200


@pytest.mark.parametrize("key", ["nonsense", "ÿ\u202e", "W10.abc", "x" * 5000])
def test_a_link_with_a_wrong_key_leads_to_a_page_that_says_so_and_leaves_no_cookie(
    desk: Desk, workshop: Workshop, key: str
):
    client = desk.client()
    answer = client.get(f"/w/{workshop.code}/board", query_string={"key": key, "lang": "en"})
    assert (answer.status_code, "Set-Cookie" in answer.headers) == (401, False)
    assert "This link is not valid" in answer.text


def test_a_key_of_another_workshop_is_a_wrong_one(desk: Desk, workshop: Workshop):
    other = desk.make(scenario="classic")
    client = desk.client()
    assert client.get(f"/w/{other.code}/moderator?key={workshop.moderator}").status_code == 401


def test_a_participants_link_is_the_way_back_to_the_same_seat(desk: Desk, workshop: Workshop):
    page = desk.client(workshop.participant, f"/w/{workshop.code}").get(f"/w/{workshop.code}").text
    assert f'"role": "participant", "token": "{workshop.participant}"' in page


def test_a_moderators_browser_gets_the_boards_token_on_the_board_and_no_other(desk: Desk, workshop: Workshop):
    page = desk.client(workshop.moderator, f"/w/{workshop.code}").get(f"/w/{workshop.code}/board").text
    assert (workshop.board in page, workshop.moderator in page) == (True, False)


def test_cookies_count_for_nothing_in_the_api(desk: Desk, workshop: Workshop):
    client = desk.client(KEY, "/")
    seen = client.get(f"/api/workshops/{workshop.code}").get_json()
    assert list(seen["channels"]) == ["public"]
    assert client.get("/api/workshops").status_code == 401


def test_a_proof_of_another_servers_key_is_worth_nothing(desk: Desk, workshop: Workshop):
    client = desk.client()
    client.set_cookie("obrus_key", "0" * 64)
    assert client.get(f"/w/{workshop.code}/moderator").status_code == 403


def test_a_token_of_a_role_that_nobody_may_hold_is_not_issued(desk: Desk):
    with pytest.raises(KeyError):
        desk.house.tokens.issue("ABC", MODERATOR.__class__("guest"))
