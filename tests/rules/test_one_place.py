"""What may be exchanged one day is named in one place: the server in two files, the database in one room."""

from __future__ import annotations

import ast

from tests.rules import sources


def test_eventlet_is_named_only_where_the_server_is():
    named = {sources.name(path) for path in sources.modules() if _says(path, {"eventlet"})}
    assert named <= {"facilitation/__main__.py", "facilitation/server.py"}


def test_the_database_is_named_only_in_the_journal():
    named = {sources.room(path) for path in sources.modules() if _says(path, {"sqlite3", "sqlite_utils"})}
    assert named <= {"journal"}


def _says(path, words: set[str]) -> bool:
    """Whether a name is one of the words, or a string that is nothing else (`async_mode="eventlet"`)."""
    strings = {
        node.value
        for node in ast.walk(sources.tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return not words.isdisjoint({*strings, *(name for _, name in sources.names(path))})
