"""The themes room, pure: ideas → suggested themes, and questions for the room. Rule and recipe: README.md.

`suggest` and `ask` are the doors for the ideas of one area, `group_table` for a file of all areas, and
`python -m facilitation.themes.worker` the same as a process.
"""

from facilitation.themes.answers import Answer, Question
from facilitation.themes.asking import pick
from facilitation.themes.encoders import Encoder
from facilitation.themes.refusals import ThemesRefused
from facilitation.themes.suggest import ask, suggest
from facilitation.themes.suggestion import IdeaText, KeptTheme, SuggestedTheme, Suggestion
from facilitation.themes.table import group_table

__all__ = [
    "Answer",
    "Encoder",
    "IdeaText",
    "KeptTheme",
    "Question",
    "SuggestedTheme",
    "Suggestion",
    "ThemesRefused",
    "ask",
    "group_table",
    "pick",
    "suggest",
]
