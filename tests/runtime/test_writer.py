"""The writer: committed, then told and answered; what waits together goes together; nothing happens twice."""

import resource
import time
from collections.abc import Sequence

import pytest

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.actors import BOARD, GUEST, MODERATOR, participant
from facilitation.domain.refusals import Refusal
from facilitation.domain.workshop import Workshop
from facilitation.journal.shelf import SqliteShelf
from facilitation.runtime import ack as ack_module
from facilitation.runtime.ack import Ack
from tests.runtime.cafes import Cafe, together


class Witness:
    """A listener that keeps what it was told, and what was on disk at that moment."""

    def __init__(self, cafe: Cafe) -> None:
        self.cafe = cafe
        self.told: list[tuple[Workshop, Workshop, Sequence[e.Event], int]] = []
        self.on_disk: list[int] = []

    def changed(self, before: Workshop, after: Workshop, events: Sequence[e.Event], seq: int) -> None:
        """Keeps it."""
        self.told.append((before, after, events, seq))
        self.on_disk.append(max(entry.seq for entry in self.cafe.journal.read()))


def refusal(code: str, field: str | None = None) -> Ack:
    """The answer that refuses so."""
    return Ack(False, 0, {}, Refusal(code, field))


def test_an_acknowledged_command_is_in_the_journal_and_in_the_state(cafe: Cafe) -> None:
    ack = cafe.ask(GUEST, c.JoinParticipant(name="Ala", sector="school"))
    assert ack == Ack(True, 2, {"participant": "P1"})
    reader = SqliteShelf(cafe.folder, writable=False).open(cafe.code)
    assert next(reader.read(after=1)).event == e.ParticipantJoined("P1", 1_700_000_001_000, "school")
    assert cafe.workshop.seq == 2
    assert cafe.workshop.state.person("P1").name == "Ala"


def test_listeners_are_told_after_the_commit_and_before_the_answer(cafe: Cafe) -> None:
    witness = Witness(cafe)
    cafe.workshop.subscribe(witness)
    before = cafe.workshop.state
    cafe.ask(MODERATOR, c.EditWorkshop("Our charter"))
    assert witness.told == [(before, cafe.workshop.state, [e.WorkshopEdited("Our charter")], 2)]
    assert witness.on_disk == [2]
    cafe.workshop.unsubscribe(witness)
    cafe.ask(MODERATOR, c.EditWorkshop("Again"))
    assert len(witness.told) == 1


def test_a_refusal_changes_nothing_and_tells_nobody(cafe: Cafe) -> None:
    witness = Witness(cafe)
    cafe.workshop.subscribe(witness)
    before = cafe.workshop.standing
    assert cafe.ask(MODERATOR, c.CloseRound()) == refusal("round_closed")
    assert cafe.ask(BOARD, c.CloseRound()) == refusal("not_allowed", "type")
    assert cafe.workshop.standing == before
    assert (witness.told, cafe.journal.appended) == ([], [])


def test_what_changes_nothing_is_answered_without_touching_the_disk(cafe: Cafe) -> None:
    assert cafe.ask(MODERATOR, c.ReopenWorkshop()) == Ack(True, 1, {})
    assert cafe.journal.appended == []


def test_commands_that_wait_together_are_committed_together(cafe: Cafe) -> None:
    witness = Witness(cafe)
    cafe.workshop.subscribe(witness)
    with together(cafe) as ask:
        futures = [ask(GUEST, c.JoinParticipant()) for _ in range(30)]
    assert cafe.journal.appended == [1, 30]
    assert sorted(future.result().seq for future in futures) == list(range(3, 33))
    assert {future.result().result["participant"] for future in futures} == {f"P{n}" for n in range(1, 31)}
    assert [seq for *_, seq in witness.told] == [2, 32]


def test_the_next_batch_goes_to_the_disk_while_the_last_one_is_told_and_is_told_after_it(cafe: Cafe) -> None:
    seqs: list[int] = []

    class Slow(Witness):
        def changed(self, before: Workshop, after: Workshop, events: Sequence[e.Event], seq: int) -> None:
            end = time.monotonic() + 20
            while len(cafe.journal.appended) < 2 and time.monotonic() < end:
                time.sleep(0.001)
            seqs.append(cafe.workshop.seq)
            super().changed(before, after, events, seq)

    witness = Slow(cafe)
    cafe.workshop.subscribe(witness)
    with together(cafe) as ask:
        futures = [ask(GUEST, c.JoinParticipant()) for _ in range(30)]
    assert all(future.result().ok for future in futures)
    assert [seq for *_, seq in witness.told] == seqs == [2, 32]
    assert witness.on_disk == [32, 32]


def test_a_batch_that_fails_while_the_last_one_is_told_takes_nothing_from_that(cafe: Cafe) -> None:
    witness = Witness(cafe)
    cafe.workshop.subscribe(witness)
    cafe.journal.fails_after = 1
    with together(cafe) as ask:
        futures = [ask(GUEST, c.JoinParticipant()) for _ in range(3)]
    assert [future.result() for future in futures] == [refusal("storage_failed")] * 3
    assert [seq for *_, seq in witness.told] == [2]
    assert cafe.workshop.seq == 2


def test_the_same_id_gets_the_same_answer_and_does_nothing_twice(cafe: Cafe) -> None:
    first = cafe.ask(GUEST, c.JoinParticipant(), "join")
    cafe.ask(MODERATOR, c.EditWorkshop("In between"))
    assert cafe.ask(GUEST, c.JoinParticipant(), "join") == first
    assert len(cafe.workshop.state.participants) == 1


def test_the_same_id_sent_twice_at_once_happens_once(cafe: Cafe) -> None:
    with together(cafe) as ask:
        futures = [ask(GUEST, c.JoinParticipant(), "join") for _ in range(8)]
    assert {future.result().seq for future in futures} == {3}
    assert [future.result().result for future in futures] == [{"participant": "P1"}] * 8
    assert cafe.journal.appended == [1, 1]


def test_an_id_is_known_from_the_moment_it_is_asked_unless_its_answer_was_of_the_moment(cafe: Cafe) -> None:
    assert not cafe.workshop.knows("join")
    with together(cafe) as ask:
        ask(GUEST, c.JoinParticipant(), "join")
        assert cafe.workshop.knows("join")
    assert cafe.workshop.knows("join")
    cafe.ask(MODERATOR, c.CloseRound(), "refused")
    assert cafe.workshop.knows("refused")
    cafe.journal.fails_after = 0
    cafe.ask(GUEST, c.JoinParticipant(), "not saved")
    assert not cafe.workshop.knows("not saved")
    cafe.reopen()
    assert [cafe.workshop.knows(each) for each in ("join", "refused")] == [True, False]


def test_the_same_id_gets_the_same_answer_after_a_restart(cafe: Cafe) -> None:
    first = cafe.ask(GUEST, c.JoinParticipant(), "join")
    before = cafe.workshop.standing
    cafe.reopen()
    assert cafe.ask(GUEST, c.JoinParticipant(), "join") == first
    assert cafe.workshop.standing == before


def test_whoever_has_joined_may_ask_again_as_the_participant(cafe: Cafe) -> None:
    first = cafe.ask(GUEST, c.JoinParticipant(), "join")
    assert cafe.ask(participant("P1"), c.JoinParticipant(), "join") == first
    assert cafe.ask(participant("P2"), c.JoinParticipant(), "join") == refusal("command_id_taken", "id")


@pytest.mark.parametrize("restart", [False, True])
def test_an_id_that_somebody_else_has_used_is_taken(cafe: Cafe, restart: bool) -> None:
    cafe.ask(MODERATOR, c.EditWorkshop("Mine"), "mine")
    if restart:
        cafe.reopen()
    assert cafe.ask(GUEST, c.JoinParticipant(), "mine") == refusal("command_id_taken", "id")
    assert cafe.workshop.state.participants == {}


def test_an_id_that_somebody_else_uses_at_the_same_moment_is_taken(cafe: Cafe) -> None:
    with together(cafe) as ask:
        first = ask(MODERATOR, c.EditWorkshop("Mine"), "mine")
        second = ask(GUEST, c.JoinParticipant(), "mine")
    assert first.result().ok
    assert second.result() == refusal("command_id_taken", "id")


def test_a_refusal_is_remembered_although_the_reason_is_gone(cafe: Cafe) -> None:
    [ala] = cafe.joined(1)
    idea = c.PostIdea("trust")
    assert cafe.ask(ala, idea, "too early") == refusal("round_closed")
    assert cafe.ask(MODERATOR, c.OpenRound()).ok
    assert cafe.ask(ala, idea, "too early") == refusal("round_closed")
    assert cafe.ask(ala, idea, "in time").ok


def test_refusals_are_forgotten_in_time_but_what_was_done_never_is(
    cafe: Cafe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ack_module, "REMEMBERED", 3)
    done = cafe.ask(GUEST, c.JoinParticipant(), "done")
    assert cafe.ask(MODERATOR, c.CloseRound(), "refused") == refusal("round_closed")
    for number in range(3):
        cafe.ask(MODERATOR, c.ExtendRound(5), f"another {number}")
    assert cafe.ask(MODERATOR, c.OpenRound()).ok
    assert cafe.ask(MODERATOR, c.CloseRound(), "refused").ok
    assert cafe.ask(GUEST, c.JoinParticipant(), "done") == done


@pytest.mark.parametrize("command_id", ["", "x" * 65, "żółw", "new\nline", "lone \udc80"])
def test_an_id_that_is_none_is_refused(cafe: Cafe, command_id: str) -> None:
    assert cafe.workshop.submit(command_id, c.JoinParticipant(), GUEST) == refusal("invalid_value", "id")
    assert cafe.workshop.state.participants == {}


def test_a_failed_commit_refuses_every_command_of_the_batch_and_leaves_memory_as_it_was(cafe: Cafe) -> None:
    people = cafe.at_work(4)
    witness = Witness(cafe)
    with together(cafe) as ask:
        cafe.workshop.subscribe(witness)
        refused_before = ask(MODERATOR, c.OpenRound(), "refused before")
        posts = [ask(who, c.PostIdea("trust"), f"post-{who.participant}") for who in people]
        close = ask(MODERATOR, c.CloseRound(), "close")
        refused_after = ask(MODERATOR, c.ExtendRound(5), "refused after")
        twice = ask(people[0], c.PostIdea("trust"), f"post-{people[0].participant}")
        cafe.journal.fails_after = len(cafe.journal.appended) + 1
    seq, state = cafe.workshop.standing
    assert refused_before.result() == refusal("round_open")
    unsaved = [*posts, close, refused_after, twice]
    assert [future.result() for future in unsaved] == [refusal("storage_failed")] * len(unsaved)
    assert (state.ideas, state.open_round is None) == ({}, False)
    assert seq == cafe.journal.head()
    assert [seq for *_, seq in witness.told] == [seq]
    cafe.journal.fails_after = None
    again = [cafe.ask(who, c.PostIdea("trust"), f"post-{who.participant}") for who in people]
    assert [ack.ok for ack in again] == [True] * 4
    assert cafe.ask(MODERATOR, c.ExtendRound(5), "refused after").ok
    assert cafe.journal.check().findings == ()


def test_a_full_disk_refuses_and_room_again_lets_the_same_command_through(cafe: Cafe) -> None:
    [ala] = cafe.at_work(1)
    before = cafe.workshop.standing
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_096, limit[1]))
    try:
        assert cafe.ask(ala, c.PostIdea("trust"), "post") == refusal("storage_failed")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert cafe.workshop.standing == before
    assert cafe.ask(ala, c.PostIdea("trust"), "post") == Ack(True, before[0] + 1, {"idea": "I1"})


def test_what_breaks_while_it_is_decided_is_refused_alone(cafe: Cafe) -> None:
    class Unheard(c.Command, tag="unheard.of"):
        """A command the domain has no rule for."""

    with together(cafe) as ask:
        broken = ask(MODERATOR, Unheard())
        sound = ask(GUEST, c.JoinParticipant())
    assert broken.result() == refusal("job_failed")
    assert sound.result() == Ack(True, 3, {"participant": "P1"})


def test_a_listener_that_breaks_hinders_neither_the_others_nor_the_answer(cafe: Cafe) -> None:
    class Broken:
        """A listener that fails."""

        def changed(self, *_: object) -> None:
            """Fails."""
            raise RuntimeError("broken")

    witness = Witness(cafe)
    cafe.workshop.subscribe(Broken())
    cafe.workshop.subscribe(witness)
    assert cafe.ask(GUEST, c.JoinParticipant()).ok
    assert len(witness.told) == 1


def test_stopping_commits_what_waits_and_refuses_what_comes(cafe: Cafe) -> None:
    with together(cafe) as ask:
        waiting = [ask(GUEST, c.JoinParticipant()) for _ in range(5)]
        cafe.concurrency.spawn(cafe.workshop.stop)
        while not cafe.workshop._stopping:
            pass
        assert cafe.workshop.submit("late", c.JoinParticipant(), GUEST) == refusal("stopping")
    assert [future.result().ok for future in waiting] == [True] * 5
    cafe.reopen()
    assert len(cafe.workshop.state.participants) == 5
    assert cafe.ask(GUEST, c.JoinParticipant(), "late").ok
