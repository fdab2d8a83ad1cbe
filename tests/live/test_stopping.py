"""A server that is stopped tells everybody, loses nothing, and leaves with status 0."""

import signal
import subprocess
import sys
import threading
from collections.abc import Callable

import pytest

from tests.conftest import Served
from tests.live.conftest import OpenCafe


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_everybody_is_told_and_every_acknowledged_idea_is_on_disk(
    serve: Callable[..., Served], open_cafe: OpenCafe, number: signal.Signals
) -> None:
    served = serve()
    cafe = open_cafe(served, tables=1)
    moderator, phone = cafe.moderator(), cafe.phone()
    moderator.do("round.open")
    acknowledged: list[str] = []

    def write() -> None:
        try:
            for place in range(19):
                answer = phone.ask("idea.post", text=f"pomysł {place}")
                if not answer["ok"]:
                    assert answer["refusal"]["code"] == "stopping"
                    return
                acknowledged.append(answer["result"]["idea"])
        except OSError:
            return

    writing = threading.Thread(target=write)
    writing.start()
    phone.wait_for(lambda p: len(p.views.get("table/T1", {}).get("ideas", {})) >= 3, "the first ideas")
    served.process.send_signal(number)
    status = served.process.wait(15)
    writing.join()
    moderator.until_cut()

    assert status == 0
    assert ("stopping", {}) in moderator.heard
    assert ("stopping", {}) in phone.heard
    command = [sys.executable, "-m", "facilitation", "export", cafe.code, "--sessions", str(served.sessions)]
    exported = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    kept = [f"I{line.partition(',')[0]}" for line in exported.splitlines()[1:]]
    assert kept[: len(acknowledged)] == acknowledged
    assert "Traceback" not in served.written()


def test_a_second_signal_ends_it_at_once_and_a_stopped_server_starts_again(
    serve: Callable[..., Served], open_cafe: OpenCafe
) -> None:
    served = serve()
    cafe = open_cafe(served)
    assert served.stop() == 0
    again = serve(port=served.port, sessions=served.sessions)
    assert cafe.api("GET", f"/api/workshops/{cafe.code}")["seq"] == 1
    again.process.send_signal(signal.SIGTERM)
    again.process.send_signal(signal.SIGTERM)
    assert again.process.wait(15) in (0, -signal.SIGTERM)
