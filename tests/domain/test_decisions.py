"""What each command comes to, by example: the events, or the refusal with its field."""

import pytest

from facilitation.domain import bounds
from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.actors import BOARD, GUEST, MODERATOR, Actor, participant
from facilitation.domain.decide import decide
from facilitation.domain.decision import ArticleDraft, Context, Decision, ProposedTheme
from facilitation.domain.offers import offers
from facilitation.domain.refusals import Refusal
from facilitation.domain.workshop import Person
from tests.domain.histories import MINUTE, History, begun

ANNA, JAN = participant("P1"), participant("P2")


@pytest.fixture
def lobby() -> History:
    """Two people have joined, nothing is dealt."""
    return begun(tables=2, rounds=2, people=2)


@pytest.fixture
def talking(lobby: History) -> History:
    """Round 1 is open, Anna (P1) sits at T1 and has written I1, Jan (P2) at T2."""
    lobby.ask(MODERATOR, c.OpenRound(), plan={1: {"P1": "T1", "P2": "T2"}, 2: {"P1": "T2", "P2": "T1"}})
    lobby.ask(ANNA, c.PostIdea("Jedno okienko"))
    return lobby


def refusal(history: History, actor: Actor, command: c.Command, **computed: object) -> Refusal:
    before = history.now
    history.refusals.clear()
    history.ask(actor, command, **computed)
    assert history.now is before
    assert len(history.refusals) == 1, "the command was carried out"
    return history.refusals[0]


def test_joining_keeps_name_and_institution_out_of_the_event(lobby: History) -> None:
    decision = decide(lobby.now, c.JoinParticipant("Ewa", "MOPS", "szkoła"), Context(actor=GUEST, at=5_000))
    assert decision == Decision(
        (e.ParticipantJoined("P3", 5_000, "szkoła"),), {"participant": "P3"}, {"P3": Person("Ewa", "MOPS")}
    )


def test_who_comes_late_is_seated_at_once_as_proposed(talking: History) -> None:
    talking.ask(GUEST, c.JoinParticipant(), seats={1: "T2", 2: "T1"})
    assert talking.now.participants["P3"].seats == {1: "T2", 2: "T1"}


def test_without_a_proposal_the_emptiest_table_not_yet_visited_is_taken(talking: History) -> None:
    talking.ask(GUEST, c.JoinParticipant())
    talking.ask(GUEST, c.JoinParticipant())
    assert talking.now.participants["P3"].seats == {1: "T1", 2: "T2"}
    assert talking.now.participants["P4"].seats == {1: "T2", 2: "T1"}


def test_opening_a_round_seats_everybody_and_sets_the_clock(lobby: History) -> None:
    decision = lobby.ask(MODERATOR, c.OpenRound())
    assert decision is not None
    assert decision.result == {"round": 1}
    opened = lobby.now.open_round
    assert opened is not None
    assert opened.closes_at - opened.opened_at == 20 * MINUTE
    assert {p.id: p.seats for p in lobby.now.present} == {"P1": {1: "T1", 2: "T2"}, "P2": {1: "T2", 2: "T1"}}


def test_a_round_is_extended_from_its_end_or_from_now_if_that_has_passed(talking: History) -> None:
    end = talking.now.rounds[1].closes_at
    talking.ask(MODERATOR, c.ExtendRound(5))
    assert talking.now.rounds[1].closes_at == end + 5 * MINUTE
    talking.at = end + 60 * MINUTE
    talking.ask(MODERATOR, c.ExtendRound(5))
    assert talking.now.rounds[1].closes_at == talking.at + 5 * MINUTE


def test_the_phases_follow_one_another() -> None:
    history = begun(tables=1, rounds=2, people=1)
    phases = [history.now.phase]
    for command in (
        c.DealSeats(),
        c.OpenRound(),
        c.CloseRound(),
        c.OpenRound(),
        c.CloseRound(),
        c.CloseWorkshop(),
    ):
        history.ask(MODERATOR, command, plan={1: {"P1": "T1"}, 2: {"P1": "T1"}})
        phases.append(history.now.phase)
    assert phases == ["lobby", "move", "round", "move", "round", "harvest", "closed"]


def test_an_idea_belongs_to_the_authors_table_round_and_area(talking: History) -> None:
    idea = talking.now.ideas["I1"]
    assert (idea.author, idea.table, idea.round, idea.area) == ("P1", "T1", 1, "wartosci")


def test_an_idea_that_waited_on_a_phone_still_counts_for_the_round_it_was_written_in(
    talking: History,
) -> None:
    talking.ask(MODERATOR, c.CloseRound())
    talking.ask(MODERATOR, c.OpenRound())
    talking.ask(ANNA, c.PostIdea("Spóźniony", round=1))
    idea = talking.now.ideas["I2"]
    assert (idea.table, idea.round, idea.late) == ("T1", 1, True)


def test_a_moderator_types_in_paper_for_a_table_and_may_credit_somebody(talking: History) -> None:
    talking.ask(MODERATOR, c.PostIdea("Z kartki", table="T2"))
    talking.ask(MODERATOR, c.PostIdea("Z kartki Jana", table="T1", participant="P2"))
    paper = [(i.author, i.table, i.round, i.by_moderator) for i in talking.now.ideas.values()][1:]
    assert paper == [("", "T2", 1, True), ("P2", "T1", 1, True)]


def test_support_given_twice_is_given_once_and_can_be_taken_back(talking: History) -> None:
    talking.ask(MODERATOR, c.MoveSeat("P2", "T1"))
    talking.ask(JAN, c.SupportIdea("I1"))
    assert talking.ask(JAN, c.SupportIdea("I1")) == Decision()
    assert talking.now.ideas["I1"].supporters == ("P2",)
    talking.ask(JAN, c.SupportIdea("I1", on=False))
    assert talking.now.ideas["I1"].supporters == ()


def test_what_a_human_placed_or_named_no_suggestion_touches(talking: History) -> None:
    for words in ("Wspólny telefon", "Telefon do koordynatora", "Zaufanie"):
        talking.ask(ANNA, c.PostIdea(words))
    first = {"wartosci": (ProposedTheme("A", ("I1", "I2")), ProposedTheme("B", ("I3", "I4")))}
    talking.ask(MODERATOR, c.SuggestThemes(), suggestion=first)
    talking.ask(MODERATOR, c.NameTheme("M1", "Kontakt"))
    talking.ask(MODERATOR, c.PlaceIdea("I4"))
    second = {"wartosci": (ProposedTheme("Z", ("I1", "I2", "I3", "I4")),)}
    talking.ask(MODERATOR, c.SuggestThemes(), suggestion=second)
    assert {i.id: i.theme for i in talking.now.ideas.values()} == {
        "I1": "M1",
        "I2": "M1",
        "I3": "M3",
        "I4": "",
    }
    assert {t.id: t.title for t in talking.now.themes.values()} == {"M1": "Kontakt", "M3": "Z"}


def test_a_new_draft_never_touches_what_a_person_wrote_but_offers_its_ideas(talking: History) -> None:
    talking.ask(MODERATOR, c.MakeTheme("wartosci", "Kontakt", ("I1",)))
    talking.ask(MODERATOR, c.DraftCharter(), drafts=(ArticleDraft("wartosci", "M1", "Kontakt.", ("I1",)),))
    talking.ask(MODERATOR, c.RewordArticle("A1", "Jesteśmy w kontakcie."))
    talking.ask(ANNA, c.PostIdea("Telefon"))
    talking.ask(MODERATOR, c.PlaceIdea("I2", "M1"))
    talking.ask(
        MODERATOR, c.DraftCharter(), drafts=(ArticleDraft("wartosci", "M1", "Telefon.", ("I1", "I2")),)
    )
    article = talking.now.articles["A1"]
    assert (article.text, article.ideas, article.reworded) == ("Jesteśmy w kontakcie.", ("I1",), True)
    assert offers(talking.now) == {"A1": ("I2",)}
    assert [w.by for w in article.wordings] == ["draft", "moderator"]


def test_a_host_stays_and_leaving_gives_the_table_back(lobby: History) -> None:
    lobby.ask(MODERATOR, c.AppointHost("T2", "P1"))
    lobby.ask(MODERATOR, c.DealSeats(), plan={1: {"P1": "T1", "P2": "T1"}, 2: {"P1": "T1", "P2": "T2"}})
    assert lobby.now.participants["P1"].seats == {1: "T2", 2: "T2"}
    lobby.ask(ANNA, c.LeaveParticipant())
    assert lobby.now.tables["T2"].host == ""


def test_erasing_somebody_leaves_the_ideas_and_a_record(talking: History) -> None:
    talking.ask(ANNA, c.EraseParticipant())
    assert talking.now.person("P1") == Person()
    assert talking.now.erased == (("P1", talking.at),)
    assert talking.now.ideas["I1"].text == "Jedno okienko"


def test_a_board_may_ask_for_nothing(lobby: History) -> None:
    assert refusal(lobby, BOARD, c.OpenRound()) == Refusal("not_allowed", "type")


@pytest.mark.parametrize(
    ("actor", "command", "expected"),
    [
        (GUEST, c.PostIdea("a"), Refusal("not_allowed", "type")),
        (participant("P99"), c.PostIdea("a"), Refusal("unauthorized")),
        (ANNA, c.OpenRound(), Refusal("not_allowed", "type")),
        (ANNA, c.JoinParticipant(), Refusal("not_allowed", "type")),
        (ANNA, c.PostIdea(" "), Refusal("empty_text", "text")),
        (ANNA, c.PostIdea("x" * 501), Refusal("too_long", "text", {"limit": 500, "length": 501})),
        (ANNA, c.PostIdea("a", table="T2"), Refusal("not_your_table", "table")),
        (ANNA, c.PostIdea("a", table="T9"), Refusal("unknown_table", "table", {"value": "T9"})),
        (ANNA, c.PostIdea("a", area="xx"), Refusal("unknown_area", "area", {"value": "xx"})),
        (ANNA, c.PostIdea("a", round=2), Refusal("round_closed", "round")),
        (ANNA, c.PostIdea("a", round=9), Refusal("unknown_round", "round", {"value": "9"})),
        (ANNA, c.PostIdea("a", participant="P2"), Refusal("not_allowed", "participant")),
        (MODERATOR, c.PostIdea("a"), Refusal("missing_field", "table")),
        (JAN, c.RewordIdea("I1", "b"), Refusal("not_yours", "idea")),
        (MODERATOR, c.RewordIdea("I1", "b"), Refusal("not_yours", "idea")),
        (JAN, c.WithdrawIdea("I1"), Refusal("not_yours", "idea")),
        (ANNA, c.WithdrawIdea("I9"), Refusal("unknown_idea", "idea", {"value": "I9"})),
        (ANNA, c.SupportIdea("I1"), Refusal("own_idea", "idea")),
        (JAN, c.SupportIdea("I1"), Refusal("not_your_table", "idea")),
        (ANNA, c.UpdateParticipant("P2", name="x"), Refusal("not_allowed", "participant")),
        (MODERATOR, c.UpdateParticipant(name="x"), Refusal("missing_field", "participant")),
        (MODERATOR, c.OpenRound(), Refusal("round_open")),
        (MODERATOR, c.ExtendRound(0), Refusal("invalid_value", "minutes")),
        (MODERATOR, c.EditRound(1, minutes=5), Refusal("round_started", "minutes")),
        (MODERATOR, c.SkipRound(1), Refusal("round_started", "round")),
        (MODERATOR, c.DropRound(1), Refusal("round_started", "round")),
        (MODERATOR, c.AddTable(), Refusal("round_open")),
        (MODERATOR, c.DropTable("T1"), Refusal("round_open")),
        (MODERATOR, c.OpenHarvest(), Refusal("round_open")),
        (MODERATOR, c.CloseWorkshop(), Refusal("round_open")),
        (MODERATOR, c.PlaceIdea("I1", "M9"), Refusal("unknown_theme", "theme", {"value": "M9"})),
        (MODERATOR, c.MakeTheme("wartosci", " "), Refusal("empty_text", "title")),
        (MODERATOR, c.SuggestThemes(), Refusal("nothing_to_group")),
        (MODERATOR, c.SuggestThemes(fineness=2.0), Refusal("invalid_value", "fineness")),
        (MODERATOR, c.DraftCharter(), Refusal("nothing_to_draft")),
        (MODERATOR, c.RewordArticle("A1", "x"), Refusal("unknown_article", "article", {"value": "A1"})),
        (
            MODERATOR,
            c.AppointHost("T1", "P9"),
            Refusal("unknown_participant", "participant", {"value": "P9"}),
        ),
    ],
)
def test_a_command_that_cannot_be_carried_out_says_why(
    talking: History, actor: Actor, command: c.Command, expected: Refusal
) -> None:
    assert refusal(talking, actor, command) == expected


def test_after_a_round_an_idea_without_a_round_is_refused(talking: History) -> None:
    talking.ask(MODERATOR, c.CloseRound())
    assert refusal(talking, ANNA, c.PostIdea("a")) == Refusal("round_closed")


def test_a_hidden_idea_can_not_be_supported_and_a_blanked_one_is_gone(talking: History) -> None:
    talking.ask(MODERATOR, c.MoveSeat("P2", "T1"))
    talking.ask(MODERATOR, c.HideIdea("I1"))
    assert refusal(talking, JAN, c.SupportIdea("I1")) == Refusal("idea_hidden", "idea")
    talking.ask(MODERATOR, c.BlankIdea("I1"))
    assert talking.now.ideas["I1"].text == ""
    assert refusal(talking, MODERATOR, c.RestoreIdea("I1")) == Refusal("unknown_idea", "idea")


def test_a_table_with_ideas_stays_and_so_does_the_last_round(talking: History) -> None:
    talking.ask(MODERATOR, c.CloseRound())
    assert refusal(talking, MODERATOR, c.DropTable("T1")) == Refusal("table_in_use", "table")
    small = begun(rounds=1)
    assert refusal(small, MODERATOR, c.DropRound(1)) == Refusal("last_one", "round")


def test_nobody_can_be_seated_in_an_empty_room() -> None:
    assert refusal(begun(), MODERATOR, c.DealSeats()) == Refusal("nobody_to_seat")


def test_when_no_round_is_left_none_opens(talking: History) -> None:
    for command in (c.CloseRound(), c.SkipRound()):
        talking.ask(MODERATOR, command)
    assert refusal(talking, MODERATOR, c.OpenRound()) == Refusal("no_round_left")


def test_a_closed_workshop_changes_only_by_being_reopened(talking: History) -> None:
    for command in (c.CloseRound(), c.OpenHarvest(), c.CloseWorkshop()):
        talking.ask(MODERATOR, command)
    assert refusal(talking, MODERATOR, c.EditWorkshop("x")) == Refusal("workshop_closed")
    talking.ask(MODERATOR, c.ReopenWorkshop())
    assert talking.now.phase == "harvest"


def test_a_room_has_a_limit(monkeypatch: pytest.MonkeyPatch, lobby: History) -> None:
    monkeypatch.setattr(bounds, "PARTICIPANTS", 2)
    assert refusal(lobby, GUEST, c.JoinParticipant()) == Refusal("too_many", None, {"limit": 2})


@pytest.fixture
def grouped(talking: History) -> History:
    """Anna's I1 and I2 stand in the suggested theme M1, which is called by I1 and drafted as A1."""
    talking.ask(ANNA, c.PostIdea("Telefon do koordynatora w każdej instytucji"))
    themes = {"wartosci": (ProposedTheme("Jedno okienko", ("I1", "I2")),)}
    talking.ask(MODERATOR, c.SuggestThemes(), suggestion=themes)
    drafts = (ArticleDraft("wartosci", "M1", "Jedno okienko: telefon.", ("I1", "I2")),)
    talking.ask(MODERATOR, c.DraftCharter(), drafts=drafts)
    return talking


def test_an_idea_waits_until_a_moderator_lets_it_through_and_again_when_it_reads_otherwise(
    talking: History,
) -> None:
    def waiting() -> list[str]:
        return [idea.id for idea in talking.now.ideas.values() if not idea.visible]

    talking.ask(MODERATOR, c.SwitchApproval(True))
    talking.ask(JAN, c.PostIdea("Nowy pomysł"))
    talking.ask(MODERATOR, c.PostIdea("Z kartki", table="T2"))
    assert waiting() == ["I2"]
    read = talking.now.ideas["I2"].waiting_since
    talking.ask(JAN, c.RewordIdea("I2", "Co innego"))
    assert talking.ask(MODERATOR, c.ApproveIdeas(("I2",), read)) == Decision((), {"ideas": 0})
    approved = talking.ask(MODERATOR, c.ApproveIdeas(("I2", "I2", "I1", "I77"), talking.at))
    assert (approved, waiting()) == (Decision((e.IdeasApproved(("I2",)),), {"ideas": 1}), [])
    talking.ask(JAN, c.RewordIdea("I2", "Znowu co innego"))
    talking.ask(ANNA, c.RewordIdea("I1", "Dwa okienka"))
    assert waiting() == ["I1", "I2"]
    talking.ask(MODERATOR, c.HideIdea("I2"))
    assert talking.ask(MODERATOR, c.ApproveIdeas(("I1", "I2"), talking.at)).result == {"ideas": 1}
    talking.ask(MODERATOR, c.RestoreIdea("I2"))
    assert waiting() == ["I2"]
    talking.ask(MODERATOR, c.WithholdIdeas(("I1", "I2")))
    assert waiting() == ["I1", "I2"]
    talking.ask(MODERATOR, c.SwitchApproval(False))
    assert (talking.ask(MODERATOR, c.SwitchApproval(False)), waiting()) == (Decision(), [])
    assert refusal(talking, JAN, c.ApproveIdeas(("I1",), 1)).code == "not_allowed"


@pytest.mark.parametrize("command", [c.HideIdea("I1"), c.BlankIdea("I1")])
def test_what_the_room_may_not_see_leaves_no_words_in_titles_and_drafts(
    grouped: History, command: c.Command
) -> None:
    grouped.ask(MODERATOR, command)
    assert [t.title for t in grouped.now.themes.values()] == ["Telefon do koordynatora w każdej instytucji"]
    assert grouped.now.articles == {}


def test_a_theme_that_only_the_withdrawn_idea_had_named_is_gone_with_it(grouped: History) -> None:
    grouped.ask(ANNA, c.WithdrawIdea("I2"))
    assert [t.title for t in grouped.now.themes.values()] == ["Jedno okienko"]
    grouped.ask(ANNA, c.WithdrawIdea("I1"))
    assert grouped.now.themes == {}


def test_words_that_a_person_wrote_stay_when_the_idea_is_hidden(grouped: History) -> None:
    grouped.ask(MODERATOR, c.NameTheme("M1", "Jedno okienko!"))
    grouped.ask(MODERATOR, c.RewordArticle("A1", "Prowadzimy jedno okienko."))
    grouped.ask(MODERATOR, c.HideIdea("I1"))
    assert grouped.now.themes["M1"].title == "Jedno okienko!"
    assert grouped.now.articles["A1"].text == "Prowadzimy jedno okienko."


def test_a_draft_whose_theme_is_not_drafted_again_goes_but_a_dropped_one_stays(
    grouped: History,
) -> None:
    grouped.ask(MODERATOR, c.MakeTheme("wartosci", "Inny", ("I2",)))
    other = (ArticleDraft("wartosci", "M2", "Inny.", ("I2",)),)
    grouped.ask(MODERATOR, c.DropArticle("A1"))
    grouped.ask(MODERATOR, c.DraftCharter(), drafts=other)
    assert [(a.id, a.dropped) for a in grouped.now.articles.values()] == [("A1", True), ("A2", False)]
    grouped.ask(MODERATOR, c.RestoreArticle("A1"))
    grouped.ask(MODERATOR, c.DraftCharter(), drafts=other)
    assert list(grouped.now.articles) == ["A2"]
