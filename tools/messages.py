"""Finds every message to translate: in Python and templates by Babel, in the browser's code through esbuild.

Python and templates say `_("…")` with %(name)s. JavaScript says `t("…", {name: value})` with {name} and
`n("{count} idea", "{count} ideas", count)`; both take literals only, so that the message can be found here.
Neighbour: `strings.py` keeps the catalogues these messages are translated in.
"""

from __future__ import annotations

import io
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.node import find_node

ROOT = Path(__file__).resolve().parent.parent
BROWSER_SOURCES = ROOT / "static" / "src"

PYTHON_KEYWORDS = {"lazy_gettext": None, "lazy_ngettext": (1, 2), "lazy_pgettext": ((1, "c"), 2)}
"""Flask-Babel's names, beside those that Babel knows by itself (`_`, `gettext`, `ngettext` and more)."""

BROWSER_KEYWORDS = {"t": None, "n": (1, 2)}

PLAIN = (
    "--jsx=automatic",
    "--jsx-import-source=preact",
    "--charset=utf8",
    "--supported:template-literal=false",
)
"""esbuild's flags for JavaScript that Babel's lexer reads without guessing: no JSX, no template literals."""


@dataclass(frozen=True)
class Found:
    """One message where it occurs: its id (singular and plural where it counts), file, and context if any."""

    id: str | tuple[str, str]
    file: str
    context: str | None = None

    @property
    def key(self) -> str:
        """The id under which a catalogue keeps it: the singular."""
        return self.id if isinstance(self.id, str) else self.id[0]


def server_messages() -> list[Found]:
    """The messages of `facilitation` and `templates`, as babel.cfg maps them, by file."""
    from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
    from babel.messages.frontend import parse_mapping_cfg

    with (ROOT / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)
    wanted = {pattern.split("/")[0] for pattern, _ in methods}

    def enter(folder: str | Path) -> bool:
        inside = Path(folder).resolve().relative_to(ROOT).parts
        return not inside or (inside[0] in wanted and not inside[-1].startswith(("_", ".")))

    keywords: dict[str, Any] = {**DEFAULT_KEYWORDS, **PYTHON_KEYWORDS}
    hits = extract_from_dir(ROOT, methods, options, keywords=keywords, directory_filter=enter)
    found = [Found(message, Path(file).as_posix(), context) for file, _, message, _, context in hits]
    return sorted(found, key=lambda each: (each.file, each.key))


def browser_messages() -> list[Found]:
    """The messages of `static/src`, by file; needs esbuild in `node_modules`."""
    from babel.messages.extract import extract

    found = []
    for file, script in plain_scripts().items():
        stream = io.BytesIO(script.encode())
        hits = extract("javascript", stream, keywords=BROWSER_KEYWORDS, options={"jsx": "false"})
        found += [Found(message, file) for _, message, _, _ in hits]
    return sorted(found, key=lambda each: (each.file, each.key))


def plain_scripts() -> dict[str, str]:
    """Every script of `static/src` by its path in the checkout, as plain JavaScript."""
    sources = sorted(path for path in BROWSER_SOURCES.rglob("*") if path.suffix in {".js", ".jsx", ".mjs"})
    if not sources:
        return {}
    esbuild = ROOT / "node_modules" / "esbuild" / "bin" / "esbuild"
    numbered = [
        f"{number}={path}" for number, path in enumerate(sources)
    ]  # Seat.jsx and seat.js are two files
    with tempfile.TemporaryDirectory(prefix="obrus-strings-") as out:
        command = [
            find_node().executable,
            str(esbuild),
            *numbered,
            *PLAIN,
            f"--outdir={out}",
            "--log-level=warning",
        ]
        subprocess.run(command, cwd=ROOT, check=True)
        plain = [(Path(out) / f"{number}.js").read_text("utf-8") for number in range(len(sources))]
    return {path.relative_to(ROOT).as_posix(): script for path, script in zip(sources, plain, strict=True)}
