"""Who gets what: each screen its own channels and nothing else."""

import json

from tests.live.conftest import OpenCafe
from tests.live.screens import Cafe, Screen


def everything(screen: Screen) -> str:
    return json.dumps(screen.heard, ensure_ascii=False)


def seated_apart(cafe: Cafe) -> tuple[Screen, Screen, Screen]:
    """A moderator, and two phones that sit at different tables in an open round."""
    moderator = cafe.moderator()
    first = cafe.phone(name="Zenobia Tajna", institution="Urząd Cieni", sector="oświata")
    second = cafe.phone(name="Hiacynta Skryta", institution="Biuro Mgły", sector="kultura")
    moderator.do("seats.deal")
    moderator.do("round.open")
    for phone in (first, second):
        phone.wait_for(lambda p: any(c.startswith("table/") for c in p.views), "a table")
    return moderator, first, second


def table_of(phone: Screen) -> str:
    return next(channel for channel in phone.views if channel.startswith("table/"))


def test_a_phone_receives_its_own_table_and_nothing_of_anybody_elses(open_cafe: OpenCafe) -> None:
    cafe = open_cafe(tables=2)
    moderator, first, second = seated_apart(cafe)
    assert table_of(first) != table_of(second)

    mine = first.do("idea.post", text="pomysł pierwszej osoby")["idea"]
    theirs = second.do("idea.post", text="sekret drugiego stolika")["idea"]
    hidden = first.do("idea.post", text="słowo niestosowne")["idea"]
    moderator.do("idea.hide", idea=hidden)
    first.wait_for(lambda p: p.views["person/P1"]["ideas"][hidden].get("hidden"), "own idea marked hidden")

    assert set(first.views[table_of(first)]["ideas"]) == {mine}
    assert first.channels == {"public", "person/P1", table_of(first)}
    for foreign in ("sekret drugiego stolika", "Hiacynta", "Skryta", "Biuro Mgły", second.token, "P2"):
        assert foreign not in everything(first)
    for foreign in ("pomysł pierwszej", "słowo niestosowne", "Zenobia", "Urząd Cieni", first.token, "P1"):
        assert foreign not in everything(second)
    assert set(second.views[table_of(second)]["ideas"]) == {theirs}


def test_who_has_not_joined_sees_what_is_public_and_no_idea_no_person_no_count(open_cafe: OpenCafe) -> None:
    cafe = open_cafe(tables=2)
    guest = cafe.screen()
    moderator, first, _ = seated_apart(cafe)
    first.do("idea.post", text="klucze do świetlicy")
    seq = moderator.ask("round.close")["seq"]
    guest.shows("public", seq)

    assert guest.channels == {"public"}
    assert {event for event, _ in guest.heard} == {"snapshot", "patch"}
    for foreign in ("klucze", "Zenobia", "Urząd Cieni", "P1", first.token):
        assert foreign not in everything(guest)


def test_a_hidden_idea_leaves_phones_and_board_and_stays_with_the_moderator(open_cafe: OpenCafe) -> None:
    cafe = open_cafe(tables=1)
    moderator = cafe.moderator()
    board = cafe.board()
    author, neighbour = cafe.phone(name="Ala"), cafe.phone(name="Ola")
    moderator.do("round.open")
    idea = author.do("idea.post", text="tego nie powinno tu być")["idea"]
    for phone in (author, neighbour):
        phone.wait_for(lambda s: idea in s.views.get("table/T1", {}).get("ideas", {}), "the idea")
    board.wait_for(lambda s: idea in s.views["board"]["ideas"], "the idea")

    seq = moderator.ask("idea.hide", idea=idea)["seq"]

    for screen, channel in ((author, "table/T1"), (neighbour, "table/T1"), (board, "board")):
        screen.shows(channel, seq)
        assert screen.views[channel]["ideas"] == {}
    moderator.shows("moderator", seq)
    assert moderator.views["moderator"]["ideas"][idea]["hidden"] is True
    assert author.views["person/P1"]["ideas"][idea]["text"] == "tego nie powinno tu być"


def test_whoever_moves_leaves_the_old_table_and_gets_the_new_one(open_cafe: OpenCafe) -> None:
    cafe = open_cafe(tables=2, rounds=2, minutes=[20, 20])
    moderator, first, second = seated_apart(cafe)
    was, will = table_of(first), table_of(second)
    second.do("idea.post", text="czeka na następnych")

    moderator.do("round.close")
    first.wait_for(lambda p: will in p.views, "the new table")

    assert set(first.views) == {"public", "person/P1", will}
    assert [frame for event, frame in first.heard if event == "leave"] == [{"channel": was}]
    assert [i["text"] for i in first.views[will]["ideas"].values()] == ["czeka na następnych"]
    after_moving = second.ask("idea.post", text="spóźniony", round=1)["seq"]
    first.shows(will, after_moving)
    assert [i["text"] for i in first.views[will]["ideas"].values()] == ["czeka na następnych", "spóźniony"]


def test_a_board_gets_no_channel_of_the_moderator_nor_a_person(open_cafe: OpenCafe) -> None:
    cafe = open_cafe(tables=1)
    board = cafe.board()
    moderator = cafe.moderator()
    phone = cafe.phone(name="Ala", institution="Urząd Cieni")
    moderator.do("round.open")
    seq = phone.ask("idea.post", text="na tablicę")["seq"]
    board.shows("board", seq)

    assert board.channels == {"public", "board"}
    assert "Urząd Cieni" not in everything(board)
    assert phone.token not in everything(board)
    assert board.ask("round.close")["refusal"]["code"] == "not_allowed"


def test_moderators_are_told_who_is_there_and_boards_how_many(open_cafe: OpenCafe) -> None:
    cafe = open_cafe(tables=1)
    moderator, board = cafe.moderator(), cafe.board()
    cafe.screen()
    phone = cafe.phone()
    second_screen = cafe.screen(phone.token)

    def last(screen: Screen) -> dict[str, object]:
        return [frame for event, frame in screen.heard if event == "presence"][-1]

    both = {"connected": 2, "boards": 1, "participants": {"P1": True}}
    moderator.wait_for(lambda s: last(s) == both, "both people")
    board.wait_for(lambda s: last(s) == {"connected": 2}, "their number")
    phone.close()
    second_screen.close()
    alone = {"connected": 1, "boards": 1, "participants": {}}
    moderator.wait_for(lambda s: last(s) == alone, "the guest alone")
