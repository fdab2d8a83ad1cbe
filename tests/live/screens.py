"""Screens as tests need them: a connection, everything the server sent, and what a page would show of it.

All of them live on one event loop in a thread of its own, so that what the server sends is seen in its order:
python-socketio's client hands every event to a thread of its own. That one has its test in
test_other_clients.py.
"""

from __future__ import annotations

import asyncio
import json
import threading
import time
import urllib.request
import uuid
from collections.abc import Callable, Coroutine
from functools import cache
from typing import Any, TypeVar

from facilitation.projections import merge
from facilitation.rehearsal.line import Line
from tests.conftest import Served

ANSWER_SECONDS = 90.0

Result = TypeVar("Result")


@cache
def _loop() -> asyncio.AbstractEventLoop:
    """The loop of all screens; its thread ends with the process."""
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, daemon=True).start()
    return loop


def on_the_loop(work: Coroutine[Any, Any, Result]) -> Result:
    """Runs the work where the screens live, and waits for it."""
    return asyncio.run_coroutine_threadsafe(work, _loop()).result(2 * ANSWER_SECONDS)


class Screen:
    """One connection. `heard` is everything the server sent, `views` what a page would show now; `back` is
    the same person's earlier screen, from which this one goes on."""

    def __init__(
        self,
        url: str,
        code: str,
        token: str = "",
        *,
        back: Screen | None = None,
        since: dict[str, object] | None = None,
        language: str = "en",
    ) -> None:
        self.heard: list[tuple[str, dict[str, Any]]] = []
        self.views: dict[str, dict[str, Any]] = dict(back.views) if back else {}
        self.seqs: dict[str, int] = dict(back.seqs) if back else {}
        self.token: str = token or (back.token if back else "")
        self._changed = threading.Condition()
        known = since if since is not None else dict(self.seqs)
        auth = {"workshop": code, "language": language, "token": self.token, "since": known}
        auth = {name: said for name, said in auth.items() if said}
        self._line = on_the_loop(Line.open(url, auth, self._hear))

    def ask(self, kind: str, **fields: Any) -> dict[str, Any]:
        """One command; the whole answer."""
        return self.say({"id": str(uuid.uuid4()), "type": kind, **fields})

    def say(self, *message: Any, event: str = "command") -> dict[str, Any]:
        """Whatever is to be sent, as it is; the whole answer."""
        return on_the_loop(self._line.say(event, *message))

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

    def until_cut(self) -> None:
        """Waits until the server is gone."""
        on_the_loop(asyncio.wait_for(asyncio.shield(self._line.closed), ANSWER_SECONDS))

    def close(self) -> None:
        """Hangs up."""
        _loop().call_soon_threadsafe(self._line.close)
        self.until_cut()

    def _hear(self, event: str, frame: dict[str, Any]) -> None:
        with self._changed:
            self.heard.append((event, frame))
            self._show(event, frame)
            self._changed.notify_all()

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
