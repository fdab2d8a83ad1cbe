"""More connections than a listener takes by itself."""

import asyncio
import socket
from collections.abc import Callable

from facilitation import server
from facilitation.config import Settings
from facilitation.rehearsal.line import Line
from tests.conftest import Served
from tests.live.conftest import OpenCafe
from tests.live.screens import on_the_loop

CONNECTIONS = 1_100


def test_eleven_hundred_screens_are_let_in_and_all_hear_of_a_change(
    serve: Callable[..., Served], open_cafe: OpenCafe
) -> None:
    cafe = open_cafe(serve())
    moderator = cafe.moderator()
    heard = 0

    def hear(event: str, frame: dict[str, object]) -> None:
        nonlocal heard
        heard += event == "patch"

    async def crowd() -> list[Line]:
        at_once = asyncio.Semaphore(50)

        async def one() -> Line:
            async with at_once:
                return await Line.open(cafe.served.url, {"workshop": cafe.code}, hear)

        return await asyncio.gather(*(one() for _ in range(CONNECTIONS)))

    async def everybody_has_heard() -> None:
        while heard < CONNECTIONS:
            await asyncio.sleep(0.05)

    lines = on_the_loop(crowd())
    moderator.do("workshop.edit", title="Wszyscy naraz")
    on_the_loop(everybody_has_heard())
    for line in lines:
        line.close()
    assert heard == CONNECTIONS


def test_every_connection_sends_without_delay_and_gives_way() -> None:
    listener = server.listen(Settings(host="127.0.0.1", port=0))
    with socket.create_connection(listener.getsockname()[:2]):
        accepted, _ = listener.accept()
        assert isinstance(accepted, server.FairSocket)
        assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        accepted.close()
    listener.close()
