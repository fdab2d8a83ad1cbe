"""What a picture says about itself: its kind and its size, read from the first bytes of PNG (ISO/IEC 15948)
and JPEG (ITU-T T.81)."""

from typing import NamedTuple

_PNG = b"\x89PNG\r\n\x1a\n"
# Start-of-frame markers; C4, C8 and CC among them mean something else.
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_MOST_PIXELS = 8_000


class Picture(NamedTuple):
    """A picture's media type, and its width and height in pixels."""

    type: str
    width: int
    height: int


def picture(data: bytes) -> Picture | None:
    """What the bytes are, or None if they are no PNG or JPEG, or one with a side of none or more than 8,000
    pixels."""
    if data.startswith(_PNG):
        size = _png(data)
        kind = "image/png"
    else:
        size, kind = _jpeg(data), "image/jpeg"
    if size is None or not all(1 <= side <= _MOST_PIXELS for side in size):
        return None
    return Picture(kind, *size)


def _png(data: bytes) -> tuple[int, int] | None:
    if data[12:16] != b"IHDR" or len(data) < 33 or b"IEND" not in data[-12:]:
        return None
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """Goes from segment to segment until one gives the size."""
    if not data.startswith(b"\xff\xd8\xff"):
        return None
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
        elif marker in _FRAMES:
            return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
        else:
            at += 2 + max(2, int.from_bytes(data[at + 2 : at + 4], "big"))
    return None
