"""The events of a connection: it comes, it sends a command, it asks for a snapshot, for a question, for
similar ideas or where the agreement stands, it goes.

Each handler parses, makes one call, replies. A refusal becomes an ack, or at the door a refused
connection; anything that is raised beside refusals is a fault of ours: it goes into the log, and the
client is told that it may try again.

They are put on Flask-SocketIO's own server and not through its decorators, which would make a request context
for every event, when all that they need to know was said on connecting.
"""

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

import structlog
from flask import Request
from flask_socketio import SocketIO
from socketio.exceptions import ConnectionRefusedError as NotLetIn

from facilitation.config import LANGUAGES
from facilitation.domain.actors import GUEST, Actor, participant, partner
from facilitation.domain.commands import Command, JoinParticipant, MakeDeclaration, sent
from facilitation.domain.refusals import Refusal
from facilitation.live import envelope, queues
from facilitation.live.audience import Audience, Screen
from facilitation.live.limits import Attempts, Limits
from facilitation.live.sentences import Sentences
from facilitation.live.shortcut import shortcuts
from facilitation.live.switchboard import SocketSwitchboard
from facilitation.live.wire import EVENTS
from facilitation.meters import Meters
from facilitation.projections import told
from facilitation.runtime.ack import Ack
from facilitation.runtime.concurrency import Concurrency
from facilitation.runtime.reach import Reach
from facilitation.runtime.registry import Registry
from facilitation.runtime.tokens import Tokens

log = structlog.get_logger("obrus.live")

Reply = dict[str, Any]


class Parts(NamedTuple):
    """What app.py hands in; `language` is for those whose browser asks for none of ours."""

    registry: Registry
    tokens: Tokens
    concurrency: Concurrency
    limits: Limits
    attempts: Attempts
    sentences: Sentences
    meters: Meters
    language: str = LANGUAGES[0]
    reach: Reach = Reach()


class Live:
    """Everybody who is connected, by workshop. Made once by `register`. `commands` counts what was sent,
    `gone` the connections that have ended."""

    def __init__(self, socketio: SocketIO, parts: Parts) -> None:
        self._socketio = socketio
        self._switchboard = SocketSwitchboard(socketio)
        self._registry = parts.registry
        self._tokens = parts.tokens
        self._concurrency = parts.concurrency
        self._limits = parts.limits
        self._attempts = parts.attempts
        self._refused = parts.sentences.refused
        self._language = parts.language
        self._reach = parts.reach
        self._meters = parts.meters
        parts.meters.gauge("obrus_connected", "Open connections.", lambda: self.connections)
        self._audiences: dict[str, Audience] = {}
        self.commands = 0
        self.gone = 0
        self._screens: dict[str, tuple[Screen, Audience]] = {}
        parts.registry.when_removed(self._forget)

    @property
    def connections(self) -> int:
        """How many screens are connected."""
        return len(self._screens)

    def connect(self, sid: str, environ: dict[str, Any], auth: object = None) -> None:
        """Somebody at the door: in with the right code and token, else a refused connection that says why."""
        visit = Request(environ)
        address, language = visit.remote_addr or "", self._language_of(visit, auth)
        try:
            introduction = envelope.introduction(auth)
            audience, actor = self._welcome(introduction, address)
        except Refusal as refusal:
            answer = self._refused(refusal, language)
            raise NotLetIn(answer["message"], answer) from None
        screen = Screen(sid, actor, language, address)
        self._screens[sid] = (screen, audience)
        audience.enter(screen, introduction.since)
        if self._reach.moved_at:
            self._switchboard.send("address", self._address(), sid)

    def disconnect(self, sid: str, reason: str = "") -> None:
        """A screen is gone."""
        gone = self._screens.pop(sid, None)
        if gone:
            self.gone += 1
            screen, audience = gone
            audience.go(screen)

    def command(self, sid: str, *message: object) -> Reply:
        """A wish, answered when it is on disk or refused."""
        self.commands += 1
        wish = message[0] if message else None

        def carry_out(screen: Screen, audience: Audience) -> Reply:
            identifier, command = sent(wish)
            workshop = audience.workshop
            if not workshop.knows(identifier):
                self._limits.command(workshop.code, screen.actor, screen.address, command)
            ack = workshop.submit(identifier, command, screen.actor)
            return self._carried_out(screen, audience, command, ack)

        answer = self._answer("command", sid, carry_out)
        self._count(sid, wish, answer)
        return answer

    def command_in_passing(self, client: str, wish: object, reply: Callable[[Reply], None]) -> bool:
        """The same for a usual command, without waiting: for shortcut.py, which says more."""
        sid = self._socketio.server.manager.sid_from_eio_sid(client, "/")
        here = self._screens.get(sid)
        if here is None:
            return False
        screen, audience = here
        workshop = audience.workshop

        def answered(work: Callable[[], Reply]) -> None:
            answer = self._attempted("command", screen.language, work)
            self._count(sid, wish, answer)
            reply(answer)

        try:
            identifier, command = sent(wish)
            if not workshop.takes_in_passing(identifier, command):
                return False
            if not workshop.knows(identifier):
                self._limits.command(workshop.code, screen.actor, screen.address, command)
        except Exception as fault:  # a refusal, or a fault of ours, which ends nobody's connection either
            answered(partial(_raise, fault))
        else:
            workshop.submit_in_passing(
                identifier,
                command,
                screen.actor,
                lambda ack: answered(lambda: self._carried_out(screen, audience, command, ack)),
            )
        self.commands += 1
        return True

    def snapshot(self, sid: str, *message: object) -> Reply:
        """A channel's whole view again, for a client that lost its thread."""

        def send(screen: Screen, audience: Audience) -> Reply:
            channel = envelope.channel(message[0] if message else None)
            self._limits.snapshot(screen.sid)
            if not audience.again(screen, channel):
                raise Refusal("not_allowed", "channel")
            return {"ok": True}

        return self._answer("snapshot", sid, send)

    def question(self, sid: str, *message: object) -> Reply:
        """What should this person be asked next, while the room sorts?"""

        def ask(screen: Screen, audience: Audience) -> Reply:
            code = audience.workshop.code
            self._limits.question(code, screen.actor, screen.address)
            return {"ok": True, "question": self._registry.sorter(code).question(screen.actor)}

        return self._answer("question", sid, ask)

    def similar(self, sid: str, *message: object) -> Reply:
        """Which ideas are like this one, or like what somebody is writing?"""

        def find(screen: Screen, audience: Audience) -> Reply:
            idea, text = envelope.likeness(message[0] if message else None)
            code = audience.workshop.code
            self._limits.question(code, screen.actor, screen.address)
            return {"ok": True, "ideas": self._registry.sorter(code).similar(screen.actor, idea, text)}

        return self._answer("similar", sid, find)

    def agreement(self, sid: str, *message: object) -> Reply:
        """How far is the room with its answers, and which ideas stand behind this article?"""

        def look(screen: Screen, audience: Audience) -> Reply:
            article = envelope.article(message[0] if message else None)
            workshop = audience.workshop
            self._limits.question(workshop.code, screen.actor, screen.address)
            return {"ok": True, **told(workshop.state, screen.actor, article)}

        return self._answer("agreement", sid, look)

    def moved(self) -> None:
        """Tells everybody who is still connected that phones find the server at another address now."""
        log.info("address_changed", connections=self.connections)
        self._socketio.emit("address", self._address())

    def _address(self) -> dict[str, Any]:
        return {"host": self._reach.address, "at": self._reach.moved_at}

    def stop(self) -> None:
        """Tells everybody that the server stops; they wait and come back by themselves."""
        self._socketio.emit("stopping", {})

    def _rehearses(self, sid: str) -> bool:
        """Whether this screen is in a rehearsal, which is in nobody's statistics."""
        here = self._screens.get(sid)
        return here is not None and bool(here[1].workshop.state.rehearsal_of)

    def _forget(self, code: str) -> None:
        """A workshop is gone: its screens are sent to the door, where they are told so."""
        self._audiences.pop(code, None)
        for sid, (_, audience) in list(self._screens.items()):
            if audience.workshop.code == code:
                self._socketio.server.disconnect(sid, namespace="/")

    def _welcome(self, introduction: envelope.Introduction, address: str) -> tuple[Audience, Actor]:
        code = introduction.workshop
        if introduction.token:
            actor = self._tokens.read(code, introduction.token)
            return self._audience(code), actor
        try:
            return self._audience(code), GUEST
        except Refusal as refusal:
            if refusal.code == "unknown_workshop":
                self._attempts.failed("code", address)
            raise

    def _audience(self, code: str) -> Audience:
        workshop = self._registry.get(code)
        audience = self._audiences.get(code)
        if audience is None:
            audience = self._audiences[code] = Audience(workshop, self._concurrency, self._switchboard)
        return audience

    def _admitted(self, screen: Screen, audience: Audience, command: Command, ack: Ack) -> Reply:
        """The result for the client. A guest who has joined goes on as that participant, a partner who has
        declared as that declaration's, here and, with the token, wherever else; who asks again because an
        answer was lost gets the same one."""
        if isinstance(command, MakeDeclaration) and screen.actor.role == "partner":
            joined = partner(ack.result["declaration"])
        elif isinstance(command, JoinParticipant) and screen.actor.role != "moderator":
            joined = participant(ack.result["participant"])
        else:
            return dict(ack.result)
        if screen.actor != joined:
            audience.become(screen, joined)
        return {**ack.result, "token": self._tokens.issue(audience.workshop.code, joined)}

    def _carried_out(self, screen: Screen, audience: Audience, command: Command, ack: Ack) -> Reply:
        """What the client is told of a command with this answer. Raises Refusal."""
        if ack.refusal is not None:
            raise ack.refusal
        return {"ok": True, "seq": ack.seq, "result": self._admitted(screen, audience, command, ack)}

    def _count(self, sid: str, wish: object, answer: Reply) -> None:
        if not self._rehearses(sid):
            self._meters.command(wish, "ok" if answer["ok"] else answer["refusal"]["code"])

    def _language_of(self, visit: Request, auth: object) -> str:
        wished = auth.get("language") if isinstance(auth, dict) else None
        if isinstance(wished, str) and wished in LANGUAGES:
            return wished
        return visit.accept_languages.best_match(LANGUAGES, default=self._language) or self._language

    def _answer(self, event: str, sid: str, work: Callable[[Screen, Audience], Reply]) -> Reply:
        here = self._screens.get(sid)

        def attempt() -> Reply:
            if here is None:
                raise Refusal("unauthorized")
            return work(*here)

        return self._attempted(event, here[0].language if here else self._language, attempt)

    def _attempted(self, event: str, language: str, work: Callable[[], Reply]) -> Reply:
        try:
            return work()
        except Refusal as refusal:
            return {"ok": False, "refusal": self._refused(refusal, language)}
        except Exception:
            log.exception("handler_failed", asked=event)
            return {"ok": False, "refusal": self._refused(Refusal("job_failed"), language)}


def _raise(fault: Exception) -> Reply:
    raise fault


def register(socketio: SocketIO, parts: Parts) -> Live:
    """Puts the handlers on the default namespace."""
    live = Live(socketio, parts)
    queues.bound(socketio.server.eio, parts.meters)
    shortcuts(socketio.server.eio, live, parts.concurrency.spawn)
    for name in ("connect", "disconnect", *EVENTS):
        socketio.server.on(name, getattr(live, name), namespace="/")
    return live
