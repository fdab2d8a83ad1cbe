"""What stands on printed paper: which sheets there are, and what is on each, from a workshop's state.

Everything here is plain data without words of ours; those are in templates/print, one file a kind. Neighbour:
paper.py answers the requests.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any, Final, NamedTuple, TypeVar

from facilitation.domain.refusals import N_
from facilitation.domain.workshop import Participant, Person, Round, Table, Workshop

TICKETS_A_SHEET: Final = 8
ROWS_A_SHEET: Final = 18
_SPARE_ROWS: Final = 3
"""Room on the attendance list for those who come unannounced."""

STEPS: Final = (0.0, 0.05, 0.15, 0.5, 0.85, 1.0)
"""When a round's steps begin, as shares of its length: welcome, sum up, question, write, last minutes, hand
over. Of 20 minutes one is for the welcome, two are for the summary, three for the end."""

Thing = TypeVar("Thing")


class Seat(NamedTuple):
    """A line of a ticket: the table in this round, None while nobody has said which."""

    round: int
    table: Table | None


class Ticket(NamedTuple):
    """What one person takes along. `hosts` is the table where this person stays, `seats` is empty before
    seats are dealt."""

    participant: Participant
    person: Person
    hosts: Table | None
    seats: list[Seat]


class Rhythm(NamedTuple):
    """Rounds of the same length, and what the clock shows, in whole minutes, when each of STEPS begins."""

    rounds: list[Round]
    minutes: int
    clock: list[int]


class HostSheet(NamedTuple):
    """One table's sheet for its host. `host` is the host's name where one is known, `questions` are those of
    the rounds."""

    table: Table
    host: str
    rhythms: list[Rhythm]
    questions: list[Round]
    rounds: list[Round]


class Form(NamedTuple):
    """A sheet for ideas of one table in one round, under the heading and question they belong to."""

    table: Table
    round: Round
    heading: str
    question: str


class Row(NamedTuple):
    """A line of the attendance list; an empty one, for somebody unannounced, has the number 0."""

    number: int
    person: Person
    sector: str


class AttendanceSheet(NamedTuple):
    """One sheet of the attendance list: which it is, of how many, and its lines."""

    number: int
    of: int
    rows: list[Row]


class Kind(NamedTuple):
    """Something to print: its name, a sentence of advice, and its sheets of A4 for a workshop."""

    title: str
    advice: str
    sheets: Callable[[Workshop], Sequence[Any]]


def tables(state: Workshop) -> list[Table]:
    """One sheet a table, by number; none for a closed one."""
    return sorted(state.open_tables, key=lambda table: table.number)


def rounds(state: Workshop) -> list[Round]:
    """The rounds there are, skipped ones left out."""
    return [each for number, each in sorted(state.rounds.items()) if each.status != "skipped"]


def tickets(state: Workshop) -> list[list[Ticket]]:
    """Sheets of tickets for everybody who is in the room or expected, by number."""
    coming = (each for each in state.participants.values() if each.present or each.expected)
    people = sorted(coming, key=lambda each: each.number)
    return _portions([_ticket(state, each) for each in people], TICKETS_A_SHEET)


def host_sheets(state: Workshop) -> list[HostSheet]:
    """One sheet a table, whether it has a host yet or not."""
    planned = rounds(state)
    asked = [each for each in planned if each.question]
    return [
        HostSheet(table, state.person(table.host).name, rhythms(planned), asked, planned)
        for table in tables(state)
    ]


def rhythms(planned: Iterable[Round]) -> list[Rhythm]:
    """The rounds gathered by their length, in the order in which each length comes first."""
    by_length: dict[int, list[Round]] = {}
    for each in planned:
        by_length.setdefault(each.minutes, []).append(each)
    return [Rhythm(same, minutes, _clock(minutes)) for minutes, same in by_length.items()]


def forms(state: Workshop) -> list[Form]:
    """One sheet for each table in each round, round by round, as they are handed out."""
    return [_form(state, table, each) for each in rounds(state) for table in tables(state)]


def attendance(state: Workshop) -> list[AttendanceSheet]:
    """Everybody who has joined or is expected, and empty lines to the end of the last sheet."""
    people = sorted(state.participants.values(), key=lambda each: each.number)
    rows = [Row(each.number, state.person(each.id), each.sector) for each in people]
    rows += [Row(0, Person(), "")] * _SPARE_ROWS
    rows += [Row(0, Person(), "")] * (-len(rows) % ROWS_A_SHEET)
    portions = _portions(rows, ROWS_A_SHEET)
    return [AttendanceSheet(number, len(portions), portion) for number, portion in enumerate(portions, 1)]


def _ticket(state: Workshop, participant: Participant) -> Ticket:
    hosted = state.tables.get(state.hosts.get(participant.id, ""))
    seats = [
        Seat(each.number, state.tables.get(participant.seats.get(each.number, ""))) for each in rounds(state)
    ]
    seated = any(seat.table for seat in seats)
    return Ticket(participant, state.person(participant.id), hosted, seats if seated else [])


def _form(state: Workshop, table: Table, planned: Round) -> Form:
    area = state.areas.get(table.area or planned.area)
    heading = table.topic or (area.title if area else "")
    return Form(table, planned, heading, table.question or planned.question)


def _clock(minutes: int) -> list[int]:
    """Minutes left, rounded half up, so that no step of a short round comes before the one above it."""
    return [int(minutes * (1 - share) + 0.5) for share in STEPS]


def _portions(things: Iterable[Thing], size: int) -> list[list[Thing]]:
    waiting = iter(things)
    return list(iter(lambda: list(islice(waiting, size)), []))


KINDS: Final = {
    "poster": Kind(
        N_("Poster: the way in"),
        N_("Hang it at the door and beside the board; the QR code can be scanned from two steps away."),
        lambda state: [state],
    ),
    "cards": Kind(
        N_("Table cards"),
        N_("Print on thick paper and fold in the middle: each stands up and is read from both sides."),
        tables,
    ),
    "hosts": Kind(
        N_("Sheets for the hosts"),
        N_("Hand them out a quarter of an hour before the start and go through the six steps together."),
        host_sheets,
    ),
    "tickets": Kind(
        N_("Seat tickets"),
        N_(
            "Print them after the seats are dealt, and cut along the lines. "
            "The QR code turns any phone into this person's: give each ticket to its owner only."
        ),
        tickets,
    ),
    "forms": Kind(
        N_("Idea forms"),
        N_("For those who don't write on a phone: lay them out round by round, and type them in later."),
        forms,
    ),
    "participants": Kind(
        N_("Attendance list"),
        N_("Have it signed at the door; it holds personal data, so keep it as your institution's rules say."),
        attendance,
    ),
}
"""What can be printed, by the last word of its address, in the order in which it is needed."""
