"""From a workshop to a seating problem and back: who is here, which rounds have begun, which table is
whose. The planning itself is facilitation/seating's; it runs in the worker for a deal, and right here for
somebody who comes late."""

import math
from itertools import combinations, pairwise
from typing import Final, NamedTuple

from msgspec.structs import replace

from facilitation.domain.refusals import REASONS
from facilitation.domain.workshop import Participant as Guest
from facilitation.domain.workshop import Workshop
from facilitation.runtime.jobs import DealJob, Dealt, Impossible, Reseated, ReseatJob
from facilitation.seating import Host, Instance, Participant, Pin, Table, counted, seat_late

# The planner finds most of what it will find at once; a moderator waits for the rest.
SECONDS_AT_LEAST: Final = 1.0
SECONDS_AT_MOST: Final = 5.0
PEOPLE_PER_SECOND: Final = 100


class Arrangement(NamedTuple):
    """A workshop as the planner sees it; `rounds` says which round each of the instance's is."""

    instance: Instance
    rounds: tuple[int, ...]


def deal_job(workshop: Workshop, seed: int) -> DealJob:
    """The job of dealing seats for the rounds that have not begun. Stations are given up only where nobody
    could have a seat otherwise: first with more chairs at a table, then by letting people come to a
    station again."""
    wanted = arrangement(workshop).instance
    people = len(workshop.present)
    seconds = min(SECONDS_AT_MOST, max(SECONDS_AT_LEAST, people / PEOPLE_PER_SECOND))
    if wanted.mode == "free":
        return DealJob((wanted,), seconds, seed)
    limited = {table.id for table in workshop.tables.values() if table.chairs or table.closed}
    roomier = (_with_chairs(wanted, 1, limited), _with_chairs(wanted, people, limited))
    return DealJob((wanted, *roomier, replace(wanted, mode="free")), seconds, seed)


def dealt_plan(workshop: Workshop, dealt: Dealt) -> dict[int, dict[str, str]]:
    """The reply as `Context.plan` wants it, for the workshop that the job was made from."""
    arranged = arrangement(workshop)
    tables = [table.id for table in arranged.instance.tables]
    return {
        number: {person: tables[at] for at, group in enumerate(groups) for person in group}
        for number, groups in zip(arranged.rounds, dealt.plan, strict=True)
        if workshop.rounds[number].status == "planned"
    }


def figures_by_hand(workshop: Workshop) -> dict[str, int]:
    """What the workshop's proposal comes to as it stands, after a change by hand; empty where somebody has no
    seat in it."""
    assert workshop.proposal is not None
    arranged = arrangement(workshop)
    tables = list(workshop.tables)
    proposed = workshop.proposal.seats
    seated = [
        _laid(proposed[number], tables) if number in proposed else _groups(workshop, number, tables)
        for number in arranged.rounds
    ]
    report = counted(arranged.instance, seated)
    return report.figures() if report else {}


def seats_for(
    workshop: Workshop, participant: str, sector: str = "", institution: str = ""
) -> dict[int, str]:
    """Seats for somebody who comes, or comes back, when seats have been dealt: round → table, nobody else
    moves. Somebody new needs no number yet; any id that nobody has will do."""
    who = workshop.participants.get(participant) or Guest(participant, 0, sector, 0)
    people = {**workshop.participants, participant: replace(who, present=True)}
    known = {participant: institution} if institution else {}
    arranged = arrangement(replace(workshop, participants=people), known)
    late = seat_late(arranged.instance, participant).table_by_round
    seats = {arranged.rounds[at]: table for at, table in late.items()}
    return {n: table for n, table in seats.items() if workshop.rounds[n].status in ("open", "planned")}


def reseat_job(workshop: Workshop, people: tuple[str, ...]) -> ReseatJob:
    """The job of finding seats for people who lack some in rounds to come; nobody else moves."""
    return ReseatJob(arrangement(workshop).instance, people)


def reseats(workshop: Workshop, reply: Reseated) -> dict[str, dict[int, str]]:
    """The reply as `Context.reseats` wants it, for the workshop that the job was made from."""
    rounds = arrangement(workshop).rounds
    return {who: {rounds[at]: table for at, table in seats.items()} for who, seats in reply.seats.items()}


def why_impossible(workshop: Workshop, reply: Impossible) -> dict[str, str | int]:
    """What a refusal's sentence needs to say why there is no plan, in words of the room: a round's number, a
    table's number, a person's name. Empty where no moderator could do anything about the reason."""
    told = dict(reply.params)
    for field in ("person", "other"):
        if (who := workshop.participants.get(str(told.get(field)))) is not None:
            told[field] = workshop.person(who.id).name or f"#{who.number}"
    for field in ("table", "second"):
        if (table := workshop.tables.get(str(told.get(field)))) is not None:
            told[field] = table.number
    if isinstance(told.get("round"), int):
        told["round"] = arrangement(workshop).rounds[int(told["round"]) - 1]
    return {"reason": reply.code, **told} if reply.code in REASONS else {}


def arrangement(workshop: Workshop, institutions: dict[str, str] | None = None) -> Arrangement:
    """The workshop as an instance. Rounds that have begun come first and are locked. `institutions`
    adds to those the workshop knows."""
    begun = sorted((r for r in workshop.rounds.values() if r.opened_at), key=lambda r: r.opened_at)
    planned = [r for r in workshop.rounds.values() if r.status == "planned"]
    rounds = tuple(r.number for r in (*begun, *planned))
    tables = list(workshop.tables)
    known = {p: person.institution for p, person in workshop.people.items()} | (institutions or {})
    people = workshop.participants.values()
    guests = [_guest(who, rounds, len(begun), workshop, known.get(who.id, "")) for who in people]
    instance = Instance(
        rounds=len(rounds),
        tables=_tables(workshop),
        participants=[guest for guest in guests if guest is not None],
        mode="carousel" if workshop.format == "stations" else "free",
        hosts=[Host(who, tables.index(table), len(begun)) for who, table in workshop.hosts.items()],
        locked=[_groups(workshop, number, tables) for number in rounds[: len(begun)]],
        previous_plan=[_groups(workshop, number, tables) for number in rounds] if workshop.dealt else None,
        pinned=_pins(workshop, rounds, tables),
        apart=_pairs(workshop, "apart"),
        together=_pairs(workshop, "together"),
    )
    return Arrangement(instance, rounds)


def _guest(
    who: Guest, rounds: tuple[int, ...], begun: int, workshop: Workshop, institution: str
) -> Participant | None:
    """Somebody as the planner sees him or her: there from the first round with a seat on. Whoever left
    counts for the rounds that were, and is None without any."""
    sat = [at for at, number in enumerate(rounds[:begun]) if number in who.seats]
    going_on = begun - 1 if workshop.open_round else begun
    first = sat[0] if sat else going_on
    until = None if who.present else sat[-1] + 1 if sat else 0
    if until == 0:
        return None
    # Institutions are compared, never shown.
    return Participant(who.id, who.sector or None, institution.casefold() or None, first, until)


def _groups(workshop: Workshop, number: int, tables: list[str]) -> list[list[str]]:
    people = workshop.participants.values()
    return _laid({who.id: who.seats[number] for who in people if number in who.seats}, tables)


def _laid(seats: dict[str, str], tables: list[str]) -> list[list[str]]:
    """Who sits at each of the tables; a table that is gone seats nobody."""
    groups: dict[str, list[str]] = {table: [] for table in tables}
    for who, table in seats.items():
        if table in groups:
            groups[table].append(who)
    return list(groups.values())


def _with_chairs(instance: Instance, more: int, counted: set[str]) -> Instance:
    """The instance with more chairs at the tables where they are not counted."""
    tables = [
        table if table.id in counted else replace(table, cap=table.cap + more) for table in instance.tables
    ]
    return replace(instance, tables=tables)


def _tables(workshop: Workshop) -> list[Table]:
    """Every table with its chairs: none where it is closed, as many as it needs for everybody to sit where
    they are not counted."""
    people, open_ = len(workshop.present), workshop.open_tables
    uncounted = sum(not table.chairs for table in open_)
    counted = sum(table.chairs for table in open_)
    even = math.ceil(people / max(1, len(open_)))
    rest = math.ceil(max(0, people - counted) / max(1, uncounted))
    chairs = max(1, even, rest)
    return [
        Table(table.id, 0 if table.closed else table.chairs or chairs) for table in workshop.tables.values()
    ]


def _pins(workshop: Workshop, rounds: tuple[int, ...], tables: list[str]) -> list[Pin]:
    """The pins of people who are here, in rounds to come; a host's table counts before a pin."""
    hosts = workshop.hosts
    return [
        Pin(who.id, tables.index(table), rounds.index(number))
        for who in workshop.present
        for number, table in who.pins.items()
        if who.id not in hosts and workshop.rounds[number].status == "planned"
    ]


def _pairs(workshop: Workshop, kind: str) -> list[tuple[str, str]]:
    """Requests as pairs of people who are here: each with each who is apart, each with the next together."""
    here = {who.id for who in workshop.present}
    pairs: list[tuple[str, str]] = []
    for request in workshop.requests.values():
        people = [who for who in request.participants if who in here]
        if request.kind == kind:
            pairs += combinations(people, 2) if kind == "apart" else pairwise(people)
    return pairs
