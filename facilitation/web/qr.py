"""The join address as a QR code. Which address that is, says addresses.py."""

import io

import segno

# Four modules of white all round are part of the standard; projectors and dark themes leave none by
# themselves.
_QUIET_ZONE = 4


def svg(address: str, title: str) -> bytes:
    """A black-on-white SVG without a size of its own, readable with 15 % of it covered; `title` is for
    screen readers."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
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
