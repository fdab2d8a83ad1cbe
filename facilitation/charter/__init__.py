"""The charter and what goes with it, from a workshop's state: drafts of articles, documents in three formats,
data.

What is exported here is this room's whole offer to the others; each module's docstring says what it owns.
"""

from datetime import date, tzinfo

from facilitation.charter.as_docx import to_docx_bytes
from facilitation.charter.as_html import to_html_fragment, to_html_page
from facilitation.charter.as_markdown import to_markdown_text
from facilitation.charter.charter import Charter, charter_of
from facilitation.charter.document import Picture
from facilitation.charter.drafting import compose
from facilitation.charter.ideas_csv import ideas_csv
from facilitation.charter.ideas_reading import IdeaRow, IdeasRefused, read_ideas
from facilitation.charter.ideas_workshop import with_themes, workshop_of
from facilitation.charter.pages import charter_document
from facilitation.charter.papers import PAPERS, Occasion, Paper
from facilitation.charter.report import report_document
from facilitation.domain.workshop import Workshop

__all__ = [
    "PAPERS",
    "Charter",
    "IdeaRow",
    "IdeasRefused",
    "Occasion",
    "Paper",
    "Picture",
    "charter_of",
    "compose",
    "ideas_csv",
    "read_ideas",
    "to_docx",
    "to_html",
    "to_html_body",
    "to_markdown",
    "to_report_markdown",
    "with_themes",
    "workshop_of",
]


def to_markdown(charter: Charter) -> str:
    """The charter as CommonMark; every reference leads to its idea in the annex."""
    return to_markdown_text(charter_document(charter))


def to_html(charter: Charter) -> str:
    """The charter as a page that stands alone, with its own style for screen and print."""
    return to_html_page(charter_document(charter))


def to_html_body(charter: Charter) -> str:
    """The charter as one sanitised `<article>`, for a page that brings its own style."""
    return to_html_fragment(charter_document(charter))


def to_docx(charter: Charter) -> bytes:
    """The charter as a Word file; the same charter gives the same bytes."""
    return to_docx_bytes(charter_document(charter), charter.day)


def to_report_markdown(workshop: Workshop, day: date, zone: tzinfo, place: str = "") -> str:
    """The protokół as CommonMark. `day` is the day of the workshop, `zone` the time zone of its clock
    times."""
    return to_markdown_text(report_document(workshop, day, zone, place))
