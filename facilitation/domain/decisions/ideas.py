"""Ideas on the tablecloth: written, reworded, withdrawn, supported, let through, hidden, erased."""

from functools import reduce

from facilitation.domain import bounds, erasing, lookup
from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.apply import apply
from facilitation.domain.decision import Context, Decision
from facilitation.domain.decisions.echoes import erased, silenced
from facilitation.domain.refusals import Refusal
from facilitation.domain.text import required
from facilitation.domain.workshop import Idea, Participant, Round, Table, Workshop


def post(w: Workshop, command: c.PostIdea, context: Context) -> Decision:
    """An idea on the table where its author sits (or sat, in the round it was written in)."""
    text = required(command.text, bounds.IDEA_CHARACTERS, "text")
    if w.idea_count >= bounds.IDEAS:
        raise Refusal("too_many", None, {"limit": bounds.IDEAS})
    if context.actor.role == "moderator":
        return _posted(w, text, command, context, _from_paper(w, command))
    if command.participant not in (None, context.actor.participant):
        raise Refusal("not_allowed", "participant")
    if context.actor.role == "table":
        return _posted(w, text, command, context, _from_table(w, command, context.actor.table))
    if command.for_table:
        hosted = w.hosts.get(context.actor.participant)
        if not hosted:
            raise Refusal("not_host", "for_table")
        return _posted(w, text, command, context, _from_table(w, command, hosted))
    return _posted(w, text, command, context, _from_seat(w, command, context.actor.participant))


def _posted(
    w: Workshop, text: str, command: c.PostIdea, context: Context, place: tuple[Table, Round, str]
) -> Decision:
    table, held, author = place
    area = lookup.area(w, command.area).id if command.area else table.area or held.area
    identifier = f"I{w.idea_count + 1}"
    by_moderator = context.actor.role == "moderator"
    event = e.IdeaPosted(
        idea=identifier,
        text=text,
        table=table.id,
        round=held.number,
        at=context.at,
        area=area,
        author=author,
        by_moderator=by_moderator,
        late=held.status == "closed" and not by_moderator,
        builds_on=_built_on(w, command, table, by_moderator),
        objects=command.objects,
        by_table=command.for_table or context.actor.role == "table",
        waiting_since=_waiting_since(w, context),
    )
    return Decision((event,), {"idea": identifier})


def _from_seat(w: Workshop, command: c.PostIdea, participant: str) -> tuple[Table, Round, str]:
    who = lookup.participant(w, participant)
    held = _held(w, command)
    seat = who.seats.get(held.number, "")
    if seat not in w.tables or (not who.present and held.status == "open"):
        raise Refusal("not_seated")
    if command.table is not None and lookup.table(w, command.table).id != seat:
        raise Refusal("not_your_table", "table")
    return w.tables[seat], held, participant


def _from_table(w: Workshop, command: c.PostIdea, table: str) -> tuple[Table, Round, str]:
    """What a table writes that has a tablet, or a host, has no author."""
    if command.table is not None and lookup.table(w, command.table).id != table:
        raise Refusal("not_your_table", "table")
    return w.tables[table], _held(w, command), ""


def _held(w: Workshop, command: c.PostIdea) -> Round:
    """The round an idea was written in: one that is open, or was."""
    held = w.open_round if command.round is None else lookup.round_(w, command.round)
    if held is None or held.status not in ("open", "closed"):
        raise Refusal("round_closed", "round" if held else None)
    return held


def _built_on(w: Workshop, command: c.PostIdea, table: Table, by_moderator: bool) -> str:
    """The idea it builds on: one that the room sees, of the same table unless a moderator says so."""
    if command.builds_on is None:
        return ""
    idea = lookup.idea(w, command.builds_on, "builds_on")
    if idea.hidden:
        raise Refusal("idea_hidden", "builds_on")
    if idea.table != table.id and not by_moderator:
        raise Refusal("not_your_table", "builds_on")
    return idea.id


def _from_paper(w: Workshop, command: c.PostIdea) -> tuple[Table, Round, str]:
    if command.table is None:
        raise Refusal("missing_field", "table")
    table = lookup.table(w, command.table)
    author = lookup.participant(w, command.participant).id if command.participant else ""
    held = w.last_begun if command.round is None else lookup.round_(w, command.round)
    return table, held, author


def reword(w: Workshop, command: c.RewordIdea, context: Context) -> Decision:
    """Other words for one's own idea."""
    idea = _own(w, command.idea, context)
    text = required(command.text, bounds.IDEA_CHARACTERS, "text")
    if text == idea.text:
        return Decision()
    return Decision((e.IdeaReworded(idea.id, text, _waiting_since(w, context)),))


def _waiting_since(w: Workshop, context: Context) -> int:
    """What a moderator writes is let through with it."""
    return context.at if w.approve_first and context.actor.role != "moderator" else 0


def switch_approval(w: Workshop, command: c.SwitchApproval, _context: Context) -> Decision:
    """From now on new ideas wait for a moderator, or no longer; what is on the board stays there."""
    return Decision() if w.approve_first == command.on else Decision((e.ApprovalSwitched(command.on),))


def approve(w: Workshop, command: c.ApproveIdeas, _context: Context) -> Decision:
    """The whole room sees them; those that are gone, do not wait or say something else by now stay as they
    are."""
    asked = (w.ideas[i] for i in dict.fromkeys(command.ideas) if i in w.ideas)
    waiting = tuple(idea.id for idea in asked if idea.on_cloth and 0 < idea.waiting_since <= command.until)
    return Decision((e.IdeasApproved(waiting),) if waiting else (), {"ideas": len(waiting)})


def withhold(w: Workshop, command: c.WithholdIdeas, context: Context) -> Decision:
    """They wait again, if new ideas wait, and their words go out of drafts and titles."""
    events: list[e.Event] = []
    for identifier in dict.fromkeys(command.ideas):
        idea = lookup.idea(w, identifier, "ideas")
        if w.approve_first and idea.visible:
            withheld = silenced(w, e.IdeasWithheld((idea.id,), context.at), idea, context.at)
            w = reduce(apply, withheld, w)
            events += withheld
    return Decision(tuple(events))


def withdraw(w: Workshop, command: c.WithdrawIdea, context: Context) -> Decision:
    """One's own idea is taken back, and its words out of drafts and titles."""
    idea = _own(w, command.idea, context)
    return Decision(silenced(w, e.IdeaWithdrawn(idea.id), idea, context.at))


def support(w: Workshop, command: c.SupportIdea, context: Context) -> Decision:
    """Support for somebody else's idea at a table where one sits or has sat; saying it twice is saying it
    once."""
    idea = lookup.idea(w, command.idea)
    who = lookup.participant(w, context.actor.participant)
    if idea.hidden:
        raise Refusal("idea_hidden", "idea")
    if idea.author == who.id:
        raise Refusal("own_idea", "idea")
    if idea.table not in _tables_seen(w, who):
        raise Refusal("not_your_table", "idea")
    if command.on == (who.id in idea.supporters):
        return Decision()
    event = e.IdeaSupported(idea.id, who.id) if command.on else e.IdeaUnsupported(idea.id, who.id)
    return Decision((event,))


def hide(w: Workshop, command: c.HideIdea, context: Context) -> Decision:
    """The room does not see it any more, nor its words in drafts and titles."""
    idea = lookup.idea(w, command.idea)
    return Decision() if idea.hidden else Decision(silenced(w, e.IdeaHidden(idea.id), idea, context.at))


def restore(w: Workshop, command: c.RestoreIdea, _context: Context) -> Decision:
    """The room sees it again, unless it waits."""
    idea = lookup.idea(w, command.idea)
    return Decision((e.IdeaRestored(idea.id),)) if idea.hidden else Decision()


def blank(w: Workshop, command: c.BlankIdea, context: Context) -> Decision:
    """Its text is erased for good, and its words go out of drafts, titles and whatever quotes it."""
    idea = lookup.idea(w, command.idea)
    words = erasing.words_of(w, idea)
    gone = erasing.blanked(w, idea, words, context.at)
    return Decision(erased(w, gone), erased_words=words)


def _own(w: Workshop, identifier: str, context: Context) -> Idea:
    """The idea, if the actor wrote it. Moderators may correct what they typed in from paper; a table's tablet
    and its host, what the table wrote."""
    idea = lookup.idea(w, identifier)
    actor = context.actor
    table = actor.table or w.hosts.get(actor.participant, "")
    mine = bool(actor.participant) and idea.author == actor.participant
    for_table = idea.by_table and not idea.author and idea.table == table
    if not (idea.by_moderator if actor.role == "moderator" else mine or for_table):
        raise Refusal("not_yours", "idea")
    return idea


def _tables_seen(w: Workshop, who: Participant) -> set[str]:
    begun = {t for r, t in who.seats.items() if w.rounds[r].status in ("open", "closed")}
    return begun | {w.seat_of(who.id)}
