"""Commands about what goes with the charter: next steps, logos, the board's large article, and the results
that go back to people."""

from facilitation.domain.commands.command import Command


class AddTask(Command, frozen=True, tag="task.add"):
    """Write down a next step, who takes it (an institution or a role) and by when."""

    text: str
    who: str = ""
    due: str = ""


class EditTask(Command, frozen=True, tag="task.edit"):
    """Change a next step; what is absent stays."""

    task: str
    text: str | None = None
    who: str | None = None
    due: str | None = None


class DropTask(Command, frozen=True, tag="task.drop"):
    """Take a next step away."""

    task: str


class AddLogo(Command, frozen=True, tag="logo.add"):
    """Add a picture to the strip of logos: PNG or JPEG, at most 1 MB; `data` in base64. `alt` says what it
    shows."""

    data: bytes
    name: str = ""
    alt: str = ""


class EditLogo(Command, frozen=True, tag="logo.edit"):
    """Say anew what a logo shows, or give it another `place` in the strip, counted from 1; what is absent
    stays."""

    logo: str
    alt: str | None = None
    place: int | None = None


class DropLogo(Command, frozen=True, tag="logo.drop"):
    """Take a picture from the strip of logos."""

    logo: str


class ShowOnBoard(Command, frozen=True, tag="board.show"):
    """Show one article or one theme large on the board; with neither, what it always shows."""

    article: str | None = None
    theme: str | None = None


class ShareResults(Command, frozen=True, tag="results.share"):
    """Let everybody with the code read the charter and the ideas, up to and including a day (ISO date), or
    with `on: false` nobody."""

    until: str = ""
    on: bool = True
