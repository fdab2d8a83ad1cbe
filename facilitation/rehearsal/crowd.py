"""What a simulated person does next, from what stands in the workshop: a command or nothing. Pure but for the
chance that is handed in; `company.py` lets people do it.

Nothing is kept between two calls, so whoever comes back after a restart goes on where the others left off.
"""

from random import Random
from typing import Any, Final

from facilitation.domain import commands as c
from facilitation.domain.workshop import Idea, Participant, Round, Table, Workshop
from facilitation.rehearsal.cast import Cast

PAUSES_SECONDS: Final = {"round": 28.0, "sort": 7.0, "vote": 6.0, "agree": 9.0, "wait": 2.0}
"""Between two things that one person does, on average: a round is mostly talking and listening."""

WRITE_SHARE: Final = 0.3
SUPPORT_SHARE: Final = 0.5
BUILD_SHARE: Final = 0.2
OBJECT_SHARE: Final = 0.04
HANDOVER_IDEAS: Final = 3
AGREE_SHARE: Final = 0.8
LIVE_WITH_SHARE: Final = 0.14
# Of the answers to “where does this belong?”: the first candidate, another one, none of them.
SURE_SHARE: Final = 0.7
NONE_SHARE: Final = 0.12


def occupation(w: Workshop) -> str:
    """What people are busy with now: a key of PAUSES_SECONDS."""
    now = w.open_round
    if now:
        return "wait" if now.paused_at else "round"
    if w.phase != "harvest":
        return "wait"
    if w.agreement_open:
        return "agree"
    if w.voting and w.voting.open:
        return "vote"
    return "sort" if w.sorting else "wait"


def wish(w: Workshop, who: Participant, cast: Cast, chance: Random) -> c.Command | None:
    """What this person does now, if anything. While the room sorts, that is `answer`'s business."""
    busy = occupation(w)
    if not who.present or busy in ("wait", "sort"):
        return None
    if busy == "agree":
        return _agreeing(w, who, cast, chance)
    if busy == "vote":
        return _voting(w, who, cast, chance)
    now, table = w.open_round, w.tables.get(w.seat_of(who.id))
    return _talking(w, who, table, now, cast, chance) if now and table else None


def answer(question: dict[str, Any], chance: Random) -> c.AnswerQuestion | None:
    """What somebody answers to a question as phones get it; None where nothing is asked."""
    candidates = question.get("candidates", ())
    if not question.get("idea"):
        return None
    shown = tuple(each.get("theme") or tuple(each["ideas"]) for each in candidates)
    mood = chance.random()
    if not shown or mood < NONE_SHARE:
        chosen = None
    else:
        chosen = 0 if mood < NONE_SHARE + SURE_SHARE else chance.randrange(len(shown))
    return c.AnswerQuestion(question["idea"], shown, chosen)


def _talking(
    w: Workshop, who: Participant, table: Table, now: Round, cast: Cast, chance: Random
) -> c.Command | None:
    here = [idea for i in w.tablecloths.get(table.id, ()) if (idea := w.ideas[i]).visible]
    if table.host == who.id and len(here) >= HANDOVER_IDEAS and _handover_is_old(w, table, now):
        return _handing_over(here, cast, chance)
    others = [idea for idea in here if idea.author != who.id]
    mood = chance.random()
    if mood < WRITE_SHARE:
        return _writing(w, table, now, others, cast, chance)
    fresh = [idea for idea in others if who.id not in idea.supporters]
    if fresh and mood < WRITE_SHARE + SUPPORT_SHARE:
        return c.SupportIdea(chance.choice(fresh).id)
    return None


def _writing(
    w: Workshop, table: Table, now: Round, others: list[Idea], cast: Cast, chance: Random
) -> c.Command | None:
    """Something nobody has written yet; each round has its share of what there is to say."""
    area = w.areas.get(table.area or now.area) or next(iter(w.areas.values()))
    texts = cast.about(area)
    said = {idea.text for idea in w.ideas.values()}
    left = [text for text in texts if text not in said]
    kept = len(texts) * (len(w.rounds) - now.number) // len(w.rounds)
    if len(left) <= kept:
        return None
    builds = chance.choice(others).id if others and chance.random() < BUILD_SHARE else None
    return c.PostIdea(chance.choice(left), area=area.id, builds_on=builds)


def _handover_is_old(w: Workshop, table: Table, now: Round) -> bool:
    written = w.handovers.get(table.id)
    return written is None or written.round != now.number


def _handing_over(here: list[Idea], cast: Cast, chance: Random) -> c.Command:
    liked = sorted(here, key=lambda idea: -len(idea.supporters))[:HANDOVER_IDEAS]
    words = "; ".join(idea.text for idea in liked)
    return c.WriteHandover(chance.choice(cast.handovers).format(ideas=words))


def _voting(w: Workshop, who: Participant, cast: Cast, chance: Random) -> c.Command | None:
    assert w.voting is not None
    free = [area for area in w.voting.areas if w.dots_left(who.id, area)]
    themes = [theme for theme in w.themes.values() if theme.area in free]
    if not themes:
        return None
    theme = chance.choice(themes)
    if not who.objected and chance.random() < OBJECT_SHARE:
        return c.ObjectTheme(theme.id, chance.choice(cast.objections))
    return c.SpendDots(theme.id, theme.dots.get(who.id, 0) + 1)


def _agreeing(w: Workshop, who: Participant, cast: Cast, chance: Random) -> c.Command | None:
    open_ = [w.articles[article] for article in w.agreement_open]
    article = next((each for each in open_ if who.id not in each.answers), None)
    if article is None:
        return None
    mood = chance.random()
    if mood < AGREE_SHARE:
        return c.AnswerArticle(article.id, "agree")
    if mood < AGREE_SHARE + LIVE_WITH_SHARE:
        return c.AnswerArticle(article.id, "live_with")
    return c.AnswerArticle(article.id, "reservation", chance.choice(cast.reservations))
