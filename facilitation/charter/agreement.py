"""Where agreement stands: figures for each article, and what people can't accept in their own words.

Nobody is named here: answers are counted, reservations and objections quoted without their owners and in the
order of the alphabet. A reservation that a moderator hid is counted and not quoted. charter.py puts this
beside the sentences; annexes.py and report_harvest.py lay it out. What became of every reservation is in
reservations.py.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from facilitation.charter.alphabet import alphabetical
from facilitation.charter.drafting import said_in_the_room, still_said
from facilitation.domain.text import clean
from facilitation.domain.workshop import Answer, Article, Workshop


class Agreement(msgspec.Struct, frozen=True):
    """How many people answered what when an article was put to them."""

    agree: int = 0
    live_with: int = 0
    reservation: int = 0

    @property
    def parts(self) -> tuple[int, int, int]:
        """Agree, live with it, reservation."""
        return self.agree, self.live_with, self.reservation

    @property
    def answers(self) -> int:
        """How many people answered at all."""
        return sum(self.parts)


class EarlierAgreement(msgspec.Struct, frozen=True):
    """The answers to an earlier wording of an article, before it was put again."""

    text: str
    figures: Agreement


def agreement_of(article: Article) -> Agreement | None:
    """The answers since it was last put to the room; None if it never was."""
    return counted(article.answers.values()) if article.puts else None


def counted(answers: Iterable[Answer]) -> Agreement:
    """These answers by what they say."""
    said = [answer.answer for answer in answers]
    return Agreement(said.count("agree"), said.count("live_with"), said.count("reservation"))


def reservations_of(article: Article) -> tuple[str, ...]:
    """The reservations about it that may be quoted, as they were typed; those without words are counted
    only."""
    held = (a for a in article.answers.values() if a.answer == "reservation" and not a.hidden)
    return _quotable(answer.reason for answer in held)


def objections_to(workshop: Workshop, themes: Iterable[str]) -> tuple[str, ...]:
    """Why people can't accept these themes, as they typed it."""
    held = (workshop.themes[theme] for theme in themes if theme in workshop.themes)
    return _quotable(one.reason for theme in held for one in theme.objections.values())


def _quotable(reasons: Iterable[str]) -> tuple[str, ...]:
    """In the alphabet's order, so that their places don't tell who came first."""
    return tuple(sorted(filter(None, map(clean, reasons)), key=alphabetical))


def earlier_agreements(workshop: Workshop, articles: Iterable[str]) -> Iterator[tuple[str, EarlierAgreement]]:
    """With each of these articles what was answered to it before it was put again, in the order of the puts.
    A draft that quoted an idea which the room may not see any more is not quoted."""
    asked = [workshop.articles[one] for one in articles if workshop.articles[one].earlier_answers]
    ideas = said_in_the_room(workshop) if asked else []
    for article in asked:
        found: dict[int, list[Answer]] = {}
        for _, answer in article.earlier_answers:
            found.setdefault(answer.put, []).append(answer)
        for put, answers in sorted(found.items()):
            text = _put_text(workshop, article, put, ideas)
            yield article.id, EarlierAgreement(text, counted(answers))


def _put_text(workshop: Workshop, article: Article, put: int, ideas: Sequence[str]) -> str:
    """The wording that was put that time."""
    place = article.puts[put - 1].wording if 1 <= put <= len(article.puts) else len(article.wordings)
    wording = article.wordings[min(max(place, 1), len(article.wordings)) - 1]
    told = wording.by != "draft" or still_said(workshop, article, wording.text, ideas)
    return clean(wording.text) if told else "…"
