"""A workshop in which people agree on the charter and institutions accede: told for `record.py`."""

from facilitation.domain import commands as c
from facilitation.domain.actors import GUEST, MODERATOR, PARTNER, participant, partner
from tests.domain.histories import png
from tests.journals.telling import Story


def tell(story: Story) -> None:
    """A round, themes by hand, the charter together, its agreement, who accedes, and what goes back."""
    talk(story)
    write(story)
    agree(story)
    accede(story)
    share(story)


def talk(story: Story) -> None:
    """Six people, one round, three themes."""
    people = [("Ala", "MOPS"), ("Borys", "Szkoła 7"), ("Celina", "Policja")]
    for number in range(6):
        name, institution = people[number % 3]
        story.ask(GUEST, c.JoinParticipant(f"{name} {number}", institution, "oświata"))
    story.moderator(
        c.EditWorkshop(place="Dom Kultury", held_on="2019-10-28", funding="Program Próbny"), c.OpenRound()
    )
    said = ("mówimy wprost", "jedno okienko", "odpowiadamy w dwa dni", "herbata pomaga", "mówimy prosto")
    story.everybody_posts(said)
    story.moderator(c.CloseRound(), c.OpenHarvest())
    for title, ideas in (("Prostota", ("I1",)), ("Okienko", ("I2",)), ("Tempo", ("I3",))):
        story.moderator(c.MakeTheme("wartosci", title, ideas))


def write(story: Story) -> None:
    """Articles drafted, written, moved, merged, split and linked; later drafts leave them alone."""
    story.moderator(
        c.DraftCharter(),
        c.RewordArticle("A1", "Mówimy prosto i wprost.", after=1),
        c.PlaceIdea("I5", "M1"),
        c.LinkArticle("A1", ("I5",)),
        c.LinkArticle("A1", ("I1",), on=False),
        c.MoveArticle("A3", "A1"),
        c.MergeArticle("A3", "A2"),
        c.AddArticle("wartosci", "Pijemy herbatę.", ("I4",)),
        c.SplitArticle("A2", "Jest jedno okienko.", "Odpowiadamy w dwa dni.", ("I3",)),
        c.ShowOnBoard(article="A2"),
        c.DraftCharter(),
        c.ShowOnBoard(),
    )


def agree(story: Story) -> None:
    """Put, answered, put again; a reservation is hidden, shown and hidden."""
    story.moderator(c.OpenAgreement())
    for who, answer in (("P1", "agree"), ("P2", "live_with"), ("P3", "reservation")):
        story.ask(participant(who), c.AnswerArticle("A2", answer, "Kto tam usiądzie?" * (who == "P3")))
    story.ask(participant("P4"), c.AnswerArticle("A1", "reservation", "Przez tego Iksińskiego."))
    story.moderator(
        c.RewordArticle("A2", "Jest jedno okienko, w MOPS.", after=3),
        c.OpenAgreement(("A2",)),
        c.HideReservation("A1", 1),
        c.HideReservation("A1", 1, on=False),
        c.HideReservation("A1", 1),
    )
    story.ask(participant("P3"), c.AnswerArticle("A2", "agree"))
    story.moderator(c.CloseAgreement())


def accede(story: Story) -> None:
    """Two institutions accede, one by the partner's link; one withdraws."""
    story.moderator(c.OpenDeclarations())
    school = c.MakeDeclaration("Szkoła 7", "Borys 1", True, "oświata", "dyrektor", powers="sala gimnastyczna")
    story.ask(participant("P2"), school, c.EditDeclaration("D1", contact="sekretariat"))
    story.ask(PARTNER, c.MakeDeclaration("Parafia", "ks. Celina", True, resources="busik księdza Celiny"))
    story.ask(partner("D2"), c.WithdrawDeclaration("D2"))
    story.moderator(c.CloseDeclarations())


def share(story: Story) -> None:
    """Next steps, logos, and the results, which are shared and shared no more."""
    story.moderator(
        c.AddTask("Spisać kartę", "MOPS", "2019-11-30"),
        c.EditTask("K1", due="2019-12-15"),
        c.AddTask("Na pewno nie to"),
        c.DropTask("K2"),
        c.AddLogo(png(2), "herb.png", "Herb miasta"),
        c.AddLogo(png(3), "zly.png"),
        c.EditLogo("L2", "Godło", 1),
        c.DropLogo("L2"),
        c.CloseWorkshop(),
        c.ShareResults("2019-12-31"),
        c.ShareResults(on=False),
    )
    assert story.cafe.workshop.state.logos.keys() == {"L1"}
    story.ask(MODERATOR, c.ShareResults())
