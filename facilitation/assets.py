"""Where the files are that are not Python: templates, built browser assets, scenarios, translations.

In a checkout they lie in top-level folders; a wheel carries them in `facilitation/_files`. Nothing else in
the package knows the difference. Neighbours: `tools/bundle.py` writes the manifest that `entry` reads,
`tools/hatch_build.py` fills `_files`, `web` serves and renders what is found here.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

URL_PREFIX = "/static/"
"""The address under which the server shows `dist_dir()`."""

_PACKAGE = Path(__file__).resolve().parent
_CARRIED = _PACKAGE / "_files"


class AssetsMissing(RuntimeError):
    """The browser assets were never built, or do not contain what was asked for."""


class Entry(NamedTuple):
    """What one page loads, as addresses: its module, its stylesheets, the modules worth fetching at once."""

    script: str
    styles: tuple[str, ...]
    preload: tuple[str, ...]


def templates_dir() -> Path:
    """The folder of Jinja templates."""
    return _folder("templates", "templates")


def dist_dir() -> Path:
    """The folder of built browser assets: hashed files with their .gz twins, the strings, `manifest.json`."""
    return _folder("dist", "static/dist")


def scenarios_dir() -> Path:
    """The folder of the scenarios that come with Obrus, one TOML file each."""
    return _folder("scenarios", "sessions/scenarios")


def guide_dir() -> Path:
    """The folder of the moderator's guide, guide.LANGUAGE.md, with its pictures in `screens`."""
    return _folder("guide", "docs")


def translations_dir() -> Path:
    """The folder of gettext catalogues, LANGUAGE/LC_MESSAGES/messages.mo."""
    return _PACKAGE / "translations"


def entry(page: str) -> Entry:
    """What the page `home`, `phone`, `board` or `moderator` loads. Raises AssetsMissing."""
    entries = _manifest()["entries"]
    if page not in entries:
        raise AssetsMissing(f"no page {page!r} was built; there are {', '.join(sorted(entries))}")
    found = entries[page]
    return Entry(_url(found["script"]), tuple(map(_url, found["styles"])), tuple(map(_url, found["preload"])))


def browser_strings(language: str, page: str) -> str:
    """What a page says in a language, as the JSON text that it embeds. Raises AssetsMissing."""
    path = dist_dir() / f"strings.{language}.{page}.json"
    if path.name not in _manifest()["files"]:
        raise AssetsMissing(f"no strings were built for {page!r} in {language!r}")
    return path.read_text("utf-8")


def languages() -> tuple[str, ...]:
    """The languages that both server and browser speak, in alphabetical order. Raises AssetsMissing."""
    names = [name.split(".") for name in _manifest()["files"]]
    return tuple(sorted({parts[1] for parts in names if parts[0] == "strings" and parts[-1] == "json"}))


def is_immutable(url: str) -> bool:
    """Whether the address carries a hash of its content, so that a browser may keep it for ever."""
    name = url.removeprefix(URL_PREFIX)
    return url.startswith(URL_PREFIX) and not name.endswith(".json") and name in _manifest()["files"]


def _folder(carried: str, checkout: str) -> Path:
    return _CARRIED / carried if _CARRIED.exists() else _PACKAGE.parent / checkout


def _url(name: str) -> str:
    return URL_PREFIX + name


def _manifest() -> dict[str, Any]:
    """The manifest as it is now: a rebuild beside a running server is seen without a restart."""
    path = dist_dir() / "manifest.json"
    try:
        return _read_manifest(path, path.stat().st_mtime_ns)
    except FileNotFoundError:
        raise AssetsMissing(f"{path} is missing: run `make assets`") from None


@lru_cache(maxsize=1)
def _read_manifest(path: Path, _changed_ns: int) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return manifest
