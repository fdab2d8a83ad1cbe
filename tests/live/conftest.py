"""A café on a server of its own, whose screens hang up when the test ends."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.conftest import Served
from tests.live.screens import Cafe


@pytest.fixture
def open_cafe(serve: Callable[..., Served]) -> Iterator[Callable[..., Cafe]]:
    """`open_cafe(tables=…)` makes a workshop on a server started for it, or on `served`."""
    opened: list[Cafe] = []

    def make(served: Served | None = None, **parameters: Any) -> Cafe:
        cafe = Cafe(served or serve(), **parameters)
        opened.append(cafe)
        return cafe

    yield make
    for cafe in opened:
        cafe.close()
