"""What a moderator tells the room, over real sockets: who hears it, and who does not."""

from tests.live.conftest import OpenCafe
from tests.live.screens import Screen


def table_of(phone: Screen) -> str:
    """The table at which this phone's owner sits, as soon as it is known."""
    phone.wait_for(lambda each: any(channel.startswith("table/") for channel in each.views), "a table")
    return next(channel for channel in phone.views if channel.startswith("table/")).removeprefix("table/")


def test_a_message_reaches_everybody_or_the_phones_and_the_tablet_of_one_table_and_the_wall_if_meant(
    open_cafe: OpenCafe,
) -> None:
    cafe = open_cafe(tables=2)
    moderator, board, guest = cafe.moderator(), cafe.board(), cafe.screen()
    phones = [cafe.phone() for _ in range(2)]
    tables = cafe.api("GET", f"/api/workshops/{cafe.code}/links", None, cafe.tokens["moderator"])["tables"]
    tablet = cafe.screen(tables["T1"].partition("key=")[2])
    moderator.do("round.open")
    seated = {table_of(phone): phone for phone in phones}
    everybody = moderator.ask("message.send", text="Za chwilę kawa.")
    for screen in (guest, board, tablet, *phones):
        screen.shows("public", everybody["seq"])
        assert screen.views["public"]["message"]["text"] == "Za chwilę kawa."
    assert "message" not in board.views["board"]
    one = moderator.ask("message.send", text="Tu brakuje krzesła.", table="T1", board=True)
    moderator.ask("message.withdraw", message=everybody["result"]["message"])
    for screen in (tablet, seated["T1"]):
        screen.shows("table/T1", one["seq"])
        assert screen.views["table/T1"]["message"]["text"] == "Tu brakuje krzesła."
    board.shows("board", one["seq"])
    assert board.views["board"]["message"]["table"] == "T1"
    for screen in (guest, board, tablet, *phones):
        screen.wait_for(lambda each: "message" not in each.views["public"], "the end of the message")
    assert "Tu brakuje" not in str(seated["T2"].heard) + str(guest.heard)
