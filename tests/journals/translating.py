"""A workshop whose texts are in two languages: the scenario's, those a moderator writes, changes and takes
back, and words that were changed after they had been translated."""

from facilitation.domain import commands as c
from facilitation.domain.actors import GUEST
from tests.journals.telling import Story

IDEAS = ("odpowiadamy w dwa dni", "we call back the same day", "jedno okienko")


def tell(story: Story) -> None:
    """Before the people come, and once more while they talk."""
    title = "Próba w dwóch językach"
    story.moderator(
        c.EditWorkshop(title),
        c.TranslateText("en", title, "A trial in two languages"),
        c.EditTable("T2", topic="Na czym nam zależy"),
        c.TranslateText("en", "Na czym nam zależy", "What matters to us"),
        c.TranslateText("en", "Na czym nam zależy", "What we care about"),
        c.EditTable("T2", topic="Co jest dla nas ważne"),
        c.TranslateText("en", "Co jest dla nas ważne", "What is important to us"),
        c.TranslateText("en", "Co jest dla nas ważne", ""),
    )
    for number in range(3):
        story.ask(GUEST, c.JoinParticipant(f"Osoba {number}"))
    story.moderator(c.OpenRound())
    story.everybody_posts(IDEAS)
    story.moderator(c.EditTable("T2", topic="Na czym nam zależy"), c.CloseRound(), c.CloseWorkshop())
