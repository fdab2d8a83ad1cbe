"""What is erased leaves no copy, in the file or beside it, and the journal stays whole."""

import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from tempfile import mkdtemp

from facilitation.domain import events as e
from facilitation.domain.workshop import Person
from facilitation.journal.entry import Commit
from facilitation.journal.shelf import SqliteShelf
from tests.journal.commits import CODE, bytes_beside, commit, idea, ideas, journal_with

SECRET = "Kunegunda-Zażółcona"


def joined(name: str) -> Commit:
    """A journal's second entry: somebody with this name."""
    return commit(1, e.ParticipantJoined("P1", 2_000), people={"P1": Person(name, "MOPS")})


def raw(folder: Path) -> bytes:
    """The bytes of the folder as a power cut would leave them. Another process copies them: had this one
    opened and closed the files by itself, the locks of its open journal would be gone."""
    copy = Path(mkdtemp(dir=folder.parent)) / "copy"
    subprocess.run(["cp", "-r", folder, copy], check=True)
    return bytes_beside(copy)


def test_an_erased_name_is_in_no_byte_of_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "shelf"
    journal = journal_with(folder, [joined(SECRET), *ideas(2, 40)])
    assert SECRET.encode() in raw(folder)
    journal.append([commit(42, e.ParticipantErased("P1", 3_000), people={"P1": None})])
    assert SECRET.encode() not in raw(folder)
    assert journal.people() == {}
    assert journal.check().findings == ()


def test_a_blanked_text_is_in_no_byte_of_the_folder_and_the_rest_replays(tmp_path: Path) -> None:
    folder = tmp_path / "shelf"
    posted = [
        commit(1, idea(1, SECRET)),
        commit(2, idea(2, "jawność")),
        commit(3, e.IdeaReworded("I1", f"{SECRET}!")),
    ]
    journal = journal_with(folder, posted)
    assert SECRET.encode() in raw(folder)
    journal.append([commit(4, e.IdeaBlanked("I1", 3_000), blanked=("I1",))])
    assert SECRET.encode() not in raw(folder)
    assert [entry.event for entry in journal.read(after=1)] == [
        idea(1, ""),
        idea(2, "jawność"),
        e.IdeaReworded("I1", ""),
        e.IdeaBlanked("I1", 3_000),
    ]
    assert journal.check().findings == ()


def test_what_quoted_a_blanked_text_does_not_quote_it_any_more(tmp_path: Path) -> None:
    folder = tmp_path / "shelf"
    title = e.ThemeMade("M1", "wartosci", SECRET, ("I1",))
    written = e.HandoverWritten("T1", f"Mamy: {SECRET}.", 1, 2_000)
    other = e.ThemeNamed("M1", "Jawność")
    commits = [commit(n, event) for n, event in enumerate((idea(1, SECRET), title, written, other), 1)]
    journal = journal_with(folder, commits)
    blanked = e.IdeaBlanked("I1", 3_000, handovers=(e.BlankedHandover("T1", "Mamy: […]."),))
    journal.append([commit(5, blanked, blanked=("I1",), words=(SECRET,))])
    assert SECRET.encode() not in raw(folder)
    assert [entry.event for entry in journal.read(after=1)] == [
        idea(1, ""),
        e.ThemeMade("M1", "wartosci", "[…]", ("I1",)),
        e.HandoverWritten("T1", "Mamy: […].", 1, 2_000),
        other,
        blanked,
    ]
    assert journal.check().findings == ()


def test_an_idea_posted_and_blanked_in_one_append_leaves_no_copy_either(tmp_path: Path) -> None:
    folder = tmp_path / "shelf"
    journal = journal_with(folder)
    journal.append([commit(1, idea(1, SECRET)), commit(2, e.IdeaBlanked("I1", 3_000), blanked=("I1",))])
    assert SECRET.encode() not in raw(folder)
    assert next(journal.read(after=1)).event == idea(1, "")


def test_the_last_word_of_an_append_about_a_person_counts(tmp_path: Path) -> None:
    journal = journal_with(tmp_path, [joined("Ala")])
    erased = commit(2, e.ParticipantErased("P1", 3_000), people={"P1": None})
    again = commit(3, e.ParticipantUpdated("P1", ""), people={"P1": Person("Ola", "")})
    journal.append([erased, again])
    assert journal.people() == {"P1": Person("Ola", "")}


def test_a_copy_that_a_reader_kept_in_the_log_goes_with_the_next_append(tmp_path: Path) -> None:
    folder = tmp_path / "shelf"
    journal = journal_with(folder, [joined(SECRET)])
    with closing(sqlite3.connect(folder / f"{CODE}.db")) as reader:
        rows = reader.execute("SELECT name FROM people UNION ALL SELECT data FROM entries")
        assert rows.fetchone() == (SECRET,)
        journal.append([commit(2, e.ParticipantErased("P1", 3_000), people={"P1": None})])
        rows.close()
    journal.append(list(ideas(3, 1)))
    assert SECRET.encode() not in raw(folder)


def test_a_copy_that_a_crash_left_in_the_log_goes_when_the_journal_is_opened(tmp_path: Path) -> None:
    folder = tmp_path / "shelf"
    journal = journal_with(folder, [joined(SECRET)])
    with closing(sqlite3.connect(folder / f"{CODE}.db")) as reader:
        rows = reader.execute("SELECT name FROM people UNION ALL SELECT data FROM entries")
        assert rows.fetchone() == (SECRET,)
        journal.append([commit(2, e.ParticipantErased("P1", 3_000), people={"P1": None})])
        crashed = tmp_path / "crashed"
        subprocess.run(["cp", "-r", folder, crashed], check=True)
        rows.close()
    assert SECRET.encode() in raw(crashed)
    SqliteShelf(crashed).open(CODE)
    assert SECRET.encode() not in raw(crashed)


def test_a_withdrawn_declaration_is_in_no_byte_of_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "shelf"
    person = Person(SECRET, f"{SECRET} i syn", f"{SECRET}, prezes", f"{SECRET}@przyklad.pl")
    made = e.DeclarationMade("D1", 2_000, "1", powers=f"{SECRET} przyjdzie", resources=SECRET)
    other = e.DeclarationMade("D2", 2_000, "1", powers="sala")
    edited = e.DeclarationEdited("D1", 2_500, possibilities=SECRET)
    commits = [commit(1, made, people={"D1": person}), commit(2, other), commit(3, edited)]
    journal = journal_with(folder, commits)
    assert journal.people() == {"D1": person}
    withdrawn = e.DeclarationWithdrawn("D1", 3_000)
    journal.append([commit(4, withdrawn, people={"D1": None}, blanked=("D1",))])
    assert SECRET.encode() not in raw(folder)
    assert [entry.event for entry in journal.read(after=1)] == [
        e.DeclarationMade("D1", 2_000, "1"),
        other,
        e.DeclarationEdited("D1", 2_500),
        withdrawn,
    ]
    assert journal.check().findings == ()


def test_a_dropped_file_is_in_no_byte_of_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "shelf"
    picture = SECRET.encode() * 500
    added = e.LogoAdded("L1", "znak.png", "image/png", 1, 1, "")
    journal = journal_with(folder, [commit(1, added, files={"L1": picture})])
    assert (journal.file("L1"), journal.file("L2")) == (picture, None)
    journal.append([commit(2, e.LogoDropped("L1"), files={"L1": None})])
    assert journal.file("L1") is None
    assert SECRET.encode() not in raw(folder)
