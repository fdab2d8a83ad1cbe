"""`python -m tools.screens [--out FOLDER] [--language pl]`: plays a workshop in each language and writes its
pictures; what was there under other names is deleted."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tools.screens.camera import Camera
from tools.screens.room import Room
from tools.screens.story import play

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("pl", "en")
LARGEST_BYTES = 80_000
ALL_BYTES = 2_000_000


def main() -> None:
    """Fails, after everything is written, if a picture or all of them together are larger than a repository
    should carry."""
    words = argparse.ArgumentParser(prog="python -m tools.screens", description=__doc__)
    words.add_argument("--out", type=Path, default=ROOT / "docs" / "screens")
    words.add_argument("--language", choices=LANGUAGES)
    given = words.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    for language in [given.language] if given.language else LANGUAGES:
        with Room(language) as room, Camera(given.out, language) as camera:
            play(room, camera)
        for left in set(given.out.glob(f"{language}-*.webp")) - camera.taken:
            left.unlink()
    sys.exit(_weighed(given.out))


def _weighed(folder: Path) -> int:
    sizes = {path.name: path.stat().st_size for path in sorted(folder.glob("*.webp"))}
    for name, size in sizes.items():
        print(f"{size:>8,}  {name}{'  too large' if size > LARGEST_BYTES else ''}")
    print(f"{sum(sizes.values()):>8,}  {len(sizes)} pictures")
    return int(sum(sizes.values()) > ALL_BYTES or max(sizes.values()) > LARGEST_BYTES)


main()
