"""What a screen asks for only when somebody wants to know: how many people have answered what is put to the
room, and which ideas stand behind an article. A thousand phones do not carry it along."""

from collections import Counter

from facilitation.domain import lookup
from facilitation.domain.actors import Actor
from facilitation.domain.refusals import Refusal
from facilitation.domain.workshop import Idea, Workshop
from facilitation.projections.merge import View

_IN_THE_ROOM = frozenset({"participant", "table", "board", "moderator", "preview"})


def told(workshop: Workshop, actor: Actor, article: str = "") -> View:
    """{"progress"} and, for an article, {"ideas"}: those behind it that the room may see, as
    `{"number", "text", "table", "round", "support", "sector"?}`, `table` being its number. Refuses
    `not_allowed` to whoever is not in the room, `unknown_article` where phones show none of that id."""
    if actor.role not in _IN_THE_ROOM:
        raise Refusal("not_allowed")
    shown: View = {"progress": progress(workshop)}
    if not article:
        return shown
    found = lookup.article(workshop, article)
    if found.dropped or not (workshop.charter_shown or actor.role in ("board", "moderator")):
        raise Refusal("unknown_article", "article")
    behind = [workshop.ideas[one] for one in found.ideas if one in workshop.ideas]
    return {**shown, "ideas": [_idea(workshop, idea) for idea in behind if idea.visible]}


def progress(workshop: Workshop) -> View:
    """How far people are with what is put to the room: `articles` are asked, of `of` people (in the room, or
    with an answer) `all` have answered every one and `some` at least one. Empty while nothing is asked."""
    if not workshop.agreement_open:
        return {}
    count: Counter[str] = Counter()
    for article in workshop.agreement_open:
        count.update(workshop.articles[article].answers.keys())
    asked = len(workshop.agreement_open)
    present = {who.id for who in workshop.present}
    return {
        "articles": asked,
        "all": sum(answered == asked for answered in count.values()),
        "some": len(count),
        "of": len(present | count.keys()),
    }


def answering(workshop: Workshop) -> View:
    """What boards and consoles show of it: {"answering": progress}, or nothing."""
    found = progress(workshop)
    return {"answering": found} if found else {}


def _idea(workshop: Workshop, idea: Idea) -> View:
    author = workshop.participants.get(idea.author)
    shown: View = {
        "number": idea.number,
        "text": idea.text,
        "table": workshop.tables[idea.table].number,
        "round": idea.round,
        "support": len(idea.supporters),
    }
    return {**shown, "sector": author.sector} if author and author.sector else shown
