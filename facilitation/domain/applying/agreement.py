"""What the events about the room's agreement do to the state. An answer stands with its article."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from facilitation.domain import events as e
from facilitation.domain.applying.change import change_article, put
from facilitation.domain.workshop import Answer, Article, Put, Workshop


def _agreement_opened(w: Workshop, event: e.AgreementOpened) -> Workshop:
    articles = dict(w.articles)
    for identifier in event.articles:
        article = articles[identifier]
        articles[identifier] = replace(
            article,
            puts=(*_closed(article, event.at), Put(len(article.wordings), event.at)),
            answers={},
            earlier_answers=(*article.earlier_answers, *article.answers.items()),
        )
    asked = tuple(dict.fromkeys((*w.agreement_open, *event.articles)))
    return replace(w, articles=articles, agreement_open=asked)


def _agreement_closed(w: Workshop, event: e.AgreementClosed) -> Workshop:
    articles = dict(w.articles)
    for identifier in w.agreement_open:
        article = articles[identifier]
        articles[identifier] = replace(article, puts=_closed(article, event.at))
    return replace(w, articles=articles, agreement_open=())


def _closed(article: Article, at: int) -> tuple[Put, ...]:
    """Its puts, the last of them over."""
    if not article.puts or article.puts[-1].closed_at:
        return article.puts
    return (*article.puts[:-1], replace(article.puts[-1], closed_at=at))


def _article_answered(w: Workshop, event: e.ArticleAnswered) -> Workshop:
    article = w.articles[event.article]
    before = article.answers.get(event.participant)
    answer = Answer(
        answer=event.answer,
        reason=event.reason,
        at=event.at,
        put=len(article.puts),
        hidden=before is not None and before.hidden,
        number=before.number if before else 1 + len(article.answers) + len(article.earlier_answers),
    )
    changes: dict[str, Any] = {"answers": put(article.answers, event.participant, answer)}
    if before is not None and before.answer == "reservation" != event.answer:
        changes["taken_back"] = (*article.taken_back, (event.participant, before))
    return change_article(w, article.id, **changes)


def _reservation_hidden(w: Workshop, event: e.ReservationHidden) -> Workshop:
    return _marked(w, event.article, event.number, hidden=True)


def _reservation_shown(w: Workshop, event: e.ReservationShown) -> Workshop:
    return _marked(w, event.article, event.number, hidden=False)


def _marked(w: Workshop, identifier: str, number: int, *, hidden: bool) -> Workshop:
    article = w.articles[identifier]

    def marked(answer: Answer) -> Answer:
        return replace(answer, hidden=hidden) if answer.number == number else answer

    return change_article(
        w,
        identifier,
        answers={who: marked(answer) for who, answer in article.answers.items()},
        earlier_answers=tuple((who, marked(answer)) for who, answer in article.earlier_answers),
        taken_back=tuple((who, marked(answer)) for who, answer in article.taken_back),
    )


HANDLERS: dict[type, Callable[[Workshop, Any], Workshop]] = {
    e.AgreementOpened: _agreement_opened,
    e.AgreementClosed: _agreement_closed,
    e.ArticleAnswered: _article_answered,
    e.ReservationHidden: _reservation_hidden,
    e.ReservationShown: _reservation_shown,
}
