"""Targets and expenditure: tables with one row to a record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.cells import CellRef
from desktop.domain.dates import find_dates, read_real_date
from desktop.domain.expenditure import Expenditure
from desktop.domain.periods import read_period
from desktop.domain.targets import Target
from desktop.domain.unchosen import said
from desktop.workbook.indicator_records import value_at
from desktop.workbook.shapes import is_aside

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from desktop.domain.tables import Table
    from desktop.workbook.recognise import Block
    from desktop.workbook.sheet import Sheet


def read_targets(sheet: Sheet, block: Block) -> tuple[Target, ...]:
    """The targets of a table, from top to bottom."""
    return tuple(target for row in _rows(block) if (target := read_target(sheet, block.table, row)))


def read_target(sheet: Sheet, table: Table, row: int) -> Target | None:
    """The target that stands in a row; None where the row names no indicator, or nothing but one."""
    texts = _texts(sheet, table, row)
    column = table.column_of("value")
    if column is None or "indicator" not in texts or len(texts) == 1 or is_aside(texts["indicator"]):
        return None
    return Target(
        table=table.id,
        indicator=texts["indicator"],
        value=value_at(sheet, row, column),
        date=_date(sheet, table, row),
        date_raw=texts.get("date", ""),
        set_by=texts.get("set_by", ""),
        where=texts.get("where", ""),
        words=texts.get("words", ""),
        row=row,
        cell=CellRef(sheet=sheet.name, row=row, column=column),
    )


def read_expenditure(sheet: Sheet, block: Block) -> tuple[Expenditure, ...]:
    """The amounts of a table, from top to bottom; "of this total" belongs to the amount above it.

    Where the area is blank, as beneath a merged cell, it is the one above.
    """
    found: list[Expenditure] = []
    total = ""
    for row in _rows(block):
        above = found[-1] if found else None
        amount = _amount(sheet, block.table, row, above)
        if amount is not None:
            part = amount.question.casefold().startswith("of this total")
            found.append(replace(amount, part_of=total) if part else amount)
            total = total if part else amount.question
    return tuple(found)


def _amount(sheet: Sheet, table: Table, row: int, above: Expenditure | None) -> Expenditure | None:
    texts = _texts(sheet, table, row)
    column, question = table.column_of("amount"), texts.get("question", "")
    heads = [texts[field] for field in ("area", "question") if field in texts]
    if column is None or not heads or len(texts) == 1 or any(map(is_aside, heads)):
        return None
    if above is not None and "area" not in texts:
        texts = {**texts, "group": above.group, "area": above.area}
    return Expenditure(
        table=table.id,
        group=texts.get("group", ""),
        area=texts.get("area", ""),
        question=question,
        amount=value_at(sheet, row, column),
        part_of="",
        row=row,
        cell=CellRef(sheet=sheet.name, row=row, column=column),
    )


def _rows(block: Block) -> Iterator[int]:
    table = block.table
    return (row for row in range(table.header_row + 1, table.last_row + 1) if row not in block.no_records)


def _texts(sheet: Sheet, table: Table, row: int) -> Mapping[str, str]:
    """The texts of a row by field, blank ones left out."""
    shown = sheet.texts(row)
    texts = {column.field: said(shown[column.column - 1]) for column in table.columns if column.field}
    return {field: text for field, text in texts.items() if text}


def _date(sheet: Sheet, table: Table, row: int) -> dt.date | None:
    column = table.column_of("date")
    if column is None:
        return None
    text, real = sheet.text(row, column), sheet.date(row, column)
    if real is not None:
        return read_real_date(real, text)[0]
    found = find_dates(text)
    if found:
        return found[0].date
    period = read_period(text)
    return None if period is None else period.end
