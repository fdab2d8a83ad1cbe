"""The room's agreement: articles put to it, answered, put again, and reservations whose words are hidden."""

from facilitation.domain import bounds, lookup
from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.decision import Context, Decision
from facilitation.domain.refusals import Refusal
from facilitation.domain.text import fit
from facilitation.domain.workshop import Article, Workshop


def open_agreement(w: Workshop, command: c.OpenAgreement, context: Context) -> Decision:
    """Articles are put to the room; one that is open and reads as it did when it was put needs no asking
    again."""
    named = w.articles if command.articles is None else dict.fromkeys(command.articles)
    articles = [lookup.article(w, identifier, "articles") for identifier in named]
    asked = [article for article in articles if not article.dropped]
    if command.articles is not None and len(asked) < len(articles):
        raise Refusal("unknown_article", "articles")
    if not asked:
        raise Refusal("nothing_to_put")
    put = tuple(article.id for article in asked if not _asked_already(w, article))
    if not put:
        return Decision((), {"articles": 0})
    return Decision((e.AgreementOpened(put, context.at),), {"articles": len(put)})


def _asked_already(w: Workshop, article: Article) -> bool:
    return article.id in w.agreement_open and article.puts[-1].wording == len(article.wordings)


def close_agreement(w: Workshop, _command: c.CloseAgreement, context: Context) -> Decision:
    """Nobody answers any more."""
    return Decision((e.AgreementClosed(context.at),)) if w.agreement_open else Decision()


def answer(w: Workshop, command: c.AnswerArticle, context: Context) -> Decision:
    """What somebody says to an article; saying the same twice is saying it once."""
    article = lookup.article(w, command.article)
    if not w.agreement_open:
        raise Refusal("agreement_closed")
    if article.id not in w.agreement_open:
        raise Refusal("not_put", "article")
    reason = fit(command.reason, bounds.ANSWER_CHARACTERS, "reason")
    who = context.actor.participant
    said = article.answers.get(who)
    if said and (said.answer, said.reason) == (command.answer, reason):
        return Decision()
    return Decision((e.ArticleAnswered(article.id, who, command.answer, context.at, reason),))


def hide_reservation(w: Workshop, command: c.HideReservation, _context: Context) -> Decision:
    """The words of an answer go from what the room reads, or come back."""
    article = lookup.article(w, command.article)
    answers = (*article.answers.values(), *(said for _, said in article.earlier_answers))
    found = next((said for said in answers if said.number == command.number), None)
    if found is None:
        raise Refusal("invalid_value", "number")
    if found.hidden == command.on:
        return Decision()
    event = e.ReservationHidden if command.on else e.ReservationShown
    return Decision((event(article.id, command.number),))
