"""Which ideas a table might hand over: what the host, or the table's tablet, starts from."""

from facilitation.domain.workshop import Idea, Workshop

MOST = 5


def points(workshop: Workshop, table: str) -> list[str]:
    """At most five ideas that the table sees: best supported first, then the older; at most one of a theme
    while there are others. Ideas that object come last, and only if somebody supports them; one of those has
    its place."""
    cloth = (workshop.ideas[i] for i in workshop.tablecloths.get(table, ()))
    ordered = sorted((i for i in cloth if i.on_cloth), key=lambda i: (-len(i.supporters), i.number))
    objections = [i.id for i in ordered if i.objects and i.supporters]
    chosen = _spread([i for i in ordered if not i.objects], MOST - bool(objections))
    return [*chosen, *objections][:MOST]


def _spread(ordered: list[Idea], most: int) -> list[str]:
    themes: set[str] = set()
    first: list[str] = []
    others: list[str] = []
    for idea in ordered:
        (others if idea.theme and idea.theme in themes else first).append(idea.id)
        themes.add(idea.theme)
    chosen = {*[*first, *others][:most]}
    return [idea.id for idea in ordered if idea.id in chosen]
