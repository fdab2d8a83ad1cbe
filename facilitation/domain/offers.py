"""Ideas that reached the theme of an article after a person wrote it: offered to it, never put into it."""

from facilitation.domain.workshop import Workshop


def offers(w: Workshop) -> dict[str, tuple[str, ...]]:
    """Article → ids of the visible ideas in its themes that stand behind no article yet and that nobody
    declined, in the order they were written. Only articles that a person wrote and that have some."""
    written = [a for a in w.articles.values() if a.reworded and not a.dropped]
    if not written:
        return {}
    behind = {idea for a in w.articles.values() if not a.dropped for idea in a.ideas}
    loose: dict[str, list[str]] = {}
    for idea in w.ideas.values():
        if idea.theme and idea.visible and idea.id not in behind:
            loose.setdefault(idea.theme, []).append(idea.id)
    found = {}
    for article in written:
        near = [i for theme in (article.theme, *article.themes) for i in loose.get(theme, ())]
        offered = tuple(i for i in near if i not in article.declined)
        if offered:
            found[article.id] = offered
    return found
