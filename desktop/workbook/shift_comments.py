"""Comments after rows have changed: their cells, and the shapes that show them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.workbook.markup import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.workbook.shift_stretch import Stretch
    from desktop.workbook.spans import Tag
    from desktop.workbook.splices import Splice

_ANCHOR_ROWS = (2, 6)
_FORMULAS = ("FmlaLink", "FmlaRange", "FmlaTxbx", "FmlaGroup")
_NUMBER = re.compile(r"\d+")


def comment_splices(stretch: Stretch, gone: list[Tag]) -> Iterator[Splice]:
    """The cells of comments, plain and threaded; those of deleted rows are added to `gone`."""
    for name in ("comment", "threadedComment"):
        for tag in stretch.tags(name):
            if not stretch.area(tag.attributes.get("ref", "")):
                gone.append(tag)
            yield from stretch.in_attribute(tag, "ref", stretch.area)


def shape_splices(stretch: Stretch, gone: list[Tag]) -> Iterator[Splice]:
    """The shapes of comments and controls (ECMA-376 part 4, 19.4): rows count from 0 in them."""
    for shape in stretch.tags("shape"):
        rows = [*stretch.tags("Row", shape)]
        if any(_row(stretch, stretch.content(row)) is None for row in rows):
            gone.append(shape)
            continue
        for row in rows:
            yield from stretch.in_text(row, lambda text: _row(stretch, text) or text)
        for anchor in stretch.tags("Anchor", shape):
            yield from stretch.in_text(anchor, lambda text: _anchor(stretch, text))
        for name in _FORMULAS:
            for tag in stretch.tags(name, shape):
                yield from stretch.in_text(tag, stretch.formula)


def _row(stretch: Stretch, text: str) -> str | None:
    """Where a row is now; None where it is gone."""
    row = stretch.shift.row(number(text.strip()) + 1)
    return None if row is None else str(row - 1)


def _anchor(stretch: Stretch, text: str) -> str:
    """An anchor: column, offset, row and offset of its first corner, then of its last.

    The shape of a comment keeps its height.
    """
    numbers = [number(found) for found in _NUMBER.findall(text)]
    if len(numbers) <= _ANCHOR_ROWS[1]:
        return text
    first, last = (numbers[at] for at in _ANCHOR_ROWS)
    span = stretch.shift.span(first + 1, first + 1)
    moved = span[0] - 1 if span else stretch.shift.window[0] - 1
    for at, row in zip(_ANCHOR_ROWS, (moved, moved + last - first), strict=True):
        numbers[at] = row
    return ", ".join(map(str, numbers))
