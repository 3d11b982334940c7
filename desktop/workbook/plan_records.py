"""Milestones of a plan: strands as bands, projects over several rows, milestones in each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.workbook.plan_lines import (
    PLACE_FIELDS,
    Place,
    columns_of,
    is_aside_line,
    line_of,
    milestone_of,
    next_place,
)
from desktop.workbook.recognise import counted
from desktop.workbook.shapes import is_aside, is_numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from desktop.domain.plan import Milestone
    from desktop.domain.tables import Table
    from desktop.workbook.plan_lines import PlanLine
    from desktop.workbook.recognise import Block
    from desktop.workbook.sheet import Sheet

_LONGEST_REF = 4
_LONGEST_BAND = 60  # where a band stands in a column that does not name projects
_WIDE = 3  # columns over which a band, at the least, is merged


def read_milestones(
    sheet: Sheet, block: Block, earlier: Iterable[Table] = ()
) -> tuple[Table, tuple[Milestone, ...]]:
    """The milestones of a plan from top to bottom, and the table with their number.

    A row that only carries an impact is a milestone too. Where the table is as it was `earlier`, it is the
    identical object.
    """
    placed = list(_placed(sheet, block))
    table = counted(block.table, len(placed), earlier)
    columns = columns_of(table, sheet.scan.merged)
    return table, tuple(milestone_of(table, columns, line, place) for line, place in placed)


def _placed(sheet: Sheet, block: Block) -> Iterator[tuple[PlanLine, Place]]:
    """The rows that are milestones, each with its place."""
    table, columns = block.table, columns_of(block.table, sheet.scan.merged)
    rows = range(table.header_row + 1, table.last_row + 1)
    lines = [line_of(sheet, row, columns) for row in rows if row not in block.no_records]
    bands = _bands(sheet, lines)
    place = Place(strand=block.heading)
    for line in lines:
        band = bands.get(line.row)
        if band is not None:
            place = place if band in block.titles else Place(strand=band)
        elif line.filled and not is_aside_line(line.filled):
            place = next_place(place, line)
            yield line, place


def _bands(sheet: Sheet, lines: Iterable[PlanLine]) -> Mapping[int, str]:
    """The texts of rows that only name a strand, by row."""
    areas = (box for box in sheet.scan.merged if box[3] - box[1] + 1 >= _WIDE)
    wide = {box[0]: box for box in areas if sheet.text(box[0], box[1]).strip()}
    numbered = {
        field
        for line in lines
        if len(line.filled) > 1
        for field, text in line.filled.items()
        if text[0].isdigit() and is_numbered(text)
    }
    found = {}
    for line in lines:
        if len(line.filled) <= 1:
            text = _wide_text(sheet, line, wide) or _strand_band(line.filled, numbered)
            if text:
                found[line.row] = text
    return found


def _wide_text(sheet: Sheet, line: PlanLine, wide: Mapping[int, tuple[int, int, int, int]]) -> str:
    """The text of a cell that is merged over several columns, where it is all that the row says."""
    box = wide.get(line.row)
    text = "" if box is None else sheet.text(box[0], box[1]).strip()
    return text if not line.filled or text in line.filled.values() else ""


def _strand_band(filled: Mapping[str, str], numbered: AbstractSet[str]) -> str:
    """The text of a row that only names a strand; empty for any other row.

    In a field that is numbered in other rows too, a number says nothing.
    """
    for field, text in filled.items():
        named = field == "ref" and len(text) > _LONGEST_REF
        short = field in PLACE_FIELDS or len(text) <= _LONGEST_BAND
        if not is_aside(text) and (named or (short and is_numbered(text) and field not in numbered)):
            return text
    return ""
