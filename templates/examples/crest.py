"""The mark on both examples: a plain shield with a letter, so that a drawing has to survive every save."""

from io import BytesIO

from PIL import Image, ImageDraw

SIDE = 120
_FINE = 4  # drawn this much larger and then reduced, so that slanted edges are smooth

_SHIELD = ((8, 6), (112, 6), (112, 62), (104, 84), (86, 102), (60, 115), (34, 102), (16, 84), (8, 62))
_FIELD = ((14, 12), (106, 12), (106, 61), (98, 81), (83, 96), (60, 108), (37, 96), (22, 81), (14, 61))
_LETTER = ((43, 26), (56, 26), (56, 74), (82, 74), (82, 86), (43, 86))


def draw(colour: str) -> BytesIO:
    """The mark as a PNG of SIDE × SIDE pixels, in one colour (RRGGBB) on a clear ground."""
    canvas = Image.new("RGBA", (SIDE * _FINE, SIDE * _FINE), (255, 255, 255, 0))
    pen = ImageDraw.Draw(canvas)
    for outline, paint in ((_SHIELD, f"#{colour}"), (_FIELD, "#FFFFFF"), (_LETTER, f"#{colour}")):
        pen.polygon([(x * _FINE, y * _FINE) for x, y in outline], fill=paint)
    picture = BytesIO()
    canvas.reduce(_FINE).save(picture, format="PNG")
    picture.seek(0)
    return picture
