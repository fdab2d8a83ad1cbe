"""The form in which a moderator says which institution runs this server, for the accessibility declaration
and the privacy notice.

It needs the moderator key, since it holds for all workshops of the server. Neighbours: notices.py shows
what is filled in here, facilitation/institution.py keeps it.
"""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Final, NamedTuple

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from facilitation import assets
from facilitation.domain.refusals import N_, Refusal
from facilitation.institution import LINE, TEXT, Institution
from facilitation.web import access
from facilitation.web.origin import check_origin
from facilitation.web.site import site

blueprint = Blueprint("institution", __name__)


class Field(NamedTuple):
    """One field of the form: `kind` is that of the input, or `text` for a box of several lines."""

    name: str
    label: str
    hint: str = ""
    kind: str = "line"

    @property
    def limit(self) -> int:
        """The longest it may be, in characters."""
        return TEXT if self.kind == "text" else LINE


class Part(NamedTuple):
    """Fields that belong together, and what they are for."""

    heading: str
    advice: str
    fields: tuple[Field, ...]


PARTS: Final = (
    Part(
        N_("Name and address"),
        N_("Both pages begin with it: it runs the workshops and answers for their data."),
        (
            Field("name", N_("Name of the institution"), N_("In full, as in its statutes."), "organization"),
            Field("address", N_("Postal address"), "", "street-address"),
            Field(
                "site",
                N_("Web address of Obrus"),
                N_("Where it stands on the internet. Leave it empty if it only runs in your rooms."),
                "url",
            ),
        ),
    ),
    Part(
        N_("Whom to turn to"),
        N_("A person or post that answers questions about accessibility and about data."),
        (
            Field("contact", N_("Contact person or post"), "", "name"),
            Field("email", N_("E-mail"), "", "email"),
            Field("phone", N_("Phone"), "", "tel"),
            Field(
                "officer",
                N_("Data protection officer"),
                N_("Name, and how to reach them. Every public body has one."),
            ),
        ),
    ),
    Part(
        N_("Accessibility declaration"),
        N_("Its technical part is written already. These are for you, and the law asks for them."),
        (
            Field("published", N_("Obrus has been in use here since"), "", "date"),
            Field("updated", N_("Last important update"), N_("When Obrus was last renewed here."), "date"),
            Field("prepared", N_("The declaration was prepared on"), "", "date"),
            Field(
                "reviewed",
                N_("Last reviewed on"),
                N_("Once a year, by 31 March, and after important changes."),
                "date",
            ),
            Field(
                "architecture",
                N_("How the building is accessible"),
                N_(
                    "Entrance, steps and ramps, lift, toilet, parking, guide dogs. For each place where you "
                    "hold workshops."
                ),
                "text",
            ),
            Field(
                "communication",
                N_("How people can communicate with you"),
                N_("Sign language interpreter, induction loop, text message, easy-to-read information."),
                "text",
            ),
        ),
    ),
    Part(
        N_("Privacy notice"),
        N_("Have your data protection officer read the whole notice before the first workshop."),
        (
            Field(
                "basis",
                N_("Legal basis"),
                N_("Leave it empty for the usual one of public bodies: article 6(1)(e) of the GDPR."),
                "text",
            ),
            Field(
                "keeping",
                N_("How long the data are kept"),
                N_(
                    "For example: until the charter is adopted, at most six months. Then the file is deleted."
                ),
                "text",
            ),
        ),
    ),
)
"""The form, in order."""

FIELDS: Final = tuple(field for part in PARTS for field in part.fields)
_NOT_A_DAY: Final = N_("Write a day of the calendar, as 2026-03-31.")
_NOT_AN_ADDRESS: Final = N_("An e-mail address has an @ in it.")


class Wrong(NamedTuple):
    """What can't be kept as it was written: the field, and a sentence."""

    field: str
    sentence: str


@blueprint.get("/institution")
def form() -> ResponseReturnValue:
    """The form with what is kept."""
    _need_key()
    return _page(_written(site().nameplate.shown))


@blueprint.post("/institution")
def keep() -> ResponseReturnValue:
    """Keeps the form and says so; one that can't be kept comes back with what is wrong."""
    check_origin(site().public_url)
    _need_key()
    written = {field.name: request.form.get(field.name, "").strip() for field in FIELDS}
    institution = read(written)
    if isinstance(institution, Wrong):
        return _page(written, institution), 400
    site().concurrency.run_blocking(partial(site().nameplate.put, institution))
    return redirect(url_for("institution.form", saved=1), 303)


def read(written: Mapping[str, str]) -> Institution | Wrong:
    """The institution that a filled-in form describes, or the first thing that is wrong with it."""
    values: dict[str, str | date | None] = {}
    for field in FIELDS:
        text = written[field.name].replace("\r\n", "\n")
        if len(text) > field.limit:
            long = Refusal("too_long", field.name, {"length": len(text), "limit": field.limit})
            return Wrong(field.name, gettext(long.sentence, **long.params))
        if field.kind == "email" and text and "@" not in text:
            return Wrong(field.name, gettext(_NOT_AN_ADDRESS))
        try:
            values[field.name] = _day(text) if field.kind == "date" else text
        except ValueError:
            return Wrong(field.name, gettext(_NOT_A_DAY))
    return Institution(**values)  # type: ignore[arg-type]


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _written(institution: Institution) -> dict[str, str]:
    """What stands in each field."""
    return {field.name: str(getattr(institution, field.name) or "") for field in FIELDS}


def _need_key() -> None:
    if not access.holds_key():
        raise Refusal("not_allowed")


def _page(written: Mapping[str, str], wrong: Wrong | None = None) -> str:
    return render_template(
        "institution.html",
        assets=assets.entry("home"),
        parts=PARTS,
        written=written,
        wrong=wrong,
        saved="saved" in request.args,
    )
