"""Commands about themes: suggesting, making, naming, merging."""

from facilitation.domain.commands.command import Command


class PlaceIdea(Command, frozen=True, tag="idea.place"):
    """Put an idea into a theme; without a theme, among the unassigned."""

    idea: str
    theme: str | None = None


class PlaceIdeas(Command, frozen=True, tag="ideas.place"):
    """Put several ideas into a theme at once; without a theme, among the unassigned."""

    ideas: tuple[str, ...]
    theme: str | None = None


class MakeTheme(Command, frozen=True, tag="theme.make"):
    """Make a theme in an area and put ideas into it."""

    area: str
    title: str
    ideas: tuple[str, ...] = ()


class NameTheme(Command, frozen=True, tag="theme.name"):
    """Give a theme its title."""

    theme: str
    title: str


class MergeTheme(Command, frozen=True, tag="theme.merge"):
    """Put all ideas of a theme into another; the first is gone."""

    theme: str
    into: str


class EmptyTheme(Command, frozen=True, tag="theme.empty"):
    """Dissolve a theme; its ideas become unassigned."""

    theme: str


class RestoreTheme(Command, frozen=True, tag="theme.restore"):
    """Bring a merged or dissolved theme back, with its votes and with the ideas that are still where that
    put them."""

    theme: str


class SuggestThemes(Command, frozen=True, tag="themes.suggest"):
    """Let the machine group what nobody has grouped, in one area or in all; `fineness` from 0 (few) to 1
    (many)."""

    area: str | None = None
    fineness: float = 0.5
