"""Where the words of an idea that is erased for good stand elsewhere, and what stands there then.

Machines take titles and drafts from ideas, hosts begin their hand-over with them, moderators keep them in a
sentence. `blanked` finds them in a state and names them in the event; `Rewriter` takes them out of the
entries that were written before. Both go by `Erasure`, and what the one changes in an entry the other sets in
the state (also where the words stay, because a person chose them or somebody else says so): thus a journal
replays to the state that was live.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from facilitation.domain import events as e
from facilitation.domain.quotes import letters, quotes, unnumbered
from facilitation.domain.workshop import Idea, Theme, Wording, Workshop

MARK = "[…]"
"""What stands where words were erased; it says nothing in any language."""

# Words with fewer letters are erased only where they are a sentence of their own.
_TELLING_LETTERS = 6
# A machine's title may be a piece of the words; what a person wrote is a quotation only if it is that long.
_TITLE_LETTERS = 3
_QUOTED_LETTERS = 40
_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?…:\n])[\s\"„”'(]*$")
_SENTENCE_AFTER = re.compile(r"[\s\"”')]*(?:$|[.!?…\n])")


def words_of(w: Workshop, idea: Idea) -> tuple[str, ...]:
    """Everything the idea ever said that no other idea says which the room may see."""
    own = dict.fromkeys(text for text in (*idea.earlier_texts, idea.text) if text)
    others = [one.text for one in w.ideas.values() if one.visible and one.id != idea.id]
    return tuple(text for text in own if not _said_in(others, text))


def _said_in(others: Iterable[str], text: str) -> bool:
    erasure = Erasure((text,))
    # Thousands of ideas are told apart by one word; letter by letter that would take the server a second.
    telling = max(text.casefold().split(), key=len, default="")
    return any(telling in other.casefold() and erasure.held_in(other) for other in others)


class Erasure:
    """These words are erased: whether a text holds them, and what is left of it then."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = [meant for text in words if (meant := letters(text))]

    def held_in(self, text: str) -> bool:
        """Whether somebody's text says all of the words, or is nothing but a long piece of them."""
        return bool(self._passages(text)) or self._is_piece(text, _QUOTED_LETTERS)

    def titled_in(self, title: str) -> bool:
        """Whether a machine may have made the title of the words: then it can be any piece of them."""
        return self.held_in(title) or self._is_piece(unnumbered(title), _TITLE_LETTERS)

    def drafted_in(self, text: str) -> bool:
        """Whether a draft says the words, after its title or as its title."""
        return self.held_in(text) or self._names(text)

    def out_of(self, text: str) -> str:
        """The text with a mark for each passage that says the words; the mark alone where it is a piece of
        them."""
        left = text
        for start, end in reversed(self._passages(text)):
            left = f"{left[:start]}{MARK}{left[end:]}"
        return MARK if left == text else left

    def out_of_draft(self, text: str) -> str:
        """The same for a draft, which may begin with a title."""
        if not self._names(text):
            return self.out_of(text)
        rest = text.split(": ", 1)[1]
        return f"{MARK}: {self.out_of(rest) if self.held_in(rest) else rest}"

    def _names(self, draft: str) -> bool:
        name, colon, _ = draft.partition(": ")
        return bool(colon) and self._is_piece(unnumbered(name), _TITLE_LETTERS)

    def _is_piece(self, text: str, least: int) -> bool:
        said = letters(text)
        return len(said) >= least and any(said in meant for meant in self._words)

    def _passages(self, text: str) -> list[tuple[int, int]]:
        """Where the words stand in the text, from where to where, apart from one another, in order."""
        said = letters(text)
        held = [meant for meant in self._words if meant in said]
        places = _places(text) if held else []
        found = sorted(one for meant in held for one in _found(text, said, places, meant))
        apart: list[tuple[int, int]] = []
        for start, end in found:
            if apart and start < apart[-1][1]:
                apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
            else:
                apart.append((start, end))
        return apart


def _places(text: str) -> list[int]:
    """Where in the text each of its letters stands."""
    return [place for place, character in enumerate(text) for _ in letters(character)]


def _found(text: str, said: str, places: list[int], meant: str) -> Iterator[tuple[int, int]]:
    """Where whole words of the text say what is meant; short ones only as a sentence of their own."""
    at = said.find(meant)
    while at >= 0:
        start, end = places[at], places[at + len(meant) - 1] + 1
        whole = not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()
        alone = _SENTENCE_BEFORE.search(text[:start]) and _SENTENCE_AFTER.match(text[end:])
        if whole and (len(meant) >= _TELLING_LETTERS or alone):
            yield start, end
        at = said.find(meant, at + 1)


def says_anything(text: str) -> bool:
    """Whether a text that words were erased from holds more than marks."""
    return any(character.isalnum() for character in text)


def blanked(w: Workshop, idea: Idea, words: Sequence[str], at: int) -> e.IdeaBlanked:
    """The event with which the idea's text goes, and with it its words wherever the state has them."""
    erasure = Erasure(words)
    titles = tuple(_titles(w, idea, erasure))
    untitled = {one.theme for one in titles if not says_anything(one.title)}
    return e.IdeaBlanked(
        idea=idea.id,
        at=at,
        titles=titles,
        wordings=tuple(_wordings(w, erasure, untitled)),
        handovers=tuple(_handovers(w, erasure)),
    )


def _titles(w: Workshop, idea: Idea, erasure: Erasure) -> Iterator[e.BlankedTitle]:
    """Titles, those of themes that may come back included. One that other ideas of its theme say, too, stays
    as it is."""
    for theme in (*w.themes.values(), *(gone.theme for gone in w.gone_themes.values())):
        if erasure.titled_in(theme.title):
            stays = not erasure.held_in(theme.title) if theme.named else _said_by_others(w, theme, idea)
            left = erasure.out_of(theme.title) if theme.named else MARK
            yield e.BlankedTitle(theme.id, theme.title if stays else left)


def _said_by_others(w: Workshop, theme: Theme, idea: Idea) -> bool:
    return any(quotes(theme.title, one.text) for one in w.ideas_in(theme.id) if one.id != idea.id)


def _wordings(w: Workshop, erasure: Erasure, untitled: set[str]) -> Iterator[e.BlankedWording]:
    for article in w.articles.values():
        for number, wording in enumerate(article.wordings, 1):
            if erasure.drafted_in(wording.text):
                left = _left_of(wording, erasure, article.theme in untitled)
                yield e.BlankedWording(article.id, number, left)


def _left_of(wording: Wording, erasure: Erasure, untitled: bool) -> str:
    """A draft begins with its theme's title, which goes if the theme's does."""
    if wording.by == "draft" and untitled:
        return erasure.out_of_draft(wording.text)
    return erasure.out_of(wording.text) if erasure.held_in(wording.text) else wording.text


def _handovers(w: Workshop, erasure: Erasure) -> Iterator[e.BlankedHandover]:
    for place, (table, earlier) in enumerate(w.handover_history):
        if erasure.held_in(earlier.text):
            yield e.BlankedHandover(table, erasure.out_of(earlier.text), place)
    for table, handover in w.handovers.items():
        if erasure.held_in(handover.text):
            yield e.BlankedHandover(table, erasure.out_of(handover.text))


class Rewriter:
    """Takes the words out of the events before. Two drafts that differed differ afterwards, too: whether a
    draft said something new decides in a replay whether it counts as a wording."""

    TYPES = (
        e.ThemesSuggested,
        e.IdeasArranged,
        e.ThemeMade,
        e.ThemeNamed,
        e.ThemeRestored,
        e.CharterDrafted,
        e.ArticleReworded,
        e.ArticleAdded,
        e.ArticleMerged,
        e.ArticleSplit,
        e.ArticleUnsplit,
        e.HandoverWritten,
        e.IdeaBlanked,
    )
    """The events that may hold them."""

    def __init__(self, words: Sequence[str], history: Sequence[e.Event]) -> None:
        """For the words, and all events that may hold them."""
        self._erasure = Erasure(words)
        self._drafts: dict[str, str] = {}
        said = dict.fromkeys(text for event in history for text in _drafts_in(event))
        quoting = [text for text in said if self._erasure.drafted_in(text)]
        taken = said.keys() - quoting
        for text in quoting:
            left = self._erasure.out_of_draft(text)
            while left in taken:
                left = f"{left} {MARK}"
            self._drafts[text] = left
            taken.add(left)

    def rewritten(self, event: e.Event) -> e.Event:
        """The event without the words; the same one where it did not hold them."""
        match event:
            case e.ThemesSuggested():
                themes = tuple(replace(one, title=self._title(one.title)) for one in event.themes)
                return replace(event, themes=themes)
            case e.IdeasArranged():
                return replace(
                    event, made=tuple(replace(one, title=self._title(one.title)) for one in event.made)
                )
            case e.CharterDrafted():
                articles = tuple(replace(one, text=self._draft(one.text)) for one in event.articles)
                return replace(event, articles=articles)
            case e.ThemeMade() | e.ThemeNamed() | e.ThemeRestored():
                return replace(event, title=self._text(event.title))
            case e.ArticleSplit():
                return replace(event, text=self._text(event.text), rest=self._text(event.rest))
            case (
                e.ArticleReworded()
                | e.ArticleAdded()
                | e.ArticleMerged()
                | e.ArticleUnsplit()
                | e.HandoverWritten()
            ):
                return replace(event, text=self._text(event.text))
            case e.IdeaBlanked():
                return replace(
                    event,
                    titles=tuple(replace(one, title=self._title(one.title)) for one in event.titles),
                    wordings=tuple(replace(one, text=self._draft(one.text)) for one in event.wordings),
                    handovers=tuple(replace(one, text=self._text(one.text)) for one in event.handovers),
                )
        return event

    def _text(self, text: str) -> str:
        return self._erasure.out_of(text) if self._erasure.held_in(text) else text

    def _title(self, title: str) -> str:
        return MARK if self._erasure.titled_in(title) else title

    def _draft(self, text: str) -> str:
        return self._drafts.get(text, text)


def _drafts_in(event: e.Event) -> list[str]:
    """The texts that later drafts are compared with."""
    if isinstance(event, e.CharterDrafted):
        return [one.text for one in event.articles]
    return [one.text for one in event.wordings] if isinstance(event, e.IdeaBlanked) else []
