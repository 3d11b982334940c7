"""Targets and expenditure: tables with one row to a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.cells import CellRef
from desktop.domain.dates import find_dates
from desktop.domain.expenditure import Expenditure
from desktop.domain.periods import read_period
from desktop.domain.targets import Target
from desktop.workbook.indicator_records import value_at
from desktop.workbook.recognise import header_rows

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from desktop.domain.tables import Table
    from desktop.workbook.sheet import Sheet


def read_targets(sheet: Sheet, table: Table) -> tuple[Target, ...]:
    """The targets of a table, from top to bottom."""
    return tuple(target for row in _rows(sheet, table) if (target := read_target(sheet, table, row)))


def read_target(sheet: Sheet, table: Table, row: int) -> Target | None:
    """The target that stands in a row; None where the row names no indicator or no value."""
    indicator = _text(sheet, table, row, "indicator")
    column = table.column_of("value")
    if not indicator or column is None:
        return None
    return Target(
        table=table.id,
        indicator=indicator,
        value=value_at(sheet, row, column),
        date=_date(sheet, table, row),
        date_raw=_text(sheet, table, row, "date"),
        set_by=_text(sheet, table, row, "set_by"),
        where=_text(sheet, table, row, "where"),
        words=_text(sheet, table, row, "words"),
        row=row,
        cell=CellRef(sheet=sheet.name, row=row, column=column),
    )


def read_expenditure(sheet: Sheet, table: Table) -> tuple[Expenditure, ...]:
    """The amounts of a table, from top to bottom; "of this total" belongs to the amount above it."""
    found: list[Expenditure] = []
    total = ""
    for row in _rows(sheet, table):
        question = _text(sheet, table, row, "question")
        part = question.casefold().startswith("of this total")
        column = table.column_of("amount")
        area = _text(sheet, table, row, "area")
        if column is None or not (question or area):
            continue
        found.append(
            Expenditure(
                table=table.id,
                group=_text(sheet, table, row, "group"),
                area=area,
                question=question,
                amount=value_at(sheet, row, column),
                part_of=total if part else "",
                row=row,
                cell=CellRef(sheet=sheet.name, row=row, column=column),
            )
        )
        total = total if part else question
    return tuple(found)


def _rows(sheet: Sheet, table: Table) -> Iterator[int]:
    headers = header_rows(sheet, table)
    return (row for row in range(table.header_row + 1, table.last_row + 1) if row not in headers)


def _text(sheet: Sheet, table: Table, row: int, field: str) -> str:
    column = table.column_of(field)
    return sheet.text(row, column).strip() if column is not None else ""


def _date(sheet: Sheet, table: Table, row: int) -> dt.date | None:
    column = table.column_of("date")
    if column is None:
        return None
    real = sheet.date(row, column)
    if real is not None:
        return real
    text = sheet.text(row, column)
    found = find_dates(text)
    if found:
        return found[0].date
    period = read_period(text)
    return None if period is None else period.end
