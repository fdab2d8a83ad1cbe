"""Tables, hosts and people who come late, leave or were on a list, over real sockets."""

import json
import urllib.error
import urllib.request

import pytest

from tests.live.conftest import OpenCafe
from tests.live.screens import Cafe, Screen

Seats = dict[str, dict[str, str]]


def seats(moderator: Screen) -> Seats:
    """Person → round → table, as the console shows it."""
    people = moderator.views["moderator"]["people"]
    return {who: dict(person["seats"]) for who, person in people.items()}


def tablet(cafe: Cafe, table: str) -> Screen:
    """The tablet that stays at a table, by the link that is given out."""
    links = cafe.api("GET", f"/api/workshops/{cafe.code}/links", key=cafe.tokens["moderator"])
    return cafe.screen(links["tables"][table].partition("?key=")[2])


def settled(cafe: Cafe) -> Seats:
    """The same as it is on disk now; the console is told within a tenth of a second."""
    told = cafe.api("GET", f"/api/workshops/{cafe.code}", key=cafe.tokens["moderator"])
    people = told["channels"]["moderator"]["people"]
    return {who: dict(person["seats"]) for who, person in people.items()}


def dealt(cafe: Cafe, people: int) -> tuple[Screen, list[Screen]]:
    """So many phones with seats in four rounds, of which the first is open."""
    moderator = cafe.moderator()
    phones = [cafe.phone(name=f"Osoba {n + 1}", institution=f"Urząd {n % 3}") for n in range(people)]
    moderator.do("seats.deal")
    moderator.do("round.open")
    moderator.wait_for(lambda m: len(m.views["moderator"]["people"]) == people, "everybody")
    moderator.wait_for(lambda m: all(len(s) == 4 for s in seats(m).values()), "seats for everybody")
    return moderator, phones


def test_the_tablet_of_a_table_writes_for_the_table_and_hands_over_what_newcomers_read(
    open_cafe: OpenCafe,
) -> None:
    cafe = open_cafe(tables=4, rounds=4)
    moderator, phones = dealt(cafe, 12)
    screen = tablet(cafe, "T3")
    screen.wait_for(lambda s: {"public", "table/T3"} <= set(s.views), "the table")
    first = screen.do("idea.post", text="dyżur w każdy wtorek")["idea"]
    assert screen.ask("idea.post", text="x", table="T1")["refusal"]["code"] == "not_your_table"
    assert screen.ask("seats.deal")["refusal"]["code"] == "not_allowed"
    screen.do("handover.write", text="Mamy dyżur.\n\nPytanie: kto go pełni?")
    moderator.do("round.close")
    moderator.do("round.open")
    places = settled(cafe)
    comes = next(n for n in range(12) if places[f"P{n + 1}"]["2"] == "T3" != places[f"P{n + 1}"]["1"])
    newcomer = phones[comes]
    newcomer.wait_for(lambda p: "table/T3" in p.views, "the next table")
    shown = newcomer.views["table/T3"]
    assert {k: v for k, v in shown["handover"].items() if k != "at"} == {
        "text": "Mamy dyżur.\n\nPytanie: kto go pełni?",
        "round": 1,
        "by": "table",
    }
    assert (shown["ideas"][first]["by_table"], shown["points"]) == (True, [first])
    more = newcomer.do("idea.post", text="po kolei każda instytucja", builds_on=first)["idea"]
    screen.wait_for(lambda s: more in s.views["table/T3"]["ideas"], "the newcomer's idea")
    assert screen.views["table/T3"]["ideas"][more]["builds_on"] == first
    assert screen.channels == {"public", "table/T3"}


def test_late_people_leavers_and_a_new_host_change_the_future_only_and_move_hardly_anybody(
    open_cafe: OpenCafe,
) -> None:
    cafe = open_cafe(tables=4, rounds=4)
    moderator, phones = dealt(cafe, 12)
    moderator.do("round.close")
    moderator.do("round.open")
    before = settled(cafe)

    late = cafe.phone(name="Spóźniona Osoba")
    moderator.wait_for(lambda m: len(seats(m).get("P13", {})) == 3, "seats for the late one")
    assert moved(before, settled(cafe), {"P13"}) == 0
    late.wait_for(lambda p: f"table/{settled(cafe)['P13']['2']}" in p.views, "a table")

    phones[4].do("participant.leave")
    after_leaving = settled(cafe)
    assert moved(before, after_leaving, {"P13", "P5"}) == 0
    assert set(after_leaving["P5"]) == {"1", "2"}

    moderator.do("host.appoint", table="T3", participant="P2")
    hosted = settled(cafe)
    assert [hosted["P2"][n] for n in "34"] == ["T3", "T3"]
    assert moved(after_leaving, hosted, {"P2"}) == 0
    moderator.do("host.appoint", table="T3", participant="P7")
    replaced = settled(cafe)
    assert [replaced["P7"][n] for n in "34"] == ["T3", "T3"]
    assert sorted(replaced["P2"]) == ["1", "2", "3", "4"]
    assert moved(hosted, replaced, {"P2", "P7"}) == 0
    assert {n: t for n, t in replaced["P2"].items() if n in "12"} == {n: before["P2"][n] for n in "12"}
    moderator.wait_for(lambda m: seats(m) == replaced, "the console agrees")


def moved(before: Seats, after: Seats, besides: set[str]) -> int:
    """How many seats of others than these people changed."""
    return sum(
        after[who].get(number) != table
        for who, places in before.items()
        if who not in besides
        for number, table in places.items()
    )


def test_a_phone_that_joins_by_a_name_on_the_list_is_that_person(open_cafe: OpenCafe) -> None:
    cafe = open_cafe(tables=4, rounds=4)
    moderator = cafe.moderator()
    listed = (
        "Sektor;Instytucja;Imię i nazwisko;Uwagi\r\nprawo;Sąd;Żaneta  Źdźbło;spóźni się\r\n;;Jan Bąk;\r\n"
    )
    added = upload(cafe, listed.encode("cp1250"), "?expected=1")
    assert added == {"added": 2, "known": 0, "ignored_columns": ["Uwagi"]}
    assert upload(cafe, listed.encode("utf-8-sig"))["known"] == 2
    others = [cafe.phone(name=f"Osoba {n}") for n in range(4)]
    moderator.do("seats.deal")
    moderator.wait_for(lambda m: m.views["moderator"]["people"].get("P6", {}).get("seats"), "seats")
    assert moderator.views["moderator"]["people"]["P1"]["status"] == "expected"
    phone = cafe.phone(name="żaneta źdźbło", institution="SĄD")
    phone.wait_for(lambda p: "person/P1" in p.views, "her own channel")
    moderator.wait_for(lambda m: len(seats(m)["P1"]) == 4, "her seats")
    told = moderator.views["moderator"]["people"]["P1"]
    assert (told["status"], told["phone"], told["name"], told["sector"]) == (
        "present",
        True,
        "Żaneta Źdźbło",
        "prawo",
    )
    assert len(others) + 2 == len(moderator.views["moderator"]["people"])


def test_a_list_that_cannot_be_read_is_refused_with_its_row_and_nobody_is_added(open_cafe: OpenCafe) -> None:
    cafe = open_cafe(tables=2)
    with pytest.raises(urllib.error.HTTPError) as refused:
        upload(cafe, f"name,institution\nAla,MOPS\nBorys,{'x' * 200}\n".encode())
    told = refused.value.read().decode()
    assert refused.value.code == 400
    assert "Row 3, column “institution”" in told
    moderator = cafe.moderator()
    moderator.wait_for(lambda m: "moderator" in m.views, "the console")
    assert moderator.views["moderator"]["people"] == {}


def upload(cafe: Cafe, data: bytes, query: str = "") -> dict[str, object]:
    """Sends a list of participants; the answer."""
    url = f"{cafe.served.url}/api/workshops/{cafe.code}/participants.csv{query}"
    headers = {
        "Content-Type": "text/csv",
        "Accept-Language": "en",
        "Authorization": f"Bearer {cafe.tokens['moderator']}",
    }
    with urllib.request.urlopen(urllib.request.Request(url, data, headers, method="POST")) as answer:
        told: dict[str, object] = json.load(answer)
    return told
