"""Knowing: the ideas of one area with their vectors, as they come and go; what is near what, and where a new
one belongs among the themes that stand. Regrouping is suggest.py's business, asking the room sorting.py's.
"""

from collections.abc import Collection, Mapping, Sequence

import numpy as np

from facilitation.themes.answers import Answer
from facilitation.themes.contrast import contradicting, opposed
from facilitation.themes.diacritics import learn_spellings
from facilitation.themes.encoders import Encoder, Vectors
from facilitation.themes.grouping import Pairs
from facilitation.themes.late import answered, put_together
from facilitation.themes.likeness import Space, readings
from facilitation.themes.requests import Near, Placed
from facilitation.themes.sameness import same_groups
from facilitation.themes.suggestion import IdeaText, KeptTheme
from facilitation.themes.teaching import taught
from facilitation.themes.text import clean, language

_LEARN_AGAIN_AT = 1.25


class Known:
    """Texts by id, each encoded once: when its vector is first needed, or before that by `read`. The space
    they stand in is learned anew when there are a quarter more of them."""

    def __init__(self, encoder: Encoder) -> None:
        self.ideas: dict[str, IdeaText] = {}
        self._encoder = encoder
        self._space: Space | None = None
        self._learned_from = 0
        self._vectors: dict[str, Vectors] = {}
        self._unread: dict[str, IdeaText] = {}
        self._spellings: Mapping[str, str] | None = None

    def add(self, ideas: Sequence[IdeaText]) -> bool:
        """Takes new ideas and new texts of known ones; whether anything is new."""
        fresh = {idea.id: idea for idea in ideas if self.ideas.get(idea.id) != idea}
        self.ideas.update(fresh)
        self._unread.update(fresh)
        return bool(fresh)

    def read(self, most: int) -> bool:
        """Has at most so many of the new texts encoded, all at once, which takes a third of the time of one
        after the other; False when there are no more."""
        if not self._unread:
            return False
        if self._spellings is None:
            self._spellings = self._learned_spellings()
        some = [self._unread.pop(idea) for idea in list(self._unread)[:most]]
        texts = [clean(idea.text) for idea in some]
        langs = [language(text, idea.lang) for text, idea in zip(texts, some, strict=True)]
        whole, telling = readings(texts, langs, self._spellings)
        self._encoder.encode([*whole, *telling])
        if not self._unread:
            self._spellings = None
            self._vectors_of([idea.text for idea in self.ideas.values() if idea.text not in self._vectors])
        return True

    def copy(self) -> "Known":
        """The same for another thread: what happens to one of the two is nothing to the other."""
        twin = Known(self._encoder)
        twin.ideas, twin._vectors = dict(self.ideas), dict(self._vectors)
        twin._space, twin._learned_from = self._space, self._learned_from
        return twin

    def forget(self, ids: Collection[str]) -> bool:
        """Drops these ideas and their vectors; whether any was here."""
        gone = [idea for idea in ids if idea in self.ideas]
        for idea in gone:
            self._unread.pop(idea, None)
            self._vectors.pop(self.ideas.pop(idea).text, None)
        return bool(gone)

    def near(self, to: Sequence[str], among: Sequence[str], count: int, least: float) -> tuple[Near, ...]:
        """The ideas of `among` most alike the nearest of the texts `to`, that contradict none of them."""
        if not to or not among:
            return ()
        texts = [self.ideas[idea].text for idea in among]
        likeness = (self._vectors_of(to) @ self._vectors_of(texts).T).max(axis=0)
        against = np.asarray(_contradict(to, texts).any(axis=0))
        rank = np.argsort(-np.where(against, -1.0, likeness), kind="stable")[:count]
        return tuple(
            Near(among[n], round(float(likeness[n]), 3))
            for n in rank.tolist()
            if likeness[n] >= least and not against[n]
        )

    def same(self) -> tuple[tuple[str, ...], ...]:
        """Groups of two and more that say the same in nearly the same letters; contradictions never."""
        ids = list(self.ideas)
        texts = [clean(idea.text) for idea in self.ideas.values()]
        vectors = self._vectors_of([idea.text for idea in self.ideas.values()])
        groups = same_groups(texts, vectors @ vectors.T, opposed(texts))
        return tuple(tuple(ids[place] for place in group) for group in groups)

    def placed(
        self,
        new: Sequence[str],
        themes: Sequence[KeptTheme],
        apart: Collection[tuple[str, str]],
        answers: Mapping[str, Sequence[Answer]],
    ) -> tuple[Placed, ...]:
        """Where each of the `new` ideas belongs among `themes`, or nowhere, by titles, by what stands in
        them and by what people answered about it (`answers`, by idea). Never where it contradicts, unless
        people put it there, nor to what a human keeps it `apart` from."""
        home = {idea: n for n, theme in enumerate(themes) for idea in theme.ideas if idea in self.ideas}
        texts = [self.ideas[idea].text for idea in new]
        vectors = self._vectors_of(texts)
        inside = self._vectors_of([self.ideas[idea].text for idea in home])
        titles = self._vectors_of([theme.title for theme in themes])
        labels = np.array(list(home.values()), dtype=np.int64)
        told = [(row, answer) for row, idea in enumerate(new) for answer in answers.get(idea, ())]
        chance = answered(taught(vectors, titles, inside, labels), told, home, new)
        against = _contradict(texts, [self.ideas[idea].text for idea in home])
        for row, theme in put_together(told, home):
            against[row, labels == theme] = False
        row_of, column_of = ({idea: n for n, idea in enumerate(ideas)} for ideas in (new, home))
        for a, b in (*apart, *((b, a) for a, b in apart)):
            if a in row_of and b in column_of:
                against[row_of[a], column_of[b]] = True
        rows, columns = np.nonzero(against)
        chance[rows, labels[columns]] = 0.0
        chance /= np.maximum(chance.sum(axis=1, keepdims=True), 1e-9)
        names = [*(theme.id for theme in themes), None]
        likeliest = chance.argmax(axis=1).tolist()
        return tuple(
            Placed(idea, names[theme], round(float(chance[row, theme]), 3))
            for row, (idea, theme) in enumerate(zip(new, likeliest, strict=True))
        )

    def _vectors_of(self, texts: Sequence[str]) -> Vectors:
        """(m, d) vectors in the space, computed once each."""
        if self._space is None or self._must_learn():
            self._learn()
        assert self._space is not None
        missing = [text for text in dict.fromkeys(texts) if text not in self._vectors]
        if missing:
            cleaned = [clean(text) for text in missing]
            vectors = self._space.of(cleaned, [language(text) for text in cleaned])
            self._vectors.update(zip(missing, vectors, strict=True))
        width = next(iter(self._vectors.values())).shape[0] if self._vectors else 0
        return np.array([self._vectors[text] for text in texts], dtype=np.float32).reshape(len(texts), width)

    def _must_learn(self) -> bool:
        return len(self.ideas) > _LEARN_AGAIN_AT * self._learned_from

    def _learned_spellings(self) -> Mapping[str, str]:
        if self._space is None or self._must_learn():
            return learn_spellings([clean(idea.text) for idea in self.ideas.values()])
        return self._space.spellings

    def _learn(self) -> None:
        texts = [clean(idea.text) for idea in self.ideas.values()]
        langs = [language(text, idea.lang) for text, idea in zip(texts, self.ideas.values(), strict=True)]
        self._space = Space(texts, langs, self._encoder)
        self._learned_from = len(texts)
        found = self._space.of(texts, langs)
        self._vectors = {idea.text: vector for idea, vector in zip(self.ideas.values(), found, strict=True)}


def _contradict(texts: Sequence[str], others: Sequence[str]) -> Pairs:
    """(m, n) which of the texts contradict which of the others."""
    return contradicting([clean(text) for text in texts], [clean(text) for text in others])
