"""A bad network: a proxy on loopback that delays everything, cuts connections now and then, and at times lets
nothing through."""

import asyncio
import random
from contextlib import suppress

DELAY_SECONDS = 0.3
CUT_A_MINUTE = 0.05
_CHUNK = 65_536


class Network:
    """Between phones, which connect to `url`, and a server's port. Each byte takes DELAY_SECONDS each way;
    each connection is cut with the probability CUT_A_MINUTE a minute."""

    def __init__(self, port: int) -> None:
        self.url = ""
        self.cuts = 0
        self._port = port
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()
        self._light = asyncio.Event()
        self._light.set()
        self._chance = random.Random(7)
        self._cutting: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Takes connections from now on."""
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", 0, backlog=1024)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        self._cutting = asyncio.create_task(self._cut_now_and_then())

    async def stop(self) -> None:
        """Ends, and every connection with it."""
        assert self._server is not None
        assert self._cutting is not None
        self._cutting.cancel()
        self._server.close()
        while self._open:
            for writer in list(self._open):
                writer.transport.abort()
            await asyncio.sleep(0.05)

    async def black_out(self, seconds: float) -> float:
        """Nothing passes for so long; what was sent arrives afterwards. The moment at which it ends."""
        self._light.clear()
        await asyncio.sleep(seconds)
        self._light.set()
        return asyncio.get_running_loop().time()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        try:
            await self._light.wait()
            await self._between(reader, writer)
        finally:
            self._open.discard(writer)

    async def _between(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            there, back = await asyncio.open_connection("127.0.0.1", self._port)
        except OSError:
            writer.close()
            return
        ways = [asyncio.create_task(self._carry(*way)) for way in ((reader, back), (there, writer))]
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        for way in ways:
            way.cancel()
        for end in (writer, back):
            with suppress(OSError):
                end.close()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        delivering = asyncio.create_task(self._deliver(under_way, writer))
        now = asyncio.get_running_loop().time
        try:
            with suppress(OSError):
                while data := await reader.read(_CHUNK):
                    under_way.put_nowait((now() + DELAY_SECONDS, data))
            under_way.put_nowait((now() + DELAY_SECONDS, b""))
            await delivering
        finally:
            delivering.cancel()

    async def _deliver(
        self, under_way: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter
    ) -> None:
        while True:
            due, data = await under_way.get()
            await asyncio.sleep(max(0.0, due - asyncio.get_running_loop().time()))
            await self._light.wait()
            if not data:
                return
            writer.write(data)

    async def _cut_now_and_then(self) -> None:
        while True:
            await asyncio.sleep(1)
            for writer in list(self._open):
                if self._chance.random() < CUT_A_MINUTE / 60:
                    self.cuts += 1
                    writer.transport.abort()
