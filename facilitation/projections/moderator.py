"""The channel `moderator`: everything the console needs beside `public`. Only moderators get it."""

from facilitation.domain.offers import offers
from facilitation.domain.workshop import Workshop
from facilitation.projections import agreement, charter, ideas, messages, person, seating, traces, voices
from facilitation.projections.merge import View, diff
from facilitation.projections.span import Span


def view(workshop: Workshop) -> View:
    """People with their details, all ideas but withdrawn and erased ones, themes, articles, and how seats
    were dealt."""
    return {
        **_frame(workshop),
        **agreement.papers(workshop),
        **seating.view(workshop),
        **traces.answering(workshop),
        "people": {p: _person(workshop, p) for p in workshop.participants},
        "ideas": {i: shown for i in workshop.ideas if (shown := ideas.for_moderator(workshop, i))},
        "themes": {t: charter.theme_for_moderator(workshop, t) for t in workshop.themes},
        "articles": {a: charter.article_for_moderator(workshop, a) for a in workshop.articles},
        "offered": {article: list(ideas) for article, ideas in offers(workshop).items()},
        "declarations": {d: agreement.declaration(workshop, d) for d in workshop.declarations},
        "voices": voices.view(workshop),
        "messages": {m: messages.sent(workshop, m) for m in workshop.messages},
    }


def patch(span: Span) -> View:
    """What changed of it."""
    whoever = span.after.participants if span.frame else span.described
    sections = {
        "people": span.keyed(whoever, _person),
        "ideas": span.keyed(span.ideas, ideas.for_moderator),
        "themes": span.keyed(span.themes, charter.theme_for_moderator),
        "articles": span.keyed(span.articles, charter.article_for_moderator),
        "offered": span.offers,
        "declarations": span.keyed(span.declarations, agreement.declaration),
        "voices": span.voices,
        "messages": span.keyed(span.messages, messages.sent),
    }
    changed = diff(_frame(span.before), _frame(span.after))
    changed |= diff(agreement.papers(span.before), agreement.papers(span.after))
    changed |= seating.patch(span) | span.answering
    return {**changed, **{name: section for name, section in sections.items() if section}}


def _frame(workshop: Workshop) -> View:
    hosts = {t.id: t.host for t in workshop.tables.values() if t.host}
    frame: View = {"dealt": workshop.dealt, "deal": dict(workshop.deal_report), "hosts": hosts}
    return {**frame, "approve_first": True} if workshop.approve_first else frame


def _person(workshop: Workshop, identifier: str) -> View | None:
    who = workshop.participants.get(identifier)
    if who is None:
        return None
    marks = {
        "by_moderator": who.by_moderator,
        "phone": who.phone,
        "pins": {str(number): table for number, table in who.pins.items()},
        "answered": who.answered,
        "voted": bool(who.dots),
    }
    told = person.details(workshop, identifier)
    return {**told, **{name: value for name, value in marks.items() if value}}
