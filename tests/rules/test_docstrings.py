"""Whoever reads a module, class or function that others may use is told what it guarantees."""

from __future__ import annotations

import ast

import pytest

from tests.rules import sources


@pytest.mark.parametrize(
    "path", [*sources.modules(), *sources.files("tools", kinds={".py"})], ids=sources.name
)
def test_everything_public_has_a_docstring(path):
    module = sources.tree(path)
    undocumented = [
        f"line {node.lineno}: {node.name}" for node in _public(module) if not ast.get_docstring(node)
    ]
    assert (bool(ast.get_docstring(module)), undocumented) == (True, [])


def _public(scope: ast.Module | ast.ClassDef):
    """The public classes and functions of a module, and the public methods of its public classes."""
    for node in scope.body:
        if not isinstance(
            node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
        ) or node.name.startswith("_"):
            continue
        yield node
        if isinstance(node, ast.ClassDef):
            yield from _public(node)
