"""What the server writes to stderr: one line an event, for the person who runs it. Never an idea's text, a
name, a key or a token.

Everything of ours logs through structlog; what libraries log is let through from warnings on, without
their tracebacks where the cause is a client's nonsense (`QuietEngine`).
"""

import logging
import sys
import traceback
from types import FrameType
from typing import Any

import structlog


def configure(stream: Any = None) -> None:
    """Sets logging up for a server process. Once, before anything logs."""
    out = stream or sys.stderr
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="%H:%M:%S", utc=False),
            structlog.processors.format_exc_info,
            structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(out),
    )
    logging.basicConfig(
        stream=out, level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s", force=True
    )


class QuietEngine:
    """For Socket.IO and its engine, which log what clients send and raise on what they can't read: neither
    belongs in anybody's log.

    Their exceptions are clients' broken frames, and one line names each by its type. One with code of ours on
    its way is a fault of ours, with everything that helps to find it.
    """

    def exception(self, *_: object) -> None:
        """The failure that is being handled."""
        kind, _error, trace = sys.exc_info()
        log = structlog.get_logger("obrus.sockets")
        if any(_is_ours(frame) for frame, _line in traceback.walk_tb(trace)):
            log.exception("handler_failed")
        else:
            log.warning("unreadable_frame", error=kind.__name__ if kind else "")

    def debug(self, *_: object) -> None:
        """Nothing: it quotes clients; and so do the rest."""

    info = warning = error = critical = debug


def _is_ours(frame: FrameType) -> bool:
    return str(frame.f_globals.get("__name__", "")).startswith("facilitation.")
