"""Python's garbage collection, kept out of people's way. A full collection stops everything for as long as
it takes to look at every object: a tenth of a second with 600 connections, more with more.

What is there when the server starts stays for ever and is never looked at again; full collections happen
when nobody has sent anything for a moment. The small ones, of what is new, go on as always.
"""

import gc
from collections.abc import Callable
from typing import Final, NoReturn

EVERY_SECONDS: Final = 60.0
QUIET_SECONDS: Final = 1.0
AT_LATEST_SECONDS: Final = 300.0
# More small collections than there will be between two of ours.
_NEVER: Final = 1_000_000


def settle() -> None:
    """Once, when everything is imported and wired."""
    gc.collect()
    gc.freeze()
    new, young, _ = gc.get_threshold()
    gc.set_threshold(new, young, _NEVER)


def tidy(sleep: Callable[[float], None], commands: Callable[[], int]) -> NoReturn:
    """Collects now and then, in quiet moments, for ever. `commands` counts what people have sent so far."""
    while True:
        sleep(EVERY_SECONDS)
        _await_quiet(sleep, commands)
        gc.collect()


def _await_quiet(sleep: Callable[[float], None], commands: Callable[[], int]) -> None:
    waited = 0.0
    while waited < AT_LATEST_SECONDS:
        before = commands()
        sleep(QUIET_SECONDS)
        waited += QUIET_SECONDS
        if commands() == before:
            return
