"""What goes with the charter: the title and details of the workshop, next steps, logos, what the board shows
large, and what goes back to people."""

import hashlib
import re

from facilitation.domain import bounds, lookup
from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.decision import Context, Decision
from facilitation.domain.pictures import picture
from facilitation.domain.refusals import Refusal
from facilitation.domain.text import fit, required
from facilitation.domain.workshop import Details, Spotlight, Workshop

_LIMITS = {
    "place": bounds.TITLE_CHARACTERS,
    "organiser": bounds.QUESTION_CHARACTERS,
    "basis": bounds.DETAIL_CHARACTERS,
    "funding": bounds.DETAIL_CHARACTERS,
    "next_meeting": bounds.QUESTION_CHARACTERS,
    "moderators": bounds.QUESTION_CHARACTERS,
    "changes": bounds.DETAIL_CHARACTERS,
}
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def edit_workshop(w: Workshop, command: c.EditWorkshop, _context: Context) -> Decision:
    """Another title, other details; what is absent stays."""
    events: list[e.Event] = []
    if command.title is not None:
        title = required(command.title, bounds.TITLE_CHARACTERS, "title")
        events += [e.WorkshopEdited(title)] if title != w.title else []
    details = _details(w, command)
    if details != w.details:
        said = {name: getattr(details, name) for name in Details.__struct_fields__}
        events.append(e.WorkshopDetailed(**said))
    return Decision(tuple(events))


def _details(w: Workshop, command: c.EditWorkshop) -> Details:
    said = {}
    for name, limit in _LIMITS.items():
        given = getattr(command, name)
        said[name] = getattr(w.details, name) if given is None else fit(given, limit, name)
    held_on = w.details.held_on if command.held_on is None else _date(command.held_on, "held_on")
    return Details(**said, held_on=held_on)


def add_task(w: Workshop, command: c.AddTask, _context: Context) -> Decision:
    """One more next step."""
    if len(w.tasks) >= bounds.TASKS:
        raise Refusal("too_many", None, {"limit": bounds.TASKS})
    identifier = f"K{w.task_count + 1}"
    added = e.TaskAdded(identifier, *_task(command.text, command.who, command.due))
    return Decision((added,), {"task": identifier})


def edit_task(w: Workshop, command: c.EditTask, _context: Context) -> Decision:
    """A next step is another; what is absent stays."""
    task = lookup.task(w, command.task)
    text = task.text if command.text is None else command.text
    who = task.who if command.who is None else command.who
    due = task.due if command.due is None else command.due
    said = _task(text, who, due)
    if said == (task.text, task.who, task.due):
        return Decision()
    return Decision((e.TaskEdited(task.id, *said),))


def drop_task(w: Workshop, command: c.DropTask, _context: Context) -> Decision:
    """A next step less."""
    return Decision((e.TaskDropped(lookup.task(w, command.task).id),))


def _task(text: str, who: str, due: str) -> tuple[str, str, str]:
    return (
        required(text, bounds.QUESTION_CHARACTERS, "text"),
        fit(who, bounds.TITLE_CHARACTERS, "who"),
        fit(due, bounds.DUE_CHARACTERS, "due"),
    )


def add_logo(w: Workshop, command: c.AddLogo, _context: Context) -> Decision:
    """One more picture in the strip, if it is one; the same picture twice is one."""
    if len(command.data) > bounds.LOGO_BYTES:
        raise Refusal("logo_too_large", "data")
    found = picture(command.data)
    if found is None:
        raise Refusal("not_a_picture", "data")
    digest = hashlib.sha256(command.data).hexdigest()
    known = next((logo.id for logo in w.logos.values() if logo.digest == digest), None)
    if known:
        return Decision((), {"logo": known})
    if len(w.logos) >= bounds.LOGOS:
        raise Refusal("too_many", None, {"limit": bounds.LOGOS})
    identifier = f"L{w.logo_count + 1}"
    name = fit(command.name, bounds.TITLE_CHARACTERS, "name")
    alt = fit(command.alt, bounds.TITLE_CHARACTERS, "alt")
    added = e.LogoAdded(identifier, name, found.type, found.width, found.height, digest, alt)
    return Decision((added,), {"logo": identifier}, files={identifier: command.data})


def edit_logo(w: Workshop, command: c.EditLogo, _context: Context) -> Decision:
    """The same picture with other words, or at another place of the strip."""
    logo = lookup.logo(w, command.logo)
    alt = logo.alt if command.alt is None else fit(command.alt, bounds.TITLE_CHARACTERS, "alt")
    stands = w.strip.index(logo) + 1
    place = stands if command.place is None else command.place
    if not 1 <= place <= len(w.logos):
        raise Refusal("invalid_value", "place")
    if (alt, place) == (logo.alt, stands):
        return Decision()
    return Decision((e.LogoEdited(logo.id, alt, place),))


def drop_logo(w: Workshop, command: c.DropLogo, _context: Context) -> Decision:
    """A picture less."""
    logo = lookup.logo(w, command.logo)
    return Decision((e.LogoDropped(logo.id),), files={logo.id: None})


def show_on_board(w: Workshop, command: c.ShowOnBoard, _context: Context) -> Decision:
    """One article or one theme large, or neither."""
    if command.article and command.theme:
        raise Refusal("invalid_value", "theme")
    article = lookup.article(w, command.article) if command.article else None
    if article and article.dropped:
        raise Refusal("unknown_article", "article")
    theme = lookup.theme(w, command.theme).id if command.theme else ""
    wanted = Spotlight(article.id if article else "", theme)
    return Decision() if wanted == w.spotlight else Decision((e.BoardShown(wanted.article, wanted.theme),))


def share_results(w: Workshop, command: c.ShareResults, context: Context) -> Decision:
    """Everybody with the code reads the charter and the ideas, up to a day, or nobody. The server itself
    ends it when that day has passed."""
    until = _date(command.until, "until")
    if not command.on:
        ended = e.ResultsUnshared(over=context.actor.role == "system")
        return Decision((ended,)) if w.results_shared else Decision()
    if w.results_shared and w.results_until == until:
        return Decision()
    return Decision((e.ResultsShared(until),))


def _date(text: str, field: str) -> str:
    """An ISO date that there is, or nothing."""
    text = fit(text, bounds.DUE_CHARACTERS, field)
    if not text:
        return ""
    found = _DATE.fullmatch(text)
    if not found:
        raise Refusal("invalid_value", field)
    year, month, day = map(int, found.groups())
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1] + (leap and month == 2):
        raise Refusal("invalid_value", field)
    return text
