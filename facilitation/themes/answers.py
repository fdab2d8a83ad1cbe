"""What people in the room were asked and answered, as values and as arrays.

How answers are weighed is in weighing.py, what is asked next in asking.py.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
import numpy.typing as npt

from facilitation.themes.grams import Floats
from facilitation.themes.refusals import ThemesRefused

Places = npt.NDArray[np.int64]

_MOST_EXAMPLES = 12


class Question(msgspec.Struct, frozen=True):
    """Which of these does the idea belong with? Each candidate is a list of ideas, the most typical first."""

    idea: str
    shown: tuple[tuple[str, ...], ...]


class Answer(msgspec.Struct, frozen=True):
    """An answered question: `chosen` is the index of a candidate, None for none of these.

    `person` is any mark that tells people apart, or None; answers without one are weighed as one person's.
    """

    idea: str
    shown: tuple[tuple[str, ...], ...]
    chosen: int | None
    person: str | int | None = None


@dataclass(frozen=True)
class Evidence:
    """Answers as arrays over rows (bundles of ideas): A answers, each with at most M candidates of the D that
    were shown at all, each of at most E examples. The last candidate is the empty one."""

    subject: Places
    """(A,) the row that was asked about."""
    example: Places
    """(D, E) the rows of each candidate."""
    weight: Floats
    """(D, E) each candidate's examples share 1; 0 where there is none."""
    shown: Places
    """(A, M) the candidates shown, the empty one where there were fewer."""
    picked: Places
    """(A,) the candidate that was tapped, the empty one for none of these."""
    options: Floats
    """(A,) how many things could be tapped, none of these included."""
    person: Places
    """(A,) the number of the person."""
    people: int

    def __len__(self) -> int:
        return len(self.subject)

    @property
    def none(self) -> npt.NDArray[np.bool_]:
        """(A,) whether none of these was answered."""
        return np.asarray(self.picked == len(self.example) - 1)

    def in_themes(self, chance: Floats) -> tuple[Floats, Floats]:
        """((A, K) how much of what was tapped is in each theme, (A, K) how much of all that was shown),
        each at most 1, for rows' chances (R, K + 1)."""
        of_candidate = np.einsum("de,dek->dk", self.weight, chance[self.example][..., :-1])
        seen = of_candidate[self.shown[:, 0]]
        for column in range(1, self.shown.shape[1]):
            seen += of_candidate[self.shown[:, column]]
        tapped = of_candidate[self.picked] / np.maximum(seen, 1.0)
        return tapped, np.minimum(seen, 1.0)

    def fitting(self, chance: Floats) -> Floats:
        """(A, K + 1) the chance that a careful person gives each answer, were its row in that theme."""
        tapped, seen = self.in_themes(chance)
        none = self.none[:, None]
        return np.hstack([np.where(none, 1.0 - seen, tapped), none]).clip(0.0, 1.0).astype(np.float32)

    def bonds(self, rows: int) -> Floats:
        """(R, R) how often people put two rows together, less how often they passed one by for the other."""
        bonds = np.zeros((rows, rows), dtype=np.float32)
        for column in range(self.shown.shape[1]):
            candidates = self.shown[:, column]
            says = np.where(candidates == self.picked, 1.0, -0.5)[:, None] * self.weight[candidates]
            np.add.at(bonds, (self.subject[:, None], self.example[candidates]), says)
        return bonds + bonds.T

    def confirmed(self) -> tuple[Places, Places]:
        """(rows that were put with others, the rows that they were put with, as often as that was
        answered)."""
        together = np.flatnonzero(~self.none)
        candidates = self.picked[together]
        return self.subject[together], self.example[candidates][self.weight[candidates] > 0]


def evidence_of(answers: Sequence[Answer], row_of: Mapping[str, int]) -> Evidence:
    """The answers about ideas in `row_of`. Raises ThemesRefused where an answer names an unknown idea or
    candidate."""
    for number, answer in enumerate(answers):
        _check(number, answer, row_of)
    numbers = {shown: n for n, shown in enumerate(dict.fromkeys(c for a in answers for c in a.shown))}
    empty = len(numbers)
    longest = min(_MOST_EXAMPLES, max((len(candidate) for candidate in numbers), default=1) or 1)
    example = np.zeros((empty + 1, longest), dtype=np.int64)
    weight = np.zeros(example.shape, dtype=np.float32)
    for candidate, number in numbers.items():
        looked_at = candidate[:longest]
        example[number, : len(looked_at)] = [row_of[idea] for idea in looked_at]
        weight[number, : len(looked_at)] = 1.0 / max(1, len(looked_at))
    most = max((len(answer.shown) for answer in answers), default=1) or 1
    shown = np.full((len(answers), most), empty, dtype=np.int64)
    for place, answer in enumerate(answers):
        shown[place, : len(answer.shown)] = [numbers[candidate] for candidate in answer.shown]
    people = {person: n for n, person in enumerate(dict.fromkeys(answer.person for answer in answers))}
    picked = [empty if a.chosen is None else numbers[a.shown[a.chosen]] for a in answers]
    return Evidence(
        subject=np.array([row_of[answer.idea] for answer in answers], dtype=np.int64),
        example=example,
        weight=weight,
        shown=shown,
        picked=np.array(picked, dtype=np.int64),
        options=np.array([len(answer.shown) + 1 for answer in answers], dtype=np.float32),
        person=np.array([people[answer.person] for answer in answers], dtype=np.int64),
        people=len(people),
    )


def _check(number: int, answer: Answer, row_of: Mapping[str, int]) -> None:
    for idea in (answer.idea, *(idea for candidate in answer.shown for idea in candidate)):
        if idea not in row_of:
            raise ThemesRefused("answer_idea_unknown", answer=number, idea=idea)
    if answer.chosen is not None and not 0 <= answer.chosen < len(answer.shown):
        raise ThemesRefused("answer_choice_unknown", answer=number, chosen=answer.chosen)
