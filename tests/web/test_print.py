"""Paper: every kind, in the workshop's language, for moderators only, whatever people typed."""

from __future__ import annotations

import re
from html import unescape

import msgspec
import pytest

from facilitation.domain.actors import participant, tablet
from facilitation.domain.workshop import Participant, Round
from facilitation.web import qr
from facilitation.web.paper_sheets import KINDS, attendance, forms, host_sheets, rhythms, tickets
from tests.web.conftest import KEY, Desk, Workshop
from tests.web.test_documentation import rows

HOSTILE = "<img src=x onerror=alert(1)> & \"Tables\" 'and' </article>"
SAID = {
    "poster": ("Weź udział ze swoim telefonem", "Take part with your phone"),
    "cards": ("Pisz z telefonu", "Write from your phone"),
    "hosts": ("Kartka dla gospodarza", "Sheet for the host"),
    "tickets": ("Miejsca podamy później", "Seats follow"),
    "forms": ("Ile osób się zgadza?", "How many agree?"),
    "participants": ("Lista obecności", "Attendance list"),
}
"""Kind → what its sheets say in Polish and in English."""


def printed(desk: Desk, code: str, kind: str, **asked: str) -> str:
    """The page of one kind, as a moderator sees it."""
    answer = desk.client(KEY, "/").get(f"/w/{code}/print/{kind}", query_string=asked)
    assert answer.status_code == 200
    return answer.text


def sheets_of(page: str) -> list[str]:
    """The sheets on a page, each from its beginning to the next one's."""
    return re.split(r'<section class="sheet', page)[1:]


def words(markup: str) -> str:
    """What a person reads, drawings and their titles left out."""
    plain = re.sub(r"<svg.*?</svg>|<[^>]+>", " ", markup, flags=re.DOTALL)
    return " ".join(unescape(plain).split())


def fill(desk: Desk, code: str, people: int, **fields: str) -> None:
    for number in range(people):
        desk.command(code, "", type="participant.join", **{"name": f"Osoba {number}", **fields})


@pytest.mark.parametrize("kind", KINDS)
def test_sheets_are_in_the_workshops_language_and_the_bar_in_the_readers(desk: Desk, kind: str):
    for place, (language, reader) in enumerate([("pl", "en"), ("en", "pl")]):
        made = desk.make(scenario="pzk", language=language)
        page = printed(desk, made.code, kind, lang=reader)
        bar, _, paper = page.partition("</header>")
        assert f'<html lang="{reader}">' in bar
        assert f'<main class="sheets" lang="{language}">' in paper
        assert ("All that can be printed" in bar) is (reader == "en")
        assert SAID[kind][place] in words(paper)
        assert SAID[kind][1 - place] not in words(paper)


def test_every_kind_has_its_words_above_and_its_row_in_the_documents():
    assert list(SAID) == list(KINDS)
    assert {first.strip("`") for first, *_ in rows("Paper")} == set(KINDS)


@pytest.mark.parametrize("path", ["/print", *(f"/print/{kind}" for kind in KINDS)])
def test_nobody_but_a_moderator_gets_paper(desk: Desk, workshop: Workshop, path: str):
    answers = {
        role: desk.client(workshop.token(role), f"/w/{workshop.code}").get(
            f"/w/{workshop.code}{path}?lang=pl"
        )
        for role in ("guest", "participant", "board", "moderator")
    }
    assert {role: answer.status_code for role, answer in answers.items()} == {
        "guest": 403,
        "participant": 403,
        "board": 403,
        "moderator": 200,
    }
    assert "Ta strona nie jest dla Ciebie dostępna" in answers["participant"].text
    other = desk.make(scenario="classic")
    foreign = desk.client(workshop.moderator, f"/w/{workshop.code}").get(f"/w/{other.code}{path}")
    assert foreign.status_code == 403


def test_a_kind_that_there_is_not_is_not_found(desk: Desk, workshop: Workshop):
    assert desk.client(KEY, "/").get(f"/w/{workshop.code}/print/money").status_code == 404


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_list_leads_to_every_kind_and_says_how_many_sheets_it_is(
    desk: Desk, workshop: Workshop, language: str
):
    page = desk.client(KEY, "/").get(f"/w/{workshop.code}/print?lang={language}").text
    told = re.findall(rf'href="/w/{workshop.code}/print/(\w+)">.*?</a>\s*<span[^>]*>([^<]+)<', page)
    in_words = {
        "pl": ("1 kartka", "4 kartki", "4 kartki", "1 kartka", "16 kartek", "1 kartka"),
        "en": ("1 sheet", "4 sheets", "4 sheets", "1 sheet", "16 sheets", "1 sheet"),
    }
    assert told == list(zip(KINDS, in_words[language], strict=True))


def test_before_anybody_has_come_the_tickets_say_what_to_do_and_all_else_can_be_printed(desk: Desk):
    code = desk.program("POST", "/api/workshops", KEY, json={"language": "pl"}).get_json()["code"]
    counts = {kind: len(sheets_of(printed(desk, code, kind))) for kind in KINDS}
    assert counts == {"poster": 1, "cards": 4, "hosts": 4, "tickets": 0, "forms": 16, "participants": 1}
    for path in ("print", "print/tickets"):
        page = desk.client(KEY, "/").get(f"/w/{code}/{path}?lang=en").text
        assert "Nobody has joined yet. Add people in the console" in words(page)
    assert f"/w/{code}/print/tickets" not in desk.client(KEY, "/").get(f"/w/{code}/print").text


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_people_typed_is_text_on_paper(desk: Desk, kind: str):
    made = desk.make(scenario="pzk", language="en", title=HOSTILE)
    fill(desk, made.code, 1, name=HOSTILE, institution=HOSTILE, sector=HOSTILE[:50])
    desk.command(made.code, made.moderator, type="table.edit", table="T1", topic=HOSTILE, question=HOSTILE)
    page = printed(desk, made.code, kind, wifi=HOSTILE, password=HOSTILE)
    assert "<img" not in page
    assert page.count("&lt;img src=x onerror=alert(1)&gt; &amp;") >= 1
    assert len(re.findall("<script", page)) == 1
    assert page.count("<article") == page.count("</article>")


def test_paper_has_no_style_of_its_own_and_nothing_from_elsewhere(desk: Desk, workshop: Workshop):
    for kind in KINDS:
        page = printed(desk, workshop.code, kind)
        assert not re.search(r"<style|\sstyle=|\son\w+=", page)
        assert not re.search(r'(?:src|href)="(?!data:|/[^/])', page)


def test_a_ticket_says_where_to_go_in_each_round_and_makes_a_phone_its_owners(desk: Desk):
    made = desk.make(scenario="pzk", language="pl")
    fill(desk, made.code, 10)
    assert desk.command(made.code, made.moderator, type="seats.deal")["ok"]
    desk.command(made.code, made.moderator, type="host.appoint", table="T2", participant="P3")
    state = desk.house.registry.get(made.code).state
    page = printed(desk, made.code, "tickets", lang="en")
    found = re.findall(r'<article class="ticket">(.*?)</article>', page, flags=re.DOTALL)
    assert [len(re.findall("<article", sheet)) for sheet in sheets_of(page)] == [8, 3]
    for who, ticket in zip(state.participants.values(), found, strict=True):
        stops = re.findall(r'<div class="stop">(.*?)</div>', ticket, flags=re.DOTALL)
        assert [words(stop) for stop in stops] == [
            f"Runda {number} {state.tables[table].number} {state.tables[table].topic}"
            for number, table in sorted(who.seats.items())
        ]
        assert f"Nr {who.number} {state.person(who.id).name}" in words(ticket)
        assert "Prosimy, nie podawaj nazwisk klientów ani rodzin." in words(ticket)
        token = desk.house.tokens.issue(made.code, participant(who.id))
        link = f"http://localhost/w/{made.code}?key={token}"
        title = f"Kod QR: wejdź jako osoba nr {who.number}"
        assert qr.svg(link, title, quick=True).decode() in ticket
    assert ["Gospodarz stolika 2" in words(ticket) for ticket in found].index(True) == 2


def test_a_hosts_sheet_has_the_way_to_the_tables_tablet(desk: Desk, workshop: Workshop):
    found = sheets_of(printed(desk, workshop.code, "hosts"))
    links = {n: f"http://localhost/w/{workshop.code}/table/T{n}" for n in (1, 2, 3, 4)}
    keys = {n: desk.house.tokens.issue(workshop.code, tablet(f"T{n}")) for n in links}
    drawn = [qr.svg(f"{links[n]}?key={keys[n]}", f"Kod QR: tablet stolika {n}", quick=True) for n in links]
    assert [drawing.decode() in sheet for drawing, sheet in zip(drawn, found, strict=True)] == [True] * 4


def test_who_has_left_or_asked_to_be_forgotten_is_on_no_ticket(desk: Desk, workshop: Workshop):
    fill(desk, workshop.code, 2)
    desk.command(workshop.code, workshop.moderator, type="participant.leave", participant="P2")
    desk.command(workshop.code, workshop.moderator, type="participant.erase", participant="P1")
    page = words(printed(desk, workshop.code, "tickets"))
    assert ("Jadwiga" in page, "Osoba 0" in page, "Osoba 1" in page) == (False, False, True)
    assert "Jadwiga" not in printed(desk, workshop.code, "participants")


def test_the_qr_codes_lead_where_phones_can_go(desk: Desk, workshop: Workshop):
    base = "http://192.168.1.5:8080"
    page = desk.client(KEY, "/").get(f"/w/{workshop.code}/print/poster", base_url=base)
    assert page.status_code == 403, "the key's cookie belongs to another address"
    page = desk.program("GET", f"/w/{workshop.code}/print/poster", workshop.moderator, base_url=base)
    title = f"Kod QR: wejście na warsztat {workshop.code}"
    assert qr.svg(f"{base}/w/{workshop.code}", title).decode() in page.text
    assert f"192.168.1.5:8080 {workshop.code}" in words(page.text)


def test_the_posters_wifi_is_what_was_asked_for_on_one_line_or_room_to_write(desk: Desk, workshop: Workshop):
    blank = printed(desk, workshop.code, "poster")
    assert (blank.count('class="blank"'), blank.count("<svg")) == (2, 1)
    page = printed(desk, workshop.code, "poster", wifi=" Kawiarnia\n", password='a;b:"c' + "x" * 100)
    password = 'a;b:"c' + "x" * 57
    assert (page.count('class="blank"'), page.count("<svg")) == (0, 2)
    assert f"Sieć Kawiarnia Hasło {password}" in words(page)
    assert qr.svg(qr.wifi("Kawiarnia", password), "Kod QR: dołącz do sieci Wi-Fi").decode() in page


def test_a_network_says_its_name_and_password_as_phones_expect_it():
    assert qr.wifi("Sala; 2", 'ka"wa') == r"WIFI:T:WPA;S:Sala\; 2;P:ka\"wa;;"


def test_a_host_sees_what_the_clock_shows_when_a_step_begins():
    planned = [Round(n, minutes, "", "") for n, minutes in ((1, 20), (2, 15), (3, 15), (4, 1))]
    assert [([each.number for each in r.rounds], r.clock) for r in rhythms(planned)] == [
        ([1], [20, 19, 17, 10, 3, 0]),
        ([2, 3], [15, 14, 13, 8, 2, 0]),
        ([4], [1, 1, 1, 1, 0, 0]),
    ]


def test_forms_have_the_tables_topic_or_else_the_rounds_area_and_question(desk: Desk):
    stations = desk.house.registry.get(desk.make(scenario="pzk", language="pl").code).state
    classic = desk.house.registry.get(desk.make(scenario="classic", language="pl", tables=2).code).state
    first = forms(stations)[0]
    assert (first.heading, first.question) == (stations.tables["T1"].topic, stations.tables["T1"].question)
    assert [(form.round.number, form.table.number) for form in forms(classic)] == [
        (number, table) for number in classic.rounds for table in (1, 2)
    ]
    assert {form.question for form in forms(classic)} == {each.question for each in classic.rounds.values()}
    assert [each.questions for each in host_sheets(classic)] == [list(classic.rounds.values())] * 2


def test_who_is_expected_has_a_ticket_and_a_closed_table_no_paper(desk: Desk, workshop: Workshop):
    state = desk.house.registry.get(workshop.code).state
    expected = Participant("P2", 2, "", 0, present=False, expected=True)
    gone = Participant("P3", 3, "", 0, present=False)
    closed = msgspec.structs.replace(state.tables["T2"], closed=True)
    state = msgspec.structs.replace(
        state,
        participants={**state.participants, "P2": expected, "P3": gone},
        tables={**state.tables, "T2": closed},
    )
    assert [ticket.participant.id for sheet in tickets(state) for ticket in sheet] == ["P1", "P2"]
    assert [row.number for row in attendance(state)[0].rows[:4]] == [1, 2, 3, 0]
    laid = {kind: KINDS[kind].sheets(state) for kind in ("cards", "hosts", "forms")}
    assert [table.id for table in laid["cards"]] == ["T1", "T3", "T4"]
    assert [each.table.id for each in laid["hosts"]] == ["T1", "T3", "T4"]
    assert {each.table.id for each in laid["forms"]} == {"T1", "T3", "T4"}


@pytest.mark.parametrize(("people", "sheets", "lines"), [(0, 1, 18), (15, 1, 3), (16, 2, 20), (500, 28, 4)])
def test_the_attendance_list_has_room_for_those_who_come_unannounced(
    desk: Desk, people: int, sheets: int, lines: int
):
    made = desk.make(scenario="pzk", language="pl")
    crowd = {f"P{n}": Participant(f"P{n}", n, "", 0) for n in range(1, people + 1)}
    state = msgspec.structs.replace(desk.house.registry.get(made.code).state, participants=crowd)
    found = attendance(state)
    assert [(sheet.number, sheet.of) for sheet in found] == [(n, sheets) for n in range(1, sheets + 1)]
    assert [row.number for sheet in found for row in sheet.rows] == [*range(1, people + 1), *[0] * lines]
    assert [ticket.participant.number for sheet in tickets(state) for ticket in sheet] == [
        *range(1, people + 1)
    ]
