"""A café to each test that asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.runtime.cafes import Cafe


@pytest.fixture
def cafe(tmp_path: Path) -> Iterator[Cafe]:
    """A classic café nobody has come to yet."""
    made = Cafe(tmp_path / "sessions")
    yield made
    made.close()
