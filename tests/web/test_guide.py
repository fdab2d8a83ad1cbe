"""The moderator's guide: the same in both languages, with all its pictures, and with the words that stand on
the screens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from facilitation import assets
from facilitation.guide import pictures
from tests.web.conftest import Desk
from tools import strings

QUOTED = {"pl": re.compile("„([^”]+)”"), "en": re.compile("“([^”]+)”")}
NOT_OURS = {"pl": {"sieci dla gości"}, "en": {"guest network"}}
"""What the guide quotes from elsewhere: the words of routers."""


def written(language: str) -> str:
    """The guide as it is written."""
    return (assets.guide_dir() / f"guide.{language}.md").read_text("utf-8")


def spoken(language: str) -> list[str]:
    """Everything that the screens say in a language."""
    forms = [message.string for message in strings.read_catalogue(strings.catalogues()[language])]
    texts = [text for form in forms for text in (form if isinstance(form, tuple) else (form,))]
    return [text.replace("\u00a0", " ") for text in texts]


@pytest.mark.parametrize("language", ["pl", "en"])
def test_it_is_read_with_all_its_pictures_each_with_a_description(desk: Desk, language: str):
    client = desk.client()
    page = client.get(f"/guide?lang={language}").text
    shown = re.findall(r'<img alt="([^"]+)" src="([^"]+)"', page)
    assert len(shown) == page.count("<img") == len(re.findall(r"!\[", written(language)))
    answers = {source: client.get(source, buffered=True) for _, source in shown}
    assert {(each.status_code, each.mimetype) for each in answers.values()} == {(200, "image/webp")}
    headings = re.findall(r"^## (.+)$", written(language), re.MULTILINE)
    chapters = re.findall(r'<li><a href="#([^"]+)">([^<]+)</a></li>', page)
    assert [re.sub(r"\s", " ", heading) for _, heading in chapters] == headings
    assert all(f'<h2 id="{anchor}">' in page for anchor, _ in chapters)


def test_both_languages_have_the_same_chapters_steps_and_pictures():
    def plan(language: str) -> list[str]:
        lines = [line for line in written(language).splitlines() if line]
        return [re.sub(r"[^#*!\d].*", "", line) for line in lines]

    def shown(language: str) -> list[str]:
        names = re.findall(r"screens/([\w-]+)", written(language))
        return [name.removeprefix(f"{language}-") for name in names]

    assert plan("pl") == plan("en")
    assert shown("pl") == shown("en")


@pytest.mark.parametrize("language", ["pl", "en"])
def test_what_it_quotes_stands_on_a_screen(language: str):
    said = spoken(language)
    quoted = set(QUOTED[language].findall(written(language))) - NOT_OURS[language]
    assert {words for words in quoted if not any(text.startswith(words) for text in said)} == set()


def test_nothing_but_its_pictures_is_handed_out(desk: Desk):
    (spare,) = (assets.guide_dir() / "screens").glob("pl-paper-*")
    assert spare.name not in pictures()
    client = desk.client()
    for name in (spare.name, "..%2Fguide.pl.md", "guide.pl.md", "nothing.webp"):
        assert client.get(f"/guide/screens/{name}").status_code == 404


def test_the_pictures_in_the_repository_are_small():
    folder = Path(__file__).parents[2] / "docs" / "screens"
    sizes = {path.name: path.stat().st_size for path in folder.glob("*.webp")}
    assert len(sizes) >= 20
    assert [name for name, size in sizes.items() if size > 80_000] == []
    assert sum(sizes.values()) <= 2_000_000
