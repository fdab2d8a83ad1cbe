"""A workshop is copied while people write, by hand and at a round's end, and comes back from the copy."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.conftest import Served
from tests.live.conftest import OpenCafe


def obrus(*words: str | Path) -> tuple[int, str, str]:
    """Status, stdout and stderr of a command."""
    done = subprocess.run(
        [sys.executable, "-m", "facilitation", *map(str, words)], capture_output=True, text=True, timeout=60
    )
    return done.returncode, done.stdout, done.stderr


def ideas(sessions: Path, code: str) -> int:
    """How many ideas the workshop has in this folder."""
    return len(obrus("export", code, "--sessions", sessions)[1].splitlines()) - 1


def test_a_backup_is_made_beside_a_running_server_and_put_back_elsewhere(
    serve: Callable[..., Served], open_cafe: OpenCafe, tmp_path: Path
) -> None:
    served = serve()
    cafe = open_cafe(served, tables=1)
    moderator, phone = cafe.moderator(), cafe.phone()
    moderator.do("round.open")
    phone.do("idea.post", text="przed kopią")
    folder, out = served.sessions, tmp_path / "out"

    assert obrus("backup", "-o", out, "--sessions", folder)[:2] == (0, f"{cafe.code}\t{out / cafe.code}.db\n")
    phone.do("idea.post", text="po kopii")

    copy = out / f"{cafe.code}.db"
    status, _, said = obrus("restore", copy, "--sessions", folder)
    assert (status, "serves" in said and "already" in said) == (1, True)
    elsewhere = tmp_path / "elsewhere"
    assert obrus("restore", copy, "--sessions", elsewhere)[:2] == (0, f"{cafe.code}\trestored\n")
    assert (ideas(elsewhere, cafe.code), ideas(folder, cafe.code)) == (1, 2)
    status, _, said = obrus("restore", copy, "--sessions", elsewhere)
    assert (status, "--force" in said, len(said.splitlines())) == (1, True, 1)


def test_at_the_end_of_a_round_the_server_keeps_a_copy_and_says_so(
    serve: Callable[..., Served], open_cafe: OpenCafe
) -> None:
    served = serve()
    cafe = open_cafe(served, tables=1)
    moderator, phone = cafe.moderator(), cafe.phone()
    moderator.do("round.open")
    phone.do("idea.post", text="w pierwszej rundzie")
    moderator.do("round.close")
    seq = moderator.ask("workshop.edit", title="Po rundzie")["seq"]

    (copy,) = (served.sessions / "copies").iterdir()
    assert copy.name == f"{cafe.code}-{seq - 1:08}.db"
    assert "event='copied'" in served.written()
    assert obrus("list", "--sessions", served.sessions)[1].count("\n") == 1
    assert served.stop() == 0
    assert obrus("restore", copy, "--force", "--sessions", served.sessions)[0] == 0
    assert ideas(served.sessions, cafe.code) == 1


def test_where_no_copy_can_be_made_the_workshop_goes_on(
    serve: Callable[..., Served], open_cafe: OpenCafe
) -> None:
    served = serve()
    (served.sessions / "copies").write_text("a file where the folder should be")
    cafe = open_cafe(served, tables=1)
    moderator = cafe.moderator()
    moderator.do("round.open")
    moderator.do("round.close")
    moderator.do("round.open")
    assert "event='not_copied'" in served.written()
