"""What each event does to the state. `apply` is total over the events of events.py and raises on anything
else.

Nothing is decided here: an event in the journal has happened. One function an event, the table at the end.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from msgspec.structs import replace

from facilitation.domain import events as e
from facilitation.domain.workshop import (
    Area,
    Article,
    Idea,
    Participant,
    Round,
    Table,
    Theme,
    Wording,
    Workshop,
)

K = TypeVar("K")
V = TypeVar("V")


class UnknownEvent(TypeError):
    """An event this version does not know: its journal was written by a newer one."""


def apply(workshop: Workshop | None, event: e.Event) -> Workshop:
    """The workshop after the event; `None` stands for what is before `workshop.created`. The given state is
    unchanged."""
    if isinstance(event, e.WorkshopCreated):
        return _created(event)
    handler = _HANDLERS.get(type(event))
    if handler is None or workshop is None:
        raise UnknownEvent(f"{type(event).__name__} can't be applied here")
    return handler(workshop, event)


def replay(history: Iterable[e.Event]) -> Workshop:
    """The workshop that a whole history adds up to. Raises UnknownEvent when it is empty or does not begin
    at the beginning."""
    workshop: Workshop | None = None
    for event in history:
        workshop = apply(workshop, event)
    if workshop is None:
        raise UnknownEvent("an empty history is no workshop")
    return workshop


def _put(things: dict[K, V], key: K, thing: V) -> dict[K, V]:
    return {**things, key: thing}


def _without(things: dict[K, V], key: K) -> dict[K, V]:
    return {k: v for k, v in things.items() if k != key}


def _change_idea(w: Workshop, idea: str, **changes: object) -> Workshop:
    return replace(w, ideas=_put(w.ideas, idea, replace(w.ideas[idea], **changes)))


def _change_participant(w: Workshop, participant: str, **changes: object) -> Workshop:
    changed = replace(w.participants[participant], **changes)
    return replace(w, participants=_put(w.participants, participant, changed))


def _change_round(w: Workshop, number: int, **changes: object) -> Workshop:
    return replace(w, rounds=_put(w.rounds, number, replace(w.rounds[number], **changes)))


def _change_table(w: Workshop, table: str, **changes: object) -> Workshop:
    return replace(w, tables=_put(w.tables, table, replace(w.tables[table], **changes)))


def _change_article(w: Workshop, article: str, **changes: object) -> Workshop:
    return replace(w, articles=_put(w.articles, article, replace(w.articles[article], **changes)))


def _created(event: e.WorkshopCreated) -> Workshop:
    tables = [Table(t.id, n, t.topic, t.question, t.area) for n, t in enumerate(event.tables, 1)]
    return Workshop(
        code=event.code,
        created_at=event.at,
        title=event.title,
        purpose=event.purpose,
        scenario=event.scenario,
        language=event.language,
        format=event.format,
        areas={a.id: Area(a.id, a.title, a.question, a.kind, n) for n, a in enumerate(event.areas, 1)},
        sectors=event.sectors,
        tables={t.id: t for t in tables},
        rounds={n: Round(n, r.minutes, r.question, r.area) for n, r in enumerate(event.rounds, 1)},
        table_count=len(tables),
    )


def _workshop_edited(w: Workshop, event: e.WorkshopEdited) -> Workshop:
    return replace(w, title=event.title)


def _workshop_closed(w: Workshop, event: e.WorkshopClosed) -> Workshop:
    return replace(w, closed_at=event.at)


def _workshop_reopened(w: Workshop, _event: e.WorkshopReopened) -> Workshop:
    return replace(w, closed_at=0)


def _harvest_opened(w: Workshop, _event: e.HarvestOpened) -> Workshop:
    return replace(w, harvesting=True)


def _participant_joined(w: Workshop, event: e.ParticipantJoined) -> Workshop:
    number = w.participant_count + 1
    joined = Participant(event.participant, number, event.sector, event.at, by_moderator=event.by_moderator)
    return replace(w, participants=_put(w.participants, joined.id, joined), participant_count=number)


def _participant_updated(w: Workshop, event: e.ParticipantUpdated) -> Workshop:
    return _change_participant(w, event.participant, sector=event.sector)


def _participant_left(w: Workshop, event: e.ParticipantLeft) -> Workshop:
    seats = {
        r: t for r, t in w.participants[event.participant].seats.items() if w.rounds[r].status != "planned"
    }
    left = _change_participant(w, event.participant, present=False, seats=seats)
    hosted = w.hosts.get(event.participant)
    return _change_table(left, hosted, host="") if hosted else left


def _participant_returned(w: Workshop, event: e.ParticipantReturned) -> Workshop:
    return _change_participant(w, event.participant, present=True)


def _participant_erased(w: Workshop, event: e.ParticipantErased) -> Workshop:
    return replace(w, erased=(*w.erased, (event.participant, event.at)))


def _participant_seated(w: Workshop, event: e.ParticipantSeated) -> Workshop:
    seats = {**w.participants[event.participant].seats, **event.seats}
    return _change_participant(w, event.participant, seats=dict(sorted(seats.items())))


def _seats_dealt(w: Workshop, event: e.SeatsDealt) -> Workshop:
    participants = {}
    for who in w.participants.values():
        kept = {r: t for r, t in who.seats.items() if r not in event.seats}
        dealt = {r: seats[who.id] for r, seats in event.seats.items() if who.id in seats}
        participants[who.id] = replace(who, seats=dict(sorted({**kept, **dealt}.items())))
    return replace(w, participants=participants, dealt=True, deal_report=event.report)


def _host_appointed(w: Workshop, event: e.HostAppointed) -> Workshop:
    return _change_table(w, event.table, host=event.participant)


def _host_released(w: Workshop, event: e.HostReleased) -> Workshop:
    return _change_table(w, event.table, host="")


def _table_added(w: Workshop, event: e.TableAdded) -> Workshop:
    number = w.table_count + 1
    table = Table(event.table, number, event.topic, event.question, event.area)
    return replace(w, tables=_put(w.tables, table.id, table), table_count=number)


def _table_edited(w: Workshop, event: e.TableEdited) -> Workshop:
    return _change_table(w, event.table, topic=event.topic, question=event.question, area=event.area)


def _table_dropped(w: Workshop, event: e.TableDropped) -> Workshop:
    participants = {
        p.id: replace(p, seats={r: t for r, t in p.seats.items() if t != event.table})
        if event.table in p.seats.values()
        else p
        for p in w.participants.values()
    }
    return replace(w, tables=_without(w.tables, event.table), participants=participants)


def _round_added(w: Workshop, event: e.RoundAdded) -> Workshop:
    added = Round(event.round, event.minutes, event.question, event.area)
    return replace(w, rounds=_put(w.rounds, event.round, added), harvesting=False)


def _round_edited(w: Workshop, event: e.RoundEdited) -> Workshop:
    return _change_round(w, event.round, minutes=event.minutes, question=event.question)


def _round_dropped(w: Workshop, event: e.RoundDropped) -> Workshop:
    participants = {
        p.id: replace(p, seats=_without(p.seats, event.round)) if event.round in p.seats else p
        for p in w.participants.values()
    }
    return replace(w, rounds=_without(w.rounds, event.round), participants=participants)


def _round_opened(w: Workshop, event: e.RoundOpened) -> Workshop:
    opened = _change_round(w, event.round, status="open", opened_at=event.at, closes_at=event.closes_at)
    return replace(opened, dealt=True, harvesting=False)


def _round_extended(w: Workshop, event: e.RoundExtended) -> Workshop:
    return _change_round(w, event.round, closes_at=event.closes_at)


def _round_closed(w: Workshop, event: e.RoundClosed) -> Workshop:
    return _change_round(w, event.round, status="closed", closed_at=event.at)


def _round_skipped(w: Workshop, event: e.RoundSkipped) -> Workshop:
    return _change_round(w, event.round, status="skipped")


def _idea_posted(w: Workshop, event: e.IdeaPosted) -> Workshop:
    number = w.idea_count + 1
    idea = Idea(
        id=event.idea,
        number=number,
        text=event.text,
        author=event.author,
        area=event.area,
        table=event.table,
        round=event.round,
        at=event.at,
        by_moderator=event.by_moderator,
        late=event.late,
    )
    cloth = (*w.tablecloths.get(idea.table, ()), idea.id)
    posted = replace(
        w,
        ideas=_put(w.ideas, idea.id, idea),
        tablecloths=_put(w.tablecloths, idea.table, cloth),
        idea_count=number,
    )
    if not idea.author:
        return posted
    return _change_participant(posted, idea.author, ideas=(*w.participants[idea.author].ideas, idea.id))


def _idea_reworded(w: Workshop, event: e.IdeaReworded) -> Workshop:
    return _change_idea(w, event.idea, text=event.text)


def _idea_withdrawn(w: Workshop, event: e.IdeaWithdrawn) -> Workshop:
    idea = w.ideas[event.idea]
    cloth = tuple(i for i in w.tablecloths[idea.table] if i != idea.id)
    participants = dict(w.participants)
    if idea.author:
        author = participants[idea.author]
        participants[author.id] = replace(author, ideas=tuple(i for i in author.ideas if i != idea.id))
    for supporter in idea.supporters:
        who = participants[supporter]
        participants[who.id] = replace(who, supports=tuple(i for i in who.supports if i != idea.id))
    return replace(
        w,
        ideas=_without(w.ideas, idea.id),
        tablecloths=_put(w.tablecloths, idea.table, cloth),
        participants=participants,
    )


def _idea_supported(w: Workshop, event: e.IdeaSupported) -> Workshop:
    idea = w.ideas[event.idea]
    supported = _change_idea(w, idea.id, supporters=(*idea.supporters, event.participant))
    who = w.participants[event.participant]
    return _change_participant(supported, who.id, supports=(*who.supports, idea.id))


def _idea_unsupported(w: Workshop, event: e.IdeaUnsupported) -> Workshop:
    idea = w.ideas[event.idea]
    kept = tuple(p for p in idea.supporters if p != event.participant)
    who = w.participants[event.participant]
    return _change_participant(
        _change_idea(w, idea.id, supporters=kept),
        who.id,
        supports=tuple(i for i in who.supports if i != idea.id),
    )


def _idea_hidden(w: Workshop, event: e.IdeaHidden) -> Workshop:
    return _change_idea(w, event.idea, hidden=True)


def _idea_restored(w: Workshop, event: e.IdeaRestored) -> Workshop:
    return _change_idea(w, event.idea, hidden=False)


def _idea_blanked(w: Workshop, event: e.IdeaBlanked) -> Workshop:
    return _change_idea(w, event.idea, text="", blanked=True)


def _kept(w: Workshop, theme: str) -> Workshop:
    if not theme or w.themes[theme].kept:
        return w
    return replace(w, themes=_put(w.themes, theme, replace(w.themes[theme], kept=True)))


def _idea_placed(w: Workshop, event: e.IdeaPlaced) -> Workshop:
    return _kept(_change_idea(w, event.idea, theme=event.theme, placed_by="moderator"), event.theme)


def _theme_made(w: Workshop, event: e.ThemeMade) -> Workshop:
    number = w.theme_count + 1
    theme = Theme(event.theme, number, event.area, event.title, kept=True, named=True)
    ideas = dict(w.ideas)
    for idea in event.ideas:
        ideas[idea] = replace(ideas[idea], theme=theme.id, placed_by="moderator")
    return replace(w, themes=_put(w.themes, theme.id, theme), theme_count=number, ideas=ideas)


def _theme_named(w: Workshop, event: e.ThemeNamed) -> Workshop:
    named = replace(w.themes[event.theme], title=event.title, kept=True, named=True)
    return replace(w, themes=_put(w.themes, event.theme, named))


def _moved(w: Workshop, theme: str, into: str, by: str) -> dict[str, Idea]:
    return {
        i.id: replace(i, theme=into, placed_by=by if into else "") if i.theme == theme else i
        for i in w.ideas.values()
    }


def _theme_merged(w: Workshop, event: e.ThemeMerged) -> Workshop:
    ideas = _moved(w, event.theme, event.into, "moderator")
    return _kept(replace(w, themes=_without(w.themes, event.theme), ideas=ideas), event.into)


def _theme_emptied(w: Workshop, event: e.ThemeEmptied) -> Workshop:
    return replace(w, themes=_without(w.themes, event.theme), ideas=_moved(w, event.theme, "", ""))


def _themes_suggested(w: Workshop, event: e.ThemesSuggested) -> Workshop:
    gone = set(event.removed)
    ideas = {i.id: replace(i, theme="", placed_by="") if i.theme in gone else i for i in w.ideas.values()}
    themes = {t.id: t for t in w.themes.values() if t.id not in gone}
    count = w.theme_count
    for suggested in event.themes:
        if suggested.theme not in themes:
            count += 1
            themes[suggested.theme] = Theme(suggested.theme, count, event.area, suggested.title, kept=False)
        for idea in suggested.ideas:
            ideas[idea] = replace(ideas[idea], theme=suggested.theme, placed_by="machine")
    return replace(w, ideas=ideas, themes=themes, theme_count=count)


def _charter_drafted(w: Workshop, event: e.CharterDrafted) -> Workshop:
    gone = set(event.removed)
    articles = {a.id: a for a in w.articles.values() if a.id not in gone}
    count = w.article_count
    for order, draft in enumerate(event.articles, 1):
        known = articles.get(draft.article)
        if known is None:
            count += 1
            wording = (Wording(draft.text, event.at, "draft"),)
            articles[draft.article] = Article(
                draft.article, count, draft.area, draft.theme, draft.ideas, wording, order
            )
        else:
            articles[draft.article] = _redrafted(known, draft, event.at, order)
    return replace(w, articles=articles, article_count=count)


def _redrafted(known: Article, draft: e.DraftedArticle, at: int, order: int) -> Article:
    wordings = known.wordings
    if not known.reworded and known.text != draft.text:
        wordings = (*wordings, Wording(draft.text, at, "draft"))
    return replace(
        known, area=draft.area, theme=draft.theme, ideas=draft.ideas, wordings=wordings, order=order
    )


def _article_reworded(w: Workshop, event: e.ArticleReworded) -> Workshop:
    wording = Wording(event.text, event.at, "moderator")
    return _change_article(w, event.article, wordings=(*w.articles[event.article].wordings, wording))


def _article_dropped(w: Workshop, event: e.ArticleDropped) -> Workshop:
    return _change_article(w, event.article, dropped=True)


def _article_restored(w: Workshop, event: e.ArticleRestored) -> Workshop:
    return _change_article(w, event.article, dropped=False)


_HANDLERS: dict[type, Callable[[Workshop, Any], Workshop]] = {
    e.WorkshopEdited: _workshop_edited,
    e.WorkshopClosed: _workshop_closed,
    e.WorkshopReopened: _workshop_reopened,
    e.HarvestOpened: _harvest_opened,
    e.ParticipantJoined: _participant_joined,
    e.ParticipantUpdated: _participant_updated,
    e.ParticipantLeft: _participant_left,
    e.ParticipantReturned: _participant_returned,
    e.ParticipantErased: _participant_erased,
    e.ParticipantSeated: _participant_seated,
    e.SeatsDealt: _seats_dealt,
    e.HostAppointed: _host_appointed,
    e.HostReleased: _host_released,
    e.TableAdded: _table_added,
    e.TableEdited: _table_edited,
    e.TableDropped: _table_dropped,
    e.RoundAdded: _round_added,
    e.RoundEdited: _round_edited,
    e.RoundDropped: _round_dropped,
    e.RoundOpened: _round_opened,
    e.RoundExtended: _round_extended,
    e.RoundClosed: _round_closed,
    e.RoundSkipped: _round_skipped,
    e.IdeaPosted: _idea_posted,
    e.IdeaReworded: _idea_reworded,
    e.IdeaWithdrawn: _idea_withdrawn,
    e.IdeaSupported: _idea_supported,
    e.IdeaUnsupported: _idea_unsupported,
    e.IdeaHidden: _idea_hidden,
    e.IdeaRestored: _idea_restored,
    e.IdeaBlanked: _idea_blanked,
    e.IdeaPlaced: _idea_placed,
    e.ThemeMade: _theme_made,
    e.ThemeNamed: _theme_named,
    e.ThemeMerged: _theme_merged,
    e.ThemeEmptied: _theme_emptied,
    e.ThemesSuggested: _themes_suggested,
    e.CharterDrafted: _charter_drafted,
    e.ArticleReworded: _article_reworded,
    e.ArticleDropped: _article_dropped,
    e.ArticleRestored: _article_restored,
}
