"""Where the browser tests' Chromium is, and how to get one: the machine's, else apt's, else Playwright's own.

`python -m tools.chromium` fetches what is missing and never fails: where no Chromium can be had it says so in
one loud line, and the browser tests skip themselves. Neighbour: `tests/conftest.py` starts what `find` finds.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import lru_cache

NAMES = ("/usr/bin/chromium", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome")

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""For a Chromium that root may run, that draws without a graphics card and talks to no one but the server."""

APT_PACKAGES = ("chromium", "fonts-noto-color-emoji", "libatomic1")
"""The browser, a font for what people put into their ideas, and what Playwright's driver is linked to."""

APT_LIMITS = (
    "-o",
    "Acquire::http::Timeout=30",
    "-o",
    "Acquire::https::Timeout=30",
    "-o",
    "Acquire::Retries=1",
)
FETCH_SECONDS = 420

ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


@lru_cache(maxsize=1)
def find() -> str | None:
    """The path of a Chromium that starts and that Playwright can drive, or None. Asked once a process."""
    own = _playwrights_own()
    if own is None:
        return None
    machines = (path for name in NAMES if (path := shutil.which(name)))
    return next((path for path in (*machines, own) if _starts(path)), None)


def fetch() -> str | None:
    """Install a Chromium by the first way that works and return its path, or None if no way did."""
    ways = {"apt-get": _apt(), "playwright": [sys.executable, "-m", "playwright", "install", "chromium"]}
    for name, command in ways.items():
        if command is None:
            continue
        print(f"fetching Chromium for the browser tests with {name}", file=sys.stderr)
        _try(command)
        find.cache_clear()
        if path := find():
            return path
    return None


def _playwrights_own() -> str | None:
    """Where Playwright keeps its own Chromium, downloaded or not; None if its driver does not run here."""
    command = [sys.executable, "-c", ASK_PLAYWRIGHT]
    asked = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    return asked.stdout.strip() if asked.returncode == 0 else None


def _starts(path: str) -> bool:
    """Whether it can at least say its version: a snap's stand-in or a build without its libraries can't."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.SubprocessError):
        return False


def _apt() -> list[str] | None:
    """The shell command that installs Debian's Chromium, where this user may; else None."""
    if shutil.which("apt-get") is None:
        return None
    root: list[str] = []
    if os.geteuid() != 0:
        root = ["sudo", "-n"]
        if shutil.which("sudo") is None or not _try([*root, "true"]):
            return None
    limits = " ".join(APT_LIMITS)
    install = f"apt-get install -y -q {limits} {' '.join(APT_PACKAGES)}"
    script = f"export DEBIAN_FRONTEND=noninteractive; {install} || (apt-get update -q {limits} && {install})"
    return [*root, "sh", "-c", script]


def _try(command: list[str]) -> bool:
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=FETCH_SECONDS, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


if __name__ == "__main__":
    if (find() or fetch()) is None:
        print(
            "!!! NO CHROMIUM could be found or fetched: THE BROWSER TESTS WILL BE SKIPPED !!!",
            file=sys.stderr,
        )
