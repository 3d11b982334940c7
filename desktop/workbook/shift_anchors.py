"""Pictures, charts and controls after rows have changed: the cells that hold their corners."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.domain.errors import EditRefused
from desktop.workbook.markup import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.workbook.shift_stretch import Stretch
    from desktop.workbook.spans import Tag
    from desktop.workbook.splices import Splice

_ANCHORS = ("twoCellAnchor", "oneCellAnchor", "anchor")


def anchor_splices(stretch: Stretch) -> Iterator[Splice]:
    """What changes in a drawing, or among a sheet's controls; EditRefused where a picture would be lost."""
    for name in _ANCHORS:
        for anchor in stretch.tags(name):
            yield from _anchor(stretch, anchor)


def _anchor(stretch: Stretch, anchor: Tag) -> Iterator[Splice]:
    corners = [
        row
        for name in ("from", "to")
        for corner in stretch.tags(name, anchor)
        for row in stretch.tags("row", corner)
    ]
    if not corners or anchor.attributes.get("editAs") == "absolute":
        return
    # Rows count from 0 here. A picture that keeps its size takes its lower corner along.
    first, last = number(stretch.content(corners[0])) + 1, number(stretch.content(corners[-1])) + 1
    span = stretch.shift.span(first, max(first, last))
    if span is None:
        raise EditRefused(
            f"A picture or chart stands in the rows that would go from sheet {stretch.sheet}. Move it to "
            "other rows in Excel, then delete these."
        )
    if anchor.attributes.get("editAs") == "oneCell":
        span = span[0], span[0] + last - first
    for corner, row in zip(corners, span, strict=False):
        yield from stretch.in_text(corner, partial(_written, row))


def _written(row: int, _: str) -> str:
    return str(row - 1)
