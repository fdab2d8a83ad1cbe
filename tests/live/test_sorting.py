"""The room sorts and votes, over real sockets with the real themes desk."""

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
    return cafe, moderator, phones


def asked(phone: Screen) -> dict[str, Any]:
    """The question this phone gets now."""
    answer = phone.say({}, event="question")
    assert answer["ok"], answer
    question: dict[str, Any] = answer["question"]
    return question


def meant(text: str) -> str:
    """What the text is about."""
    return MEANT.get(text) or ("trust" if "ufa" in text.casefold() else "meetings")


def tap(phone: Screen, question: dict[str, Any], careless: bool = False) -> None:
    """Answers by what the idea and the candidates' first example are about, or the other way round."""
    fits = [meant(c["examples"][0] if c["examples"] else c["title"]) for c in question["candidates"]]
    right = fits.index(meant(question["text"])) if meant(question["text"]) in fits else None
    wrong = next((n for n in range(len(fits)) if n != right), None)
    shown = [candidate["ideas"] or candidate["theme"] for candidate in question["candidates"]]
    chosen = wrong if careless else right
    phone.do("question.answer", idea=question["idea"], shown=shown, chosen=chosen)


def test_eight_phones_sort_two_of_them_hostile_and_nobody_is_asked_twice_or_about_an_own_idea(
    open_cafe: OpenCafe,
) -> None:
    cafe, moderator, phones = a_room_with_ideas(open_cafe)
    moderator.do("themes.suggest", area="wartosci")
    assert phones[0].say({}, event="question") == {"ok": True, "question": {}}
    moderator.do("sorting.open", area="wartosci")
    asked_of: dict[int, list[str]] = {}
    own = {n: next(iter(phone.views[f"person/P{n + 1}"]["ideas"])) for n, phone in enumerate(phones)}
    while True:
        questions = [(n, phone, asked(phone)) for n, phone in enumerate(phones)]
        if not any(question for _, _, question in questions):
            break
        for n, phone, question in questions:
            if question:
                asked_of.setdefault(n, []).append(question["idea"])
                tap(phone, question, careless=n >= 6)
    for n, ideas in asked_of.items():
        assert len(set(ideas)) == len(ideas)
        assert own[n] not in ideas
    assert sum(map(len, asked_of.values())) >= 8 * 4
    moderator.wait_for(lambda s: s.views["moderator"]["people"] and settled(s), "two themes, rightly filled")
    moderator.do("sorting.close")


def settled(screen: Screen) -> bool:
    """Whether the wall shows what the room means: no theme holds ideas of both kinds."""
    by_theme: dict[str, set[str]] = {}
    for idea in screen.views["moderator"]["ideas"].values():
        if "theme" not in idea:
            return False
        by_theme.setdefault(idea["theme"], set()).add(MEANT[idea["text"]])
    return all(len(kinds) == 1 for kinds in by_theme.values())
