"""Commands about institutions that accede to the charter."""

from facilitation.domain.commands.command import Command


class OpenDeclarations(Command, frozen=True, tag="declarations.open"):
    """Let institutions accede, in the room and by the partner's link."""


class CloseDeclarations(Command, frozen=True, tag="declarations.close"):
    """Close the list of partners; a declaration can still be withdrawn."""


class MakeDeclaration(Command, frozen=True, tag="declaration.make"):
    """Accede for an institution. `consent` to its name, the person's name, role and contact being kept must
    be given."""

    institution: str
    name: str
    consent: bool
    sector: str = ""
    role: str = ""
    powers: str = ""
    resources: str = ""
    possibilities: str = ""
    contact: str = ""


class EditDeclaration(Command, frozen=True, tag="declaration.edit"):
    """Change one's declaration; what is absent stays."""

    declaration: str
    institution: str | None = None
    name: str | None = None
    sector: str | None = None
    role: str | None = None
    powers: str | None = None
    resources: str | None = None
    possibilities: str | None = None
    contact: str | None = None


class WithdrawDeclaration(Command, frozen=True, tag="declaration.withdraw"):
    """Take a declaration and the consent back: its data and words are erased at once."""

    declaration: str
