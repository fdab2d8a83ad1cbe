"""A venue may have no internet, and no one else may learn who takes part: pages load nothing from afar."""

from __future__ import annotations

import re

import pytest

from facilitation import assets
from tests.rules import sources

ADDRESS = re.compile(
    r"""(?:\b(?:https?|wss?|ftp):)?//[a-z0-9][a-z0-9.-]*\.[a-z]{2,}[^\s"'`)<>]*""", re.IGNORECASE
)

NAMESPACES = re.compile(
    r"https?://www\.w3\.org/(?:1998/Math/MathML|1999/xhtml|1999/xlink|2000/svg|2000/xmlns/|XML/1998/namespace)"
)
"""Names that look like addresses and are never fetched."""

SAID_BY_LIBRARIES = {"https://socket.io/docs/v3/migrating-from-2-x-to-3-0/"}
"""Addresses in the error messages of bundled libraries, for a developer to read."""

BUILT = [
    path for path in sorted(assets.dist_dir().iterdir()) if path.suffix in {".js", ".css", ".svg", ".json"}
]
WRITTEN = sources.files("static/src", "templates", kinds={".js", ".jsx", ".css", ".html", ".svg"})


@pytest.mark.parametrize("path", [*BUILT, *WRITTEN], ids=sources.name)
def test_what_the_browser_gets_names_no_other_host(path):
    text = NAMESPACES.sub("", path.read_text("utf-8"))
    named = {match.group() for match in ADDRESS.finditer(_without_comments(text, path.suffix))}
    assert named - SAID_BY_LIBRARIES == set()


def _without_comments(text: str, suffix: str) -> str:
    """The text without the comments in which sources and licences may name a page to read."""
    text = re.sub(r"/\*.*?\*/|<!--.*?-->|\{#.*?#\}", "", text, flags=re.DOTALL)
    return re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE) if suffix in {".js", ".jsx"} else text
