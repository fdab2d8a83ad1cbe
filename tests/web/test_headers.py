"""Every answer carries the documented headers: pages, exports, API, assets, redirects and errors alike."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from facilitation import assets
from facilitation.web.exports import EXPORTS
from tests.web.conftest import KEY, Desk, Workshop

PAPER_PAGES = [name for name, export in EXPORTS.items() if export.style_source]
DOCUMENT = Path(__file__).parents[2] / "docs" / "http.md"
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self' ws://localhost wss://localhost; font-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


def answers(desk: Desk, workshop: Workshop):
    """One answer of every kind: method and path → answer, asked as moderator and as nobody."""
    code, signed_in = workshop.code, desk.client(KEY, "/")
    downloads = (*EXPORTS, "board", "moderator", "qr.svg")
    paths = [
        *("/", "/enter?code=nope", "/nowhere", "/healthz", "/language/pl", "/w/NOPE"),
        *("/api/openapi.json", "/api/nowhere", "/api/workshops", "/api/workshops/NOPE"),
        *(f"/api/workshops/{code}", f"/w/{code}?key=wrong", f"/w/{code.lower()}", f"/w/{code}"),
        *(f"/w/{code}/{name}" for name in downloads),
        assets.entry("phone").script,
        assets.entry("home").styles[0],
    ]
    for path in paths:
        yield path, desk.client().get(path, buffered=True)
        yield path, signed_in.get(path, buffered=True)
    for path in (
        "/signin",
        "/signout",
        "/workshops",
        "/api/workshops",
        f"/api/workshops/{code}/commands",
        "/",
    ):
        yield path, signed_in.post(path, data=b"x" * 70_000, buffered=True)
        yield path, signed_in.post(path, buffered=True)


def test_every_answer_carries_the_headers(desk: Desk, workshop: Workshop):
    without = [
        (path, answer.status_code, name)
        for path, answer in answers(desk, workshop)
        for name in (*ALWAYS, "Referrer-Policy", "Content-Security-Policy", "Cache-Control")
        if answer.headers.get(name) is None or (name in ALWAYS and answer.headers[name] != ALWAYS[name])
    ]
    assert without == []


def test_no_answer_but_an_assets_may_be_kept_by_anybody_between(desk: Desk, workshop: Workshop):
    kept = {
        path
        for path, answer in answers(desk, workshop)
        if not re.search(r"no-store|private, no-cache", answer.headers["Cache-Control"])
    }
    assert kept == {assets.entry("phone").script, assets.entry("home").styles[0]}


def test_pages_allow_what_this_server_sends_and_nothing_inline(desk: Desk, workshop: Workshop):
    page = desk.client().get(f"/w/{workshop.code}")
    assert page.headers["Content-Security-Policy"] == POLICY


def test_no_page_has_anything_that_its_policy_forbids(desk: Desk, workshop: Workshop):
    inline = re.compile(
        r"<style|\sstyle=|\son\w+=|javascript:|<script(?![^>]*(src=|application/json))", re.IGNORECASE
    )
    found = {
        path: inline.findall(answer.text)
        for path, answer in answers(desk, workshop)
        if answer.mimetype == "text/html" and path.rpartition("/")[2] not in PAPER_PAGES
    }
    assert {path: hits for path, hits in found.items() if hits} == {}


@pytest.mark.parametrize("name", PAPER_PAGES)
def test_a_papers_page_allows_its_one_style_by_its_hash(desk: Desk, workshop: Workshop, name: str):
    page = desk.program("GET", f"/w/{workshop.code}/{name}", workshop.moderator)
    (style,) = re.findall(r"<style>(.*?)</style>", page.text, flags=re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    wanted = POLICY.replace("style-src 'self'", f"style-src 'self' 'sha256-{digest}'")
    assert page.headers["Content-Security-Policy"] == wanted
    assert re.findall(r"\sstyle=|\son\w+=|<script", page.text) == []


@pytest.mark.parametrize("host", ["evil.example; script-src *", "a b", "x,y", "[::1"])
def test_a_strange_host_does_not_get_into_the_policy(desk: Desk, host: str):
    answer = desk.client().get("/", headers={"Host": host})
    assert "connect-src 'self'; " in answer.headers["Content-Security-Policy"]


def test_downloads_are_attachments_and_only_pages_open_in_place(desk: Desk, workshop: Workshop):
    code = workshop.code
    offered = {
        name: desk.program("GET", f"/w/{code}/{name}", workshop.moderator).headers.get("Content-Disposition")
        for name in EXPORTS
    }
    wanted = {name: f'attachment; filename="{code}-{name}"' for name in EXPORTS}
    assert offered == {**wanted, **dict.fromkeys(PAPER_PAGES)}


def test_the_headers_are_documented():
    section = DOCUMENT.read_text("utf-8").split("\n## Headers\n")[1]
    written = dict(re.findall(r"^\| `([^`]+)` \| `([^`]+)`", section, re.MULTILINE))
    assert {name: written.get(name) for name in ALWAYS} == ALWAYS
    assert set(written) == {*ALWAYS, "Referrer-Policy", "Content-Security-Policy", "Cache-Control"}
