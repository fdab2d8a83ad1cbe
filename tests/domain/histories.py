"""Workshops that could have been: random commands through `decide`, with every state on the way."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass, field

from hypothesis import strategies as st

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.actors import GUEST, MODERATOR, SYSTEM, Actor, participant, tablet
from facilitation.domain.apply import apply
from facilitation.domain.decide import decide
from facilitation.domain.decision import ArticleDraft, Context, Decision, ProposedTheme
from facilitation.domain.refusals import Refusal
from facilitation.domain.translations import texts
from facilitation.domain.workshop import Workshop

MINUTE = 60_000


def created(tables: int = 4, rounds: int = 3, format_: e.Format = "stations") -> e.WorkshopCreated:
    """A small workshop about two areas, of this project's own making."""
    areas = (
        e.PlannedArea("wartosci", "Wartości", "Co jest dla nas ważne?", "values"),
        e.PlannedArea("zasady", "Zasady", "Na co się umawiamy?", "rules"),
    )
    return e.WorkshopCreated(
        code="TESTED",
        at=1_000,
        title="Próba",
        scenario="trial",
        language="pl",
        format=format_,
        areas=areas,
        tables=tuple(
            e.PlannedTable(f"T{n + 1}", areas[n % 2].title, areas[n % 2].question, areas[n % 2].id)
            for n in range(tables)
        ),
        rounds=tuple(e.PlannedRound(20) for _ in range(rounds)),
        sectors=("szkoła", "policja"),
    )


def png(side: int = 1) -> bytes:
    """The bytes of a white square picture, each side another one."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    header = side.to_bytes(4, "big") * 2 + bytes((8, 0, 0, 0, 0))
    rows = zlib.compress((b"\0" + b"\xff" * side) * side)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@dataclass
class History:
    """A workshop on its way: states[n] is the state after events[:n + 1], actors[n] who brought events[n];
    erased[n] are words that no event before events[n] may quote since."""

    events: list[e.Event] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    states: list[Workshop] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    erased: dict[int, tuple[str, ...]] = field(default_factory=dict)
    at: int = 1_000

    @property
    def now(self) -> Workshop:
        """The state it has reached."""
        return self.states[-1]

    def happen(self, event: e.Event, actor: Actor = SYSTEM) -> None:
        """One event more."""
        self.actors.append(actor)
        self.states.append(apply(self.states[-1] if self.states else None, event))
        self.events.append(event)

    def ask(self, actor: Actor, command: c.Command, **computed: object) -> Decision | None:
        """A command is given; what it comes to happens. None when it is refused (the refusal is kept)."""
        self.at += 1_000
        try:
            decision = decide(self.now, command, Context(actor=actor, at=self.at, **computed))  # type: ignore[arg-type]
        except Refusal as refusal:
            self.refusals.append(refusal)
            return None
        before = self.now
        if decision.erased_words:
            self.erased[len(self.events)] = decision.erased_words
        for event in decision.events:
            self.happen(event, actor)
        if decision.people:
            self.states[-1] = self.now.with_people(decision.people)
        assert before is self.now or decision.events or decision.people
        return decision


def begun(tables: int = 4, rounds: int = 3, people: int = 0, format_: e.Format = "stations") -> History:
    """A history with its first event, and this many people who joined by name."""
    history = History()
    history.happen(created(tables, rounds, format_))
    for number in range(people):
        history.ask(GUEST, c.JoinParticipant(name=f"Osoba {number + 1}", institution=f"Urząd {number % 3}"))
    return history


@st.composite
def histories(draw: st.DrawFn, most: int = 30, approve_first: bool = False) -> History:
    """Up to `most` commands; most begin in an open round, most commands name things that are there. With
    `approve_first` ideas wait for the moderator from the beginning."""
    history = begun(draw(st.integers(1, 4)), draw(st.integers(1, 4)), draw(st.integers(0, 5)))
    if draw(st.integers(0, 3)):
        history.ask(MODERATOR, c.OpenRound())
    if approve_first:
        history.ask(MODERATOR, c.SwitchApproval(True))
    for _ in range(draw(st.integers(0, most))):
        step = Step(draw, history.now)
        actor, command = getattr(step, draw(st.sampled_from(STEPS)))()
        history.ask(actor, command, suggestion=step.suggestion(command), drafts=step.drafts())
    return history


class Step:
    """One more command for a state, drawn when its method is called."""

    def __init__(self, draw: st.DrawFn, workshop: Workshop) -> None:
        self.draw = draw
        self.w = workshop

    def among(self, things: dict, missing: str) -> str:
        """An id of one of the things, seldom one that is not there."""
        astray = not things or self.draw(st.integers(0, 9)) == 0
        return missing if astray else self.draw(st.sampled_from([*things]))

    def idea(self) -> str:
        return self.among(self.w.ideas, "I99")

    def theme(self) -> str:
        return self.among(self.w.themes, "M99")

    def table(self) -> str:
        return self.among(self.w.tables, "T99")

    def who(self) -> str:
        return self.among(self.w.participants, "P99")

    def article(self) -> str:
        return self.among(self.w.articles, "A99")

    def words(self) -> str:
        return self.draw(
            st.sampled_from(["zaufanie", "Jawność decyzji", "łączność!", "trust", "  ", "a" * 501])
        )

    def one_of(self, *makers: Callable[[], tuple[Actor, c.Command]]) -> tuple[Actor, c.Command]:
        return self.draw(st.sampled_from(makers))()

    def writing(self) -> tuple[Actor, c.Command]:
        return self.one_of(
            lambda: (participant(self.who()), c.PostIdea(self.words())),
            lambda: (participant(self.who()), c.PostIdea(self.words(), round=self.draw(st.integers(1, 3)))),
            lambda: (MODERATOR, c.PostIdea(self.words(), table=self.table(), participant=self.who())),
            lambda: (MODERATOR, c.PostIdea(self.words(), table=self.table())),
        )

    def changing(self) -> tuple[Actor, c.Command]:
        idea = self.idea()
        known = self.w.ideas.get(idea)
        author = participant(known.author if known and known.author else "P1")
        return self.one_of(
            lambda: (author, c.RewordIdea(idea, self.words())),
            lambda: (author, c.WithdrawIdea(idea)),
            lambda: (participant(self.who()), c.WithdrawIdea(idea)),
            lambda: (MODERATOR, c.RewordIdea(idea, self.words())),
            lambda: (MODERATOR, c.HideIdea(idea)),
            lambda: (MODERATOR, c.RestoreIdea(idea)),
            lambda: (MODERATOR, c.BlankIdea(idea)),
        )

    def approving(self) -> tuple[Actor, c.Command]:
        ideas, until = (self.idea(), self.idea()), self.draw(st.sampled_from([0, 15_000, 90_000]))
        return self.one_of(
            lambda: (MODERATOR, c.SwitchApproval(True)),
            lambda: (MODERATOR, c.ApproveIdeas(ideas, until)),
            lambda: (MODERATOR, c.ApproveIdeas(tuple(self.w.ideas), 90_000)),
            lambda: (MODERATOR, c.WithholdIdeas(ideas)),
            lambda: (MODERATOR, c.SwitchApproval(False)),
        )

    def supporting(self) -> tuple[Actor, c.Command]:
        return participant(self.who()), c.SupportIdea(self.idea(), self.draw(st.integers(0, 3)) > 0)

    def grouping(self) -> tuple[Actor, c.Command]:
        return self.one_of(
            lambda: (MODERATOR, c.PlaceIdea(self.idea(), self.draw(st.sampled_from([None, self.theme()])))),
            lambda: (MODERATOR, c.MakeTheme("wartosci", self.words(), (self.idea(),))),
            lambda: (MODERATOR, c.NameTheme(self.theme(), self.words())),
            lambda: (MODERATOR, c.MergeTheme(self.theme(), self.theme())),
            lambda: (MODERATOR, c.PlaceIdeas((self.idea(), self.idea()), self.theme())),
            lambda: (MODERATOR, c.EmptyTheme(self.theme())),
            lambda: (MODERATOR, c.RestoreTheme(self.among(self.w.gone_themes, "M99"))),
            lambda: (MODERATOR, c.SuggestThemes()),
        )

    def area(self) -> str:
        return self.among(self.w.areas, "nowhere")

    def own_text(self) -> str:
        return self.draw(st.sampled_from([*texts(self.w), "no such text"]))

    def percent(self) -> int:
        return self.draw(st.integers(0, 100))

    def sorting(self) -> tuple[Actor, c.Command]:
        shown = (self.theme(), (self.idea(), self.idea()))
        placed = tuple(
            c.Placing(self.idea(), self.draw(st.sampled_from(["", "neu", self.theme()])), self.percent(), by)
            for by in ("machine", "room")
        )
        area = self.area()
        return self.one_of(
            lambda: (MODERATOR, c.OpenSorting(self.draw(st.sampled_from([None, area])))),
            lambda: (MODERATOR, c.CloseSorting()),
            lambda: (participant(self.who()), c.AnswerQuestion(self.idea(), shown, 1)),
            lambda: (participant(self.who()), c.AnswerQuestion(self.idea(), shown)),
            lambda: (participant(self.who()), c.AnswerQuestion(self.idea(), (), skip=True)),
            lambda: (SYSTEM, c.ArrangeIdeas(area, placed, (c.Making("neu", self.words()),))),
            lambda: (SYSTEM, c.ArrangeIdeas(area, placed, (c.Making("neu", "Nowe"),))),
            lambda: (SYSTEM, c.LikenIdeas(area, ((self.idea(), self.idea(), self.idea()),))),
            lambda: (MODERATOR, c.AcceptArrivals(self.draw(st.sampled_from([None, area])))),
        )

    def voting(self) -> tuple[Actor, c.Command]:
        some = self.draw(st.integers(0, 4))
        return self.one_of(
            lambda: (MODERATOR, c.OpenVoting(some, named=self.draw(st.booleans()), hidden=some > 2)),
            lambda: (MODERATOR, c.OpenVoting(some, self.area(), hidden=False)),
            lambda: (MODERATOR, c.CloseVoting()),
            lambda: (MODERATOR, c.ShowVoting(some > 1)),
            lambda: (participant(self.who()), c.SpendDots(self.theme(), some)),
            lambda: (participant(self.who()), c.SpendDots(self.theme(), 1)),
            lambda: (participant(self.who()), c.ObjectTheme(self.theme(), self.words())),
            lambda: (participant(self.who()), c.ObjectTheme(self.theme(), on=False)),
        )

    def drafting(self) -> tuple[Actor, c.Command]:
        return self.one_of(
            lambda: (MODERATOR, c.DraftCharter()),
            lambda: (MODERATOR, c.RewordArticle(self.article(), self.words())),
            lambda: (MODERATOR, c.DropArticle(self.article())),
            lambda: (MODERATOR, c.RestoreArticle(self.article())),
        )

    def articles(self) -> tuple[Actor, c.Command]:
        other = self.draw(st.sampled_from([None, self.article()]))
        return self.one_of(
            lambda: (MODERATOR, c.DraftCharter("wartosci")),
            lambda: (MODERATOR, c.AddArticle(self.area(), self.words(), (self.idea(),))),
            lambda: (MODERATOR, c.AddArticle("wartosci", "Mówimy prosto.")),
            lambda: (MODERATOR, c.RewordArticle(self.article(), self.words(), self.draw(st.integers(1, 3)))),
            lambda: (MODERATOR, c.MoveArticle(self.article(), other)),
            lambda: (MODERATOR, c.MergeArticle(self.article(), self.article())),
            lambda: (MODERATOR, c.SplitArticle(self.article(), "Jedno.", "Drugie.", (self.idea(),))),
            lambda: (MODERATOR, c.SplitArticle(self.article(), self.words(), "Drugie.")),
            lambda: (MODERATOR, c.UnmergeArticle(self.article())),
            lambda: (MODERATOR, c.UnsplitArticle(self.article())),
            lambda: (MODERATOR, c.LinkArticle(self.article(), (self.idea(),))),
            lambda: (MODERATOR, c.LinkArticle(self.article(), (self.idea(),), on=False)),
            lambda: (MODERATOR, c.ShowOnBoard(self.article())),
            lambda: (MODERATOR, c.ShowOnBoard(theme=self.theme())),
        )

    def agreeing(self) -> tuple[Actor, c.Command]:
        said = self.draw(st.sampled_from(["agree", "live_with", "reservation"]))
        number, on = self.draw(st.integers(1, 3)), self.draw(st.booleans())
        return self.one_of(
            lambda: (MODERATOR, c.OpenAgreement()),
            lambda: (MODERATOR, c.OpenAgreement((self.article(),))),
            lambda: (MODERATOR, c.CloseAgreement()),
            lambda: (participant(self.who()), c.AnswerArticle(self.article(), said, self.words())),
            lambda: (participant(self.who()), c.AnswerArticle(self.article(), said)),
            lambda: (MODERATOR, c.HideReservation(self.article(), number, on)),
        )

    def acceding(self) -> tuple[Actor, c.Command]:
        known = self.among(self.w.declarations, "D99")
        found = self.w.declarations.get(known)
        maker = participant(found.participant) if found and found.participant else Actor("partner", known)
        made = c.MakeDeclaration("Urząd Miasta", "Osoba W", True, "szkoła", powers=self.words())
        return self.one_of(
            lambda: (MODERATOR, c.OpenDeclarations()),
            lambda: (MODERATOR, c.CloseDeclarations()),
            lambda: (participant(self.who()), made),
            lambda: (Actor("partner"), made),
            lambda: (maker, c.EditDeclaration(known, resources=self.words())),
            lambda: (maker, c.EditDeclaration(known, name="Osoba V")),
            lambda: (self.draw(st.sampled_from([MODERATOR, maker])), c.WithdrawDeclaration(known)),
        )

    def papers(self) -> tuple[Actor, c.Command]:
        task, on = self.among(self.w.tasks, "K99"), self.draw(st.booleans())
        return self.one_of(
            lambda: (MODERATOR, c.AddTask(self.words(), "MOPS", "2026-03-31")),
            lambda: (MODERATOR, c.EditTask(task, due=self.words())),
            lambda: (MODERATOR, c.DropTask(task)),
            lambda: (MODERATOR, c.AddLogo(png(self.draw(st.integers(1, 3))), "znak.png", self.words())),
            lambda: (
                MODERATOR,
                c.EditLogo(self.among(self.w.logos, "L99"), self.words(), self.draw(st.integers(0, 3))),
            ),
            lambda: (MODERATOR, c.DropLogo(self.among(self.w.logos, "L99"))),
            lambda: (MODERATOR, c.EditWorkshop(place=self.words(), held_on="2026-02-28")),
            lambda: (MODERATOR, c.ShareResults("2026-12-31", on)),
        )

    def timing(self) -> tuple[Actor, c.Command]:
        return MODERATOR, self.draw(
            st.sampled_from(
                [
                    c.OpenRound(),
                    c.OpenRound(),
                    c.CloseRound(),
                    c.ExtendRound(5),
                    c.PauseRound(),
                    c.ResumeRound(),
                    c.SkipRound(),
                    c.AddRound(10),
                    c.DropRound(max(self.w.rounds)),
                    c.EditRound(1, minutes=7, question="Co dalej?"),
                    c.OpenHarvest(),
                ]
            )
        )

    def furnishing(self) -> tuple[Actor, c.Command]:
        return self.one_of(
            lambda: (MODERATOR, c.AddTable()),
            lambda: (MODERATOR, c.EditTable(self.table(), chairs=1)),
            lambda: (MODERATOR, c.CloseTable(self.table())),
            lambda: (MODERATOR, c.ReopenTable(self.table())),
            lambda: (MODERATOR, c.DropTable(self.table())),
            lambda: (MODERATOR, c.EditTable(self.table(), topic=self.words())),
            lambda: (MODERATOR, c.TranslateText("en", self.own_text(), self.words())),
            lambda: (MODERATOR, c.AppointHost(self.table(), self.who())),
            lambda: (MODERATOR, c.ReleaseHost(self.table())),
            lambda: (MODERATOR, c.DealSeats()),
            lambda: (MODERATOR, c.MoveSeat(self.who(), self.table())),
            lambda: (MODERATOR, c.EditWorkshop(self.words())),
            lambda: (MODERATOR, c.EditTable(self.table(), area=self.area())),
            lambda: (MODERATOR, c.DropArea(self.area())),
            lambda: (MODERATOR, c.DropArea(self.area())),
            lambda: (MODERATOR, c.RestoreArea(self.among(self.w.gone_areas, "nowhere"))),
        )

    def placing_people(self) -> tuple[Actor, c.Command]:
        proposal = self.w.proposal_count
        pair = (self.who(), self.who())
        return self.one_of(
            lambda: (MODERATOR, c.ProposeSeats()),
            lambda: (MODERATOR, c.ProposeSeats()),
            lambda: (MODERATOR, c.DealSeats(self.draw(st.sampled_from([None, proposal, proposal + 1])))),
            lambda: (MODERATOR, c.DiscardSeats()),
            lambda: (MODERATOR, c.MoveSeat(self.who(), self.table(), proposal=True)),
            lambda: (MODERATOR, c.MoveSeat(self.who(), self.table(), pin=True)),
            lambda: (MODERATOR, c.SwapSeats(*pair, proposal=self.draw(st.booleans()))),
            lambda: (MODERATOR, c.SwapSeats(*pair, round=self.draw(st.integers(1, 3)))),
            lambda: (MODERATOR, c.PinSeat(self.who(), self.draw(st.integers(1, 3)), self.table())),
            lambda: (MODERATOR, c.PinSeat(self.who(), 2, on=self.draw(st.booleans()))),
            lambda: (MODERATOR, c.MakeRequest(self.draw(st.sampled_from(["apart", "together"])), pair)),
            lambda: (MODERATOR, c.DropRequest("R1")),
        )

    def hosting(self) -> tuple[Actor, c.Command]:
        table = self.table()
        host = participant(self.w.tables[table].host or "P1" if table in self.w.tables else "P1")
        return self.one_of(
            lambda: (MODERATOR, c.AppointHost(table, self.who())),
            lambda: (host, c.WriteHandover(self.words() + "\n\n" + self.words())),
            lambda: (tablet(table), c.WriteHandover(self.words())),
            lambda: (MODERATOR, c.WriteHandover("", table)),
            lambda: (host, c.PostIdea(self.words(), for_table=True)),
            lambda: (tablet(table), c.PostIdea(self.words(), builds_on=self.idea(), objects=True)),
            lambda: (tablet(table), c.WithdrawIdea(self.idea())),
        )

    def listing(self) -> tuple[Actor, c.Command]:
        people = (c.Listed("Osoba L"), c.Listed("Osoba  m", "Urząd 1"), c.Listed("osoba l"))
        return self.one_of(
            lambda: (MODERATOR, c.AddParticipants(people, expected=self.draw(st.booleans()))),
            lambda: (GUEST, c.JoinParticipant("Osoba L", "Urząd 2", "policja")),
            lambda: (MODERATOR, c.ReturnParticipant(self.who())),
        )

    def coming_and_going(self) -> tuple[Actor, c.Command]:
        return self.one_of(
            lambda: (
                GUEST,
                c.JoinParticipant(name="Osoba X", sector=self.draw(st.sampled_from(["", "szkoła"]))),
            ),
            lambda: (participant(self.who()), c.UpdateParticipant(name="Osoba Y", sector="policja")),
            lambda: (participant(self.who()), c.UpdateParticipant(name="Osoba Z")),
            lambda: (participant(self.who()), c.LeaveParticipant()),
            lambda: (MODERATOR, c.ReturnParticipant(self.who())),
            lambda: (MODERATOR, c.EraseParticipant(self.who())),
        )

    def messaging(self) -> tuple[Actor, c.Command]:
        board = self.draw(st.booleans())
        return self.one_of(
            lambda: (MODERATOR, c.SendMessage(self.words(), board=board)),
            lambda: (MODERATOR, c.SendMessage("Za chwilę kawa.", self.table(), board)),
            lambda: (MODERATOR, c.WithdrawMessage(self.among(self.w.messages, "N99"))),
        )

    def ending(self) -> tuple[Actor, c.Command]:
        return MODERATOR, self.draw(st.sampled_from([c.CloseWorkshop(), c.ReopenWorkshop()]))

    def suggestion(self, command: c.Command) -> dict[str, tuple[ProposedTheme, ...]] | None:
        """What the machine might propose: some ideas together, some into a theme that may be there."""
        if not isinstance(command, c.SuggestThemes):
            return None
        some = tuple(i for i in self.w.ideas if self.draw(st.booleans()))
        rest = tuple(i for i in self.w.ideas if i not in some)
        return {"wartosci": (ProposedTheme("Razem", some), ProposedTheme("Więcej", rest, self.theme()))}

    def drafts(self) -> tuple[ArticleDraft, ...]:
        """What the charter's writer would draft: each theme's title."""
        themes = self.w.themes.values()
        return tuple(
            ArticleDraft(t.area, t.id, t.title, tuple(i.id for i in self.w.ideas_in(t.id))) for t in themes
        )


STEPS = (
    *["writing"] * 5,
    *["changing"] * 3,
    *["approving"] * 2,
    *["supporting"] * 3,
    *["grouping"] * 4,
    *["sorting"] * 3,
    *["voting"] * 3,
    *["drafting"] * 2,
    *["articles"] * 3,
    *["agreeing"] * 3,
    *["acceding"] * 2,
    "papers",
    *["timing"] * 2,
    *["furnishing"] * 2,
    *["placing_people"] * 3,
    *["hosting"] * 2,
    "listing",
    *["messaging"] * 2,
    *["coming_and_going"] * 2,
    "ending",
)
