"""suggest(): every idea stands exactly once, a human's decisions are kept, contradictions stay apart."""

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.themes import IdeaText, KeptTheme, Suggestion, ThemesRefused, ask, suggest
from facilitation.themes.encoders import NgramEncoder

IDEAS = [
    IdeaText("a", "zaufanie"),
    IdeaText("b", "Zaufanie!"),
    IdeaText("c", "ufajmy sobie nawzajem"),
    IdeaText("d", "jawność wszystkich ustaleń"),
    IdeaText("e", "tajność wszystkich ustaleń"),
    IdeaText("f", "zgadzam się"),
    IdeaText("g", "nie zgadzam się"),
    IdeaText("h", "plac zabaw przy szkole"),
    IdeaText("i", "place zabaw kolo szkoly"),
    IdeaText("j", "a better bus line to the hospital", "en"),
    IdeaText("k", "більше зустрічей з молоддю", "uk"),
]


def standing(suggestion: Suggestion) -> list[str]:
    return sorted([idea for theme in suggestion.themes for idea in theme.ideas] + list(suggestion.unassigned))


def theme_of(suggestion: Suggestion, idea: str) -> int | None:
    return next((n for n, theme in enumerate(suggestion.themes) if idea in theme.ideas), None)


@pytest.mark.parametrize("count", [0, 1, 2, 3, 11])
def test_every_idea_stands_once_however_few_there_are(count: int) -> None:
    suggestion = suggest(IDEAS[:count], encoder=NgramEncoder())
    assert standing(suggestion) == sorted(idea.id for idea in IDEAS[:count])


def test_contradictions_never_share_a_theme_however_broad_the_themes() -> None:
    suggestion = suggest(IDEAS, fineness=0.0, encoder=NgramEncoder())
    for one, other in [("d", "e"), ("f", "g")]:
        assert theme_of(suggestion, one) is None or theme_of(suggestion, one) != theme_of(suggestion, other)


def test_near_identical_ideas_are_offered_as_one_but_contradictions_are_not() -> None:
    assert suggest(IDEAS, encoder=NgramEncoder()).same == (("a", "b"),)


WORDS = [
    "zaufanie",
    "nie",
    "spotkania",
    "raz",
    "w",
    "miesiącu",
    "telefon",
    "jawność",
    "poufność",
    "szacunek",
    "🙂",
    "wsparcie",
]
texts = st.lists(st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join), max_size=25)


@settings(max_examples=100, deadline=None)
@given(texts=texts, cuts=st.lists(st.integers(0, 24), max_size=3), fineness=st.floats(0, 1))
def test_what_a_human_kept_is_never_changed_and_the_same_input_gives_the_same(
    texts: list[str], cuts: list[int], fineness: float
) -> None:
    ideas = [IdeaText(str(number), text) for number, text in enumerate(texts)]
    bounds = sorted({min(cut, len(ideas)) for cut in cuts})
    kept = [
        KeptTheme(f"t{n}", f"Theme {n}", tuple(idea.id for idea in ideas[start:end]))
        for n, (start, end) in enumerate(pairwise(bounds))
    ]
    suggestion = suggest(ideas, kept=kept, fineness=fineness, encoder=NgramEncoder())
    assert standing(suggestion) == sorted(idea.id for idea in ideas)
    for before, after in zip(kept, suggestion.themes, strict=False):
        assert (after.kept, after.title) == (before.id, before.title)
        assert after.ideas[: len(before.ideas)] == before.ideas
    assert suggestion == suggest(ideas, kept=kept, fineness=fineness, encoder=NgramEncoder())


@pytest.mark.parametrize(
    ("kept", "fineness", "code"),
    [
        ([KeptTheme("t", "T", ("zz",))], 0.5, "idea_unknown"),
        ([KeptTheme("t", "T", ("a",)), KeptTheme("u", "U", ("a",))], 0.5, "idea_kept_twice"),
        ([KeptTheme("t", "T"), KeptTheme("t", "U")], 0.5, "theme_twice"),
        ([], 1.5, "fineness_range"),
    ],
)
def test_a_request_that_makes_no_sense_is_refused(kept: list[KeptTheme], fineness: float, code: str) -> None:
    with pytest.raises(ThemesRefused) as refused:
        suggest(IDEAS, kept=kept, fineness=fineness, encoder=NgramEncoder())
    assert refused.value.code == code


def test_where_a_human_put_everything_aside_there_is_no_theme() -> None:
    ideas = [IdeaText("1", "jedna lista kontaktów"), IdeaText("2", "zaufanie")]
    suggestion = suggest(ideas, unassigned=["1", "2"])
    assert (suggestion.themes, set(suggestion.unassigned)) == ((), {"1", "2"})
    assert ask(ideas, unassigned=["1", "2"]) == []


def test_the_finer_the_slider_the_more_themes() -> None:
    with (Path(__file__).parents[1] / "data" / "ideas.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    ideas = [IdeaText(row["id"], row["text"]) for row in rows if row["area"] == "wartosci"]
    counts = [len(suggest(ideas, fineness=fineness).themes) for fineness in (0.0, 0.25, 0.5, 0.75, 1.0)]
    assert counts == sorted(counts)
    assert counts[0] < counts[2] < counts[4]
