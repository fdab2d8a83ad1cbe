"""What a public body must tell people: the accessibility declaration, the privacy notice, and the form in
which the institution fills them in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from werkzeug.test import Client, TestResponse

from facilitation.institution import FILE, LINE, Institution, Nameplate
from facilitation.web.institution import FIELDS
from tests.web.conftest import KEY, ORIGIN, Desk, Workshop
from tests.web.test_pages import facts

IDS = {
    *("a11y-wstep", "a11y-podmiot", "a11y-zakres", "a11y-url", "a11y-data-publikacja"),
    *("a11y-data-aktualizacja", "a11y-status", "a11y-data-sporzadzenie", "a11y-kontakt", "a11y-email"),
    *("a11y-telefon", "a11y-procedura", "a11y-architektura", "a11y-komunikacja"),
}
"""What the ministry's validator looks for: technical conditions, version 2.0 of 31 July 2024."""

OPTIONAL = {"a11y-aplikacje", "a11y-data-przeglad"}

FILLED = {
    "name": 'MOPS w Lipowie "Most" <b>',
    "address": "ul. Lipowa 1, 00-001 Lipowo",
    "site": "https://obrus.lipowo.example",
    "contact": "Halina Nowak",
    "email": "dostepnosc@lipowo.example",
    "phone": "+48 12 345 67 89",
    "officer": "Jan Kowalski, iod@lipowo.example",
    "basis": "Uchwała nr 7 Rady Miasta",
    "keeping": "Sześć miesięcy od przyjęcia karty.",
    "architecture": "Wejście bez schodów.\n\nWinda na każde piętro.",
    "communication": "Tłumacz PJM po zgłoszeniu.",
    "published": "2026-01-10",
    "updated": "2026-03-02",
    "prepared": "2026-03-03",
    "reviewed": "2026-03-31",
}


def ids(page: str) -> list[str]:
    """The declaration's ids on a page, sorted, each as often as it is there."""
    return sorted(re.findall(r'id="(a11y-[^"]+)"', page))


def moderator(desk: Desk) -> Client:
    """A browser that has shown the key."""
    client = desk.client()
    assert client.get(f"/?key={KEY}").status_code == 303
    return client


def send(client: Client, **fields: str) -> TestResponse:
    """The form, filled in as FILLED and sent as a browser does."""
    return client.post("/institution?lang=pl", data={**FILLED, **fields}, headers={"Origin": ORIGIN})


def text(page: str) -> str:
    """What a person reads of the page's main part."""
    main = page.partition("<main")[2].partition("</main>")[0].partition(">")[2]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_declaration_has_every_part_that_the_ministry_asks_for_once(desk: Desk, language: str):
    empty = desk.client().get(f"/accessibility?lang={language}").text
    assert set(ids(empty)) - OPTIONAL == IDS
    assert len(ids(empty)) == len(set(ids(empty)))
    send(moderator(desk))
    assert ids(desk.client().get(f"/accessibility?lang={language}").text) == sorted(IDS | OPTIONAL)


def test_what_the_institution_fills_in_stands_in_both_pages_and_nothing_is_left_to_fill_in(desk: Desk):
    client = moderator(desk)
    assert send(client).headers["Location"] == "/institution?saved=1"
    pages = {path: desk.client().get(f"/{path}?lang=pl").text for path in ("accessibility", "privacy")}
    assert {path: "do uzupełnienia" in page for path, page in pages.items()} == dict.fromkeys(pages, False)
    assert "MOPS w Lipowie &#34;Most&#34; &lt;b&gt;" in pages["accessibility"]
    assert (
        '<time id="a11y-data-publikacja" datetime="2026-01-10">10 stycznia 2026</time>'
        in pages["accessibility"]
    )
    assert '<a id="a11y-telefon" href="tel:+48123456789">+48 12 345 67 89</a>' in pages["accessibility"]
    assert "<p>Wejście bez schodów.</p>\n<p>Winda na każde piętro.</p>" in pages["accessibility"]
    told = text(pages["privacy"])
    assert [FILLED[field] in told for field in ("officer", "basis", "keeping", "address")] == [True] * 4
    form = client.get("/institution?lang=pl").text
    assert 'value="2026-03-31"' in form
    assert "Winda na każde piętro.</textarea>" in form


def test_the_console_is_told_of_gaps_until_the_institution_has_filled_them_in(desk: Desk, workshop: Workshop):
    path = f"/w/{workshop.code}/moderator"
    client = moderator(desk)
    told = facts(client.get(path).text)
    assert (told["unsaid"], told["urls"]["institution"]) == (True, "/institution")
    of_another = facts(desk.client(workshop.moderator, path).get(path).text)
    assert (of_another["unsaid"], of_another["urls"]["institution"]) == (True, "")
    send(client, phone="")
    assert facts(client.get(path).text)["unsaid"] is True
    send(client, site="", basis="", reviewed="")
    assert "unsaid" not in facts(client.get(path).text)


@pytest.mark.parametrize("path", ["/accessibility", "/privacy"])
def test_what_is_missing_is_said_plainly_and_moderators_are_told_where_to_fill_it_in(desk: Desk, path: str):
    told = text(desk.client().get(f"{path}?lang=en").text)
    assert "[to be filled in by the institution: its full name]" in told
    assert "Only you see this line" not in told
    assert 'href="/institution"' in moderator(desk).get(f"{path}?lang=en").text


def test_only_whoever_holds_the_key_sees_and_changes_the_institution(desk: Desk):
    stranger = desk.client()
    assert stranger.get("/institution").status_code == 403
    assert send(stranger).status_code == 403
    foreign = {"Origin": "https://elsewhere.example"}
    assert moderator(desk).post("/institution", data=FILLED, headers=foreign).status_code == 403
    assert "do uzupełnienia" in stranger.get("/accessibility?lang=pl").text


@pytest.mark.parametrize(
    ("field", "written", "sentence"),
    [
        ("email", "dostepnosc", "Adres e-mail ma w środku znak @."),
        ("reviewed", "31.03.2026", "Wpisz dzień z kalendarza, na przykład 2026-03-31."),
        ("name", "Ż" * (LINE + 1), "Liczba znaków: 201, a mieści się najwyżej 200. Skróć tekst."),
    ],
)
def test_a_form_that_cannot_be_kept_comes_back_with_everything_in_it(
    desk: Desk, field: str, written: str, sentence: str
):
    client = moderator(desk)
    answer = send(client, **{field: written})
    assert answer.status_code == 400
    assert f'id="{field}-error" role="alert">{sentence}</p>' in answer.text
    assert written in answer.text
    assert FILLED["communication"] in answer.text
    assert "[do uzupełnienia" in client.get("/accessibility?lang=pl").text


def test_every_field_may_stay_empty(desk: Desk):
    client = moderator(desk)
    send(client)
    emptied = {field.name: "" for field in FIELDS}
    assert send(client, **emptied).status_code == 303
    assert "[do uzupełnienia przez instytucję: pełna nazwa]" in client.get("/privacy?lang=pl").text


def test_it_is_kept_over_a_restart_and_a_file_that_is_something_else_is_named(tmp_path: Path):
    institution = Institution(name="Świetlica „Most”", architecture="Rampa.\nWinda.")
    Nameplate(tmp_path).put(institution)
    assert Nameplate(tmp_path).shown == institution
    assert [path.name for path in tmp_path.iterdir()] == [FILE]
    (tmp_path / FILE).write_text('{"name": 7}')
    with pytest.raises(ValueError, match=re.escape(str(tmp_path / FILE))):
        Nameplate(tmp_path)


def test_start_page_and_phone_lead_to_them(desk: Desk):
    client = moderator(desk)
    for page in (desk.client().get("/").text, client.get("/").text):
        assert {"/guide", "/privacy", "/accessibility"} <= set(re.findall(r'href="([^"]+)"', page))
    assert 'href="/institution"' in client.get("/").text
    join = Path(__file__).parents[2] / "static/src/phone"
    assert 'href="/privacy"' in (join / "Join.jsx").read_text("utf-8")
    assert 'href="/accessibility"' in (join / "late/Myself.jsx").read_text("utf-8")
