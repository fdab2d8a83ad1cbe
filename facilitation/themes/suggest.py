"""The two doors of this room, for the ideas of one area: suggest() themes, and ask() what the room should
be asked.

text → likeness → guards and bundles → start → weighing → places → names. Each step has a file of its own;
area.py holds them together.
"""

from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np

from facilitation.themes.answers import Answer, Question
from facilitation.themes.area import Area, Pair
from facilitation.themes.asking import Ranking
from facilitation.themes.encoders import Encoder, KeptVectors, best_encoder
from facilitation.themes.grouping import FREE, UNASSIGNED, Labels
from facilitation.themes.naming import title_of
from facilitation.themes.refusals import ThemesRefused
from facilitation.themes.suggestion import IdeaText, KeptTheme, SuggestedTheme, Suggestion


@cache
def default_encoder() -> Encoder:
    """The best encoder on this machine, loaded once per process, its vectors kept."""
    return KeptVectors(best_encoder())


def suggest(
    ideas: Sequence[IdeaText],
    *,
    kept: Sequence[KeptTheme] = (),
    unassigned: Iterable[str] = (),
    together: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
    answers: Sequence[Answer] = (),
    fineness: float = 0.5,
    seed: int = 0,
    encoder: Encoder | None = None,
) -> Suggestion:
    """Themes for the ideas of one area; every idea stands exactly once, the same input gives the same output.

    Humans decide: kept themes keep title, ideas and order, and ideas that they put aside (`unassigned`)
    stay aside; loose ideas may be added to kept themes. Pairs `together` end in one theme and pairs `apart`
    never do, except where kept themes say otherwise. `answers` of people in the room are weighed with the
    vectors. `fineness` 0 gives few broad themes, 1 many narrow ones. `seed` changes nothing: there is no
    chance in this recipe; it is taken so that one with chance can follow. Raises ThemesRefused.
    """
    if not 0.0 <= fineness <= 1.0:
        raise ThemesRefused("fineness_range", fineness=fineness)
    area = _area(ideas, kept, unassigned, together, apart, answers, encoder)
    if not ideas:
        return Suggestion(
            themes=tuple(_theme(theme.title, (), [], [], [], theme.id) for theme in kept), unassigned=()
        )
    labels, certain = area.labels(area.believe(fineness))
    return _told(area, ideas, labels, certain)


def ask(
    ideas: Sequence[IdeaText],
    *,
    kept: Sequence[KeptTheme] = (),
    unassigned: Iterable[str] = (),
    together: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
    answers: Sequence[Answer] = (),
    fineness: float = 0.5,
    encoder: Encoder | None = None,
) -> list[Question]:
    """The questions that would teach most about the ideas of one area, best first, at most one an idea.

    Nothing is asked about ideas that a human placed or put aside. The arguments are those of suggest().
    """
    area = _area(ideas, kept, unassigned, together, apart, answers, encoder)
    if len(ideas) < 2:
        return []
    loose = set(np.flatnonzero(area.rows.fixed == FREE).tolist())
    shown = set(area.rows.of[: len(ideas)].tolist())
    ranking = Ranking(area.believe(fineness), area.evidence, shown, area.between, area.rows.fixed)
    best = ranking.best(loose & shown)
    found = sorted(best.values(), key=lambda question: (-round(question.worth, 6), question.row))
    names = {row: ideas[area.rows.first[row]].id for row in shown}
    return [
        Question(names[question.row], tuple(tuple(names[row] for row in shown) for shown in question.shown))
        for question in found
    ]


def _area(
    ideas: Sequence[IdeaText],
    kept: Sequence[KeptTheme],
    unassigned: Iterable[str],
    together: Iterable[Pair],
    apart: Iterable[Pair],
    answers: Sequence[Answer],
    encoder: Encoder | None,
) -> Area:
    return Area(
        ideas,
        encoder or default_encoder(),
        kept=kept,
        unassigned=unassigned,
        together=together,
        apart=apart,
        answers=answers,
    )


def _told(area: Area, ideas: Sequence[IdeaText], labels: Labels, certain: list[float]) -> Suggestion:
    ids = [idea.id for idea in ideas]
    themes = []
    for number, theme in enumerate(area.kept):
        by_hand = [area.place[idea] for idea in theme.ideas]
        added = [place for place in _central_first(area, labels, number) if place not in set(by_hand)]
        themes.append(_theme(theme.title, ids, by_hand, added, certain, theme.id))
    new = [_central_first(area, labels, label) for label in range(len(area.kept), int(labels.max()) + 1)]
    titles = [theme.title for theme in area.kept]
    for members in sorted((group for group in new if group), key=lambda group: (-len(group), min(group))):
        texts = [area.readable(place) for place in members]
        titles.append(title_of(texts, area.alike[np.ix_(members, members)], titles))
        themes.append(_theme(titles[-1], ids, [], members, certain, None))
    return Suggestion(
        themes=tuple(themes),
        unassigned=tuple(
            ids[place] for place in np.flatnonzero((labels == FREE) | (labels == UNASSIGNED)).tolist()
        ),
        same=tuple(tuple(ids[place] for place in group) for group in area.same),
    )


def _central_first(area: Area, labels: Labels, label: int) -> list[int]:
    members = np.flatnonzero(labels == label)
    closeness = area.alike[np.ix_(members, members)].sum(axis=1)
    return [int(members[k]) for k in np.argsort(-np.round(closeness, 4), kind="stable")]


def _theme(
    title: str,
    ids: Sequence[str],
    by_hand: list[int],
    added: list[int],
    certain: list[float],
    kept: str | None,
) -> SuggestedTheme:
    return SuggestedTheme(
        title=title,
        ideas=tuple(ids[place] for place in by_hand + added),
        confidence=tuple([1.0] * len(by_hand) + [certain[place] for place in added]),
        added=tuple(ids[place] for place in added),
        kept=kept,
    )
