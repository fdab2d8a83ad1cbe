"""Events about institutions that accede. Their names, who represents them and how to reach them stand apart,
as a participant's name does."""

import msgspec


class DeclarationsOpened(msgspec.Struct, frozen=True, tag_field="type", tag="declarations.opened"):
    """Institutions can accede from now on."""

    at: int


class DeclarationsClosed(msgspec.Struct, frozen=True, tag_field="type", tag="declarations.closed"):
    """The list of partners is closed."""

    at: int


class DeclarationMade(msgspec.Struct, frozen=True, tag_field="type", tag="declaration.made"):
    """An institution accedes, with its powers, resources and possibilities. `participant` is empty for one
    that came by the partner's link; `consent_version` names the text of consent that was agreed to."""

    declaration: str
    at: int
    consent_version: str
    participant: str = ""
    sector: str = ""
    powers: str = ""
    resources: str = ""
    possibilities: str = ""


class DeclarationEdited(msgspec.Struct, frozen=True, tag_field="type", tag="declaration.edited"):
    """A declaration reads like this now."""

    declaration: str
    at: int
    sector: str = ""
    powers: str = ""
    resources: str = ""
    possibilities: str = ""


class DeclarationWithdrawn(msgspec.Struct, frozen=True, tag_field="type", tag="declaration.withdrawn"):
    """A declaration was taken back: its personal data and its words were erased, here and in every earlier
    entry; this is the record of it."""

    declaration: str
    at: int


DeclarationsEvent = (
    DeclarationsOpened | DeclarationsClosed | DeclarationMade | DeclarationEdited | DeclarationWithdrawn
)
