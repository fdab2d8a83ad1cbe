"""Commands decided one after the other, each on the state that the earlier ones lead to. Nothing here is
on disk yet, and nothing outside has changed: `workshop.py` commits a batch or forgets it."""

from facilitation.domain.apply import apply
from facilitation.domain.commands import Command
from facilitation.domain.decide import decide
from facilitation.domain.decision import Context, Decision
from facilitation.domain.events import (
    DeclarationWithdrawn,
    Event,
    IdeaBlanked,
    ParticipantJoined,
    ParticipantReturned,
)
from facilitation.domain.workshop import Workshop
from facilitation.journal.entry import Commit, Entry
from facilitation.runtime.ack import Ack


class Batch:
    """From the state `workshop` at `seq` onwards: `after`, what it leads to, `commits` and `events` on the
    way there."""

    def __init__(self, workshop: Workshop, seq: int) -> None:
        self.after = workshop
        self.seq = seq
        self.commits: list[Commit] = []
        self.events: list[Event] = []

    @property
    def arrivals(self) -> int:
        """How many people come or come back in it."""
        return sum(isinstance(event, ParticipantJoined | ParticipantReturned) for event in self.events)

    def take(self, command_id: str, command: Command, context: Context) -> Ack:
        """Decides one command more. Raises Refusal; the batch is then as it was."""
        decision = decide(self.after, command, context)
        if decision.events or decision.people or decision.files:
            self._keep(command_id, decision, context)
        return Ack(True, self.seq, decision.result)

    def _keep(self, command_id: str, decision: Decision, context: Context) -> None:
        after = self.after
        for event in decision.events:
            after = apply(after, event)
        told = enumerate(decision.events, self.seq + 1)
        actor = context.actor.label
        entries = tuple(Entry(seq, context.at, actor, command_id, event) for seq, event in told)
        blanked = tuple(filter(None, map(_blanked, decision.events)))
        result = dict(decision.result)
        commit = Commit(
            command_id,
            actor,
            result,
            entries,
            decision.people,
            blanked,
            decision.files,
            decision.erased_words,
        )
        self.commits.append(commit)
        self.events += decision.events
        self.after = after.with_people(decision.people)
        self.seq += len(entries)


def _blanked(event: Event) -> str:
    """The id of what loses its words in every earlier entry, too."""
    if isinstance(event, IdeaBlanked):
        return event.idea
    return event.declaration if isinstance(event, DeclarationWithdrawn) else ""
