"""What is downloaded holds every visible idea and nothing hidden, and nobody's words do harm in it."""

from __future__ import annotations

import csv
import io
import json
import re
import uuid
import zipfile
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.charter import PAPERS, Occasion
from facilitation.domain.text import clean
from facilitation.domain.workshop import (
    Area,
    Article,
    Idea,
    Participant,
    Person,
    Round,
    Table,
    Theme,
    Wording,
)
from facilitation.domain.workshop import Workshop as State
from facilitation.web.exports import EXPORTS
from tests.web.conftest import Desk, Workshop

NOW = 1_792_000_000_000
MARKUP = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "![](http://evil.example/x.png)",
    "# not a heading",
    "1. not a list",
    "***",
    "---",
    "| a | b |",
    "> quoted",
    "`code` ~~~ ``` &lt;b&gt; &#60;",
    "<!-- comment",
    "]]></w:t><w:r>",
    "=HYPERLINK(\"http://evil.example\")",
    "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "'=1+1", "\u202e=abc",
    "; DROP TABLE entries;--", "\\u0000", "%s %(code)s {code}", "a,b\"c;d",
]  # fmt: skip
WORDS = st.one_of(
    st.sampled_from(MARKUP),
    st.text(max_size=60),
    st.text("<>&\"'=+-@|#*_`[]()!\\~\n\r\t;,:/.1 ", min_size=1, max_size=40),
    st.builds("{}{}".format, st.sampled_from(MARKUP), st.text(max_size=30)),
)
PLAIN_ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "main", "article", "div", "p", "blockquote", "a"),
    *("h1", "h2", "h3", "h4", "ul", "li", "strong", "table", "caption", "thead", "tbody", "tr", "th", "td"),
    *("header", "footer", "section", "figure", "details", "summary"),
    *("svg", "path", "rect", "circle", "g", "text"),
}
PLAIN_ATTRIBUTES = {
    *("lang", "charset", "name", "content", "class", "id", "href", "scope", "role"),
    *("aria-labelledby", "aria-hidden", "viewbox", "x", "y", "cx", "cy", "r", "rx", "width", "height", "d"),
    *("fill", "fill-opacity", "stroke", "stroke-width", "text-anchor"),
}
PAGES = [name for name in EXPORTS if name.endswith(".html")]
WORD_FILES = [name for name in EXPORTS if name.endswith(".docx")]


class Elements(HTMLParser):
    """Every element of a page with its attributes, and all its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def download(desk: Desk, workshop: Workshop, name: str) -> bytes:
    """One download, as the moderator gets it."""
    answer = desk.program("GET", f"/w/{workshop.code}/{name}", workshop.moderator)
    assert answer.status_code == 200
    return answer.data


def raw(texts: list[str], title: str, institution: str, sector: str) -> State:
    """A state in which everybody's words stand as typed, as if nothing had cleaned them on the way in."""
    areas = {
        "wartosci": Area("wartosci", title, title, "values", 1),
        "zasady": Area("zasady", title, "", "rules", 2),
    }
    ideas, themes, articles = {}, {}, {}
    for number, text in enumerate(texts, 1):
        area = list(areas)[number % 2]
        ideas[f"I{number}"] = Idea(
            f"I{number}", number, text, "P1", area, "T1", 1, at=NOW, theme=f"M{number}"
        )
        themes[f"M{number}"] = Theme(f"M{number}", number, area, text, kept=True)
        says = (Wording(text, NOW, "moderator"),)
        articles[f"A{number}"] = Article(
            f"A{number}", number, area, f"M{number}", (f"I{number}",), says, number
        )
    return State(
        code="BCDFGHJK",
        created_at=NOW,
        title=title,
        purpose=title,
        scenario="pzk",
        language="pl",
        format="stations",
        areas=areas,
        sectors=(sector,),
        tables={"T1": Table("T1", 1, title, title, "wartosci")},
        rounds={1: Round(1, 20, title, "", "closed", NOW, NOW + 1, NOW + 2)},
        participants={"P1": Participant("P1", 1, sector, NOW, ideas=tuple(ideas))},
        people={"P1": Person("Jadwiga Zając", institution)},
        ideas=ideas,
        themes=themes,
        articles=articles,
    )


def rows(data: bytes) -> list[dict[str, str]]:
    """The rows of a CSV that begins with the mark by which Excel knows UTF-8."""
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def readable(name: str, data: bytes) -> bytes:
    """Everything that is written in a download, unpacked where it is a package."""
    if not name.endswith((".docx", ".xlsx")):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return b"".join(packed.read(part) for part in packed.namelist())


def written(name: str, state: State) -> bytes:
    """One paper of a state that no journal holds."""
    return PAPERS[name].write(state, Occasion(date(2026, 10, 14)))


FROM_WORDS = given(
    state=st.builds(
        raw, st.lists(WORDS, min_size=1, max_size=5), title=WORDS, institution=WORDS, sector=WORDS
    )
)
PROPERTY = settings(max_examples=20, deadline=None)
SLOW_PROPERTY = settings(PROPERTY, max_examples=5)


@PROPERTY
@FROM_WORDS
def test_the_pages_have_only_plain_elements(state: State):
    for name in PAGES:
        page = Elements(written(name, state).decode("utf-8"))
        attributes = {name for _, found in page.found for name in found}
        leads_to = [found["href"] or "" for tag, found in page.found if tag == "a" and "href" in found]
        assert (name, {tag for tag, _ in page.found} - PLAIN_ELEMENTS) == (name, set())
        assert (name, attributes - PLAIN_ATTRIBUTES) == (name, set())
        assert [
            address for address in leads_to if not re.fullmatch(r"#(idea|article)-[0-9-]+", address)
        ] == []


@PROPERTY
@FROM_WORDS
def test_charter_and_protokol_have_every_word_as_text(state: State):
    for name in ("charter.html", "report.html"):
        page = Elements(written(name, state).decode("utf-8"))
        assert (name, [text for text in shown(state) if text not in page.text]) == (name, [])


@PROPERTY
@FROM_WORDS
def test_markdown_has_no_element_but_anchors_and_no_control_character(state: State):
    for name in ("charter.md", "report.md"):
        text = written(name, state).decode("utf-8")
        assert re.findall(r"<(?!a id=\"(?:idea|article)-[0-9-]+\">|/a>)", text) == []
        assert re.findall("[\u0000-\u0009\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]", text) == []


@SLOW_PROPERTY
@FROM_WORDS
def test_the_word_files_open_and_the_charter_has_every_idea_in_a_cell(state: State):
    words = {name: Document(io.BytesIO(written(name, state))) for name in WORD_FILES}
    tables = words["charter.docx"].tables
    cells = {cell.text for table in tables for row in table.rows for cell in row.cells}
    assert [text for text in shown(state) if text not in cells] == []


@PROPERTY
@FROM_WORDS
def test_no_cell_of_the_csv_is_a_formula_and_every_idea_is_in_its_row(state: State):
    found = rows(written("ideas.csv", state))
    cells = [cell for row in found for cell in row.values()]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))] == []
    assert [row["text"].lstrip("'") for row in found] == [
        clean(i.text).lstrip("'") for i in state.ideas.values()
    ]


def shown(state: State) -> list[str]:
    """What the documents show of each idea."""
    return [clean(idea.text) or "…" for idea in state.ideas.values()]


def test_the_journal_is_one_entry_a_line_whatever_is_in_it(desk: Desk, workshop: Workshop):
    kept = [text for text in MARKUP if post(desk, workshop, text)["ok"]]
    lines = download(desk, workshop, "journal.jsonl").decode("utf-8").split("\n")
    entries = [json.loads(line) for line in lines[:-1]]
    posted = [entry["event"]["text"] for entry in entries if entry["event"]["type"] == "idea.posted"]
    assert (lines[-1], posted) == ("", [clean(text) for text in kept])
    assert [entry["seq"] for entry in entries] == list(range(1, len(entries) + 1))


def post(desk: Desk, workshop: Workshop, text: str) -> dict[str, Any]:
    """One idea on the first table; the answer."""
    return desk.command(workshop.code, workshop.moderator, type="idea.post", table="T1", text=text)


def test_hidden_erased_and_withdrawn_ideas_are_in_no_document(desk: Desk, workshop: Workshop):
    moderator = workshop.moderator
    kept = ["wspólny stół", "słowo obraźliwe", "nazwisko klienta", "wycofane zdanie"]
    for text in kept:
        idea = post(desk, workshop, text)["result"]["idea"]
        theme = {"type": "theme.make", "area": "aspiracja", "title": f"Temat {idea}", "ideas": [idea]}
        desk.command(workshop.code, moderator, **theme)
    desk.command(workshop.code, moderator, type="charter.draft")
    written = "Wspólny stół i nazwisko klienta."
    desk.command(workshop.code, moderator, type="article.add", area="aspiracja", text=written)
    desk.command(workshop.code, moderator, type="handover.write", table="T1", text="Nazwisko klienta")
    desk.command(workshop.code, moderator, type="idea.hide", idea="I2")
    desk.command(workshop.code, moderator, type="idea.blank", idea="I3")
    desk.command(workshop.code, moderator, type="idea.withdraw", idea="I4")
    for name in set(EXPORTS) - {"journal.jsonl"}:
        text = readable(name, download(desk, workshop, name)).replace("\u00a0".encode(), b" ")
        found = [
            idea
            for idea in kept
            if idea.casefold().encode() in text.decode(errors="replace").casefold().encode()
        ]
        tells_ideas = name.startswith(("charter", "report", "ideas", "poster"))
        assert (name, found) == (name, kept[:1] if tells_ideas else [])
    assert "nazwisko klienta" not in download(desk, workshop, "journal.jsonl").decode().casefold()


def test_no_download_names_a_person(desk: Desk, workshop: Workshop):
    desk.command(workshop.code, workshop.moderator, type="seats.deal")
    desk.command(workshop.code, workshop.moderator, type="round.open")
    post(desk, workshop, "wspólny stół")
    for name in EXPORTS:
        text = readable(name, download(desk, workshop, name))
        assert (name, b"Jadwiga" in text, "Zając".encode() in text) == (name, False, False)


def test_the_types_say_what_the_files_are(desk: Desk, workshop: Workshop):
    types = {
        name: desk.program("GET", f"/w/{workshop.code}/{name}", workshop.moderator).headers["Content-Type"]
        for name in EXPORTS
    }
    kinds = {
        "md": "text/markdown; charset=utf-8",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "html": "text/html; charset=utf-8",
        "csv": "text/csv; charset=utf-8",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "jsonl": "application/jsonl; charset=utf-8",
    }
    assert types == {name: kinds[name.partition(".")[2]] for name in EXPORTS}
    assert sorted(EXPORTS) == [
        *("charter.docx", "charter.html", "charter.md", "declarations.docx", "declarations.html"),
        *("ideas.csv", "ideas.xlsx", "journal.jsonl", "partners.docx", "partners.html", "poster.html"),
        *("report.docx", "report.html", "report.md", "statistics.html"),
    ]


@pytest.mark.parametrize(
    "name",
    ["charter", "charter.pdf", "CHARTER.MD", "ideas.csv.bak", "..", "%2e%2e%2fsecret.key", "secret.key"],
)
def test_there_is_nothing_else_to_download(desk: Desk, workshop: Workshop, name: str):
    assert desk.program("GET", f"/w/{workshop.code}/{name}", workshop.moderator).status_code == 404


def test_a_workshop_in_which_nothing_was_written_has_its_documents_too(desk: Desk):
    empty = desk.make(scenario="classic", language="en")
    for name in EXPORTS:
        assert len(download(desk, empty, name)) > 0
    assert (
        uuid.UUID(json.loads(download(desk, empty, "journal.jsonl").splitlines()[0])["command"]).version == 4
    )
