"""The room sorts: answers by what people think bring the themes they think of, careless people or not."""

from collections.abc import Callable

import pytest

from facilitation.themes import Answer, IdeaText, Question, Suggestion, ask, suggest
from facilitation.themes.encoders import NgramEncoder

THOUGHT = {
    "parking": [
        "za mało miejsc do parkowania",
        "auta na chodniku!!",
        "gdzie zostawic samochod",
        "parking przy SP2",
    ],
    "zieleń": ["wiecej drzew", "cień w upał", "łąki zamiast trawnika", "ogród społeczny", "podlewać skwer"],
    "seniorzy": [
        "klub dla emerytów",
        "kto zrobi zakupy starszej pani",
        "dowóz do lekarza",
        "szachy i herbata",
    ],
    "hałas": ["cisza po 22", "motocykle w nocy", "glosna muzyka z pubu", "noise from the bar at night"],
    "młodzież": ["sala prób dla zespołu", "boisko otwarte wieczorem", "skate park", "місце для підлітків"],
    "transport": [
        "autobus co 20 min",
        "ostatni kurs za wczesnie",
        "przystanek bez wiaty",
        "bilet dla uczniow",
    ],
}
IDEAS = [IdeaText(f"{theme}/{n}", text) for theme, texts in THOUGHT.items() for n, text in enumerate(texts)]
ENCODER = NgramEncoder()


def thinks(idea: str) -> str:
    return idea.partition("/")[0]


def honest(question: Question, number: int) -> int | None:
    fits = [any(thinks(example) == thinks(question.idea) for example in shown) for shown in question.shown]
    return fits.index(True) if any(fits) else None


def one_in_eight_careless(question: Question, number: int) -> int | None:
    return number % (len(question.shown) or 1) if number % 8 == 5 else honest(question, number)


def hostile_fifth_person(question: Question, number: int) -> int | None:
    right = honest(question, number)
    wrong = 0 if right != 0 else None
    return wrong if number % 5 == 4 else right


def after(taps: int, reply: Callable[[Question, int], int | None]) -> tuple[Suggestion, list[Answer]]:
    answers: list[Answer] = []
    while len(answers) < taps:
        for question in ask(IDEAS, answers=answers, encoder=ENCODER)[:5]:
            number = len(answers)
            answers.append(Answer(question.idea, question.shown, reply(question, number), f"P{number % 5}"))
    return suggest(IDEAS, answers=answers, encoder=ENCODER), answers


def sorted_as_thought(suggestion: Suggestion) -> int:
    """How many ideas stand where most think as they do; of two themes with one thought the larger counts."""
    best: dict[str, int] = {}
    for theme in suggestion.themes:
        thoughts = [thinks(idea) for idea in theme.ideas]
        common = max(sorted(set(thoughts)), key=thoughts.count)
        best[common] = max(best.get(common, 0), thoughts.count(common))
    return sum(best.values())


def test_honest_answers_bring_exactly_the_themes_that_people_think_of() -> None:
    suggestion, _ = after(120, honest)
    found = {frozenset(theme.ideas) for theme in suggestion.themes}
    expected = {frozenset(f"{theme}/{n}" for n in range(len(texts))) for theme, texts in THOUGHT.items()}
    assert found == expected
    assert suggestion.unassigned == ()


@pytest.mark.parametrize("reply", [one_in_eight_careless, hostile_fifth_person])
def test_careless_and_hostile_people_do_not_undo_what_the_others_know(
    reply: Callable[[Question, int], int | None],
) -> None:
    # 21 to 25 of 25, whoever of the five is hostile and whichever answer careless; a theme too few is 4 less.
    machine_alone = sorted_as_thought(suggest(IDEAS, encoder=ENCODER))
    assert machine_alone <= 12
    assert sorted_as_thought(after(150, reply)[0]) >= 20
