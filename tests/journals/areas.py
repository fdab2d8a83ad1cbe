"""A workshop whose moderator leaves two areas out of the charter and brings one of them back."""

from facilitation.domain import commands as c
from facilitation.domain.actors import GUEST
from tests.journals.telling import Story

IDEAS = ("odpowiadamy w dwa dni", "jedno okienko", "herbata pomaga")


def tell(story: Story) -> None:
    """The areas first, then a round, themes of those that are left, and the charter."""
    for number in range(3):
        story.ask(GUEST, c.JoinParticipant(f"Osoba {number}"))
    first, second, *rest = story.cafe.workshop.state.areas
    for table, area in zip(("T1", "T2", "T3", "T4"), (first, second, first, second), strict=True):
        story.moderator(c.EditTable(table, area=area))
    story.moderator(*(c.DropArea(area) for area in rest), c.RestoreArea(rest[0]), c.OpenRound())
    story.everybody_posts(IDEAS)
    story.moderator(c.CloseRound(), c.OpenHarvest(), c.MakeTheme(first, "Tempo", ("I1",)))
    story.moderator(c.MakeTheme(rest[0], "Na razie puste"), c.EmptyTheme("M2"), c.DropArea(rest[0]))
    story.moderator(c.DraftCharter(), c.RestoreArea(rest[0]), c.AddArticle(rest[0], "Mówimy prosto."))
    story.moderator(c.CloseWorkshop())
