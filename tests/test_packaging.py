"""The wheel works away from the checkout: everything a server shows is inside, and Node is not needed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import urllib.request
import venv
import zipfile
from email import message_from_bytes
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from facilitation import __version__, assets
from tests.rules import sources
from tools import strings

ASK = """
import json
from facilitation import assets
from importlib.metadata import distribution
print(json.dumps({
    "scripts": [assets.entry(page).script for page in ("home", "phone", "board", "moderator")],
    "languages": assets.languages(),
    "templates": sorted(path.name for path in assets.templates_dir().rglob("*.html")),
    "scenarios": sorted(path.name for path in assets.scenarios_dir().glob("*.toml")),
    "translations": sorted(path.parent.parent.name for path in assets.translations_dir().rglob("*.mo")),
    "version": distribution("obrus").version,
}))
"""

CAREFULLY = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
"""Python 3.11 learnt to unpack carefully in 3.11.4 only; Debian's is older, newer ones ask for it."""


@pytest.fixture(scope="module")
def packages(tmp_path_factory) -> Path:
    """A folder with the wheel and the sdist, built by the hook that pip would call."""
    out = tmp_path_factory.mktemp("packages")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-t", "sdist", "-d", str(out)]
    done = subprocess.run(command, cwd=sources.ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


def test_the_wheel_runs_in_a_bare_environment_with_everything_inside(packages, tmp_path, serve):
    venv.create(tmp_path / "venv", with_pip=False)
    binaries = tmp_path / "venv" / "bin"
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "OBRUS_"))}

    def run(*words: str) -> str:
        done = subprocess.run(words, cwd=tmp_path, env=clean, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    wheel = next(packages.glob("*.whl"))
    (site,) = (tmp_path / "venv" / "lib").glob("python*/site-packages")
    _link_what_it_requires(wheel, site)
    python = str(binaries / "python")
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", str(wheel))
    assert json.loads(run(str(binaries / "python"), "-c", ASK)) == _here()
    assert "serve" in run(str(binaries / "obrus"), "--help")

    served = serve(program=(str(binaries / "obrus"),))
    page = urllib.request.urlopen(served.url + "/").read().decode()
    asset = re.search(r'(?:src|href)="(/static/[^"]+\.(?:js|css))"', page)[1]
    asked = urllib.request.Request(served.url + asset, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(asked) as answer:
        assert (answer.status, answer.headers["Content-Encoding"]) == (200, "gzip")
    assert served.stop() == 0


def test_the_wheel_carries_the_licence_and_no_source_of_the_browser(packages):
    names = zipfile.ZipFile(next(packages.glob("*.whl"))).namelist()
    top = {name.split("/")[0].partition("-")[0] for name in names}
    assert top == {"facilitation", "obrus"}
    assert [name for name in names if name.endswith((".jsx", ".db", ".key", ".new"))] == []
    assert sum(name.endswith("/licenses/LICENSE") for name in names) == 1


def test_the_wheel_carries_the_guide_with_the_pictures_it_shows_and_no_others(packages):
    names = zipfile.ZipFile(next(packages.glob("*.whl"))).namelist()
    carried = {name.removeprefix("facilitation/_files/guide/") for name in names if "/_files/guide/" in name}
    texts = {path.name: path.read_text("utf-8") for path in (sources.ROOT / "docs").glob("guide.*.md")}
    shown = {name for text in texts.values() for name in re.findall(r"\((screens/[^)]+)\)", text)}
    assert carried == {*texts, *shown}


def test_an_sdist_is_built_already_so_that_installing_it_needs_no_node(packages, tmp_path):
    with tarfile.open(next(packages.glob("*.tar.gz"))) as archive:
        archive.extractall(tmp_path, **CAREFULLY)
    (folder,) = tmp_path.iterdir()
    ask = "from tools import bundle; print(bundle.is_current())"
    done = subprocess.run([sys.executable, "-c", ask], cwd=folder, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "True", done.stderr
    shutil.rmtree(folder)


def _link_what_it_requires(wheel: Path, site: Path) -> None:
    """Puts into a bare environment what the wheel declares that it requires, with what that requires in its
    turn, and nothing else: links to what is installed beside the tests, which is faster than a registry."""
    with zipfile.ZipFile(wheel) as archive:
        (metadata,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        declared = message_from_bytes(archive.read(metadata)).get_all("Requires-Dist")
    wanted = [one for one in map(Requirement, declared) if _applies(one, "")]
    known: set[tuple[str, str]] = set()
    while wanted:
        needed = wanted.pop()
        found = distribution(needed.name)
        for top in {file.parts[0] for file in found.files if file.parts[0] not in ("..", "__pycache__")}:
            if not (site / top).exists():
                (site / top).symlink_to(found.locate_file(top))
        for extra in {"", *needed.extras} - {extra for name, extra in known if name == needed.name}:
            known.add((needed.name, extra))
            wanted += [one for one in map(Requirement, found.requires or ()) if _applies(one, extra)]


def _applies(requirement: Requirement, extra: str) -> bool:
    """Whether it is required here, by whoever asked for this extra."""
    return requirement.marker is None or requirement.marker.evaluate({"extra": extra})


def _here() -> dict[str, object]:
    """What the checkout would answer."""
    return {
        "scripts": [assets.entry(page).script for page in ("home", "phone", "board", "moderator")],
        "languages": list(strings.catalogues()),
        "templates": sorted(path.name for path in assets.templates_dir().rglob("*.html")),
        "scenarios": sorted(path.name for path in assets.scenarios_dir().glob("*.toml")),
        "translations": list(strings.catalogues()),
        "version": __version__,
    }
