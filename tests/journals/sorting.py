"""A workshop in which the room sorts and votes: told for `record.py`. What the themes desk would say is said
here, so that the recording has all of it."""

from facilitation.domain import commands as c
from facilitation.domain.actors import GUEST, MODERATOR, SYSTEM, participant, tablet
from tests.journals.telling import Story

AREA = "wartosci"


def tell(story: Story) -> None:
    """A round, a suggestion, the room's taps, an arrival, corrections, a vote."""
    for number in range(5):
        story.ask(GUEST, c.JoinParticipant(f"Osoba {number}", "Urząd", ("szkoła", "policja")[number % 2]))
    story.moderator(c.OpenRound())
    for number, text in enumerate(("zaufanie", "ufność", "jawność", "jawne decyzje", "herbata"), 1):
        story.ask(participant(f"P{number}"), c.PostIdea(text, area=AREA))
    story.moderator(c.CloseRound(), c.OpenHarvest(), c.SuggestThemes(AREA, 0.7))
    the_room_sorts(story)
    the_moderator_decides(story)
    the_room_votes(story)


def the_room_sorts(story: Story) -> None:
    """Answers of every kind; the wall follows; two ideas say the same."""
    story.moderator(c.OpenSorting(AREA))
    story.ask(participant("P1"), c.AnswerQuestion("I2", (("I1",), ("I3", "I4")), 0))
    story.ask(participant("P1"), c.AnswerQuestion("I5", (("I1",), ("I3", "I4"))))
    story.ask(participant("P2"), c.AnswerQuestion("I4", (), skip=True))
    story.ask(tablet("T1"), c.AnswerQuestion("I4", (("I3",), ("I5",)), 0))
    placed = (
        c.Placing("I1", "trust", 91, "machine"),
        c.Placing("I2", "trust", 88, "room"),
        c.Placing("I3", "open", 84, "machine"),
        c.Placing("I4", "open", 86, "room"),
        c.Placing("I5", "", 0, "room"),
    )
    made = (c.Making("trust", "zaufanie"), c.Making("open", "jawność"))
    story.ask(SYSTEM, c.ArrangeIdeas(AREA, placed, made), c.LikenIdeas(AREA, (("I1", "I2"), ("I3", "I4"))))
    story.ask(SYSTEM, c.LikenIdeas(AREA, (("I3", "I4"),)))
    story.moderator(c.CloseSorting())


def the_moderator_decides(story: Story) -> None:
    """A late idea is placed and accepted; themes are merged, emptied and come back."""
    trust, openness = (_theme_of(story, "I1"), _theme_of(story, "I3"))
    story.moderator(c.PostIdea("ufajmy sobie", table="T1", area=AREA))
    story.ask(SYSTEM, c.ArrangeIdeas(AREA, (c.Placing("I6", trust, 77),)))
    story.moderator(
        c.AcceptArrivals(),
        c.PlaceIdeas(("I3", "I4"), openness),
        c.MergeTheme(openness, trust),
        c.RestoreTheme(openness),
        c.EmptyTheme(openness),
        c.RestoreTheme(openness),
    )


def the_room_votes(story: Story) -> None:
    """Dots spent and taken back, an objection kept and one withdrawn; a merge in the middle of the vote."""
    trust, openness = (_theme_of(story, "I1"), _theme_of(story, "I3"))
    story.moderator(c.OpenVoting(dots=3, area=AREA, named=True))
    story.ask(participant("P1"), c.SpendDots(trust, 2), c.SpendDots(openness, 1), c.SpendDots(trust, 1))
    story.ask(participant("P2"), c.SpendDots(openness, 3), c.ObjectTheme(trust, "Zaufania się nie uchwala."))
    story.ask(participant("P3"), c.ObjectTheme(openness, "Nie wszystko."), c.ObjectTheme(openness, on=False))
    story.ask(MODERATOR, c.ShowVoting(), c.MergeTheme(openness, trust), c.RestoreTheme(openness))
    story.moderator(c.CloseVoting(), c.CloseWorkshop())


def _theme_of(story: Story, idea: str) -> str:
    return story.cafe.workshop.state.ideas[idea].theme
