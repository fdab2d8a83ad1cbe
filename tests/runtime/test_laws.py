"""The laws of the house that a running workshop answers for, on random wishes, over real files."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.domain import commands as c
from facilitation.domain.actors import GUEST, MODERATOR
from facilitation.domain.apply import replay
from facilitation.domain.scenario import Parameters
from facilitation.domain.workshop import Workshop
from facilitation.projections import merge, view
from facilitation.runtime.delivery import Delivery, Frame
from facilitation.runtime.workshop import LiveWorkshop
from tests.runtime.cafes import CLASSIC, STATIONS, Cafe, NoJobs
from tests.runtime.steps import INSTITUTIONS, Step, steps

STARTS = st.tuples(st.sampled_from([CLASSIC, STATIONS]), st.integers(0, 5))


@contextmanager
def opened(start: tuple[Parameters, int]) -> Iterator[Cafe]:
    """A café in a folder of its own, for each example of a property, in whose first round so many people
    sit."""
    parameters, people = start
    with tempfile.TemporaryDirectory() as folder:
        made = Cafe(Path(folder) / "sessions", parameters)
        if people:
            made.at_work(people)
        yield made
        made.close()


def without_people(workshop: Workshop) -> Workshop:
    """The state as the journal's entries alone give it."""
    return msgspec.structs.replace(workshop, people={})


def without_texts(workshop: Workshop) -> Workshop:
    """The state without ideas' texts and what may quote them, which is blanked in earlier entries, too."""
    replace = msgspec.structs.replace
    ideas = {i: replace(idea, text="", earlier_texts=()) for i, idea in workshop.ideas.items()}
    themes = {t: replace(theme, title="") for t, theme in workshop.themes.items()}
    gone = {t: replace(g, theme=replace(g.theme, title="")) for t, g in workshop.gone_themes.items()}
    articles = {
        a: replace(article, wordings=tuple(replace(w, text="") for w in article.wordings))
        for a, article in workshop.articles.items()
    }
    handovers = {t: replace(written, text="") for t, written in workshop.handovers.items()}
    earlier = tuple((t, replace(written, text="")) for t, written in workshop.handover_history)
    changed = {"ideas": ideas, "themes": themes, "gone_themes": gone, "articles": articles, "people": {}}
    return replace(workshop, handovers=handovers, handover_history=earlier, **changed)


@given(st.lists(steps, max_size=40), STARTS)
@settings(max_examples=40, deadline=None)
def test_replaying_the_journal_gives_the_live_state_at_any_cut(
    wishes: list[Step], start: tuple[Parameters, int]
) -> None:
    with opened(start) as cafe:
        lived = {cafe.workshop.seq: cafe.workshop.state}
        for actor, command in wishes:
            cafe.ask(actor, command)
            lived[cafe.workshop.seq] = cafe.workshop.state
        history = cafe.events()
        for seq, state in lived.items():
            assert without_texts(replay(history[:seq])) == without_texts(state)
        assert replay(history) == without_people(cafe.workshop.state)
        assert cafe.journal.check().findings == ()


@given(st.lists(steps, max_size=40), STARTS)
@settings(max_examples=30, deadline=None)
def test_a_restart_gives_the_same_state_names_included_and_computes_nothing(
    wishes: list[Step], start: tuple[Parameters, int]
) -> None:
    with opened(start) as cafe:
        for actor, command in wishes:
            cafe.ask(actor, command)
        before = cafe.workshop.standing
        cafe.workshop.stop()
        again = LiveWorkshop(cafe.shelf.open(cafe.code), cafe.concurrency, NoJobs())
        assert again.standing == before
        again.stop()


@given(st.lists(steps, max_size=40), STARTS)
@settings(max_examples=20, deadline=None)
def test_names_and_institutions_stand_apart_and_erased_ones_nowhere(
    wishes: list[Step], start: tuple[Parameters, int]
) -> None:
    with opened(start) as cafe:
        for actor, command in wishes:
            cafe.ask(actor, command)
        came = cafe.ask(GUEST, c.JoinParticipant(institution=INSTITUTIONS[0])).ok
        entries = msgspec.json.encode(list(cafe.journal.read())).decode()
        assert [name for name in INSTITUTIONS if name in entries] == []
        kept = {person.institution for person in cafe.journal.people().values()}
        assert INSTITUTIONS[0] in kept or not came, "only a workshop that is closed lets nobody in"
        for who in cafe.workshop.state.participants:
            cafe.ask(MODERATOR, c.EraseParticipant(who))
        assert cafe.journal.people() == {}


@given(st.lists(steps, min_size=1, max_size=30), STARTS, st.booleans())
@settings(max_examples=30, deadline=None)
def test_what_is_asked_again_is_answered_as_before_and_done_once(
    wishes: list[Step], start: tuple[Parameters, int], restart: bool
) -> None:
    with opened(start) as cafe:
        begun = cafe.workshop.seq
        acks = [cafe.ask(actor, command, f"wish-{n}") for n, (actor, command) in enumerate(wishes)]
        before = cafe.workshop.standing
        committed = {answer.command: answer for answer in cafe.journal.answers()}
        if restart:
            cafe.reopen()
        for n, (actor, command) in enumerate(wishes):
            if acks[n].ok and f"wish-{n}" in committed:
                assert committed[f"wish-{n}"].seq == acks[n].seq
                assert cafe.ask(actor, command, f"wish-{n}") == acks[n]
            elif not restart:
                assert cafe.ask(actor, command, f"wish-{n}") == acks[n]
        assert cafe.workshop.standing == before
        entries = [entry.command for entry in cafe.journal.read(after=begun)]
        assert set(entries) <= {f"wish-{n}" for n, ack in enumerate(acks) if ack.ok}


@given(st.lists(steps, max_size=40), STARTS, st.data())
@settings(max_examples=40, deadline=None)
def test_merging_every_frame_gives_every_view_whenever_one_began_to_listen(
    wishes: list[Step], start: tuple[Parameters, int], data: st.DataObject
) -> None:
    with opened(start) as cafe:
        views: dict[str, tuple[int, Frame]] = {}
        kept: list[dict[str, tuple[int, Frame]]] = []

        def receive(channel: str, event: str, frame: Frame) -> None:
            if event == "snapshot":
                views[channel] = (frame["seq"], frame["view"])
            elif channel in views:
                seq, shown = views[channel]
                assert frame["after"] == seq
                views[channel] = (frame["seq"], merge(shown, frame["patch"]))

        delivery = Delivery(cafe.workshop, cafe.concurrency, receive)
        for actor, command in wishes:
            cafe.ask(actor, command)
            for channel in ["public", "board", "moderator", "table/T1", "table/T2", *_persons(cafe)]:
                if channel not in views:
                    delivery.greet(channel, None, lambda event, frame, to=channel: receive(to, event, frame))
            kept.append(dict(views))
        cafe.concurrency.settle()
        for channel, (_, shown) in views.items():
            assert shown == view(cafe.workshop.state, channel)
        if kept:
            views.update(data.draw(st.sampled_from(kept)))
            for channel, (seq, _) in list(views.items()):
                delivery.greet(channel, seq, lambda event, frame, to=channel: receive(to, event, frame))
            for channel, (_, shown) in views.items():
                assert shown == view(cafe.workshop.state, channel)


def _persons(cafe: Cafe) -> list[str]:
    return [f"person/{who}" for who in cafe.workshop.state.participants]
