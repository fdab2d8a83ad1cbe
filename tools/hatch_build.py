"""The build hook: whatever packages Obrus (`pip install .` or `-e .`, wheel, sdist) builds its assets first.

A wheel carries assets, templates, scenarios and the guide in `facilitation/_files/`, where
`facilitation/assets.py` looks first; an editable install reads them from the checkout, and an sdist carries
the built assets so that installing from it needs no Node. Neighbours: `bundle.py` builds, `strings.py`
compiles the catalogues.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

CARRIED = {
    "static/dist": "facilitation/_files/dist",
    "templates": "facilitation/_files/templates",
    "sessions/scenarios": "facilitation/_files/scenarios",
}


class AssetsHook(BuildHookInterface):
    """Builds what git does not keep, and puts into a wheel what lies outside the package."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Babel for the catalogues; if the assets are stale, zopfli, and Node where the machine has none."""
        from tools import bundle, node

        needed = ["babel>=2.17"]
        if not bundle.is_current():
            needed.append("zopfli>=0.2.3")
            if node.machine_node() is None:
                needed.append(node.WHEEL)
        return needed

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build, then name what a standard wheel takes along; OBRUS_DEV=1 also fetches what tests need."""
        from tools import bundle

        bundle.build(dev=os.environ.get("OBRUS_DEV") == "1")
        if self.target_name == "wheel" and version == "standard":
            build_data["force_include"].update(
                {str(ROOT / source): there for source, there in {**CARRIED, **_guide()}.items()}
            )


def _guide() -> dict[str, str]:
    """The moderator's guide with the pictures that it shows, and no others."""
    texts = sorted((ROOT / "docs").glob("guide.*.md"))
    shown = {name for text in texts for name in re.findall(r"\]\((screens/[^)]+)\)", text.read_text("utf-8"))}
    names = [*(text.name for text in texts), *sorted(shown)]
    return {f"docs/{name}": f"facilitation/_files/guide/{name}" for name in names}
