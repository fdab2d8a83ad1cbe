"""What npm installs is pinned, runs nothing by itself, and is tied to no download address."""

from __future__ import annotations

import json
import re

from tests.rules import sources

LOCK = json.loads((sources.ROOT / "package-lock.json").read_text("utf-8"))
PACKAGE = json.loads((sources.ROOT / "package.json").read_text("utf-8"))


def test_the_lock_file_names_no_address_to_download_from():
    resolved = {name: entry["resolved"] for name, entry in LOCK["packages"].items() if "resolved" in entry}
    assert resolved == {}


def test_every_locked_package_has_its_checksum():
    assert [name for name, entry in LOCK["packages"].items() if name and "integrity" not in entry] == []


def test_npm_is_told_so_whatever_the_machine_says():
    settings = dict(line.split("=") for line in (sources.ROOT / ".npmrc").read_text("utf-8").split())
    wanted = {"omit-lockfile-registry-resolved": "true", "ignore-scripts": "true", "save-exact": "true"}
    assert {key: settings.get(key) for key in wanted} == wanted


def test_every_dependency_is_one_exact_version_and_the_lock_agrees():
    asked = {**PACKAGE["dependencies"], **PACKAGE["devDependencies"]}
    assert [version for version in asked.values() if not re.fullmatch(r"\d+\.\d+\.\d+", version)] == []
    assert {name: LOCK["packages"][f"node_modules/{name}"]["version"] for name in asked} == asked
