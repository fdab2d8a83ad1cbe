"""What the rules read: the project's own files, and the names and words in them.

Neighbours: one rule a file beside this one."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "facilitation"
BROWSER = ROOT / "static" / "src"

NOT_OURS = {"node_modules", "dist", "build", "__pycache__"}


def files(*folders: str, kinds: set[str]) -> list[Path]:
    """The project's own files of some kinds in some of its folders, sorted."""
    found = (path for folder in folders for path in (ROOT / folder).rglob("*"))
    return sorted(
        path
        for path in found
        if path.suffix in kinds
        and path.is_file()
        and not any(part in NOT_OURS or part.startswith(".") for part in path.relative_to(ROOT).parts)
    )


def modules() -> list[Path]:
    """Every module of the package."""
    return files("facilitation", kinds={".py"})


def name(path: Path) -> str:
    """A file's path in the checkout, as a failure should show it."""
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text("utf-8"), filename=str(path))


def room(path: Path) -> str:
    """The room a module belongs to: its folder or file directly inside the package."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of everything a module imports, also inside functions and for type checkers only."""
    package = ["facilitation", *path.relative_to(PACKAGE).parts[:-1]]
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            origin = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{origin}.{alias.name}") for alias in node.names)


def names(path: Path) -> Iterator[tuple[int, str]]:
    """Line and text of every identifier in a module, import paths included; strings are no names."""
    reader = io.StringIO(path.read_text("utf-8")).readline
    for token in tokenize.generate_tokens(reader):
        if token.type == tokenize.NAME:
            yield token.start[0], token.string
