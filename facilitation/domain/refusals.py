"""Why a command was not carried out: a closed list of codes, each with the sentence a person reads and its
HTTP status.

The sentences are gettext msgids; `live` and `web` translate them and fill in the placeholders.
"""

from collections.abc import Mapping
from typing import Final


def N_(msgid: str) -> str:  # noqa: N802 -- gettext tools look for this name
    """Marks a sentence for the catalogues without translating it here, where no language is known."""
    return msgid


SENTENCES: Final[Mapping[str, tuple[int, str]]] = {
    "malformed": (400, N_("The message could not be read. Reload the page and try again.")),
    "unknown_command": (400, N_("There is no command “%(command)s”.")),
    "missing_field": (400, N_("The field “%(field)s” is missing.")),
    "wrong_type": (400, N_("The field “%(field)s” is not of the right kind.")),
    "invalid_value": (400, N_("The value of “%(field)s” is not possible here.")),
    "empty_text": (400, N_("There is nothing written yet. Write a few words and send again.")),
    "too_long": (
        400,
        N_("That is %(length)s characters long; at most %(limit)s fit. Shorten it."),
    ),
    "too_many": (409, N_("No more than %(limit)s are possible here.")),
    "unauthorized": (401, N_("This needs a valid link or key. Open the link you were given again.")),
    "bad_code": (
        404,
        N_("There is no workshop with this code. Check the letters on the screen in the room."),
    ),
    "unknown_workshop": (
        404,
        N_("There is no workshop with this code. Check the letters on the screen in the room."),
    ),
    "unknown_scenario": (404, N_("There is no scenario “%(scenario)s” in this language.")),
    "unknown_participant": (404, N_("There is no participant “%(value)s” in this workshop.")),
    "unknown_idea": (404, N_("This idea is not there any more.")),
    "unknown_table": (404, N_("There is no table “%(value)s” in this workshop.")),
    "unknown_round": (404, N_("There is no round “%(value)s” in this workshop.")),
    "unknown_area": (404, N_("There is no area “%(value)s” in this workshop.")),
    "unknown_theme": (404, N_("This theme is not there any more.")),
    "unknown_message": (404, N_("This message is not there any more.")),
    "unknown_article": (404, N_("This article is not there any more.")),
    "unknown_declaration": (404, N_("This declaration is not there any more.")),
    "unknown_task": (404, N_("This next step is not there any more.")),
    "unknown_logo": (404, N_("This logo is not there any more.")),
    "not_allowed": (403, N_("Your link does not allow this. Ask the moderator.")),
    "preview": (403, N_("This is a preview: you can look at everything, and nothing you do in it is sent.")),
    "not_a_rehearsal": (409, N_("This is a real workshop and no rehearsal, so it can't be thrown away.")),
    "not_yours": (403, N_("Only the person who wrote this idea can change it.")),
    "own_idea": (409, N_("This is your own idea; it counts already. Leave it to the others.")),
    "not_seated": (409, N_("You have no place at a table in this round yet. Ask the moderator.")),
    "not_your_table": (403, N_("This belongs to another table than yours.")),
    "round_closed": (409, N_("The round is closed. Keep your idea and send it when the next round opens.")),
    "round_open": (409, N_("This is not possible while a round is open. Close the round first.")),
    "round_started": (409, N_("This round has already begun, so this part of it can't be changed any more.")),
    "no_round_left": (409, N_("No round is left to open. Add a round, or go on to the harvest.")),
    "table_in_use": (409, N_("There are ideas on this table, so it can't be removed.")),
    "area_has_tables": (
        409,
        N_(
            "Tables about this area, by number: %(tables)s. Choose another area for each of them, then "
            "remove this one."
        ),
    ),
    "area_has_rounds": (
        409,
        N_(
            "Rounds about this area, by number: %(rounds)s. Remove them first, from the last one on; where a "
            "round has begun, the area stays."
        ),
    ),
    "area_has_ideas": (
        409,
        N_("There are ideas in this area, so it stays. Leave out of the charter what does not belong there."),
    ),
    "area_has_themes": (
        409,
        N_("There are themes in this area. Dissolve them under “Themes”, then remove the area."),
    ),
    "area_has_articles": (
        409,
        N_(
            "There are articles in this area, so it stays. Take out of the charter what does not belong "
            "there."
        ),
    ),
    "unknown_text": (
        404,
        N_("This text is not there any more: somebody has changed it. Look at what it says now."),
    ),
    "last_one": (409, N_("At least one has to stay.")),
    "host_elsewhere": (409, N_("This person already hosts another table.")),
    "nobody_to_seat": (
        409,
        N_("Nobody is in the room yet. Seats can be dealt as soon as people have joined."),
    ),
    "seats_infeasible": (
        409,
        N_("The people can't be seated like this. Add a table or let a host move on, then deal again."),
    ),
    "proposal_gone": (
        409,
        N_("This proposal is not the current one any more. Look at the current one, or make a new one."),
    ),
    "host_stays": (
        409,
        N_("A host stays at the table. Let the host move on first, then change the place."),
    ),
    "table_closed": (409, N_("This table is closed. Open it again, or choose another one.")),
    "not_host": (
        403,
        N_("Only the host of the table can do this. The moderator can make you its host."),
    ),
    "unknown_request": (404, N_("This request is not there any more.")),
    "list_unreadable": (
        400,
        N_(
            "This list can't be read. Save it as CSV, with the column names name, institution and sector in "
            "its first line."
        ),
    ),
    "list_row": (
        400,
        N_(
            "Row %(row)s, column “%(column)s”: that is %(length)s characters long; at most %(limit)s fit. "
            "Shorten it and send the list again; nobody was added."
        ),
    ),
    "idea_hidden": (409, N_("The moderator has hidden this idea.")),
    "nothing_to_group": (409, N_("There are no ideas to group yet.")),
    "sorting_closed": (409, N_("Sorting is over here. Thank you; the moderator goes on from where you got.")),
    "already_answered": (409, N_("You have answered this question already. Take the next one.")),
    "voting_closed": (409, N_("There is no vote on this now. Wait for the moderator to open one.")),
    "no_dots_left": (
        409,
        N_("Not enough dots: you have %(left)s left in this area. Take some back from another theme first."),
    ),
    "nothing_to_vote": (409, N_("There are no themes to vote on yet. Group the ideas first.")),
    "nothing_to_draft": (409, N_("There are no themes yet. Group the ideas first, then draft the charter.")),
    "reworded_meanwhile": (
        409,
        N_("Somebody else has reworded this meanwhile. Read both versions, then save the one you want."),
    ),
    "draft_says_the_gone": (
        409,
        N_(
            "This draft repeats an idea that is hidden or was taken back. Draft anew, or write it in other "
            "words."
        ),
    ),
    "nothing_to_put": (409, N_("There are no articles yet. Draft the charter first.")),
    "agreement_closed": (409, N_("No article is open for answers now. Wait for the moderator.")),
    "not_put": (409, N_("This article is not open for answers now. Answer those that are on the screen.")),
    "declarations_closed": (
        409,
        N_("The list of partners is closed. Ask the organiser to open it again."),
    ),
    "not_your_declaration": (403, N_("Only the person who made this declaration can change it.")),
    "consent_needed": (
        400,
        N_("Without consent these personal data can't be kept. Tick the consent, or leave without sending."),
    ),
    "results_closed": (403, N_("The results are not open to everybody. Ask the organiser.")),
    "results_over": (
        410,
        N_("The results could be read here until the end of %(until)s. If you need them, ask the organiser."),
    ),
    "not_a_picture": (400, N_("This is not a PNG or JPEG picture. Save the logo as one of these.")),
    "logo_too_large": (413, N_("A logo can be at most 1 MB. Make the picture smaller.")),
    "workshop_closed": (409, N_("This workshop is closed. The moderator can open it again.")),
    "command_id_taken": (409, N_("This message was already sent by somebody else. Send it again.")),
    "too_fast": (429, N_("That was very fast. Wait a few seconds; nothing you wrote is lost.")),
    "storage_failed": (
        503,
        N_(
            "This could not be saved: the disk of the moderator's computer is full or read-only. "
            "Tell the moderator."
        ),
    ),
    "journal_damaged": (
        503,
        N_(
            "The recording of this workshop is damaged. Run obrus check on the moderator's computer; "
            "nothing was deleted."
        ),
    ),
    "job_failed": (503, N_("The computation did not finish. Try again; if it fails again, do it by hand.")),
    "paper_failed": (
        503,
        N_(
            "This paper could not be written. Try again; if it fails again, choose another format and tell "
            "the moderator."
        ),
    ),
    "stopping": (
        503,
        N_("The server is being stopped. What you wrote waits here and is sent when it is back."),
    ),
}


REASONS: Final[Mapping[str, str]] = {
    "too_few_seats": N_(
        "In round %(round)s there are %(people)s people, but only %(seats)s chairs. Add chairs "
        "or open a table, then plan again."
    ),
    "too_many_fixed": N_(
        "In round %(round)s %(people)s people are fixed at table %(table)s, which has only %(seats)s "
        "chairs. Take off a pin or add chairs, then plan again."
    ),
    "apart_and_together": N_(
        "%(person)s and %(other)s are to sit apart, but also together. Take one of the requests back."
    ),
    "apart_at_one_table": N_(
        "In round %(round)s %(person)s and %(other)s are to sit apart, but both are fixed at table "
        "%(table)s. Take off a pin, or take the request back."
    ),
    "together_at_two_tables": N_(
        "In round %(round)s %(person)s and %(other)s are to sit together, but are fixed at the "
        "tables %(table)s and %(second)s. Take off a pin, or take the request back."
    ),
    "together_too_many": N_(
        "In round %(round)s %(count)s people are to sit together, but no table has so many chairs. Add "
        "chairs, or take a request back."
    ),
    "requests_not_met": N_(
        "In round %(round)s no plan was found that keeps the request about %(person)s and %(other)s. "
        "Take a request back, or take off a pin."
    ),
    "organiser_known": N_(
        "The results could be read here until the end of %(until)s. If you need them, ask the organiser: "
        "%(organiser)s."
    ),
}
"""What a refusal says instead, where more is known: why people can't be seated (`seats_infeasible`; tables
are numbers, people names), and whom to ask for results (`results_over`)."""


class Refusal(Exception):
    """A command that is not carried out. `code` is a key of SENTENCES, `field` names the field at fault (or
    None),
    `params` holds the plain values its sentence needs. Nothing was changed."""

    def __init__(
        self, code: str, field: str | None = None, params: Mapping[str, str | int] | None = None
    ) -> None:
        if code not in SENTENCES:
            raise ValueError(f"not a refusal code: {code}")
        self.code = code
        self.field = field
        self.params: dict[str, str | int] = dict(params or {})
        if field is not None:
            self.params.setdefault("field", field)
        super().__init__(code, field, self.params)

    @property
    def status(self) -> int:
        """The HTTP status that goes with the code."""
        return SENTENCES[self.code][0]

    @property
    def sentence(self) -> str:
        """The English sentence with its placeholders still in it: a gettext msgid. A `reason` among the
        params has a sentence of its own."""
        return REASONS.get(str(self.params.get("reason", "")), SENTENCES[self.code][1])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Refusal) and (self.code, self.field, self.params) == (
            other.code,
            other.field,
            other.params,
        )

    def __hash__(self) -> int:
        return hash((self.code, self.field))
