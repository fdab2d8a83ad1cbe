"""The shells of phone, board and console: a page with its first words, the facts its script needs, and
nothing else.

The facts stand in `<script type="application/json" id="page">`; static/src/shared/page.js reads them.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from flask import Response, json, make_response, render_template
from markupsafe import Markup

from facilitation import assets
from facilitation.domain.actors import Role
from facilitation.domain.translations import language_of, said_in
from facilitation.domain.workshop import Workshop
from facilitation.web import languages
from facilitation.web.site import site

_IN_SCRIPT = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def shell(
    page: str,
    workshop: Workshop,
    role: Role,
    token: str,
    urls: dict[str, str],
    view: str = "",
    table: str = "",
) -> Response:
    """The page `phone`, `board` or `moderator` for somebody in this role, who may use `token` on the socket
    and the API. `view` names what of the phone is shown instead of its usual page: `declaration`, `results`
    or `table`, which says whose tablet it is. Previews and rehearsals are marked as what they are; a
    moderator's page says if the recording was `mended`, and if what the institution has to say about itself
    is still `unsaid`."""
    facts: dict[str, Any] = {
        "code": workshop.code,
        "role": role,
        "token": token,
        "language": languages.current(),
        "urls": urls,
    }
    if view:
        facts["page"] = view
    if table:
        facts["table"] = table
    if page == "phone" and role == "guest" and not view and workshop.phase != "closed":
        facts["first"] = _door(workshop)
    if workshop.rehearsal_of:
        facts["rehearsal"] = True
    mended = site().registry.mended.get(workshop.code)
    if mended and role == "moderator":
        facts["mended"] = {"kept": mended.kept, "highest": mended.highest}
    if role == "moderator" and not site().nameplate.shown.complete:
        facts["unsaid"] = True
    words = {"urls": urls, "assets": _assets(page, role, workshop), "facts": _script(facts, page)}
    shown = {"workshop": workshop, "preview": role == "preview", "view": view, "table": table}
    shown |= {"title": said_in(workshop, languages.current(), workshop.title)}
    shown |= {"tongue": language_of(workshop, languages.current(), workshop.title)}
    return make_response(render_template(f"{page}.html", **shown, **words))


def _door(workshop: Workshop) -> dict[str, Any]:
    """As much of the channel `public` as the form to join is made of: a phone shows it before it is
    connected."""
    language = languages.current()
    known = workshop.translations.get(language, {})
    said = {text: known[text] for text in (workshop.title, *workshop.sectors) if text in known}
    shown: dict[str, Any] = {"title": workshop.title, "language": workshop.language}
    shown |= {"phase": workshop.phase, "sectors": list(workshop.sectors)}
    return {**shown, "translations": {language: said}} if said else shown


def _assets(page: str, role: Role, workshop: Workshop) -> assets.Entry:
    """What the page loads; the strip that marks it has a stylesheet of its own, so that others need not load
    it."""
    found = assets.entry(page)
    if role != "preview" and not workshop.rehearsal_of:
        return found
    return found._replace(styles=(*found.styles, *assets.entry("mark").styles))


def _script(facts: Mapping[str, object], page: str) -> Markup:
    """The facts and the page's words as JSON that can't end the element it stands in. English needs no
    catalogue: its words are the keys."""
    language = languages.current()
    words = '""' if language == "en" else assets.browser_strings(language, page)
    return Markup(f'{_harmless(json.dumps(facts))[:-1]}, "strings": {_harmless(words)}}}')


@lru_cache(maxsize=32)
def _harmless(text: str) -> str:
    """The same JSON without a character that means something in HTML. The words, which are long, come again
    and again."""
    return text.translate(_IN_SCRIPT)
