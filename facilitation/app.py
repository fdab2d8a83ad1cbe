"""Wires the parts together, and is the only place that does: settings in, something to serve out.

What each part does is said in its own folder; server.py puts the result behind a listening socket, tests
call it as it is.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from engineio.payload import Payload
from flask import Flask
from flask_socketio import SocketIO
from whitenoise import WhiteNoise  # type: ignore[import-untyped]

from facilitation import assets, keys, live, web
from facilitation.config import Settings
from facilitation.institution import Nameplate
from facilitation.journal.shelf import SqliteShelf
from facilitation.live.doorway import FRAME_BYTES, PACKETS, Application, Doorway
from facilitation.live.handlers import Live, Parts
from facilitation.live.limits import Limits
from facilitation.live.sentences import Sentences
from facilitation.live.wire import StrictPacket
from facilitation.log import QuietEngine
from facilitation.meters import Meters
from facilitation.rehearsal.rehearsals import Rehearsals
from facilitation.runtime.concurrency import Concurrency
from facilitation.runtime.desk_process import COMMAND, DeskProcess
from facilitation.runtime.paper_jobs import PaperJobs
from facilitation.runtime.papers import Papers
from facilitation.runtime.reach import Reach
from facilitation.runtime.registry import Registry
from facilitation.runtime.scenarios import Scenarios
from facilitation.runtime.tokens import Tokens
from facilitation.runtime.worker_process import PaperProcess
from facilitation.web import addresses
from facilitation.web.headers import static_headers
from facilitation.web.key import ModeratorKey
from facilitation.web.site import Site

# A phone's network that is gone is noticed after both together.
PING_INTERVAL_SECONDS: Final = 10
PING_TIMEOUT_SECONDS: Final = 8


@dataclass(frozen=True)
class House:
    """One server's parts, wired. `wsgi` is what a listener serves: sockets, then assets, then pages."""

    settings: Settings
    wsgi: Application
    registry: Registry
    tokens: Tokens
    live: Live
    moderator_key: str
    reach: Reach
    shelf: SqliteShelf
    meters: Meters
    papers: Papers

    def close(self) -> None:
        """Commits what waits, refuses what comes, and gives the folder free."""
        self.registry.close_all()
        self.papers.close()
        self.shelf.close()


def create_app(
    settings: Settings,
    concurrency: Concurrency,
    async_mode: str = "threading",
    paper_jobs: PaperJobs | None = None,
) -> House:
    """The server of one sessions folder, which is made if need be and locked. `async_mode` is Socket.IO's
    name for the kind of threads that `concurrency` has; without `paper_jobs` a process writes the papers.
    Raises JournalFailed, OSError, ValueError (a key file that is none, an institution's file that can't be
    read) or AssetsMissing."""
    assets.entry("home")
    shelf = SqliteShelf(settings.sessions)
    secret = keys.signing_secret(settings.sessions)
    key = settings.moderator_key or keys.moderator_key(settings.sessions)
    nameplate = Nameplate(settings.sessions)
    scenarios = Scenarios([assets.scenarios_dir(), settings.sessions / "scenarios"])
    limits, meters = Limits(), Meters()
    reach = _reach(settings, concurrency)
    desks = DeskProcess(concurrency, (*COMMAND, settings.encoder))
    registry = Registry(shelf, concurrency, scenarios, meters=meters, desks=desks)
    registry.mend()
    papers = Papers(paper_jobs or PaperProcess(concurrency), concurrency)
    site = Site(
        registry=registry,
        papers=papers,
        rehearsals=Rehearsals(registry, concurrency),
        tokens=Tokens(secret),
        concurrency=concurrency,
        limits=limits,
        key=ModeratorKey(key, secret),
        sessions=settings.sessions,
        public_url=settings.public_url,
        language=settings.language,
        host=settings.host,
        nameplate=nameplate,
        meters=meters,
        metrics=settings.metrics == "on",
        reach=reach,
    )
    for forget in (papers.forget, site.steps.forget, site.results.forget):
        registry.when_removed(forget)
    app = Flask("facilitation", template_folder=str(assets.templates_dir()), static_folder=None)
    web.register(app, site)
    _serve_assets(app)
    sockets = _sockets(app, settings, async_mode)
    sentences = Sentences(assets.translations_dir())
    parts = Parts(
        registry, site.tokens, concurrency, limits, site.throttle, sentences, meters, settings.language, reach
    )
    opened = live.register(sockets, parts)
    return House(settings, Doorway(app), registry, site.tokens, opened, key, reach, shelf, meters, papers)


def _reach(settings: Settings, concurrency: Concurrency) -> Reach:
    """An address that was given is not looked for."""
    if settings.public_url:
        return Reach()
    return Reach(lambda: addresses.room_address(settings.host), concurrency.clock_ms)


def _serve_assets(app: Flask) -> None:
    """Prebuilt files go round Flask. Before `SocketIO(app)`, which then stands in front of both."""
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app,
        root=str(assets.dist_dir()),
        prefix=assets.URL_PREFIX,
        allow_all_origins=False,
        add_headers_function=static_headers,
        immutable_file_test=lambda path, url: assets.is_immutable(url),
    )


def _sockets(app: Flask, settings: Settings, async_mode: str) -> SocketIO:
    Payload.max_decode_packets = PACKETS
    return SocketIO(
        app,
        async_mode=async_mode,
        serializer=StrictPacket,
        manage_session=False,
        cors_allowed_origins=_own_pages(settings.public_url),
        ping_interval=PING_INTERVAL_SECONDS,
        ping_timeout=PING_TIMEOUT_SECONDS,
        max_http_buffer_size=FRAME_BYTES,
        logger=QuietEngine(),
        engineio_logger=QuietEngine(),
    )


def _own_pages(public_url: str) -> Callable[[str, dict[str, Any]], bool]:
    """Sockets are opened by pages of this server only, under the address the page has or the public one."""
    public = urlsplit(public_url).netloc

    def allowed(origin: str, environ: dict[str, Any]) -> bool:
        return urlsplit(origin).netloc in {environ.get("HTTP_HOST"), public} - {None, ""}

    return allowed
