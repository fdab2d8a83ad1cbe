"""Why an instance cannot be planned: the closed list of reasons and the exception that carries one.

The guards that raise it live in ``instance.py`` (the form) and ``feasibility.py`` (the sense).
"""

from __future__ import annotations

from typing import Final

REASONS: Final[dict[str, str]] = {
    "bad_form": "%(detail)s",
    "duplicate_participant": "%(person)s is listed twice among the participants.",
    "duplicate_table": "%(table)s is listed twice among the tables.",
    "unknown_participant": "%(where)s names %(person)s, who is not among the participants.",
    "unknown_table": "%(where)s names table number %(number)s; there are %(tables)s tables.",
    "presence_reversed": "%(person)s would leave (after round %(until)s) before coming (in round %(first)s).",
    "min_over_cap": "%(table)s asks for at least %(min)s people but has %(cap)s seats.",
    "too_few_seats": "Round %(round)s: %(people)s people, but only %(seats)s seats.",
    "too_few_people": "Round %(round)s: %(people)s people, but the tables ask for at least %(min)s.",
    "two_hosts_at_one_table": "Round %(round)s: %(person)s and %(other)s both host %(table)s.",
    "host_of_two_tables": "Round %(round)s: %(person)s hosts both %(table)s and %(other)s.",
    "host_absent": "Round %(round)s: %(person)s hosts %(table)s but is not present.",
    "unknown_round": "%(where)s names round %(round)s; there are %(rounds)s.",
    "host_table_closed": "Round %(round)s: %(person)s hosts %(table)s, which has no seats.",
    "locked_twice": "Round %(round)s, already played: %(person)s sits at both %(table)s and %(other)s.",
    "locked_but_absent": "Round %(round)s, already played: %(person)s sits at %(table)s but was not present.",
    "too_many_locked": "%(locked)s rounds are already played, but the plan has only %(rounds)s.",
    "locked_too_wide": "%(where)s has %(found)s tables; there are %(tables)s.",
    "pinned_twice": "Round %(round)s: %(person)s is pinned to both %(table)s and %(other)s.",
    "pinned_while_absent": "Round %(round)s: %(person)s is pinned to %(table)s but is not present.",
    "too_many_fixed": "Round %(round)s: %(people)s people must sit at %(table)s, which has %(seats)s seats.",
    "too_few_to_move": "Round %(round)s: %(people)s people, but %(min)s are needed around fixed seats.",
    "too_few_stations": "%(person)s is there for %(rounds)s more rounds, but %(stations)s stations are new.",
    "station_too_small": "%(people)s people must still visit %(table)s; it has %(seats)s seats in all.",
    "stations_too_small": "If nobody visits a station twice, %(seats)s seats serve %(people)s visits.",
    "station_minimum_too_high": "%(table)s asks for %(min)s visits; %(people)s people have not been there.",
    "pinned_to_a_visited_station": "Round %(round)s: %(person)s is pinned to %(table)s again.",
    "request_of_one": "%(where)s names %(person)s twice.",
    "apart_and_together": "%(person)s and %(other)s are to sit apart, but also together.",
    "apart_at_one_table": "Round %(round)s: %(person)s and %(other)s, to be apart, are fixed at %(table)s.",
    "together_at_two_tables": (
        "Round %(round)s: %(person)s is fixed at %(table)s, %(other)s, to sit there too, at %(second)s."
    ),
    "together_too_many": "Round %(round)s: %(people)s are to sit together; no table has %(count)s seats.",
    "together_at_a_visited_station": "Round %(round)s: together, %(person)s would visit %(table)s again.",
    "requests_not_met": "Round %(round)s: no plan was found that keeps %(person)s and %(other)s %(wish)s.",
    "no_plan_found": "No plan was found where nobody visits a station twice. More seats would help.",
}
"""Every code with its English sentence (a gettext msgid, translated elsewhere). Rounds in it count from 1."""


class InstanceRefused(ValueError):
    """An instance that cannot be planned: ``code`` is a key of REASONS, ``params`` fill its sentence.

    ``where`` points into the instance, as ``tables[2].cap`` or ``hosts[0]``.
    """

    def __init__(self, code: str, where: str, **params: str | int) -> None:
        self.code = code
        self.where = where
        self.params: dict[str, str | int] = {"where": where, **params}
        super().__init__(f"{where}: {REASONS[code] % self.params}")
