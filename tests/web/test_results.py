"""What surrounds the charter over HTTP: logos, the partner's page, and what goes back to people."""

from __future__ import annotations

import json
import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from werkzeug.test import TestResponse

from facilitation.domain.actors import GUEST
from facilitation.domain.workshop import Workshop as State
from facilitation.projections import view
from facilitation.web import results
from facilitation.web.exports import EXPORTS
from tests.domain.histories import png
from tests.web.conftest import Desk, Workshop
from tests.web.test_exports import readable
from tests.web.test_pages import facts


def command(desk: Desk, workshop: Workshop, kind: str, **fields: object) -> None:
    """One command of the moderator, which is carried out."""
    wish = {"id": str(uuid.uuid4()), "type": kind, **fields}
    path = f"/api/workshops/{workshop.code}/commands"
    assert desk.program("POST", path, workshop.moderator, data=json.dumps(wish)).status_code == 200


def upload(desk: Desk, workshop: Workshop, data: bytes, role: str = "moderator") -> TestResponse:
    """A logo is sent."""
    path = f"/api/workshops/{workshop.code}/logos?alt=Herb&name=herb.png"
    return desk.program("POST", path, workshop.token(role), data=data)


def test_a_logo_is_uploaded_and_served_as_the_picture_it_is(desk: Desk, workshop: Workshop):
    added = upload(desk, workshop, png(2))
    assert (added.status_code, added.json["result"]) == (201, {"logo": "L1"})
    where = added.headers["Location"]
    shown = desk.client().get(where)
    assert (shown.data, shown.content_type) == (png(2), "image/png")
    assert shown.headers["X-Content-Type-Options"] == "nosniff"
    assert desk.client().get(where, headers={"If-None-Match": shown.headers["ETag"]}).status_code == 304
    command(desk, workshop, "logo.drop", logo="L1")
    assert desk.client().get(where).status_code == 404


@pytest.mark.parametrize(
    ("data", "role", "status"),
    [
        (b"<svg/>", "moderator", 400),
        (b"", "moderator", 400),
        (b"\0" * 1_000_001, "moderator", 413),
        (b"\0" * 2_000_000, "moderator", 413),
        (png(), "participant", 403),
        (png(), "guest", 403),
    ],
)
def test_what_is_no_logo_is_refused(desk: Desk, workshop: Workshop, data: bytes, role: str, status: int):
    assert upload(desk, workshop, data, role).status_code == status


def test_the_partners_link_opens_the_declaration_and_nothing_else(desk: Desk, workshop: Workshop):
    path = f"/w/{workshop.code}/declaration"
    assert desk.client().get(path).status_code == 403
    token = desk.issue(workshop.code, "partner")
    partner = desk.client(token, path)
    page = partner.get(path).text
    told = facts(page)
    assert (told["role"], told["token"], told["page"]) == ("partner", token, "declaration")
    assert '<div id="app" data-page="declaration">' in page
    assert partner.get(f"/w/{workshop.code}/charter.md").status_code == 403
    assert partner.get(f"/w/{workshop.code}/moderator").status_code == 403
    seen = desk.program("GET", f"/api/workshops/{workshop.code}", token).json
    assert set(seen["channels"]) == {"public"}


def test_a_participant_declares_as_himself(desk: Desk, workshop: Workshop):
    path = f"/w/{workshop.code}/declaration"
    told = facts(desk.client(workshop.participant, path).get(path).text)
    assert (told["role"], told["token"]) == ("participant", workshop.participant)


def test_results_are_everybodys_with_the_code_until_the_day_that_was_set(desk: Desk, workshop: Workshop):
    pages = [f"/w/{workshop.code}/results", f"/w/{workshop.code}/charter.md"]
    api = f"/api/workshops/{workshop.code}/results"
    today = date.today()

    def open_to_a_guest() -> list[int]:
        answers = [desk.client().get(page).status_code for page in pages]
        return [*answers, desk.program("GET", api).status_code]

    command(desk, workshop, "workshop.close")
    assert open_to_a_guest() == [403, 403, 403]
    assert desk.client(workshop.moderator, pages[0]).get(pages[0]).status_code == 200
    assert desk.program("GET", api, workshop.moderator).status_code == 200
    command(desk, workshop, "results.share", until=today.isoformat())
    assert open_to_a_guest() == [200, 200, 200]
    told = facts(desk.client().get(pages[0]).text)
    assert (told["role"], told["page"], told["urls"]["results"]) == ("guest", "results", api)
    command(desk, workshop, "results.share", until=(today - timedelta(1)).isoformat(), on=True)
    assert open_to_a_guest() == [410, 410, 410]
    assert not desk.house.registry.get(workshop.code).state.results_shared


def test_after_the_last_day_the_code_opens_nothing_and_says_until_when_it_did_and_whom_to_ask(
    desk: Desk, workshop: Workshop
):
    papers = [f"/w/{workshop.code}/{name}" for name in ("charter.docx", "charter.html", "poster.html")]
    page, api = f"/w/{workshop.code}/results", f"/api/workshops/{workshop.code}/results"
    command(desk, workshop, "workshop.edit", organiser="Ośrodek Pomocy w Dąbrowie")
    assert [desk.program("GET", path, workshop.participant).status_code for path in papers] == [200] * 3
    command(desk, workshop, "results.share", until="2024-01-31")
    everything = [page, *papers, api]
    told = {
        token: [desk.program("GET", path, token).status_code for path in everything]
        for token in (workshop.participant, "", workshop.moderator)
    }
    assert told == {workshop.participant: [410] * 5, "": [410] * 5, workshop.moderator: [200] * 5}
    shown = desk.client().get(page, headers={"Accept-Language": "pl"}).text
    assert "do końca dnia 31 stycznia 2024" in shown
    assert "zapytaj organizatora: Ośrodek Pomocy w Dąbrowie." in shown
    refusal = desk.program("GET", api, headers={"Accept-Language": "en"}).json["refusal"]
    assert refusal["message"].endswith("ask the organiser: Ośrodek Pomocy w Dąbrowie.")
    command(desk, workshop, "results.share")
    assert [desk.program("GET", path).status_code for path in everything] == [200] * 5


def test_results_that_a_moderator_closed_are_not_said_to_be_over(desk: Desk, workshop: Workshop):
    command(desk, workshop, "results.share", until="2099-12-31")
    command(desk, workshop, "results.share", on=False)
    api = f"/api/workshops/{workshop.code}/results"
    assert desk.program("GET", api).json["refusal"]["code"] == "results_closed"
    assert desk.program("GET", f"/w/{workshop.code}/charter.md", workshop.participant).status_code == 200


def test_of_partners_guests_read_what_was_consented_to_and_never_a_contact(desk: Desk, workshop: Workshop):
    command(desk, workshop, "declarations.open")
    said = {
        "institution": "Parafia",
        "name": "ks. Iks",
        "role": "proboszcz",
        "contact": "iks@parafia.example",
    }
    other = {"institution": "Klub Wycofany", "name": "Jan Odwołany", "contact": "jan@klub.example"}
    for told in (said, other):
        partner = desk.issue(workshop.code, "partner")
        made = desk.command(workshop.code, partner, type="declaration.make", consent=True, **told)
        assert made["ok"]
    command(desk, workshop, "declaration.withdraw", declaration="D2")
    command(desk, workshop, "results.share")
    names = [name for name, export in EXPORTS.items() if "participant" in export.roles]
    read = {name: desk.program("GET", f"/w/{workshop.code}/{name}") for name in names}
    papers = {name: readable(name, answer.data).decode(errors="replace") for name, answer in read.items()}
    api = desk.program("GET", f"/api/workshops/{workshop.code}/results").text
    words = ("Parafia", "Iks, proboszcz", "parafia.example", "Wycofany", "Odwołany")
    shown = {name: [word in text for word in words] for name, text in {**papers, "api": api}.items()}
    charter = [True, True, False, False, False]
    assert shown == {
        "charter.md": charter,
        "charter.docx": charter,
        "charter.html": charter,
        "poster.html": [True, False, False, False, False],
        "api": [False] * 5,
    }


def test_a_partner_gets_the_token_of_the_declaration_over_http_too(desk: Desk, workshop: Workshop):
    command(desk, workshop, "declarations.open")
    wish = {"type": "declaration.make", "institution": "Parafia", "name": "ks. Iks", "consent": True}
    path, token = f"/api/workshops/{workshop.code}/commands", desk.issue(workshop.code, "partner")
    sent = json.dumps({"id": "the-same-every-time", **wish})
    made = desk.program("POST", path, token, data=sent).json["result"]
    assert made["declaration"] == "D1"
    assert desk.program("POST", path, token, data=sent).json["result"] == made
    assert desk.program("POST", path, made["token"], data=sent).json["result"]["declaration"] == "D1"
    seen = desk.program("GET", f"/api/workshops/{workshop.code}", made["token"]).json["channels"]
    assert seen["declaration/D1"]["declarations"]["D1"]["institution"] == "Parafia"


def test_what_is_everybodys_is_told_once_for_each_state_and_ones_own_to_each(
    desk: Desk, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
):
    told: list[str] = []

    def watched(state: State, channel: str) -> dict[str, Any]:
        told.append(channel)
        return view(state, channel)

    monkeypatch.setattr(results, "view", watched)
    command(desk, workshop, "idea.post", text="wspólny stół", table="T1", participant="P1")
    command(desk, workshop, "results.share")
    path = f"/api/workshops/{workshop.code}/results"
    for token in ("", workshop.participant, ""):
        shown = desk.program("GET", path, token).json
        assert [idea["text"] for idea in shown["ideas"].values()] == ["wspólny stół"]
        assert shown.get("own") == (["I1"] if token else None)
    assert told == ["public", "board", "person/P1"]
    command(desk, workshop, "idea.hide", idea="I1")
    assert desk.program("GET", path).json["ideas"] == {}


def test_of_results_nothing_is_kept_when_their_workshop_is_no_more(
    desk: Desk, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
):
    told: list[str] = []
    monkeypatch.setattr(results, "view", lambda state, channel: told.append(channel) or view(state, channel))
    state, shared = desk.house.registry.get(workshop.code).state, results.SharedResults()
    for forgotten in ("ANOTHER", workshop.code):
        assert shared.of(state, GUEST) == shared.of(state, GUEST)
        shared.forget(forgotten)
    shared.of(state, GUEST)
    assert told == ["public", "board"] * 2
