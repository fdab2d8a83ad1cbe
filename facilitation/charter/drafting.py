"""Drafts of the charter's articles: themes and their ideas in, sentences out, always in people's own words.

Nothing is invented here: a draft is one idea of the theme, or (for a value) the theme's title and up to three
ideas, with a capital at the front and a full stop at the end, without pictures or shouting. What the document
makes of the articles is in charter.py.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from facilitation.charter.readiness import ALL_MARKS, is_aside, readiness
from facilitation.domain.decision import ArticleDraft
from facilitation.domain.quotes import letters, unnumbered
from facilitation.domain.text import clean
from facilitation.domain.workshop import Area, Article, Idea, Theme, Workshop

SUPPORTING_ASPIRATIONS = 4
"""At most so many sentences support the main one; readers of a charter expect two to four."""

PRACTICES = 3
"""At most so many ideas say what a value means in practice."""

_TELLING_WORDS = 2
_WORDS = re.compile(r"\w+")
_LOOSE_ENDS = " ,;:–—-"
_SHOUTED_WORDS = 3
"""Fewer may be abbreviations."""
_MANY_SPACES = re.compile(" {2,}")
# Pictographs and what joins or colours them.
_PICTURES = re.compile("[\u2600-\u27bf\ufe0f\u200d\U0001f000-\U0001faff]+")
_ENDS = ".!?…"
_CLOSING = "”\"’')»"


def compose(workshop: Workshop, area: str | None = None) -> tuple[ArticleDraft, ...]:
    """A draft for each theme of the area (or of all, in their order) with a visible idea: the one with most
    dots first, then the one that most people stand behind (see `standing`).

    Of an area of aspirations only the first five themes are drafted: one sentence and those that support it;
    a theme whose article was dropped does not count. Empty when there are no themes. `ideas` are ids, the
    best supported first.
    """
    drafts: list[ArticleDraft] = []
    for one in sorted(workshop.areas.values(), key=lambda a: a.order):
        if area in (None, one.id):
            drafts += _area_drafts(workshop, one)
    return tuple(drafts)


def _area_drafts(workshop: Workshop, area: Area) -> list[ArticleDraft]:
    themes = [(t, ranked(workshop.ideas_in(t.id))) for t in workshop.themes.values() if t.area == area.id]
    filled = [(theme, ideas) for theme, ideas in themes if ideas]
    filled.sort(key=lambda pair: (dots(pair[0]), standing(pair[1]), -pair[0].number), reverse=True)
    if area.kind == "aspiration":
        filled = _first_aspirations(workshop, filled)
    return [
        ArticleDraft(area.id, theme.id, _text(workshop, area, theme, ideas), tuple(i.id for i in ideas))
        for theme, ideas in filled
    ]


def _text(workshop: Workshop, area: Area, theme: Theme, ideas: list[Idea]) -> str:
    return article_text(area.kind, title(workshop, theme), ideas, workshop.language)


def _first_aspirations(
    workshop: Workshop, filled: list[tuple[Theme, list[Idea]]]
) -> list[tuple[Theme, list[Idea]]]:
    dropped = {a.theme for a in workshop.articles.values() if a.dropped}
    kept: list[tuple[Theme, list[Idea]]] = []
    counted = 0
    for theme, ideas in filled:
        counted += theme.id not in dropped
        if counted <= 1 + SUPPORTING_ASPIRATIONS:
            kept.append((theme, ideas))
    return kept


def ranked(ideas: Sequence[Idea]) -> list[Idea]:
    """The ideas, the best supported first, then as they were written."""
    return sorted(ideas, key=lambda idea: (-len(idea.supporters), idea.number))


class Standing(NamedTuple):
    """What a theme weighs: how many different people wrote or supported its ideas; all support together; how
    many ideas. Compared in this order, so that one busy phone does not outweigh five people."""

    people: int
    support: int
    ideas: int


def dots(theme: Theme) -> int:
    """How many dots the room gave a theme."""
    return sum(theme.dots.values())


def standing(ideas: Sequence[Idea]) -> Standing:
    """What these ideas weigh together; those that object to the others do not count."""
    ideas = in_favour(ideas)
    people = {person for idea in ideas for person in (idea.author, *idea.supporters)} - {""}
    return Standing(len(people), sum(len(idea.supporters) for idea in ideas), len(ideas))


def title(workshop: Workshop, theme: Theme) -> str:
    """The theme's title, or the words of its best visible idea where the title would repeat a hidden one.

    A machine takes titles from ideas, so that one may outlive the idea it quotes. A title that a person chose
    gives way only when it is word for word a hidden idea.
    """
    named = clean(theme.title)
    visible = ranked(workshop.ideas_in(theme.id))
    hidden = [_letters(idea.text) for idea in workshop.ideas.values() if not idea.visible and idea.text]
    said = _letters(unnumbered(named))
    if not visible or any(said in _letters(idea.text) for idea in visible):
        return named
    repeated = said in hidden or (not theme.kept and any(said in text for text in hidden))
    return _bare(clean(voice(visible, workshop.language).text)) if repeated else named


def _letters(text: str) -> str:
    """The letters and digits alone, with their accents: what two careful writings of the same words share."""
    return "".join(
        character for character in unicodedata.normalize("NFKC", text).casefold() if character.isalnum()
    )


def said_in_the_room(workshop: Workshop) -> list[str]:
    """The letters of every idea that the room may see, for `still_said`: of 2,000 ideas they take 20 ms."""
    return [_letters(idea.text) for idea in workshop.ideas.values() if idea.visible]


def still_said(workshop: Workshop, article: Article, draft: str, ideas: Sequence[str]) -> bool:
    """Whether a draft of an article says nothing but its theme's title and ideas that the room may see;
    `ideas` as `said_in_the_room` gives them."""
    theme = workshop.themes.get(article.theme)
    named = [_letters(title(workshop, theme))] if theme else []
    rest = _letters(draft)
    for words in sorted(filter(None, (*ideas, *named)), key=len, reverse=True):
        rest = rest.replace(words, "")
    return not rest


def article_text(kind: str, name: str, ideas: Sequence[Idea], language: str) -> str:
    """The draft of one article from `ideas` in the order of `ranked`, at least one; `name` is the theme's
    title.

    A value reads "Name: what it means. In practice."; where its ideas say no more than the name, the name
    alone.
    """
    if kind != "values":
        return sentence(voice(ideas, language).text)
    named = capital(_bare(name)).replace(": ", " – ").replace(". ", " – ")
    texts = [text for idea in in_favour(ideas) if not is_aside(text := clean(idea.text), language)]
    practices = _practices([text for text in texts if _says_more(text, name)], language)
    return f"{named}: {' '.join(practices)}" if practices else sentence(named)


def _says_more(text: str, name: str) -> bool:
    """Whether a text tells anything beside a value's name: "Zaufanie, zaufanie!" does not, nor does
    "OTWARTOSC" beside "Otwartość", a name with its letters in another order, or a question."""
    words, known = (set(map(letters, _WORDS.findall(one))) for one in (text, name))
    mistyped = sorted(letters(text)) == sorted(letters(name))
    return not text.endswith("?") and not mistyped and (bool(words - known) or not words)


def _practices(said: Sequence[str], language: str) -> list[str]:
    """What a value means in practice: the ideas that read like sentences, if short ones, or else all."""
    ready = [text for text in said if readiness(text, language, _TELLING_WORDS) == ALL_MARKS]
    practices: dict[str, str] = {}
    for text in ready or said:
        practices.setdefault(letters(text), sentence(text))
    return list(practices.values())[:PRACTICES]


def in_favour(ideas: Sequence[Idea]) -> list[Idea]:
    """The ideas without those that object to the others; all of them where all object, for then that is what
    the theme says."""
    return [idea for idea in ideas if not idea.objects] or list(ideas)


def voice(ideas: Sequence[Idea], language: str) -> Idea:
    """The idea that speaks for all: among those with at least half the support of the best, the one that
    reads most like a written sentence; of equal ones the better supported, then the earlier."""
    spoken = in_favour(ideas)
    best = max(len(idea.supporters) for idea in spoken)
    heard = [idea for idea in spoken if 2 * len(idea.supporters) >= best]
    return max(heard, key=lambda i: (readiness(clean(i.text), language), len(i.supporters), -i.number))


def sentence(text: str) -> str:
    """The cleaned words with a capital at the front and a mark at the end; neither shouted nor with pictures,
    for which a document that is signed has no use."""
    words = _PICTURES.sub(" ", clean(text)).strip().rstrip(_LOOSE_ENDS)
    words = _MANY_SPACES.sub(" ", words)
    if words.isupper() and len(_WORDS.findall(words)) >= _SHOUTED_WORDS:
        words = words.lower()
    if not words:
        return "…"
    ended = words.rstrip(_CLOSING).endswith(tuple(_ENDS))
    return capital(words if ended else f"{words}.")


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def _bare(text: str) -> str:
    return text.strip(_LOOSE_ENDS + _ENDS) or text
