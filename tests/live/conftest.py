"""Cafés over real sockets: workshops on one server that the tests of this folder share, or on one of their
own that a test may kill. Screens hang up when the test ends."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests import conftest
from tests.conftest import Served
from tests.live.screens import Cafe

OpenCafe = Callable[..., Cafe]


@pytest.fixture(scope="session")
def shared_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server that nobody stops; each test makes a workshop of its own on it."""
    folder = tmp_path_factory.mktemp("shared")
    with conftest.servers(folder) as start:
        yield start()


@pytest.fixture
def open_cafe(request: pytest.FixtureRequest) -> Iterator[OpenCafe]:
    """`open_cafe(tables=…)` makes a workshop on the shared server, or on `served`."""
    opened: list[Cafe] = []

    def make(served: Served | None = None, **parameters: Any) -> Cafe:
        cafe = Cafe(served or request.getfixturevalue("shared_server"), **parameters)
        opened.append(cafe)
        return cafe

    yield make
    for cafe in opened:
        cafe.close()
