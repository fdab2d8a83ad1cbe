"""Refusals as a client gets them: the code for its program, the sentence in the language of its reader."""

from typing import Any

from flask_babel import force_locale, gettext

from facilitation.domain.refusals import Refusal


def refused(refusal: Refusal, language: str) -> dict[str, Any]:
    """The `refusal` of an ack: {"code", "message", "field" where one is at fault}. Needs an app context."""
    with force_locale(language):
        message = gettext(refusal.sentence, **refusal.params)
    shown = {"code": refusal.code, "message": message}
    return shown if refusal.field is None else {**shown, "field": refusal.field}
