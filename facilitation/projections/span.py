"""What differs between two states of a workshop, found once and used by every channel.

States share what did not change, so identity tells; nothing here depends on which events lay between.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from msgspec.structs import replace

from facilitation.domain.offers import offers
from facilitation.domain.things import changed
from facilitation.domain.workshop import Idea, Workshop
from facilitation.projections import traces, voices
from facilitation.projections.merge import View, diff

Shown = Callable[[Workshop, str], View | None]

_FRAME = ("title", "areas", "tables", "rounds", "translations", "dealt", "harvesting", "closed_at")
_CHARTER = (
    "articles",
    "themes",
    "agreement_open",
    "declarations_open",
    "spotlight",
    "details",
    "results_shared",
    "results_until",
)


class Span:
    """From `before` to `after`, two states of the same workshop, `after` being the later one."""

    def __init__(self, before: Workshop, after: Workshop) -> None:
        self.before = before
        self.after = after

    @cached_property
    def ideas(self) -> frozenset[str]:
        """Ids of ideas that came, went or changed."""
        return changed(self.before.ideas, self.after.ideas)

    @cached_property
    def participants(self) -> frozenset[str]:
        """Ids of participants who came or changed, their personal data included."""
        persons = changed(self.before.people, self.after.people) & self.after.participants.keys()
        return persons | changed(self.before.participants, self.after.participants)

    @cached_property
    def described(self) -> frozenset[str]:
        """Those of them of whom more has changed than which ideas they wrote and support."""
        return frozenset(p for p in self.participants if self._is_described(p))

    def _is_described(self, identifier: str) -> bool:
        was = self.before.participants.get(identifier)
        now = self.after.participants.get(identifier)
        if was is None or now is None or self.before.person(identifier) != self.after.person(identifier):
            return True
        return replace(was, ideas=(), supports=()) != replace(now, ideas=(), supports=())

    @cached_property
    def declarations(self) -> frozenset[str]:
        """Ids of declarations that came or changed, their personal data included."""
        persons = changed(self.before.people, self.after.people) & self.after.declarations.keys()
        return persons | changed(self.before.declarations, self.after.declarations)

    @cached_property
    def answers(self) -> dict[str, dict[str, None]]:
        """Participant → ids of articles that he or she answered anew."""
        found: dict[str, dict[str, None]] = {}
        for identifier in changed(self.before.articles, self.after.articles) & self.after.articles.keys():
            was, now = self.before.articles.get(identifier), self.after.articles[identifier]
            before = was.answers if was else {}
            past = now.earlier_answers[len(was.earlier_answers) if was else 0 :]
            for participant in changed(before, now.answers) | {who for who, _ in past}:
                found.setdefault(participant, {})[identifier] = None
        return found

    @cached_property
    def answering(self) -> View:
        """The patch of how many people have answered what is put to the room, which boards and consoles
        share."""
        names = ("articles", "agreement_open", "participants")
        if all(getattr(self.before, name) is getattr(self.after, name) for name in names):
            return {}
        return diff(traces.answering(self.before), traces.answering(self.after))

    @cached_property
    def offers(self) -> View:
        """The patch of the ideas that are offered to articles."""
        same = self.before.ideas is self.after.ideas and self.before.articles is self.after.articles
        return {} if same else diff(_offers(self.before), _offers(self.after))

    @cached_property
    def charter(self) -> bool:
        """Whether what everybody with the code sees of the charter may have changed."""
        return any(getattr(self.before, name) is not getattr(self.after, name) for name in _CHARTER)

    @cached_property
    def themes(self) -> frozenset[str]:
        """Ids of themes that came, went or changed; all of them when the vote did, or, in a vote with names,
        somebody's name."""
        voting = self.after.voting
        renamed = voting is not None and voting.named and self.before.people is not self.after.people
        if self.before.voting is not voting or renamed:
            return frozenset({**self.before.themes, **self.after.themes})
        return changed(self.before.themes, self.after.themes)

    @cached_property
    def articles(self) -> frozenset[str]:
        """Ids of articles that changed, or have an idea behind them that did; when the number of people in
        the room did, also those that were put to it."""
        found = changed(self.before.articles, self.after.articles)
        if self.after.articles and len(self.before.present) != len(self.after.present):
            found |= {a.id for a in self.after.articles.values() if a.puts}
        if not self.ideas:
            return found
        return found | {a.id for a in self.after.articles.values() if not self.ideas.isdisjoint(a.ideas)}

    @cached_property
    def handovers(self) -> frozenset[str]:
        """Ids of tables whose hand-over changed."""
        return changed(self.before.handovers, self.after.handovers)

    @cached_property
    def messages(self) -> frozenset[str]:
        """Ids of messages that were sent or withdrawn."""
        return changed(self.before.messages, self.after.messages)

    @cached_property
    def frame(self) -> bool:
        """Whether title, areas, tables, rounds or the phase changed."""
        return any(getattr(self.before, name) is not getattr(self.after, name) for name in _FRAME)

    @cached_property
    def harvest(self) -> bool:
        """Whether what phones see of sorting and voting may have changed."""
        if self.before.sorting is not self.after.sorting or self.before.voting is not self.after.voting:
            return True
        on = bool(self.after.sorting or self.after.voting)
        return on and not (self.before.ideas is self.after.ideas and self.before.themes is self.after.themes)

    @cached_property
    def voices(self) -> View:
        """The patch of the voice balance, which boards and consoles share."""
        return voices.patch(self.before, self.after, self.ideas, self.described)

    @cached_property
    def moved(self) -> bool:
        """Whether anybody may be at another table now, came, left or goes by another name."""
        if self.frame:
            return True
        return any(self._moved(identifier) for identifier in self.described)

    def _moved(self, identifier: str) -> bool:
        was = self.before.participants.get(identifier)
        now = self.after.participants.get(identifier)
        if was is None or now is None or self.before.person(identifier) != self.after.person(identifier):
            return True
        return (was.seats, was.present, was.sector) != (now.seats, now.present, now.sector)

    @cached_property
    def occupancy(self) -> tuple[Counter[str], Counter[str]]:
        """How many people are at each table, before and after."""
        return occupancy(self.before), occupancy(self.after)

    def ideas_of(self, participant: str) -> Iterable[str]:
        """Ids of changed ideas that this participant wrote or supports, before or after. What a batch of a
        hundred ideas costs is then a hundred entries, not one for each idea and each person."""
        return self._ideas_by_person.get(participant, ())

    def ideas_at(self, table: str) -> Iterable[str]:
        """Ids of changed ideas on this tablecloth, before or after."""
        return self._ideas_by_table.get(table, ())

    @cached_property
    def _ideas_by_person(self) -> dict[str, dict[str, None]]:
        found: dict[str, dict[str, None]] = {}
        for identifier, idea in self._versions():
            for person in (idea.author, *idea.supporters):
                found.setdefault(person, {})[identifier] = None
        return found

    @cached_property
    def _ideas_by_table(self) -> dict[str, dict[str, None]]:
        found: dict[str, dict[str, None]] = {}
        for identifier, idea in self._versions():
            found.setdefault(idea.table, {})[identifier] = None
        return found

    def _versions(self) -> Iterator[tuple[str, Idea]]:
        for identifier in self.ideas:
            for workshop in (self.before, self.after):
                idea = workshop.ideas.get(identifier)
                if idea is not None:
                    yield identifier, idea

    def keyed(self, identifiers: Iterable[str], shown: Shown) -> View:
        """The patch of a map that is keyed by id, where `shown` gives the entry of one id or None if it has
        none."""
        patch: View = {}
        for identifier in identifiers:
            was, now = shown(self.before, identifier), shown(self.after, identifier)
            if now is None:
                if was is not None:
                    patch[identifier] = None
            elif was is None:
                patch[identifier] = now
            elif was != now:
                patch[identifier] = diff(was, now)
        return patch


def occupancy(workshop: Workshop) -> Counter[str]:
    """How many present people are, or should go, at each table now."""
    now = workshop.current_round
    if now is None:
        return Counter()
    return Counter(seat for p in workshop.present if (seat := p.seats.get(now.number)))


def _offers(workshop: Workshop) -> View:
    return {article: list(ideas) for article, ideas in offers(workshop).items()}
