"""The worker: one JSON request a line on stdin, one JSON answer a line on stdout.

`python -m facilitation.themes.worker`. A process of its own, because grouping would hold up every phone in
the server's process. Loads the encoder once and keeps vectors, so that a repeated suggestion costs only the
grouping. Ends when stdin ends. Requests:
  {"op": "warm", "texts": […]}: compute and keep vectors → {"ok": true, "encoder": NAME}
  {"op": "suggest", "ideas": [{"id", "text", "lang"?}], …} → {"ok": true, "suggestion": Suggestion}
  {"op": "ask", "ideas": …, "count"?: N} → {"ok": true, "questions": [Question]}
The further fields of the last two are the arguments of suggest() and ask(). A refusal is
{"ok": false, "error": {"code", "params"}}. "tag" of a request, any JSON, comes back in its answer.
"""

import os
import sys
from typing import Any, BinaryIO

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import msgspec

from facilitation.themes.answers import Answer
from facilitation.themes.likeness import encode_ahead
from facilitation.themes.refusals import ThemesRefused
from facilitation.themes.suggest import ask, default_encoder, suggest
from facilitation.themes.suggestion import IdeaText, KeptTheme
from facilitation.themes.text import clean, language


class Warm(msgspec.Struct, tag_field="op", tag="warm"):
    """Compute the vectors of these texts and keep them."""

    texts: list[str] = []
    tag: msgspec.Raw = msgspec.Raw(b"null")


class _About(msgspec.Struct, kw_only=True):
    """The ideas of one area and what humans have decided and answered about them."""

    ideas: list[IdeaText]
    kept: list[KeptTheme] = []
    unassigned: list[str] = []
    together: list[tuple[str, str]] = []
    apart: list[tuple[str, str]] = []
    answers: list[Answer] = []
    fineness: float = 0.5
    tag: msgspec.Raw = msgspec.Raw(b"null")

    def told(self) -> dict[str, Any]:
        """The arguments that suggest() and ask() share."""
        names = ("ideas", "kept", "unassigned", "together", "apart", "answers", "fineness")
        return {name: getattr(self, name) for name in names}


class Suggest(_About, tag_field="op", tag="suggest"):
    """Suggest themes."""

    seed: int = 0


class Ask(_About, tag_field="op", tag="ask"):
    """What should the room be asked next?"""

    count: int = 100


def answer(line: bytes) -> bytes:
    """The answer to one request, as JSON without a line break; never raises."""
    tag: Any = None
    try:
        request = msgspec.json.decode(line, type=Warm | Suggest | Ask)
        tag = request.tag
        said: dict[str, Any] = {"ok": True, **_do(request)}
    except ThemesRefused as refused:
        said = {"ok": False, "error": {"code": refused.code, "params": refused.params}}
    except msgspec.MsgspecError as malformed:
        said = {"ok": False, "error": {"code": "malformed", "params": {"detail": str(malformed)}}}
    except Exception as failure:  # the process that asked must get its answer, whatever happened
        said = {"ok": False, "error": {"code": "failed", "params": {"detail": repr(failure)}}}
    return msgspec.json.encode({**said, "tag": tag})


def _do(request: Warm | Suggest | Ask) -> dict[str, Any]:
    if isinstance(request, Warm):
        texts = [clean(text) for text in request.texts]
        encode_ahead(texts, [language(text) for text in texts], default_encoder())
        return {"encoder": default_encoder().name}
    if isinstance(request, Ask):
        return {"questions": ask(**request.told())[: request.count]}
    return {"suggestion": suggest(**request.told(), seed=request.seed)}


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answers line by line until `requests` ends; empty lines are passed over."""
    for line in requests:
        if line.strip():
            answers.write(answer(line) + b"\n")
            answers.flush()


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
