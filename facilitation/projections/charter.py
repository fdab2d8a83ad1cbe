"""How themes and articles read on the board and the console; only ideas the room may see stand behind an
article here."""

from facilitation.domain.workshop import Theme, Workshop
from facilitation.projections import agreement, votes
from facilitation.projections.merge import View


def theme(workshop: Workshop, identifier: str) -> View | None:
    """A theme's title and area, and what was voted if the room may see it; which ideas are in it stands
    with the ideas."""
    found = workshop.themes.get(identifier)
    return {**_theme(found), **votes.for_board(workshop, found)} if found else None


def theme_for_moderator(workshop: Workshop, identifier: str) -> View | None:
    """The same, results in any case, and whether a human has taken it over from the machine."""
    found = workshop.themes.get(identifier)
    if found is None:
        return None
    return {**_theme(found), "kept": found.kept, **votes.for_moderator(workshop, found)}


def _theme(found: Theme) -> View:
    return {"title": found.title, "area": found.area, "order": found.number}


def article(workshop: Workshop, identifier: str) -> View | None:
    """An article of the charter; None when it was dropped."""
    found = workshop.articles.get(identifier)
    if found is None or found.dropped:
        return None
    visible = [i for i in found.ideas if i in workshop.ideas and workshop.ideas[i].visible]
    shown: View = {"text": found.text, "area": found.area, "order": found.order, "ideas": visible}
    if found.theme:
        shown["theme"] = found.theme
    figures = agreement.figures(workshop, found)
    return {**shown, "agreement": figures} if figures else shown


def article_for_moderator(workshop: Workshop, identifier: str) -> View | None:
    """The same with its history and what was said against it, dropped articles included."""
    found = workshop.articles.get(identifier)
    if found is None:
        return None
    visible = [i for i in found.ideas if i in workshop.ideas and workshop.ideas[i].visible]
    shown: View = {
        "text": found.text,
        "area": found.area,
        "order": found.order,
        "ideas": visible,
        "reworded": found.reworded,
        "wordings": [{"text": w.text, "at": w.at, "by": w.by} for w in found.wordings],
    }
    split_from = found.split.of if found.split else ""
    marks = {"theme": found.theme, "dropped": found.dropped, "split_from": split_from}
    shown.update(agreement.for_moderator(workshop, found))
    return {**shown, **{name: value for name, value in marks.items() if value}}
