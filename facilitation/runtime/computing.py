"""What a command needs before it can be decided, and the domain can't know: the time, seats for somebody
who comes late, drafts, and the results of the jobs that run in the worker."""

import logging
from typing import Final, NamedTuple

from facilitation.charter.drafting import compose
from facilitation.domain import commands as c
from facilitation.domain.actors import Actor
from facilitation.domain.decide import decide
from facilitation.domain.decision import Context
from facilitation.domain.refusals import Refusal
from facilitation.domain.workshop import Workshop
from facilitation.runtime.arrange import deal_job, dealt_plan, seats_for
from facilitation.runtime.batch import Batch
from facilitation.runtime.concurrency import Concurrency
from facilitation.runtime.jobs import Dealt, Grouped, Impossible, Job, JobFailed, Jobs, Reply
from facilitation.runtime.suggest import Suggested, group_job, proposals

DEAL_TIMEOUT_SECONDS: Final = 30.0
GROUP_TIMEOUT_SECONDS: Final = 60.0
PLANNED_ARRIVALS: Final = 4

log = logging.getLogger(__name__)


class Computed(NamedTuple):
    """What jobs have found out for one command; the fields are those of the domain's Context."""

    plan: dict[int, dict[str, str]] | None = None
    plan_report: dict[str, int] = {}  # noqa: RUF012 (never written to)
    suggestion: Suggested | None = None


NOTHING: Final = Computed()


class Computing:
    """Does the computing for one workshop's commands."""

    def __init__(self, jobs: Jobs, concurrency: Concurrency) -> None:
        self._jobs = jobs
        self._concurrency = concurrency

    def needs_job(self, workshop: Workshop, command: c.Command) -> bool:
        """Whether `ahead` has something to compute for the command."""
        if isinstance(command, c.OpenRound):
            return not workshop.dealt and bool(workshop.present)
        return isinstance(command, c.DealSeats | c.SuggestThemes)

    def ahead(self, workshop: Workshop, command: c.Command, actor: Actor) -> Computed:
        """What only a job can say, on this state; the command is decided later, on a state that may be
        newer. Nothing is computed for a command that would be refused. Refuses `seats_infeasible` and
        `job_failed`."""
        if self._refused_anyway(workshop, command, actor):
            return NOTHING
        try:
            if isinstance(command, c.SuggestThemes):
                return self._suggestion(workshop, command)
            return self._plan(workshop)
        except Exception as failure:
            # A round opens in any case; the domain seats people one by one.
            if isinstance(command, c.OpenRound):
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
            plan_report=computed.plan_report,
            seats=self._seats(batch, command, actor),
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
            raise Refusal("seats_infeasible")
        assert isinstance(reply, Dealt)
        return Computed(plan=dealt_plan(workshop, reply), plan_report=reply.report)

    def _suggestion(self, workshop: Workshop, command: c.SuggestThemes) -> Computed:
        job = group_job(workshop, command, self._concurrency.new_seed())
        if not job.areas:
            return NOTHING
        reply = self._done(job, GROUP_TIMEOUT_SECONDS)
        assert isinstance(reply, Grouped)
        return Computed(suggestion=proposals(reply))

    def _done(self, job: Job, timeout_seconds: float) -> Reply:
        try:
            return self._jobs.do(job, timeout_seconds)
        except JobFailed as failure:
            log.error("%s failed: %s", type(job).__name__, failure)
            raise Refusal("job_failed") from failure

    def _seats(self, batch: Batch, command: c.Command, actor: Actor) -> dict[int, str] | None:
        """A seat proposal where somebody arrives late, for the first few of a batch: in a room of hundreds
        each takes the processor for some hundredths of a second, in a real thread, so that the server goes
        on. The domain seats the others by its own quick rule."""
        if not isinstance(command, c.JoinParticipant | c.ReturnParticipant) or not batch.after.dealt:
            return None
        if batch.arrivals >= PLANNED_ARRIVALS:
            return None
        if isinstance(command, c.JoinParticipant):
            sector, institution = command.sector, command.institution
            return self._concurrency.run_blocking(lambda: seats_for(batch.after, "", sector, institution))
        who = command.participant or actor.participant
        if who not in batch.after.participants:
            return None
        return self._concurrency.run_blocking(lambda: seats_for(batch.after, who))


def _anywhere(workshop: Workshop) -> dict[int, dict[str, str]]:
    """Everybody at the first table in every round: enough to see whether a command would be refused. Without
    any plan the domain would seat people one by one, which took two seconds for a thousand."""
    table = next(iter(workshop.tables), "")
    return {number: dict.fromkeys((p.id for p in workshop.present), table) for number in workshop.rounds}
