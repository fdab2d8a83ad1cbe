"""Rehearsals over the API: a copy that is marked as one, nothing of it in the real workshop or in anybody's
count, and nothing left of it in the end."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from facilitation.app import create_app
from facilitation.rehearsal import rehearsals
from facilitation.rehearsal.company import Company, simulated
from facilitation.runtime.threads import Threads
from facilitation.runtime.workshop import LiveWorkshop
from tests.web.conftest import KEY, Desk, Workshop


def begin(desk: Desk, of: Workshop, people: int = 3) -> Workshop:
    """A rehearsal of a workshop, with its moderator's token."""
    answer = desk.program(
        "POST", f"/api/workshops/{of.code}/rehearsal", of.moderator, json={"people": people}
    )
    assert answer.status_code == 201, answer.text
    code, link = answer.get_json()["code"], answer.get_json()["link"]
    token = link.partition("?key=")[2]
    assert link == f"http://localhost/w/{code}/moderator?key={token}"
    return Workshop(code, token, desk.issue(code, "board"), desk.issue(code, "participant"))


def ask(desk: Desk, method: str, at: Workshop, token: str = "", **options: object):
    """One request about a workshop's rehearsal, as its moderator unless a token is given."""
    return desk.program(method, f"/api/workshops/{at.code}/rehearsal", token or at.moderator, **options)


def test_a_rehearsal_is_marked_everywhere_and_the_real_workshop_nowhere(
    desk: Desk, workshop: Workshop
) -> None:
    copy = begin(desk, workshop)
    state = desk.house.registry.get(copy.code).state
    assert (state.title, state.rehearsal_of) == (
        "Próba: Karta Partnerskiego Zespołu Kooperacyjnego",
        workshop.code,
    )
    strip = "mark-strip"
    for of, marked in ((copy, True), (workshop, False)):
        browser = desk.client(of.board, f"/w/{of.code}/board")
        assert (strip in browser.get(f"/w/{of.code}/board").text) is marked
        assert (strip in browser.get(f"/w/{of.code}").text) is marked
        console = desk.client(of.moderator, f"/w/{of.code}/moderator").get(f"/w/{of.code}/moderator").text
        assert ('"rehearsal": true' in console) is marked
        assert (f'"real": "/w/{workshop.code}/moderator"' in console) is marked


def test_nothing_of_it_gets_into_the_real_workshop_or_into_the_meters(desk: Desk, workshop: Workshop) -> None:
    before = desk.house.registry.get(workshop.code).standing
    counted, commits = dict(desk.house.meters.commands), desk.house.meters.commits.count
    copy = begin(desk, workshop)
    assert desk.command(copy.code, copy.moderator, type="table.add")["ok"]
    assert desk.house.registry.get(workshop.code).standing == before
    assert (dict(desk.house.meters.commands), desk.house.meters.commits.count) == (counted, commits)
    [open_] = [g.read() for g in desk.house.meters.gauges if g.name == "obrus_workshops_open"]
    assert open_ == 1


def test_the_people_are_paced_and_stand_still_after_a_restart_until_they_are_let_go_on(
    desk: Desk, workshop: Workshop
) -> None:
    copy = begin(desk, workshop)
    told = ask(desk, "PATCH", copy, json={"paused": True, "speed": 4}).get_json()
    assert {name: told[name] for name in ("rehearsal_of", "running", "paused", "speed", "people")} == {
        "rehearsal_of": workshop.code,
        "running": True,
        "paused": True,
        "speed": 4,
        "people": 3,
    }
    assert ask(desk, "PATCH", copy, json={"speed": 3}).get_json()["refusal"]["field"] == "speed"
    assert ask(desk, "GET", workshop).get_json()["rehearsal"]["code"] == copy.code
    desk.house.close()
    again = Desk(create_app(desk.house.settings, Threads()))
    stopped = ask(again, "GET", copy).get_json()
    assert (stopped["running"], stopped["paused"]) == (False, True)
    assert ask(again, "PATCH", copy, json={"paused": False}).get_json()["running"] is True
    again.house.close()


def test_people_who_broke_off_are_told_as_standing_still_and_can_be_let_go_on(
    desk: Desk, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = Company.start
    monkeypatch.setattr(Company, "start", Company.end)
    copy = begin(desk, workshop)
    stopped = ask(desk, "GET", copy).get_json()
    assert (stopped["running"], stopped["paused"]) == (False, True)
    monkeypatch.setattr(Company, "start", started)
    assert ask(desk, "PATCH", copy, json={"paused": True}).get_json()["running"] is True


def test_two_consoles_that_let_the_people_go_on_together_move_them_once(
    desk: Desk, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = begin(desk, workshop)
    desk.house.close()
    again = Desk(create_app(desk.house.settings, Threads()))
    both = Barrier(2)
    moved: list[Company] = []

    def read_together(of: LiveWorkshop) -> list[str]:
        both.wait(20)
        return simulated(of)

    monkeypatch.setattr(rehearsals, "simulated", read_together)
    monkeypatch.setattr(Company, "start", lambda self: moved.append(self))
    with ThreadPoolExecutor(2) as pool:
        asked = [pool.submit(ask, again, "PATCH", copy, json={"paused": False}) for _ in range(2)]
        assert [each.result().status_code for each in asked] == [200, 200]
    assert len(moved) == 1
    again.house.close()


def test_thrown_away_nothing_is_left_of_it(desk: Desk, workshop: Workshop) -> None:
    copy = begin(desk, workshop)
    shelf = desk.house.settings.sessions
    assert list(shelf.rglob(f"*{copy.code}*"))
    assert ask(desk, "DELETE", copy).status_code == 204
    assert list(shelf.rglob(f"*{copy.code}*")) == []
    assert desk.program("GET", f"/api/workshops/{copy.code}").status_code == 404
    assert ask(desk, "GET", workshop).get_json() == {"rehearsal": None}
    assert desk.house.registry.codes() == (workshop.code,)


def test_a_real_workshop_is_never_thrown_away(desk: Desk, workshop: Workshop) -> None:
    for method in ("DELETE", "PATCH"):
        answer = ask(desk, method, workshop, json={})
        assert (answer.status_code, answer.get_json()["refusal"]["code"]) == (409, "not_a_rehearsal")
    assert desk.house.registry.codes() == (workshop.code,)


def test_only_moderators_rehearse(desk: Desk, workshop: Workshop) -> None:
    for role in ("guest", "participant", "board"):
        for method in ("GET", "POST", "PATCH", "DELETE"):
            answer = desk.program(
                method, f"/api/workshops/{workshop.code}/rehearsal", workshop.token(role), json={}
            )
            assert (answer.status_code, answer.get_json()["refusal"]["code"]) == (403, "not_allowed")


def test_a_number_of_people_that_is_none_is_refused(desk: Desk, workshop: Workshop) -> None:
    for people in (0, 121, "many"):
        answer = ask(desk, "POST", workshop, json={"people": people})
        assert (answer.status_code, answer.get_json()["refusal"]["field"]) == (400, "people")
    assert desk.house.registry.codes() == (workshop.code,)


def test_the_start_page_says_which_one_is_a_rehearsal(desk: Desk, workshop: Workshop) -> None:
    begin(desk, workshop)
    page = desk.client(KEY, "/").get("/?lang=en").text
    assert page.count('class="workshop-rehearsal"') == 1
