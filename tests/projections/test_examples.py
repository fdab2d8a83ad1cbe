"""Single patches, as a browser gets them."""

from facilitation.domain import commands as c
from facilitation.domain.actors import MODERATOR, participant
from facilitation.domain.decision import ArticleDraft
from facilitation.projections import Span, patch, view
from tests.domain.histories import begun


def test_a_posted_idea_reaches_its_table_its_author_and_the_boards_and_nobody_else() -> None:
    history = begun(tables=2, people=3)
    history.ask(MODERATOR, c.OpenRound())
    before = history.now
    history.ask(participant("P1"), c.PostIdea("Jedno okienko"))
    span = Span(before, history.now)
    seat = before.seat_of("P1")
    area = before.tables[seat].area
    idea = {
        "number": 1,
        "text": "Jedno okienko",
        "table": seat,
        "round": 1,
        "support": 0,
        "at": history.at,
        "area": area,
    }
    elsewhere = {"T1": "T2", "T2": "T1"}[seat]
    assert patch(span, f"table/{seat}") == {"ideas": {"I1": idea}, "points": ["I1"]}
    assert patch(span, "person/P1") == {"ideas": {"I1": idea}}
    heard = {"tables": {seat: {"1": {"people": 1}}}}
    assert patch(span, "board") == {"ideas": {"I1": idea}, "voices": heard}
    assert patch(span, "moderator") == {"ideas": {"I1": {**idea, "author": "P1"}}, "voices": heard}
    assert patch(span, f"table/{elsewhere}") == {}
    assert patch(span, "person/P2") == {}
    assert patch(span, "public") == {}


def test_hiding_an_idea_takes_it_from_the_room_and_from_the_article_it_stands_behind() -> None:
    history = begun(tables=1, people=2)
    history.ask(MODERATOR, c.OpenRound())
    history.ask(participant("P1"), c.PostIdea("Jedno okienko"))
    history.ask(participant("P2"), c.PostIdea("Wspólny telefon"))
    history.ask(MODERATOR, c.MakeTheme("zasady", "Kontakt", ("I1", "I2")))
    history.ask(MODERATOR, c.DraftCharter(), drafts=(ArticleDraft("zasady", "M1", "Kontakt", ("I1", "I2")),))
    before = history.now
    history.ask(MODERATOR, c.HideIdea("I1"))
    history.ask(MODERATOR, c.RewordArticle("A1", "Mamy wspólny telefon."))
    span = Span(before, history.now)
    assert patch(span, "board") == {
        "ideas": {"I1": None},
        "articles": {"A1": {"text": "Mamy wspólny telefon.", "ideas": ["I2"]}},
        "voices": {"tables": {"T1": {"1": {"people": 1}}}, "themes": {"M1": {"people": 1}}},
    }
    assert patch(span, "table/T1") == {"ideas": {"I1": None}, "points": ["I2"]}
    assert patch(span, "person/P1") == {"ideas": {"I1": {"hidden": True}}}


def test_an_author_sees_that_an_idea_waits_and_is_let_through_until_it_reads_otherwise() -> None:
    history = begun(tables=1, people=2)
    history.ask(MODERATOR, c.OpenRound())
    history.ask(participant("P1"), c.PostIdea("Zanim trzeba było czekać"))
    history.ask(MODERATOR, c.SwitchApproval(True))
    marks = []
    for actor, command in (
        (participant("P1"), c.PostIdea("Słowa")),
        (MODERATOR, c.ApproveIdeas(("I2",), 90_000)),
        (participant("P1"), c.RewordIdea("I2", "Inne słowa")),
        (MODERATOR, c.HideIdea("I2")),
        (MODERATOR, c.RestoreIdea("I2")),
        (MODERATOR, c.SwitchApproval(False)),
        (participant("P1"), c.RewordIdea("I2", "Jeszcze inne")),
    ):
        history.ask(actor, command)
        seen = view(history.now, "person/P1")["ideas"]["I2"]
        marks.append({name: seen[name] for name in ("waiting", "let_through", "hidden") if name in seen})
        assert not {"waiting", "let_through"} & view(history.now, "table/T1")["ideas"].get("I2", {}).keys()
    waits, through, hidden = {"waiting": True}, {"let_through": True}, {"hidden": True}
    assert marks == [waits, through, waits, hidden, waits, through, {}]
    assert not {"waiting", "let_through"} & view(history.now, "person/P1")["ideas"]["I1"].keys()


def test_with_approve_first_people_are_heard_at_their_table_at_once_and_in_a_theme_once_let_through() -> None:
    history = begun(tables=1, people=2)
    history.ask(MODERATOR, c.OpenRound())
    history.ask(MODERATOR, c.SwitchApproval(True))
    for who in ("P1", "P2"):
        history.ask(participant(who), c.PostIdea(f"Słowa {who}"))
    history.ask(MODERATOR, c.ApproveIdeas(("I1",), history.at))
    history.ask(MODERATOR, c.MakeTheme("zasady", "Kontakt", ("I1", "I2")))
    heard = {"tables": {"T1": {"1": {"people": 2}}}, "themes": {"M1": {"people": 1}}}
    assert [view(history.now, channel)["voices"] for channel in ("board", "moderator")] == [heard, heard]
