"""A server killed in the middle of it: what was acknowledged is there, and asking again does nothing
twice."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from facilitation.domain import commands as c
from facilitation.domain.actors import participant
from facilitation.journal.shelf import SqliteShelf
from facilitation.runtime.registry import Registry
from facilitation.runtime.threads import Threads
from tests.runtime.cafes import SCENARIOS, NoJobs

# Eight phones at once post as fast as they can, and every ack is written out when it has come.
SERVER = """
import sys, threading
from pathlib import Path
from facilitation.domain import commands as c
from facilitation.domain.actors import GUEST, MODERATOR, participant
from facilitation.journal.shelf import SqliteShelf
from facilitation.runtime.registry import Registry
from facilitation.runtime.threads import Threads
from tests.runtime.cafes import CLASSIC, SCENARIOS, NoJobs
cafe = Registry(SqliteShelf(Path(sys.argv[1])), Threads(), SCENARIOS, NoJobs()).create(CLASSIC)
for n in range(8):
    cafe.submit(f"join-{n}", c.JoinParticipant(), GUEST)
cafe.submit("open", c.OpenRound(), MODERATOR)
def phone(who):
    for n in range(10_000):
        ack = cafe.submit(f"{who}-{n}", c.PostIdea(f"{who}-{n}"), participant(who))
        sys.stdout.write(f"{who}-{n} {ack.result['idea']} {ack.seq}\\n")
        sys.stdout.flush()
print(cafe.code, flush=True)
for n in range(1, 9):
    threading.Thread(target=phone, args=(f"P{n}",)).start()
"""


@pytest.mark.parametrize("until", [10, 150, 700])
def test_every_acknowledged_idea_is_there_once_and_may_be_sent_again(tmp_path: Path, until: int) -> None:
    command = [sys.executable, "-c", SERVER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        code = server.stdout.readline().strip()
        said = [server.stdout.readline() for _ in range(until)]
        server.send_signal(signal.SIGKILL)
        said += [line for line in server.stdout if line.endswith("\n")]
    registry = Registry(SqliteShelf(tmp_path), Threads(), SCENARIOS, NoJobs())
    cafe = registry.get(code)
    acknowledged = {post: (idea, int(seq)) for post, idea, seq in map(str.split, said)}
    assert len(acknowledged) >= until
    written = {post: cafe.state.ideas[idea].text for post, (idea, _) in acknowledged.items()}
    assert written == {post: post for post in acknowledged}
    before = cafe.standing
    for post, (idea, seq) in acknowledged.items():
        ack = cafe.submit(post, c.PostIdea(post), participant(post.partition("-")[0]))
        assert (ack.ok, ack.result, ack.seq) == (True, {"idea": idea}, seq)
    assert cafe.standing == before
    texts = [idea.text for idea in cafe.state.ideas.values()]
    assert len(texts) == len(set(texts))
    registry.close_all()
