"""Random wishes for a running workshop: sensible ones and others, from all kinds of people."""

from hypothesis import strategies as st

from facilitation.domain import commands as c
from facilitation.domain.actors import BOARD, GUEST, MODERATOR, Actor, participant

Step = tuple[Actor, c.Command]

INSTITUTIONS = ["Stowarzyszenie Łąka", "Komenda Miejska"]

_WORDS = st.sampled_from(["trust", "Jawność decyzji", "a word each week", "  ", "łączność", "x" * 501])
_PEOPLE = st.integers(1, 5).map(lambda n: participant(f"P{n}"))
_IDEAS = st.integers(1, 6).map(lambda n: f"I{n}")
_TABLES = st.integers(1, 5).map(lambda n: f"T{n}")
_THEMES = st.integers(1, 4).map(lambda n: f"M{n}")
_ARTICLES = st.integers(1, 4).map(lambda n: f"A{n}")
_AREAS = st.sampled_from(["aspiracja", "wartosci", "zasady_pracy", "komunikacja", "nowhere"])


def _by(who: st.SearchStrategy[Actor] | Actor, wish: st.SearchStrategy[c.Command]) -> st.SearchStrategy[Step]:
    return st.tuples(st.just(who) if isinstance(who, Actor) else who, wish)


_MODERATOR: list[st.SearchStrategy[c.Command]] = [
    st.just(c.OpenRound()),
    st.just(c.OpenRound()),
    st.just(c.CloseRound()),
    st.just(c.DealSeats()),
    st.just(c.ProposeSeats()),
    st.builds(c.DealSeats, st.integers(1, 2)),
    st.builds(c.CloseTable, _TABLES),
    st.builds(c.ReopenTable, _TABLES),
    st.builds(c.PinSeat, _PEOPLE.map(lambda who: who.participant), st.integers(1, 4), _TABLES),
    st.builds(c.WriteHandover, _WORDS, _TABLES),
    st.just(c.AddParticipants((c.Listed("Kunegunda Łoś", "Sąd"),))),
    st.just(c.PauseRound()),
    st.just(c.ResumeRound()),
    st.just(c.SkipRound()),
    st.just(c.AddRound(10)),
    st.just(c.OpenHarvest()),
    st.just(c.CloseWorkshop()),
    st.just(c.ReopenWorkshop()),
    st.just(c.AddTable("Extra")),
    st.just(c.SuggestThemes()),
    st.just(c.DraftCharter()),
    st.builds(c.EditWorkshop, _WORDS),
    st.builds(c.PostIdea, _WORDS, table=_TABLES, area=st.none() | _AREAS),
    st.builds(c.HideIdea, _IDEAS),
    st.builds(c.RestoreIdea, _IDEAS),
    st.builds(c.BlankIdea, _IDEAS),
    st.builds(c.RewordArticle, _ARTICLES, _WORDS),
    st.builds(c.MergeArticle, _ARTICLES, _ARTICLES),
    st.builds(c.SplitArticle, _ARTICLES, _WORDS, _WORDS),
    st.builds(c.UnmergeArticle, _ARTICLES),
    st.builds(c.UnsplitArticle, _ARTICLES),
    st.builds(c.PlaceIdea, _IDEAS, st.none() | _THEMES),
    st.builds(c.MakeTheme, _AREAS, _WORDS, st.tuples(_IDEAS)),
    st.builds(c.NameTheme, _THEMES, _WORDS),
    st.builds(c.MergeTheme, _THEMES, _THEMES),
    st.builds(c.EmptyTheme, _THEMES),
    st.builds(c.DropTable, _TABLES),
    st.builds(c.AppointHost, _TABLES, _PEOPLE.map(lambda who: who.participant)),
    st.builds(c.MoveSeat, _PEOPLE.map(lambda who: who.participant), _TABLES),
    st.builds(c.EraseParticipant, _PEOPLE.map(lambda who: who.participant)),
]
_ANYBODY: list[st.SearchStrategy[c.Command]] = [
    st.builds(c.PostIdea, _WORDS),
    st.builds(c.PostIdea, _WORDS),
    st.builds(c.RewordIdea, _IDEAS, _WORDS),
    st.builds(c.WithdrawIdea, _IDEAS),
    st.builds(c.SupportIdea, _IDEAS, st.booleans()),
    st.builds(c.UpdateParticipant, name=_WORDS, institution=st.sampled_from(INSTITUTIONS)),
    st.just(c.LeaveParticipant()),
    st.just(c.ReturnParticipant()),
]

steps: st.SearchStrategy[Step] = st.one_of(
    _by(GUEST, st.builds(c.JoinParticipant, name=_WORDS, sector=st.sampled_from(["", "school"]))),
    _by(MODERATOR, st.one_of(_MODERATOR)),
    _by(_PEOPLE, st.one_of(_ANYBODY)),
    _by(BOARD, st.one_of(_MODERATOR)),
)
