"""What a command needs before it can be decided, and the domain can't know: the time, seats for somebody
who comes late, drafts, and the results of the jobs that run in the worker."""

import logging
from collections.abc import Callable
from typing import Final, NamedTuple

from facilitation.charter.drafting import compose
from facilitation.domain import commands as c
from facilitation.domain.actors import Actor
from facilitation.domain.apply import apply
from facilitation.domain.decide import decide
from facilitation.domain.decision import Context
from facilitation.domain.decisions.listing import on_the_list
from facilitation.domain.decisions.seats import without_seats
from facilitation.domain.events import ParticipantSeated
from facilitation.domain.refusals import Refusal
from facilitation.domain.workshop import Workshop
from facilitation.runtime.arrange import (
    deal_job,
    dealt_plan,
    figures_by_hand,
    reseat_job,
    reseats,
    seats_for,
    why_impossible,
)
from facilitation.runtime.batch import Batch
from facilitation.runtime.concurrency import Concurrency
from facilitation.runtime.jobs import Dealt, Impossible, Job, JobFailed, Jobs, Reply, Reseated
from facilitation.runtime.suggest import Grouping, Suggested, suggested
from facilitation.themes import Suggestion

DEAL_TIMEOUT_SECONDS: Final = 30.0
PLANNED_ARRIVALS: Final = 4

# Commands that take seats away from some, who get others in rounds to come.
_TAKING_SEATS: Final = (c.CloseTable, c.DropTable, c.AppointHost, c.ReleaseHost)

log = logging.getLogger(__name__)


class Computed(NamedTuple):
    """What jobs have found out for one command; the fields are those of the domain's Context."""

    plan: dict[int, dict[str, str]] | None = None
    plan_report: dict[str, int] = {}  # noqa: RUF012 (never written to)
    suggestion: Suggested | None = None
    reseats: dict[str, dict[int, str]] = {}  # noqa: RUF012 (never written to)


NOTHING: Final = Computed()


def _nobody_groups(area: str, fineness: float, seed: int) -> Suggestion:
    raise JobFailed("there is no themes desk here")


class Computing:
    """Does the computing for one workshop's commands."""

    def __init__(self, jobs: Jobs, concurrency: Concurrency) -> None:
        self._jobs = jobs
        self._concurrency = concurrency
        self.grouping: Grouping = _nobody_groups
        self.finish_sorting: Callable[[], None] = lambda: None

    def needs_job(self, workshop: Workshop, command: c.Command) -> bool:
        """Whether `ahead` has something to compute for the command."""
        if isinstance(command, c.OpenRound):
            return not workshop.dealt and not workshop.proposal and bool(workshop.present)
        if isinstance(command, c.DealSeats):
            return command.proposal is None
        if isinstance(command, c.CloseSorting):
            return bool(workshop.sorting)
        return isinstance(command, c.ProposeSeats | c.SuggestThemes) or (
            workshop.dealt and isinstance(command, _TAKING_SEATS)
        )

    def ahead(self, workshop: Workshop, command: c.Command, actor: Actor) -> Computed:
        """What only a job can say, on this state; the command is decided later, on a state that may be
        newer. Nothing is computed for a command that would be refused. Refuses `seats_infeasible` and
        `job_failed`."""
        if self._refused_anyway(workshop, command, actor):
            return NOTHING
        try:
            if isinstance(command, c.CloseSorting):
                self.finish_sorting()
                return NOTHING
            if isinstance(command, c.SuggestThemes):
                return self._suggestion(workshop, command)
            if isinstance(command, _TAKING_SEATS):
                return self._reseats(workshop, command, actor)
            return self._plan(workshop)
        except Exception as failure:
            # These are done in any case; the domain seats people one by one.
            if isinstance(command, (c.OpenRound, *_TAKING_SEATS)):
                return NOTHING
            if isinstance(failure, Refusal):
                raise
            log.exception("%s: nothing could be computed", workshop.code)
            raise Refusal("job_failed") from failure

    def context(self, batch: Batch, command: c.Command, actor: Actor, computed: Computed) -> Context:
        """The context to decide the command in, now, after what stands in the batch."""
        drafts = compose(batch.after, command.area) if isinstance(command, c.DraftCharter) else None
        return Context(
            actor=actor,
            at=self._concurrency.clock_ms(),
            plan=computed.plan,
            plan_report=computed.plan_report or self._by_hand(batch.after, command, actor),
            seats=self._seats(batch, command, actor),
            reseats=computed.reseats,
            suggestion=computed.suggestion,
            drafts=drafts,
        )

    def _refused_anyway(self, workshop: Workshop, command: c.Command, actor: Actor) -> bool:
        at = self._concurrency.clock_ms()
        try:
            decide(workshop, command, Context(actor=actor, at=at, plan=_anywhere(workshop)))
        except Refusal as refusal:
            return refusal.code != "nothing_to_group"
        return False

    def _plan(self, workshop: Workshop) -> Computed:
        reply = self._done(deal_job(workshop, self._concurrency.new_seed()), DEAL_TIMEOUT_SECONDS)
        if isinstance(reply, Impossible):
            log.warning("%s: no plan of seats: %s", workshop.code, reply.reason)
            raise Refusal("seats_infeasible", None, why_impossible(workshop, reply))
        assert isinstance(reply, Dealt)
        return Computed(plan=dealt_plan(workshop, reply), plan_report=reply.report)

    def _by_hand(self, workshop: Workshop, command: c.Command, actor: Actor) -> dict[str, int]:
        """What the proposal comes to once somebody has been moved, swapped or pinned in it; found out by
        deciding the command without that."""
        if workshop.proposal is None or not isinstance(command, c.MoveSeat | c.SwapSeats | c.PinSeat):
            return {}
        after = workshop
        try:
            for event in decide(
                workshop, command, Context(actor=actor, at=self._concurrency.clock_ms())
            ).events:
                after = apply(after, event)
        except Refusal:
            return {}
        if after.proposal is workshop.proposal:
            return {}
        return self._concurrency.run_blocking(lambda: figures_by_hand(after))

    def _reseats(self, workshop: Workshop, command: c.Command, actor: Actor) -> Computed:
        """Seats for those who lose theirs by the command: found out by deciding it without any."""
        at = self._concurrency.clock_ms()
        decision = decide(workshop, command, Context(actor=actor, at=at))
        people = tuple({e.participant: None for e in decision.events if isinstance(e, ParticipantSeated)})
        after = workshop
        for event in decision.events:
            if not isinstance(event, ParticipantSeated):
                after = apply(after, event)
        hosts = after.hosts
        people = tuple(who for who in people if who not in hosts)
        if not people:
            return NOTHING
        after = without_seats(after, people if isinstance(command, c.AppointHost | c.ReleaseHost) else ())
        reply = self._done(reseat_job(after, people), DEAL_TIMEOUT_SECONDS)
        assert isinstance(reply, Reseated)
        return Computed(reseats=reseats(after, reply))

    def _suggestion(self, workshop: Workshop, command: c.SuggestThemes) -> Computed:
        try:
            seed = self._concurrency.new_seed()
            return Computed(suggestion=suggested(workshop, command, self.grouping, seed))
        except JobFailed as failure:
            log.error("themes could not be suggested: %s", failure)
            raise Refusal("job_failed") from failure

    def _done(self, job: Job, timeout_seconds: float) -> Reply:
        try:
            return self._jobs.do(job, timeout_seconds)
        except JobFailed as failure:
            log.error("%s failed: %s", type(job).__name__, failure)
            raise Refusal("job_failed") from failure

    def _seats(self, batch: Batch, command: c.Command, actor: Actor) -> dict[int, str] | None:
        """A seat proposal where somebody arrives late, for the first few of a batch: the fewer, the more
        people there are. Among 1,000 each takes the processor for a tenth of a second, in a real thread, so
        that the server goes on. The domain seats the others by its own quick rule."""
        if not isinstance(command, c.JoinParticipant | c.ReturnParticipant) or not batch.after.dealt:
            return None
        hundreds = 1 + len(batch.after.participants) // 100
        if batch.arrivals * hundreds >= PLANNED_ARRIVALS:
            return None
        listed = None
        if isinstance(command, c.JoinParticipant) and actor.role == "guest":
            listed = on_the_list(batch.after, command.name, command.institution)
        if isinstance(command, c.JoinParticipant) and listed is None:
            sector, institution = command.sector, command.institution
            return self._concurrency.run_blocking(lambda: seats_for(batch.after, "", sector, institution))
        named = command.participant if isinstance(command, c.ReturnParticipant) else ""
        who = listed.id if listed else named or actor.participant
        if who not in batch.after.participants:
            return None
        return self._concurrency.run_blocking(lambda: seats_for(batch.after, who))


def _anywhere(workshop: Workshop) -> dict[int, dict[str, str]]:
    """Everybody at the first table in every round: enough to see whether a command would be refused. Without
    any plan the domain would seat people one by one, which took two seconds for a thousand."""
    table = next((table.id for table in workshop.open_tables), "")
    return {number: dict.fromkeys((p.id for p in workshop.present), table) for number in workshop.rounds}
