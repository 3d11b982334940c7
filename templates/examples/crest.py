"""The mark on both examples: a plain shield with a letter, so that a drawing has to survive every save."""

from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl.drawing.image import Image as Drawing
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.drawing.xdr import XDRPositiveSize2D
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string
from PIL import Image, ImageDraw

from templates.examples.style import NAVY

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

SIDE = 120
_PIXEL = 9_525  # in the units of a drawing, at 96 pixels to the inch
_FINE = 4  # drawn this much larger and then reduced, so that slanted edges are smooth

_SHIELD = ((8, 6), (112, 6), (112, 62), (104, 84), (86, 102), (60, 115), (34, 102), (16, 84), (8, 62))
_FIELD = ((14, 12), (106, 12), (106, 61), (98, 81), (83, 96), (60, 108), (37, 96), (22, 81), (14, 61))
_LETTER = ((43, 26), (56, 26), (56, 74), (82, 74), (82, 86), (43, 86))


def place(sheet: "Worksheet", cell: str, *, size: int, shift: int = 0) -> None:
    """Put the mark over a sheet, its corner `shift` pixels right of the cell's, `size` pixels a side."""
    column, row = coordinate_from_string(cell)
    corner = AnchorMarker(col=column_index_from_string(column) - 1, colOff=shift * _PIXEL, row=row - 1)
    mark = Drawing(draw())
    mark.anchor = OneCellAnchor(_from=corner, ext=XDRPositiveSize2D(size * _PIXEL, size * _PIXEL))
    sheet.add_image(mark)


def draw() -> BytesIO:
    """The mark as a PNG of SIDE × SIDE pixels on a clear ground."""
    canvas = Image.new("RGBA", (SIDE * _FINE, SIDE * _FINE), (255, 255, 255, 0))
    pen = ImageDraw.Draw(canvas)
    for outline, paint in ((_SHIELD, f"#{NAVY}"), (_FIELD, "#FFFFFF"), (_LETTER, f"#{NAVY}")):
        pen.polygon([(x * _FINE, y * _FINE) for x, y in outline], fill=paint)
    picture = BytesIO()
    canvas.reduce(_FINE).save(picture, format="PNG")
    picture.seek(0)
    return picture
