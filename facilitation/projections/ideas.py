"""How an idea reads on each kind of screen. The room never learns who wrote it, nor what was hidden; what
waits for a moderator is on its own table's cloth and nowhere else."""

from facilitation.domain.workshop import Idea, Workshop
from facilitation.projections.merge import View


def for_table(workshop: Workshop, identifier: str) -> View | None:
    """What everybody at the table may see of an idea; None when it is hidden, erased, withdrawn or not
    there."""
    idea = workshop.ideas.get(identifier)
    return _said(idea) if idea is not None and idea.on_cloth else None


def for_board(workshop: Workshop, identifier: str) -> View | None:
    """As for the table, with the theme it is in, how sure that is, and what says the same; None while it
    waits for a moderator."""
    idea = workshop.ideas.get(identifier)
    if idea is None or not idea.visible:
        return None
    return {**_said(idea), **_sorted(idea)}


def for_author(workshop: Workshop, identifier: str) -> View | None:
    """As for the table; one's own hidden idea stays, and says so, as does one that waits for a moderator or
    was let through."""
    idea = workshop.ideas.get(identifier)
    if idea is None or idea.blanked:
        return None
    if idea.hidden:
        return {**_said(idea), "hidden": True}
    marks = {"waiting": bool(idea.waiting_since), "let_through": idea.let_through}
    return {**_said(idea), **{name: value for name, value in marks.items() if value}}


def for_moderator(workshop: Workshop, identifier: str) -> View | None:
    """Everything but the support of single people."""
    idea = workshop.ideas.get(identifier)
    if idea is None or idea.blanked:
        return None
    marks = {
        "author": idea.author,
        "placed_by": idea.placed_by,
        "hidden": idea.hidden,
        "late": idea.late,
        "by_moderator": idea.by_moderator,
        "waiting_since": idea.waiting_since,
    }
    return {**_said(idea), **_sorted(idea), **{name: value for name, value in marks.items() if value}}


def _sorted(idea: Idea) -> View:
    """`theme`, `new`, `confidence` in percent and `same_as`, where they apply."""
    marks = {"theme": idea.theme, "new": idea.new, "confidence": idea.confidence, "same_as": idea.same_as}
    return {name: value for name, value in marks.items() if value}


def _said(idea: Idea) -> View:
    said: View = {
        "number": idea.number,
        "text": idea.text,
        "table": idea.table,
        "round": idea.round,
        "support": len(idea.supporters),
        "at": idea.at,
    }
    marks = {
        "area": idea.area,
        "builds_on": idea.builds_on,
        "objects": idea.objects,
        "by_table": idea.by_table,
    }
    return {**said, **{name: value for name, value in marks.items() if value}}
