"""The grants that a plan's spends come from: names beneath the word Grant, amounts beneath Amount."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.domain.cells import CellRef
from desktop.domain.expenditure import Grant
from desktop.domain.tables import TableKind
from desktop.workbook.fields import meanings_of
from desktop.workbook.headers import Header, head_at
from desktop.workbook.indicator_records import value_at
from desktop.workbook.shapes import is_aside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.workbook.sheet import Sheet

_WORD = frozenset({"Grant", "grant", "GRANT"})
_HEAD = re.compile(
    r"grants?(?:\s+(?:name|title|source))?(?:\s*\(?\d{4}\s*[/–-]\s*\d{2,4}\)?)?\s*:?", re.IGNORECASE
)
"""The header over their names: "Grant", "Grant 2001-2002"."""


def read_grants(sheet: Sheet) -> tuple[Grant, ...]:
    """The grants of a sheet, wherever they stand in it outside tables, from top to bottom."""
    return tuple(
        grant
        for row, held in enumerate(sheet.rows, start=1)
        for column, text in enumerate(held, start=1)
        if isinstance(text, str) and text[:5] in _WORD and _HEAD.fullmatch(text.strip())
        for grant in _beneath(sheet, row, column)
    )


def _beneath(sheet: Sheet, row: int, column: int) -> Iterator[Grant]:
    """The grants beneath a header, down to a total or a blank row."""
    amount = next(
        (other for other, _ in sheet.filled(row) if other > column and _is_amount(sheet, row, other)), None
    )
    head = head_at(sheet, row)
    if amount is None or (isinstance(head, Header) and amount in head.fields):
        return
    for below in range(row + 1, sheet.height + 1):
        name = " ".join(sheet.text(below, column).split())
        if not name or is_aside(name):
            return
        cell = CellRef(sheet=sheet.name, row=below, column=amount)
        yield Grant(name=name, amount=value_at(sheet, below, amount), row=below, cell=cell)


def _is_amount(sheet: Sheet, row: int, column: int) -> bool:
    meanings = meanings_of(sheet.text(row, column))
    return any((one.kind, one.field) == (TableKind.EXPENDITURE, "amount") for one in meanings)
