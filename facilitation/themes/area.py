"""One area's ideas with all that humans decided and answered about them, read once; the recipe's first half.

suggest.py tells the result as themes, and asks.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from facilitation.themes.answers import Answer, Evidence, evidence_of
from facilitation.themes.bundles import Bundles, Rows
from facilitation.themes.contrast import on_poles, opposed
from facilitation.themes.diacritics import restore
from facilitation.themes.encoders import Encoder
from facilitation.themes.grams import Floats
from facilitation.themes.grouping import FREE, UNASSIGNED, Labels
from facilitation.themes.likeness import Space, alike, smoothed
from facilitation.themes.placing import Start, settled, starting_themes
from facilitation.themes.refusals import ThemesRefused
from facilitation.themes.sameness import same_groups
from facilitation.themes.suggestion import IdeaText, KeptTheme
from facilitation.themes.teaching import taught
from facilitation.themes.text import clean, language
from facilitation.themes.weighing import Belief, Weighing, certain

Pair = tuple[str, str]

_TITLE_WEIGHS_IDEAS = 3.0
_ENOUGH_TO_LEARN_FROM = 24


class Area:
    """The ideas of one area, cleaned, compared and bundled. Raises ThemesRefused for what contradicts itself.

    A kept theme's title is read as an idea in it: it says what the human meant.
    """

    def __init__(
        self,
        ideas: Sequence[IdeaText],
        encoder: Encoder,
        *,
        kept: Sequence[KeptTheme],
        unassigned: Iterable[str],
        together: Iterable[Pair],
        apart: Iterable[Pair],
        answers: Sequence[Answer],
    ) -> None:
        self.place = {idea.id: number for number, idea in enumerate(ideas)}
        if len(self.place) != len(ideas):
            twice = next(idea.id for number, idea in enumerate(ideas) if self.place[idea.id] != number)
            raise ThemesRefused("idea_twice", idea=twice)
        self.kept = kept
        said = [(idea.text, idea.lang) for idea in ideas] + [(theme.title, None) for theme in kept]
        self.texts = [clean(text) for text, _ in said]
        langs = [language(text, lang) for text, (_, lang) in zip(self.texts, said, strict=True)]
        held = self._held(unassigned)
        self.langs = langs
        self.space = self._space(np.flatnonzero(held >= 0), encoder)
        self.vectors = self.space.of(self.texts, langs)
        plain = alike(self.vectors, self.vectors)
        self.alike = smoothed(plain)
        against = opposed(self.texts)
        self.same = same_groups(self.texts[: len(ideas)], plain, against)
        bundles = Bundles(held, against, on_poles(self.texts))
        bundles.part([self._places(pair) for pair in apart])
        bundles.join_by_hand([self._places(pair) for pair in together])
        bundles.join([(group[0], other) for group in self.same for other in group[1:]])
        self.rows: Rows = bundles.rows()
        self.between = self.rows.alike(self.alike)
        self.taught = self._taught(held) if kept else None
        self.rows.sizes[self.rows.of[len(ideas) :]] = _TITLE_WEIGHS_IDEAS
        self._starts: dict[float, Start] = {}
        row_of = {idea.id: int(self.rows.of[number]) for number, idea in enumerate(ideas)}
        self.evidence: Evidence = evidence_of(answers, row_of)

    def readable(self, place: int) -> str:
        """An idea's text, cleaned and with its Polish letters."""
        text = self.texts[place]
        return restore(text, self.space.spellings) if self.langs[place] == "pl" else text

    def believe(self, fineness: float) -> Belief:
        """What vectors and answers say together. Rows put aside by a human count for no theme."""
        weighing, (start, anchors) = self.weighing(self.evidence, fineness)
        return weighing.believe(start, len(self.kept), anchors)

    def weighing(self, evidence: Evidence, fineness: float) -> tuple[Weighing, Start]:
        """What believe() does, for whoever takes it step by step, with other answers: the weighing, and where
        it starts."""
        if fineness not in self._starts:
            self._starts[fineness] = starting_themes(self.between, self.rows, self.taught, fineness)
        start = self._starts[fineness]
        return Weighing(self.between, self.rows.sizes, self.rows.fixed, evidence, self.taught), start

    def labels(self, belief: Belief) -> tuple[Labels, list[float]]:
        """((n,) each idea's theme or FREE, each idea's confidence 0..1)."""
        labels = settled(belief, self.rows, np.unique(self.evidence.subject))
        sure = certain(belief.sure, labels)
        of_ideas = self.rows.of[: len(self.place)]
        return labels[of_ideas], [round(float(sure[row]), 3) for row in of_ideas]

    def _space(self, in_themes: Labels, encoder: Encoder) -> Space:
        """Learned from what humans' themes hold, where that is enough: then ideas that come later stand to
        these themes as they do, whatever comes with them."""
        learned = in_themes if len(in_themes) >= _ENOUGH_TO_LEARN_FROM else np.arange(len(self.texts))
        return Space([self.texts[n] for n in learned], [self.langs[n] for n in learned], encoder)

    def _taught(self, held: Labels) -> Floats:
        """(R, kept + 1) what humans' themes say of each row: of its first idea, which speaks for it."""
        ideas = len(self.place)
        return taught(self.vectors[self.rows.first], self.vectors[ideas:], self.vectors[:ideas], held[:ideas])

    def _held(self, unassigned: Iterable[str]) -> Labels:
        held = np.full(len(self.texts), FREE, dtype=np.int64)
        held[len(self.place) :] = np.arange(len(self.kept))
        if len({theme.id for theme in self.kept}) != len(self.kept):
            ids = [theme.id for theme in self.kept]
            raise ThemesRefused("theme_twice", theme=next(name for name in ids if ids.count(name) > 1))
        for number, theme in enumerate(self.kept):
            for idea in theme.ideas:
                self._hold(held, idea, number)
        for idea in unassigned:
            self._hold(held, idea, UNASSIGNED)
        return held

    def _hold(self, held: Labels, idea: str, theme: int) -> None:
        if idea not in self.place:
            raise ThemesRefused("idea_unknown", idea=idea)
        if held[self.place[idea]] not in (FREE, theme):
            raise ThemesRefused("idea_kept_twice", idea=idea)
        held[self.place[idea]] = theme

    def _places(self, pair: Pair) -> tuple[int, int]:
        for idea in pair:
            if idea not in self.place:
                raise ThemesRefused("idea_unknown", idea=idea)
        return self.place[pair[0]], self.place[pair[1]]
