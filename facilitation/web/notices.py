"""What a public body must tell people about its service: the accessibility declaration, and what happens to
personal data.

What is true of every Obrus stands in templates/accessibility.html and templates/privacy.html, what only the
institution knows comes from its form (institution.py). Where that is empty the pages say so.
"""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from facilitation import assets
from facilitation.web import access
from facilitation.web.site import site

blueprint = Blueprint("notices", __name__)


@blueprint.get("/accessibility")
def accessibility() -> ResponseReturnValue:
    """The accessibility declaration, in the structure that the Polish act of 4 April 2019 asks for: headings
    and ids are those of the ministry's technical conditions, version 2.0 of 31 July 2024."""
    return _page("accessibility.html")


@blueprint.get("/privacy")
def privacy() -> ResponseReturnValue:
    """The notice of article 13 of the GDPR."""
    return _page("privacy.html")


def _page(template: str) -> str:
    return render_template(
        template,
        assets=assets.entry("home"),
        institution=site().nameplate.shown,
        address=site().nameplate.shown.site or site().public_url or request.host_url,
        moderator=access.holds_key(),
    )
