"""How a document's HTML page looks on a screen and on paper. No colour carries a meaning; contrast is at
least 7:1."""

from base64 import b64encode
from hashlib import sha256

STYLE = """
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1a1a1a; font: 1.0625rem/1.6 Georgia, "Times New Roman", serif; }
main { max-width: 42rem; margin: 0 auto; padding: 2.5rem 1.25rem; }
h1, h2, h3, h4 { line-height: 1.25; margin: 2em 0 .6em; }
h1, h2, h3, h4 { font-family: system-ui, "Segoe UI", Arial, sans-serif; }
h1 { font-size: 2rem; margin-top: 0; }
h2 { font-size: 1.4rem; border-bottom: 1px solid #767676; padding-bottom: .25em; }
h3 { font-size: 1.1rem; }
h4 { font-size: 1rem; }
p, li, td, th { overflow-wrap: anywhere; }
blockquote { margin: 1em 0; padding: .2em 1em; border-left: .3em solid #1a1a1a; font-size: 1.25rem; }
.subtitle p { margin: .2em 0; }
.note { font-style: italic; }
.references { font: .8125rem/1.5 system-ui, "Segoe UI", Arial, sans-serif; }
.references { color: #4a4a4a; margin-bottom: 1.4em; }
.ideas li { margin-bottom: .35em; }
a { color: #0b3d91; }
:target { background: #fff3b0; outline: .2em solid #fff3b0; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-style: italic; padding-bottom: .4em; }
th, td { border: 1px solid #767676; padding: .4em .6em; text-align: left; vertical-align: top; }
.logos { display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: center; margin-bottom: 2rem; }
.logos img { height: 3.5rem; width: auto; max-width: 100%; }
.funding { font-size: .9375rem; color: #4a4a4a; margin-top: 1.5em; }
figure { margin: 1em 0 .3em; }
.chart { width: 100%; height: auto; font: 14px system-ui, "Segoe UI", Arial, sans-serif; }
summary { cursor: pointer; font: .875rem/1.8 system-ui, "Segoe UI", Arial, sans-serif; }
.signatures td, .steps td, .form td { height: 2.6em; }
.form td:first-child { width: 30%; font-weight: 600; }
.signatures th:nth-child(n + 3) { width: 28%; }
@page { size: A4; margin: 22mm 20mm; }
@media print {
  body { font-size: 11pt; }
  main { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  h2, h3, h4 { break-after: avoid; }
  .article, .lead, .practice, .intro { break-after: avoid; }
  .new-page { break-before: page; }
  .cover h1 { margin-top: 55mm; }
  figure { break-inside: avoid; }
  caption { break-after: avoid; }
  details:not([open]) { display: none; }
  li, tr, .article, .lead { break-inside: avoid; }
  thead { display: table-header-group; }
}
"""


def style_source(style: str) -> str:
    """What a Content-Security-Policy's `style-src` must allow for this style, and for no other, to apply."""
    return f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'"
