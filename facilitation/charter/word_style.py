"""How a Word file looks: A4, one quiet family of styles, the page's number at the foot, the language in its
defaults.

Based on the styles of python-docx's own template, so that headings are Word's headings and show in its
navigation.
"""

from copy import deepcopy

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

STYLES = {
    "subtitle": "Subtitle",
    "intro": "Introduction",
    "lead": "Leading Sentence",
    "article": "Charter Sentence",
    "practice": "Charter Sentence",
    "note": "Proposal",
    "funding": "Funding",
}
"""The paragraph style of each role that has one."""

_PAGE_MM = (210, 297)
_MARGIN_MM = 22
TEXT_WIDTH_MM = _PAGE_MM[0] - 2 * _MARGIN_MM

_COVER_PT = 150
_FONT = "Calibri"
_INK = RGBColor(0x1A, 0x1A, 0x1A)
_GREY = RGBColor(0x4A, 0x4A, 0x4A)
_LINK = RGBColor(0x0B, 0x3D, 0x91)
_HEADINGS = {
    "Title": (24, 0, 6),
    "Heading 1": (15, 20, 6),
    "Heading 2": (12.5, 14, 4),
    "Heading 3": (11, 12, 4),
}


def dress(word: WordDocument, locale: str, page: str, cover: bool) -> dict[str, str]:
    """Sets up page, styles, language and footer of an empty file, and tells the id of each style by its name.
    `page` is the word before the page's number; on a cover the title stands lower."""
    _lay_out(word)
    _speak(word, locale)
    for name, (size, before, after) in _HEADINGS.items():
        _paragraph_style(word, name, size, before, after).font.bold = True
    if cover:
        _paragraph_style(word, "Title", 28, _COVER_PT, 12)
    _paragraph_style(word, "Normal", 11, 0, 6)
    _inherit_from_normal(word)
    _paragraph_style(word, "List Bullet", 11, 0, 3)
    _paragraph_style(word, "Subtitle", 13, 0, 2).font.italic = False
    _without(word.styles["Subtitle"].element.rPr, "w:spacing")
    _without(word.styles["Title"].element.pPr, "w:pBdr")
    _paragraph_style(word, "Introduction", 11, 0, 6).paragraph_format.keep_with_next = True
    _paragraph_style(word, "Charter Sentence", 11, 4, 2)
    _paragraph_style(word, "Leading Sentence", 14, 6, 4)
    proposal = _paragraph_style(word, "Proposal", 11, 0, 6)
    proposal.font.italic = proposal.paragraph_format.keep_with_next = True
    _paragraph_style(word, "Table Text", 9.5, 1, 1)
    _paragraph_style(word, "Table Head", 9.5, 1, 1).font.bold = True
    _paragraph_style(word, "Table Gap", 6, 0, 0)
    _paragraph_style(word, "Funding", 9.5, 12, 6).font.color.rgb = _GREY
    _paragraph_style(word, "Logos", 11, 0, 18)
    _paragraph_style(word, "Note Text", 8.5, 0, 2).font.color.rgb = _GREY
    word.styles.add_style("Note Mark", WD_STYLE_TYPE.CHARACTER).font.superscript = True
    _link_style(word)
    _number_pages(word, page)
    return {style.name: style.style_id for style in word.styles if style.name}


def _lay_out(word: WordDocument) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Mm(_PAGE_MM[0]), Mm(_PAGE_MM[1])
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN_MM)


def _speak(word: WordDocument, locale: str) -> None:
    """The language of every run that says nothing else, for spelling, hyphenation and screen readers."""
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), locale)
    for language in word.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), locale)


def _inherit_from_normal(word: WordDocument) -> None:
    """Moves what the template says of characters in its defaults to the style that all others follow:
    LibreOffice writes defaults out by hand at every link in a table, and then complains of formatting by
    hand. The language stays there, too: from it LibreOffice knows that of the whole file."""
    defaults = word.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    normal = word.styles["Normal"].element.get_or_add_rPr()
    for said in list(defaults):
        if normal.find(said.tag) is None:
            normal.append(deepcopy(said))
        if said.tag != qn("w:lang"):
            defaults.remove(said)


def _paragraph_style(
    word: WordDocument, name: str, size: float, before: float, after: float
) -> ParagraphStyle:
    styles = word.styles
    style = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    if name not in _HEADINGS and name != "Normal" and style.base_style is None:
        style.base_style = styles["Normal"]
    style.font.size, style.font.color.rgb = Pt(size), _INK
    _family(style)
    space = style.paragraph_format
    space.space_before, space.space_after, space.line_spacing = Pt(before), Pt(after), 1.15
    space.widow_control = True
    return style


def _family(style: ParagraphStyle | CharacterStyle) -> None:
    """One family for all scripts: the template's theme fonts would win over a plain name."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        del fonts.attrib[attribute]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), _FONT)


def _without(properties: BaseOxmlElement, name: str) -> None:
    """Takes one ornament of the template's style away: its blue rule, its wide spacing."""
    for ornament in properties.findall(qn(name)):
        properties.remove(ornament)


def _link_style(word: WordDocument) -> None:
    style = word.styles.add_style("Document Link", WD_STYLE_TYPE.CHARACTER)
    style.font.color.rgb = _LINK
    style.font.underline = True


def _number_pages(word: WordDocument, page: str) -> None:
    footer = word.sections[0].footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    footer.add_run(f"{page}\u00a0")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    footer._p.append(field)
