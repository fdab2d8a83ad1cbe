"""QR codes: the join address (which one that is, says addresses.py), and what paper shows beside it."""

import io

import segno
from segno.helpers import make_wifi_data

# Four modules of white all round are part of the standard; projectors and dark themes leave none by
# themselves.
_QUIET_ZONE = 4

# Any of the eight masks can be read. Trying them all for the evenest is most of the work.
_SOME_MASK = 3


def svg(content: str, title: str, *, quick: bool = False) -> bytes:
    """A black-on-white SVG without a size of its own, readable with 15 % of it covered; `title` is for
    screen readers. `quick` is for hundreds at once: the pattern may be less even."""
    out = io.BytesIO()
    segno.make(content, error="m", micro=False, mask=_SOME_MASK if quick else None).save(
        out,
        kind="svg",
        border=_QUIET_ZONE,
        dark="#000",
        light="#fff",
        title=title,
        omitsize=True,
        xmldecl=False,
    )
    return out.getvalue()


def wifi(name: str, password: str) -> str:
    """What a QR code says that lets a phone's camera join a Wi-Fi network with WPA."""
    return str(make_wifi_data(name, password, security="WPA"))
