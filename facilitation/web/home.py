"""The start page: a code to enter, the moderator's sign-in, and behind it the workshops and a form for a
new one.

Everything here works without a script. Neighbours: proposal.py reads the form of a new workshop.
"""

from typing import Final, NamedTuple

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import format_date, gettext

from facilitation import assets
from facilitation.domain import bounds
from facilitation.domain.refusals import N_, Refusal
from facilitation.domain.scenario import Scenario
from facilitation.domain.workshop import Workshop
from facilitation.runtime.codes import canonical
from facilitation.runtime.registry import Mended
from facilitation.web import access, cookies, errors, languages
from facilitation.web.exports import held_on
from facilitation.web.listing import newest_first
from facilitation.web.origin import check_origin
from facilitation.web.proposal import Proposal
from facilitation.web.site import site

blueprint = Blueprint("home", __name__)


LIMITS: Final = {"tables": bounds.TABLES, "rounds": bounds.ROUNDS, "minutes": bounds.ROUND_MINUTES}
ADVICE: Final = {
    "tables": N_("Write a whole number of tables, from 1 to %(tables)s."),
    "rounds": N_("Write a whole number of rounds, from 1 to %(rounds)s."),
    "minutes": N_(
        "Write whole minutes from 1 to %(minutes)s, at most one number for each round: 20, 15, 15."
    ),
}
"""What a person who fills in the form reads, where the domain's refusal would name a field of the API."""


_CODE_SHOWN: Final = 40


class Shelved(NamedTuple):
    """One workshop in the list. `day` is in the reader's language, `people` and `ideas` are counts;
    `rehearsal` says that it is one."""

    code: str
    title: str
    phase: str
    day: str
    people: int
    ideas: int
    rehearsal: bool


@blueprint.get("/")
def start() -> ResponseReturnValue:
    """The start page. `?key=` is the moderator's link that `obrus serve` prints."""
    key = request.args.get("key", "")
    if key:
        return _sign_in(key)
    return _page()


@blueprint.get("/enter")
def enter() -> ResponseReturnValue:
    """From the code on the screen to the workshop's page; a wrong code gets the field again."""
    code = canonical(request.args.get("code", ""))
    if not code:
        return redirect(url_for("home.start"), 303)
    try:
        access.visit(code, ("participant",))
    except (Refusal, errors.Denied) as error:
        trouble = errors.trouble_of(error)
        return _page(trouble=trouble, code=request.args["code"][:_CODE_SHOWN]), trouble.status
    return redirect(url_for("pages.phone", code=code), 303)


@blueprint.post("/signin")
def sign_in() -> ResponseReturnValue:
    """The moderator shows the key."""
    check_origin(site().public_url)
    return _sign_in(request.form.get("key", "").strip())


@blueprint.post("/signout")
def sign_out() -> ResponseReturnValue:
    """This browser is nobody's any more."""
    check_origin(site().public_url)
    response = redirect(url_for("home.start"), 303)
    cookies.drop_key(response)
    return response


@blueprint.post("/workshops")
def create() -> ResponseReturnValue:
    """A new workshop, and on to its console; a form that can't be used comes back with what is wrong."""
    check_origin(site().public_url)
    if not access.holds_key():
        raise Refusal("unauthorized")
    proposal = Proposal.sent(request.form)
    try:
        workshop = site().registry.create(proposal.parameters())
    except Refusal as refusal:
        trouble = errors.trouble_of(refusal)
        advice = ADVICE.get(trouble.field or "")
        if advice:
            trouble = trouble._replace(message=gettext(advice, **LIMITS))
        return _page(proposal=proposal, trouble=trouble), trouble.status
    return redirect(url_for("pages.moderator", code=workshop.code), 303)


@blueprint.get("/favicon.ico")
def icon() -> ResponseReturnValue:
    """Nothing: pages bring their icon along, but browsers ask here for that of any other document."""
    return "", 204, {"Cache-Control": "public, max-age=86400"}


def _sign_in(key: str) -> ResponseReturnValue:
    if not access.show_key(key):
        message = gettext(
            "This is not the moderator key. It stands in the window in which the server was started."
        )
        return _page(trouble=errors.Trouble(403, "unauthorized", message, "key")), 403
    response = redirect(url_for("home.start"), 303)
    response.headers["Referrer-Policy"] = "no-referrer"
    cookies.keep_key(response, site().key.proof)
    return response


def _page(proposal: Proposal | None = None, trouble: errors.Trouble | None = None, code: str = "") -> str:
    signed_in = access.holds_key()
    return render_template(
        "home.html",
        assets=assets.entry("home"),
        signed_in=signed_in,
        proposal=proposal or Proposal(),
        trouble=trouble,
        code=code,
        workshops=[_row(each.state) for each in newest_first()] if signed_in else [],
        scenarios=_scenarios() if signed_in else [],
        damage=[_damage(mended) for mended in site().registry.mended.values()] if signed_in else [],
    )


def _row(state: Workshop) -> Shelved:
    return Shelved(
        code=state.code,
        title=state.title,
        phase=state.phase,
        day=format_date(held_on(state), rebase=False),
        people=len(state.participants),
        ideas=sum(idea.visible for idea in state.ideas.values()),
        rehearsal=bool(state.rehearsal_of),
    )


def _damage(mended: Mended) -> str:
    """What the start of the server found of one recording."""
    if mended.aside is None:
        sentence = gettext(
            "The recording of %(code)s is damaged, and nothing of it could be saved. Stop Obrus and put a "
            "copy back with obrus restore.",
            code=mended.code,
        )
    elif mended.kept == mended.highest:
        sentence = gettext(
            "The recording of %(code)s was damaged. All of it could be saved. The damaged file is kept as "
            "%(file)s.",
            code=mended.code,
            file=str(mended.aside),
        )
    else:
        sentence = gettext(
            "The recording of %(code)s was damaged. It could be saved up to entry %(kept)s of %(highest)s. "
            "The damaged file is kept as %(file)s.",
            code=mended.code,
            kept=mended.kept,
            highest=mended.highest,
            file=str(mended.aside),
        )
    return str(sentence)


def _scenarios() -> list[Scenario]:
    """One of each scenario, in the reader's language where it is written in that; the usual one first."""
    found: dict[str, Scenario] = {}
    for each in site().registry.scenarios.all():
        if each.id not in found or each.language == languages.current():
            found[each.id] = each
    return sorted(found.values(), key=lambda each: each.id != Proposal().scenario)
