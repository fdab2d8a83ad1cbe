"""A moderator's decisions and the room's answers, in any order and number: no decision is ever undone."""

from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.themes import Answer, IdeaText, KeptTheme, Question, Suggestion, ask, suggest
from facilitation.themes.encoders import NgramEncoder

TEXTS = [
    "zaufanie",
    "Zaufanie!",
    "wzajemne zaufanie instytucji",
    "nie ma zaufania bez rozmowy",
    "jawność ustaleń",
    "poufnosc, nic nie wychodzi z sali",
    "zgadzam się",
    "nie zgadzam się",
    "spotkania raz w miesiacu",
    "spotkania co kwartał",
    "więcej ławek w parku",
    "lawki i cień w parku",
    "",
    "прості слова",
]
IDEAS = [IdeaText(str(number), text) for number, text in enumerate(TEXTS)]
ids = st.sampled_from([idea.id for idea in IDEAS])


@dataclass
class Desk:
    """What the moderator decided and people answered so far; decisions that contradict it are not taken."""

    placed: dict[str, str] = field(default_factory=dict)
    together: list[tuple[str, str]] = field(default_factory=list)
    apart: list[tuple[str, str]] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)

    def told(self) -> dict[str, object]:
        titles = [title for title in dict.fromkeys(self.placed.values()) if title]
        kept = [KeptTheme(t, t, tuple(i for i, theme in self.placed.items() if theme == t)) for t in titles]
        return {
            "kept": kept,
            "unassigned": [idea for idea, theme in self.placed.items() if not theme],
            "together": self.together,
            "apart": self.apart,
            "answers": self.answers,
            "encoder": NgramEncoder(),
        }

    def one(self, idea: str) -> set[str]:
        """All that must stand where this idea stands."""
        found = {idea}
        while True:
            more = {b for pair in self.together for b in pair if found & set(pair)}
            if more <= found:
                return found
            found |= more

    def free(self, idea: str) -> bool:
        return not any(other in self.placed for other in self.one(idea))

    def touched(self, idea: str) -> bool:
        return any(idea in pair for pair in self.apart)


steps = st.one_of(
    st.tuples(st.just("place"), ids, st.sampled_from(["Zaufanie", "Park", ""])),
    st.tuples(st.just("together"), ids, ids),
    st.tuples(st.just("apart"), ids, ids),
    st.tuples(st.just("answer"), st.integers(0, 30), st.one_of(st.none(), st.integers(0, 5))),
)


def take(desk: Desk, step: tuple[object, ...]) -> None:
    match step:
        case ("place", str(idea), str(theme)):
            if desk.free(idea) and not any(desk.touched(other) for other in desk.one(idea)):
                desk.placed[idea] = theme
        case ("together", str(a), str(b)):
            loose = a != b and desk.free(a) and desk.free(b)
            if loose and not any(desk.touched(other) for other in desk.one(a) | desk.one(b)):
                desk.together.append((a, b))
        case ("apart", str(a), str(b)):
            if desk.one(a) != desk.one(b) and desk.free(a) and desk.free(b):
                desk.apart.append((a, b))
        case ("answer", int(number), chosen):
            questions: list[Question] = ask(IDEAS, **desk.told())  # type: ignore[arg-type]
            if questions:
                question = questions[number % len(questions)]
                valid = chosen if isinstance(chosen, int) and chosen < len(question.shown) else None
                desk.answers.append(Answer(question.idea, question.shown, valid, f"P{number % 4}"))


def home_of(suggestion: Suggestion) -> dict[str, str]:
    homes = {idea: f"#{n} {t.title}" for n, t in enumerate(suggestion.themes) for idea in t.ideas}
    return homes | dict.fromkeys(suggestion.unassigned, "")


@settings(max_examples=100, deadline=None)
@given(sequence=st.lists(steps, max_size=14))
def test_no_decision_is_ever_undone_through_any_number_of_answers_and_suggestions(
    sequence: list[tuple[object, ...]],
) -> None:
    desk = Desk()
    for step in sequence:
        take(desk, step)
    suggestion = suggest(IDEAS, **desk.told())  # type: ignore[arg-type]
    standing = [idea for theme in suggestion.themes for idea in theme.ideas] + list(suggestion.unassigned)
    assert sorted(standing) == sorted(idea.id for idea in IDEAS)
    homes = home_of(suggestion)
    assert {idea: homes[idea].partition(" ")[2] for idea in desk.placed} == desk.placed
    assert [pair for pair in desk.together if homes[pair[0]] != homes[pair[1]]] == []
    assert [(a, b) for a, b in desk.apart if homes[a] == homes[b] != ""] == []
    assert suggestion == suggest(IDEAS, **desk.told())  # type: ignore[arg-type]


def test_nothing_is_asked_about_what_a_human_decided_and_no_idea_is_a_candidate_for_itself() -> None:
    kept = [KeptTheme("t", "Zaufanie", ("0", "2"))]
    questions = ask(IDEAS, kept=kept, unassigned=["12"], encoder=NgramEncoder())
    assert {question.idea for question in questions} & {"0", "2", "12"} == set()
    assert [q for q in questions if q.idea in {idea for shown in q.shown for idea in shown}] == []
    assert len({question.idea for question in questions}) == len(questions)
