"""What became of every reservation: still open, taken back, or settled by another wording. Each in its own
words and without its owner; what was hidden is counted and not told.

The figures, and the reservations that are open now, are in agreement.py; the protokół (report_harvest.py)
and the workbook show these.
"""

from collections.abc import Sequence
from datetime import tzinfo
from typing import Literal

import msgspec

from facilitation.charter.alphabet import alphabetical
from facilitation.charter.charter import Charter
from facilitation.charter.details import day_held
from facilitation.charter.layout import Layout
from facilitation.charter.typography import clock, moment
from facilitation.domain.text import clean
from facilitation.domain.workshop import Answer, Article, Workshop

Outcome = Literal[
    "open", "taken_back", "resolved", "settled", "upheld", "not_repeated", "unanswered", "dropped", "merged"
]
"""`resolved` and `settled`: its owner accepted the article when it was put again, reworded or not; `upheld`:
said again then; `not_repeated` and `unanswered`: nothing was said to it any more, reworded or not; `dropped`
and `merged`: the article is not in the charter by itself."""


class Reservation(msgspec.Struct, frozen=True):
    """A reservation to the sentence with that number (empty: to one that is gone), as it was typed; empty
    where it came without words. `at`: when the article was reworded, where that is what became of it."""

    number: str
    words: str
    hidden: bool
    outcome: Outcome
    at: int = 0

    @property
    def quotable(self) -> bool:
        """Whether it has words that may be told."""
        return bool(self.words) and not self.hidden


def reservations(workshop: Workshop, charter: Charter) -> tuple[Reservation, ...]:
    """All there ever were, sentence by sentence of the workshop's charter, each one's in the order of the
    alphabet; those that were said again in the same words once."""
    numbers = charter.numbers
    places = {identifier: place for place, identifier in enumerate(numbers)}
    articles = sorted(workshop.articles.values(), key=lambda a: (places.get(a.id, len(places)), a.number))
    found: list[Reservation] = []
    for article in articles:
        number, given = numbers.get(article.id, ""), _given(article)
        told = [_told(article, number, given.get(who, ()), said) for who, said in _held(article)]
        found += sorted(told, key=lambda one: (alphabetical(one.words), one.outcome))
    return tuple(found)


def _held(article: Article) -> list[tuple[str, Answer]]:
    """Who had which reservation, without those that were taken back and said again at once, and without those
    that were upheld in the same words."""
    said = [*article.earlier_answers, *article.answers.items()]
    last = [(who, answer) for who, answer in said if answer.answer == "reservation"]
    standing = {(who, answer.put) for who, answer in last}
    held = [(who, answer) for who, answer in article.taken_back if (who, answer.put) not in standing] + last
    later = {(who, clean(answer.reason)): answer.put for who, answer in last}
    return [one for one in held if later.get((one[0], clean(one[1].reason)), one[1].put) <= one[1].put]


def _given(article: Article) -> dict[str, list[Answer]]:
    """What each person answered, put by put."""
    found: dict[str, list[Answer]] = {}
    for who, answer in (*article.earlier_answers, *article.answers.items()):
        found.setdefault(who, []).append(answer)
    return found


def _told(article: Article, number: str, given: Sequence[Answer], said: Answer) -> Reservation:
    """`given` are the answers of the one who said it."""
    outcome, at = _outcome(article, given, said)
    return Reservation(number, clean(said.reason), said.hidden, outcome, at)


def _outcome(article: Article, given: Sequence[Answer], said: Answer) -> tuple[Outcome, int]:
    if any(answer.put == said.put and answer.answer != "reservation" for answer in given):
        return "taken_back", 0
    after = next((answer for answer in given if answer.put > said.put), None)
    put = after.put if after else len(article.puts)
    wording = article.puts[put - 1].wording
    reworded = wording != article.puts[said.put - 1].wording
    at = article.wordings[wording - 1].at if reworded else 0
    if after is not None:
        if after.answer == "reservation":
            return "upheld", 0
        return ("resolved", at) if reworded else ("settled", 0)
    if article.dropped:
        return ("merged" if article.merged_into else "dropped"), 0
    if put == said.put:
        return "open", 0
    return ("not_repeated", at) if reworded else ("unanswered", 0)


class Outcomes:
    """What became of reservations, in words. `zone` is the time zone clock times are told in."""

    def __init__(self, workshop: Workshop, layout: Layout, zone: tzinfo) -> None:
        self._layout = layout
        self._zone = zone
        begun = [held.opened_at for held in workshop.rounds.values() if held.opened_at]
        first = moment(min(begun, default=workshop.created_at), zone).date()
        self._day = day_held(workshop, first)

    def told(self, reservation: Reservation) -> str:
        """What became of it."""
        said = self._layout.said
        phrase = said.reservation_outcomes[reservation.outcome]
        return self._layout.set(phrase.format(when=self._when(reservation.at) if reservation.at else ""))

    def _when(self, at: int) -> str:
        """A moment; of the day of the workshop the clock is enough."""
        when, said = moment(at, self._zone), self._layout.said
        if when.date() == self._day:
            return said.at_clock.format(clock=clock(when))
        return said.on_day.format(day=self._layout.day(when.date()), clock=clock(when))
