"""A page imports its own files, what all share, and the packages of package.json; never another page."""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath

import pytest

from tests.rules import sources

SCRIPT_IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["']([^"'\n]+)["']""")
STYLE_IMPORT = re.compile(r"""@import\s+(?:url\()?["']?([^"')\s;]+)""")

PACKAGES = set(json.loads((sources.ROOT / "package.json").read_text("utf-8"))["dependencies"]) - {"esbuild"}


@pytest.mark.parametrize(
    "path", sources.files("static/src", kinds={".js", ".jsx", ".mjs", ".css"}), ids=sources.name
)
def test_a_browser_file_imports_only_its_own_folder_shared_and_packages(path):
    pattern = STYLE_IMPORT if path.suffix == ".css" else SCRIPT_IMPORT
    home = path.relative_to(sources.BROWSER).parts[0]
    targets = pattern.findall(path.read_text("utf-8"))
    assert [target for target in targets if _origin(path, target) not in {home, "shared", "a package"}] == []


def _origin(path, target: str) -> str:
    """The page folder that an import reaches into, "a package", or "nowhere of ours"."""
    if not target.startswith("."):
        name = "/".join(target.split("/")[: 2 if target.startswith("@") else 1])
        return "a package" if name in PACKAGES else "nowhere of ours"
    reached = (path.parent / PurePosixPath(target)).resolve()
    if not reached.is_relative_to(sources.BROWSER):
        return "nowhere of ours"
    return reached.relative_to(sources.BROWSER).parts[0]
