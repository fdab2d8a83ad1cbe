"""Which address phones are given: the configured one, the one that was asked, or the network's."""

from __future__ import annotations

import pytest
from flask import Flask

from facilitation.web.addresses import origin


@pytest.mark.parametrize(
    ("asked", "public", "lan", "given"),
    [
        ("http://127.0.0.1:8080", "", "192.168.1.5", "http://192.168.1.5:8080"),
        ("http://localhost:8080", "", "192.168.1.5", "http://192.168.1.5:8080"),
        ("http://localhost", "", "192.168.1.5", "http://192.168.1.5"),
        ("https://[::1]:8443", "", "192.168.1.5", "https://192.168.1.5:8443"),
        ("http://127.0.0.1:8080", "", "", "http://127.0.0.1:8080"),
        ("http://192.168.1.7:8080", "", "192.168.1.5", "http://192.168.1.7:8080"),
        ("http://cafe.local:8080", "", "192.168.1.5", "http://cafe.local:8080"),
        ("http://127.0.0.1:8080", "https://cafe.example.org/", "192.168.1.5", "https://cafe.example.org"),
    ],
)
def test_phones_are_given_an_address_they_can_reach(asked: str, public: str, lan: str, given: str):
    with Flask("test").test_request_context("/", base_url=asked):
        assert origin(public, lan) == given
