"""The moderator's guide as it stands in docs/guide.LANGUAGE.md, made into HTML; web/guide.py shows it.

It is written by whoever writes the program, so nothing in it is hostile. Its pictures are made by
`make screens`, and a wheel carries the ones that it shows.
"""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

import markdown

from facilitation import assets
from facilitation.charter.typography import set_text

_PICTURE: Final = re.compile(r"\]\(screens/([\w-]+\.webp)\)")


class Guide(NamedTuple):
    """One language's guide: its title, its chapters as (id, heading), and everything below the title as
    HTML."""

    title: str
    chapters: tuple[tuple[str, str], ...]
    html: str


def guide(language: str, pictures: str) -> Guide:
    """The guide of a language; `pictures` is the address under which its pictures are shown, with a slash
    at its end. Raises OSError where the package is incomplete."""
    return _made(_path(language), language, pictures)


@cache
def pictures() -> frozenset[str]:
    """The file names of all pictures in the guides. Raises OSError."""
    return frozenset(
        name
        for path in sorted(assets.guide_dir().glob("guide.*.md"))
        for name in _PICTURE.findall(path.read_text("utf-8"))
    )


def _path(language: str) -> Path:
    return assets.guide_dir() / f"guide.{language}.md"


@lru_cache(maxsize=8)
def _made(path: Path, language: str, pictures: str) -> Guide:
    title, _, text = path.read_text("utf-8").partition("\n")
    lines = "\n".join(set_text(line, language) for line in text.splitlines())
    maker = markdown.Markdown(extensions=["toc"], output_format="html")
    html = maker.convert(lines).replace('src="screens/', f'src="{pictures}')
    chapters = tuple((token["id"], token["name"]) for token in maker.toc_tokens)
    return Guide(title.removeprefix("# "), chapters, html)
