"""Whatever is done to a journal's file, a check ends with a verdict, and one of "whole" is true."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation import archive
from facilitation.domain.workshop import Person
from facilitation.journal.entry import Entry
from facilitation.journal.failures import JournalDamaged
from facilitation.journal.shelf import SqliteShelf
from tests.journal.commits import CODE, commit, idea, ideas, journal_with

PAGE = 4096


class Patient:
    """A sound journal of several pages, which is damaged again and again."""

    def __init__(self, folder: Path) -> None:
        journal = journal_with(folder, ideas(1, 60))
        journal.append([commit(61, idea(62), people={"P1": Person("Zenobia", "Urząd Cieni")})])
        journal.close()
        self.folder, self.path = folder, folder / f"{CODE}.db"
        self.sound = self.path.read_bytes()
        self.history = self.read()

    def read(self) -> list[Entry]:
        return list(SqliteShelf(self.folder, writable=False).open(CODE).read())

    def damaged(self, content: bytes) -> bool:
        """Whether a check of this content says so, after what must hold whatever it says: it has left the
        file alone, says it in lines, and what it calls whole opens with the very history there was."""
        for left in self.folder.glob(f"{CODE}.db-*"):
            left.unlink()
        self.path.write_bytes(content)
        found = archive.check(self.folder, CODE)
        assert self.path.read_bytes() == content
        assert all(line.isprintable() for line in archive.findings_lines(found))
        if found.whole:
            assert self.read() == self.history
        try:
            archive.line(archive.workshop(self.folder, CODE))
        except JournalDamaged:
            assert not found.whole
        return not found.whole


@pytest.fixture(scope="module")
def patient(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Patient]:
    return Patient(tmp_path_factory.mktemp("damaged"))


def test_a_file_cut_at_or_beside_any_page_is_damaged(patient: Patient) -> None:
    assert not patient.damaged(patient.sound)
    length = len(patient.sound)
    edges = [end + beside for end in range(0, length + 1, PAGE) for beside in (-1, 0, 1)]
    cuts = [cut for cut in edges if 0 <= cut < length] + [length * 97 // 100, length // 2]
    assert [cut for cut in cuts if not patient.damaged(patient.sound[:cut])] == []


edits = st.lists(st.tuples(st.integers(0, 2**16), st.binary(min_size=1, max_size=60)), min_size=1, max_size=8)


@settings(max_examples=150, deadline=None)
@given(edits)
def test_whatever_bytes_are_put_wherever_a_check_ends_with_a_verdict(
    patient: Patient, edits: list[tuple[int, bytes]]
) -> None:
    content = bytearray(patient.sound)
    for where, written in edits:
        start = where % (len(content) - len(written))
        content[start : start + len(written)] = written
    patient.damaged(bytes(content))


@pytest.mark.parametrize(
    "sound",
    [b"CREATE TABLE", b'"checksum" TEXT', b"version", b"workshop.created", b"command-30", b"zaufanie"],
)
def test_bytes_that_are_no_text_are_found_wherever_a_text_stands(patient: Patient, sound: bytes) -> None:
    for broken in (b"\xff" * len(sound), b"\0" * len(sound)):
        assert patient.damaged(patient.sound.replace(sound, broken, 1))
