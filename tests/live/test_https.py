"""Over TLS: the same sockets, and a client that does not like the certificate leaves no traceback."""

import json
import socket
import ssl
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import socketio

from tests.conftest import Served

TLS = Path(__file__).parents[1] / "data" / "tls"


@pytest.fixture
def https(serve: Callable[..., Served]) -> Served:
    """A server with a certificate."""
    certificate = TLS / "cert.pem"
    return serve("--cert", str(certificate), "--key", str(TLS / "key.pem"), certificate=certificate)


def test_phones_join_over_https(https: Served) -> None:
    url = https.url
    trusting = ssl.create_default_context(cafile=TLS / "cert.pem")
    request = urllib.request.Request(
        f"{url}/api/workshops", b'{"scenario": "pzk"}', {"Authorization": f"Bearer {https.key}"}
    )
    with urllib.request.urlopen(request, context=trusting, timeout=20) as answer:
        made = json.load(answer)
    assert made["links"]["board"].startswith(f"{url}/w/")

    trust = {"sslopt": {"ca_certs": str(TLS / "cert.pem")}}
    client = socketio.Client(reconnection=False, websocket_extra_options=trust)
    client.connect(url, auth={"workshop": made["code"]}, transports=["websocket"], wait_timeout=30)
    message: dict[str, Any] = {"id": str(uuid.uuid4()), "type": "participant.join"}
    assert client.call("command", message, timeout=20)["result"]["participant"] == "P1"
    client.disconnect()
    client.shutdown()


def test_who_speaks_no_tls_or_does_not_trust_it_leaves_no_traceback(https: Served) -> None:
    url = https.url
    with pytest.raises(urllib.error.URLError, match="CERTIFICATE_VERIFY_FAILED"):
        urllib.request.urlopen(url, timeout=20)
    for nonsense in (b"GET / HTTP/1.1\r\n\r\n", b"\x16\x03\x01\x00\x05hello", bytes(100), b""):
        with (
            socket.create_connection(("127.0.0.1", https.port), timeout=20) as raw,
            suppress(OSError),  # whether it is hung up on, cut or gone already is the system's choice
        ):
            raw.sendall(nonsense)
            raw.shutdown(socket.SHUT_WR)
            raw.recv(1000)
    assert "Traceback" not in https.written()
