"""Institutions accede: declarations made, changed and withdrawn by those who made them."""

from facilitation.domain import bounds, lookup
from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.decision import Context, Decision
from facilitation.domain.papers import CONSENT_VERSION
from facilitation.domain.refusals import Refusal
from facilitation.domain.text import fit, required
from facilitation.domain.workshop import Declaration, Person, Workshop

_WORDS = ("powers", "resources", "possibilities")


def open_declarations(w: Workshop, _command: c.OpenDeclarations, context: Context) -> Decision:
    """Institutions can accede."""
    return Decision() if w.declarations_open else Decision((e.DeclarationsOpened(context.at),))


def close_declarations(w: Workshop, _command: c.CloseDeclarations, context: Context) -> Decision:
    """The list of partners is closed."""
    return Decision((e.DeclarationsClosed(context.at),)) if w.declarations_open else Decision()


def make(w: Workshop, command: c.MakeDeclaration, context: Context) -> Decision:
    """An institution accedes, with its representative's consent to the personal data."""
    if not w.declarations_open:
        raise Refusal("declarations_closed")
    if len(w.declarations) >= bounds.DECLARATIONS:
        raise Refusal("too_many", None, {"limit": bounds.DECLARATIONS})
    if not command.consent:
        raise Refusal("consent_needed", "consent")
    identifier = f"D{len(w.declarations) + 1}"
    person = Person(
        required(command.name, bounds.NAME_CHARACTERS, "name"),
        required(command.institution, bounds.INSTITUTION_CHARACTERS, "institution"),
        fit(command.role, bounds.ROLE_CHARACTERS, "role"),
        fit(command.contact, bounds.CONTACT_CHARACTERS, "contact"),
    )
    words = {name: fit(getattr(command, name), bounds.DECLARATION_CHARACTERS, name) for name in _WORDS}
    made = e.DeclarationMade(
        declaration=identifier,
        at=context.at,
        consent_version=CONSENT_VERSION,
        participant=context.actor.participant if context.actor.role == "participant" else "",
        sector=fit(command.sector, bounds.SECTOR_CHARACTERS, "sector"),
        **words,
    )
    return Decision((made,), {"declaration": identifier}, {identifier: person})


def edit(w: Workshop, command: c.EditDeclaration, context: Context) -> Decision:
    """Other words or other data, while the list is open."""
    declaration = _own(w, command.declaration, context)
    if not w.declarations_open:
        raise Refusal("declarations_closed")
    known = w.person(declaration.id)
    person = Person(
        _kept(command.name, known.name, bounds.NAME_CHARACTERS, "name", needed=True),
        _kept(
            command.institution, known.institution, bounds.INSTITUTION_CHARACTERS, "institution", needed=True
        ),
        _kept(command.role, known.role, bounds.ROLE_CHARACTERS, "role"),
        _kept(command.contact, known.contact, bounds.CONTACT_CHARACTERS, "contact"),
    )
    words = {
        name: _kept(getattr(command, name), getattr(declaration, name), bounds.DECLARATION_CHARACTERS, name)
        for name in _WORDS
    }
    sector = _kept(command.sector, declaration.sector, bounds.SECTOR_CHARACTERS, "sector")
    had = {name: getattr(declaration, name) for name in _WORDS}
    if (person, words, sector) == (known, had, declaration.sector):
        return Decision()
    edited = e.DeclarationEdited(declaration.id, context.at, sector, **words)
    return Decision((edited,), {}, {declaration.id: person} if person != known else {})


def withdraw(w: Workshop, command: c.WithdrawDeclaration, context: Context) -> Decision:
    """A declaration and the consent are taken back; doing it twice is doing it once."""
    if context.actor.role == "moderator":
        declaration = lookup.declaration(w, command.declaration)
    else:
        declaration = _own(w, command.declaration, context)
    if declaration.withdrawn_at:
        return Decision()
    return Decision((e.DeclarationWithdrawn(declaration.id, context.at),), {}, {declaration.id: None})


def withdrawn_with(w: Workshop, participant: str, at: int) -> tuple[e.DeclarationWithdrawn, ...]:
    """The withdrawal of everything that a participant has declared: whoever is erased takes the consent
    back."""
    own = [d for d in w.declarations.values() if d.participant == participant and not d.withdrawn_at]
    return tuple(e.DeclarationWithdrawn(declaration.id, at) for declaration in own)


def _own(w: Workshop, identifier: str, context: Context) -> Declaration:
    declaration = lookup.declaration(w, identifier)
    actor = context.actor
    mine = declaration.id if actor.role == "partner" else declaration.participant
    if not mine or mine != actor.participant:
        raise Refusal("not_your_declaration", "declaration")
    return declaration


def _kept(given: str | None, known: str, limit: int, field: str, *, needed: bool = False) -> str:
    """What was given, or what is known where nothing was."""
    if given is None:
        return known
    return required(given, limit, field) if needed else fit(given, limit, field)
