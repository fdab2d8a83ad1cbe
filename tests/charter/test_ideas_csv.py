"""Ideas as data: what is written, that it reads back, and what a spreadsheet can't be made to do."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facilitation import charter
from facilitation.charter.ideas_csv import guarded, unguarded
from facilitation.domain import events as e
from facilitation.domain.apply import apply
from facilitation.domain.text import clean, readable
from facilitation.domain.workshop import Person
from tests.charter.sample import workshop
from tests.charter.small import empty, told


def test_the_columns_are_those_of_the_interface_without_the_institution():
    state = told(empty(), ("r", 'Raz w miesiącu; albo częściej, "jak trzeba"', 2))
    state = apply(
        state.with_people({"P1": Person("Anna", "Dom Kultury")}), e.IdeaPosted("I2", "z kartki", "T2", 3, 0)
    )
    assert charter.ideas_csv(state) == (
        "id,text,area,table,round,sector,support,lang\r\n"
        '1,"Raz w miesiącu; albo częściej, ""jak trzeba""",r,1,1,szkoła,2,pl\r\n'
        "2,z kartki,,2,3,,0,pl\r\n"
    )


def test_hidden_blanked_and_withdrawn_ideas_are_not_in_it():
    state = told(empty(), *(("r", f"pomysł {n}", 0) for n in range(1, 5)))
    for event in (e.IdeaHidden("I1"), e.IdeaBlanked("I2", 0), e.IdeaWithdrawn("I3")):
        state = apply(state, event)
    assert [row["text"] for row in csv.DictReader(io.StringIO(charter.ideas_csv(state)))] == ["pomysł 4"]


@pytest.mark.parametrize("text", ["=1+1", "+48 123", "-5 stopni", "@anna", "'=1"])
def test_a_spreadsheet_computes_nothing(text):
    assert (guarded(text), unguarded(guarded(text))) == (f"'{text}", text)


@given(st.text())
def test_what_is_guarded_can_be_had_back(text):
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@"))


def test_the_ideas_of_a_workshop_read_back_as_they_were():
    rows = charter.read_ideas(charter.ideas_csv(workshop()).encode(), "ideas.csv")
    ideas = workshop().ideas.values()
    assert [(r.id, r.text, r.area, r.table, r.round, r.support) for r in rows] == [
        (str(i.number), clean(i.text), i.area, i.table[1:], i.round, len(i.supporters)) for i in ideas
    ]


TEXTS = st.lists(st.text(max_size=60).filter(lambda t: readable(clean(t))), min_size=1, max_size=5)


@given(texts=TEXTS)
@example(texts=["***", "~~~", "---", "🙂"])
def test_any_ideas_read_back_as_they_were(texts):
    state = told(empty(), *(("r", clean(text), 0) for text in texts))
    rows = charter.read_ideas(charter.ideas_csv(state).encode(), "ideas.csv")
    assert [row.text for row in rows] == [clean(text) for text in texts]
