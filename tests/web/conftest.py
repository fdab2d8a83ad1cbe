"""A whole server without a socket: `create_app` on plain threads, asked as a WSGI application."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import pytest
from flask import Flask
from werkzeug.test import Client, TestResponse

from facilitation import assets, web
from facilitation.app import House, create_app
from facilitation.config import Settings
from facilitation.domain.actors import BOARD, MODERATOR, PARTNER, Actor, participant
from facilitation.runtime.paper_jobs import PaperJob, Written
from facilitation.runtime.paper_worker import do
from facilitation.runtime.threads import Threads

KEY = "the-key-of-the-tests"
ORIGIN = "http://localhost"


@dataclass
class Workshop:
    """One workshop with somebody in it, and what each role holds."""

    code: str
    moderator: str
    board: str
    participant: str

    def token(self, role: str) -> str:
        """The token of a role; "" for a guest."""
        return str(getattr(self, role, ""))


class Desk:
    """A server and how a test speaks with it."""

    def __init__(self, house: House) -> None:
        self.house = house

    def client(self, token: str = "", path: str = "", *, cookies: bool = True) -> Client:
        """A browser of one's own; with a token it has first followed the link with `?key=` to `path`."""
        client = Client(self.house.wsgi, use_cookies=cookies)
        if token:
            assert client.get(f"{path}?key={token}").status_code == 303
        return client

    def program(self, method: str, path: str, token: str = "", **options: Any) -> TestResponse:
        """One request of a program with a bearer token and without cookies."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return Client(self.house.wsgi, use_cookies=False).open(
            path, method=method, headers={**headers, **options.pop("headers", {})}, **options
        )

    def make(self, **parameters: Any) -> Workshop:
        """A new workshop in which one person has joined: Jadwiga Zając from a school."""
        made = self.program("POST", "/api/workshops", KEY, json=parameters).get_json()
        code = made["code"]
        joined = self.command(code, "", type="participant.join", name="Jadwiga Zając", institution="SP 7")
        token = joined["result"]["token"]
        return Workshop(code, made["moderator_token"], made["board_token"], token)

    def command(self, code: str, token: str, **fields: Any) -> dict[str, Any]:
        """One command over the API, with an id of its own; its answer."""
        wish = {"id": str(uuid.uuid4()), **fields}
        answer = self.program("POST", f"/api/workshops/{code}/commands", token, json=wish).get_json()
        assert isinstance(answer, dict)
        return answer

    def issue(self, code: str, role: str) -> str:
        """The token of a role in a workshop, of which there need not be one."""
        actors: dict[str, Actor] = {"moderator": MODERATOR, "board": BOARD, "partner": PARTNER}
        actors["participant"] = participant("P1")
        return self.house.tokens.issue(code, actors[role])


class HerePapers:
    """Writes papers in this very process, which is at it sooner than another would have begun."""

    def do(self, job: PaperJob, timeout_seconds: float) -> Written:
        """The worker's own reply, from what would have travelled."""
        reply = do(msgspec.json.decode(msgspec.json.encode(job), type=PaperJob))
        assert isinstance(reply, Written), reply
        return reply

    def close(self) -> None:
        """Nothing to end."""


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The room alone, with no workshops: its routes, and what needs nothing but an application's context."""
    nothing: Any = None
    site = web.Site(
        registry=nothing,
        tokens=nothing,
        concurrency=Threads(),
        limits=nothing,
        papers=nothing,
        rehearsals=nothing,
        key=nothing,
        sessions=tmp_path_factory.mktemp("pages"),
        metrics=True,
    )
    app = Flask("facilitation", template_folder=str(assets.templates_dir()))
    web.register(app, site)
    return app


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A server with an empty folder."""
    settings = Settings(sessions=tmp_path / "sessions", moderator_key=KEY, host="127.0.0.1")
    house = create_app(settings, Threads(), paper_jobs=HerePapers())
    yield Desk(house)
    house.close()


@pytest.fixture
def workshop(desk: Desk) -> Workshop:
    """A workshop in Polish with one participant."""
    return desk.make(scenario="pzk", language="pl")
