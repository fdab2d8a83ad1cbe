"""What the events about ideas: writing them, standing behind them, moderating them do to the state."""

from collections.abc import Callable, Iterable
from typing import Any

from msgspec.structs import replace

from facilitation.domain import events as e
from facilitation.domain.applying.change import change_idea, change_participant, put, unlike, without
from facilitation.domain.applying.erased import without_words
from facilitation.domain.workshop import Idea, Workshop


def _idea_posted(w: Workshop, event: e.IdeaPosted) -> Workshop:
    number = w.idea_count + 1
    idea = Idea(
        id=event.idea,
        number=number,
        text=event.text,
        author=event.author,
        area=event.area,
        table=event.table,
        round=event.round,
        at=event.at,
        by_moderator=event.by_moderator,
        late=event.late,
        builds_on=event.builds_on,
        objects=event.objects,
        by_table=event.by_table,
        waiting_since=event.waiting_since,
    )
    cloth = (*w.tablecloths.get(idea.table, ()), idea.id)
    posted = replace(
        w,
        ideas=put(w.ideas, idea.id, idea),
        tablecloths=put(w.tablecloths, idea.table, cloth),
        idea_count=number,
    )
    if not idea.author:
        return posted
    return change_participant(posted, idea.author, ideas=(*w.participants[idea.author].ideas, idea.id))


def _idea_reworded(w: Workshop, event: e.IdeaReworded) -> Workshop:
    changed = change_idea(
        w,
        event.idea,
        text=event.text,
        waiting_since=event.waiting_since,
        let_through=False,
        earlier_texts=(*w.ideas[event.idea].earlier_texts, w.ideas[event.idea].text),
    )
    return unlike(changed, event.idea)


def _idea_withdrawn(w: Workshop, event: e.IdeaWithdrawn) -> Workshop:
    idea = w.ideas[event.idea]
    cloth = tuple(i for i in w.tablecloths[idea.table] if i != idea.id)
    participants = dict(w.participants)
    if idea.author:
        author = participants[idea.author]
        participants[author.id] = replace(author, ideas=tuple(i for i in author.ideas if i != idea.id))
    for supporter in idea.supporters:
        who = participants[supporter]
        participants[who.id] = replace(who, supports=tuple(i for i in who.supports if i != idea.id))
    after = replace(
        w,
        ideas=without(w.ideas, idea.id),
        tablecloths=put(w.tablecloths, idea.table, cloth),
        participants=participants,
        answers=without(w.answers, idea.id) if idea.id in w.answers else w.answers,
    )
    return unlike(after, idea.id)


def _idea_supported(w: Workshop, event: e.IdeaSupported) -> Workshop:
    idea = w.ideas[event.idea]
    supported = change_idea(w, idea.id, supporters=(*idea.supporters, event.participant))
    who = w.participants[event.participant]
    return change_participant(supported, who.id, supports=(*who.supports, idea.id))


def _idea_unsupported(w: Workshop, event: e.IdeaUnsupported) -> Workshop:
    idea = w.ideas[event.idea]
    kept = tuple(p for p in idea.supporters if p != event.participant)
    who = w.participants[event.participant]
    return change_participant(
        change_idea(w, idea.id, supporters=kept),
        who.id,
        supports=tuple(i for i in who.supports if i != idea.id),
    )


def _idea_hidden(w: Workshop, event: e.IdeaHidden) -> Workshop:
    return unlike(change_idea(w, event.idea, hidden=True), event.idea)


def _idea_restored(w: Workshop, event: e.IdeaRestored) -> Workshop:
    return change_idea(w, event.idea, hidden=False)


def _idea_blanked(w: Workshop, event: e.IdeaBlanked) -> Workshop:
    silent = change_idea(w, event.idea, text="", blanked=True, waiting_since=0, earlier_texts=())
    return without_words(unlike(silent, event.idea), event)


def _approval_switched(w: Workshop, event: e.ApprovalSwitched) -> Workshop:
    switched = replace(w, approve_first=event.on)
    if event.on:
        return switched
    return _wait(switched, [i.id for i in w.ideas.values() if i.waiting_since], 0)


def _ideas_approved(w: Workshop, event: e.IdeasApproved) -> Workshop:
    return _wait(w, event.ideas, 0)


def _ideas_withheld(w: Workshop, event: e.IdeasWithheld) -> Workshop:
    return _wait(w, event.ideas, event.at)


def _wait(w: Workshop, which: Iterable[str], since: int) -> Workshop:
    ideas = dict(w.ideas)
    for idea in which:
        ideas[idea] = replace(ideas[idea], waiting_since=since, let_through=not since)
    return replace(w, ideas=ideas)


HANDLERS: dict[type, Callable[[Workshop, Any], Workshop]] = {
    e.IdeaPosted: _idea_posted,
    e.IdeaReworded: _idea_reworded,
    e.IdeaWithdrawn: _idea_withdrawn,
    e.IdeaSupported: _idea_supported,
    e.IdeaUnsupported: _idea_unsupported,
    e.IdeaHidden: _idea_hidden,
    e.IdeaRestored: _idea_restored,
    e.IdeaBlanked: _idea_blanked,
    e.ApprovalSwitched: _approval_switched,
    e.IdeasApproved: _ideas_approved,
    e.IdeasWithheld: _ideas_withheld,
}
