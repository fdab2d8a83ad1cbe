"""A command and the state, in; events or a refusal, out. The table at the end says who may ask for what and
who answers."""

from collections.abc import Callable
from typing import Any, NamedTuple

from facilitation.domain import commands as c
from facilitation.domain.actors import Role
from facilitation.domain.decision import Context, Decision
from facilitation.domain.decisions import (
    agreement,
    areas,
    articles,
    by_hand,
    declarations,
    drafts,
    handover,
    ideas,
    listing,
    messages,
    papers,
    people,
    requests,
    rounds,
    seats,
    sorting,
    tables,
    themes,
    translations,
    voting,
)
from facilitation.domain.refusals import Refusal
from facilitation.domain.workshop import Workshop


class Rule(NamedTuple):
    """Who may give a command, and the function that decides it."""

    roles: frozenset[Role]
    decide: Callable[[Workshop, Any, Context], Decision]


def decide(workshop: Workshop, command: c.Command, context: Context) -> Decision:
    """What the command comes to on this state: the same input gives the same output, and nothing is changed.

    Raises Refusal with one of the codes of refusals.py.
    """
    rule = RULES[type(command)]
    if context.actor.role == "preview":
        raise Refusal("preview")
    if context.actor.role not in rule.roles:
        raise Refusal("not_allowed", "type")
    if context.actor.role == "participant" and context.actor.participant not in workshop.participants:
        raise Refusal("unauthorized")
    if context.actor.role == "table" and context.actor.table not in workshop.tables:
        raise Refusal("unauthorized")
    if workshop.closed_at and not isinstance(command, _WHEN_CLOSED):
        raise Refusal("workshop_closed")
    return rule.decide(workshop, command, context)


# After the event institutions still accede, people withdraw, and the results go back to everybody.
_WHEN_CLOSED = (
    c.ReopenWorkshop,
    c.CloseWorkshop,
    c.EraseParticipant,
    c.BlankIdea,
    c.HideIdea,
    c.RestoreIdea,
    c.ApproveIdeas,
    c.WithholdIdeas,
    c.SwitchApproval,
    c.HideReservation,
    c.WithdrawMessage,
    c.OpenDeclarations,
    c.CloseDeclarations,
    c.MakeDeclaration,
    c.EditDeclaration,
    c.WithdrawDeclaration,
    c.ShareResults,
)

_MODERATOR: frozenset[Role] = frozenset({"moderator"})
_PARTICIPANT: frozenset[Role] = frozenset({"participant"})
_SYSTEM: frozenset[Role] = frozenset({"system"})
_TAPPING: frozenset[Role] = frozenset({"participant", "table"})
_BOTH: frozenset[Role] = _MODERATOR | _PARTICIPANT
_WRITING: frozenset[Role] = _BOTH | {"table"}
_ARRIVING: frozenset[Role] = frozenset({"guest", "moderator"})
_ACCEDING: frozenset[Role] = frozenset({"participant", "partner"})

RULES: dict[type[c.Command], Rule] = {
    c.JoinParticipant: Rule(_ARRIVING, people.join),
    c.AddParticipants: Rule(_MODERATOR, listing.add),
    c.UpdateParticipant: Rule(_BOTH, people.update),
    c.LeaveParticipant: Rule(_BOTH, people.leave),
    c.ReturnParticipant: Rule(_BOTH, people.come_back),
    c.EraseParticipant: Rule(_BOTH, people.erase),
    c.PostIdea: Rule(_WRITING, ideas.post),
    c.RewordIdea: Rule(_WRITING, ideas.reword),
    c.WithdrawIdea: Rule(_WRITING, ideas.withdraw),
    c.SupportIdea: Rule(_PARTICIPANT, ideas.support),
    c.HideIdea: Rule(_MODERATOR, ideas.hide),
    c.RestoreIdea: Rule(_MODERATOR, ideas.restore),
    c.BlankIdea: Rule(_MODERATOR, ideas.blank),
    c.SwitchApproval: Rule(_MODERATOR, ideas.switch_approval),
    c.ApproveIdeas: Rule(_MODERATOR, ideas.approve),
    c.WithholdIdeas: Rule(_MODERATOR, ideas.withhold),
    c.PlaceIdea: Rule(_MODERATOR, themes.place),
    c.PlaceIdeas: Rule(_MODERATOR, themes.place_many),
    c.MakeTheme: Rule(_MODERATOR, themes.make),
    c.NameTheme: Rule(_MODERATOR, themes.name),
    c.MergeTheme: Rule(_MODERATOR, themes.merge),
    c.EmptyTheme: Rule(_MODERATOR, themes.empty),
    c.RestoreTheme: Rule(_MODERATOR, themes.restore),
    c.SuggestThemes: Rule(_MODERATOR, themes.suggest),
    c.OpenSorting: Rule(_MODERATOR, sorting.open_sorting),
    c.CloseSorting: Rule(_MODERATOR, sorting.close_sorting),
    c.AnswerQuestion: Rule(_TAPPING, sorting.answer),
    c.ArrangeIdeas: Rule(_SYSTEM, sorting.arrange),
    c.LikenIdeas: Rule(_SYSTEM, sorting.liken),
    c.AcceptArrivals: Rule(_MODERATOR, sorting.accept),
    c.OpenVoting: Rule(_MODERATOR, voting.open_voting),
    c.CloseVoting: Rule(_MODERATOR, voting.close_voting),
    c.ShowVoting: Rule(_MODERATOR, voting.show_voting),
    c.SpendDots: Rule(_PARTICIPANT, voting.spend),
    c.ObjectTheme: Rule(_PARTICIPANT, voting.object_to),
    c.DraftCharter: Rule(_MODERATOR, drafts.draft),
    c.RewordArticle: Rule(_MODERATOR, articles.reword),
    c.AddArticle: Rule(_MODERATOR, articles.add),
    c.MoveArticle: Rule(_MODERATOR, articles.move),
    c.MergeArticle: Rule(_MODERATOR, articles.merge),
    c.SplitArticle: Rule(_MODERATOR, articles.split),
    c.UnmergeArticle: Rule(_MODERATOR, articles.unmerge),
    c.UnsplitArticle: Rule(_MODERATOR, articles.unsplit),
    c.LinkArticle: Rule(_MODERATOR, articles.link),
    c.DropArticle: Rule(_MODERATOR, articles.drop),
    c.RestoreArticle: Rule(_MODERATOR, articles.restore),
    c.OpenAgreement: Rule(_MODERATOR, agreement.open_agreement),
    c.CloseAgreement: Rule(_MODERATOR, agreement.close_agreement),
    c.AnswerArticle: Rule(_PARTICIPANT, agreement.answer),
    c.HideReservation: Rule(_MODERATOR, agreement.hide_reservation),
    c.OpenDeclarations: Rule(_MODERATOR, declarations.open_declarations),
    c.CloseDeclarations: Rule(_MODERATOR, declarations.close_declarations),
    c.MakeDeclaration: Rule(_ACCEDING, declarations.make),
    c.EditDeclaration: Rule(_ACCEDING, declarations.edit),
    c.WithdrawDeclaration: Rule(_ACCEDING | _MODERATOR, declarations.withdraw),
    c.AddTask: Rule(_MODERATOR, papers.add_task),
    c.EditTask: Rule(_MODERATOR, papers.edit_task),
    c.DropTask: Rule(_MODERATOR, papers.drop_task),
    c.AddLogo: Rule(_MODERATOR, papers.add_logo),
    c.EditLogo: Rule(_MODERATOR, papers.edit_logo),
    c.DropLogo: Rule(_MODERATOR, papers.drop_logo),
    c.ShowOnBoard: Rule(_MODERATOR, papers.show_on_board),
    c.ShareResults: Rule(_MODERATOR | _SYSTEM, papers.share_results),
    c.EditWorkshop: Rule(_MODERATOR, papers.edit_workshop),
    c.TranslateText: Rule(_MODERATOR, translations.translate),
    c.CloseWorkshop: Rule(_MODERATOR, rounds.close_workshop),
    c.ReopenWorkshop: Rule(_MODERATOR, rounds.reopen_workshop),
    c.OpenHarvest: Rule(_MODERATOR, rounds.open_harvest),
    c.DropArea: Rule(_MODERATOR, areas.drop),
    c.RestoreArea: Rule(_MODERATOR, areas.restore),
    c.AddRound: Rule(_MODERATOR, rounds.add),
    c.EditRound: Rule(_MODERATOR, rounds.edit),
    c.DropRound: Rule(_MODERATOR, rounds.drop),
    c.OpenRound: Rule(_MODERATOR, rounds.open_round),
    c.ExtendRound: Rule(_MODERATOR, rounds.extend),
    c.PauseRound: Rule(_MODERATOR, rounds.pause),
    c.ResumeRound: Rule(_MODERATOR, rounds.resume),
    c.CloseRound: Rule(_MODERATOR, rounds.close),
    c.SkipRound: Rule(_MODERATOR, rounds.skip),
    c.AddTable: Rule(_MODERATOR, tables.add),
    c.EditTable: Rule(_MODERATOR, tables.edit),
    c.DropTable: Rule(_MODERATOR, tables.drop),
    c.CloseTable: Rule(_MODERATOR, tables.close),
    c.ReopenTable: Rule(_MODERATOR, tables.reopen),
    c.AppointHost: Rule(_MODERATOR, tables.appoint_host),
    c.ReleaseHost: Rule(_MODERATOR, tables.release_host),
    c.WriteHandover: Rule(_WRITING, handover.write),
    c.SendMessage: Rule(_MODERATOR, messages.send),
    c.WithdrawMessage: Rule(_MODERATOR, messages.withdraw),
    c.ProposeSeats: Rule(_MODERATOR, seats.propose),
    c.DealSeats: Rule(_MODERATOR, seats.deal),
    c.DiscardSeats: Rule(_MODERATOR, seats.discard),
    c.MoveSeat: Rule(_MODERATOR, by_hand.move),
    c.SwapSeats: Rule(_MODERATOR, by_hand.swap),
    c.PinSeat: Rule(_MODERATOR, by_hand.pin),
    c.MakeRequest: Rule(_MODERATOR, requests.make),
    c.DropRequest: Rule(_MODERATOR, requests.drop),
}
