"""The protokół: the whole of a small one, word for word, in both languages, and what it never tells."""

from __future__ import annotations

from datetime import date, timedelta, timezone

import pytest

from facilitation import charter
from facilitation.domain import events as e
from facilitation.domain.apply import apply
from facilitation.domain.workshop import Workshop
from tests.charter.small import told

DAY = date(2019, 10, 28)
ZONE = timezone(timedelta(hours=1))  # Warsaw in winter
NINE = 1_572_249_600_000  # 09:00 in Warsaw
MINUTE = 60_000


def held(language: str, title: str, purpose: str, topic: str, question: str) -> Workshop:
    """Two rounds held of three, the second longer than planned; three ideas, one of them late, one hidden."""
    area = e.PlannedArea("r", topic, question, "rules")
    made = e.WorkshopCreated(
        *("SMALL", NINE, title, "", language, "stations", (area,)),
        *(
            (e.PlannedTable("T1", topic, question, "r"),),
            (e.PlannedRound(20), e.PlannedRound(15), e.PlannedRound(10)),
        ),
        purpose=purpose,
    )
    state = apply(None, made)
    for number, sector in enumerate(["NGO", "", "NGO"], 1):
        state = apply(state, e.ParticipantJoined(f"P{number}", NINE, sector))
    for number, begun, ended in ((1, 0, 20), (2, 25, 47)):
        state = apply(state, e.RoundOpened(number, NINE + begun * MINUTE, NINE))
        state = apply(state, e.RoundClosed(number, NINE + ended * MINUTE))
    state = apply(state, e.RoundSkipped(3))
    state = told(state, ("r", "Raz w miesiącu", 2), theme="Spotkania")
    state = apply(state, e.IdeaPosted("I2", "krótko | i na temat", "T1", 2, NINE, "r", late=True))
    state = apply(state, e.IdeaPosted("I3", "sekret", "T1", 2, NINE, "r", by_moderator=True))
    return apply(state, e.IdeaHidden("I3"))


POLISH = """# Protokół z~warsztatu „Karta w~Dąbrowie”

- **Data warsztatu:** 28~października~2019~r.
- **Miejsce:** Dąbrowa
- **Godziny:** 09:00–09:47
- **Warsztat prowadzili:** (do uzupełnienia)

## Cel

Chcemy się umówić.

## Pytania

- Zasady: Na co się umawiamy?

## Uczestnicy

W~warsztacie wzięły udział 3 osoby. Rozmawiano przy 1 stoliku.

| Środowisko | Liczba osób |
| --- | --- |
| NGO | 2 |
| nie podano | 1 |

## Przebieg

| Runda | Początek | Koniec | Planowany czas | Rzeczywisty czas |
| --- | --- | --- | --- | --- |
| 1 | 09:00 | 09:20 | 20 min | 20 min |
| 2 | 09:25 | 09:47 | 15 min | 22 min |
| 3 | pominięta | – | 10 min | – |

## Pomysły zapisane przy stolikach

Pomysły są przytoczone słowo w~słowo.

### Stolik 1: Zasady

#### Runda 1

- **1** Raz w miesiącu (poparcie~2)

#### Runda 2

- **2** krótko &#124; i na temat (dopisany po zakończeniu rundy)

## Tematy

Tematy uporządkowano według liczby osób, które zapisały lub poparły ich pomysły.

### Zasady

| Temat | Osoby | Łączne poparcie | Pomysły |
| --- | --- | --- | --- |
| Spotkania | 3 | 2 | 1 |

## Jak powstały tematy

Pomysły pogrupowała w~tematy osoba prowadząca.

- Tematy utworzone lub poprawione przez osobę prowadzącą: 1
- Tematy pozostawione tak, jak zaproponował je program: 0
- Pomysły przypisane do tematu przez osobę prowadzącą: 1
- Pomysły przypisane do tematu przez program: 0
- Pomysły bez tematu: 1
- Pomysły ukryte przez osobę prowadzącą, których treści się nie podaje: 1

## Dalsze kroki

| Co | Kto | Do kiedy |
| --- | --- | --- |
|  |  |  |
|  |  |  |
|  |  |  |
|  |  |  |

- **Data następnego spotkania:** (do uzupełnienia)

## Statystyka

Liczby obejmują pomysły widoczne dla wszystkich.

### Pomysły według rund

| Runda | Pomysły |
| --- | --- |
| Runda 1 | 1 |
| Runda 2 | 1 |

### Kto był słyszany

Ile osób zapisało przy stoliku co najmniej jeden pomysł i~z~ilu środowisk pochodziły. \
Tam, gdzie pisały mniej niż 3 osoby, liczby środowisk się nie podaje.

| Stolik | Runda | Osoby przy stoliku | Osoby, które pisały | Środowiska |
| --- | --- | --- | --- | --- |
| 1 | 1 | – | 1 | – |

**Protokół sporządzili:** (do uzupełnienia)
"""

ENGLISH = """# Record of the workshop “A charter”

- **Date of the workshop:** 28~October~2019
- **Place:** Leeds
- **Time:** 09:00–09:47
- **Moderated by:** (to be filled in)

## Purpose

We want to agree.

## Questions

- Rules: What do we agree on?

## Participants

3 people took part in the workshop. Talks were held at 1 table.

| Sector | People |
| --- | --- |
| NGO | 2 |
| not given | 1 |

## Timetable

| Round | Beginning | End | Planned length | Actual length |
| --- | --- | --- | --- | --- |
| 1 | 09:00 | 09:20 | 20 min | 20 min |
| 2 | 09:25 | 09:47 | 15 min | 22 min |
| 3 | skipped | – | 10 min | – |
"""


def test_a_polish_protokol_reads_like_this():
    state = held("pl", "Karta w Dąbrowie", "Chcemy się umówić.", "Zasady", "Na co się umawiamy?")
    assert charter.to_report_markdown(state, DAY, ZONE, "Dąbrowa") == POLISH.replace("~", "\u00a0")


def test_an_english_record_begins_like_this():
    state = held("en", "A charter", "We want to agree.", "Rules", "What do we agree on?")
    written = charter.to_report_markdown(state, DAY, ZONE, "Leeds")
    assert written.startswith(ENGLISH.replace("~", "\u00a0"))


@pytest.mark.parametrize("language", ["pl", "en"])
def test_a_round_that_is_open_has_no_end_yet_and_one_to_come_no_times(language):
    state = held(language, "Karta", "", "Zasady", "Na co?")
    planned = apply(state, e.RoundAdded(4, 5))
    rows = {
        "pl": ("| 5 | 09:50 | trwa |", "| 4 | nie odbyła się |"),
        "en": ("| 5 | 09:50 | still open |", "| 4 | not held |"),
    }
    opened = apply(apply(planned, e.RoundAdded(5, 5)), e.RoundOpened(5, NINE + 50 * MINUTE, NINE))
    written = charter.to_report_markdown(opened, DAY, ZONE)
    assert [row in written for row in rows[language]] == [True, True]


def test_what_the_machine_grouped_is_told_as_the_machines():
    state = held("pl", "Karta", "", "Zasady", "Na co?")
    state = told(state, ("r", "Piszemy krótko", 0), theme="Piszemy krótko", kept=False)
    written = charter.to_report_markdown(state, DAY, ZONE)
    assert "Program zestawił pomysły o\u00a0podobnej treści" in written
    assert "Tematy pozostawione tak, jak zaproponował je program: 1\n" in written
    assert "Pomysły przypisane do tematu przez program: 1\n" in written


def test_a_question_of_a_round_that_is_not_an_areas_is_told():
    state = apply(held("pl", "Karta", "", "Zasady", "Na co?"), e.RoundEdited(2, 15, "A dlaczego?"))
    assert "- Runda 2: A\u00a0dlaczego?\n" in charter.to_report_markdown(state, DAY, ZONE)


def test_where_every_idea_was_typed_in_by_the_moderator_that_is_said_once():
    state = held("pl", "Karta", "", "Zasady", "Na co?")
    for idea in ("I1", "I2"):
        state = apply(state, e.IdeaHidden(idea))
    for number, text in ((4, "z kartki"), (5, "z drugiej kartki")):
        state = apply(state, e.IdeaPosted(f"I{number}", text, "T1", 1, NINE, "r", by_moderator=True))
    told = charter.to_report_markdown(state, DAY, ZONE).replace("\u00a0", " ")
    assert "słowo w słowo. Wszystkie wpisała osoba prowadząca.\n" in told
    assert [line for line in told.splitlines() if "kartki" in line] == [
        "- **4** z kartki",
        "- **5** z drugiej kartki",
    ]
    mixed = charter.to_report_markdown(apply(state, e.IdeaRestored("I1")), DAY, ZONE).replace("\u00a0", " ")
    assert "- **4** z kartki (wpisany przez osobę prowadzącą)\n" in mixed
