"""What the person at the keyboard sees of a server: its links, a QR code for the room's phones, and the
rehearsal in which people are simulated. server.py does the serving.
"""

import ipaddress
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

import click
import segno

from facilitation import __version__, log, server
from facilitation.app import House
from facilitation.config import Settings, load
from facilitation.domain.actors import BOARD, MODERATOR, Actor
from facilitation.domain.scenario import Language, Parameters
from facilitation.journal.journal import Mended
from facilitation.rehearsal.cast import cast
from facilitation.web.addresses import lan_address

_REHEARSAL_END_SECONDS: Final = 2.0


def serve(settings: Settings) -> None:
    """Runs a server until it is stopped. Raises Undone, JournalFailed, OSError or AssetsMissing."""

    def ready(house: House, port: int) -> None:
        origins = Origins(settings, port)
        click.echo(f"Obrus {__version__}, workshops in {settings.sessions.resolve()}")
        click.echo(f"Moderator   {origins.here}/?{urlencode({'key': house.moderator_key})}")
        for mended in house.registry.mended.values():
            click.echo(f"Damaged     {_mended_line(mended)}")
        _show_room(origins, "/")

    log.configure()
    server.serve(settings, ready)


def demo(given: Mapping[str, Any], environment: Mapping[str, str], people: int, speed: float) -> None:
    """Runs a server with one workshop in which `people` simulated participants take part, `speed` times as
    fast as a first look needs. Without a folder in the settings it keeps nothing. Raises as `serve`, and
    SettingsWrong."""
    with tempfile.TemporaryDirectory(prefix="obrus-demo-") as folder:
        kept = given.get("sessions") or environment.get("OBRUS_SESSIONS")
        settings = load({**given, "sessions": kept or folder}, environment)

        def ready(house: House, port: int) -> Callable[[], None]:
            origins = Origins(settings, port)
            title = cast(settings.language).title
            language: Language = "pl" if settings.language == "pl" else "en"
            workshop = house.registry.create(
                Parameters(title=title, scenario="pzk", language=language, minutes=(1, 1, 1, 1))
            )
            code = workshop.code

            def link(page: str, actor: Actor) -> str:
                return f"{origins.here}/w/{code}{page}?{urlencode({'key': house.tokens.issue(code, actor)})}"

            click.echo(f"Obrus {__version__}, a rehearsal with {people} simulated people")
            click.echo(f"Board       {link('/board', BOARD)}")
            click.echo(f"Moderator   {link('/moderator', MODERATOR)}")
            _show_room(origins, f"/w/{code}")
            return _rehearse(
                {
                    "url": f"http://{_loopback(settings.host)}:{port}",
                    "code": code,
                    "token": house.tokens.issue(code, MODERATOR),
                    "language": settings.language,
                    "people": people,
                    "speed": speed,
                }
            )

        log.configure()
        server.serve(settings, ready)


class Origins:
    """Under which addresses a server is reached: `here` on this computer, `room` by phones, or empty."""

    def __init__(self, settings: Settings, port: int) -> None:
        scheme = "https" if settings.tls else "http"
        public = settings.public_url.rstrip("/")
        local = settings.host if _is_one_address(settings.host) else "localhost"
        lan = settings.host if _is_one_address(settings.host) else lan_address()
        self.here = public or f"{scheme}://{_host(local)}:{port}"
        self.room = public or (f"{scheme}://{_host(lan)}:{port}" if lan and not _is_loopback(lan) else "")


def _mended_line(mended: Mended) -> str:
    """What was found at the start, for whoever sits at the keyboard."""
    if mended.aside is None:
        return f"{mended.code}: nothing could be saved ({mended.failure}); obrus restore puts a copy back"
    saved = f"{mended.kept} of {mended.highest} entries saved"
    return f"{mended.code}: {saved}; the damaged file is kept as {mended.aside}"


def _show_room(origins: Origins, path: str) -> None:
    """The address for phones with its QR code; on a computer without a network only its own."""
    click.echo(f"Phones      {origins.room or origins.here}{path}")
    if origins.room:
        # A code page without block characters gets question marks, not a traceback.
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
        segno.make(origins.room + path, error="m", micro=False).terminal(out=sys.stdout, compact=True)
    else:
        click.echo("            (phones can't reach it: the server listens on this computer alone)")
    click.echo("Ctrl+C stops the server.")
    sys.stdout.flush()


def _rehearse(part: dict[str, Any]) -> Callable[[], None]:
    """Starts the simulated people in a process of their own; returns what ends them. What only they may know
    goes through a pipe, where no list of processes shows it."""
    players = subprocess.Popen(
        [sys.executable, "-m", "facilitation.rehearsal"], stdin=subprocess.PIPE, env=_environment()
    )
    assert players.stdin is not None
    players.stdin.write(json.dumps(part).encode())
    players.stdin.close()

    def end() -> None:
        players.terminate()
        try:
            players.wait(_REHEARSAL_END_SECONDS)
        except subprocess.TimeoutExpired:
            players.kill()

    return end


def _environment() -> dict[str, str]:
    """This process's own, in which the package is found from whatever folder it was started in."""
    package = str(Path(__file__).resolve().parent.parent)
    return {**os.environ, "PYTHONPATH": os.pathsep.join([package, *sys.path[:0]])}


def _is_one_address(host: str) -> bool:
    """Whether the host is one address or name, not every network of this computer."""
    try:
        return not ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return True


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _host(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _loopback(host: str) -> str:
    return _host(host) if _is_one_address(host) else "127.0.0.1"
