"""Whatever goes wrong, a person gets a page that leads on, a program a problem, and nobody a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitation.domain.refusals import Refusal
from facilitation.web import home, pages
from tests.web.conftest import KEY, ORIGIN, Desk, Workshop


def page(desk: Desk, path: str, **options):
    """The page at a path, in English, for nobody in particular."""
    return desk.client().open(path, headers={"Accept-Language": "en"}, **options)


def test_an_address_that_is_none_offers_the_code_field(desk: Desk):
    answer = page(desk, "/no/such/page")
    assert answer.status_code == 404
    assert "There is nothing here" in answer.text
    assert 'action="/enter"' in answer.text


@pytest.mark.parametrize("path", ["/board", "/moderator", "/charter.md", "/journal.jsonl"])
def test_a_page_that_needs_a_link_says_who_has_it(desk: Desk, workshop: Workshop, path: str):
    answer = page(desk, f"/w/{workshop.code}{path}")
    assert (answer.status_code, answer.mimetype) == (403, "text/html")
    assert "The moderator can give you the right link." in answer.text
    assert desk.house.registry.get(workshop.code).state.title not in answer.text


def test_a_body_that_is_too_large_is_told_so(desk: Desk):
    client = desk.client()
    headers = {"Accept-Language": "en", "Origin": ORIGIN}
    answer = client.post("/signin", data={"key": "x" * 70_000}, headers=headers)
    assert (answer.status_code, "That was too much at once" in answer.text) == (413, True)


def test_a_wrong_method_is_told_so_with_the_right_ones(desk: Desk):
    answer = page(desk, "/signin")
    assert (answer.status_code, set(answer.headers["Allow"].split(", "))) == (405, {"OPTIONS", "POST"})


@pytest.mark.parametrize("path", ["/", "/api/openapi.json"])
def test_a_fault_of_ours_is_admitted_without_a_traceback(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, path: str
):
    def break_down() -> None:
        raise RuntimeError("the secret inside of it")

    monkeypatch.setattr(home.access, "holds_key", break_down)
    monkeypatch.setattr("facilitation.web.openapi.document", break_down)
    answer = page(desk, path)
    assert answer.status_code == 500
    assert answer.mimetype == ("text/html" if path == "/" else "application/problem+json")
    assert "The fault is the server's, not yours." in answer.json["detail"] if answer.is_json else answer.text
    assert "secret inside" not in answer.text
    assert "Traceback" not in answer.text


def test_without_templates_there_is_still_a_sentence(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    def break_down(*_: object, **__: object) -> None:
        raise RuntimeError("no templates")

    monkeypatch.setattr(home, "render_template", break_down)
    monkeypatch.setattr("facilitation.web.errors.render_template", break_down)
    answer = page(desk, "/")
    assert (answer.status_code, answer.mimetype) == (500, "text/plain")
    assert (
        answer.text
        == "The fault is the server's, not yours. Try again; if it happens again, tell the moderator.\n"
    )


def test_a_server_that_stops_says_so(desk: Desk, workshop: Workshop, monkeypatch: pytest.MonkeyPatch):
    def stopping(*_: object) -> None:
        raise Refusal("stopping")

    monkeypatch.setattr(pages.access, "visit", stopping)
    answer = page(desk, f"/w/{workshop.code}")
    assert (answer.status_code, "Not possible at the moment" in answer.text) == (503, True)


@pytest.mark.parametrize(
    "path",
    [
        "/w/%00",
        "/w/%2e%2e",
        "/w/..%2f..%2fetc",
        "/w/\u202e",
        "/w/%ff%fe",
        "/w/" + "A" * 2000,
        "/w/A/%0a",
        "/w/<b>/board",
    ],
)
def test_an_address_made_to_do_harm_is_just_not_there(desk: Desk, path: str):
    answer = page(desk, path)
    assert answer.status_code == 404
    assert "<b>" not in answer.text


def test_healthz_tells_a_folder_that_cant_be_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    well = page(desk, "/healthz")
    monkeypatch.setattr("tempfile.NamedTemporaryFile", _no_space)
    badly = page(desk, "/healthz")
    assert (well.status_code, well.json) == (200, {"status": "ok"})
    assert (badly.status_code, badly.json) == (503, {"status": "read-only"})
    assert [path.name for path in desk.house.settings.sessions.glob(".ready-*")] == []


def _no_space(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


def test_head_is_answered_like_get_without_a_body(desk: Desk, workshop: Workshop):
    client = desk.client(KEY, "/")
    for path in ("/", f"/w/{workshop.code}", f"/w/{workshop.code}/ideas.csv", "/healthz"):
        answer = client.head(path)
        assert (answer.status_code, answer.data) == (200, b"")
