"""The workshop's own texts in the other language."""

from typing import get_args

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.decision import Context, Decision
from facilitation.domain.refusals import Refusal
from facilitation.domain.scenario import Language
from facilitation.domain.text import clean, fit
from facilitation.domain.translations import texts
from facilitation.domain.workshop import Workshop


def translate(w: Workshop, command: c.TranslateText, _context: Context) -> Decision:
    """What a text that stands somewhere now is in a language that is not the workshop's; nothing takes it
    back."""
    if command.language not in get_args(Language) or command.language == w.language:
        raise Refusal("invalid_value", "language")
    standing = texts(w)
    text = command.text if command.text in standing else clean(command.text)
    if text not in standing:
        raise Refusal("unknown_text", "text")
    translation = fit(command.translation, standing[text], "translation")
    if translation == w.translations.get(command.language, {}).get(text, ""):
        return Decision()
    return Decision((e.TextTranslated(command.language, text, translation),))
