"""The worker: one JSON request a line on stdin, one JSON answer a line on stdout. `python -m
facilitation.themes.worker`

A process of its own, because grouping would hold up every phone in the server's process. Loads the encoder
once and keeps vectors, so that a repeated suggestion costs only the grouping. Ends when stdin ends.
Requests:
  {"op": "warm", "texts": […]}: compute and keep vectors → {"ok": true, "encoder": NAME}
  {"op": "suggest", "ideas": [{"id", "text", "lang"?}], "kept"?, "together"?, "apart"?, "fineness"?, "seed"?}
    → {"ok": true, "suggestion": Suggestion}
A refusal is {"ok": false, "error": {"code", "params"}}. "tag" of a request, any JSON, comes back in its
answer.
"""

import os
import sys
from typing import Any, BinaryIO

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import msgspec

from facilitation.themes.likeness import encode_ahead
from facilitation.themes.refusals import ThemesRefused
from facilitation.themes.suggest import default_encoder, suggest
from facilitation.themes.suggestion import IdeaText, KeptTheme, Suggestion
from facilitation.themes.text import clean, language


class Warm(msgspec.Struct, tag_field="op", tag="warm"):
    """Compute the vectors of these texts and keep them."""

    texts: list[str] = []
    tag: msgspec.Raw = msgspec.Raw(b"null")


class Suggest(msgspec.Struct, tag_field="op", tag="suggest"):
    """Suggest themes for the ideas of one area; the fields are those of suggest()."""

    ideas: list[IdeaText]
    kept: list[KeptTheme] = []
    together: list[tuple[str, str]] = []
    apart: list[tuple[str, str]] = []
    fineness: float = 0.5
    seed: int = 0
    tag: msgspec.Raw = msgspec.Raw(b"null")


def answer(line: bytes) -> bytes:
    """The answer to one request, as JSON without a line break; never raises."""
    tag: Any = None
    try:
        request = msgspec.json.decode(line, type=Warm | Suggest)
        tag = request.tag
        said: dict[str, Any] = {"ok": True, **_do(request)}
    except ThemesRefused as refused:
        said = {"ok": False, "error": {"code": refused.code, "params": refused.params}}
    except msgspec.MsgspecError as malformed:
        said = {"ok": False, "error": {"code": "malformed", "params": {"detail": str(malformed)}}}
    except Exception as failure:  # the process that asked must get its answer, whatever happened
        said = {"ok": False, "error": {"code": "failed", "params": {"detail": repr(failure)}}}
    return msgspec.json.encode({**said, "tag": tag})


def _do(request: Warm | Suggest) -> dict[str, str | Suggestion]:
    if isinstance(request, Warm):
        texts = [clean(text) for text in request.texts]
        encode_ahead(texts, [language(text) for text in texts], default_encoder())
        return {"encoder": default_encoder().name}
    suggestion = suggest(
        request.ideas,
        kept=request.kept,
        together=request.together,
        apart=request.apart,
        fineness=request.fineness,
        seed=request.seed,
    )
    return {"suggestion": suggestion}


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answers line by line until `requests` ends; empty lines are passed over."""
    for line in requests:
        if line.strip():
            answers.write(answer(line) + b"\n")
            answers.flush()


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
