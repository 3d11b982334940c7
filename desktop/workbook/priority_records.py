"""Priorities of a table, a row to each, under the outcome that stands beside or above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.cells import CellRef
from desktop.domain.priorities import Priority
from desktop.domain.unchosen import said
from desktop.workbook.shapes import is_aside

if TYPE_CHECKING:
    from desktop.domain.tables import Table
    from desktop.workbook.recognise import Block
    from desktop.workbook.sheet import Sheet


def read_priorities(sheet: Sheet, block: Block) -> tuple[Priority, ...]:
    """The priorities of a table, from top to bottom.

    Where the outcome is blank, as beneath a merged cell, it is the one above, and so is the lead.
    """
    table = block.table
    found: list[Priority] = []
    for row in range(table.header_row + 1, table.last_row + 1):
        if row not in block.no_records:
            priority = _priority(sheet, table, row, found[-1] if found else None)
            if priority is not None:
                found.append(priority)
    return tuple(found)


def _priority(sheet: Sheet, table: Table, row: int, above: Priority | None) -> Priority | None:
    texts = {
        column.field: " ".join(said(sheet.text(row, column.column)).split())
        for column in table.columns
        if column.field
    }
    column = table.column_of("priority")
    if column is None or not texts["priority"] or is_aside(texts["priority"]):
        return None
    outcome, lead = texts.get("outcome", ""), texts.get("lead", "")
    if above is not None and outcome in {"", above.outcome}:
        outcome, lead = above.outcome, lead or above.lead
    return Priority(
        table=table.id,
        outcome=outcome,
        number=texts.get("number", ""),
        text=texts["priority"],
        obsession=texts.get("obsession", ""),
        sponsor=texts.get("sponsor", ""),
        lead=lead,
        row=row,
        cell=CellRef(sheet=sheet.name, row=row, column=column),
    )
