"""The themes room, pure: ideas → suggested themes, and questions for the room. Rule and recipe: README.md.

`suggest` and `ask` are the doors for the ideas of one area, `group_table` for a file of all areas, and
`ThemesDesk` keeps the areas of running workshops; facilitation/runtime/desk_worker.py is a desk as a process.
What a desk is asked and answers is in requests.py.
"""

from facilitation.themes.answers import Answer, Question
from facilitation.themes.desk import ThemesDesk
from facilitation.themes.encoders import Encoder
from facilitation.themes.refusals import ThemesRefused
from facilitation.themes.requests import Decisions
from facilitation.themes.suggest import ask, suggest
from facilitation.themes.suggestion import IdeaText, KeptTheme, SuggestedTheme, Suggestion
from facilitation.themes.table import group_table

__all__ = [
    "Answer",
    "Decisions",
    "Encoder",
    "IdeaText",
    "KeptTheme",
    "Question",
    "SuggestedTheme",
    "Suggestion",
    "ThemesDesk",
    "ThemesRefused",
    "ask",
    "group_table",
    "suggest",
]
