"""Indicators of a table: a code, a definition and its values, in one row or in two."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from desktop import assets
from desktop.domain.cells import CellRef
from desktop.domain.indicators import Indicator, IndicatorValue, Measure
from desktop.domain.library import normal_code, read_library
from desktop.domain.unchosen import said
from desktop.domain.values import read_value
from desktop.workbook.columns import PAIRED
from desktop.workbook.indicator_sets import baseline_at, told
from desktop.workbook.recognise import lone_text
from desktop.workbook.shapes import is_aside, is_code, is_heading

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.domain.tables import Table
    from desktop.domain.values import Value
    from desktop.workbook.recognise import Block
    from desktop.workbook.sheet import Sheet


@cache
def library() -> Mapping[str, Measure]:
    """The indicator library that comes with the program."""
    return read_library(assets.resource("indicator_library.csv").read_text(encoding="utf-8"))


def read_indicators(sheet: Sheet, block: Block) -> tuple[Indicator, ...]:
    """The indicators of a table, from top to bottom."""
    table, group = block.table, block.heading
    found: list[Indicator] = []
    row = table.header_row + 1
    while row <= table.last_row:
        if row in block.no_records or not _begins(sheet, table, row):
            heading = "" if row in block.no_records else _heading(sheet, table, row)
            group = heading if heading and heading not in block.titles else group
            row += 1
            continue
        group = _own_group(sheet, table, row) or group
        values_row = _values_row(sheet, table, row)
        found.append(_indicator(sheet, table, (row, values_row), group))
        row = (values_row or row) + 1
    return tuple(found)


def reread_indicator(before: Sheet, after: Sheet, table: Table, indicator: Indicator) -> Indicator | None:
    """The same indicator as its rows stand now; None where they may no longer be read alone."""
    row = indicator.row
    values_row = indicator.values[0].cell.row if indicator.values else None
    key = _key_column(table)
    alone = (
        before.text(row, key) == after.text(row, key)
        and _own_group(before, table, row) == _own_group(after, table, row)
        and _begins(after, table, row)
        and _values_row(after, table, row) == values_row
    )
    return _indicator(after, table, (row, values_row), indicator.group) if alone else None


def rows_of(indicator: Indicator) -> tuple[int, ...]:
    """The rows that an indicator takes up: that of its code, and that of its values if it is another."""
    values_row = indicator.values[0].cell.row if indicator.values else indicator.row
    return (indicator.row,) if values_row == indicator.row else (indicator.row, values_row)


def value_at(sheet: Sheet, row: int, column: int) -> Value:
    """The value of a cell: its text as shown, read as a number or a missing marker where it can be."""
    value = read_value(sheet.text(row, column), sheet.number(row, column))
    return replace(value, stale=True) if sheet.stale(row, column) else value


def _key_column(table: Table) -> int:
    """The column that tells where an indicator begins: a table of indicators always has one."""
    return table.column_of("code") or table.column_of("name") or 1


def _indicator(sheet: Sheet, table: Table, rows: tuple[int, int | None], group: str) -> Indicator:
    row, values_row = rows
    code_column = table.column_of("code")
    name_column = _name_column(sheet, table, row)
    code = sheet.text(row, code_column).strip() if code_column else ""
    name = " ".join(sheet.text(row, name_column).split()) if name_column else ""
    return Indicator(
        code=code or name,
        name=name,
        group=group,
        measure=library().get(normal_code(code or name), _UNKNOWN),
        table=table.id,
        cell=CellRef(sheet=sheet.name, row=row, column=_key_column(table)),
        values=() if values_row is None else tuple(_values(sheet, table, values_row)),
        name_cell=CellRef(sheet=sheet.name, row=row, column=name_column) if name_column else None,
        baseline=_baseline(sheet, table, row),
        **told(sheet, table, row),
    )


_UNKNOWN = Measure()


def _baseline(sheet: Sheet, table: Table, row: int) -> Value | None:
    """What stands in the column of baselines, whether or not its period can be read."""
    column = table.column_of("baseline")
    if column is None or not said(sheet.text(row, column)):
        return None
    return value_at(sheet, row, column)


def _values(sheet: Sheet, table: Table, row: int) -> Iterator[IndicatorValue]:
    baseline = baseline_at(sheet, table, row)
    if baseline is not None:
        cell, period = baseline
        yield IndicatorValue(period=period, cell=cell, value=value_at(sheet, row, cell.column))
    for column in table.columns:
        if column.period is not None:
            yield IndicatorValue(
                period=column.period,
                cell=CellRef(sheet=sheet.name, row=row, column=column.column),
                value=value_at(sheet, row, column.column),
            )


def _own_group(sheet: Sheet, table: Table, row: int) -> str:
    column = table.column_of("group")
    return sheet.text(row, column).strip() if column is not None else ""


def _begins(sheet: Sheet, table: Table, row: int) -> bool:
    """Whether a row begins an indicator; a text that stands alone must look like a code for that."""
    text = said(sheet.text(row, _key_column(table)))
    if not text or is_aside(text):
        return False
    return is_code(text) or len(_mapped(sheet, table, row)) > 1


def _mapped(sheet: Sheet, table: Table, row: int) -> list[int]:
    """The columns with a field of their own that are filled in a row."""
    filled = {column for column, _ in sheet.filled(row)}
    return [column.column for column in table.columns if column.field and column.column in filled]


def _values_row(sheet: Sheet, table: Table, row: int) -> int | None:
    """The row of an indicator's values; None where those of a two-row form are missing altogether."""
    periods = [column.column for column in table.periods]
    if table.form != PAIRED or any(value_at(sheet, row, column).number is not None for column in periods):
        return row
    beneath = next(
        (below for below in range(row + 1, table.last_row + 1) if _mapped(sheet, table, below)), None
    )
    if beneath is not None and _holds_values(sheet, table, beneath):
        return beneath
    return row + 1 if beneath != row + 1 else None


def _holds_values(sheet: Sheet, table: Table, row: int) -> bool:
    if sheet.text(row, _key_column(table)).strip():
        return False
    return bool(_mapped(sheet, table, row)) and not _heading(sheet, table, row)


def _name_column(sheet: Sheet, table: Table, row: int) -> int | None:
    """Where the definition stands: its own column, or in the two-row form the longest text of the row.

    A text under a period comes first there: that is where a definition shares a column.
    """
    named = table.column_of("name")
    if named is not None or table.form != PAIRED:
        return named
    key = _key_column(table)
    shared = {column.column for column in table.columns if column.period or not column.header}
    texts = {column: held for column, held in sheet.filled(row) if column != key and isinstance(held, str)}
    return max(texts, key=lambda column: (column in shared, len(str(texts[column]))), default=None)


def _heading(sheet: Sheet, table: Table, row: int) -> str:
    """The name of a group, where a row holds nothing else of the table; empty where it is none."""
    alone = lone_text(sheet, row)
    if alone:
        return "" if is_aside(alone) else alone
    mapped = _mapped(sheet, table, row)
    texts = [sheet.text(row, column).strip() for column in mapped]
    if not mapped:
        texts = [sheet.text(row, column).strip() for column, _ in sheet.filled(row)]
    return next((text for text in texts if len(mapped) <= 1 and is_heading(text)), "")
