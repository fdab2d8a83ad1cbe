"""Where the command `obrus` begins. A command that serves needs green threads, and those must be in place
before anything else is imported; the rest of the commands run on plain Python. With server.py the only
file that names eventlet."""

import sys

SERVING = frozenset({"serve", "demo"})


def main() -> None:
    """Runs the command line; never returns."""
    if SERVING.intersection(sys.argv[1:2]):
        _patch()
    from facilitation import cli

    cli.main()


def _patch() -> None:
    import os
    import warnings

    # Its own resolver takes a third of a second to load, and this server asks for no names.
    os.environ.setdefault("EVENTLET_NO_GREENDNS", "yes")
    # eventlet says on import that it is deprecated; we know, and the person at the keyboard can't help it.
    warnings.filterwarnings("ignore", r"\s*Eventlet is deprecated")
    import eventlet

    eventlet.monkey_patch()


if __name__ == "__main__":
    main()
