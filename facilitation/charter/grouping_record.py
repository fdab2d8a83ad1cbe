"""How the themes and sentences of a workshop came about, in numbers: what the machine proposed, what people
decided."""

from facilitation.charter.phrases import Phrases
from facilitation.domain.workshop import Workshop


def grouping_record(workshop: Workshop, said: Phrases) -> tuple[str, ...]:
    """One line a figure; what was hidden is counted and not told. Articles only once there are some."""
    filled = {idea.theme for idea in workshop.ideas.values() if idea.visible and idea.theme}
    themes = [theme for theme in workshop.themes.values() if theme.id in filled]
    seen = [idea for idea in workshop.ideas.values() if idea.visible]
    waiting = sum(idea.on_cloth and not idea.visible for idea in workshop.ideas.values())
    placed = [idea.placed_by for idea in seen if idea.theme]
    articles = [article for article in workshop.articles.values() if not article.dropped]
    answered = sum(len(given) for given in workshop.answers.values())
    figures = [
        *([(said.room_answers, answered)] if answered else []),
        (said.themes_by_people, sum(theme.kept for theme in themes)),
        (said.themes_by_machine, sum(not theme.kept for theme in themes)),
        (said.ideas_by_people, placed.count("moderator")),
        (said.ideas_by_machine, placed.count("machine")),
        *([(said.ideas_by_room, placed.count("room"))] if workshop.answers else []),
        (said.ideas_unassigned, len(seen) - len(placed)),
        (said.ideas_hidden, sum(not idea.on_cloth for idea in workshop.ideas.values())),
        *([(said.ideas_waiting, waiting)] if waiting else []),
    ]
    if articles:
        figures.append((said.articles_reworded, sum(article.reworded for article in articles)))
        figures.append((said.articles_as_drafted, sum(not article.reworded for article in articles)))
    return tuple(phrase.format(n=number) for phrase, number in figures)
