"""Cafés over real sockets: workshops on one server that the tests of this folder share, or on one of their
own that a test may kill. Screens hang up when the test ends."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.conftest import Served
from tests.live.screens import Cafe

OpenCafe = Callable[..., Cafe]


@pytest.fixture
def open_cafe(request: pytest.FixtureRequest) -> Iterator[OpenCafe]:
    """`open_cafe(tables=…)` makes a workshop on the `house`, or on `served`."""
    opened: list[Cafe] = []

    def make(served: Served | None = None, **parameters: Any) -> Cafe:
        cafe = Cafe(served or request.getfixturevalue("house"), **parameters)
        opened.append(cafe)
        return cafe

    yield make
    for cafe in opened:
        cafe.close()
