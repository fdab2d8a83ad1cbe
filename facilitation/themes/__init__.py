"""The themes room, pure: ideas → suggested themes. Its rule and its recipe are in README.md.

`suggest` is the door for the ideas of one area; `python -m facilitation.themes.worker` is the same as a
process.
"""

from facilitation.themes.encoders import Encoder
from facilitation.themes.refusals import ThemesRefused
from facilitation.themes.suggest import suggest
from facilitation.themes.suggestion import IdeaText, KeptTheme, SuggestedTheme, Suggestion

__all__ = ["Encoder", "IdeaText", "KeptTheme", "SuggestedTheme", "Suggestion", "ThemesRefused", "suggest"]
