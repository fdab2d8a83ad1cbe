"""A check finds each way a journal's file can be wrong, and nothing in one that is right."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from facilitation.domain import events as e
from facilitation.journal.failures import JournalDamaged
from facilitation.journal.findings import Finding, Findings
from facilitation.journal.shelf import SqliteShelf
from tests.journal.commits import CODE, commit, ideas, journal_with


def damaged(folder: Path, *statements: str) -> Findings:
    """What a check finds after these statements were carried out on a sound journal with entries 1 to 6."""
    journal_with(folder, ideas(1, 5)).close()
    with closing(sqlite3.connect(folder / f"{CODE}.db")) as raw, raw:
        for statement in statements:
            raw.execute(statement)
    return SqliteShelf(folder, writable=False).open(CODE).check()


def test_a_sound_journal_has_no_findings(tmp_path: Path) -> None:
    assert damaged(tmp_path) == Findings(CODE, entries=6, commands=6, findings=())


@pytest.mark.parametrize(
    ("statement", "findings"),
    [
        (
            "UPDATE entries SET data = replace(data, 'zaufanie', 'nieufność') WHERE seq = 3",
            [Finding("its checksum does not agree", 3)],
        ),
        ("UPDATE entries SET actor = 'P7' WHERE seq = 4", [Finding("its checksum does not agree", 4)]),
        (
            "DELETE FROM entries WHERE seq = 3",
            [Finding("a command was answered with it and has no entry", 3), Finding("entry 3 is missing", 4)],
        ),
        ("DELETE FROM commands WHERE seq = 5", [Finding("its command has no answer", 5)]),
        (
            "DELETE FROM entries WHERE seq = (SELECT max(seq) FROM entries)",
            [Finding("is missing, though its command was answered", 6)],
        ),
        (
            "DELETE FROM entries WHERE seq > 4",
            [Finding("is missing, though its command was answered", seq) for seq in (5, 6)],
        ),
        (
            "DELETE FROM entries",
            [
                *(Finding("is missing, though its command was answered", seq) for seq in range(1, 7)),
                Finding("holds no entry"),
            ],
        ),
        (
            "UPDATE commands SET seq = 4 WHERE seq = 6",
            [Finding("its command was answered with another seq", 6)],
        ),
        (
            "UPDATE commands SET result = '[]' WHERE place = 2",
            [
                Finding("answer 2 does not read: Expected `object`, got `array`"),
                Finding("its command has no answer", 2),
            ],
        ),
        (
            "UPDATE meta SET value = 'OTHER' WHERE key = 'code'",
            [Finding(f"is named {CODE} but says ['OTHER']")],
        ),
    ],
)
def test_a_change_behind_its_back_is_found(tmp_path: Path, statement: str, findings: list[Finding]) -> None:
    assert damaged(tmp_path, statement).findings == tuple(findings)


def test_a_command_that_changed_nothing_needs_no_entry(tmp_path: Path) -> None:
    journal = journal_with(tmp_path, [*ideas(1, 2), commit(3, command="nothing"), *ideas(3, 1)])
    assert journal.check() == Findings(CODE, entries=4, commands=5, findings=())


def test_a_row_of_the_wrong_types_is_found(tmp_path: Path) -> None:
    """Its NOT NULL taken away, SQLite itself finds nothing wrong with the file."""
    found = damaged(
        tmp_path,
        "ALTER TABLE entries RENAME TO strict",
        "CREATE TABLE entries (seq INTEGER PRIMARY KEY, at, actor, command, type, data, checksum)",
        "INSERT INTO entries SELECT * FROM strict",
        "DROP TABLE strict",
        "UPDATE entries SET actor = NULL WHERE seq = 6",
        "UPDATE entries SET data = x'ff' WHERE seq = 5",
    ).findings
    assert found == (
        Finding("its checksum does not agree", 5),
        Finding("its checksum does not agree", 6),
        Finding("entry 5 does not read: Expected `str`, got `bytes` - at `$.data`"),
    )


def test_an_event_of_a_newer_version_is_found(tmp_path: Path) -> None:
    found = damaged(tmp_path, """UPDATE entries SET data = '{"type":"idea.sung"}' WHERE seq = 2""").findings
    assert found[0] == Finding("its checksum does not agree", 2)
    assert "entry 2 does not read" in found[1].what


def test_an_event_that_can_not_have_happened_is_found(tmp_path: Path) -> None:
    journal = journal_with(tmp_path, [commit(1, e.IdeaHidden("I7"))])
    assert journal.check().findings == (Finding("does not replay: KeyError: 'I7'", 2),)


def test_a_blanked_text_that_is_still_there_is_found(tmp_path: Path) -> None:
    journal = journal_with(tmp_path, [*ideas(1, 1), commit(2, e.IdeaBlanked("I2", 3_000))])
    assert journal.check().findings == (Finding("the text of I2 is still here though erased", 2),)


@pytest.mark.parametrize("offset", [0, 3 * 4096])
def test_a_file_with_torn_pages_is_said_to_be_damaged_and_left_alone(tmp_path: Path, offset: int) -> None:
    journal_with(tmp_path, ideas(1, 60)).close()
    path = tmp_path / f"{CODE}.db"
    content = bytearray(path.read_bytes())
    content[offset : offset + 600] = b"\xff" * 600
    path.write_bytes(content)
    with pytest.raises(JournalDamaged):
        SqliteShelf(tmp_path).open(CODE)
    assert path.read_bytes() == content


def test_a_torn_page_that_does_not_hinder_opening_is_found(tmp_path: Path) -> None:
    journal_with(tmp_path, ideas(1, 60)).close()
    path = tmp_path / f"{CODE}.db"
    content = bytearray(path.read_bytes())
    middle = content.index(b"command-30")
    content[middle : middle + 4] = b"\xff" * 4
    path.write_bytes(content)
    assert not SqliteShelf(tmp_path, writable=False).open(CODE).check().whole
