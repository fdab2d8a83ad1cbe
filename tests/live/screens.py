"""Screens as tests need them: python-socketio's own client, what it was sent, and the views that come of it."""

from __future__ import annotations

import json
import threading
import time
import urllib.request
import uuid
from collections.abc import Callable
from typing import Any

import socketio

from facilitation.projections import merge
from tests.conftest import Served

ANSWER_SECONDS = 20.0


class NotLetIn(Exception):
    """The server refused the connection; `refusal` is what it said."""

    def __init__(self, refusal: dict[str, Any]) -> None:
        super().__init__(refusal)
        self.refusal = refusal


class Screen:
    """One connection. `heard` is everything the server sent, `views` what a page would show now."""

    def __init__(
        self,
        url: str,
        code: str,
        token: str = "",
        since: dict[str, int] | None = None,
        language: str = "en",
    ) -> None:
        self.heard: list[tuple[str, dict[str, Any]]] = []
        self.views: dict[str, dict[str, Any]] = {}
        self.seqs: dict[str, int] = {}
        self.token = token
        self.lost = threading.Event()
        self._changed = threading.Condition()
        self._client = socketio.Client(reconnection=False)
        for event in ("snapshot", "patch", "leave", "presence", "stopping"):
            self._client.on(event, self._hear(event))
        self._client.on("disconnect", lambda *_: self.lost.set())
        refused: list[dict[str, Any]] = []
        self._client.on("connect_error", refused.append)
        auth: dict[str, Any] = {"workshop": code, "language": language}
        auth |= {"token": token} if token else {}
        auth |= {"since": since} if since is not None else {}
        try:
            self._client.connect(url, auth=auth, transports=["websocket"], wait_timeout=ANSWER_SECONDS)
        except socketio.exceptions.ConnectionError:
            self.close()
            if refused and isinstance(refused[0], dict):
                raise NotLetIn(refused[0]) from None
            raise

    def ask(self, kind: str, **fields: Any) -> dict[str, Any]:
        """One command; the whole answer."""
        return self.say({"id": str(uuid.uuid4()), "type": kind, **fields})

    def say(self, *message: Any, event: str = "command") -> dict[str, Any]:
        """Whatever is to be sent, as it is; the whole answer."""
        answer: dict[str, Any] = self._client.call(event, message, timeout=ANSWER_SECONDS)
        return answer

    def do(self, kind: str, **fields: Any) -> dict[str, Any]:
        """One command that is carried out; its result."""
        answer = self.ask(kind, **fields)
        assert answer["ok"], answer
        result: dict[str, Any] = answer["result"]
        self.token = result.get("token", self.token)
        return result

    def wait_for(self, true: Callable[[Screen], object], what: str) -> None:
        """Until it is true of what this screen shows or has heard; fails with `what` otherwise."""
        until = time.monotonic() + ANSWER_SECONDS
        with self._changed:
            while not true(self):
                left = until - time.monotonic()
                if left <= 0 or not self._changed.wait(left):
                    raise AssertionError(f"never came: {what}; shown: {json.dumps(self.views)[:2000]}")

    def shows(self, channel: str, seq: int) -> None:
        """Waits until the channel's view is at least that of `seq`."""
        self.wait_for(lambda _: self.seqs.get(channel, 0) >= seq, f"{channel} at {seq}")

    @property
    def channels(self) -> set[str]:
        """Every channel that anything was heard of, ever."""
        return {frame["channel"] for _, frame in self.heard if "channel" in frame}

    def close(self) -> None:
        """Hangs up and lets go of the connection."""
        self._client.disconnect()
        self._client.shutdown()

    def _hear(self, event: str) -> Callable[..., None]:
        def hear(frame: dict[str, Any] | None = None) -> None:
            with self._changed:
                self.heard.append((event, frame or {}))
                self._show(event, frame or {})
                self._changed.notify_all()

        return hear

    def _show(self, event: str, frame: dict[str, Any]) -> None:
        if event == "snapshot":
            self.views[frame["channel"]] = frame["view"]
            self.seqs[frame["channel"]] = frame["seq"]
        elif event == "patch":
            assert frame["after"] == self.seqs[frame["channel"]], f"a gap before {frame}"
            self.views[frame["channel"]] = merge(self.views[frame["channel"]], frame["patch"])
            self.seqs[frame["channel"]] = frame["seq"]
        elif event == "leave":
            self.views.pop(frame["channel"], None)
            self.seqs.pop(frame["channel"], None)


class Cafe:
    """One workshop on a running server, and the screens that a test opens."""

    def __init__(self, served: Served, **parameters: Any) -> None:
        self.served = served
        self._screens: list[Screen] = []
        wish = {"scenario": "pzk", "language": "pl", **parameters}
        made = self.api("POST", "/api/workshops", wish, served.key)
        self.code: str = made["code"]
        self.tokens = {"moderator": made["moderator_token"], "board": made["board_token"]}

    def screen(self, token: str = "", **options: Any) -> Screen:
        """A new screen; a moderator's or the board's with their token."""
        opened = Screen(self.served.url, self.code, token, **options)
        self._screens.append(opened)
        return opened

    def moderator(self) -> Screen:
        """A moderator's console."""
        return self.screen(self.tokens["moderator"])

    def board(self) -> Screen:
        """A projector."""
        return self.screen(self.tokens["board"])

    def phone(self, **person: str) -> Screen:
        """A phone whose owner has joined."""
        phone = self.screen()
        phone.do("participant.join", **person)
        return phone

    def close(self) -> None:
        """Every screen hangs up."""
        for screen in self._screens:
            screen.close()

    def get(self, path: str, key: str = "") -> str:
        """A page or a file of the workshop, as text."""
        with urllib.request.urlopen(self._request("GET", path, None, key), timeout=ANSWER_SECONDS) as answer:
            return str(answer.read().decode())

    def api(self, method: str, path: str, body: object = None, key: str = "") -> Any:
        """One request to the API; its JSON."""
        with urllib.request.urlopen(self._request(method, path, body, key), timeout=ANSWER_SECONDS) as answer:
            return json.load(answer)

    def _request(self, method: str, path: str, body: object, key: str) -> urllib.request.Request:
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json"}
        headers |= {"Authorization": f"Bearer {key}"} if key else {}
        return urllib.request.Request(self.served.url + path, data, headers, method=method)
