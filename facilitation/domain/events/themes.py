"""Events about themes: suggesting, making, naming, merging."""

import msgspec


class IdeaPlaced(msgspec.Struct, frozen=True, tag_field="type", tag="idea.placed"):
    """A moderator put an idea into a theme, or (empty `theme`) among the unassigned, for good."""

    idea: str
    theme: str = ""


class ThemeMade(msgspec.Struct, frozen=True, tag_field="type", tag="theme.made"):
    """A moderator made a theme and put ideas into it."""

    theme: str
    area: str
    title: str
    ideas: tuple[str, ...] = ()


class ThemeNamed(msgspec.Struct, frozen=True, tag_field="type", tag="theme.named"):
    """A moderator gave a theme its title; no suggestion changes it any more."""

    theme: str
    title: str


class ThemeMerged(msgspec.Struct, frozen=True, tag_field="type", tag="theme.merged"):
    """All ideas of `theme` belong to `into` now, and `theme` is gone."""

    theme: str
    into: str


class ThemeEmptied(msgspec.Struct, frozen=True, tag_field="type", tag="theme.emptied"):
    """A theme is gone, its ideas are unassigned."""

    theme: str


class ThemeRestored(msgspec.Struct, frozen=True, tag_field="type", tag="theme.restored"):
    """A merged or dissolved theme is back, under this title."""

    theme: str
    title: str


class SuggestedTheme(msgspec.Struct, frozen=True):
    """One theme of a suggestion: a new one, or one that is already there and gets more ideas. `confidence`
    says in percent how sure each idea's place is."""

    theme: str
    title: str
    ideas: tuple[str, ...]
    confidence: tuple[int, ...] = ()


class ThemesSuggested(msgspec.Struct, frozen=True, tag_field="type", tag="themes.suggested"):
    """The machine's order for an area: earlier suggested themes that nobody had touched are replaced by
    these."""

    area: str
    themes: tuple[SuggestedTheme, ...]
    removed: tuple[str, ...] = ()
    fineness: float = 0.5


ThemesEvent = (
    IdeaPlaced | ThemeMade | ThemeNamed | ThemeMerged | ThemeEmptied | ThemeRestored | ThemesSuggested
)
