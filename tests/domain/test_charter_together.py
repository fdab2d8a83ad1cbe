"""The charter as people make it together: nobody's words are lost, and what was answered stays."""

import pytest

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.actors import MODERATOR, participant
from facilitation.domain.decision import ArticleDraft
from facilitation.domain.offers import offers
from facilitation.domain.refusals import Refusal
from facilitation.domain.workshop import Answer, Put, Spotlight, Wording
from tests.domain.histories import History, begun

ANNA, BOGDAN = participant("P1"), participant("P2")


@pytest.fixture
def drafted() -> History:
    """Two people wrote three ideas, and the charter has a draft for each of two themes."""
    history = begun(tables=2, people=2)
    history.ask(MODERATOR, c.OpenRound())
    for author, text in ((ANNA, "Jedno okienko"), (BOGDAN, "Mówimy wprost"), (ANNA, "Odpowiadamy w dwa dni")):
        history.ask(author, c.PostIdea(text))
    history.ask(MODERATOR, c.MakeTheme("wartosci", "Okienko", ("I1",)))
    history.ask(MODERATOR, c.MakeTheme("wartosci", "Prostota", ("I2",)))
    draft(history)
    return history


def draft(history: History, *order: str) -> None:
    """The machine drafts an article for each theme, in this order or that of their making."""
    w = history.now
    themes = [w.themes[theme] for theme in order or w.themes]
    drafts = tuple(
        ArticleDraft(t.area, t.id, f"{t.title}.", tuple(i.id for i in w.ideas_in(t.id))) for t in themes
    )
    assert history.ask(MODERATOR, c.DraftCharter(), drafts=drafts)


def in_order(history: History, area: str = "wartosci") -> list[str]:
    """The articles of an area that stand, in their order."""
    here = [a for a in history.now.articles.values() if a.area == area and not a.dropped]
    return [a.id for a in sorted(here, key=lambda a: a.order)]


def test_who_rewords_what_somebody_else_has_reworded_meanwhile_is_told_and_nothing_is_lost(
    drafted: History,
) -> None:
    drafted.ask(MODERATOR, c.RewordArticle("A1", "Jest jedno okienko.", after=1))
    assert drafted.ask(MODERATOR, c.RewordArticle("A1", "Okienko jest jedno.", after=1)) is None
    assert drafted.refusals == [Refusal("reworded_meanwhile", "text")]
    assert drafted.now.articles["A1"].text == "Jest jedno okienko."
    assert drafted.ask(MODERATOR, c.RewordArticle("A1", "Jest jedno okienko.", after=1)).events == ()
    drafted.ask(MODERATOR, c.RewordArticle("A1", "Okienko jest jedno.", after=2))
    assert [w.text for w in drafted.now.articles["A1"].wordings] == [
        "Okienko.",
        "Jest jedno okienko.",
        "Okienko jest jedno.",
    ]


def test_an_order_made_by_hand_stays_and_new_drafts_come_last(drafted: History) -> None:
    drafted.ask(MODERATOR, c.MoveArticle("A2", "A1"))
    assert in_order(drafted) == ["A2", "A1"]
    drafted.ask(MODERATOR, c.MakeTheme("wartosci", "Tempo", ("I3",)))
    draft(drafted, "M3", "M1", "M2")
    assert in_order(drafted) == ["A2", "A1", "A3"]
    drafted.ask(MODERATOR, c.MoveArticle("A2"))
    assert in_order(drafted) == ["A1", "A3", "A2"]
    assert drafted.ask(MODERATOR, c.MoveArticle("A2")).events == ()


def test_without_a_hand_the_draft_gives_the_order_and_what_people_wrote_comes_last(drafted: History) -> None:
    drafted.ask(MODERATOR, c.AddArticle("wartosci", "Własnymi słowami.", ("I3",)))
    draft(drafted, "M2", "M1")
    assert in_order(drafted) == ["A2", "A1", "A3"]
    assert drafted.now.ordered == ()


def test_an_article_can_be_moved_only_within_its_area(drafted: History) -> None:
    drafted.ask(MODERATOR, c.AddArticle("zasady", "Odpowiadamy.", ()))
    drafted.ask(MODERATOR, c.MoveArticle("A1", "A3"))
    assert drafted.refusals == [Refusal("invalid_value", "before")]


def test_merging_unites_words_and_ideas_and_restoring_takes_nothing_back(drafted: History) -> None:
    drafted.ask(MODERATOR, c.MergeArticle("A2", "A1"))
    into, gone = drafted.now.articles["A1"], drafted.now.articles["A2"]
    assert (into.text, into.ideas, into.themes) == ("Okienko. Prostota.", ("I1", "I2"), ("M2",))
    assert into.wordings[-1] == Wording("Okienko. Prostota.", drafted.at, "merged")
    assert (gone.dropped, gone.merged_into, in_order(drafted)) == (True, "A1", ["A1"])
    drafted.ask(MODERATOR, c.PlaceIdea("I3", "M2"))
    assert offers(drafted.now) == {"A1": ("I3",)}
    draft(drafted)
    assert drafted.now.articles["A1"].text == "Okienko. Prostota."
    drafted.ask(MODERATOR, c.RestoreArticle("A2"))
    assert (drafted.now.articles["A1"].themes, drafted.now.articles["A2"].merged_into) == ((), "")


def test_splitting_gives_the_rest_its_ideas_and_its_place_after_the_first(drafted: History) -> None:
    drafted.ask(MODERATOR, c.MergeArticle("A2", "A1"))
    decision = drafted.ask(MODERATOR, c.SplitArticle("A1", "Jedno.", "Drugie.", ("I2",)))
    assert decision.result == {"article": "A3"}
    first, rest = drafted.now.articles["A1"], drafted.now.articles["A3"]
    assert (first.text, first.ideas, rest.text, rest.ideas) == ("Jedno.", ("I1",), "Drugie.", ("I2",))
    assert in_order(drafted) == ["A1", "A3"]
    draft(drafted)
    assert (drafted.now.articles["A1"].text, drafted.now.articles["A3"].text) == ("Jedno.", "Drugie.")


def test_ideas_that_reach_a_theme_later_are_offered_once_a_person_wrote_and_can_be_declined(
    drafted: History,
) -> None:
    drafted.ask(MODERATOR, c.PlaceIdea("I3", "M1"))
    assert offers(drafted.now) == {}
    drafted.ask(MODERATOR, c.RewordArticle("A1", "Jest jedno okienko."))
    assert offers(drafted.now) == {"A1": ("I3",)}
    drafted.ask(MODERATOR, c.LinkArticle("A1", ("I3",), on=False))
    assert offers(drafted.now) == {}
    drafted.ask(MODERATOR, c.LinkArticle("A1", ("I3",)))
    assert (drafted.now.articles["A1"].ideas, drafted.now.articles["A1"].declined) == (("I1", "I3"), ())


def test_a_draft_keeps_the_ideas_that_a_person_put_behind_it_and_not_those_declined(drafted: History) -> None:
    drafted.ask(MODERATOR, c.LinkArticle("A1", ("I3",)))
    drafted.ask(MODERATOR, c.LinkArticle("A2", ("I2",), on=False))
    draft(drafted)
    ideas = {a.id: a.ideas for a in drafted.now.articles.values()}
    assert ideas == {"A1": ("I1", "I3"), "A2": ()}


def test_answers_belong_to_what_was_put_and_an_earlier_put_stays_in_the_record(drafted: History) -> None:
    drafted.ask(MODERATOR, c.OpenAgreement())
    put_at = drafted.at
    drafted.ask(ANNA, c.AnswerArticle("A1", "reservation", "Kto przy nim usiądzie?"))
    said_at = drafted.at
    drafted.ask(MODERATOR, c.RewordArticle("A1", "Jest jedno okienko, od ósmej."))
    article = drafted.now.articles["A1"]
    assert (article.text_put, article.text) == ("Okienko.", "Jest jedno okienko, od ósmej.")
    decision = drafted.ask(MODERATOR, c.OpenAgreement())
    assert decision.events == (e.AgreementOpened(("A1",), drafted.at),)
    article = drafted.now.articles["A1"]
    assert article.puts == (Put(1, put_at, drafted.at), Put(2, drafted.at))
    first = Answer("reservation", "Kto przy nim usiądzie?", said_at, 1, number=1)
    assert (article.answers, article.earlier_answers) == ({}, (("P1", first),))
    drafted.ask(ANNA, c.AnswerArticle("A1", "agree"))
    assert drafted.now.articles["A1"].answers == {"P1": Answer("agree", "", drafted.at, 2, number=2)}


def test_an_article_is_answered_only_while_it_is_put(drafted: History) -> None:
    drafted.ask(ANNA, c.AnswerArticle("A1", "agree"))
    drafted.ask(MODERATOR, c.OpenAgreement(("A2",)))
    drafted.ask(ANNA, c.AnswerArticle("A1", "agree"))
    drafted.ask(MODERATOR, c.DropArticle("A2"))
    drafted.ask(MODERATOR, c.OpenAgreement(("A2",)))
    drafted.ask(ANNA, c.AnswerArticle("A2", "agree"))
    assert drafted.refusals == [
        Refusal("agreement_closed"),
        Refusal("not_put", "article"),
        Refusal("unknown_article", "articles"),
        Refusal("agreement_closed"),
    ]


def test_without_articles_there_is_nothing_to_put() -> None:
    history = begun(people=1)
    history.ask(MODERATOR, c.OpenAgreement())
    assert history.refusals == [Refusal("nothing_to_put")]


def test_a_reservation_whose_words_are_hidden_still_counts_and_stays_hidden(drafted: History) -> None:
    drafted.ask(MODERATOR, c.OpenAgreement())
    drafted.ask(BOGDAN, c.AnswerArticle("A1", "reservation", "Przez tego Iksińskiego!"))
    drafted.ask(MODERATOR, c.HideReservation("A1", 1))
    drafted.ask(BOGDAN, c.AnswerArticle("A1", "reservation", "Nadal przez Iksińskiego!"))
    answer = drafted.now.articles["A1"].answers["P2"]
    assert (answer.answer, answer.hidden, answer.number) == ("reservation", True, 1)
    drafted.ask(MODERATOR, c.HideReservation("A1", 1, on=False))
    assert not drafted.now.articles["A1"].answers["P2"].hidden
    drafted.ask(MODERATOR, c.HideReservation("A1", 9))
    assert drafted.refusals == [Refusal("invalid_value", "number")]


def test_a_draft_that_the_room_has_answered_is_dropped_with_its_record_when_its_idea_goes(
    drafted: History,
) -> None:
    drafted.ask(MODERATOR, c.NameTheme("M1", "Jedno okienko"))
    draft(drafted)
    drafted.ask(MODERATOR, c.OpenAgreement())
    drafted.ask(BOGDAN, c.AnswerArticle("A1", "agree"))
    drafted.ask(MODERATOR, c.HideIdea("I1"))
    article = drafted.now.articles["A1"]
    assert (article.dropped, list(article.answers), drafted.now.agreement_open) == (True, ["P2"], ("A2",))


def test_the_board_shows_one_thing_large_or_none(drafted: History) -> None:
    drafted.ask(MODERATOR, c.ShowOnBoard(article="A1"))
    assert drafted.now.spotlight == Spotlight("A1")
    drafted.ask(MODERATOR, c.ShowOnBoard(theme="M1"))
    assert drafted.now.spotlight == Spotlight("", "M1")
    drafted.ask(MODERATOR, c.ShowOnBoard())
    assert drafted.now.spotlight == Spotlight()
    drafted.ask(MODERATOR, c.ShowOnBoard("A1", "M1"))
    assert drafted.refusals == [Refusal("invalid_value", "theme")]


def test_undoing_a_merge_puts_everything_back_where_it_was(drafted: History) -> None:
    before = drafted.now.articles
    drafted.ask(MODERATOR, c.OpenAgreement())
    drafted.ask(BOGDAN, c.AnswerArticle("A2", "agree"))
    drafted.ask(MODERATOR, c.MergeArticle("A2", "A1"))
    assert drafted.now.agreement_open == ("A1",)
    decision = drafted.ask(MODERATOR, c.UnmergeArticle("A2"))
    assert decision.events == (e.ArticleUnmerged("A2", drafted.at, 1),)
    into, back = drafted.now.articles["A1"], drafted.now.articles["A2"]
    assert [w.by for w in into.wordings] == ["draft", "merged", "draft"]
    assert (into.text, into.ideas, into.themes, into.reworded) == ("Okienko.", ("I1",), (), False)
    assert (back.text, back.ideas, back.dropped, back.merged_into) == ("Prostota.", ("I2",), False, "")
    assert (list(back.answers), set(drafted.now.agreement_open)) == (["P2"], {"A1", "A2"})
    assert in_order(drafted) == [*before]
    assert drafted.ask(MODERATOR, c.UnmergeArticle("A2")).events == ()


def test_undoing_a_merge_leaves_what_somebody_wrote_or_brought_meanwhile(drafted: History) -> None:
    drafted.ask(MODERATOR, c.AddArticle("wartosci", "Tempo.", ("I2", "I3")))
    drafted.ask(MODERATOR, c.MergeArticle("A2", "A1"))
    drafted.ask(MODERATOR, c.MergeArticle("A3", "A1"))
    drafted.ask(MODERATOR, c.RewordArticle("A1", "Prosto, szybko, w okienku."))
    drafted.ask(MODERATOR, c.UnmergeArticle("A2"))
    articles = drafted.now.articles
    assert (articles["A1"].text, articles["A1"].ideas) == ("Prosto, szybko, w okienku.", ("I1", "I2", "I3"))
    assert (articles["A2"].text, articles["A2"].ideas) == ("Prostota.", ("I2",))
    drafted.ask(MODERATOR, c.UnmergeArticle("A3"))
    assert drafted.now.articles["A1"].ideas == ("I1", "I2")


def test_undoing_a_merge_reaches_where_its_ideas_were_carried_on_to(drafted: History) -> None:
    drafted.ask(MODERATOR, c.AddArticle("wartosci", "Tempo.", ("I3",)))
    drafted.ask(MODERATOR, c.MergeArticle("A2", "A1"))
    drafted.ask(MODERATOR, c.MergeArticle("A1", "A3"))
    drafted.ask(MODERATOR, c.UnmergeArticle("A2"))
    ideas = {a.id: a.ideas for a in drafted.now.articles.values()}
    assert ideas == {"A1": ("I1",), "A2": ("I2",), "A3": ("I3", "I1")}
    assert drafted.now.articles["A3"].text == "Tempo. Okienko. Prostota."


def test_undoing_a_split_gives_the_words_and_the_ideas_of_before(drafted: History) -> None:
    drafted.ask(MODERATOR, c.LinkArticle("A1", ("I3",)))
    before = drafted.now.articles["A1"]
    drafted.ask(MODERATOR, c.SplitArticle("A1", "Jedno.", "Drugie.", ("I1",)))
    drafted.ask(MODERATOR, c.UnsplitArticle("A3"))
    after = drafted.now.articles["A1"]
    assert (after.text, after.ideas, after.linked) == (before.text, ("I1", "I3"), before.linked)
    assert (after.reworded, in_order(drafted)) == (False, ["A1", "A2"])
    assert drafted.ask(MODERATOR, c.UnsplitArticle("A3")).events == ()
    assert drafted.ask(MODERATOR, c.UnsplitArticle("A1")).events == ()


def test_undoing_a_split_keeps_the_words_of_both_once_somebody_has_reworded_one(drafted: History) -> None:
    drafted.ask(MODERATOR, c.SplitArticle("A1", "Jedno.", "Drugie."))
    drafted.ask(MODERATOR, c.RewordArticle("A3", "Drugie, inaczej."))
    drafted.ask(MODERATOR, c.UnsplitArticle("A3"))
    assert drafted.now.articles["A1"].wordings[-1] == Wording("Jedno. Drugie, inaczej.", drafted.at, "merged")


def test_of_a_split_article_that_was_left_out_the_words_do_not_come_back(drafted: History) -> None:
    drafted.ask(MODERATOR, c.SplitArticle("A1", "Jedno.", "Drugie."))
    drafted.ask(MODERATOR, c.RewordArticle("A1", "Jedno, inaczej."))
    drafted.ask(MODERATOR, c.DropArticle("A3"))
    drafted.ask(MODERATOR, c.UnsplitArticle("A3"))
    assert drafted.now.articles["A1"].text == "Jedno, inaczej."
    drafted.ask(MODERATOR, c.SplitArticle("A1", "Jedno.", "Trzecie."))
    drafted.ask(MODERATOR, c.DropArticle("A1"))
    drafted.ask(MODERATOR, c.UnsplitArticle("A4"))
    assert drafted.refusals == [Refusal("unknown_article", "article")]


def test_undoing_brings_no_draft_back_that_says_what_was_hidden_meanwhile(drafted: History) -> None:
    drafted.ask(MODERATOR, c.MergeArticle("A2", "A1"))
    drafted.ask(MODERATOR, c.HideIdea("I1"))
    undone = drafted.ask(MODERATOR, c.UnmergeArticle("A2"))
    assert undone.events[1:] == (e.CharterDrafted(drafted.at, (), ("A1",)),)
    assert {a.id: a.text for a in drafted.now.articles.values()} == {"A2": "Prostota."}
    drafted.ask(MODERATOR, c.OpenAgreement())
    drafted.ask(MODERATOR, c.SplitArticle("A2", "Jedno.", "Drugie."))
    drafted.ask(BOGDAN, c.WithdrawIdea("I2"))
    undone = drafted.ask(MODERATOR, c.UnsplitArticle("A3"))
    assert undone.events[1:] == (e.ArticleDropped("A2"),)


def test_a_draft_that_says_what_was_hidden_meanwhile_comes_back_in_other_words_only(
    drafted: History,
) -> None:
    drafted.ask(MODERATOR, c.OpenAgreement())
    drafted.ask(MODERATOR, c.DropArticle("A1"))
    drafted.ask(MODERATOR, c.HideIdea("I1"))
    assert drafted.ask(MODERATOR, c.RestoreArticle("A1")) is None
    assert drafted.refusals == [Refusal("draft_says_the_gone", "article")]
    drafted.ask(MODERATOR, c.RewordArticle("A1", "Każda sprawa ma opiekuna."))
    assert drafted.ask(MODERATOR, c.RestoreArticle("A1")).events == (e.ArticleRestored("A1"),)
    drafted.ask(MODERATOR, c.DropArticle("A2"))
    drafted.ask(BOGDAN, c.WithdrawIdea("I2"))
    assert drafted.ask(MODERATOR, c.RestoreArticle("A2")) is None
