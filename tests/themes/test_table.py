"""group_table(): a file of all areas, with edits and answers, as `obrus themes` gives it out."""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from facilitation.themes import ThemesRefused, group_table
from facilitation.themes.encoders import NgramEncoder


@dataclass
class Row:
    text: str
    area: str = ""
    lang: str = ""


ROWS = [
    Row("zaufanie", "wartosci"),
    Row("Zaufanie między nami", "wartosci"),
    Row("jawność", "wartosci"),
    Row("dyskrecja", "wartosci"),
    Row("raz w miesiącu", "zasady"),
    Row("spotkania raz w miesiącu", "zasady"),
    Row("raz na kwartal", "zasady"),
    Row("", "zasady"),
]


def table(questions: int | None = None, **parts: Any) -> dict[str, Any]:
    texts = {name: json.dumps(part).encode() for name, part in parts.items()}
    return group_table(ROWS, questions=questions, encoder=NgramEncoder(), **texts)


def homes(out: dict[str, Any]) -> dict[int, tuple[str, str] | None]:
    found: dict[int, tuple[str, str] | None] = dict.fromkeys(out["unassigned"])
    return found | {row: (theme["area"], theme["title"]) for theme in out["themes"] for row in theme["ideas"]}


def test_every_row_stands_once_and_in_a_theme_of_its_own_area() -> None:
    out = table()
    standing = [row for theme in out["themes"] for row in theme["ideas"]] + out["unassigned"]
    assert sorted(standing) == list(range(len(ROWS)))
    assert [row for row, home in homes(out).items() if home and home[0] != ROWS[row].area] == []


def test_a_file_without_ideas_gives_no_themes_and_no_questions() -> None:
    assert group_table([]) == {"themes": [], "unassigned": []}
    assert group_table([], questions=3) == {"questions": []}


def test_all_edits_are_kept_together() -> None:
    edits = {
        "placed": [{"idea": 2, "theme": "Otwartość"}, {"idea": 5, "theme": "Rytm spotkań"}],
        "together": [[2, 1], [6, 7]],
        "apart": [[4, 5], [0, 1]],
        "unassigned": [3],
    }
    found = homes(table(edits=edits))
    assert found[2] == found[1] == ("wartosci", "Otwartość")
    assert found[5] == ("zasady", "Rytm spotkań")
    assert found[6] == found[7]
    assert found[3] is None
    assert found[4] != found[5]
    assert found[0] != found[1]


def test_what_the_room_answered_outweighs_the_letters() -> None:
    said = [{"idea": 3, "shown": [[2], [0, 1]], "chosen": 1, "person": f"P{n}"} for n in range(4)]
    found = homes(table(answers={"answers": said}))
    assert found[3] is not None
    assert found[3] in (found[0], found[1])
    assert found[3] != found[2]


def test_questions_have_the_form_of_answers_without_the_choice_and_stay_within_one_area() -> None:
    questions = table(questions=5)["questions"]
    assert len(questions) == 5
    for question in questions:
        rows = [question["idea"], *(row for shown in question["shown"] for row in shown)]
        assert sorted(question) == ["idea", "shown"]
        assert len(set(rows)) == len(rows)
        assert len({ROWS[row].area for row in rows}) == 1
    assert {ROWS[question["idea"]].area for question in questions} == {"wartosci", "zasady"}
    assert table(questions=5) == {"questions": questions}


@pytest.mark.parametrize(
    ("parts", "refusal"),
    [
        (
            {"edits": {"placed": [{"idea": 8, "theme": "X"}]}},
            {"code": "row_unknown", "file": "edits", "field": "placed[0].idea", "row": 8},
        ),
        (
            {"edits": {"placed": [{"idea": 1, "theme": "X"}, {"idea": 1, "theme": "Y"}]}},
            {"code": "placed_twice", "file": "edits", "field": "placed[1]", "row": 1},
        ),
        (
            {"edits": {"placed": [{"idea": 1, "theme": "X"}], "together": [[1, 2]], "unassigned": [2]}},
            {"code": "placed_and_unassigned", "file": "edits", "field": "unassigned[0]", "row": 2},
        ),
        (
            {"edits": {"together": [[0, 4]]}},
            {
                "code": "together_across_areas",
                "file": "edits",
                "field": "together[0]",
                "first": 0,
                "second": 4,
            },
        ),
        (
            {"edits": {"together": [[0, 1], [1, 2]], "apart": [[0, 2]]}},
            {"code": "together_and_apart", "file": "edits", "field": "apart[0]", "first": 0, "second": 2},
        ),
        (
            {"answers": {"answers": [{"idea": 0, "shown": [[1], [-1]], "chosen": 0}]}},
            {"code": "row_unknown", "file": "answers", "field": "answers[0]", "row": -1},
        ),
        (
            {"answers": {"answers": [{"idea": 0, "shown": [[1]], "chosen": 1}]}},
            {"code": "answer_choice_unknown", "file": "answers", "field": "answers[0].chosen", "chosen": 1},
        ),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_file_and_field(
    parts: dict[str, Any], refusal: dict[str, Any]
) -> None:
    with pytest.raises(ThemesRefused) as refused:
        table(**parts)
    assert {"code": refused.value.code, **refused.value.params} == refusal


@pytest.mark.parametrize("broken", [b"{", b"[]", b'{"placed": [{"idea": "x"}]}', b'{"moved": []}'])
def test_json_of_another_form_is_refused_not_guessed_at(broken: bytes) -> None:
    with pytest.raises(ThemesRefused) as refused:
        group_table(ROWS, edits=broken, encoder=NgramEncoder())
    assert (refused.value.code, refused.value.params["file"]) == ("malformed", "edits")
