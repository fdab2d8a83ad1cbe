"""The room sorts and votes, over real sockets with the real themes desk."""

from collections import Counter
from statistics import mean
from typing import Any

from tests.live.conftest import OpenCafe
from tests.live.screens import Cafe, Screen

TRUST = (
    "zaufanie między instytucjami",
    "ufamy sobie nawzajem",
    "zaufanie do ludzi",
    "wzajemne zaufanie w zespole",
)
MEETINGS = (
    "spotkania raz w miesiącu",
    "regularne spotkania zespołu",
    "spotykamy się co miesiąc",
    "stały termin spotkań",
)
MEANT = {**dict.fromkeys(TRUST, "trust"), **dict.fromkeys(MEETINGS, "meetings")}


def a_room_with_ideas(open_cafe: OpenCafe) -> tuple[Cafe, Screen, list[Screen]]:
    """Eight phones that wrote an idea each into one area; the round is over."""
    cafe = open_cafe()
    moderator = cafe.moderator()
    phones = [cafe.screen() for _ in range(8)]
    for phone in phones:
        phone.do("participant.join")
    moderator.do("seats.deal")
    moderator.do("round.open")
    for phone, text in zip(phones, (*TRUST, *MEETINGS), strict=True):
        phone.do("idea.post", text=text, area="wartosci")
    moderator.do("round.close")
    moderator.do("harvest.open")
    moderator.wait_for(lambda s: len(s.views["moderator"]["ideas"]) == len(MEANT), "all ideas")
    return cafe, moderator, phones


def asked(phone: Screen) -> dict[str, Any]:
    """The question this phone gets now."""
    answer = phone.say({}, event="question")
    assert answer["ok"], answer
    question: dict[str, Any] = answer["question"]
    return question


def tap(phone: Screen, question: dict[str, Any], kinds: dict[str, str], careless: bool = False) -> None:
    """Answers by what most ideas of each candidate are about, or the other way round. `kinds`: what each
    idea is about; like people in a room, who taps knows more of the ideas than the two that are shown."""
    kind = kinds[question["idea"]]
    shown = [candidate["ideas"] for candidate in question["candidates"]]
    fits = [mean(kinds[idea] == kind for idea in ideas) for ideas in shown]
    right = fits.index(max(fits)) if max(fits) >= 0.5 else None
    wrong = next((n for n in range(len(fits)) if n != right), None)
    phone.do("question.answer", idea=question["idea"], shown=shown, chosen=wrong if careless else right)


def test_eight_phones_sort_two_of_them_hostile_and_nobody_is_asked_twice_or_about_an_own_idea(
    open_cafe: OpenCafe,
) -> None:
    _, moderator, phones = a_room_with_ideas(open_cafe)
    moderator.do("themes.suggest", area="wartosci")
    assert phones[0].say({}, event="question") == {"ok": True, "question": {}}
    moderator.do("sorting.open", area="wartosci")
    asked_of: dict[int, list[str]] = {}
    kinds = {i: MEANT[idea["text"]] for i, idea in moderator.views["moderator"]["ideas"].items()}
    own = {n: next(iter(phone.views[f"person/P{n + 1}"]["ideas"])) for n, phone in enumerate(phones)}
    while True:
        questions = [(n, phone, asked(phone)) for n, phone in enumerate(phones)]
        if not any(question for _, _, question in questions):
            break
        for n, phone, question in questions:
            if question:
                asked_of.setdefault(n, []).append(question["idea"])
                tap(phone, question, kinds, careless=n >= 6)
    for n, ideas in asked_of.items():
        assert len(set(ideas)) == len(ideas)
        assert own[n] not in ideas
    assert sum(map(len, asked_of.values())) >= 8 * 4
    moderator.wait_for(the_wall_says_what_the_room_means, "a wall by the room, nearly right")
    moderator.do("sorting.close")


def the_wall_says_what_the_room_means(screen: Screen) -> bool:
    """Whether the room has placed ideas, and at most one of the eight stands among those of the other kind,
    in spite of the two who always tap what is wrong."""
    ideas = screen.views["moderator"]["ideas"].values()
    if "room" not in {idea.get("placed_by") for idea in ideas}:
        return False
    by_theme: dict[str, Counter[str]] = {}
    for idea in ideas:
        by_theme.setdefault(idea.get("theme", ""), Counter())[MEANT[idea["text"]]] += 1
    return sum(held.total() - max(held.values()) for held in by_theme.values()) <= 1


def test_a_late_idea_is_placed_by_what_was_taught_marked_new_and_accepted(open_cafe: OpenCafe) -> None:
    _, moderator, _ = a_room_with_ideas(open_cafe)
    ideas = {idea["text"]: i for i, idea in moderator.views["moderator"]["ideas"].items()}
    trust = moderator.do("theme.make", area="wartosci", title="Zaufanie", ideas=[ideas[t] for t in TRUST])[
        "theme"
    ]
    held = [ideas[text] for text in MEETINGS[1:]]
    meetings = moderator.do("theme.make", area="wartosci", title="Spotkania", ideas=held)["theme"]
    moderator.do("themes.suggest", area="wartosci")
    table = next(iter(moderator.views["public"]["tables"]))
    late = moderator.do("idea.post", text="zaufanie między instytucjami!", table=table, area="wartosci")[
        "idea"
    ]
    moderator.wait_for(
        lambda s: "theme" in s.views["moderator"]["ideas"].get(late, {}), "a place for the late idea"
    )
    placed = moderator.views["moderator"]["ideas"][late]
    assert (placed["theme"], placed["placed_by"], placed["new"]) == (trust, "machine", True)
    assert trust != meetings
    assert moderator.do("arrivals.accept") == {"ideas": 1}
    moderator.wait_for(lambda s: "new" not in s.views["moderator"]["ideas"][late], "no mark any more")
    assert moderator.views["moderator"]["ideas"][late]["placed_by"] == "moderator"
    same = (ideas[TRUST[0]], late)
    moderator.wait_for(lambda s: s.views["board"]["ideas"][late].get("same_as") == same[0], "shown as one")


def test_similar_ideas_are_offered_to_the_moderator_and_to_who_writes_at_the_table(
    open_cafe: OpenCafe,
) -> None:
    cafe, moderator, phones = a_room_with_ideas(open_cafe)
    ideas = {idea["text"]: i for i, idea in moderator.views["moderator"]["ideas"].items()}
    answer = moderator.say({"idea": ideas[TRUST[0]]}, event="similar")
    assert answer["ok"]
    assert answer["ideas"][0] in {ideas[text] for text in TRUST[1:]}
    token = cafe.tokens["moderator"]
    assert cafe.api("GET", f"/api/workshops/{cafe.code}/similar?idea={ideas[TRUST[0]]}", key=token) == answer
    assert moderator.say({"idea": "I99"}, event="similar")["refusal"]["code"] == "unknown_idea"
    assert phones[0].say({}, event="similar")["refusal"]["code"] == "missing_field"
    assert cafe.board().say({}, event="question")["refusal"]["code"] == "not_allowed"
    moderator.do("round.open")
    phone = next(p for n, p in enumerate(phones) if table_of(p, f"P{n + 1}") in tables_with(moderator, TRUST))
    own = phone.say({"text": "ufamy sobie"}, event="similar")
    assert own["ok"]
    table = table_of(phone, phone.views["person/" + person_of(phone)]["participant"])
    assert {moderator.views["moderator"]["ideas"][i]["table"] for i in own["ideas"]} <= {table}


def person_of(phone: Screen) -> str:
    """The participant at this phone."""
    return next(channel.partition("/")[2] for channel in phone.views if channel.startswith("person/"))


def table_of(phone: Screen, person: str) -> str:
    """Where the person at this phone sits now."""
    phone.wait_for(lambda s: "table" in s.views[f"person/{person}"], "a table")
    return str(phone.views[f"person/{person}"]["table"])


def tables_with(moderator: Screen, texts: tuple[str, ...]) -> set[str]:
    """The tables at which these were said."""
    return {idea["table"] for idea in moderator.views["moderator"]["ideas"].values() if idea["text"] in texts}


def test_three_phones_vote_one_can_not_accept_a_theme_and_results_are_seen_when_they_are_shown(
    open_cafe: OpenCafe,
) -> None:
    cafe, moderator, phones = a_room_with_ideas(open_cafe)
    trust = moderator.do("theme.make", area="wartosci", title="Zaufanie")["theme"]
    open_ = moderator.do("theme.make", area="wartosci", title="Jawność")["theme"]
    moderator.do("voting.open", dots=3, area="wartosci")
    for phone, dots in zip(phones[:3], (3, 2, 1), strict=True):
        phone.wait_for(lambda s: trust in s.views["public"].get("themes", {}), "themes to vote on")
        phone.do("theme.vote", theme=trust, dots=dots)
    refusal = phones[1].ask("theme.vote", theme=open_, dots=2)["refusal"]
    assert (refusal["code"], refusal["message"]) == (
        "no_dots_left",
        "Not enough dots: you have 1 left in this area. Take some back from another theme first.",
    )
    phones[2].do("theme.object", theme=open_, reason="Nie wszystko wolno nam mówić.")
    last = moderator.do("voting.show")
    assert last == {}
    moderator.do("voting.close")
    said = {"dots": 0, "objections": [{"reason": "Nie wszystko wolno nam mówić."}]}
    for screen in (phones[7], cafe.board()):
        screen.wait_for(
            lambda s: not s.views["public"].get("voting", {}).get("open", True), "the end of the vote"
        )
        themes = screen.views["public"]["themes"]
        assert said.items() <= themes[open_].items()
        assert themes[trust]["dots"] == 6
    assert phones[2].views["person/P3"]["objected"] == {open_: "Nie wszystko wolno nam mówić."}
    assert "dots" not in phones[7].views["person/P8"]
