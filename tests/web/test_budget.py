"""How much a phone loads when it comes for the first time, over the plain http of a venue, where a browser
asks for gzip only. The measure is of the built files, so it is the same on every machine."""

from __future__ import annotations

import re

import pytest

from tests.web.conftest import Desk, Workshop

BYTES = 45_000
REQUESTS = 6


@pytest.mark.parametrize("language", ["en", "pl"])
def test_a_phones_first_visit_is_light(desk: Desk, workshop: Workshop, language: str):
    client = desk.client()
    page = f"/w/{workshop.code}?lang={language}"
    addresses = re.findall(r'(?:href|src)="(/static/[^"]+)"', client.get(page).text)
    asked = {"Accept-Encoding": "gzip"}
    loaded = [client.get(address, headers=asked, buffered=True) for address in (page, *addresses)]
    assert [answer.status_code for answer in loaded] == [200] * len(loaded)
    assert len(loaded) <= REQUESTS
    assert sum(len(answer.data) for answer in loaded) <= BYTES
