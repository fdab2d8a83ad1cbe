"""A workshop in which moderators take back what they did to articles, and in which an idea that was quoted
everywhere is erased."""

from facilitation.domain import commands as c
from facilitation.domain.actors import GUEST, participant
from tests.journals.telling import Story

IDEAS = ("pani Iks z ulicy Dziewiątej czeka", "jedno okienko", "odpowiadamy w dwa dni", "herbata pomaga")


def tell(story: Story) -> None:
    """A round, the charter, two steps taken back, and an idea erased after it was quoted everywhere."""
    for number in range(4):
        story.ask(GUEST, c.JoinParticipant(f"Osoba {number}"))
    story.moderator(c.OpenRound())
    story.everybody_posts(IDEAS)
    story.ask(participant("P1"), c.RewordIdea("I1", "pani Iks z ulicy Dziewiątej czeka na telefon"))
    story.moderator(c.WriteHandover(f"Mamy tyle:\n{IDEAS[0]}\nherbata", "T1"))
    story.moderator(c.CloseRound(), c.OpenHarvest(), c.SuggestThemes("wartosci"))
    for title, idea in ((IDEAS[0], "I1"), ("Okienko", "I2"), ("Tempo", "I3")):
        story.moderator(c.MakeTheme("wartosci", title, (idea,)))
    story.moderator(c.DraftCharter())
    undo(story)
    story.moderator(
        c.RewordArticle("A1", f"Nie zapominamy, że {IDEAS[0]} na telefon."),
        c.OpenAgreement(),
        c.HideIdea("I1"),
        c.BlankIdea("I1"),
        c.DraftCharter(),
        c.CloseAgreement(),
        c.CloseWorkshop(),
    )


def undo(story: Story) -> None:
    """Two articles are merged and one split, and it all is taken back, once with others' words in it."""
    story.moderator(c.MergeArticle("A3", "A2"), c.UnmergeArticle("A3"))
    story.moderator(c.SplitArticle("A2", "Jest okienko.", "Jest jedno."), c.UnsplitArticle("A4"))
    story.moderator(c.SplitArticle("A2", "Jest okienko.", "Jest jedno."))
    story.moderator(c.RewordArticle("A5", "Tylko jedno."), c.UnsplitArticle("A5"))
