"""What erasing an idea does beyond the idea: titles, wordings and hand-overs read as the event tells."""

from msgspec.structs import replace

from facilitation.domain import events as e
from facilitation.domain.applying.change import change_article, put
from facilitation.domain.workshop import Workshop


def without_words(w: Workshop, event: e.IdeaBlanked) -> Workshop:
    """The workshop in which nothing quotes the idea any more."""
    after = w
    for title in event.titles:
        after = _called(after, title)
    for wording in event.wordings:
        after = _worded(after, wording)
    for handover in event.handovers:
        after = _handed_over(after, handover)
    return after


def _called(w: Workshop, told: e.BlankedTitle) -> Workshop:
    if told.theme in w.themes:
        theme = replace(w.themes[told.theme], title=told.title)
        return replace(w, themes=put(w.themes, theme.id, theme))
    gone = w.gone_themes[told.theme]
    gone = replace(gone, theme=replace(gone.theme, title=told.title))
    return replace(w, gone_themes=put(w.gone_themes, told.theme, gone))


def _worded(w: Workshop, told: e.BlankedWording) -> Workshop:
    wordings = list(w.articles[told.article].wordings)
    wordings[told.number - 1] = replace(wordings[told.number - 1], text=told.text)
    return change_article(w, told.article, wordings=tuple(wordings))


def _handed_over(w: Workshop, told: e.BlankedHandover) -> Workshop:
    if told.place < 0:
        handover = replace(w.handovers[told.table], text=told.text)
        return replace(w, handovers=put(w.handovers, told.table, handover))
    history = list(w.handover_history)
    table, earlier = history[told.place]
    history[told.place] = (table, replace(earlier, text=told.text))
    return replace(w, handover_history=tuple(history))
