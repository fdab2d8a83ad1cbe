"""A server of its own with one workshop, its moderator's hand, and people whose phones are connected.

Everything goes over the public interface (docs/interface.md, docs/http.md).
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import uuid
from pathlib import Path
from typing import Any, Self

import socketio

from facilitation.rehearsal.cast import cast

KEY = "make-screens"
PEOPLE = 19
START_SECONDS = 60
PUBLIC_URL = "http://192.168.1.20:8080"
"""What the pictures show as the address: that of a laptop behind a router."""

TITLES = {"pl": "Karta PZK w Lipowie", "en": "A charter for Greenfield"}


class Person:
    """Somebody in the room: `id` and `token` from joining, and a connection that stays open."""

    def __init__(self, room: Room, **details: str) -> None:
        joined = room.command("", "participant.join", **details)
        self.id, self.token = joined["participant"], joined["token"]
        self._room = room
        self._line = socketio.Client(reconnection=False)
        auth = {"workshop": room.code, "token": self.token, "language": room.language}
        self._line.connect(room.url, auth=auth, transports=["websocket"])

    def do(self, kind: str, **fields: Any) -> dict[str, Any]:
        """One command of this person's."""
        return self._room.command(self.token, kind, **fields)

    def leave(self) -> None:
        """Hangs up."""
        self._line.disconnect()


class Room:
    """A context: the server runs inside it, its folder is gone afterwards."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.cast = cast(language)
        self.people: list[Person] = []
        self.code = self.moderator = ""
        self.url = f"http://127.0.0.1:{_free_port()}"

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory(prefix="obrus-screens-")
        sessions = Path(self._folder.name) / "sessions"
        words = ("serve", "--host", "127.0.0.1", "--port", self.url.rpartition(":")[2])
        settings = ("--sessions", str(sessions), "--moderator-key", KEY, "--public-url", PUBLIC_URL)
        self._server = subprocess.Popen(
            [sys.executable, "-m", "facilitation", *words, *settings, "--language", self.language],
            stdout=subprocess.DEVNULL,
        )
        self._await()
        return self

    def __exit__(self, *_: object) -> None:
        for person in self.people:
            person.leave()
        self._server.terminate()
        self._server.wait(15)
        self._folder.cleanup()

    def found(self) -> None:
        """Creates the workshop: the charter of a PZK at four stations."""
        wish = {"title": TITLES[self.language], "scenario": "pzk", "language": self.language}
        made = self._ask("/api/workshops", wish, KEY)
        self.code, self.moderator = made["code"], made["moderator_token"]
        self.links = self._ask(f"/api/workshops/{self.code}/links", None, self.moderator)

    def come(self) -> None:
        """Everybody but the person whose phone is in the pictures comes in."""
        for role in self.cast.roles(PEOPLE):
            given = {"name": role.name, "institution": role.institution, "sector": role.sector}
            self.people.append(Person(self, **{name: said for name, said in given.items() if said}))

    def do(self, kind: str, **fields: Any) -> dict[str, Any]:
        """One command of the moderator's."""
        return self.command(self.moderator, kind, **fields)

    def command(self, token: str, kind: str, **fields: Any) -> dict[str, Any]:
        """One command; its result. Raises RuntimeError with what the server says."""
        body = {"id": str(uuid.uuid4()), "type": kind, **fields}
        result: dict[str, Any] = self._ask(f"/api/workshops/{self.code}/commands", body, token)["result"]
        return result

    def view(self, channel: str) -> dict[str, Any]:
        """What a moderator hears on a channel now."""
        views: dict[str, Any] = self._ask(f"/api/workshops/{self.code}", None, self.moderator)["channels"]
        found: dict[str, Any] = views[channel]
        return found

    def here(self, link: str) -> str:
        """A link to give out, as this computer reaches it."""
        return link.replace(PUBLIC_URL, self.url)

    def _ask(self, path: str, body: object, token: str) -> dict[str, Any]:
        headers = {"Content-Type": "application/json", "Accept-Language": self.language}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        data = None if body is None else json.dumps(body).encode()
        try:
            with urllib.request.urlopen(
                urllib.request.Request(self.url + path, data, headers), timeout=60
            ) as answer:
                read: dict[str, Any] = json.load(answer)
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"{body}: {error.read().decode()}") from error
        return read

    def _await(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                urllib.request.urlopen(self.url + "/healthz", timeout=2).close()
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                if time.monotonic() > deadline or self._server.poll() is not None:
                    raise
                time.sleep(0.1)
            else:
                return


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
