"""The desk: keeps what is known of workshops' areas in memory and answers requests about them (requests.py).

Knows nothing that it was not told: after a restart the caller tells it again. What takes long is done on a
copy of what is known, in another thread if the caller has one, so that no request waits behind it. Pure: the
same requests, with `think` in the same places, give the same answers.
"""

from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar

from facilitation.themes import requests as r
from facilitation.themes.corner import READ_AT_ONCE, Corner
from facilitation.themes.encoders import Encoder, KeptVectors
from facilitation.themes.knowing import Known
from facilitation.themes.refusals import ThemesRefused
from facilitation.themes.sorting import Asked, Sorting
from facilitation.themes.suggest import default_encoder, suggest
from facilitation.themes.suggestion import KeptTheme, Suggestion
from facilitation.themes.text import fold, words

Reply = r.Done | r.Asks | r.Places | r.Alike | r.Refused | Suggestion
Tell = Callable[[Reply], None]
Found = TypeVar("Found")


class Aside(Protocol):
    """Whoever does what takes long."""

    def __call__(self, work: Callable[[], Found], then: Callable[[Found], None]) -> None:
        """Does `work`, perhaps in another thread and after what it was given before, and calls `then` with
        what came of it in the desk's own thread."""


def at_once(work: Callable[[], Found], then: Callable[[Found], None]) -> None:
    """An Aside that has no other thread."""
    then(work())


class ThemesDesk:
    """Answers requests about any number of areas; all methods are called in one thread."""

    def __init__(self, encoder: Encoder | None = None, aside: Aside = at_once) -> None:
        """Without an encoder the best one of this machine, loaded at the first text."""
        self._given = KeptVectors(encoder) if encoder else None
        self._aside = aside
        self._away = 0
        self._corners: dict[str, Corner] = {}
        self._waiting: list[tuple[r.Next, Tell]] = []

    def do(self, request: r.Request) -> Reply:
        """The answer to one request, however long it takes, for whoever has no other thread; what makes no
        sense is Refused, never raised."""
        replies: list[Reply] = []
        self.take(request, replies.append)
        while not replies and self.think():
            pass
        return replies[0]

    def take(self, request: r.Request, tell: Tell) -> None:
        """Answers one request by calling `tell` once: now; or, what takes long, when it was done aside, or
        in a later `think`. What makes no sense is Refused, never raised."""
        try:
            if isinstance(request, r.Next):
                self._waiting.append((request, tell))
                self._ask_on()
            elif isinstance(request, r.Group | r.Same):
                self._send_aside(_LONG[type(request)](self, request), tell)
            else:
                tell(_SHORT[type(request)](self, request))
        except ThemesRefused as refused:
            tell(r.Refused(refused.code, dict(refused.params)))

    def know(self, request: r.Know) -> r.Done:
        """Takes ideas; their vectors are computed in the next thoughts, or when they are needed."""
        if request.area not in self._corners:
            self._corners[request.area] = Corner(Known(self._encoder()))
        corner = self._corners[request.area]
        if corner.known.add(request.ideas):
            corner.changed = True
        return r.Done()

    def forget(self, request: r.Forget) -> r.Done:
        """Drops ideas or an area; of what is not here, nothing."""
        if request.ideas is None:
            self._corners.pop(request.area, None)
            self._ask_on()
        elif request.area in self._corners:
            corner = self._corners[request.area]
            corner.changed = corner.known.forget(request.ideas) or corner.changed
        return r.Done()

    def decide(self, request: r.Decide) -> r.Done:
        """Takes what humans decided, instead of all that was decided before."""
        self._corner(request.area).decide(request.decisions)
        return r.Done()

    def told(self, request: r.Told) -> r.Done:
        """Takes people's answers; what phones show is no longer what was answered."""
        corner = self._corner(request.area)
        for number, answer in request.answers.items():
            corner.told(number, answer)
        return r.Done()

    def place(self, request: r.Place) -> r.Places:
        """Where ideas belong, by what humans and the room taught so far. What a human put together with an
        idea that stands somewhere goes there."""
        corner = self._corner(request.area)
        corner.must_know(request.ideas)
        texts = {number: idea.text for number, idea in corner.known.ideas.items()}
        themes = [*corner.decisions.kept, *(_as_it_is_now(theme, texts) for theme in corner.decisions.wall)]
        new = set(request.ideas)
        others = [
            KeptTheme(t.id, t.title, tuple(idea for idea in t.ideas if idea not in new)) for t in themes
        ]
        found = corner.known.placed(request.ideas, others, corner.decisions.apart, corner.answers_about())
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

    def similar(self, request: r.Similar) -> r.Alike:
        """The nearest ideas, for "take these along?" and "builds on this one"."""
        corner = self._corner(request.area)
        corner.must_know(request.ideas)
        texts = [corner.known.ideas[idea].text for idea in request.ideas] + [request.text] * bool(
            request.text
        )
        among = corner.known.ideas if request.among is None else request.among
        others = [idea for idea in among if idea in corner.known.ideas and idea not in request.ideas]
        return r.Alike(near=corner.known.near(texts, others, request.count, request.least))

    def group(self, request: r.Group) -> Callable[[], Suggestion]:
        """The work that finds themes for the area, by all that is known now."""
        corner, encoder = self._corner(request.area), self._encoder()
        ideas, decided = list(corner.known.ideas.values()), corner.decided()
        answers = list(corner.standing().values())
        return lambda: suggest(
            ideas,
            **decided,
            answers=answers,
            fineness=request.fineness,
            seed=request.seed,
            encoder=encoder,
        )

    def same(self, request: r.Same) -> Callable[[], r.Alike]:
        """The work that finds groups of near-identical ideas."""
        known = self._corner(request.area).known.copy()
        return lambda: r.Alike(groups=known.same())

    @property
    def owes(self) -> bool:
        """Whether somebody waits for a question that only thinking brings."""
        return bool(self._waiting)

    def think(self) -> bool:
        """Reads new texts and weighs answers on, a few hundredths of a second at a time; False when there is
        nothing to think about now. To be called whenever no request waits."""
        awaited = [corner for request, _ in self._waiting for corner in map(self._corner, request.areas)]
        if any(map(self._sort, awaited)):
            return True
        if self._away:
            return False
        corners = list(self._corners.values())
        return any(corner.known.read(READ_AT_ONCE) for corner in corners) or any(map(self._sort, corners))

    def _encoder(self) -> Encoder:
        return self._given or default_encoder()

    def _corner(self, area: str) -> Corner:
        if area not in self._corners:
            raise ThemesRefused("area_unknown", area=area)
        return self._corners[area]

    def _send_aside(self, work: Callable[[], Found], then: Callable[[Found | r.Refused], None]) -> None:
        """Has the work done aside; where it fails, what comes of it is Refused."""

        def tried() -> Found | r.Refused:
            try:
                return work()
            except ThemesRefused as refused:
                return r.Refused(refused.code, dict(refused.params))
            except Exception as failure:  # whoever asked must get an answer, whatever happened
                return r.Refused("failed", {"detail": f"{type(failure).__name__}: {failure}"})

        def done(found: Found | r.Refused) -> None:
            self._away -= 1
            then(found)

        self._away += 1
        self._aside(tried, done)

    def _sort(self, corner: Corner) -> bool:
        if corner.must_prepare():
            self._prepare(corner)
            return True
        sorting = corner.sorting
        busy = corner.think()
        if corner.sorting is not sorting:
            self._ask_on()
        return busy

    def _prepare(self, corner: Corner) -> None:
        def then(found: Sorting | r.Refused) -> None:
            if isinstance(found, Sorting):
                corner.prepared(found)
                return
            corner.preparing = False
            waiting, self._waiting = self._waiting, []
            for request, tell in waiting:
                if corner.sorting is None and corner in map(self._corners.get, request.areas):
                    tell(found)
                else:
                    self._waiting.append((request, tell))

        self._send_aside(corner.prepare(self._encoder()), then)

    def _ask_on(self) -> None:
        """Answers those who wait for a question, where there are any now."""
        waiting, self._waiting = self._waiting, []
        for request, tell in waiting:
            try:
                corners = {area: self._corner(area) for area in request.areas}
            except ThemesRefused as refused:
                tell(r.Refused(refused.code, dict(refused.params)))
                continue
            if all(corner.sorting is not None for corner in corners.values()):
                tell(_next(corners, request))
                continue
            self._waiting.append((request, tell))
            for corner in corners.values():
                if corner.sorting is None and corner.coming is None and not corner.preparing:
                    self._prepare(corner)


def _as_it_is_now(theme: KeptTheme, texts: Mapping[str, str]) -> KeptTheme:
    """A theme that the machine named, as evidence: a name in the words of an idea that has been moved away
    since would go on drawing its like, so an idea that is still there speaks for it."""
    here = [texts[idea] for idea in theme.ideas if idea in texts]
    title = words(fold(theme.title))
    if not here or any(set(title) <= set(words(fold(text))) for text in here):
        return theme
    return KeptTheme(theme.id, here[0], theme.ideas)


def _next(corners: Mapping[str, Corner], request: r.Next) -> r.Asks:
    """The person's question; what they show in other areas is closed."""
    best: tuple[float, str, Asked] | None = None
    left = 0
    for corner in corners.values():
        asks = corner.open.get(request.person)
        if asks is not None and asks.idea not in corner.barred(request):
            return asks
    for area, corner in corners.items():
        corner.open.pop(request.person, None)
        barred = corner.barred(request)
        left += len(corner.known.ideas.keys() - barred)
        shown = [asks.idea for asks in corner.open.values() if asks.idea is not None]
        asked = corner.sorting.question(barred, shown) if corner.sorting else None
        if asked is not None and (best is None or asked.worth > best[0]):
            best = (asked.worth, area, asked)
    if best is None:
        return r.Asks()
    _, area, asked = best
    corner = corners[area]
    asks = r.Asks(area, asked.question.idea, corner.choices(asked), round(asked.worth, 3), left)
    corner.open[request.person] = asks
    return asks


_SHORT: Mapping[type, Callable[[ThemesDesk, Any], Reply]] = {
    r.Know: ThemesDesk.know,
    r.Forget: ThemesDesk.forget,
    r.Decide: ThemesDesk.decide,
    r.Told: ThemesDesk.told,
    r.Place: ThemesDesk.place,
    r.Similar: ThemesDesk.similar,
}
_LONG: Mapping[type, Callable[[ThemesDesk, Any], Callable[[], Reply]]] = {
    r.Group: ThemesDesk.group,
    r.Same: ThemesDesk.same,
}
