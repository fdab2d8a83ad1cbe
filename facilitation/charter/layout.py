"""What every document is laid out with: text set in its language, headings, paragraphs, lists of facts.

The documents themselves are in pages.py, annexes.py, report.py, report_harvest.py, statistics.py and
declaration.py.
"""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from facilitation.charter.catalogue import phrases_in
from facilitation.charter.document import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Picture,
    Role,
    Span,
    Spans,
    Strip,
    Table,
)
from facilitation.charter.phrases import Forms, Phrases
from facilitation.charter.typography import long_date, plural, quoted, set_text
from facilitation.domain.text import clean


class Layout:
    """Blocks in one language; text that is set changes its marks and spaces only (typography.py)."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.said: Phrases = phrases_in(language)

    def set(self, text: str) -> str:
        """The text as this language is printed."""
        return set_text(text, self.language)

    def count(self, number: int, forms: Forms) -> str:
        """The plural form for this number."""
        return self.set(plural(number, forms, self.language))

    def title(self, text: str) -> str:
        """A title as it is quoted in a sentence."""
        return quoted(self.set(clean(text)), self.language)

    def quote(self, text: str) -> Spans:
        """People's words, letter by letter, in quotation marks."""
        return (Span(quoted(text, self.language)),)

    def day(self, day: date | None) -> str:
        """A date written out, empty for none."""
        return long_date(day, self.language) if day else ""

    def heading(self, level: int, text: str, number: int = 0, starts_page: bool = False) -> Heading:
        """A heading, numbered or not."""
        set_ = self.set(text)
        return Heading(level, (Span(f"{number}. {set_}" if number else set_),), starts_page)

    def paragraph(self, text: str, role: Role = "") -> Paragraph:
        """A paragraph of one text."""
        return Paragraph((Span(self.set(text)),), role)

    def facts(self, facts: Sequence[tuple[str, str]]) -> Bullets:
        """What is known, a label and a text each; a text that is not known is to be filled in."""
        return Bullets(
            tuple(
                (Span(f"{label}: ", strong=True), Span(text or self.said.to_fill_in)) for label, text in facts
            ),
            "facts",
        )

    def head(self, title: str, logos: tuple[Picture, ...]) -> list[Block]:
        """The logos and the title."""
        shown = tuple(replace(logo, alt=clean(logo.alt)) for logo in logos)
        strip: list[Block] = [Strip(shown, self.said.logos)] if shown else []
        return [*strip, self.heading(1, title)]

    def figures(
        self, header: Sequence[str], rows: Sequence[Sequence[str | int]], widths: Sequence[int], caption: str
    ) -> Table:
        """A table of words and numbers."""
        cells = tuple(tuple(str(cell) for cell in row) for row in rows)
        return Table(tuple(header), cells, tuple(widths), self.set(caption))
