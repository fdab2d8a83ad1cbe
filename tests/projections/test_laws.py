"""Views and patches on random histories: browsers merge, and stand where the server stands."""

import json
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.domain import events as e
from facilitation.domain.actors import BOARD, GUEST, participant, partner
from facilitation.domain.workshop import Workshop
from facilitation.projections import Span, channels_of, diff, merge, patch, reseated, touched, view
from tests.domain.histories import History, histories

VIEWS = st.recursive(
    st.booleans() | st.integers(0, 3) | st.text("ab", max_size=2) | st.lists(st.integers(0, 2), max_size=2),
    lambda inner: st.dictionaries(st.sampled_from("abcd"), inner, max_size=3),
    max_leaves=10,
)
MAPS = st.dictionaries(st.sampled_from("abcd"), VIEWS, max_size=4)


def all_channels(workshop) -> list[str]:
    people = [f"person/{p}" for p in workshop.participants]
    people += [f"declaration/{d}" for d in workshop.declarations]
    previews = ["person/~", *(f"person/~{t}" for t in workshop.tables)]
    return ["public", "board", "moderator", *people, *previews, *(f"table/{t}" for t in workshop.tables)]


@given(MAPS, MAPS)
def test_a_difference_merged_gives_the_later_view(before: dict, after: dict) -> None:
    assert merge(before, diff(before, after)) == after
    assert (diff(before, after) == {}) == (before == after)


@given(histories(), st.data())
@settings(max_examples=60, deadline=None)
def test_merging_a_patch_gives_the_view_for_every_channel_and_span(history: History, data) -> None:
    states = history.states
    first = data.draw(st.integers(0, len(states) - 1))
    last = data.draw(st.integers(first, len(states) - 1))
    for before, after in [(states[first], states[last]), *pairwise(states)]:
        assert_patches_lead_from(before, after)


def assert_patches_lead_from(before: Workshop, after: Workshop) -> None:
    span = Span(before, after)
    for channel in all_channels(before):
        if channel.startswith("table/") and channel.removeprefix("table/") not in after.tables:
            continue
        found = patch(span, channel)
        assert merge(view(before, channel), found) == view(after, channel), channel
        assert channel in touched(span) or found == {}, channel


@given(histories())
@settings(max_examples=60, deadline=None)
def test_whoever_is_not_reseated_hears_the_same_channels_as_before(history: History) -> None:
    for before, after in pairwise(history.states):
        others = before.participants.keys() - reseated(before, after)
        for actor in map(participant, others):
            assert channels_of(before, actor) == channels_of(after, actor)


@given(histories())
@settings(max_examples=60, deadline=None)
def test_no_view_holds_a_null_and_every_view_is_json(history: History) -> None:
    for channel in all_channels(history.now):
        shown = view(history.now, channel)
        assert json.loads(json.dumps(shown)) == shown, channel
        assert "null" not in json.dumps(shown).replace('"null"', ""), channel


def not_let_through(history: History) -> set[str]:
    """The ideas that wait for a moderator, read off what happened and who did it."""
    on, waiting = False, set()
    for event, actor in zip(history.events, history.actors, strict=True):
        match event:
            case e.ApprovalSwitched():
                on = event.on
                waiting = waiting if on else set()
            case e.IdeaPosted() | e.IdeaReworded() if actor.role != "moderator":
                waiting |= {event.idea} if on else set()
            case e.IdeaReworded():
                waiting -= {event.idea}
            case e.IdeasApproved():
                waiting -= {*event.ideas}
            case e.IdeasWithheld():
                waiting |= {*event.ideas}
            case e.IdeaWithdrawn() | e.IdeaBlanked():
                waiting -= {event.idea}
    return waiting


@given(histories(approve_first=True))
@settings(max_examples=60, deadline=None)
def test_with_approve_first_nothing_waits_on_the_board_and_everything_is_at_its_table(
    history: History,
) -> None:
    w, waiting = history.now, not_let_through(history)
    board, public = view(w, "board"), view(w, "public")
    assert not waiting & board["ideas"].keys()
    assert not any(waiting & set(article["ideas"]) for article in board["articles"].values())
    shown = {w.ideas[i].text for i in board["ideas"]}
    assert all(shown >= {*theme["examples"]} for theme in public.get("themes", {}).values())
    for seat in w.tables:
        cloth = view(w, f"table/{seat}")["ideas"].keys()
        assert cloth == {i.id for i in w.ideas.values() if i.table == seat and i.on_cloth}
    desk = view(w, "moderator")["ideas"]
    assert {i for i, idea in desk.items() if "waiting_since" in idea} == waiting


@given(histories())
@settings(max_examples=60, deadline=None)
def test_what_an_audience_may_not_see_is_in_none_of_its_channels(history: History) -> None:
    w = history.now
    hidden = {i.id for i in w.ideas.values() if not i.on_cloth}
    unseen = {i.id for i in w.ideas.values() if not i.visible}
    for identifier in w.participants:
        own = set(w.participants[identifier].ideas)
        seat = w.seat_of(identifier)
        for channel in channels_of(w, participant(identifier)):
            shown = view(w, channel).get("ideas", {})
            assert not (hidden - own) & shown.keys()
            assert all(i in own or w.ideas[i].table == seat for i in shown)
            assert not any("author" in idea for idea in shown.values())
        for declaration in view(w, f"person/{identifier}")["declarations"]:
            assert w.declarations[declaration].participant == identifier
    for declaration in w.declarations:
        assert channels_of(w, partner(declaration)) == ("public", f"declaration/{declaration}")
        assert view(w, f"declaration/{declaration}")["declarations"].keys() == {declaration}
    assert channels_of(w, GUEST) == ("public",)
    assert "Osoba" not in json.dumps(view(w, "public"))
    for channel in channels_of(w, BOARD):
        shown = view(w, channel)
        assert not unseen & shown.get("ideas", {}).keys()
        assert not any(
            unseen & set(article.get("ideas", ())) for article in shown.get("articles", {}).values()
        )
        assert not any("reservations" in article for article in shown.get("articles", {}).values())
        assert not {"declarations", "tasks", "offered"} & shown.keys()
    for article in view(w, "moderator")["articles"].values():
        told = {name for said in article.get("reservations", {}).values() for name in said}
        assert told <= {"answer", "reason", "at", "put", "hidden"}
        assert "author" not in json.dumps(shown.get("ideas", {}))
        assert "Urząd" not in json.dumps(shown, ensure_ascii=False)
