"""The room sorts: questions answered by phones, and what the machine makes of them. What a moderator placed
never moves, and where nothing is being sorted only arrivals find a place."""

from facilitation.domain import bounds, lookup
from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.decision import Context, Decision
from facilitation.domain.decisions.echoes import may_quote_the_gone
from facilitation.domain.refusals import Refusal
from facilitation.domain.text import clean
from facilitation.domain.workshop import Idea, Workshop


def open_sorting(w: Workshop, command: c.OpenSorting, context: Context) -> Decision:
    """From now on the room sorts one area more, or all."""
    if w.open_round:
        raise Refusal("round_open")
    areas = (lookup.area(w, command.area).id,) if command.area is not None else tuple(w.areas)
    added = tuple(area for area in areas if area not in w.sorting)
    return Decision((e.SortingOpened(added, context.at),)) if added else Decision()


def close_sorting(w: Workshop, _command: c.CloseSorting, context: Context) -> Decision:
    """The room sorts no more."""
    return Decision((e.SortingClosed(context.at),)) if w.sorting else Decision()


def answer(w: Workshop, command: c.AnswerQuestion, context: Context) -> Decision:
    """One tap: about somebody else's idea, once."""
    idea = lookup.idea(w, command.idea)
    who = context.actor.label
    if idea.hidden:
        raise Refusal("idea_hidden", "idea")
    if idea.area not in w.sorting:
        raise Refusal("sorting_closed")
    if idea.author == who or (idea.by_table and idea.table == who):
        raise Refusal("own_idea", "idea")
    if any(given.who == who for given in w.answers.get(idea.id, ())):
        raise Refusal("already_answered", "idea")
    shown = _shown(w, command.shown)
    chosen = None if command.skip else command.chosen
    if chosen is not None and not 0 <= chosen < len(shown):
        raise Refusal("invalid_value", "chosen")
    if not shown and not command.skip:
        raise Refusal("invalid_value", "shown")
    return Decision((e.QuestionAnswered(idea.id, who, shown, context.at, chosen, command.skip),))


def _shown(w: Workshop, shown: e.Shown) -> e.Shown:
    """What was offered, as ideas: a theme may be gone tomorrow, or mean something else. What was withdrawn
    meanwhile is left out; nobody should have to answer again because of that."""
    if len(shown) > bounds.CANDIDATES:
        raise Refusal("too_many", "shown", {"limit": bounds.CANDIDATES})
    if any(len(candidate) > bounds.EXAMPLES for candidate in shown if isinstance(candidate, tuple)):
        raise Refusal("too_many", "shown", {"limit": bounds.EXAMPLES})
    themes = w.typical({t for t in shown if isinstance(t, str) and t in w.themes}, bounds.SHOWN_EXAMPLES)

    def meant(candidate: str | tuple[str, ...]) -> str | tuple[str, ...]:
        if isinstance(candidate, tuple):
            return tuple(idea for idea in candidate if idea in w.ideas)
        ideas = tuple(idea.id for idea in themes.get(candidate, ()))
        # A theme that is only a title so far stands for itself.
        return candidate if candidate in w.themes and not ideas else ideas

    return tuple(meant(candidate) for candidate in shown)


def arrange(w: Workshop, command: c.ArrangeIdeas, _context: Context) -> Decision:
    """Places for ideas that may be moved; what has been decided meanwhile is passed over without a word."""
    area = lookup.area(w, command.area).id
    wanted = {one.idea: one for one in command.placed if _movable(w, one.idea, area)}
    used = {one.theme for one in wanted.values()}
    made: dict[str, e.MadeTheme] = {}
    for making in command.made:
        title = clean(making.title)[: bounds.TITLE_CHARACTERS]
        proposed = [one.idea for one in command.placed if one.theme == making.mark]
        ideas = [idea for idea in proposed if idea in wanted]
        if ideas and may_quote_the_gone(w, title, proposed, ideas):
            title = w.ideas[ideas[0]].text[: bounds.TITLE_CHARACTERS]
        if making.mark in used and title and len(w.themes) + len(made) < bounds.THEMES:
            made[making.mark] = e.MadeTheme(f"M{w.theme_count + len(made) + 1}", title)
    here = {theme.id: theme.id for theme in w.themes.values() if theme.area == area}
    names = {"": "", **here, **{mark: theme.theme for mark, theme in made.items()}}
    placed = tuple(
        e.ArrangedIdea(one.idea, names[one.theme], min(100, max(0, one.confidence)), one.by)
        for one in wanted.values()
        if one.theme in names and not _stands(w.ideas[one.idea], one)
    )
    if not placed:
        return Decision()
    event = e.IdeasArranged(area, placed, tuple(made.values()), _left(w, placed))
    return Decision((event,), {"placed": len(placed)})


def _movable(w: Workshop, identifier: str, area: str) -> bool:
    """While an area is sorted, whatever no moderator placed; else arrivals that stand nowhere."""
    idea = w.ideas.get(identifier)
    if idea is None or not idea.visible or idea.area != area or idea.placed_by == "moderator":
        return False
    if area in w.sorting:
        return True
    return not idea.theme and idea.number > w.sorted_until.get(area, w.idea_count)


def _stands(idea: Idea, placing: c.Placing) -> bool:
    """Whether nothing would change."""
    by = placing.by if placing.theme else ""
    was = (idea.theme, idea.placed_by, idea.confidence)
    return was == (placing.theme, by, placing.confidence)


def _left(w: Workshop, placed: tuple[e.ArrangedIdea, ...]) -> tuple[str, ...]:
    """Themes that nobody has touched and that lose their last idea."""
    now = {one.idea: one.theme for one in placed}
    losing = {w.ideas[idea].theme for idea in now}
    held = {now.get(idea.id, idea.theme) for idea in w.ideas.values()}
    return tuple(t.id for t in w.themes.values() if t.id in losing - held and not t.kept)


def liken(w: Workshop, command: c.LikenIdeas, _context: Context) -> Decision:
    """Which ideas say the same, as far as they are still there."""
    area = lookup.area(w, command.area).id
    there = {i.id for i in w.ideas.values() if i.area == area and i.visible}
    groups: list[tuple[str, ...]] = []
    for group in command.groups:
        left = tuple(sorted(there.intersection(group), key=lambda idea: w.ideas[idea].number))
        there.difference_update(left)
        if len(left) > 1:
            groups.append(left)
    same = {other: group[0] for group in groups for other in group[1:]}
    if same == {i.id: i.same_as for i in w.ideas.values() if i.area == area and i.same_as}:
        return Decision()
    return Decision((e.IdeasLikened(area, tuple(groups)),))


def accept(w: Workshop, command: c.AcceptArrivals, _context: Context) -> Decision:
    """Where the machine put the new ideas, they stay."""
    area = lookup.area(w, command.area).id if command.area is not None else None
    new = tuple(i.id for i in w.ideas.values() if i.new and area in (None, i.area))
    return Decision((e.ArrivalsAccepted(new),) if new else (), {"ideas": len(new)})
