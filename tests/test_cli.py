"""The command line as people and scripts use it: what comes out, and how it ends: 0, 1 with one line, 2."""

import json
import re
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from facilitation import cli
from facilitation.archive import JOURNAL, PAPERS
from facilitation.domain.actors import MODERATOR
from facilitation.domain.commands import JoinParticipant, OpenRound, PostIdea
from facilitation.domain.scenario import Parameters
from facilitation.journal.shelf import SqliteShelf
from facilitation.runtime.registry import Registry
from facilitation.runtime.scenarios import Scenarios
from facilitation.runtime.threads import Threads
from facilitation.themes import encoders
from tests.conftest import Served

IDEAS = """\
text,area
Zaufanie,wartosci
Ufamy sobie,wartosci
Ufamy sobie nawzajem,wartosci
Szacunek,wartosci
Spotkanie raz w miesiącu,zasady
Spotkania co miesiąc,zasady
Jedna lista kontaktów,komunikacja
"""
INSTANCE: dict[str, Any] = {
    "rounds": 2,
    "mode": "free",
    "tables": [{"id": "T1", "cap": 2}, {"id": "T2", "cap": 2}],
    "participants": [{"id": name} for name in ("a", "b", "c", "d")],
}


def run(*words: str, stdin: str | None = None) -> Result:
    """One command in this process, without the caller's own settings."""
    return CliRunner(env={"OBRUS_SESSIONS": None}).invoke(
        cli.obrus, words, input=stdin, catch_exceptions=False
    )


def refused(*words: str, stdin: str | None = None) -> str:
    """The one line of a command that ends with 1."""
    result = run(*words, stdin=stdin)
    assert (result.exit_code, result.stdout) == (1, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("obrus: ")
    return line.removeprefix("obrus: ")


@pytest.fixture
def ideas(tmp_path: Path) -> Path:
    path = tmp_path / "ideas.csv"
    path.write_text(IDEAS, "utf-8")
    return path


@pytest.fixture
def recorded(tmp_path: Path) -> tuple[Path, str]:
    """A folder with one workshop in which three ideas were written."""
    folder = tmp_path / "sessions"
    shelf = SqliteShelf(folder)
    registry = Registry(shelf, Threads(), Scenarios([Path(__file__).parents[1] / "sessions" / "scenarios"]))
    workshop = registry.create(Parameters(title="Próba", tables=1, rounds=1, minutes=(5,)))
    commands = (
        JoinParticipant("Zenobia", "Urząd Cieni"),
        OpenRound(),
        *(PostIdea(text, table="T1") for text in ("pierwszy", "drugi", "trzeci")),
    )
    for number, command in enumerate(commands):
        assert workshop.submit(f"command-{number}", command, MODERATOR).ok
    registry.close_all()
    shelf.close()
    return folder, workshop.code


def test_the_commands_are_those_of_the_public_interface() -> None:
    assert sorted(cli.obrus.commands) == [
        "backup",
        "charter",
        "check",
        "demo",
        "export",
        "list",
        "restore",
        "seat",
        "serve",
        "themes",
    ]


def test_what_is_asked_wrongly_ends_with_2() -> None:
    for words in (
        ["nosuch"],
        ["themes"],
        ["themes", "x.csv", "--fineness", "2"],
        ["themes", "x.csv", "--encoder", "bert"],
        ["charter", "x.csv", "--format", "pdf"],
        ["export", "CODE", "photos.zip"],
        ["serve", "--port", "70000"],
        ["serve", "--port", "http"],
        ["serve", "--cert", "only-this"],
        ["demo", "--people", "1"],
    ):
        assert run(*words).exit_code == 2, words


def test_every_wrong_setting_is_told_at_once() -> None:
    result = run("serve", "--port", "70000", "--language", "de")
    assert result.stderr.splitlines()[-2:] == [
        "Error: port must be from 0 to 65535, not 70000",
        "language must be pl or en, not 'de'",
    ]


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("", "{file}: has no header and no rows"),
        ("area\nx\n", "{file}, row 1, field “text”: has no column “text”"),
        (
            "text,round\ndobrze,1\nźle,x\n",
            "{file}, row 3, field “round”: is not a whole number from 0 to 10000: x",
        ),
        ("text\nx" + "y" * 500 + "\n", "{file}, row 2, field “text”: is longer than 500 characters"),
    ],
)
def test_a_file_of_ideas_is_refused_with_file_row_and_field(tmp_path: Path, written: str, line: str) -> None:
    path = tmp_path / "ideas.csv"
    path.write_text(written, "utf-8")
    for command in ("themes", "charter"):
        assert refused(command, str(path)) == line.format(file=path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.csv")
    assert [refused("themes", missing), refused("charter", missing), refused("seat", missing)] == [
        f"{missing}: No such file or directory"
    ] * 3


def test_themes_hold_every_row_once_and_every_edit(ideas: Path, tmp_path: Path) -> None:
    edits, out = tmp_path / "edits.json", tmp_path / "out.json"
    wish = {
        "placed": [{"idea": 3, "theme": "Godność"}],
        "together": [[4, 5]],
        "apart": [[0, 1]],
        "unassigned": [6],
    }
    edits.write_text(json.dumps(wish), "utf-8")

    result = run("themes", str(ideas), "--edits", str(edits), "-o", str(out))

    assert (result.exit_code, result.stdout) == (0, "")
    found = json.loads(out.read_text("utf-8"))
    assert set(found) == {"themes", "unassigned"}
    groups = {tuple(theme["ideas"]): (theme["area"], theme["title"]) for theme in found["themes"]}
    assert sorted([n for group in groups for n in group] + found["unassigned"]) == list(range(7))
    assert 6 in found["unassigned"]
    assert next(about for group, about in groups.items() if 3 in group) == ("wartosci", "Godność")
    assert any({4, 5} <= set(group) for group in groups)
    assert not any({0, 1} <= set(group) for group in groups)


@pytest.mark.parametrize("command", ["themes", "charter"])
def test_ideas_are_grouped_by_the_encoder_that_the_option_or_the_variable_names(
    command: str, ideas: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []
    named = encoders.encoder_called
    monkeypatch.setattr(encoders, "encoder_called", lambda name: loaded.append(name) or named(name))
    monkeypatch.setenv("OBRUS_ENCODER", "ngrams")

    by_variable, by_option = run(command, str(ideas)), run(command, str(ideas), "--encoder", "use")

    assert (by_variable.exit_code, by_option.exit_code) == (0, 0)
    assert loaded == ["ngrams", "use"]


@pytest.mark.parametrize(
    ("wish", "complaint"),
    [
        ({"unassigned": [7]}, "a row number that is not among the rows (field unassigned[0], row 7)"),
        ({"placed": [{"idea": 1}]}, "Object missing required field `theme` - at `$.placed[0]`"),
        ({"colour": "red"}, "Object contains unknown field `colour`"),
    ],
)
def test_edits_are_refused_with_file_and_place(
    ideas: Path, tmp_path: Path, wish: dict[str, Any], complaint: str
) -> None:
    edits = tmp_path / "edits.json"
    edits.write_text(json.dumps(wish))
    assert refused("themes", str(ideas), "--edits", str(edits)) == f"{edits}: {complaint}"


def test_edits_that_contradict_one_another_are_refused(ideas: Path, tmp_path: Path) -> None:
    edits = tmp_path / "edits.json"
    edits.write_text(json.dumps({"placed": [{"idea": 1, "theme": "a"}, {"idea": 1, "theme": "b"}]}))
    said = refused("themes", str(ideas), "--edits", str(edits))
    where = "(field placed[1], row 1)"
    assert (
        said == f"{edits}: an idea is placed in two themes, itself or by being together with another {where}"
    )


def test_what_the_room_answered_counts_and_the_next_questions_come_in_the_same_form(
    ideas: Path, tmp_path: Path
) -> None:
    asked = json.loads(run("themes", str(ideas), "--ask", "2").stdout)["questions"]
    assert 1 <= len(asked) <= 2
    answers = tmp_path / "answers.json"
    given = [{**question, "chosen": None, "person": "P1"} for question in asked]
    answers.write_text(json.dumps({"answers": given}), "utf-8")
    found = json.loads(run("themes", str(ideas), "--answers", str(answers)).stdout)
    rows = [n for theme in found["themes"] for n in theme["ideas"]] + found["unassigned"]
    assert sorted(rows) == list(range(7))


def test_a_dash_is_stdin_and_stdout() -> None:
    result = run("themes", "-", stdin=IDEAS)
    assert result.exit_code == 0
    assert sorted(n for theme in json.loads(result.stdout)["themes"] for n in theme["ideas"]) == list(
        range(7)
    )


def test_a_charter_from_a_file_has_every_idea_once_in_its_annex(ideas: Path) -> None:
    result = run("charter", str(ideas))
    assert result.exit_code == 0
    assert sorted(re.findall(r'id="idea-(\d+)"', result.stdout)) == list("1234567")
    assert set(re.findall(r"\(#idea-(\d+)\)", result.stdout)) <= set("1234567")


def test_a_charter_from_a_recorded_workshop_is_drafted_if_nobody_has(
    recorded: tuple[Path, str], tmp_path: Path
) -> None:
    folder, code = recorded
    files = {form: tmp_path / f"charter.{form}" for form in ("md", "html", "docx")}
    for form, out in files.items():
        result = run("charter", code.lower(), "--sessions", str(folder), "--format", form, "-o", str(out))
        assert (result.exit_code, result.output) == (0, "")
    assert sorted(re.findall(r'id="idea-(\d+)"', files["md"].read_text("utf-8"))) == ["1", "2", "3"]
    assert "pierwszy" in files["html"].read_text("utf-8")
    assert files["docx"].read_bytes()[:4] == b"PK\x03\x04"


def test_seat_writes_a_plan_in_the_order_of_the_tables(tmp_path: Path) -> None:
    instance, out = tmp_path / "instance.json", tmp_path / "plan.json"
    instance.write_text(json.dumps(INSTANCE))
    assert run("seat", str(instance), "--seconds", "0", "-o", str(out)).exit_code == 0
    plan = json.loads(out.read_text())
    assert [[len(table) for table in tables] for tables in plan] == [[2, 2], [2, 2]]
    assert [sorted(person for table in tables for person in table) for tables in plan] == [
        ["a", "b", "c", "d"]
    ] * 2


def test_an_impossible_instance_is_refused_with_the_place(tmp_path: Path) -> None:
    instance = tmp_path / "instance.json"
    instance.write_text(json.dumps({**INSTANCE, "tables": [{"id": "T1", "cap": 2}]}))
    assert refused("seat", str(instance)).startswith(f"{instance}: ")
    instance.write_text('{"rounds": "two"')
    assert refused("seat", str(instance)).startswith(f"{instance}: ")


def test_workshops_are_listed_with_people_and_ideas(recorded: tuple[Path, str]) -> None:
    folder, code = recorded
    (line,) = run("list", "--sessions", str(folder)).stdout.splitlines()
    shown, _, *rest = line.split("\t")
    assert [shown, *rest] == [code, "1", "3", "round", "Próba"]


def test_every_paper_can_be_exported_and_none_names_anybody(recorded: tuple[Path, str]) -> None:
    folder, code = recorded
    for paper in (*PAPERS, JOURNAL):
        result = run("export", code, paper, "--sessions", str(folder), "-o", str(folder / paper))
        assert (result.exit_code, result.output) == (0, ""), paper
        assert b"Zenobia" not in (folder / paper).read_bytes()
    entries = [json.loads(line) for line in (folder / JOURNAL).read_text("utf-8").splitlines()]
    assert [entry["seq"] for entry in entries] == list(range(1, len(entries) + 1))
    assert len((folder / "ideas.csv").read_text("utf-8").splitlines()) == 1 + 3


def test_a_whole_journal_is_proven_whole_and_a_damaged_one_is_not(recorded: tuple[Path, str]) -> None:
    folder, code = recorded
    whole = run("check", "--sessions", str(folder))
    assert whole.exit_code == 0
    assert re.fullmatch(rf"{code}: whole; \d+ entries, 6 commands, replayed\n", whole.stdout)

    path = folder / f"{code}.db"
    path.write_bytes(path.read_bytes().replace(b"drugi", b"inny!"))
    damaged = run("check", code, "--sessions", str(folder))
    assert damaged.exit_code == 1
    assert damaged.stdout.startswith(f"{code}, entry ")
    assert damaged.stderr == f"obrus: {folder}: not whole: {code}\n"


def test_a_workshop_or_a_folder_that_is_not_there_is_refused(recorded: tuple[Path, str]) -> None:
    folder, _ = recorded
    for words in (["check", "NOSUCH"], ["export", "NOSUCH"], ["charter", "NOSUCH"]):
        assert refused(*words, "--sessions", str(folder)) == f"{folder}: there is no workshop NOSUCH"
    missing = folder / "missing"
    assert refused("list", "--sessions", str(missing)) == f"{missing}: there is no such folder"


def serve_in_vain(*words: str) -> tuple[int, str]:
    """Exit status and stderr of an `obrus serve` that ends by itself."""
    ended = subprocess.run(
        [sys.executable, "-m", "facilitation", "serve", "--host", "127.0.0.1", *words],
        capture_output=True,
        text=True,
        timeout=60,
    )
    return ended.returncode, ended.stderr


def test_a_port_in_use_is_told_in_one_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        status, said = serve_in_vain("--port", str(port), "--sessions", str(tmp_path))
    assert (status, said) == (1, f"obrus: can't listen on 127.0.0.1:{port}: Address already in use\n")


def test_a_second_server_on_the_same_folder_is_told_so(serve: Callable[..., Served]) -> None:
    first = serve()
    status, said = serve_in_vain("--port", "0", "--sessions", str(first.sessions))
    assert status == 1
    (line,) = said.splitlines()
    assert line.startswith(f"obrus: another obrus serves {first.sessions} already")


def test_a_folder_that_can_not_be_made_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    folder = tmp_path / "file" / "sessions"
    status, said = serve_in_vain("--port", "0", "--sessions", str(folder))
    assert status == 1
    assert said.count("\n") == 1
    assert said.startswith("obrus: ")
    assert str(folder) in said


def test_serve_prints_the_moderators_link_and_the_address(serve: Callable[..., Served]) -> None:
    served = serve("--public-url", "https://cafe.example.org")
    printed = served.written()
    assert f"https://cafe.example.org/?key={served.key}" in printed
    assert "Phones      https://cafe.example.org/\n" in printed
    assert re.search(r"[▀▄█]{20}", printed), "the QR code"


@pytest.fixture
def one_of_three_cut_in_half(tmp_path: Path) -> tuple[Path, list[str]]:
    """A folder with three workshops; the file of the second, by code, is cut in half."""
    folder = tmp_path / "sessions"
    shelf = SqliteShelf(folder)
    registry = Registry(shelf, Threads(), Scenarios([Path(__file__).parents[1] / "sessions" / "scenarios"]))
    codes = sorted(registry.create(Parameters(title="Próba")).code for _ in range(3))
    registry.close_all()
    shelf.close()
    path = folder / f"{codes[1]}.db"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return folder, codes


def test_a_check_says_of_every_journal_what_it_is(one_of_three_cut_in_half: tuple[Path, list[str]]) -> None:
    folder, (first, cut, last) = one_of_three_cut_in_half
    checked = run("check", "--sessions", str(folder))
    assert checked.exit_code == 1
    assert checked.stdout.splitlines() == [
        f"{first}: whole; 1 entries, 1 commands, replayed",
        f"{cut}: {folder / cut}.db: database disk image is malformed",
        f"{last}: whole; 1 entries, 1 commands, replayed",
    ]
    assert checked.stderr == f"obrus: {folder}: not whole: {cut}\n"


def test_a_damaged_journal_hides_no_other_from_the_list(
    one_of_three_cut_in_half: tuple[Path, list[str]],
) -> None:
    folder, (first, cut, last) = one_of_three_cut_in_half
    listed = run("list", "--sessions", str(folder))
    assert listed.exit_code == 1
    assert [line.split("\t")[0] for line in listed.stdout.splitlines()] == [first, last]
    assert listed.stderr == f"obrus: {folder}: can't be read: {cut}; obrus check says why\n"


def test_a_history_that_does_not_replay_is_named_and_not_listed(recorded: tuple[Path, str]) -> None:
    folder, code = recorded
    with closing(sqlite3.connect(folder / f"{code}.db")) as raw, raw:
        raw.execute("""UPDATE entries SET data = '{"type":"idea.hidden","idea":"I9"}' WHERE seq = 4""")
    assert refused("list", "--sessions", str(folder)) == (
        f"{folder}: can't be read: {code}; obrus check says why"
    )
    assert refused("export", code, "--sessions", str(folder)) == (
        f"{folder}: does not replay: KeyError: 'I9'"
    )
