"""From a workshop to a seating problem and back: who is here, which rounds have begun, which table is
whose. The planning itself is facilitation/seating's; it runs in the worker for a deal, and right here for
somebody who comes late."""

import math
from typing import Final, NamedTuple

from msgspec.structs import replace

from facilitation.domain.workshop import Participant as Guest
from facilitation.domain.workshop import Workshop
from facilitation.runtime.jobs import DealJob, Dealt
from facilitation.seating import Host, Instance, Participant, Table, seat_late

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
    roomier = (_with_chairs(wanted, 1), _with_chairs(wanted, people))
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


def arrangement(workshop: Workshop, institutions: dict[str, str] | None = None) -> Arrangement:
    """The workshop as an instance. Rounds that have begun come first and are locked; tables take as many
    as it needs for everybody to sit. `institutions` adds to those the workshop knows."""
    begun = sorted((r for r in workshop.rounds.values() if r.opened_at), key=lambda r: r.opened_at)
    planned = [r for r in workshop.rounds.values() if r.status == "planned"]
    rounds = tuple(r.number for r in (*begun, *planned))
    tables = list(workshop.tables)
    chairs = max(1, math.ceil(len(workshop.present) / len(tables)))
    known = {p: person.institution for p, person in workshop.people.items()} | (institutions or {})
    people = workshop.participants.values()
    guests = [_guest(who, rounds, len(begun), workshop, known.get(who.id, "")) for who in people]
    instance = Instance(
        rounds=len(rounds),
        tables=[Table(table, chairs) for table in tables],
        participants=[guest for guest in guests if guest is not None],
        mode="carousel" if workshop.format == "stations" else "free",
        hosts=[Host(who, tables.index(table), len(begun)) for who, table in workshop.hosts.items()],
        locked=[_groups(workshop, number, tables) for number in rounds[: len(begun)]],
        previous_plan=[_groups(workshop, number, tables) for number in rounds] if workshop.dealt else None,
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
    groups: dict[str, list[str]] = {table: [] for table in tables}
    for who in workshop.participants.values():
        if number in who.seats:
            groups[who.seats[number]].append(who.id)
    return list(groups.values())


def _with_chairs(instance: Instance, more: int) -> Instance:
    return replace(instance, tables=[replace(table, cap=table.cap + more) for table in instance.tables])
