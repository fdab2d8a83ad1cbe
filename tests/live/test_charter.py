"""The charter over real sockets: written by two at once, answered by five, acceded to by two."""

import base64
import uuid
from threading import Thread
from urllib.error import HTTPError

import pytest

from tests.domain.histories import png
from tests.live.conftest import OpenCafe
from tests.live.screens import Cafe, Screen


def drafted(cafe: Cafe) -> tuple[Screen, list[Screen]]:
    """A moderator, and five phones; the charter has one article for each of two themes."""
    moderator = cafe.moderator()
    phones = [cafe.phone(name=f"Osoba {number}", institution="Biuro Mgły") for number in range(1, 6)]
    moderator.do("round.open")
    ideas = [
        phone.do("idea.post", text=text)["idea"]
        for phone, text in zip(phones, ("jedno okienko", "mówimy wprost"), strict=False)
    ]
    moderator.do("round.close")
    for idea, title in zip(ideas, ("Okienko", "Prostota"), strict=True):
        moderator.do("theme.make", area="wartosci", title=title, ideas=[idea])
    moderator.do("charter.draft")
    return moderator, phones


def both(*wishes: tuple[Screen, dict[str, object]]) -> list[dict[str, object]]:
    """The answers to wishes that are made at the same moment."""
    answers: dict[int, dict[str, object]] = {}

    def ask(number: int, screen: Screen, wish: dict[str, object]) -> None:
        answers[number] = screen.say({"id": str(uuid.uuid4()), **wish})

    threads = [Thread(target=ask, args=(number, *wish)) for number, wish in enumerate(wishes)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [answers[number] for number in range(len(wishes))]


def reword(article: str, text: str) -> dict[str, object]:
    return {"type": "article.reword", "article": article, "text": text, "after": 1}


def text_of(console: Screen, article: str) -> str:
    """What an article says on a console, or nothing while it is not there."""
    return str(console.views["moderator"]["articles"].get(article, {}).get("text", ""))


def test_two_moderators_reword_at_once_and_neither_loses_a_word(open_cafe: OpenCafe) -> None:
    cafe = open_cafe(tables=1)
    first, _ = drafted(cafe)
    second = cafe.moderator()

    apart = both((first, reword("A1", "Pierwsze.")), (second, reword("A2", "Drugie.")))
    assert [answer["ok"] for answer in apart] == [True, True]

    first.do("article.add", area="wartosci", text="Trzecie.")
    said = ["Trzecie, lepiej.", "Trzecie, krócej."]
    same = both((first, reword("A3", said[0])), (second, reword("A3", said[1])))
    assert sorted(answer["ok"] for answer in same) == [False, True]
    lost = next(n for n, answer in enumerate(same) if not answer["ok"])
    assert same[lost]["refusal"]["code"] == "reworded_meanwhile"

    loser = (first, second)[lost]
    loser.wait_for(lambda s: text_of(s, "A3") == said[1 - lost], "the other words")
    loser.do("article.reword", article="A3", text=said[lost], after=2)
    loser.wait_for(lambda s: text_of(s, "A3") == said[lost], "both")
    wordings = [w["text"] for w in loser.views["moderator"]["articles"]["A3"]["wordings"]]
    assert wordings == ["Trzecie.", said[1 - lost], said[lost]]


def test_five_phones_answer_and_an_article_is_put_again(open_cafe: OpenCafe) -> None:
    cafe = open_cafe(tables=1)
    moderator, phones = drafted(cafe)
    board = cafe.board()
    moderator.do("agreement.open")
    for phone in phones:
        phone.wait_for(lambda p: set(p.views["public"].get("articles", {})) == {"A1", "A2"}, "the articles")
    for phone in phones[:3]:
        phone.do("article.answer", article="A1", answer="agree")
    phones[3].do("article.answer", article="A1", answer="live_with")
    phones[4].do("article.answer", article="A1", answer="reservation", reason="Kto tam usiądzie?")

    def agreement(screen: Screen, channel: str) -> object:
        return screen.views[channel]["articles"].get("A1", {}).get("agreement")

    told = {"agree": 3, "live_with": 1, "reservation": 1, "of": 5}
    board.wait_for(lambda b: agreement(b, "board") == told, "where it stands")
    progress = {"articles": 2, "all": 0, "some": 5, "of": 5}
    board.wait_for(lambda b: b.views["board"].get("answering") == progress, "how many have answered")
    asked = phones[0].say({"article": "A1"}, event="agreement")
    idea = {"number": 1, "text": "jedno okienko", "table": 1, "round": 1, "support": 0}
    assert asked == {"ok": True, "progress": progress, "ideas": [idea]}
    path = f"/api/workshops/{cafe.code}/agreement?article=A1"
    assert cafe.api("GET", path, key=phones[0].token) == asked
    assert phones[0].say({"article": 7}, event="agreement")["refusal"]["code"] == "wrong_type"
    shown = phones[0].views["public"]["articles"]["A1"]["text"]
    moderator.do("article.reword", article="A1", text="Jest jedno okienko.", after=1)
    phones[0].wait_for(lambda p: p.views["public"]["articles"]["A1"].get("reworded"), "that it was reworded")
    assert phones[0].views["public"]["articles"]["A1"]["text"] == shown

    moderator.do("agreement.open", articles=["A1"])
    phones[4].wait_for(lambda p: p.views["public"]["articles"]["A1"]["put"] == 2, "the second put")
    assert phones[4].views["public"]["articles"]["A1"]["text"] == "Jest jedno okienko."
    assert phones[4].views["person/P5"]["answers"]["A1"]["put"] == 1
    phones[4].do("article.answer", article="A1", answer="agree")
    again = {"agree": 1, "live_with": 0, "reservation": 0, "of": 5}
    board.wait_for(lambda b: agreement(b, "board") == again, "the new answer")

    moderator.wait_for(lambda m: agreement(m, "moderator") == again, "the console")
    said = moderator.views["moderator"]["articles"]["A1"]["reservations"]
    assert [(r["answer"], r["reason"], r["put"]) for r in said.values()] == [
        ("reservation", "Kto tam usiądzie?", 1)
    ]
    assert "Kto tam" not in str(board.heard) + str(phones[0].heard)
    assert not {"participant", "author", "P5"} & set(str(said).split("'"))


def test_two_institutions_join_one_by_the_partners_link_and_each_sees_its_own(open_cafe: OpenCafe) -> None:
    cafe = open_cafe(tables=1)
    moderator, phones = drafted(cafe)
    moderator.do("declarations.open")
    school = {"institution": "Szkoła 7", "name": "Zenobia Tajna", "consent": True, "powers": "sala"}
    assert phones[0].do("declaration.make", **school) == {"declaration": "D1"}

    made = cafe.api("GET", "/api/workshops", key=cafe.served.key)["workshops"]
    link = next(each["links"]["declaration"] for each in made if each["code"] == cafe.code)
    stranger = cafe.screen(link.split("key=")[1])
    parish = {"institution": "Parafia", "name": "ks. Skryty", "consent": True, "contact": "kancelaria"}
    result = stranger.do("declaration.make", **parish)
    assert set(result) == {"declaration", "token"}
    stranger.wait_for(lambda s: "declaration/D2" in s.views, "one's own declaration")
    again = cafe.screen(stranger.token)
    again.wait_for(lambda s: "declaration/D2" in s.views, "the same, with the token")
    assert again.views["declaration/D2"]["declarations"]["D2"]["institution"] == "Parafia"
    assert again.ask("declaration.edit", declaration="D1", powers="")["refusal"]["code"] == (
        "not_your_declaration"
    )

    moderator.wait_for(lambda m: set(m.views["moderator"]["declarations"]) == {"D1", "D2"}, "both")
    assert "Zenobia Tajna" not in str(stranger.heard) + str(again.heard) + str(phones[1].heard)
    moderator.do("declarations.close")
    assert again.ask("declaration.edit", declaration="D2", role="proboszcz")["refusal"]["code"] == (
        "declarations_closed"
    )
    again.do("declaration.withdraw", declaration="D2")
    moderator.wait_for(
        lambda m: "withdrawn_at" in m.views["moderator"]["declarations"]["D2"], "the withdrawal"
    )
    assert "ks. Skryty" not in str(moderator.views)


def refused(cafe: Cafe, path: str) -> int:
    """The status with which a guest's request is refused."""
    with pytest.raises(HTTPError) as refusal:
        cafe.api("GET", path)
    refusal.value.close()
    return refusal.value.code


def test_results_go_back_to_everybody_until_they_are_shared_no_more(open_cafe: OpenCafe) -> None:
    cafe = open_cafe(tables=1)
    moderator, phones = drafted(cafe)
    moderator.do("logo.add", data=base64.b64encode(png()).decode(), alt="Herb")
    moderator.do("workshop.close")
    path = f"/api/workshops/{cafe.code}/results"
    assert refused(cafe, path) == 403
    moderator.do("results.share", until="2099-12-31")

    told = cafe.api("GET", path)
    assert (set(told["articles"]), set(told["ideas"]), told["results_until"]) == (
        {"A1", "A2"},
        {"I1", "I2"},
        "2099-12-31",
    )
    assert "Osoba" not in str(told)
    assert cafe.api("GET", path, key=phones[1].token)["own"] == ["I2"]
    guest = cafe.screen()
    guest.wait_for(lambda g: set(g.views["public"].get("articles", {})) == {"A1", "A2"}, "the charter")

    moderator.do("results.share", until="2020-01-01")
    assert refused(cafe, path) == 410
    guest.wait_for(lambda g: "articles" not in g.views["public"], "the end of the sharing")
