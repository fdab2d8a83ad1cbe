"""The charter as a poster: one page of HTML that prints on A4 and A3 alike, because all its sizes are shares
of the page's width. How much fits decides how large the words are.

It is no Document: a poster has a layout of its own. People's words are escaped here.
"""

from html import escape

from facilitation.charter.as_html import page, strip_element
from facilitation.charter.charter import Charter, Section, Sentence
from facilitation.charter.layout import Layout

MOST_SENTENCES = 10
"""So many of an area stand on the poster; how many more there are is told."""

_SIZES = ((900, "large"), (1_700, "middle"), (3_200, "small"))
_SMALLEST = "tiny"
# The mark of Obrus as in static/src/shared/mark.svg.
_MARK = (
    '<svg class="mark" viewBox="0 0 32 32" aria-hidden="true">'
    '<rect x="1" y="1" width="30" height="30" rx="7" fill="#fffdf7"/>'
    '<path d="M6 1h6v30H6zM20 1h6v30h-6zM1 6h30v6H1zM1 20h30v6H1z" fill="#1f3f96" fill-opacity=".5"/>'
    '<g fill="#fffdf7" stroke="#1f3f96" stroke-width="2">'
    '<path d="M22.500 14h2.500a3 3 0 0 1 0 6h-2.500"/><circle cx="15" cy="17" r="8.500"/></g>'
    '<circle cx="15" cy="17" r="5" fill="#a51c3a"/></svg>'
)

STYLE = """
@page { margin: 0; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1a1a1a; }
body { font-family: system-ui, "Segoe UI", Arial, sans-serif; overflow-wrap: anywhere; }
.poster { width: 100vw; max-width: 100vw; min-height: 125vw; padding: 5vw; display: flex; }
.poster { flex-direction: column; gap: 2.2vw; line-height: 1.3; }
.large { font-size: 2.1vw; }
.middle { font-size: 1.75vw; }
.small { font-size: 1.4vw; }
.tiny { font-size: 1.08vw; }
header { display: flex; gap: 2.5vw; align-items: center; }
header { border-bottom: .5vw solid #1f3f96; padding-bottom: 2vw; }
.mark { width: 9vw; height: 9vw; flex: none; }
h1 { font-size: 3.6vw; line-height: 1.15; margin: 0; }
header p { font-size: 1.7vw; margin: .6vw 0 0; }
h2 { font-size: 1.25em; margin: 0 0 .5em; color: #1f3f96; }
h3 { font-size: 1.08em; margin: 0 0 .2em; }
p, ul { margin: 0; }
ul { padding-left: 1.2em; }
li { margin-bottom: .45em; }
.leading { font-size: 1.5em; line-height: 1.3; font-weight: 600; margin-bottom: .6em; }
.aspiration { background: #eef2fb; padding: 2.2vw; border-radius: 1.2vw; }
.values ul { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(2, 1fr); gap: 1.6vw; }
.values li { border-left: .4vw solid #1f3f96; padding-left: 1.1vw; margin: 0; }
.columns { display: grid; grid-template-columns: repeat(2, 1fr); gap: 3vw; }
.more { font-style: italic; }
footer { margin-top: auto; font-size: 1.25vw; color: #3a3a3a; }
.logos { display: flex; flex-wrap: wrap; gap: 2.5vw; align-items: center; margin-bottom: 1vw; }
.partners { margin-bottom: 1vw; }
.logos img { height: 4.5vw; width: auto; }
"""


def poster_page(charter: Charter) -> str:
    """The poster as a page that needs nothing else; areas without a sentence are left out."""
    poster = _Poster(charter)
    return page(charter.title, poster.layout.said.locale, STYLE, poster.drawn())


class _Poster:
    """One poster being drawn."""

    def __init__(self, charter: Charter) -> None:
        self.charter = charter
        self.layout = Layout(charter.language)

    def drawn(self) -> str:
        """The whole of it."""
        filled = [section for section in self.charter.sections if section.sentences]
        wide = [self._area(section) for section in filled if section.kind in ("aspiration", "values")]
        narrow = [self._area(section) for section in filled if section.kind not in ("aspiration", "values")]
        columns = f'<div class="columns">{"".join(narrow)}</div>' if narrow else ""
        return (
            f'<main class="poster {self._size()}">{self._head()}{"".join(wide)}{columns}{self._foot()}</main>'
        )

    def _size(self) -> str:
        shown = [s for section in self.charter.sections for s in section.sentences[:MOST_SENTENCES]]
        characters = sum(len(one.name) + len(one.text) + 30 for one in shown)
        return next((name for limit, name in _SIZES if characters <= limit), _SMALLEST)

    def _set(self, text: str) -> str:
        return escape(self.layout.set(text))

    def _head(self) -> str:
        held = ", ".join(filter(None, (self.charter.place, self.layout.day(self.charter.day))))
        told = f"<p>{self._set(held)}</p>" if held else ""
        return f"<header>{_MARK}<div><h1>{self._set(self.charter.title)}</h1>{told}</div></header>"

    def _area(self, section: Section) -> str:
        shown = section.sentences[:MOST_SENTENCES]
        leading = ""
        if section.kind == "aspiration":
            leading = f'<p class="leading">{self._set(shown[0].text)}</p>'
            shown = shown[1:]
        items = "".join(f"<li>{self._sentence(sentence)}</li>" for sentence in shown)
        listed = f"<ul>{items}</ul>" if items else ""
        rest = len(section.sentences) - MOST_SENTENCES
        more = f'<p class="more">{self._more(rest)}</p>' if rest > 0 else ""
        inner = f"<h2>{self._set(section.title)}</h2>{leading}{listed}{more}"
        return f'<section class="{section.kind}">{inner}</section>'

    def _more(self, number: int) -> str:
        return escape(self.layout.count(number, self.layout.said.poster_more))

    def _sentence(self, sentence: Sentence) -> str:
        if not sentence.name:
            return self._set(sentence.text)
        practice = f"<p>{self._set(sentence.text)}</p>" if sentence.text else ""
        return f"<h3>{self._set(sentence.name)}</h3>{practice}"

    def _foot(self) -> str:
        partners = self._partners()
        funding = f"<p>{self._set(self.charter.funding)}</p>" if self.charter.funding else ""
        strip = strip_element(self.charter.logos)
        inner = f"{partners}{strip}{funding}"
        return f"<footer>{inner}</footer>" if inner else ""

    def _partners(self) -> str:
        """The institutions that acceded; who represents them is not a poster's business."""
        named = ", ".join(self._set(partner.institution) for partner in self.charter.partners)
        title = escape(self.layout.said.partners)
        return f'<p class="partners"><strong>{title}:</strong> {named}</p>' if named else ""
