"""Lets a report card go on to further pages where its texts are long, with a sign on each that goes on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from desktop.printing.card_measures import (
    BETWEEN_PARTS,
    SIDE,
    cells_of,
    divide_card,
    line_font,
    line_height,
    part_height,
    side_height,
)
from desktop.printing.typography import cut, height_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.printing.page import CardPage, Line, Part

_CONTINUED = " (continued)"
_LEAST = 44.0
"""The least room in which a text is begun: about three lines."""


def card_pages(page: CardPage) -> Iterator[CardPage]:
    """The page with as much of its parts as it holds, then pages with the rest."""
    here, rest = _parted(page)
    yield replace(page, parts=here, goes_on=page.goes_on or bool(rest))
    while rest:
        title = page.title.removesuffix(_CONTINUED) + _CONTINUED
        over = replace(page, title=title, drawing=None, parts=rest)
        here, rest = _parted(over)
        yield replace(over, parts=here, goes_on=bool(rest))


def _parted(page: CardPage) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """The parts that the page holds, and the rest; one that only begins on it is in both."""
    box = divide_card(page).parts
    room = box.height()
    for number, part in enumerate(page.parts):
        needed = part_height(part, box.width())
        if needed > room:
            alone = number == 0 and page.drawing is None
            head, tail = _broken(part, box, room - BETWEEN_PARTS, alone=alone)
            return (*page.parts[:number], *head), (*tail, *page.parts[number + 1 :])
        room -= needed
    return page.parts, ()


def _broken(
    part: Part, box: QRectF, room: float, *, alone: bool
) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """What of a part is set into the room, and the rest; something always is where the part is `alone`."""
    if not alone and side_height(part) > room:
        return (), (part,)
    width = box.width() - SIDE
    heads = part.lines[:1] if part.lines[0].strong else ()
    lines = list(part.lines[len(heads) :])
    room -= sum(line_height(line, width) for line in heads)
    here: list[Line] = []
    while lines and line_height(lines[0], width) <= room:
        room -= line_height(lines[0], width)
        here.append(lines.pop(0))
    if lines and ((alone and not here) or (len(lines[0].cells) == 1 and room >= _LEAST)):
        head, tail = _cut(lines.pop(0), width, room)
        here.append(head)
        lines[:0] = [tail] if any(tail.cells) else []
    if not here:
        return (), (part,)
    first = (replace(part, lines=(*heads, *here)),)
    heading = part.heading.removesuffix(_CONTINUED) + _CONTINUED
    return first, (replace(part, heading=heading, lines=(*heads, *lines)),) if lines else ()


def _cut(line: Line, width: float, room: float) -> tuple[Line, Line]:
    """A line cut in two: of each cell as much as the room holds, then the rest."""
    pairs = []
    for text, cell in cells_of(line, QRectF(0, 0, width, 0)):

        def fits(text: str, wide: float = cell.width()) -> bool:
            return height_of(text, line_font(line), wide) <= room

        pairs.append((text, "") if fits(text) else cut(text, fits))
    head, tail = zip(*pairs, strict=True)
    return replace(line, cells=tuple(head)), replace(line, cells=tuple(tail))
