"""What surrounds the charter over HTTP: logos, the partner's page, and what goes back to people."""

from __future__ import annotations

import json
import uuid
from datetime import date, timedelta

import pytest
from werkzeug.test import TestResponse

from tests.domain.histories import png
from tests.web.conftest import Desk, Workshop
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
    assert open_to_a_guest() == [403, 403, 403]
    assert not desk.house.registry.get(workshop.code).state.results_shared


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
