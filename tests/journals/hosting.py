"""A recorded workshop of lists, proposals, pins, pauses, closed tables, hosts and what tables hand over."""

from facilitation.domain import commands as c
from facilitation.domain.actors import GUEST, participant, tablet
from tests.journals.telling import Story

LIST = (
    c.Listed("Żaneta Źdźbło", "Sąd", "prawo"),
    c.Listed("Jan Bąk", "Policja", "policja"),
    c.Listed("Ola Wąs", "", "rodzice"),
)


def tell(story: Story) -> None:
    """A list of people and a proposal; two rounds with a pause between tables that come and go."""
    seats(story)
    first_round(story)
    second_round(story)


def seats(story: Story) -> None:
    """Who is expected, who comes, and who is to sit where."""
    story.moderator(c.AddParticipants(LIST, expected=True), c.AddParticipants((c.Listed("Ewa Łoś"),)))
    for number in range(10):
        story.ask(GUEST, c.JoinParticipant(f"Osoba {number}", f"Urząd {number % 3}"))
    story.ask(GUEST, c.JoinParticipant("żaneta źdźbło"))
    story.moderator(
        c.ReturnParticipant("P2"),
        c.MakeRequest("apart", ("P5", "P8")),
        c.MakeRequest("together", ("P1", "P4")),
        c.MakeRequest("apart", ("P9", "P10", "P11")),
        c.DropRequest("R3"),
        c.EditTable("T4", chairs=3),
        c.AddTable("Na marginesie", chairs=2),
        c.PinSeat("P6", 2, "T1"),
        c.ProposeSeats(),
        c.DiscardSeats(),
        c.ProposeSeats(),
        c.SwapSeats("P7", "P12", proposal=True),
        c.MoveSeat("P13", "T5", round=1, proposal=True, pin=True),
        c.PinSeat("P13", 1, on=False),
        c.DealSeats(proposal=2),
        c.AppointHost("T2", "P5"),
        c.AppointHost("T2", "P6"),
        c.AppointHost("T3", "P7"),
        c.ReleaseHost("T3"),
    )


def first_round(story: Story) -> None:
    """A tablet and a host write for their tables; the clock is stopped for a while."""
    story.moderator(c.OpenRound(), c.PauseRound())
    story.ask(tablet("T1"), c.PostIdea("dyżur w każdy wtorek"), c.PostIdea("dyżur, ale z kim?"))
    story.ask(tablet("T1"), c.RewordIdea("I2", "dyżur, ale kto go pełni?"), c.WriteHandover("Dyżur."))
    story.moderator(c.ExtendRound(2), c.ResumeRound(), c.AppointHost("T1", "P4"))
    story.ask(participant("P4"), c.PostIdea("lista telefonów", for_table=True, builds_on="I1"))
    story.ask(participant("P4"), c.WriteHandover("Dyżur we wtorki.\n\nPytanie: kto go pełni?"))
    story.moderator(c.PostIdea("na kartce: nie we wtorki", table="T1", builds_on="I1", objects=True))
    story.moderator(c.PauseRound(), c.CloseRound())


def second_round(story: Story) -> None:
    """A table with a host closes and another opens again; the hand-over goes on, and one is taken back."""
    story.moderator(c.CloseTable("T2"), c.CloseTable("T5"), c.ReopenTable("T5"))
    story.ask(GUEST, c.JoinParticipant("Za Późno"))
    story.moderator(c.MoveSeat("P8", "T5", pin=True), c.SwapSeats("P9", "P10", round=2), c.OpenRound())
    story.moderator(c.WriteHandover("Dyżur i telefony.", "T1"), c.WriteHandover("Nic.", "T3"))
    story.moderator(c.WriteHandover("", "T3"), c.CloseRound(), c.LeaveParticipant("P3"), c.OpenHarvest())
