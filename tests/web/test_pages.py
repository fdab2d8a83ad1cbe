"""The shells: first words for a person, facts for the script, and what people typed as text only."""

from __future__ import annotations

import json
import re
from typing import Any
from xml.etree import ElementTree

import pytest

from facilitation import assets
from facilitation.projections import view
from facilitation.web import qr
from facilitation.web.exports import EXPORTS
from tests.web.conftest import KEY, Desk, Workshop

FOR_EVERYBODY = ("charter.md", "charter.docx", "charter.html", "poster.html")
HOSTILE = "</script><script>alert(1)</script> & \"quotes\" 'and' <!-- \u2028"


def facts(page: str) -> dict[str, Any]:
    """What the page tells its script."""
    found = json.loads(page.split('<script type="application/json" id="page">')[1].split("</script>")[0])
    assert isinstance(found, dict)
    return found


def test_a_guest_gets_the_phone_without_a_token(desk: Desk, workshop: Workshop):
    told = facts(desk.client().get(f"/w/{workshop.code}?lang=en").text)
    join = told["urls"].pop("join")
    assert told.pop("first")["phase"] == "lobby"
    assert told == {
        "code": workshop.code,
        "role": "guest",
        "token": "",
        "language": "en",
        "urls": {
            "home": "/",
            "charter.md": f"/w/{workshop.code}/charter.md",
            "charter.docx": f"/w/{workshop.code}/charter.docx",
            "charter.html": f"/w/{workshop.code}/charter.html",
            "poster.html": f"/w/{workshop.code}/poster.html",
        },
        "strings": "",
    }
    assert join.endswith(f"/w/{workshop.code}")


def test_what_the_form_to_join_is_made_of_comes_with_a_guests_phone_as_the_public_channel_has_it(
    desk: Desk, workshop: Workshop
):
    path, state = f"/w/{workshop.code}", desk.house.registry.get(workshop.code).state
    first = facts(desk.client().get(path).text)["first"]
    public = view(state, "public")
    assert first == {name: public[name] for name in ("title", "language", "phase", "sectors")}
    for token, others in ((workshop.participant, path), (workshop.board, f"{path}/board")):
        assert "first" not in facts(desk.client(token, others).get(others).text)
    assert desk.command(workshop.code, workshop.moderator, type="workshop.close")["ok"]
    assert "first" not in facts(desk.client().get(path).text)


@pytest.mark.parametrize(
    ("role", "path", "urls"),
    [
        ("participant", "", {"home", "join", *FOR_EVERYBODY}),
        ("board", "/board", {"home", "join", "qr"}),
        (
            "moderator",
            "/moderator",
            {"home", "join", "qr", "board", "api", "tables", "paper", "results"}
            | {"declaration", "declaration_qr", "preview", "real", *EXPORTS}
            | {"guide", "privacy", "accessibility", "institution"},
        ),
    ],
)
def test_each_role_gets_its_token_and_its_addresses(
    desk: Desk, workshop: Workshop, role: str, path: str, urls: set[str]
):
    client = desk.client(workshop.token(role), f"/w/{workshop.code}")
    told = facts(client.get(f"/w/{workshop.code}{path}").text)
    assert (told["role"], told["token"], set(told["urls"])) == (role, workshop.token(role), urls)
    # `tables` is where the addresses of the tables' tablets begin.
    whole = {name: address for name, address in told["urls"].items() if name != "tables"}
    own = {name: address for name, address in whole.items() if address.startswith("/")}
    answers = {name: client.get(address, follow_redirects=True).status_code for name, address in own.items()}
    assert answers == dict.fromkeys(own, 200)


def test_a_participant_of_whom_the_workshop_knows_nothing_is_a_guest(desk: Desk, workshop: Workshop):
    nobody = desk.house.tokens.issue(workshop.code, desk.issue.__globals__["participant"]("P99"))
    told = facts(desk.client(nobody, f"/w/{workshop.code}").get(f"/w/{workshop.code}").text)
    assert (told["role"], told["token"]) == ("guest", "")


@pytest.mark.parametrize("path", ["", "/board", "/moderator"])
def test_a_hostile_title_is_text_wherever_it_stands(desk: Desk, path: str):
    made = desk.make(scenario="pzk", language="en", title=HOSTILE)
    page = desk.client(KEY, "/").get(f"/w/{made.code}{path}?lang=en").text
    assert "<script>alert(1)" not in page
    assert len(re.findall("<script", page)) == 2
    assert "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp;" in page


@pytest.mark.parametrize(("page", "path"), [("phone", ""), ("board", "/board"), ("moderator", "/moderator")])
def test_a_page_loads_its_own_script_and_styles(desk: Desk, workshop: Workshop, page: str, path: str):
    text = desk.client(KEY, "/").get(f"/w/{workshop.code}{path}").text
    loaded = assets.entry(page)
    assert re.findall(r'<script type="module" src="([^"]+)">', text) == [loaded.script]
    assert re.findall(r'<link rel="stylesheet" href="([^"]+)">', text) == list(loaded.styles)
    assert re.findall(r'<link rel="modulepreload" href="([^"]+)">', text) == list(loaded.preload)
    for address in (loaded.script, *loaded.styles, *loaded.preload):
        assert desk.client().get(address, buffered=True).status_code == 200


@pytest.mark.parametrize(
    ("path", "language"), [("", "pl"), ("", "en"), ("/board", "pl"), ("/moderator", "en")]
)
def test_without_a_script_a_page_says_what_to_do_in_the_persons_language(
    desk: Desk, workshop: Workshop, path: str, language: str
):
    text = desk.client(KEY, "/").get(f"/w/{workshop.code}{path}?lang={language}").text
    told = re.findall(r'<noscript><p role="alert">([^<]+)</p></noscript>', text)
    assert ["JavaScript" in sentence for sentence in told] == [True]
    assert ("switched off" in told[0]) is (language == "en")


def test_the_qr_code_is_a_picture_of_the_join_address_with_words_for_those_who_cant_see_it(
    desk: Desk, workshop: Workshop
):
    answer = desk.client().get(f"/w/{workshop.code}/qr.svg?lang=en")
    root = ElementTree.fromstring(answer.text)
    title = root.find("{http://www.w3.org/2000/svg}title")
    assert (answer.mimetype, root.tag) == ("image/svg+xml", "{http://www.w3.org/2000/svg}svg")
    assert title is not None
    assert title.text == f"QR code: join the workshop {workshop.code}"
    assert {"width", "height"}.isdisjoint(root.attrib)


def test_the_partners_link_is_a_qr_code_for_moderators_only(desk: Desk, workshop: Workshop):
    asked = f"/w/{workshop.code}/qr.svg?to=declaration"
    moderator = desk.client(KEY, "/")
    link = facts(moderator.get(f"/w/{workshop.code}/moderator").text)["urls"]["declaration"]
    drawn = moderator.get(f"{asked}&lang=en").data
    assert drawn == qr.svg(link, "QR code: accede to the partnership")
    assert desk.client().get(asked).status_code == 403


def test_the_join_address_is_the_one_phones_can_reach(desk: Desk, workshop: Workshop):
    asked = {
        base: facts(desk.client().get(f"/w/{workshop.code}", base_url=base).text)["urls"]["join"]
        for base in ("http://192.168.1.5:8080", "https://cafe.example.org")
    }
    assert asked == {base: f"{base}/w/{workshop.code}" for base in asked}


def test_phones_get_no_address_of_the_network_where_the_server_listens_on_its_computer_alone(
    desk: Desk, workshop: Workshop
):
    page = desk.client().get(f"/w/{workshop.code}", base_url="http://127.0.0.1:8080").text
    assert facts(page)["urls"]["join"] == f"http://127.0.0.1:8080/w/{workshop.code}"
