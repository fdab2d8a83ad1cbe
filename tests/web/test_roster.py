"""Lists of participants as spreadsheets save them, and the tablets' pages and links."""

from __future__ import annotations

import io
from typing import Any

import pytest

from facilitation.domain.actors import tablet
from facilitation.domain.commands import Listed
from facilitation.domain.refusals import Refusal
from facilitation.web import roster
from tests.web.conftest import Desk, Workshop
from tests.web.test_pages import facts

ZANETA = Listed("Żaneta Źdźbło", "Sąd; Wydział", "prawo")


@pytest.mark.parametrize(
    "data",
    [
        "name,institution,sector\nŻaneta  Źdźbło,Sąd; Wydział,prawo\n".encode(),
        'Sektor;Imię i nazwisko;Instytucja\r\nprawo;Żaneta Źdźbło;"Sąd; Wydział"\r\n;;\r\n'.encode("cp1250"),
        'IMIE I NAZWISKO\tSEKTOR\tINSTYTUCJA\rŻaneta Źdźbło\tprawo\t"Sąd; Wydział"'.encode("utf-8-sig"),
    ],
)
def test_a_list_reads_the_same_however_it_was_saved(data: bytes):
    assert roster.read(data) == roster.Roster((ZANETA,), ())


def test_columns_nobody_knows_are_named_and_short_rows_are_people_too():
    read = roster.read(b"name,diet,institution,\nAla,vegan,MOPS\nOla\n")
    assert read == roster.Roster((Listed("Ala", "MOPS"), Listed("Ola")), ("diet",))


@pytest.mark.parametrize(
    "data",
    [b"", b"Ala\nOla\n", b"\x81\x83", b'name\n"Ala', b"name,name\nAla,Ola\n", b"\xff\xfe\x00"],
)
def test_what_is_no_list_is_refused(data: bytes):
    with pytest.raises(Refusal) as refused:
        roster.read(data)
    assert refused.value == Refusal("list_unreadable")


def test_a_row_that_is_too_long_is_named_with_its_column():
    with pytest.raises(Refusal) as refused:
        roster.read(f"imię i nazwisko;sektor\nAla;prawo\nOla;{'x' * 61}\n".encode())
    params: dict[str, Any] = {"row": 3, "column": "sektor", "length": 61, "limit": 60}
    assert refused.value == Refusal("list_row", None, params)


def test_a_moderator_sends_a_list_as_a_body_or_as_a_file_and_nobody_else_may(desk: Desk, workshop: Workshop):
    path = f"/api/workshops/{workshop.code}/participants.csv"
    sent = desk.program("POST", f"{path}?expected=1", workshop.moderator, data=b"name\nAla\nOla\n")
    assert (sent.status_code, sent.get_json()) == (200, {"added": 2, "known": 0, "ignored_columns": []})
    file = {"file": (io.BytesIO(b"name,x\nAla,1\nEla,2\n"), "list.csv")}
    again = desk.program("POST", path, workshop.moderator, data=file)
    assert again.get_json() == {"added": 1, "known": 1, "ignored_columns": ["x"]}
    many = "\n".join(["name", *(f"Osoba {n}" for n in range(501))]).encode()
    assert (
        desk.program("POST", path, workshop.moderator, data=many).get_json()["refusal"]["code"] == "too_many"
    )
    for token in ("", workshop.board, workshop.participant):
        assert desk.program("POST", path, token, data=b"name\nAla\n").status_code == 403
    state = desk.house.registry.get(workshop.code).state
    assert {p.id: (p.present, p.expected) for p in state.participants.values()} == {
        "P1": (True, False),
        "P2": (False, True),
        "P3": (False, True),
        "P4": (True, False),
    }


def test_the_link_of_a_tablet_leads_to_the_page_of_its_table_and_to_no_other(desk: Desk, workshop: Workshop):
    path = f"/api/workshops/{workshop.code}/links"
    links = desk.program("GET", path, workshop.moderator).get_json()
    assert set(links) == {"phone", "board", "moderator", "declaration", "tables"}
    key = desk.house.tokens.issue(workshop.code, tablet("T2"))
    assert links["tables"]["T2"].endswith(f"/w/{workshop.code}/table/T2?key={key}")
    assert desk.program("GET", path, workshop.participant).status_code == 403
    client = desk.client(key, f"/w/{workshop.code}/table/T2")
    page = client.get(f"/w/{workshop.code}/table/T2")
    assert 'data-page="table" data-table="T2"' in page.text
    told = facts(page.text)
    assert (told["role"], told["page"], told["table"], told["token"]) == ("table", "table", "T2", key)
    assert client.get(f"/w/{workshop.code}/table/T3").status_code == 403
    assert facts(client.get(f"/w/{workshop.code}").text)["role"] == "guest"
    moderator = desk.client(workshop.moderator, f"/w/{workshop.code}/moderator")
    assert facts(moderator.get(f"/w/{workshop.code}/table/T3").text)["table"] == "T3"
    assert moderator.get(f"/w/{workshop.code}/table/T99").status_code == 404

    drawn = moderator.get(f"/w/{workshop.code}/table/T3/qr.svg")
    assert (drawn.mimetype, drawn.headers["Cache-Control"]) == ("image/svg+xml", "private, no-store")
    assert client.get(f"/w/{workshop.code}/table/T2/qr.svg").status_code == 403
    assert moderator.get(f"/w/{workshop.code}/table/T99/qr.svg").status_code == 404
