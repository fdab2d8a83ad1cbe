"""A client that is not ours: python-socketio's, over both transports, beginning to end."""

import threading
import uuid
from typing import Any

import pytest
import socketio

from tests.live.conftest import OpenCafe


@pytest.mark.parametrize("transports", [["websocket"], ["polling"], ["polling", "websocket"]], ids="+".join)
def test_python_socketio_joins_posts_and_is_told(open_cafe: OpenCafe, transports: list[str]) -> None:
    cafe = open_cafe(tables=1)
    moderator = cafe.moderator()
    client = socketio.Client(reconnection=False)
    heard: list[dict[str, Any]] = []
    idea_came = threading.Event()

    def patched(frame: dict[str, Any]) -> None:
        heard.append(frame)
        if frame["channel"] == "table/T1" and "ideas" in frame["patch"]:
            idea_came.set()

    client.on("patch", patched)
    client.connect(cafe.served.url, auth={"workshop": cafe.code}, transports=transports, wait_timeout=30)

    def call(kind: str, **fields: Any) -> dict[str, Any]:
        message = {"id": str(uuid.uuid4()), "type": kind, **fields}
        answer: dict[str, Any] = client.call("command", message, timeout=20)
        return answer

    joined = call("participant.join", name="Ala")
    moderator.do("round.open")
    posted = call("idea.post", text="z innego telefonu")
    assert idea_came.wait(20)
    client.disconnect()
    client.shutdown()

    assert (joined["ok"], joined["result"]["participant"]) == (True, "P1")
    assert posted == {"ok": True, "seq": posted["seq"], "result": {"idea": "I1"}}
    assert [f["patch"]["ideas"]["I1"]["text"] for f in heard if "ideas" in f["patch"]] == [
        "z innego telefonu"
    ] * 2


def test_a_wrong_code_is_told_in_the_connection_error(open_cafe: OpenCafe) -> None:
    cafe = open_cafe()
    client = socketio.Client(reconnection=False)
    told: list[dict[str, Any]] = []
    client.on("connect_error", told.append)
    with pytest.raises(socketio.exceptions.ConnectionError):
        client.connect(cafe.served.url, auth={"workshop": "NOSUCHONE", "language": "en"}, wait_timeout=30)
    client.disconnect()
    client.shutdown()
    message = "There is no workshop with this code. Check the letters on the screen in the room."
    assert told == [{"message": message, "data": {"code": "unknown_workshop", "message": message}}]
