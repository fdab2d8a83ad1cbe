"""A copy has what was prepared, and nobody's data."""

from msgspec.structs import replace

from facilitation.domain import commands as c
from facilitation.domain.actors import MODERATOR, SYSTEM
from facilitation.domain.apply import apply
from facilitation.rehearsal.duplicate import duplicate, furnishing, hosted
from tests.domain.histories import History, begun


def copied(of: History) -> History:
    """The rehearsal of what a history led to, furnished."""
    made = History()
    made.happen(duplicate(of.now, "Rehearsal", "COPIED", 9_000), SYSTEM)
    for wish in furnishing(of.now):
        assert made.ask(MODERATOR, wish)
    return made


def test_it_is_prepared_as_the_original_is_and_nothing_of_it_has_happened() -> None:
    original = begun(tables=3, rounds=2, people=2)
    original.ask(MODERATOR, c.EditTable("T3", topic="Zaufanie", question="Komu ufamy?", chairs=5))
    original.ask(MODERATOR, c.CloseTable("T2"))
    original.ask(MODERATOR, c.EditRound(2, minutes=7, question="Od czego zaczniemy?"))
    original.ask(MODERATOR, c.TranslateText("en", "Komu ufamy?", "Whom do we trust?"))
    original.ask(MODERATOR, c.SwitchApproval(True))
    prepared = original.now
    original.ask(MODERATOR, c.AppointHost("T1", "P1"))
    original.ask(MODERATOR, c.OpenRound())
    original.ask(MODERATOR, c.PostIdea("Prawdziwy pomysł", table="T1"))
    expected = replace(
        prepared,
        code="COPIED",
        title="Rehearsal",
        created_at=9_000,
        rehearsal_of="TESTED",
        participants={},
        people={},
        participant_count=0,
    )
    assert copied(original).now == expected
    assert hosted(original.now) == ("T1",)


def test_tables_are_numbered_anew_where_one_was_taken_away() -> None:
    original = begun(tables=3, people=1)
    original.ask(MODERATOR, c.DropTable("T1"))
    original.ask(MODERATOR, c.EditTable("T3", chairs=4))
    original.ask(MODERATOR, c.AppointHost("T3", "P1"))
    made = copied(original)
    assert {t.id: (t.number, t.topic, t.chairs) for t in made.now.tables.values()} == {
        "T1": (1, original.now.tables["T2"].topic, 0),
        "T2": (2, original.now.tables["T3"].topic, 4),
    }
    assert hosted(original.now) == ("T2",)
    assert made.ask(MODERATOR, c.AddTable()).events[0].table == "T3"


def test_a_rehearsal_of_a_rehearsal_belongs_to_the_same_workshop() -> None:
    first = duplicate(begun().now, "Rehearsal", "FIRST", 2)
    assert duplicate(apply(None, first), "Again", "SECOND", 3).rehearsal_of == "TESTED"
