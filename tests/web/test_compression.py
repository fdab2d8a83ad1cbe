"""Pages are small on the wire, and what is not a text or not worth it is left alone."""

from __future__ import annotations

import gzip

from tests.web.conftest import Desk, Workshop


def test_a_page_travels_as_gzip_to_a_browser_that_takes_it(desk: Desk, workshop: Workshop):
    client = desk.client()
    plain = client.get(f"/w/{workshop.code}?lang=pl")
    packed = client.get(f"/w/{workshop.code}?lang=pl", headers={"Accept-Encoding": "gzip, deflate"})
    assert gzip.decompress(packed.data) == plain.data
    assert (packed.headers["Content-Encoding"], packed.headers["Vary"]) == ("gzip", "Accept-Encoding")
    assert int(packed.headers["Content-Length"]) == len(packed.data) < len(plain.data) / 2


def test_short_answers_and_downloads_travel_as_they_are(desk: Desk, workshop: Workshop):
    accepting = {"Accept-Encoding": "gzip"}
    answers = [
        desk.program("GET", path, workshop.moderator, headers=accepting)
        for path in ("/healthz", f"/w/{workshop.code}/charter.docx", f"/w/{workshop.code}/journal.jsonl")
    ]
    assert [answer.headers.get("Content-Encoding") for answer in answers] == [None, None, None]


def test_a_shell_repeats_nothing_of_its_address_but_the_code(desk: Desk, workshop: Workshop):
    client = desk.client(workshop.moderator, f"/w/{workshop.code}")
    for path in ("", "/board", "/moderator"):
        page = client.get(f"/w/{workshop.code}{path}?lang=en&guess=abcdefghijkl").text
        assert "abcdefghijkl" not in page
