"""The desk: what it is told twice it knows once; it asks everybody, never twice, never about their own."""

from collections import defaultdict

import msgspec
import pytest

from facilitation.themes import Answer, Decisions, IdeaText, KeptTheme, Suggestion, ThemesDesk
from facilitation.themes import requests as r
from facilitation.themes.answers import Question
from facilitation.themes.corner import Corner
from facilitation.themes.encoders import NgramEncoder
from facilitation.themes.knowing import Known
from facilitation.themes.sorting import Asked

AREA = "X/park"
TEXTS = {
    "1": "więcej ławek w parku",
    "2": "Wiecej lawek w parku!",
    "3": "ławki w cieniu drzew",
    "4": "cień od drzew na placu",
    "5": "autobus co dwadzieścia minut",
    "6": "autobusy także w nocy",
    "7": "nocny autobus z dworca",
    "8": "zgadzam się na parking",
    "9": "nie zgadzam się na parking",
    "10": "parking przy dworcu",
}
IDEAS = tuple(IdeaText(number, text) for number, text in TEXTS.items())
BENCHES = KeptTheme("t1", "Ławki i drzewa", ("1", "3"))
BUSES = KeptTheme("t2", "Autobusy", ("5", "6"))


def desk_with(*requests: r.Request) -> ThemesDesk:
    desk = ThemesDesk(NgramEncoder())
    for request in (r.Know(AREA, IDEAS), *requests):
        assert desk.do(request) == r.Done()
    return desk


def asks(desk: ThemesDesk, person: str, own: tuple[str, ...] = (), seen: tuple[str, ...] = ()) -> r.Asks:
    said = desk.do(r.Next((AREA,), person, own, seen))
    assert isinstance(said, r.Asks)
    return said


def answer_to(said: r.Asks, chosen: int | None, person: str) -> Answer:
    assert said.idea is not None
    return Answer(said.idea, tuple(choice.ideas for choice in said.choices), chosen, person)


def test_everybody_is_asked_about_each_idea_but_their_own_once_and_then_nothing() -> None:
    desk = desk_with()
    own = {"Ala": ("1", "5"), "Ola": ("7",), "Jan": ()}
    asked: dict[str, list[str]] = defaultdict(list)
    for number in range(40):
        for person in own:
            said = asks(desk, person, own[person])
            if said.idea is not None:
                asked[person].append(said.idea)
                desk.do(r.Told(AREA, {f"{person}{number}": answer_to(said, None, person)}))
                desk.think()
    # 1 and 2 say the same: one question serves both, and who wrote one is not asked about the other.
    assert {person: sorted(ideas, key=int) for person, ideas in asked.items()} == {
        "Ala": ["3", "4", "6", "7", "8", "9", "10"],
        "Ola": ["1", "3", "4", "5", "6", "8", "9", "10"],
        "Jan": ["1", "3", "4", "5", "6", "7", "8", "9", "10"],
    }
    assert asks(desk, "Jan").idea is None


def test_a_phone_that_asks_again_is_shown_the_same_until_it_has_answered_or_skipped() -> None:
    desk = desk_with()
    first = asks(desk, "Ala")
    assert asks(desk, "Ala") == first
    assert asks(desk, "Ola").idea != first.idea
    assert first.idea is not None
    assert asks(desk, "Ala", seen=(first.idea,)).idea not in (None, first.idea)


def test_an_answer_told_twice_counts_once() -> None:
    once, twice = desk_with(), desk_with()
    said = answer_to(asks(once, "Ala"), 0, "Ala")
    once.do(r.Told(AREA, {"a1": said}))
    for _ in range(5):
        twice.do(r.Told(AREA, {"a1": said}))
    assert once.do(r.Group(AREA)) == twice.do(r.Group(AREA))


def test_a_suggestion_keeps_what_was_decided_and_forgets_what_is_gone() -> None:
    decisions = Decisions(kept=(BENCHES,), unassigned=("10",), together=(("5", "7"),), apart=(("5", "6"),))
    desk = desk_with(r.Decide(AREA, decisions), r.Forget(AREA, ("3", "4", "unheard-of")))
    said = desk.do(r.Group(AREA))
    assert isinstance(said, Suggestion)
    home = {idea: n for n, theme in enumerate(said.themes) for idea in theme.ideas}
    assert (said.themes[0].title, said.themes[0].ideas[0]) == ("Ławki i drzewa", "1")
    assert sorted([*home, *said.unassigned], key=int) == ["1", "2", "5", "6", "7", "8", "9", "10"]
    assert "10" in said.unassigned
    assert home.get("5", -1) == home.get("7", -1)
    assert home.get("5", -1) != home.get("6", -2)


def test_the_same_requests_give_the_same_answers() -> None:
    def run() -> list[object]:
        desk = desk_with(r.Decide(AREA, Decisions(kept=(BENCHES,))))
        said: list[object] = []
        for number in range(12):
            question = asks(desk, f"P{number % 3}")
            said.append(question)
            if question.idea is not None:
                told = answer_to(question, number % len(question.choices), f"P{number % 3}")
                desk.do(r.Told(AREA, {str(number): told}))
            desk.think()
        return [*said, desk.do(r.Group(AREA)), desk.do(r.Place(AREA, ("4", "7")))]

    assert run() == run()


def test_candidates_carry_the_names_on_the_wall() -> None:
    decisions = Decisions(kept=(BENCHES,), wall=(BUSES,))
    said = asks(desk_with(r.Decide(AREA, decisions)), "Ala", seen=("5", "6", "8", "9", "10"))
    named = {choice.theme: choice.title for choice in said.choices if choice.theme}
    assert named.items() <= {"t1": "Ławki i drzewa", "t2": "Autobusy"}.items()
    assert "t1" in named
    assert said.idea in ("2", "4", "7")
    assert [choice for choice in said.choices if said.idea in choice.ideas] == []


def test_a_candidate_is_not_named_after_a_theme_that_the_room_took_its_examples_out_of() -> None:
    corner = Corner(Known(NgramEncoder()))
    corner.decide(Decisions(wall=(BUSES, KeptTheme("t3", "Ławki", ("1", "2", "3", "7")))))
    shown = (("7",), ("1",), ("4",))
    members = (("5", "6", "7"), ("1", "2", "3"), ("4", "8"))
    asked = Asked(Question("9", shown), ("Nocny autobus", "Ławki w cieniu", "Cień"), members, 0.5)
    assert corner.choices(asked) == (
        r.Choice(None, "Nocny autobus", ("7",)),
        r.Choice("t3", "Ławki", ("1",)),
        r.Choice(None, "Cień", ("4",)),
    )


def test_a_new_idea_is_placed_by_what_stands_and_by_what_people_said() -> None:
    desk = desk_with(r.Decide(AREA, Decisions(kept=(BENCHES, BUSES))))
    told = desk.do(r.Place(AREA, ("2", "7", "9")))
    assert isinstance(told, r.Places)
    assert [(placed.idea, placed.theme) for placed in told.places][:2] == [("2", "t1"), ("7", "t2")]
    shown = (BENCHES.ideas, BUSES.ideas)
    for number in range(4):
        desk.do(r.Told(AREA, {str(number): Answer("7", shown, 0, f"P{number}")}))
        desk.do(r.Told(AREA, {f"none{number}": Answer("2", shown, None, f"P{number}")}))
    moved = desk.do(r.Place(AREA, ("2", "7")))
    assert isinstance(moved, r.Places)
    assert [(placed.idea, placed.theme) for placed in moved.places] == [("2", None), ("7", "t1")]
    assert all(0.5 < placed.confidence <= 1 for placed in moved.places)


def test_a_name_of_the_machines_draws_nobody_once_the_idea_it_was_taken_from_stands_elsewhere() -> None:
    here = KeptTheme("t1", "Dla wszystkich", ("1", "3"))
    left = KeptTheme("t2", "Więcej ławek w parku", ("5", "6"))
    desk = desk_with(r.Decide(AREA, Decisions(kept=(here,), wall=(left,))))
    desk.do(r.Know(AREA, (IdeaText("11", "Więcej ławek w parku!"),)))
    told = desk.do(r.Place(AREA, ("11",)))
    assert isinstance(told, r.Places)
    assert [placed.theme for placed in told.places] == ["t1"]


def test_a_new_idea_is_never_placed_with_what_contradicts_it_or_a_human_keeps_apart() -> None:
    yes = KeptTheme("yes", "Parking", ("8",))
    decisions = Decisions(kept=(yes, BUSES), apart=(("7", "5"),), together=(("4", "6"),))
    desk = desk_with(r.Decide(AREA, decisions))
    told = desk.do(r.Place(AREA, ("9", "7", "4")))
    assert isinstance(told, r.Places)
    where = {placed.idea: placed.theme for placed in told.places}
    assert where["9"] != "yes"
    assert where["7"] != "t2"
    assert told.places[2] == r.Placed("4", "t2", 1.0)


def test_the_nearest_ideas_are_offered_but_no_contradiction() -> None:
    desk = desk_with()
    near = desk.do(r.Similar(AREA, ideas=("8",), count=9, least=-1.0))
    assert isinstance(near, r.Alike)
    assert {found.idea for found in near.near} == TEXTS.keys() - {"8", "9"}
    draft = desk.do(r.Similar(AREA, text="nocne autobusy", among=("1", "7", "gone"), count=1, least=0.0))
    assert isinstance(draft, r.Alike)
    assert [found.idea for found in draft.near] == ["7"]
    assert desk.do(r.Same(AREA)) == r.Alike(groups=(("1", "2"),))


def test_late_ideas_are_asked_about_once_the_desk_has_thought() -> None:
    desk = desk_with()
    asks(desk, "Ala")
    desk.do(r.Know(AREA, (IdeaText("11", "czysta toaleta w parku"),)))
    while desk.think():
        pass
    assert asks(desk, "Ola", seen=tuple(TEXTS)).idea == "11"
    desk.do(r.Forget(AREA, ("11",)))
    assert asks(desk, "Ola", seen=tuple(TEXTS)).idea is None


@pytest.mark.parametrize(
    ("request_", "refused"),
    [
        (r.Group("Y/park"), r.Refused("area_unknown", {"area": "Y/park"})),
        (r.Place(AREA, ("77",)), r.Refused("idea_unknown", {"idea": "77"})),
        (
            r.Told(AREA, {"a": Answer("1", (("3",),), 1)}),
            r.Refused("answer_choice_unknown", {"answer": "a", "chosen": 1}),
        ),
        (r.Group(AREA, fineness=3.0), r.Refused("fineness_range", {"fineness": 3.0})),
    ],
)
def test_a_request_that_makes_no_sense_is_refused(request_: r.Request, refused: r.Refused) -> None:
    assert desk_with().do(request_) == refused


def test_requests_travel_as_json() -> None:
    request = r.Decide(AREA, Decisions(kept=(BENCHES,), apart=(("1", "2"),)))
    assert msgspec.json.decode(msgspec.json.encode(request), type=r.Request) == request


def test_of_a_humans_theme_a_question_shows_the_typical_idea_and_those_most_like_what_is_asked() -> None:
    outside = KeptTheme("t1", "Na dworze", ("1", "3", "4", "5", "6", "10"))
    said = asks(desk_with(r.Decide(AREA, Decisions(kept=(outside,)))), "Ala", seen=("2", "8", "9"))
    assert said.idea == "7"
    assert [(choice.theme, set(choice.ideas[1:])) for choice in said.choices] == [("t1", {"5", "6"})]


def test_where_people_put_a_new_idea_it_is_placed_though_it_seems_to_contradict() -> None:
    yes = KeptTheme("yes", "Parking", ("8",))
    desk = desk_with(r.Decide(AREA, Decisions(kept=(yes, BUSES))))

    def place() -> list[str | None]:
        told = desk.do(r.Place(AREA, ("9",)))
        assert isinstance(told, r.Places)
        return [placed.theme for placed in told.places]

    assert place() != ["yes"]
    for number in range(2):
        desk.do(r.Told(AREA, {str(number): Answer("9", (BUSES.ideas, ("8",)), 1, f"P{number}")}))
    assert place() == ["yes"]
    desk.do(r.Decide(AREA, Decisions(kept=(yes, BUSES), apart=(("8", "9"),))))
    assert place() != ["yes"]


def test_what_people_say_of_one_new_idea_tells_of_another_that_they_put_with_it() -> None:
    desk = desk_with(r.Decide(AREA, Decisions(kept=(BENCHES, BUSES))))
    shown = (BENCHES.ideas, ("10",))
    for number in range(3):
        desk.do(r.Told(AREA, {f"a{number}": Answer("10", (BENCHES.ideas, BUSES.ideas), 1, f"P{number}")}))
        desk.do(r.Told(AREA, {f"b{number}": Answer("4", shown, 1, f"P{number}")}))
    told = desk.do(r.Place(AREA, ("4", "10")))
    assert isinstance(told, r.Places)
    assert [placed.theme for placed in told.places] == ["t2", "t2"]
