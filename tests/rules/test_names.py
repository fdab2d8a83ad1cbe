"""A module is named after what it owns, and a thing by its one word in this project."""

from __future__ import annotations

import ast
import re

from tests.rules import sources

NO_NOUN = {"util", "utils", "helper", "helpers", "common", "manager", "managers", "base", "misc"}

OTHER_WORDS = {
    "session": "workshop",
    "card": "idea",
    "cards": "idea",
    "like": "support",
    "likes": "support",
    "upvote": "support",
    "vote": "support, or dot",
    "cluster": "theme",
    "clusters": "theme",
}


def test_no_module_is_named_after_nothing():
    paths = sources.files(
        "facilitation", "static/src", "tests", "tools", kinds={".py", ".js", ".jsx", ".mjs"}
    )
    assert [sources.name(path) for path in paths if path.name.partition(".")[0].lower() in NO_NOUN] == []


def test_things_are_called_by_their_one_word():
    wrong = [
        f"{sources.name(path)}:{line} {name}: say {OTHER_WORDS[word]}"
        for path in sources.modules()
        for line, name in _defined(path)
        for word in _words(name)
        if word in OTHER_WORDS
    ]
    assert wrong == []


def _defined(path):
    """Line and name of every class, function, argument and annotated field of a module."""
    for node in ast.walk(sources.tree(path)):
        if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.lineno, node.name
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.lineno, node.target.id


def _words(name: str) -> list[str]:
    """["live", "workshop"] for LiveWorkshop, live_workshop and LIVE_WORKSHOP."""
    return re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name).lower().strip("_").split("_")
