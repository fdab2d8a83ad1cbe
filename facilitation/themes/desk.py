"""The desk: keeps what is known of workshops' areas in memory and answers requests about them (requests.py).

Lives in a process of its own (worker.py). Knows nothing that it was not told: after a restart the caller
tells it again. Pure: the same requests, with `think` in the same places, give the same answers.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from facilitation.themes import requests as r
from facilitation.themes.answers import Answer
from facilitation.themes.area import Area
from facilitation.themes.encoders import Encoder
from facilitation.themes.knowing import Known
from facilitation.themes.refusals import ThemesRefused
from facilitation.themes.sorting import Asked, Sorting
from facilitation.themes.suggest import default_encoder, suggest
from facilitation.themes.suggestion import KeptTheme, Suggestion

Reply = r.Done | r.Asks | r.Places | r.Likes | r.Refused | Suggestion


@dataclass
class _Corner:
    """One area: what was told, and its sorting, once somebody asked for a question."""

    known: Known
    decisions: r.Decisions = field(default_factory=r.Decisions)
    answers: dict[str, Answer] = field(default_factory=dict)
    sorting: Sorting | None = None
    coming: Sorting | None = None
    changed: bool = False
    answered: dict[str, set[str]] = field(default_factory=dict)
    """The ideas that each person answered about."""
    open: dict[str, r.Asks] = field(default_factory=dict)
    """What each phone shows now."""


class ThemesDesk:
    """Answers requests about any number of areas; `do` for a request as a value, methods for Python."""

    def __init__(self, encoder: Encoder | None = None) -> None:
        """Without an encoder the best one of this machine, loaded at the first text."""
        self._encoder = encoder
        self._corners: dict[str, _Corner] = {}

    def do(self, request: r.Request) -> Reply:
        """The answer to one request; what makes no sense is Refused, never raised."""
        try:
            return _DOES[type(request)](self, request)
        except ThemesRefused as refused:
            return r.Refused(refused.code, dict(refused.params))

    def know(self, request: r.Know) -> r.Done:
        """Takes ideas, and computes their vectors."""
        if request.area not in self._corners:
            self._corners[request.area] = _Corner(Known(self._encoder or default_encoder()))
        corner = self._corners[request.area]
        if corner.known.add(request.ideas):
            corner.changed = True
        return r.Done()

    def forget(self, request: r.Forget) -> r.Done:
        """Drops ideas or an area; of what is not here, nothing."""
        if request.ideas is None:
            self._corners.pop(request.area, None)
        elif request.area in self._corners:
            corner = self._corners[request.area]
            corner.changed = corner.known.forget(request.ideas) or corner.changed
        return r.Done()

    def decide(self, request: r.Decide) -> r.Done:
        """Takes what humans decided, instead of all that was decided before."""
        corner = self._corner(request.area)
        if request.decisions != corner.decisions:
            held = (corner.decisions.kept, corner.decisions.unassigned)
            moved = held != (request.decisions.kept, request.decisions.unassigned)
            pairs = (corner.decisions.together, corner.decisions.apart)
            moved = moved or pairs != (request.decisions.together, request.decisions.apart)
            corner.decisions = request.decisions
            corner.changed = corner.changed or moved
        return r.Done()

    def told(self, request: r.Told) -> r.Done:
        """Takes people's answers; what phones show is no longer what was answered."""
        corner = self._corner(request.area)
        for number, answer in request.answers.items():
            if number in corner.answers:
                continue
            if answer.chosen is not None and not 0 <= answer.chosen < len(answer.shown):
                raise ThemesRefused("answer_choice_unknown", answer=number, chosen=answer.chosen)
            corner.answers[number] = answer
            corner.answered.setdefault(str(answer.person), set()).add(answer.idea)
            for sorting in (corner.sorting, corner.coming):
                if sorting is not None:
                    sorting.answered(number, answer)
            shows = corner.open.get(str(answer.person))
            if shows is not None and shows.idea == answer.idea:
                del corner.open[str(answer.person)]
        return r.Done()

    def group(self, request: r.Group) -> Suggestion:
        """Themes for the area, by all that is known now."""
        corner = self._corner(request.area)
        return suggest(
            list(corner.known.ideas.values()),
            **_decided(corner),
            answers=list(_standing(corner).values()),
            fineness=request.fineness,
            seed=request.seed,
            encoder=self._encoder,
        )

    def next(self, request: r.Next) -> r.Asks:
        """The person's question; what they show in other areas is closed."""
        shows = self._shown(request)
        if shows is not None:
            return shows
        best: tuple[float, str, Asked] | None = None
        left = 0
        for area in request.areas:
            corner = self._corner(area)
            corner.open.pop(request.person, None)
            barred = self._barred(corner, request)
            left += len(corner.known.ideas.keys() - barred)
            shown = [asks.idea for asks in corner.open.values() if asks.idea is not None]
            asked = self._sorting(corner).question(barred, shown)
            if asked is not None and (best is None or asked.worth > best[0]):
                best = (asked.worth, area, asked)
        if best is None:
            return r.Asks()
        _, area, asked = best
        corner = self._corner(area)
        asks = r.Asks(area, asked.question.idea, _choices(corner, asked), round(asked.worth, 3), left)
        corner.open[request.person] = asks
        return asks

    def place(self, request: r.Place) -> r.Places:
        """Where ideas belong, by what humans and the room taught so far. What a human put together with an
        idea that stands somewhere goes there."""
        corner = self._corner(request.area)
        _must_know(corner, request.ideas)
        themes = [*corner.decisions.kept, *corner.decisions.wall]
        by_idea: dict[str, list[Answer]] = {}
        for answer in corner.answers.values():
            by_idea.setdefault(answer.idea, []).append(answer)
        new = set(request.ideas)
        others = [
            KeptTheme(t.id, t.title, tuple(idea for idea in t.ideas if idea not in new)) for t in themes
        ]
        found = corner.known.placed(request.ideas, others, corner.decisions.apart, by_idea)
        home = {idea: theme.id for theme in others for idea in theme.ideas}
        friends = {a: b for one, other in corner.decisions.together for a, b in ((one, other), (other, one))}
        return r.Places(
            tuple(
                r.Placed(placed.idea, home[friends[placed.idea]], 1.0)
                if friends.get(placed.idea) in home
                else placed
                for placed in found
            )
        )

    def similar(self, request: r.Similar) -> r.Likes:
        """The nearest ideas, for "take these along?" and "builds on this one"."""
        corner = self._corner(request.area)
        _must_know(corner, request.ideas)
        texts = [corner.known.ideas[idea].text for idea in request.ideas] + [request.text] * bool(
            request.text
        )
        among = corner.known.ideas if request.among is None else request.among
        others = [idea for idea in among if idea in corner.known.ideas and idea not in request.ideas]
        return r.Likes(near=corner.known.near(texts, others, request.count, request.least))

    def same(self, request: r.Same) -> r.Likes:
        """Groups of near-identical ideas."""
        return r.Likes(groups=self._corner(request.area).known.same())

    def think(self) -> bool:
        """Weighs answers on, a few thousandths of a second at a time (longer after ideas came or went); False
        when there is nothing to think about. To be called whenever no request waits."""
        for corner in self._corners.values():
            if corner.sorting is not None and _thought(corner, self._encoder):
                return True
        return False

    def _corner(self, area: str) -> _Corner:
        if area not in self._corners:
            raise ThemesRefused("area_unknown", area=area)
        return self._corners[area]

    def _shown(self, request: r.Next) -> r.Asks | None:
        """What this person's phone shows already, if they may still be asked it."""
        for area in request.areas:
            corner = self._corner(area)
            asks = corner.open.get(request.person)
            if asks is not None and asks.idea not in self._barred(corner, request):
                return asks
        return None

    def _barred(self, corner: _Corner, request: r.Next) -> set[str]:
        """Ideas that this person is not to be asked about: own, seen, placed by a human, or gone."""
        answered = corner.answered.get(request.person, set())
        held = {idea for theme in corner.decisions.kept for idea in theme.ideas}
        gone = set(corner.sorting.ids) - corner.known.ideas.keys() if corner.sorting else set()
        return {*request.own, *request.seen, *corner.decisions.unassigned, *answered, *held, *gone}

    def _sorting(self, corner: _Corner) -> Sorting:
        if corner.sorting is None:
            corner.sorting = _sorting_of(corner, self._encoder)
            while corner.sorting.think():
                pass
        return corner.sorting


def _sorting_of(corner: _Corner, encoder: Encoder | None) -> Sorting:
    corner.changed = False
    ideas = list(corner.known.ideas.values())
    area = Area(ideas, encoder or default_encoder(), **_decided(corner), answers=())
    return Sorting(area, [idea.id for idea in ideas], _standing(corner))


def _thought(corner: _Corner, encoder: Encoder | None) -> bool:
    assert corner.sorting is not None
    if corner.coming is not None:
        if not corner.coming.think():
            corner.sorting, corner.coming = corner.coming, None
        return True
    if corner.changed:
        corner.coming = _sorting_of(corner, encoder)
        return True
    return corner.sorting.think()


def _decided(corner: _Corner) -> dict[str, Any]:
    """Decisions as suggest() takes them: of ideas that are gone nothing is left."""
    known, decisions = corner.known.ideas, corner.decisions
    return {
        "kept": [
            KeptTheme(t.id, t.title, tuple(idea for idea in t.ideas if idea in known)) for t in decisions.kept
        ],
        "unassigned": [idea for idea in decisions.unassigned if idea in known],
        "together": [pair for pair in decisions.together if pair[0] in known and pair[1] in known],
        "apart": [pair for pair in decisions.apart if pair[0] in known and pair[1] in known],
    }


def _standing(corner: _Corner) -> dict[str, Answer]:
    """The answers without ideas that are gone."""
    known = corner.known.ideas
    return {
        number: Answer(
            answer.idea,
            tuple(tuple(idea for idea in candidate if idea in known) for candidate in answer.shown),
            answer.chosen,
            answer.person,
        )
        for number, answer in corner.answers.items()
        if answer.idea in known
    }


def _choices(corner: _Corner, asked: Asked) -> tuple[r.Choice, ...]:
    """The candidates with the names of the themes that most of their examples stand in."""
    themes = [*corner.decisions.kept, *corner.decisions.wall]
    home = {idea: theme for theme in themes for idea in theme.ideas}
    taken: set[str] = set()
    choices = []
    for shown, title in zip(asked.question.shown, asked.titles, strict=True):
        homes = [home[idea] for idea in shown if idea in home]
        theme = max(homes, key=homes.count) if len(homes) * 2 > len(shown) else None
        if theme is None or theme.id in taken or homes.count(theme) * 2 <= len(shown):
            choices.append(r.Choice(None, title, shown))
        else:
            taken.add(theme.id)
            choices.append(r.Choice(theme.id, theme.title, shown))
    return tuple(choices)


def _must_know(corner: _Corner, ideas: Sequence[str]) -> None:
    for idea in ideas:
        if idea not in corner.known.ideas:
            raise ThemesRefused("idea_unknown", idea=idea)


_DOES: Mapping[type, Callable[[ThemesDesk, Any], Reply]] = {
    r.Know: ThemesDesk.know,
    r.Forget: ThemesDesk.forget,
    r.Decide: ThemesDesk.decide,
    r.Told: ThemesDesk.told,
    r.Group: ThemesDesk.group,
    r.Next: ThemesDesk.next,
    r.Place: ThemesDesk.place,
    r.Similar: ThemesDesk.similar,
    r.Same: ThemesDesk.same,
}
