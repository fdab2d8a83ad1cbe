"""What the pages load is there, whole, and small on the wire."""

from __future__ import annotations

import gzip
import json
import re

import pytest

from facilitation import assets

PAGES = ("home", "phone", "board", "moderator", "print")


def file(url: str):
    """The built file behind an address."""
    assert url.startswith(assets.URL_PREFIX)
    return assets.dist_dir() / url.removeprefix(assets.URL_PREFIX)


@pytest.mark.parametrize("page", PAGES)
def test_every_address_of_a_page_leads_to_a_file_that_may_be_kept_for_ever(page):
    entry = assets.entry(page)
    urls = [entry.script, *entry.styles, *entry.preload]
    assert [url for url in urls if not file(url).is_file() or not assets.is_immutable(url)] == []
    assert entry.styles


@pytest.mark.parametrize("page", PAGES)
def test_a_page_preloads_exactly_the_modules_that_its_script_needs_before_it_runs(page):
    entry = assets.entry(page)
    assert set(entry.preload) == _needed(entry.script) - {entry.script}


def test_every_script_and_style_has_a_gzip_twin_with_the_same_content():
    originals = [path for path in assets.dist_dir().iterdir() if path.suffix in {".js", ".css", ".svg"}]
    twins = {path.name: gzip.decompress(path.with_name(path.name + ".gz").read_bytes()) for path in originals}
    assert twins == {path.name: path.read_bytes() for path in originals}


def test_the_folder_holds_what_the_manifest_lists_and_nothing_older():
    listed = json.loads((assets.dist_dir() / "manifest.json").read_text("utf-8"))["files"]
    assert sorted(path.name for path in assets.dist_dir().iterdir()) == sorted([*listed, "manifest.json"])


def test_the_browser_speaks_the_languages_that_have_a_catalogue():
    spoken = {
        language: json.loads(assets.browser_strings(language, "phone"))["plural"]
        for language in assets.languages()
    }
    assert spoken == {"en": ["one", "other"], "pl": ["one", "few", "many"]}


def test_what_was_not_built_is_asked_for_in_vain():
    with pytest.raises(assets.AssetsMissing, match="no page 'kitchen'"):
        assets.entry("kitchen")
    with pytest.raises(assets.AssetsMissing, match="'tlh'"):
        assets.browser_strings("tlh", "phone")
    assert not assets.is_immutable("/static/strings.pl.phone.json")
    assert not assets.is_immutable("/static/phone.js")


def _needed(url: str) -> set[str]:
    """The address and those of all modules it imports statically, read from the built files themselves."""
    imported = re.findall(
        r"""(?:^|[;}])import\s*(?:[^"'();]*?from\s*)?["']\./([^"']+)["']""", file(url).read_text("utf-8")
    )
    return {url}.union(*(_needed(assets.URL_PREFIX + name) for name in imported))
