"""A recording that was damaged while the server was down: the start page and the console say so, and the
workshop goes on with what was saved."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from facilitation.app import create_app
from facilitation.config import Settings
from facilitation.runtime.threads import Threads
from tests.web.conftest import KEY, Desk, HerePapers


def started(folder: Path) -> Desk:
    return Desk(create_app(Settings(sessions=folder, moderator_key=KEY), Threads(), paper_jobs=HerePapers()))


def damaged(folder: Path, statement: str) -> str:
    """The code of a workshop whose file this was done to."""
    desk = started(folder)
    code = desk.make().code
    desk.house.close()
    with closing(sqlite3.connect(folder / f"{code}.db")) as raw, raw:
        raw.execute(statement)
    return code


@pytest.mark.parametrize(
    ("statement", "on_the_start_page", "on_the_console"),
    [
        (
            "DELETE FROM entries WHERE seq = 2",
            "could be saved up to entry 1 of 2",
            {"kept": 1, "highest": 2},
        ),
        ("DELETE FROM commands", "All of it could be saved", {"kept": 2, "highest": 2}),
        ("UPDATE entries SET checksum = ''", "nothing of it could be saved", {}),
    ],
)
def test_moderators_read_what_the_start_has_found(
    tmp_path: Path, statement: str, on_the_start_page: str, on_the_console: dict[str, int]
):
    code = damaged(tmp_path, statement)
    desk = started(tmp_path)
    moderator = desk.client(KEY, "/")
    assert on_the_start_page in moderator.get("/?lang=en").text
    assert "damaged" not in desk.client().get("/?lang=en").text
    console = moderator.get(f"/w/{code}/moderator?lang=en")
    facts = re.search(r'<script type="application/json" id="page">(.*?)</script>', console.text)
    assert (json.loads(facts[1])["mended"] if facts else {}) == on_the_console
    assert console.status_code == (200 if on_the_console else 503)
    desk.house.close()
    again = started(tmp_path)
    assert ("damaged" in again.client(KEY, "/").get("/?lang=en").text) == (not on_the_console)
    again.house.close()
