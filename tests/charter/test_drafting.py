"""Articles are drafted from themes in people's own words: nothing is added but a capital and a full stop."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.charter import compose
from facilitation.charter.drafting import sentence
from facilitation.domain import events as e
from facilitation.domain.apply import apply
from facilitation.domain.decision import ArticleDraft
from facilitation.domain.text import clean
from tests.charter.small import empty, told


def texts(state, area=None):
    """What the drafts say."""
    return [draft.text for draft in compose(state, area)]


def test_a_rule_is_the_best_supported_idea_of_its_theme_as_a_sentence():
    state = told(
        empty(), ("r", "spotykamy się co miesiąc", 3), ("r", "raz na kwartał wystarczy", 1), theme="Spotkania"
    )
    assert compose(state) == (ArticleDraft("r", "M1", "Spotykamy się co miesiąc.", ("I1", "I2")),)


def test_a_value_is_the_themes_name_and_what_it_means_in_practice():
    ideas = (
        ("v", "szacunek", 4),
        ("v", "słuchamy do końca", 3),
        ("v", "nie oceniamy!", 2),
        ("v", "Słuchamy do końca.", 0),
    )
    state = told(empty(), *ideas, theme="szacunek")
    assert texts(state) == ["Szacunek: Słuchamy do końca. Nie oceniamy!"]


def test_a_value_whose_ideas_say_no_more_than_its_name_is_its_name():
    assert texts(told(empty(), ("v", "Zaufanie!", 1), theme="zaufanie")) == ["Zaufanie."]


def test_a_colon_in_a_values_name_does_not_cut_it():
    state = told(empty(), ("v", "dziecko na pierwszym miejscu", 1), theme="Jeden cel: dziecko")
    assert texts(state) == ["Jeden cel – dziecko: Dziecko na pierwszym miejscu."]


def test_a_well_written_idea_speaks_for_a_shouted_or_hurried_one_with_up_to_twice_its_support():
    ideas = (
        ("r", "POMAGAMY SZYBKO I DOBRZE", 6),
        ("r", "odpowiadamy zawsze w ciagu dwoch dni", 5),
        ("r", "Odpowiadamy najpóźniej w dwa dni", 3),
    )
    assert texts(told(empty(), *ideas, theme="Czas")) == ["Odpowiadamy najpóźniej w dwa dni."]


def test_an_idea_with_less_than_half_the_support_of_the_best_speaks_for_nobody():
    ideas = (("r", "SZYBKO", 7), ("r", "Odpowiadamy najpóźniej w dwa dni", 3))
    assert texts(told(empty(), *ideas, theme="Czas")) == ["SZYBKO."]


def test_articles_stand_in_the_order_of_the_people_behind_them():
    state = told(empty(), ("r", "jedna osoba tak chce", 1), theme="Mało")
    state = told(state, ("r", "wiele osób tak chce", 5), theme="Dużo")
    state = told(state, ("r", "te same osoby, więcej razy", 5), ("r", "i drugi raz", 3), theme="Więcej")
    assert [draft.theme for draft in compose(state)] == ["M3", "M2", "M1"]


def test_one_aspiration_and_four_that_support_it_are_drafted():
    state = empty()
    for number in range(7):
        state = told(state, ("a", f"dążymy do celu numer {number}", 9 - number), theme=f"Cel {number}")
    assert [draft.theme for draft in compose(state)] == ["M1", "M2", "M3", "M4", "M5"]


def test_the_next_aspiration_comes_up_when_one_is_dropped():
    state = empty()
    for number in range(7):
        state = told(state, ("a", f"dążymy do celu numer {number}", 9 - number), theme=f"Cel {number}")
    drafted = e.DraftedArticle("A1", "a", "M2", "Dążymy do celu numer 1.", ("I2",))
    state = apply(apply(state, e.CharterDrafted(0, (drafted,))), e.ArticleDropped("A1"))
    assert [draft.theme for draft in compose(state)] == ["M1", "M2", "M3", "M4", "M5", "M6"]


def test_drafting_one_area_leaves_the_others_alone():
    state = told(empty(), ("r", "spotykamy się co miesiąc", 3), theme="Spotkania")
    state = told(state, ("v", "mówimy prawdę", 3), theme="Zaufanie")
    assert [draft.area for draft in compose(state)] == ["v", "r"]
    assert [draft.area for draft in compose(state, "r")] == ["r"]


@pytest.mark.parametrize("event", [e.IdeaHidden("I1"), e.IdeaBlanked("I1", 0), e.IdeaWithdrawn("I1")])
def test_no_draft_says_what_was_hidden_blanked_or_withdrawn(event):
    state = told(empty(), ("r", "sekret o panu K.", 5), ("r", "mówimy sobie prawdę", 0), theme="Prawda")
    assert compose(apply(state, event)) == (ArticleDraft("r", "M1", "Mówimy sobie prawdę.", ("I2",)),)


def test_a_theme_with_nothing_visible_gets_no_article():
    state = told(empty(), ("r", "sekret o panu K.", 5), theme="Prawda")
    assert compose(apply(state, e.IdeaHidden("I1"))) == ()


@pytest.mark.parametrize("kept", [True, False])
def test_a_value_is_not_called_by_the_words_of_a_hidden_idea(kept):
    ideas = (("v", "Pan K. kłamie", 5), ("v", "mówimy sobie prawdę", 0))
    state = told(empty(), *ideas, theme="Pan K. kłamie", kept=kept)
    assert texts(apply(state, e.IdeaHidden("I1"))) == ["Mówimy sobie prawdę."]


def test_a_name_that_a_person_gave_may_share_a_word_with_a_hidden_idea():
    ideas = (("v", "zaufanie to żart", 5), ("v", "mówimy sobie prawdę", 0))
    state = told(empty(), *ideas, theme="Zaufanie")
    assert texts(apply(state, e.IdeaHidden("I1"))) == ["Zaufanie: Mówimy sobie prawdę."]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("nie oceniamy", "Nie oceniamy."),
        ("Nie oceniamy!", "Nie oceniamy!"),
        ("mówimy „tak”.", "Mówimy „tak”."),
        ("czas, miejsce,", "Czas, miejsce."),
        ("czy tak? (tak)", "Czy tak? (tak)."),
        ("ładnie się żegnamy…", "Ładnie się żegnamy…"),
        ("szybka zupa 🍲 dla wszystkich ❤️", "Szybka zupa dla wszystkich."),
        ("sygnał → odpowiedź", "Sygnał → odpowiedź."),
        ("PROSZĘ DZWONIĆ PO SIEDEMNASTEJ", "Proszę dzwonić po siedemnastej."),
        ("MOPS i PCPR", "MOPS i PCPR."),
        ("PKO BP", "PKO BP."),
        ("…", "…"),
        (" \u200b ", "…"),
    ],
)
def test_a_sentence_has_a_capital_and_an_end(typed, written):
    assert sentence(typed) == written


WORDS = re.compile(r"\w+")
IDEAS = st.lists(
    st.tuples(
        st.sampled_from("avr"),
        st.text(min_size=1).filter(lambda t: WORDS.search(clean(t))),
        st.integers(0, 5),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(ideas=IDEAS, title=st.text(min_size=1).filter(lambda t: WORDS.search(clean(t))))
def test_every_word_of_a_draft_stands_in_an_idea_behind_it_or_in_the_themes_title(ideas, title):
    state = empty()
    for idea in ideas:
        state = told(state, idea, theme=title)
    for draft in compose(state):
        said = " ".join([title, *(state.ideas[idea].text for idea in draft.ideas)])
        allowed = {word.casefold() for word in WORDS.findall(clean(said))}
        assert {word.casefold() for word in WORDS.findall(draft.text)} <= allowed


def test_what_only_repeats_a_values_name_or_asks_is_no_practice():
    ideas = (
        ("v", "zaufanie, zaufanie, zaufanie", 4),
        ("v", "można zamknąć okno?", 3),
        ("v", "zaufaNIE", 2),
        ("v", "mówimy sobie prawdę", 1),
    )
    assert texts(told(empty(), *ideas, theme="Zaufanie")) == ["Zaufanie: Mówimy sobie prawdę."]


def test_a_values_name_without_its_letters_is_no_practice_and_the_same_is_not_said_twice():
    ideas = (
        ("v", "OTWARTOSC", 4),
        ("v", "otwatrość", 4),
        ("v", "sorry, korek", 3),
        ("v", "słuchamy ludzi", 3),
        ("v", "sluchamy ludzi", 2),
    )
    assert texts(told(empty(), *ideas, theme="Otwartość")) == ["Otwartość: Słuchamy ludzi."]


def test_a_full_stop_inside_a_values_name_is_a_dash():
    state = told(empty(), ("v", "każdy robi swoje i mówi, co zrobił", 1), theme="Granice. pomagam")
    assert texts(state) == ["Granice – pomagam: Każdy robi swoje i mówi, co zrobił."]
