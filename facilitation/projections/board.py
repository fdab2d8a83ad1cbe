"""The channel `board`: what the projector adds to `public`. Everybody in the room reads it, so nothing
hidden is in it."""

from collections import Counter

from facilitation.domain.workshop import Workshop
from facilitation.projections import charter, ideas, messages, traces, voices
from facilitation.projections.merge import View, diff
from facilitation.projections.span import Span


def view(workshop: Workshop) -> View:
    """People by sector, who goes where, all visible ideas, themes and articles."""
    return {
        **_people(workshop),
        **messages.walls(workshop),
        **traces.answering(workshop),
        "ideas": {i: shown for i in workshop.ideas if (shown := ideas.for_board(workshop, i))},
        "themes": {t: charter.theme(workshop, t) for t in workshop.themes},
        "articles": {a: shown for a in workshop.articles if (shown := charter.article(workshop, a))},
        "voices": voices.view(workshop),
    }


def patch(span: Span) -> View:
    """What changed of it."""
    changed = diff(_people(span.before), _people(span.after)) if span.moved else {}
    changed |= messages.patch(span, messages.walls) | span.answering
    sections = {
        "ideas": span.keyed(span.ideas, ideas.for_board),
        "themes": span.keyed(span.themes, charter.theme),
        "articles": span.keyed(span.articles, charter.article),
        "voices": span.voices,
    }
    return {**changed, **{name: section for name, section in sections.items() if section}}


def _people(workshop: Workshop) -> View:
    sectors = Counter(p.sector for p in workshop.present if p.sector)
    labels: dict[str, list[str]] = {t: [] for t in workshop.tables}
    now = workshop.current_round
    for who in workshop.present if now else []:
        seat = who.seats.get(now.number, "") if now else ""
        if seat in labels:
            labels[seat].append(workshop.person(who.id).name or f"#{who.number}")
    return {
        "people": {"present": len(workshop.present), "sectors": dict(sectors)},
        "tables": {t: {"people": len(seated), "seats": seated} for t, seated in labels.items()},
    }
