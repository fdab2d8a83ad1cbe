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
    """Answers as arrays over `rows` (bundles of ideas): A answers, at most M candidates of at most E
    examples."""

    subject: Places
    """(A,) the row that was asked about."""
    example: Places
    """(A, M, E) the rows shown."""
    weight: Floats
    """(A, M, E) each candidate's examples share 1; 0 where there is none."""
    chosen: Places
    """(A,) the candidate chosen, M for none."""
    options: Floats
    """(A,) how many things could be tapped, none of these included."""
    person: Places
    """(A,) the number of the person."""
    people: int

    def __len__(self) -> int:
        return len(self.subject)


def evidence_of(answers: Sequence[Answer], row_of: Mapping[str, int]) -> Evidence:
    """The answers about ideas in `row_of`. Raises ThemesRefused where an answer names an unknown idea or
    candidate."""
    for number, answer in enumerate(answers):
        _check(number, answer, row_of)
    most = max((len(answer.shown) for answer in answers), default=1) or 1
    longest = min(_MOST_EXAMPLES, max((len(c) for answer in answers for c in answer.shown), default=1) or 1)
    people = {person: n for n, person in enumerate(dict.fromkeys(answer.person for answer in answers))}
    example = np.zeros((len(answers), most, longest), dtype=np.int64)
    weight = np.zeros(example.shape, dtype=np.float32)
    for number, answer in enumerate(answers):
        for place, candidate in enumerate(answer.shown):
            looked_at = candidate[:longest]
            example[number, place, : len(looked_at)] = [row_of[idea] for idea in looked_at]
            weight[number, place, : len(looked_at)] = 1.0 / max(1, len(looked_at))
    return Evidence(
        subject=np.array([row_of[answer.idea] for answer in answers], dtype=np.int64),
        example=example,
        weight=weight,
        chosen=np.array([most if a.chosen is None else a.chosen for a in answers], dtype=np.int64),
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
