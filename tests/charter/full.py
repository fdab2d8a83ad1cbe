"""The sample workshop with everything a document may tell: details, logos, hand-overs, dots, objections,
agreement put twice, reservations open and hidden, declarations, next steps."""

from __future__ import annotations

import struct
import zlib
from functools import cache

from facilitation.charter import Occasion, Picture
from facilitation.domain import events as e
from facilitation.domain.apply import apply
from facilitation.domain.workshop import Person, Workshop
from tests.charter import sample
from tests.charter.sample import BEGUN_AT, MINUTE, article_about

HIDDEN_RESERVATION = "Pani Malinowska z referatu i tak tego nie zrobi"
CONTACT = "sekretariat@biblioteka.example"
WITHDRAWN = "Klub Wycofany"

DETAILS = e.WorkshopDetailed(
    place="Dąbrowa, sala konferencyjna Urzędu Miasta",
    held_on="2019-10-28",
    organiser="Miejski Ośrodek Pomocy Społecznej w Dąbrowie",
    basis="porozumienie o współpracy z 14 marca 2019 r.",
    funding="Projekt współfinansowany ze środków Europejskiego Funduszu Społecznego.",
    next_meeting="2019-11-25",
    moderators="zespół moderatorek Miejskiego Ośrodka Pomocy Społecznej",
)
TASKS = (
    ("Rozesłać projekt karty wszystkim instytucjom", "Miejski Ośrodek Pomocy Społecznej", "2019-11-08"),
    ("Zebrać uwagi prawników i radnych", "Urząd Miasta", "do połowy listopada"),
    ("Przygotować listę kontaktów", "Poradnia Psychologiczno-Pedagogiczna", ""),
)
DECLARED = (
    (
        Person("Jolanta Wierzbicka", "Miejska Biblioteka Publiczna", "dyrektorka", CONTACT),
        "kultura",
        "Prowadzenie zajęć dla dzieci i dorosłych, wypożyczanie sprzętu.",
        "Trzy filie z czytelniami, sala na 60 osób, samochód dostawczy.",
        "Miejsce na spotkania zespołu, zbieranie zgłoszeń od mieszkańców.",
    ),
    (
        Person("Marek Sobczak", "Stowarzyszenie „Dom z Oknami”", "prezes zarządu", "tel. 000 000 000"),
        "organizacje pozarządowe",
        "Praca środowiskowa, poradnictwo rodzinne.",
        "Ośmioro streetworkerów, dyżury popołudniowe.",
        "Wyjście do ludzi, którzy sami nie przyjdą do urzędu.",
    ),
)


def png(width: int, height: int, shade: int) -> bytes:
    """A plain PNG."""
    rows = b"".join(b"\0" + bytes([shade, 80, 160]) * width for _ in range(height))
    parts = [
        (b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )


LOGOS = (
    Picture(png(300, 100, 20), "image/png", "Fundusze Europejskie – znak programu", 300, 100),
    Picture(png(120, 120, 200), "image/png", "Herb miasta Dąbrowa", 120, 120),
)


def occasion(zone) -> Occasion:
    """When the sample was held, with its logos."""
    return Occasion(None, zone, LOGOS)


@cache
def workshop() -> Workshop:
    """The sample after all of that."""
    return _steps(_declared(_answered(_voted(_talked(apply(sample.workshop(), DETAILS))))))


def _talked(state: Workshop) -> Workshop:
    at = BEGUN_AT + 18 * MINUTE
    told = (
        ("T1", "Nikt nie zostaje sam – to wraca w każdej rozmowie.\nRodzina mówi raz.", 1),
        ("T1", "Nikt nie zostaje sam, a rodzina opowiada swoją historię tylko raz.", 2),
        ("T3", "Spotkania raz w miesiącu; spieramy się, kto je zwołuje.", 3),
    )
    for table, text, number in told:
        state = apply(state, e.HandoverWritten(table, text, number, at))
    posts = (
        e.IdeaPosted(
            "I56",
            "Raz w miesiącu to za często, raz na kwartał",
            "T3",
            2,
            at,
            "zasady_pracy",
            "P3",
            objects=True,
            builds_on="I33",
        ),
        e.IdeaPosted(
            "I57",
            "Jedna osoba pilnuje kalendarza spotkań",
            "T3",
            3,
            at,
            "zasady_pracy",
            builds_on="I33",
            by_table=True,
        ),
        e.IdeaPosted(
            "I58", "Nie zgadzam się na wspólną bazę danych", "T4", 3, at, "komunikacja", "P9", objects=True
        ),
    )
    for post in posts:
        state = apply(state, post)
    theme = state.articles[article_about(state, "Spotkania")].theme
    state = apply(state, e.IdeaPlaced("I56", theme))
    return apply(
        apply(state, e.IdeaPlaced("I57", theme)),
        e.ArticleLinked(article_about(state, "Spotkania"), ("I56", "I57")),
    )


def _voted(state: Workshop) -> Workshop:
    state = apply(state, e.VotingOpened(tuple(state.areas), BEGUN_AT, dots=3))
    for number, theme in enumerate(state.themes, 1):
        for voter in range(1, number % 5 + 2):
            state = apply(state, e.DotsSpent(theme, f"P{voter}", voter % 3 + 1))
    theme = state.articles[article_about(state, "Decyzje")].theme
    reason = "Większość nie może decydować o zadaniach instytucji, która się na nie nie zgadza."
    return apply(apply(state, e.ThemeObjected(theme, "P7", reason, BEGUN_AT)), e.VotingClosed(BEGUN_AT))


def _answered(state: Workshop) -> Workshop:
    meetings, decisions = article_about(state, "Spotkania"), article_about(state, "Decyzje")
    put = tuple(a.id for a in state.articles.values() if not a.dropped)
    state = apply(state, e.AgreementOpened(put, BEGUN_AT))
    for number in range(1, 21):
        said = "reservation" if number % 4 == 0 else "agree"
        state = apply(
            state,
            e.ArticleAnswered(meetings, f"P{number}", said, BEGUN_AT, "Za często" if number == 4 else ""),
        )
    reworded = "Spotykamy się raz w miesiącu, zawsze w ten sam dzień, a w wakacje raz na dwa miesiące."
    state = apply(state, e.ArticleReworded(meetings, reworded, BEGUN_AT + MINUTE))
    state = apply(state, e.AgreementOpened((meetings,), BEGUN_AT + 2 * MINUTE))
    for article in put:
        for number in range(1, 19):
            said = ("agree", "agree", "agree", "live_with")[number % 4]
            state = apply(state, e.ArticleAnswered(article, f"P{number}", said, BEGUN_AT))
    told = ("Co z instytucjami, które zagłosują przeciw?", "Wolimy zgodę wszystkich", HIDDEN_RESERVATION)
    for number, reason in enumerate(told, 19):
        state = apply(state, e.ArticleAnswered(decisions, f"P{number}", "reservation", BEGUN_AT, reason))
    hidden = next(
        a.number for a in state.articles[decisions].answers.values() if a.reason == HIDDEN_RESERVATION
    )
    state = apply(state, e.ReservationHidden(decisions, hidden))
    return apply(state, e.AgreementClosed(BEGUN_AT + 9 * MINUTE))


def _declared(state: Workshop) -> Workshop:
    state = apply(state, e.DeclarationsOpened(BEGUN_AT))
    for number, (person, sector, powers, resources, possibilities) in enumerate(DECLARED, 1):
        made = e.DeclarationMade(f"D{number}", BEGUN_AT, "1", "", sector, powers, resources, possibilities)
        state = apply(state, made).with_people({f"D{number}": person})
    state = apply(state, e.DeclarationMade("D3", BEGUN_AT, "1", "", "sport", "boisko"))
    state = state.with_people({"D3": Person("Osoba Wycofana", WITHDRAWN, "prezes", "x@y.example")})
    return apply(state, e.DeclarationWithdrawn("D3", BEGUN_AT)).with_people({"D3": None})


def _steps(state: Workshop) -> Workshop:
    for number, (text, who, due) in enumerate(TASKS, 1):
        state = apply(state, e.TaskAdded(f"K{number}", text, who, due))
    return state
