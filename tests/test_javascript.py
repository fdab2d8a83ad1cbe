"""The browser's pure modules, tested where they run: Node's own test runner over `tests/js`."""

from __future__ import annotations

import re
import subprocess

import pytest

from tests.rules import sources
from tools import node

SCRIPTS = [path for path in sources.files("tests/js", kinds={".js", ".mjs"}) if ".test." in path.name]


@pytest.mark.parametrize("script", SCRIPTS, ids=sources.name)
def test_node_passes_every_test_of(script):
    command = [node.find_node().executable, "--test", "--test-reporter=tap", str(script)]
    done = subprocess.run(command, cwd=sources.ROOT, capture_output=True, text=True, timeout=60)
    counted = dict(re.findall(r"^# (pass|fail) (\d+)$", done.stdout, re.MULTILINE))
    failures = re.findall(r"^ *not ok .*?\.\.\.$", done.stdout, re.MULTILINE | re.DOTALL)
    assert (done.returncode, counted.get("fail")) == (0, "0"), "\n".join([*failures, done.stderr])
    assert int(counted["pass"]) > 0
