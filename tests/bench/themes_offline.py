"""With the network cut off from the start: ``unshare --net python -m tests.bench.themes_offline``, as root.

In a network namespace that has nothing but a loopback, the real server starts with an empty folder; people
join over http and post, themes are suggested by the server's own desk, and the papers are downloaded. Stops
at what fails, and refuses to run where there is another network.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import urllib.request
import uuid
from pathlib import Path
from typing import Any

from tests.bench.contenders import KEY, Obrus
from tests.bench.load import serving

AREA = "wartosci"
PORT = 18_431
URL = f"http://127.0.0.1:{PORT}"
PAGES = ("/", "/guide", "/healthz")
PLACES = ("", "/board", "/moderator", "/qr.svg")
PAPERS = (
    "ideas.csv",
    "ideas.xlsx",
    "report.docx",
    "charter.docx",
    "charter.html",
    "poster.html",
    "journal.jsonl",
)
TEXTS = (
    "ławki w parku", "więcej ławek pod drzewami", "cień na placu zabaw", "autobus w niedzielę",
    "nocny autobus z dworca", "przystanek bliżej szpitala", "mówimy wprost", "mówić sobie prawdę",
)  # fmt: skip


def cut_off() -> None:
    """Brings the loopback up, and makes sure that there is nothing else."""
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    others = [line.split(":")[0].strip() for line in Path("/proc/net/dev").read_text().splitlines()[2:]]
    if others != ["lo"]:
        raise SystemExit(f"not cut off: {', '.join(others)}; start it with unshare --net")


def fetched(path: str, token: str = "", body: dict[str, Any] | None = None) -> bytes:
    """What an address answers, with `body` to a POST."""
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
    data = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(urllib.request.Request(URL + path, data, headers), timeout=60) as answer:
        return bytes(answer.read())


def ask(code: str, token: str, kind: str, **fields: Any) -> Any:
    """One command that is carried out; its result."""
    wish = {"id": str(uuid.uuid4()), "type": kind, **fields}
    said = json.loads(fetched(f"/api/workshops/{code}/commands", token, wish))
    assert said["ok"], said
    return said.get("result")


def console(code: str, moderator: str) -> dict[str, Any]:
    """What the moderator sees."""
    view: dict[str, Any] = json.loads(fetched(f"/api/workshops/{code}", moderator))["channels"]["moderator"]
    return view


def workshop() -> None:
    """A small workshop from its making to its papers."""
    made = json.loads(fetched("/api/workshops", KEY, {"scenario": "pzk", "language": "pl", "tables": 4}))
    code, moderator = made["code"], made["moderator_token"]
    joined = [ask(code, "", "participant.join") for _ in range(8)]
    for text in TEXTS:
        ask(code, moderator, "idea.post", text=text, table="T1", area=AREA)
    ask(code, moderator, "themes.suggest", area=AREA)
    view = console(code, moderator)
    print(f"{len(joined)} joined, {len(view['ideas'])} ideas, {len(view['themes'])} themes")
    assert view["themes"], "no themes"
    for place in (*PLACES, *(f"/{paper}" for paper in PAPERS)):
        print(f"/w/CODE{place}: {len(fetched(f'/w/{code}{place}', moderator)):,} bytes")


def main() -> None:
    """Print what was done; exit status 0 when all of it was."""
    cut_off()
    with tempfile.TemporaryDirectory() as folder, serving(Obrus().command(PORT, Path(folder)), PORT):
        for page in PAGES:
            print(f"{page}: {len(fetched(page)):,} bytes")
        workshop()


if __name__ == "__main__":
    sys.exit(main())
