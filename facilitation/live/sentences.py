"""Refusals as a client gets them: the code for its program, the sentence in the language of its reader.

The catalogues are the pages' own; asking them here without Flask spares each command a request context, an
eighth of what it costs.
"""

import gettext
from pathlib import Path
from typing import Any

from facilitation.config import LANGUAGES
from facilitation.domain.refusals import Refusal


class Sentences:
    """The refusals' sentences in every language."""

    def __init__(self, folder: Path) -> None:
        """Reads the catalogues LANGUAGE/LC_MESSAGES/messages.mo; what a catalogue lacks stays English."""
        self._catalogues = {
            language: gettext.translation("messages", folder, [language], fallback=True)
            for language in LANGUAGES
        }

    def refused(self, refusal: Refusal, language: str) -> dict[str, Any]:
        """The `refusal` of an ack: {"code", "message", and "field" where one is at fault}."""
        sentence = self._catalogues[language].gettext(refusal.sentence)
        shown = {"code": refusal.code, "message": sentence % refusal.params if refusal.params else sentence}
        return shown if refusal.field is None else {**shown, "field": refusal.field}
