"""What the rest of the house hands to `web`, once, when the app is made."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, cast

from flask import Flask, current_app

from facilitation.domain.actors import Actor
from facilitation.domain.commands import Command
from facilitation.institution import Nameplate
from facilitation.meters import Meters
from facilitation.rehearsal.rehearsals import Rehearsals
from facilitation.runtime.concurrency import Concurrency
from facilitation.runtime.papers import Papers
from facilitation.runtime.reach import Reach
from facilitation.runtime.registry import Registry
from facilitation.runtime.steps import Steps
from facilitation.runtime.tokens import Tokens
from facilitation.web.key import ModeratorKey
from facilitation.web.results import SharedResults
from facilitation.web.throttle import Throttle

_EXTENSION = "obrus.site"


class CommandLimits(Protocol):
    """How fast somebody may send commands: the same counters for sockets and HTTP."""

    def command(self, code: str, actor: Actor, address: str, command: Command) -> None:
        """Counts one command, or refuses `too_fast`."""

    def question(self, code: str, actor: Actor, address: str) -> None:
        """Counts one question, or one search for similar ideas, or refuses `too_fast`."""


@dataclass(frozen=True)
class Site:
    """One server's parts. `sessions` is asked only whether it can be written, `host` only whether phones can
    reach it; `metrics` says whether the meters are shown."""

    registry: Registry
    tokens: Tokens
    concurrency: Concurrency
    limits: CommandLimits
    papers: Papers
    rehearsals: Rehearsals
    key: ModeratorKey
    sessions: Path
    public_url: str = ""
    language: str = "en"
    host: str = "0.0.0.0"
    throttle: Throttle = field(default_factory=Throttle)
    steps: Steps = field(default_factory=Steps)
    results: SharedResults = field(default_factory=SharedResults)
    nameplate: Nameplate = field(default_factory=Nameplate)
    meters: Meters = field(default_factory=Meters)
    metrics: bool = False
    reach: Reach = field(default_factory=Reach)

    def install(self, app: Flask) -> None:
        """Make this the site of the app."""
        app.extensions[_EXTENSION] = self


def site() -> Site:
    """The site of the app that answers this request."""
    return cast(Site, current_app.extensions[_EXTENSION])
