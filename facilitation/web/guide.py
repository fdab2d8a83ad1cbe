"""The moderator's guide as a page, in the reader's language and ready for the printer, and its pictures.

Everybody may read it: it says nothing about a workshop. The text is facilitation/guide.py's.
"""

from flask import Blueprint, abort, render_template, send_from_directory, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from facilitation import assets
from facilitation.guide import guide, pictures
from facilitation.web import languages

blueprint = Blueprint("guide", __name__)


@blueprint.get("/guide")
def page() -> ResponseReturnValue:
    """The guide."""
    found = guide(languages.current(), f"{url_for('guide.page')}/screens/")
    return render_template(
        "guide.html",
        assets=assets.entry("home"),
        script=assets.entry("print").script,
        guide=found,
        text=Markup(found.html),
    )


@blueprint.get("/guide/screens/<name>")
def picture(name: str) -> ResponseReturnValue:
    """One of the pictures that the guides show."""
    if name not in pictures():
        abort(404)
    return send_from_directory(assets.guide_dir() / "screens", name, max_age=3600)
