"""The recipe: the ideas of one area, and what humans have decided about them, to a suggestion of themes.

text → vectors → guards → places in kept themes → groups → names. Each step has a file of its own.
"""

from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np

from facilitation.themes.bundles import Bundles
from facilitation.themes.contrast import opposed
from facilitation.themes.encoders import Encoder, KeptVectors, Vectors, best_encoder
from facilitation.themes.grouping import Labels, cut, squared_distances, ward_merges
from facilitation.themes.naming import title_of
from facilitation.themes.placing import FREE, confidences, misfits, place_loose
from facilitation.themes.refusals import ThemesRefused
from facilitation.themes.sameness import same_groups
from facilitation.themes.suggestion import IdeaText, KeptTheme, SuggestedTheme, Suggestion
from facilitation.themes.text import clean, language
from facilitation.themes.vectors import idea_vectors

Pair = tuple[str, str]


@cache
def default_encoder() -> Encoder:
    """The best encoder on this machine, loaded once per process, its vectors kept."""
    return KeptVectors(best_encoder())


def suggest(
    ideas: Sequence[IdeaText],
    *,
    kept: Sequence[KeptTheme] = (),
    together: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
    fineness: float = 0.5,
    seed: int = 0,
    encoder: Encoder | None = None,
) -> Suggestion:
    """Themes for the ideas of one area; every idea stands exactly once, the same input gives the same output.

    Kept themes keep title, ideas and order; loose ideas may be added to them. Pairs `together` end in one theme and
    pairs `apart` never do, except where the human's own kept themes say otherwise. `fineness` 0 gives few broad
    themes, 1 many narrow ones. `seed` changes nothing yet: there is no chance in this recipe. Raises ThemesRefused.
    """
    place = {idea.id: number for number, idea in enumerate(ideas)}
    _check(ideas, place, kept, fineness)
    texts = [clean(idea.text) for idea in ideas]
    langs = [language(text, idea.lang) for text, idea in zip(texts, ideas, strict=True)]
    vectors = idea_vectors(texts, langs, encoder or default_encoder())
    against = opposed(texts)
    same = same_groups(texts, against)
    labels = np.full(len(ideas), FREE, dtype=np.int64)
    for number, theme in enumerate(kept):
        labels[[place[idea] for idea in theme.ideas]] = number
    bundles = Bundles(len(ideas), against)
    bundles.part([_places(pair, place) for pair in apart])
    bundles.join([_places(pair, place) for pair in together], even_opposed=True)
    bundles.join([(group[0], other) for group in same for other in group[1:]])
    labels = place_loose(labels, len(kept), vectors, bundles)
    labels = _grouped(labels, len(kept), vectors, bundles, fineness)
    return _told(ideas, texts, vectors, labels, kept, same)


def _check(
    ideas: Sequence[IdeaText], place: dict[str, int], kept: Sequence[KeptTheme], fineness: float
) -> None:
    if len(place) != len(ideas):
        twice = next(idea.id for number, idea in enumerate(ideas) if place[idea.id] != number)
        raise ThemesRefused("idea_twice", idea=twice)
    if not 0.0 <= fineness <= 1.0:
        raise ThemesRefused("fineness_range", fineness=fineness)
    themes: set[str] = set()
    held: set[str] = set()
    for theme in kept:
        if theme.id in themes:
            raise ThemesRefused("theme_twice", theme=theme.id)
        themes.add(theme.id)
        for idea in theme.ideas:
            if idea not in place:
                raise ThemesRefused("idea_unknown", idea=idea)
            if idea in held:
                raise ThemesRefused("idea_kept_twice", idea=idea)
            held.add(idea)


def _places(pair: Pair, place: dict[str, int]) -> tuple[int, int]:
    for idea in pair:
        if idea not in place:
            raise ThemesRefused("idea_unknown", idea=idea)
    return place[pair[0]], place[pair[1]]


def wanted_themes(ideas: int, fineness: float) -> int:
    """How many themes to aim for: 1.15·√n in the middle of the slider, a third of that at 0, three times at 1."""
    return max(1, min(ideas, round(1.15 * ideas**0.5 * 9.0 ** (fineness - 0.5))))


def _grouped(labels: Labels, themes: int, vectors: Vectors, bundles: Bundles, fineness: float) -> Labels:
    """The labels with every free idea in a new group, or still free where it fits nowhere."""
    free = np.flatnonzero(labels == FREE)
    if not len(free):
        return labels
    rows, sizes, against, member_of = bundles.rows(free, vectors)
    merges = ward_merges(squared_distances(rows), sizes, against)
    groups = cut(merges, len(rows), wanted_themes(len(free), fineness))[member_of]
    groups[misfits(groups, vectors[free])] = FREE
    result = labels.copy()
    result[free] = np.where(groups == FREE, FREE, groups + themes)
    return result


def _told(
    ideas: Sequence[IdeaText],
    texts: Sequence[str],
    vectors: Vectors,
    labels: Labels,
    kept: Sequence[KeptTheme],
    same: Sequence[Sequence[int]],
) -> Suggestion:
    certain = confidences(labels, vectors)
    place = {idea.id: number for number, idea in enumerate(ideas)}
    themes = []
    for number, theme in enumerate(kept):
        by_hand = [place[idea] for idea in theme.ideas]
        added = _central_first(
            [int(i) for i in np.flatnonzero(labels == number) if int(i) not in by_hand], vectors
        )
        themes.append(_theme(theme.title, ideas, by_hand, added, certain, theme.id))
    new = [np.flatnonzero(labels == label) for label in range(len(kept), int(labels.max(initial=FREE)) + 1)]
    titles = [theme.title for theme in kept]
    for members in sorted((group for group in new if len(group)), key=lambda group: (-len(group), group[0])):
        titles.append(title_of([texts[i] for i in members.tolist()], vectors[members], titles))
        themes.append(_theme(titles[-1], ideas, [], _central_first(members, vectors), certain, None))
    return Suggestion(
        themes=tuple(themes),
        unassigned=tuple(ideas[i].id for i in np.flatnonzero(labels == FREE).tolist()),
        same=tuple(tuple(ideas[i].id for i in group) for group in same),
    )


def _central_first(members: Iterable[int], vectors: Vectors) -> list[int]:
    found = [int(member) for member in members]
    if not found:
        return []
    closeness = vectors[found] @ vectors[found].mean(axis=0)
    return [
        found[k] for k in sorted(range(len(found)), key=lambda k: (-round(float(closeness[k]), 4), found[k]))
    ]


def _theme(
    title: str,
    ideas: Sequence[IdeaText],
    by_hand: list[int],
    added: list[int],
    certain: list[float],
    kept: str | None,
) -> SuggestedTheme:
    return SuggestedTheme(
        title=title,
        ideas=tuple(ideas[i].id for i in by_hand + added),
        confidence=tuple([1.0] * len(by_hand) + [certain[i] for i in added]),
        added=tuple(ideas[i].id for i in added),
        kept=kept,
    )
