"""Pictures in a Word file: a row of them as DrawingML (ECMA-376, part 1, chapter 20.4), of one height, no
wider than the text."""

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from facilitation.charter.document import Picture
from facilitation.charter.word_style import TEXT_WIDTH_MM

_HEIGHT_MM = 15.0
_BETWEEN_MM = 6.0
_EMU_A_MM = 36_000
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"

EXTENSIONS = {"image/png": "png", "image/jpeg": "jpeg"}
"""The types of pictures that a file may hold, and what their names end in."""


def row_of_pictures(pictures: Sequence[Picture], first: int) -> str:
    """Runs with these pictures, named `picture` and a number from `first` on, spaces between them."""
    between = f'<w:r><w:t xml:space="preserve">{" " * 4}</w:t></w:r>'
    room = TEXT_WIDTH_MM - _BETWEEN_MM * (len(pictures) - 1)
    wide = sum(_width(picture) for picture in pictures)
    scale = min(1.0, room / wide) if wide else 1.0
    return between.join(_run(picture, number, scale) for number, picture in enumerate(pictures, first))


def _width(picture: Picture) -> float:
    """Millimetres at the common height."""
    return _HEIGHT_MM * picture.width / max(picture.height, 1)


def _run(picture: Picture, number: int, scale: float) -> str:
    size = f'cx="{round(_width(picture) * scale * _EMU_A_MM)}" cy="{round(_HEIGHT_MM * scale * _EMU_A_MM)}"'
    # Word reads the description, LibreOffice's checker of accessibility the title.
    told = quoteattr(picture.alt)
    named = f'id="{number}" name="Logo {number}" descr={told} title={told}'
    fill = f'<a:blip r:embed="picture{number}"/><a:stretch><a:fillRect/></a:stretch>'
    shape = (
        f'<a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    )
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr {named}/><a:graphic xmlns:a="{_MAIN}"><a:graphicData uri="{_PICTURE}">'
        f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>'
        f"<pic:blipFill>{fill}</pic:blipFill><pic:spPr>{shape}</pic:spPr>"
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
