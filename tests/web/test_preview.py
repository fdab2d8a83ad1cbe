"""What moderators see of others' screens: as those see it, counted nowhere, and without a way to send."""

from __future__ import annotations

from facilitation.domain import actors
from tests.web.conftest import Desk, Workshop


def views(desk: Desk, at: Workshop, of: str) -> dict[str, dict]:
    """What a preview gets to see."""
    token = desk.house.tokens.issue(at.code, actors.preview(of))
    return desk.program("GET", f"/api/workshops/{at.code}", token).get_json()["channels"]


def test_a_table_shows_what_somebody_there_sees_before_writing_anything(
    desk: Desk, workshop: Workshop
) -> None:
    assert desk.command(workshop.code, workshop.moderator, type="round.open")["ok"]
    theirs = desk.program("GET", f"/api/workshops/{workshop.code}", workshop.participant).get_json()[
        "channels"
    ]
    seats = theirs["person/P1"]["seats"]
    table = seats["1"]
    seen = views(desk, workshop, table)
    assert seen["public"] == theirs["public"]
    assert seen[f"table/{table}"] == theirs[f"table/{table}"]
    own = dict(theirs["person/P1"])
    del own["participant"]
    nobody = {"number": 0, "name": "", "institution": "", "seats": dict.fromkeys(seats, table)}
    assert seen[f"person/~{table}"] == {**own, **nobody}


def test_who_waits_and_the_board_can_be_seen_too(desk: Desk, workshop: Workshop) -> None:
    waiting = views(desk, workshop, "")
    assert (set(waiting), waiting["person/~"]["seats"]) == ({"public", "person/~"}, {})
    board = desk.program("GET", f"/api/workshops/{workshop.code}", workshop.board).get_json()["channels"]
    assert views(desk, workshop, "board") == board


def test_nothing_can_be_done_in_a_preview_and_nobody_counts_it(desk: Desk, workshop: Workshop) -> None:
    before = desk.house.registry.get(workshop.code).standing
    for of in ("", "T1", "board"):
        token = desk.house.tokens.issue(workshop.code, actors.preview(of))
        for wish in (
            {"type": "idea.post", "text": "Nikt"},
            {"type": "participant.join"},
            {"type": "round.open"},
        ):
            assert desk.command(workshop.code, token, **wish)["refusal"]["code"] == "preview"
    assert desk.house.registry.get(workshop.code).standing == before


def test_the_pages_are_marked_and_for_moderators_only(desk: Desk, workshop: Workshop) -> None:
    console = desk.client(workshop.moderator, f"/w/{workshop.code}/moderator")
    for of in ("", "?of=T1", "?of=board"):
        page = console.get(f"/w/{workshop.code}/preview{of}")
        assert (page.status_code, "mark-strip" in page.text) == (200, True)
    assert console.get(f"/w/{workshop.code}/preview?of=T99").status_code == 404
    assert desk.client().get(f"/w/{workshop.code}/preview").status_code == 403
    assert (
        desk.client(workshop.board, f"/w/{workshop.code}/board")
        .get(f"/w/{workshop.code}/preview")
        .status_code
        == 403
    )
