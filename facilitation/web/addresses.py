"""Under which addresses people in the room reach this server: what stands on the board, in the QR code and
in links."""

import ipaddress
import socket
from urllib.parse import urlsplit

from flask import request

_DOCUMENTATION_ADDRESS = ("192.0.2.1", 9)


def lan_address() -> str:
    """This computer's address in the network of the venue, or "" where it has none. Nothing is sent: a
    datagram socket only looks up which of its own addresses would be used."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_DOCUMENTATION_ADDRESS)
            found = str(probe.getsockname()[0])
        except OSError:
            return ""
    return "" if ipaddress.ip_address(found).is_loopback else found


def room_address(host: str) -> str:
    """The address at which phones reach a server that listens on `host`, or "" where they can't."""
    return "" if is_loopback(host) else lan_address()


def origin(public_url: str, lan: str, *, moved: bool = False) -> str:
    """Scheme, host and port for phones: the configured address, else the one this request came to, or the
    LAN's where the moderator's own browser came by localhost or that address has `moved` since."""
    if public_url:
        return public_url.rstrip("/")
    parts = urlsplit(request.host_url)
    if lan and (moved or is_loopback(parts.hostname or "")):
        port = f":{parts.port}" if parts.port else ""
        return f"{parts.scheme}://{lan}{port}"
    return f"{parts.scheme}://{parts.netloc}"


def is_loopback(host: str) -> bool:
    """Whether this name or address never leaves the computer."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
