"""A recorded workshop in which ideas wait for the moderator before the room sees them."""

from facilitation.domain import commands as c
from facilitation.domain.actors import GUEST, participant
from tests.journals.telling import Story

IDEAS = ("dyżur w każdy wtorek", "jeden numer telefonu", "herbata dla wszystkich", "coś niegrzecznego")


def tell(story: Story) -> None:
    """Half-way through a round the moderator wants to read first, and later no longer."""
    for number in range(5):
        story.ask(GUEST, c.JoinParticipant(f"Osoba {number}"))
    story.moderator(c.DealSeats(), c.OpenRound())
    story.ask(participant("P5"), c.PostIdea("było na tablicy wcześniej"))
    story.moderator(c.SwitchApproval(True))
    story.everybody_posts(IDEAS)
    story.moderator(c.PostIdea("z kartki", table="T1"), c.HideIdea("I5"))
    story.moderator(c.ApproveIdeas(("I2", "I3"), story.cafe.workshop.state.ideas["I3"].waiting_since))
    story.moderator(c.WithholdIdeas(("I1",)))
    story.ask(participant("P2"), c.RewordIdea("I3", "jeden numer telefonu, całą dobę"))
    story.moderator(c.CloseRound(), c.SwitchApproval(False), c.SwitchApproval(True))
    story.ask(participant("P1"), c.PostIdea("po czasie", round=1))
    story.moderator(c.OpenHarvest(), c.CloseWorkshop())
