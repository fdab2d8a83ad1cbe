"""Killed in the middle of its work: what was acknowledged is there, nothing twice, nothing half."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from facilitation.journal.shelf import SqliteShelf
from tests.journal.commits import CODE

APPENDER = """
import sys
from pathlib import Path
from tests.journal.commits import idea, ideas, journal_with
journal = journal_with(Path(sys.argv[1]))
while True:
    head = journal.head()
    journal.append(list(ideas(head, 3)))
    print(journal.head(), flush=True)
"""


@pytest.mark.parametrize("acknowledged", [1, 40, 333])
def test_every_acknowledged_append_survives_sigkill(tmp_path: Path, acknowledged: int) -> None:
    command = [sys.executable, "-c", APPENDER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as appender:
        assert appender.stdout is not None
        said = [int(appender.stdout.readline()) for _ in range(acknowledged)]
        appender.send_signal(signal.SIGKILL)
        said += [int(line) for line in appender.stdout]
    assert appender.returncode == -signal.SIGKILL
    journal = SqliteShelf(tmp_path).open(CODE)
    assert said == [1 + 3 * n for n in range(1, len(said) + 1)]
    assert journal.head() in (said[-1], said[-1] + 3)
    assert [entry.seq for entry in journal.read()] == list(range(1, journal.head() + 1))
    assert [answer.command for answer in journal.answers()] == [f"command-{n}" for n in range(journal.head())]
    assert journal.check().findings == ()
