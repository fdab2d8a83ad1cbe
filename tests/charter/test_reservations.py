"""Every reservation is in the record in its own words, with what became of it and without its owner."""

from __future__ import annotations

from datetime import UTC, timedelta, timezone

from facilitation.charter import PAPERS, Occasion, charter_of
from facilitation.charter.reservations import Reservation, reservations
from facilitation.domain import events as e
from facilitation.domain.apply import apply
from facilitation.domain.workshop import Workshop
from tests.charter.small import empty

MINUTE = 60_000
DAY = 24 * 60 * MINUTE
ZONE = timezone(timedelta(hours=1))


def drafted(*texts: str) -> Workshop:
    """A workshop with these articles of one area: A1, A2 …"""
    state = empty(areas="r")
    for text in texts:
        identifier = f"A{state.article_count + 1}"
        state = apply(state, e.ArticleAdded(identifier, "r", text, 0))
    return state


def said(state: Workshop, article: str, who: str, answer: str, reason: str = "") -> Workshop:
    """The answer of one person."""
    return apply(state, e.ArticleAnswered(article, who, answer, 0, reason))


def put(state: Workshop, *articles: str, at: int = 0) -> Workshop:
    """The articles are put to the room."""
    return apply(state, e.AgreementOpened(articles, at))


def outcomes(state: Workshop) -> list[tuple[str, str, str, int]]:
    """What the record holds of each."""
    return [
        (one.number, one.words, one.outcome, one.at) for one in reservations(state, charter_of(state, None))
    ]


def reworded_and_put_again(text: str = "Raz na kwartał.") -> Workshop:
    """Six people have something against an article; it is reworded at minute 7 and put again."""
    state = put(drafted("Raz w miesiącu."), "A1")
    reasons = ("za często", "kto zwołuje?", "nie w piątki", "a wakacje?", "", "nie w piątki")
    for number, reason in enumerate(reasons, 1):
        state = said(state, "A1", f"P{number}", "reservation", reason)
    state = apply(state, e.ArticleReworded("A1", text, 7 * MINUTE))
    state = put(state, "A1", at=8 * MINUTE)
    state = said(state, "A1", "P1", "agree")
    state = said(state, "A1", "P2", "reservation", "nadal: kto zwołuje?")
    return said(state, "A1", "P3", "reservation", "nie w piątki")


def test_a_reservation_that_stands_is_open_and_one_that_its_owner_changed_is_taken_back():
    state = put(drafted("Raz w miesiącu."), "A1")
    state = said(state, "A1", "P1", "reservation", "za często")
    state = said(state, "A1", "P2", "reservation", "nie w piątki")
    state = said(state, "A1", "P2", "live_with")
    assert outcomes(state) == [("2.1", "nie w piątki", "taken_back", 0), ("2.1", "za często", "open", 0)]
    again = said(state, "A1", "P2", "reservation", "w piątki nie mogę")
    assert outcomes(again) == [("2.1", "w piątki nie mogę", "open", 0), ("2.1", "za często", "open", 0)]


def test_after_a_rewording_each_reservation_is_resolved_upheld_or_not_repeated():
    assert outcomes(reworded_and_put_again()) == [
        ("2.1", "", "not_repeated", 7 * MINUTE),
        ("2.1", "a wakacje?", "not_repeated", 7 * MINUTE),
        ("2.1", "kto zwołuje?", "upheld", 0),
        ("2.1", "nadal: kto zwołuje?", "open", 0),
        ("2.1", "nie w piątki", "not_repeated", 7 * MINUTE),
        ("2.1", "nie w piątki", "open", 0),
        ("2.1", "za często", "resolved", 7 * MINUTE),
    ]


def test_a_rewording_that_was_not_put_yet_resolves_nothing():
    state = said(put(drafted("Raz w miesiącu."), "A1"), "A1", "P1", "reservation", "za często")
    state = apply(state, e.ArticleReworded("A1", "Raz na kwartał.", 7 * MINUTE))
    assert outcomes(state) == [("2.1", "za często", "open", 0)]


def test_an_article_that_is_put_again_as_it_was_resolves_nothing_by_its_wording():
    state = put(drafted("Raz w miesiącu."), "A1")
    for who in ("P1", "P2"):
        state = said(state, "A1", who, "reservation", f"słowa {who}")
    state = said(put(state, "A1"), "A1", "P1", "agree")
    assert outcomes(state) == [("2.1", "słowa P1", "settled", 0), ("2.1", "słowa P2", "unanswered", 0)]


def test_reservations_to_articles_that_are_gone_stand_at_the_end():
    state = put(drafted("Raz.", "Dwa.", "Trzy."), "A1", "A2", "A3")
    for article in ("A1", "A2", "A3"):
        state = said(state, article, "P1", "reservation", f"przeciw {article}")
    state = apply(state, e.ArticleDropped("A1"))
    state = apply(state, e.ArticleMerged("A2", "A3", "Dwa i trzy.", 0))
    assert outcomes(state) == [
        ("2.1", "przeciw A3", "open", 0),
        ("", "przeciw A1", "dropped", 0),
        ("", "przeciw A2", "merged", 0),
    ]


def test_hiding_hides_a_reservation_that_was_taken_back_too():
    state = said(put(drafted("Raz."), "A1"), "A1", "P1", "reservation", "Pan Nowak nie umie")
    number = state.articles["A1"].answers["P1"].number
    state = apply(said(state, "A1", "P1", "agree"), e.ReservationHidden("A1", number))
    hidden = Reservation("2.1", "Pan Nowak nie umie", True, "taken_back")
    assert reservations(state, charter_of(state, None)) == (hidden,)
    for name, paper in PAPERS.items():
        assert (name, "Nowak" in paper.write(state, Occasion(None, UTC)).decode(errors="replace")) == (
            name,
            False,
        )


def test_the_protokol_quotes_each_and_says_what_became_of_it():
    text = PAPERS["report.md"].write(reworded_and_put_again(), Occasion(None, ZONE)).decode()
    text = text.replace("\u00a0", " ")
    record = text.partition("### Zastrzeżenia i co się z nimi stało\n\n")[2].partition("\n\n#")[0]
    assert record.splitlines() == [
        "| Zdanie | Zastrzeżenie | Co się z nim stało |",
        "| --- | --- | --- |",
        "| 2.1 | „a wakacje?” | po zmianie brzmienia o 01:07 nie powtórzone |",
        "| 2.1 | „kto zwołuje?” | podtrzymane, gdy zapytano o to zdanie ponownie |",
        "| 2.1 | „nadal: kto zwołuje?” | nadal otwarte; przytoczone w załączniku nr 3 do karty |",
        "| 2.1 | „nie w piątki” | po zmianie brzmienia o 01:07 nie powtórzone |",
        "| 2.1 | „nie w piątki” | nadal otwarte; przytoczone w załączniku nr 3 do karty |",
        "| 2.1 | „za często” | rozwiązane zmianą brzmienia o 01:07 |",
        "",
        "- Zastrzeżenia bez uzasadnienia na piśmie: 1",
    ]


def test_a_rewording_on_another_day_is_told_with_its_day():
    state = said(put(drafted("Raz."), "A1"), "A1", "P1", "reservation", "za rzadko")
    state = apply(state, e.ArticleReworded("A1", "Dwa razy.", 3 * DAY))
    state = said(put(state, "A1", at=3 * DAY), "A1", "P1", "agree")
    text = PAPERS["report.md"].write(state, Occasion(None, ZONE)).decode().replace("\u00a0", " ")
    assert "| 2.1 | „za rzadko” | rozwiązane zmianą brzmienia 4 stycznia 1970 r. o 01:00 |" in text
