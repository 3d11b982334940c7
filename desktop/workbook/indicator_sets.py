"""What a set says of each indicator: a baseline with its own period, who answers for it, its links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.baselines import baseline_period
from desktop.domain.cells import CellRef, column_letters
from desktop.domain.contents import Problem
from desktop.domain.unchosen import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from desktop.domain.indicators import Indicator
    from desktop.domain.periods import Period
    from desktop.domain.tables import Table
    from desktop.workbook.sheet import Sheet

_TOLD = ("priority", "sponsor", "lead", "linked", "baseline_period")


def baseline_at(sheet: Sheet, table: Table, row: int) -> tuple[CellRef, Period] | None:
    """The cell of the baseline in a row, and when it was measured; None where no period can be read."""
    column, period = table.column_of("baseline"), table.column_of("baseline_period")
    if column is None or period is None:
        return None
    measured = baseline_period(sheet.text(row, period))
    return None if measured is None else (CellRef(sheet=sheet.name, row=row, column=column), measured)


def undated_baselines(sheet: Sheet, table: Table, indicators: Iterable[Indicator]) -> Iterator[Problem]:
    """What is to be said of the baselines whose period can't be read, so that they are on no chart."""
    column, period = table.column_of("baseline"), table.column_of("baseline_period")
    if column is None or period is None:
        return
    for indicator in indicators:
        cell = CellRef(sheet=sheet.name, row=indicator.row, column=column)
        text = said(sheet.text(cell.row, cell.column))
        if text and baseline_at(sheet, table, cell.row) is None:
            yield Problem(
                sheet=sheet.name,
                cell=cell,
                message=f"{sheet.name}, {cell.a1}: the baseline “{text}” of {indicator.code} has no period "
                "that can be read, so it is not on the chart. Write one, such as January 2011 or 2009/10, "
                f"into {column_letters(period)}{cell.row}.",
            )


def told(sheet: Sheet, table: Table, row: int) -> Mapping[str, str]:
    """What else is said of an indicator, by field; empty where the table has no such column."""
    columns = {field: table.column_of(field) for field in _TOLD}
    return {
        field: " ".join(said(sheet.text(row, column)).split()) if column else ""
        for field, column in columns.items()
    }
