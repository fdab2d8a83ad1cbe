"""Who accedes, and the papers around the charter."""

import pytest

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.actors import MODERATOR, PARTNER, SYSTEM, participant, partner
from facilitation.domain.pictures import Picture, picture
from facilitation.domain.refusals import Refusal
from facilitation.domain.workshop import Details, Person, Task
from facilitation.projections import view
from tests.domain.histories import History, begun, png

ANNA = participant("P1")
SCHOOL = c.MakeDeclaration("Szkoła nr 7", "Jadwiga Zając", True, "oświata", "dyrektorka", powers="sala")
JADWIGA = Person("Jadwiga Zając", "Szkoła nr 7", "dyrektorka", "")


@pytest.fixture
def acceding() -> History:
    """Two people, and the list of partners is open."""
    history = begun(people=2)
    history.ask(MODERATOR, c.OpenDeclarations())
    return history


def test_an_institution_accedes_and_its_data_stand_apart_from_the_events(acceding: History) -> None:
    decision = acceding.ask(ANNA, SCHOOL)
    made = e.DeclarationMade("D1", acceding.at, "1", "P1", "oświata", "sala")
    assert (decision.events, decision.result) == ((made,), {"declaration": "D1"})
    assert acceding.now.person("D1") == JADWIGA
    assert b"Jadwiga" not in e.encode(made)
    assert b"Szko" not in e.encode(made)


def test_without_consent_or_with_the_list_closed_nobody_accedes(acceding: History) -> None:
    acceding.ask(ANNA, c.MakeDeclaration("Szkoła nr 7", "Jadwiga Zając", False))
    acceding.ask(MODERATOR, c.CloseDeclarations())
    acceding.ask(ANNA, SCHOOL)
    assert acceding.refusals == [Refusal("consent_needed", "consent"), Refusal("declarations_closed")]
    assert acceding.now.declarations == {}


def test_only_who_made_a_declaration_changes_it(acceding: History) -> None:
    acceding.ask(ANNA, SCHOOL)
    acceding.ask(PARTNER, c.MakeDeclaration("Parafia", "ks. Iks", True))
    for stranger in (participant("P2"), PARTNER, partner("D2")):
        acceding.ask(stranger, c.EditDeclaration("D1", powers="wszystko"))
    assert acceding.refusals == [Refusal("not_your_declaration", "declaration")] * 3
    acceding.ask(ANNA, c.EditDeclaration("D1", contact="sekretariat", resources="busik"))
    acceding.ask(partner("D2"), c.EditDeclaration("D2", sector="kościół"))
    first, second = acceding.now.declarations["D1"], acceding.now.declarations["D2"]
    assert (first.powers, first.resources, acceding.now.person("D1").contact) == (
        "sala",
        "busik",
        "sekretariat",
    )
    assert (second.participant, second.sector) == ("", "kościół")


def test_a_withdrawn_declaration_leaves_a_record_and_no_words(acceding: History) -> None:
    acceding.ask(ANNA, SCHOOL)
    acceding.ask(MODERATOR, c.CloseDeclarations())
    acceding.ask(ANNA, c.WithdrawDeclaration("D1"))
    declaration = acceding.now.declarations["D1"]
    assert (declaration.withdrawn_at, declaration.powers) == (acceding.at, "")
    assert acceding.now.person("D1") == Person()
    assert acceding.ask(MODERATOR, c.WithdrawDeclaration("D1")).events == ()


def test_whoever_is_erased_takes_the_consent_back(acceding: History) -> None:
    acceding.ask(ANNA, SCHOOL)
    acceding.ask(ANNA, c.EraseParticipant())
    assert acceding.now.declarations["D1"].withdrawn_at == acceding.at
    assert acceding.now.people.keys() == {"P2"}


def test_after_the_workshop_partners_still_accede_and_withdraw(acceding: History) -> None:
    acceding.ask(MODERATOR, c.CloseWorkshop())
    acceding.ask(PARTNER, SCHOOL)
    acceding.ask(partner("D1"), c.WithdrawDeclaration("D1"))
    acceding.ask(MODERATOR, c.CloseDeclarations())
    assert acceding.refusals == []


def test_the_documents_details_change_one_by_one(acceding: History) -> None:
    acceding.ask(MODERATOR, c.EditWorkshop(place="Dom Kultury", held_on="2024-02-29"))
    acceding.ask(MODERATOR, c.EditWorkshop("Nowy tytuł", funding="Program Iks"))
    details = Details(place="Dom Kultury", held_on="2024-02-29", funding="Program Iks")
    assert (acceding.now.details, acceding.now.title) == (details, "Nowy tytuł")
    assert acceding.ask(MODERATOR, c.EditWorkshop()).events == ()


@pytest.mark.parametrize("date", ["2026-02-29", "2026-13-01", "2026-1-1", "28.10.2026", "2026-04-31"])
def test_a_date_that_is_none_is_refused(acceding: History, date: str) -> None:
    acceding.ask(MODERATOR, c.EditWorkshop(held_on=date))
    acceding.ask(MODERATOR, c.ShareResults(date))
    assert acceding.refusals == [Refusal("invalid_value", "held_on"), Refusal("invalid_value", "until")]


def test_next_steps_are_written_changed_and_dropped(acceding: History) -> None:
    assert acceding.ask(MODERATOR, c.AddTask("Spisać kartę", "MOPS")).result == {"task": "K1"}
    acceding.ask(MODERATOR, c.EditTask("K1", due="2026-03-31"))
    assert acceding.now.tasks == {"K1": Task("K1", "Spisać kartę", "MOPS", "2026-03-31")}
    acceding.ask(MODERATOR, c.DropTask("K1"))
    assert acceding.ask(MODERATOR, c.AddTask("Zaprosić")).result == {"task": "K2"}


def test_a_logo_is_a_picture_and_its_bytes_stand_apart(acceding: History) -> None:
    decision = acceding.ask(MODERATOR, c.AddLogo(png(3), "znak.png", "Herb"))
    assert (decision.result, decision.files) == ({"logo": "L1"}, {"L1": png(3)})
    logo = acceding.now.logos["L1"]
    assert (logo.type, logo.width, logo.height, logo.alt, logo.order) == ("image/png", 3, 3, "Herb", 1)
    again = acceding.ask(MODERATOR, c.AddLogo(png(3)))
    assert (again.events, again.result) == ((), {"logo": "L1"})
    acceding.ask(MODERATOR, c.AddLogo(b"<svg xmlns='http://www.w3.org/2000/svg'/>"))
    acceding.ask(MODERATOR, c.AddLogo(b"\0" * 1_000_001))
    for side in range(4, 12):
        acceding.ask(MODERATOR, c.AddLogo(png(side)))
    assert acceding.refusals == [
        Refusal("not_a_picture", "data"),
        Refusal("logo_too_large", "data"),
        Refusal("too_many", None, {"limit": 8}),
    ]
    assert acceding.ask(MODERATOR, c.DropLogo("L1")).files == {"L1": None}


def test_a_logo_gets_other_words_and_another_place_in_the_strip(acceding: History) -> None:
    for side in (3, 4, 5):
        acceding.ask(MODERATOR, c.AddLogo(png(side), alt=f"Znak {side}"))

    def strip() -> list[tuple[str, str]]:
        return [(o.id, o.alt) for o in sorted(acceding.now.logos.values(), key=lambda o: o.order)]

    acceding.ask(MODERATOR, c.EditLogo("L3", "Herb miasta", 1))
    assert strip() == [("L3", "Herb miasta"), ("L1", "Znak 3"), ("L2", "Znak 4")]
    acceding.ask(MODERATOR, c.EditLogo("L3", place=3))
    assert strip() == [("L1", "Znak 3"), ("L2", "Znak 4"), ("L3", "Herb miasta")]
    assert acceding.ask(MODERATOR, c.EditLogo("L3", "Herb miasta")).events == ()
    acceding.ask(MODERATOR, c.AddLogo(png(6)))
    assert strip()[-1] == ("L4", "")
    acceding.ask(MODERATOR, c.EditLogo("L1", place=5))
    acceding.ask(MODERATOR, c.EditLogo("L9"))
    assert acceding.refusals == [
        Refusal("invalid_value", "place"),
        Refusal("unknown_logo", "logo", {"value": "L9"}),
    ]


def test_a_jpeg_says_its_size_after_any_segments_before() -> None:
    app = b"\xff\xe0\x00\x10JFIF\0" + bytes(9)
    frame = b"\xff\xc2\x00\x11\x08" + (120).to_bytes(2, "big") + (300).to_bytes(2, "big") + bytes(10)
    assert picture(b"\xff\xd8" + app + frame + b"\xff\xd9") == Picture("image/jpeg", 300, 120)
    assert picture(b"\xff\xd8" + app) is None
    assert picture(png()[:-12]) is None


def test_results_are_shared_until_a_day_and_the_server_itself_may_end_that(acceding: History) -> None:
    acceding.ask(MODERATOR, c.CloseWorkshop())
    acceding.ask(MODERATOR, c.ShareResults("2026-12-31"))
    assert (acceding.now.results_shared, acceding.now.results_until) == (True, "2026-12-31")
    acceding.ask(SYSTEM, c.ShareResults(on=False))
    assert (acceding.now.results_shared, acceding.now.results_until) == (False, "2026-12-31")
    assert "results_until" not in view(acceding.now, "public")
    acceding.ask(MODERATOR, c.ShareResults("2027-12-31"))
    acceding.ask(MODERATOR, c.ShareResults(on=False))
    assert (acceding.now.results_shared, acceding.now.results_until) == (False, "")
