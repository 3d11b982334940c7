"""What moves with each indicator, where a table of its own says so, a row to each indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.linkages import Linkage
from desktop.domain.unchosen import said
from desktop.workbook.shapes import is_aside

if TYPE_CHECKING:
    from desktop.workbook.recognise import Block
    from desktop.workbook.sheet import Sheet


def read_linkages(sheet: Sheet, block: Block) -> tuple[Linkage, ...]:
    """The linkages of a table, from top to bottom; a row without an indicator or its links is none."""
    table = block.table
    found = []
    for row in range(table.header_row + 1, table.last_row + 1):
        cell, links = table.cell(row, "indicator"), table.cell(row, "linked")
        if row in block.no_records or cell is None or links is None:
            continue
        name, linked = (" ".join(said(sheet.text(row, one.column)).split()) for one in (cell, links))
        if name and linked and not is_aside(name):
            found.append(Linkage(table=table.id, indicator=name, linked=linked, row=row, cell=cell))
    return tuple(found)
