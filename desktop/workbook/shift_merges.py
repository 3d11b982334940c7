"""Merged areas after rows have changed: where they are, which are new, and which begin in another row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.row_edits import InsertRows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.workbook.row_shift import Shift
    from desktop.workbook.sheet_scan import Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """The content of a merged area whose first row is another one now.

    The cells of the columns stood in the row `source` before, and belong in the row `target` now.
    """

    source: int
    target: int
    left: int
    right: int


def moved_area(box: Box, shift: Shift) -> Box | None:
    """Where a merged area is now; None where it is gone, or is a single cell."""
    rows = shift.span(box[0], box[2])
    if rows is None:
        return None
    first, last = rows
    edit = shift.edit
    if isinstance(edit, InsertRows) and edit.record:
        if _ends_above(box, edit):
            last = edit.at + edit.count - 1
        if _begins_beneath(box, edit):
            first = edit.at
    moved = first, box[1], last, box[3]
    return None if moved[:2] == moved[2:] else moved


def copied_areas(merged: tuple[Box, ...], shift: Shift) -> Iterator[Box]:
    """The merged areas of new rows: those of the rows that they look like."""
    edit = shift.edit
    if isinstance(edit, InsertRows) and edit.record:
        down = edit.at - edit.source(0)
        for first, left, last, right in merged:
            if _within(first, last, edit):
                yield first + down, left, last + down, right


def handed(merged: tuple[Box, ...], shift: Shift) -> Iterator[Handed]:
    """What merged areas hold that begin in another row now, though some of them is left."""
    for box in merged:
        moved = moved_area(box, shift)
        rows = shift.span(box[0], box[2])
        target = moved[0] if moved else (rows[0] if rows else None)
        if target is not None and target != shift.row(box[0]):
            yield Handed(source=box[0], target=target, left=box[1], right=box[3])


def _within(first: int, last: int, edit: InsertRows) -> bool:
    return edit.source(0) <= first and last <= edit.source(edit.count - 1)


def _ends_above(box: Box, edit: InsertRows) -> bool:
    joins = box[0] < edit.source(0) <= edit.source(edit.count - 1) == box[2]
    return joins and box[2] == edit.at - 1


def _begins_beneath(box: Box, edit: InsertRows) -> bool:
    return box[0] == edit.at == edit.source(0) and box[2] > edit.source(edit.count - 1)
