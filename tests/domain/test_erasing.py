"""What an idea said is nowhere once it is erased, and everything else reads and replays as before."""

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.actors import MODERATOR, SYSTEM, participant
from facilitation.domain.apply import replay
from facilitation.domain.decision import ArticleDraft, ProposedTheme
from facilitation.domain.erasing import MARK, Erasure, Rewriter
from tests.domain.histories import History, begun, histories

IKS = "Pani Iks z ulicy Dziewiątej"


def rewritten(history: History) -> list[e.Event]:
    """The events as a journal holds them that erased what was to be erased."""
    kept = list(history.events)
    for at, words in history.erased.items():
        blanked = history.events[at]
        before = [
            replace(one, text="")
            if isinstance(one, e.IdeaPosted | e.IdeaReworded) and one.idea == blanked.idea
            else one
            for one in kept[:at]
        ]
        rewriter = Rewriter(words, [one for one in before if isinstance(one, Rewriter.TYPES)])
        kept[:at] = [rewriter.rewritten(one) for one in before]
    return kept


@given(histories(40))
@settings(max_examples=40, deadline=None)
def test_what_is_left_of_a_journal_replays_to_the_live_state(history: History) -> None:
    assert replay(rewritten(history)) == replace(history.now, people={})


@pytest.fixture
def named() -> History:
    """What somebody wrote about Mrs Iks is a machine's title, a draft, and in a host's and a moderator's
    words."""
    history = begun(tables=2, people=2)
    history.ask(MODERATOR, c.OpenRound())
    history.ask(participant("P1"), c.PostIdea("Iks!"))
    history.ask(participant("P1"), c.RewordIdea("I1", IKS))
    history.ask(participant("P2"), c.PostIdea("Herbata pomaga", area="wartosci"))
    groups = (ProposedTheme(IKS, ("I1",)), ProposedTheme("Herbata", ("I2",)))
    history.ask(MODERATOR, c.WriteHandover(f"Mówiliśmy:\n{IKS.upper()}.\nHerbata pomaga.", "T1"))
    history.ask(MODERATOR, c.SuggestThemes(), suggestion={"wartosci": groups})
    draft = ArticleDraft("wartosci", "M1", f"{IKS}: Herbata pomaga.", ("I1",))
    history.ask(MODERATOR, c.DraftCharter(), drafts=(draft,))
    return history


def test_titles_drafts_and_hand_overs_lose_the_words_and_nothing_else(named: History) -> None:
    named.ask(MODERATOR, c.NameTheme("M2", f"Herbata dla: {IKS.casefold()}"))
    named.ask(MODERATOR, c.BlankIdea("I1"))
    w = named.now
    assert {t.id: t.title for t in w.themes.values()} == {"M2": f"Herbata dla: {MARK}"}
    assert (w.articles, w.handovers["T1"].text) == ({}, f"Mówiliśmy:\n{MARK}.\nHerbata pomaga.")
    kept = rewritten(named)
    assert replay(kept) == replace(w, people={})
    assert not any(word in e.encode(event).decode() for event in kept for word in ("Iks", "IKS", "iks"))


def test_an_article_that_a_person_wrote_loses_the_words_and_keeps_the_rest(named: History) -> None:
    named.ask(MODERATOR, c.RewordArticle("A1", f"Herbata pomaga ({IKS}), i nie tylko."))
    named.ask(MODERATOR, c.AddArticle("zasady", IKS))
    named.ask(MODERATOR, c.BlankIdea("I1"))
    articles = named.now.articles
    assert [w.text for w in articles["A1"].wordings] == [
        f"{MARK}: Herbata pomaga.",
        f"Herbata pomaga ({MARK}), i nie tylko.",
    ]
    assert (articles["A1"].dropped, articles["A2"].dropped) == (False, True)


def test_what_another_idea_says_too_is_no_secret(named: History) -> None:
    named.ask(participant("P2"), c.PostIdea(f"{IKS} potrzebuje sąsiadów"))
    named.ask(MODERATOR, c.PlaceIdea("I3", "M1"))
    named.ask(MODERATOR, c.BlankIdea("I1"))
    assert named.now.themes["M1"].title == IKS
    assert replay(rewritten(named)) == replace(named.now, people={})
    named.ask(MODERATOR, c.BlankIdea("I3"))
    assert "M1" not in named.now.themes
    assert replay(rewritten(named)) == replace(named.now, people={})


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Tak. Iks! Nie.", f"Tak. {MARK}! Nie."),
        ("Iksowie są mili, iks też", None),
        ("Wartość: iks.", f"Wartość: {MARK}."),
    ],
)
def test_short_words_go_only_where_they_are_a_sentence(text: str, left: str | None) -> None:
    erasure = Erasure(("Iks",))
    assert (erasure.out_of(text) if erasure.held_in(text) else None) == left


def test_drafts_that_differed_differ_when_their_words_are_gone() -> None:
    told = ("Pani Iks.", "pani iks!", f"{MARK}.", "Herbata.")
    drafts = [e.CharterDrafted(1, (e.DraftedArticle("A1", "zasady", "M1", text, ()),)) for text in told]
    rewriter = Rewriter(("pani iks",), drafts)
    left = [rewriter.rewritten(event).articles[0].text for event in drafts]
    assert left == [f"{MARK}. {MARK}", f"{MARK}!", f"{MARK}.", "Herbata."]


def test_what_a_machine_found_before_an_idea_was_erased_does_not_bring_its_words_back(named: History) -> None:
    named.ask(MODERATOR, c.CloseRound())
    named.ask(MODERATOR, c.OpenSorting("wartosci"))
    named.ask(MODERATOR, c.BlankIdea("I1"))
    suggested = {"wartosci": (ProposedTheme(IKS, ("I1", "I2")),)}
    named.ask(MODERATOR, c.SuggestThemes(), suggestion=suggested)
    placed = (c.Placing("I1", "neu", 9, "machine"), c.Placing("I2", "neu", 9, "machine"))
    arranged = named.ask(SYSTEM, c.ArrangeIdeas("wartosci", placed, (c.Making("neu", IKS),)))
    assert arranged.events[0].made == (e.MadeTheme("M4", "Herbata pomaga"),)
    assert [theme.title for theme in named.now.themes.values()] == ["Herbata pomaga"]
    assert not any(IKS in e.encode(event).decode() for event in rewritten(named))
