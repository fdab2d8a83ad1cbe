"""A recorded workshop whose moderator tells the room, one table and the wall something."""

from facilitation.domain import commands as c
from facilitation.domain.actors import GUEST
from tests.journals.telling import Story


def tell(story: Story) -> None:
    """Before a round, in it and after it; one message is withdrawn."""
    for number in range(5):
        story.ask(GUEST, c.JoinParticipant(f"Osoba {number}"))
    story.moderator(c.SendMessage("Zaczynamy o dziewiątej.", board=True), c.DealSeats())
    story.moderator(c.SendMessage("Tu brakuje krzesła.", "T2"), c.OpenRound())
    story.moderator(c.SendMessage("Mówcie, proszę, ciszej.", "T1"), c.SendMessage("Za chwilę kawa."))
    story.moderator(c.WithdrawMessage("N1"), c.CloseRound(), c.CloseWorkshop(), c.WithdrawMessage("N4"))
