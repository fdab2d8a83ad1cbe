"""A disk that takes nothing for a while, under a workshop that goes on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitation.domain import commands as c
from facilitation.domain import events as e
from facilitation.domain.actors import MODERATOR
from facilitation.runtime.ack import Ack
from facilitation.runtime.saving import Saving
from facilitation.runtime.workshop import TRY_AGAIN_SECONDS
from tests.runtime.cafes import Cafe
from tests.runtime.test_writer import Witness, refusal
from tests.soak import disk


@pytest.fixture
def orders(tmp_path: Path) -> Iterator[Path]:
    """What the disk is told."""
    if not disk.can_be_taken_over():
        pytest.skip("this Python hides its SQLite")
    with disk.taken_over(tmp_path / "orders"):
        yield tmp_path / "orders"


@pytest.fixture
def cafe(tmp_path: Path, orders: Path) -> Iterator[Cafe]:
    made = Cafe(tmp_path / "sessions")
    made.registry.close_all()  # nobody else has the file open
    yield made
    made.close()


def test_a_commit_whose_sync_failed_and_that_is_in_the_file_after_all_has_happened_once(
    cafe: Cafe, orders: Path
) -> None:
    [ala] = cafe.at_work(1)
    witness = Witness(cafe)
    cafe.workshop.subscribe(witness)
    before = cafe.workshop.seq
    cafe.concurrency.awake.clear()
    orders.write_text(disk.NO_SYNC)
    assert cafe.ask(ala, c.PostIdea("trust"), "in doubt") == refusal("storage_failed")
    assert cafe.ask(ala, c.PostIdea("tea"), "later") == refusal("storage_failed")
    assert (cafe.workshop.state.ideas, cafe.workshop.seq) == ({}, before)
    assert (cafe.workshop.saving.trouble, cafe.workshop.saving.waiting) == ("failed", 2)
    orders.write_text(disk.FINE)
    cafe.concurrency.awake.set()
    cafe.concurrency.settle()
    assert cafe.concurrency.slept_seconds[-1] == TRY_AGAIN_SECONDS
    assert (cafe.workshop.saving.trouble, cafe.workshop.saving.waiting) == ("", 0)
    assert [idea.text for idea in cafe.workshop.state.ideas.values()] == ["trust"]
    assert [seq for *_, seq in witness.told] == [before + 1]
    assert cafe.ask(ala, c.PostIdea("trust"), "in doubt") == Ack(True, before + 1, {"idea": "I1"})
    assert cafe.ask(ala, c.PostIdea("tea"), "later") == Ack(True, before + 2, {"idea": "I2"})
    assert [event.text for event in cafe.events() if isinstance(event, e.IdeaPosted)] == ["trust", "tea"]
    assert cafe.journal.check().findings == ()


def test_while_the_disk_takes_nothing_what_is_saved_is_still_answered_and_what_is_not_is_refused(
    cafe: Cafe, orders: Path
) -> None:
    done = cafe.ask(MODERATOR, c.EditWorkshop("Anew"), "done")
    cafe.concurrency.awake.clear()
    orders.write_text(disk.FULL)
    assert cafe.ask(MODERATOR, c.EditWorkshop("Once more"), "not done") == refusal("storage_failed")
    assert cafe.ask(MODERATOR, c.EditWorkshop("Anew"), "done") == done
    assert (cafe.workshop.saving.trouble, cafe.workshop.saving.waiting) == ("full", 0)
    orders.write_text(disk.FINE)
    cafe.concurrency.awake.set()
    assert cafe.ask(MODERATOR, c.EditWorkshop("Once more"), "not done").ok
    cafe.concurrency.settle()
    assert cafe.workshop.saving.trouble == ""


def test_whoever_listens_hears_of_trouble_and_of_its_end_once() -> None:
    saving, heard = Saving(), list[str]()
    saving.subscribe(lambda: heard.append(saving.trouble))
    saving.works()
    saving.failed(OSError("gone"))
    saving.works()
    saving.works()
    assert heard == ["failed", ""]
