"""`python -m facilitation.rehearsal`: reads its part from stdin and plays it."""

import asyncio
import sys

import msgspec

from facilitation.rehearsal.play import Part, play


def main() -> None:
    """Plays until the play is over or the process is ended."""
    part = msgspec.json.decode(sys.stdin.buffer.read(), type=Part)
    try:
        asyncio.run(play(part))
    except (KeyboardInterrupt, OSError):
        # Ctrl+C reaches the whole terminal, and the server may be the first to go.
        sys.exit(0)


main()
