"""Laws of the house that the domain alone answers for, on random histories."""

import msgspec
from hypothesis import given, settings

from facilitation.domain import events as e
from facilitation.domain.apply import replay
from tests.domain.histories import History, histories


def without_people(workshop):
    """The state as the journal alone gives it."""
    return msgspec.structs.replace(workshop, people={})


@given(histories())
@settings(max_examples=60, deadline=None)
def test_replaying_a_history_gives_the_live_state_at_any_cut(history: History) -> None:
    for cut in range(1, len(history.events) + 1):
        if cut == len(history.events) or cut % 7 == 0:
            assert replay(history.events[:cut]) == without_people(history.states[cut - 1])


@given(histories())
@settings(max_examples=60, deadline=None)
def test_an_event_survives_being_written_and_read(history: History) -> None:
    assert [e.decode(e.encode(event)) for event in history.events] == history.events


@given(histories())
@settings(max_examples=60, deadline=None)
def test_no_event_holds_a_name_or_an_institution(history: History) -> None:
    written = b"".join(e.encode(event) for event in history.events).decode()
    assert "Osoba" not in written
    assert "Urząd" not in written


@given(histories())
@settings(max_examples=60, deadline=None)
def test_everything_a_state_refers_to_is_there(history: History) -> None:
    w = history.now
    assert {i.theme for i in w.ideas.values() if i.theme} <= w.themes.keys()
    things = (w.tables, w.rounds, w.ideas, w.themes, w.articles)
    assert {thing.area for held in things for thing in held.values() if thing.area} <= w.areas.keys()
    assert {i.table for i in w.ideas.values()} <= w.tables.keys()
    assert {i.author for i in w.ideas.values() if i.author} <= w.participants.keys()
    assert sorted(i for cloth in w.tablecloths.values() for i in cloth) == sorted(w.ideas)
    assert sum(r.status == "open" for r in w.rounds.values()) <= 1
    for who in w.participants.values():
        assert set(who.ideas) == {i.id for i in w.ideas.values() if i.author == who.id}
        assert set(who.supports) == {i.id for i in w.ideas.values() if who.id in i.supporters}
        assert set(who.seats.values()) <= w.tables.keys()
    if w.open_round:
        assert [p.id for p in w.present if not w.seat_of(p.id)] == []
