"""Paper: what a moderator can print, as pages that a browser lays out on A4.

The sheets are in the workshop's language, what stands around them on the screen in the reader's. Neighbours:
paper_sheets.py says what is on them, templates/print and static/src/print how it looks.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

from flask import Blueprint, abort, copy_current_request_context, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import force_locale, format_date, gettext
from markupsafe import Markup

from facilitation import assets
from facilitation.charter.typography import set_text
from facilitation.domain.actors import participant
from facilitation.domain.workshop import Workshop
from facilitation.web import access, qr
from facilitation.web.door import take_key
from facilitation.web.exports import held_on
from facilitation.web.links import join_url, table_url, with_key
from facilitation.web.paper_sheets import KINDS, HostSheet, Ticket
from facilitation.web.site import site

blueprint = Blueprint("paper", __name__)
blueprint.before_request(take_key)

WIFI_CHARACTERS = 63
"""The longest password of a Wi-Fi network; names are shorter."""


@blueprint.get("/w/<code>/print")
def choice(code: str) -> ResponseReturnValue:
    """What can be printed, with a link to each, in the reader's language."""
    state = _state(code)
    sheets = {kind: len(each.sheets(state)) for kind, each in KINDS.items()}
    return render_template(
        "print/choice.html",
        assets=assets.entry("home"),
        workshop=state,
        kinds=KINDS,
        sheets=sheets,
        address=_typed(join_url(code)),
        wifi_characters=WIFI_CHARACTERS,
    )


@blueprint.get("/w/<code>/print/<kind>")
def sheets(code: str, kind: str) -> ResponseReturnValue:
    """The sheets of one of KINDS, ready for the browser's print dialog."""
    if kind not in KINDS:
        abort(404)
    state = _state(code)
    laid = KINDS[kind].sheets(state)
    with force_locale(state.language):
        # Hundreds of sheets, and of QR codes, take seconds.
        printed = site().concurrency.run_blocking(
            copy_current_request_context(partial(_printed, state, kind, laid))
        )
    return render_template(
        "print/sheets.html",
        assets=assets.entry("print"),
        workshop=state,
        kind=KINDS[kind],
        count=len(laid),
        printed=Markup(printed),
    )


def _state(code: str) -> Workshop:
    return access.admitted(code, ("moderator",)).workshop.state


def _words(state: Workshop) -> dict[str, object]:
    """What the sheets of every kind may say, beside their own."""
    join = join_url(state.code)
    wifi, password = _given("wifi"), _given("password")
    network = qr.wifi(wifi, password) if wifi and password else ""
    begun = any(each.opened_at for each in state.rounds.values())
    return {
        "workshop": state,
        "set": partial(set_text, language=state.language),
        "address": _typed(join),
        "qr": _picture(join, gettext("QR code: join the workshop %(code)s", code=state.code)),
        "wifi": wifi,
        "password": password,
        "wifi_qr": _picture(network, gettext("QR code: join the Wi-Fi network")) if network else "",
        "day": format_date(held_on(state), "long", rebase=False) if begun else "",
    }


def _printed(state: Workshop, kind: str, laid: Sequence[Any]) -> str:
    drawn = _DRAWN[kind](state, laid) if kind in _DRAWN else {}
    return render_template(f"print/{kind}.html", sheets=laid, drawn=drawn, **_words(state))


def _tablets(state: Workshop, laid: Sequence[HostSheet]) -> dict[str, Markup]:
    """By table, the QR code that makes a tablet or phone the one that stays there."""
    return {
        table.id: _picture(
            table_url(state.code, table.id),
            gettext("QR code: the tablet of table %(number)s", number=table.number),
            quick=True,
        )
        for table, *_ in laid
    }


def _ways_back(state: Workshop, laid: Sequence[Sequence[Ticket]]) -> dict[str, Markup]:
    """By participant, the QR code that makes a phone this person's."""
    join = join_url(state.code)
    return {
        who.id: _picture(
            with_key(join, state.code, participant(who.id)),
            gettext("QR code: continue as participant %(number)s", number=who.number),
            quick=True,
        )
        for sheet in laid
        for who, *_ in sheet
    }


_DRAWN: Final[dict[str, Callable[[Workshop, Any], dict[str, Markup]]]] = {
    "hosts": _tablets,
    "tickets": _ways_back,
}
"""The kinds of which every sheet has QR codes of its own."""


def _picture(content: str, title: str, *, quick: bool = False) -> Markup:
    return Markup(qr.svg(content, title, quick=quick).decode())


def _typed(join: str) -> str:
    """What a person types to get to the start page: the address without what browsers add by themselves."""
    start = join[: join.rindex("/w/")]
    return start.removeprefix("https://").removeprefix("http://")


def _given(name: str) -> str:
    """One line of the form; nothing keeps it."""
    return "".join(each for each in request.args.get(name, "") if each.isprintable()).strip()[
        :WIFI_CHARACTERS
    ]
