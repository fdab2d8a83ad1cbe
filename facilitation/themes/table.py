"""A table of ideas with a moderator's edits and the room's answers, as files have them: rows by number, all
areas.

For the command `obrus themes`: OUT.json and questions of the public interface. Reading the CSV is the
caller's; what is wrong with the JSON is refused with the field.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Protocol, TypeVar

import msgspec

from facilitation.themes.answers import Answer, Question
from facilitation.themes.edits import Edits, RowAnswer, RowAnswers, check_edits
from facilitation.themes.encoders import Encoder
from facilitation.themes.refusals import ThemesRefused
from facilitation.themes.suggest import ask, suggest
from facilitation.themes.suggestion import IdeaText, KeptTheme

Read = TypeVar("Read")

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class TableRow(Protocol):
    """A row of IDEAS.csv; `area` and `lang` are empty where the file says nothing."""

    @property
    def text(self) -> str:
        """What its author wrote."""
        ...

    @property
    def area(self) -> str:
        """The area's id."""
        ...

    @property
    def lang(self) -> str:
        """An ISO 639-1 code."""
        ...


def group_table(
    rows: Sequence[TableRow],
    *,
    edits: bytes = b"{}",
    answers: bytes = b"{}",
    questions: int | None = None,
    language: str = "",
    fineness: float = 0.5,
    seed: int = 0,
    encoder: Encoder | None = None,
) -> dict[str, Any]:
    """OUT.json for these rows, or with `questions` the next so many questions as `{"questions": […]}`.

    `edits` and `answers` are EDITS.json and ANSWERS.json; `language` is for rows that name none. Areas are
    grouped apart from one another. All edits are kept. Raises ThemesRefused with `file` ("edits" or
    "answers") and `field`.
    """
    wished = _read(edits, Edits, "edits")
    answered = _read(answers, RowAnswers, "answers").answers
    check_edits(wished, [row.area for row in rows])
    _check_answers(answered, len(rows))
    areas: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        areas.setdefault(row.area, []).append(number)
    given = {area: _of_area(rows, numbers, wished, answered, language) for area, numbers in areas.items()}
    if questions is not None:
        ranked = {area: ask(**told, fineness=fineness, encoder=encoder) for area, told in given.items()}
        busy = {area: len(told["answers"]) for area, told in given.items()}
        return {"questions": _shared_out(ranked, busy, areas, questions)}
    themes: list[dict[str, Any]] = []
    unassigned: list[int] = []
    for area, told in given.items():
        suggestion = suggest(**told, fineness=fineness, seed=seed, encoder=encoder)
        themes += [
            {"area": area, "title": theme.title, "ideas": [int(idea) for idea in theme.ideas]}
            for theme in suggestion.themes
        ]
        unassigned += [int(idea) for idea in suggestion.unassigned]
    return {"themes": themes, "unassigned": sorted(unassigned)}


def _read(data: bytes, form: type[Read], file: str) -> Read:
    try:
        return msgspec.json.decode(data.removeprefix(_BYTE_ORDER_MARK), type=form)
    except msgspec.DecodeError as error:
        raise ThemesRefused("malformed", file=file, detail=str(error)) from None


def _check_answers(answers: Sequence[RowAnswer], rows: int) -> None:
    for number, answer in enumerate(answers):
        for row in (answer.idea, *(row for candidate in answer.shown for row in candidate)):
            if not 0 <= row < rows:
                raise ThemesRefused("row_unknown", file="answers", field=f"answers[{number}]", row=row)
        if answer.chosen is not None and not 0 <= answer.chosen < len(answer.shown):
            field = f"answers[{number}].chosen"
            raise ThemesRefused("answer_choice_unknown", file="answers", field=field, chosen=answer.chosen)


def _of_area(
    rows: Sequence[TableRow],
    numbers: Sequence[int],
    edits: Edits,
    answers: Sequence[RowAnswer],
    language: str,
) -> dict[str, Any]:
    """What suggest() and ask() want to know of one area. What an answer shows of other areas is left out."""
    here = set(numbers)
    kept: dict[str, list[str]] = {}
    for placed in dict.fromkeys(edits.placed):
        if placed.idea in here:
            kept.setdefault(placed.theme, []).append(str(placed.idea))
    return {
        "ideas": [IdeaText(str(n), rows[n].text, rows[n].lang or language or None) for n in numbers],
        "kept": [KeptTheme(title, title, tuple(members)) for title, members in kept.items()],
        "unassigned": [str(row) for row in dict.fromkeys(edits.unassigned) if row in here],
        "together": [(str(a), str(b)) for a, b in edits.together if a in here],
        "apart": [(str(a), str(b)) for a, b in edits.apart if a in here and b in here],
        "answers": [_answer(answer, here) for answer in answers if answer.idea in here],
    }


def _answer(answer: RowAnswer, here: set[int]) -> Answer:
    shown = tuple(tuple(str(row) for row in candidate if row in here) for candidate in answer.shown)
    return Answer(str(answer.idea), shown, answer.chosen, answer.person)


def _shared_out(
    ranked: Mapping[str, Sequence[Question]],
    busy: Mapping[str, int],
    areas: Mapping[str, Sequence[int]],
    most: int,
) -> list[dict[str, Any]]:
    """The first `most` questions, each from the area that was asked least for its size so far."""
    asked = Counter(busy)
    left = {area: list(reversed(found)) for area, found in ranked.items() if found}
    chosen: dict[str, list[Question]] = defaultdict(list)
    told: list[dict[str, Any]] = []
    while left and len(told) < most:
        area = min(left, key=lambda name: (asked[name] / len(areas[name]), areas[name][0]))
        question = left[area].pop()
        chosen[area].append(question)
        asked[area] += 1
        told.append(
            {"idea": int(question.idea), "shown": [[int(row) for row in shown] for shown in question.shown]}
        )
        if not left[area]:
            del left[area]
    return told
