"""Writes the accessibility trees anew: `python -m tests.browser.golden`."""

import os
import sys

import pytest

from tests.browser.walk import GOLDEN, RENEW

if __name__ == "__main__":
    for kept in GOLDEN.glob("*.yaml"):
        kept.unlink()
    os.environ[RENEW] = "1"
    sys.exit(pytest.main(["-q", "-p", "no:xdist", str(GOLDEN.parent / "test_access.py")]))
