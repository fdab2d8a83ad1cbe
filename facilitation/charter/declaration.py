"""What institutions sign: a declaration of accession on a page of its own for each, and the list of partners.

Those that declared on the phone find their words in it, the others of the room their name, and one form is
empty. Names and contacts stand here because their owners consented; so these papers are for moderators.
"""

from collections.abc import Sequence

from facilitation.charter.charter import Charter
from facilitation.charter.document import Block, Document, Table
from facilitation.charter.layout import Layout
from facilitation.charter.pages import signature_table
from facilitation.charter.partners import Partner
from facilitation.charter.typography import quoted


def declarations_document(charter: Charter) -> Document:
    """A declaration a page."""
    layout = Layout(charter.language)
    said = layout.said
    title = layout.set(f"{said.declarations_title}: {charter.title}")
    named = [*charter.partners, *(_named(name) for name in charter.others), _named("")]
    blocks: list[Block] = [*layout.head(title, charter.logos), layout.paragraph(said.declarations_lead)]
    blocks += [layout.paragraph(charter.funding, "funding")] if charter.funding else []
    for partner in named:
        blocks += _declaration(partner, charter, layout)
    return Document(said.locale, title, said.page, tuple(blocks))


def _named(institution: str) -> Partner:
    return Partner(institution, "", "", "", "", "", "", "")


def _declaration(partner: Partner, charter: Charter, layout: Layout) -> list[Block]:
    said = layout.said
    heading = ": ".join(filter(None, (said.declaration, partner.institution)))
    asked = (
        (said.institution, partner.institution),
        (said.sector, partner.sector),
        (said.represented_by, partner.representative),
        (said.contact, partner.contact),
        (said.powers, partner.powers),
        (said.resources, partner.resources),
        (said.possibilities, partner.possibilities),
    )
    rows = tuple((label, layout.set(text)) for label, text in asked)
    return [
        layout.heading(2, heading, starts_page=True),
        layout.paragraph(said.declaration_join.format(title=quoted(charter.title, charter.language))),
        Table(said.declaration_columns, rows, (3, 8), said.declaration_caption, "form"),
        layout.heading(3, said.consent),
        layout.paragraph(said.consent_text),
        _signature(said.declaration_signature, said.declaration),
    ]


def _signature(columns: Sequence[str], caption: str) -> Table:
    return Table(tuple(columns), (("",) * len(columns),), (1,) * len(columns), caption, "signatures")


def partner_list_document(charter: Charter) -> Document:
    """Everybody who may sign, with room to do so."""
    layout = Layout(charter.language)
    said = layout.said
    title = layout.set(f"{said.partner_list}: {charter.title}")
    lead = said.partner_list_lead.format(title=quoted(charter.title, charter.language))
    blocks: list[Block] = [*layout.head(title, charter.logos), layout.paragraph(lead)]
    held = ", ".join(filter(None, (layout.set(charter.place), layout.day(charter.day))))
    blocks += [layout.paragraph(held)] if held else []
    blocks.append(signature_table(charter, layout))
    blocks += [layout.paragraph(charter.funding, "funding")] if charter.funding else []
    return Document(said.locale, title, said.page, tuple(blocks))
