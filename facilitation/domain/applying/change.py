"""How one thing in a state is replaced: dicts are copied, never changed in place (`things.py`)."""

from collections.abc import Callable

from msgspec.structs import replace

from facilitation.domain.things import put as put
from facilitation.domain.things import without as without
from facilitation.domain.workshop import Workshop


def change_idea(w: Workshop, idea: str, **changes: object) -> Workshop:
    """The workshop with these fields of one idea changed."""
    return replace(w, ideas=put(w.ideas, idea, replace(w.ideas[idea], **changes)))


def change_participant(w: Workshop, participant: str, **changes: object) -> Workshop:
    """The workshop with these fields of one participant changed."""
    changed = replace(w.participants[participant], **changes)
    return replace(w, participants=put(w.participants, participant, changed))


def change_round(w: Workshop, number: int, **changes: object) -> Workshop:
    """The workshop with these fields of one round changed."""
    return replace(w, rounds=put(w.rounds, number, replace(w.rounds[number], **changes)))


def change_table(w: Workshop, table: str, **changes: object) -> Workshop:
    """The workshop with these fields of one table changed."""
    return replace(w, tables=put(w.tables, table, replace(w.tables[table], **changes)))


def change_article(w: Workshop, article: str, **changes: object) -> Workshop:
    """The workshop with these fields of one article changed."""
    return replace(w, articles=put(w.articles, article, replace(w.articles[article], **changes)))


def keep_theme(w: Workshop, theme: str) -> Workshop:
    """The workshop in which no suggestion takes this theme away; without a theme, the same one."""
    if not theme or w.themes[theme].kept:
        return w
    return replace(w, themes=put(w.themes, theme, replace(w.themes[theme], kept=True)))


def unlike(w: Workshop, idea: str) -> Workshop:
    """The workshop in which this idea says the same as no other; those that were like it stay alike."""
    same = [i.id for i in w.ideas.values() if i.same_as == idea]
    if not same and not (idea in w.ideas and w.ideas[idea].same_as):
        return w
    ideas = dict(w.ideas)
    for other in same:
        ideas[other] = replace(ideas[other], same_as=same[0] if other != same[0] else "")
    if idea in ideas:
        ideas[idea] = replace(ideas[idea], same_as="")
    return replace(w, ideas=ideas)


def change_proposal(w: Workshop, place: Callable[[int, str, str], str]) -> Workshop:
    """The workshop in whose proposal, if there is one, each seat (round, participant, table) is at the table
    that `place` gives, or gone where that is empty."""
    if w.proposal is None:
        return w
    seats = {
        number: {who: found for who, table in seated.items() if (found := place(number, who, table))}
        for number, seated in w.proposal.seats.items()
    }
    return replace(
        w, proposal=replace(w.proposal, seats={n: seated for n, seated in seats.items() if seated})
    )
