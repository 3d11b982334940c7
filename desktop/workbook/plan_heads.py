"""The lines above a plan, from the table above it down to its header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.cells import CellRef
from desktop.domain.plan_heads import read_head
from desktop.domain.tables import TableKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.domain.plan_heads import PlanHead
    from desktop.domain.tables import Table
    from desktop.workbook.sheet import Sheet

_FURTHEST = 40  # rows above a header in which its head may stand


def read_heads(sheet: Sheet, tables: Sequence[Table], earlier: Iterable[PlanHead]) -> tuple[PlanHead, ...]:
    """The heads of a sheet's plans; one that is as it was `earlier` is the identical object."""
    known = {head.table: head for head in earlier}
    found = []
    for table in tables:
        if table.kind is TableKind.PLAN and not table.beside:
            above = max((other.last_row for other in tables if other.last_row < table.first_row), default=0)
            first = max(above + 1, table.first_row - _FURTHEST)
            head = read_head(table.id, _lines(sheet, range(first, table.first_row)))
            if head is not None:
                found.append(old if (old := known.get(table.id)) == head else head)
    return tuple(found)


def _lines(sheet: Sheet, rows: Iterable[int]) -> Iterator[tuple[CellRef, str]]:
    """The texts of rows, each with its cell; a label and what stands right of it are one text.

    A cell may hold several lines.
    """
    for row in rows:
        label = ""
        for column, _ in sheet.filled(row):
            cell, text = CellRef(sheet=sheet.name, row=row, column=column), sheet.text(row, column).strip()
            if text.endswith(":"):
                label = f"{label}{text} "
                continue
            for line in f"{label}{text}".splitlines():
                yield cell, line
            label = ""
