"""Indicators of a table: a code, a definition and its values, in one row or in two."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from desktop import assets
from desktop.domain.cells import CellRef
from desktop.domain.indicators import Indicator, IndicatorValue, Measure
from desktop.domain.library import normal_code, read_library
from desktop.domain.values import read_value
from desktop.workbook.recognise import CODE, PAIRED, header_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.domain.tables import Table
    from desktop.domain.values import Value
    from desktop.workbook.sheet import Sheet

_GROUP = re.compile(
    r"(?:objective|outcome|priority|theme|strand|section|obsession)\b|\d+[.)]\s", re.IGNORECASE
)


@cache
def library() -> Mapping[str, Measure]:
    """The indicator library that comes with the program."""
    return read_library(assets.resource("indicator_library.csv").read_text(encoding="utf-8"))


def read_indicators(sheet: Sheet, table: Table) -> tuple[Indicator, ...]:
    """The indicators of a table, from top to bottom."""
    found: list[Indicator] = []
    code_column = table.column_of("code") or table.column_of("name")
    if code_column is None:
        return ()
    headers = header_rows(sheet, table)
    group, row = _group_above(sheet, table), table.header_row + 1
    while row <= table.last_row:
        if row in headers or not _codes(sheet, table, row, code_column):
            group = group if row in headers else _heading(sheet, row) or group
            row += 1
            continue
        values_row = _values_row(sheet, table, row, code_column)
        found.append(_indicator(sheet, table, (row, values_row), group))
        row = values_row + 1
    return tuple(found)


def reread_indicator(sheet: Sheet, table: Table, indicator: Indicator) -> Indicator:
    """The same indicator with its values as they stand now."""
    values_row = indicator.values[0].cell.row if indicator.values else indicator.row
    return _indicator(sheet, table, (indicator.row, values_row), indicator.group)


def _indicator(sheet: Sheet, table: Table, rows: tuple[int, int], heading: str) -> Indicator:
    row, values_row = rows
    code_column, group_column = table.column_of("code"), table.column_of("group")
    name_column = _name_column(sheet, table, row, code_column)
    code = sheet.text(row, code_column).strip() if code_column else ""
    name = " ".join(sheet.text(row, name_column).split()) if name_column else ""
    return Indicator(
        code=code or name,
        name=name,
        group=(sheet.text(row, group_column).strip() if group_column else "") or heading,
        measure=library().get(normal_code(code), _UNKNOWN),
        table=table.id,
        cell=CellRef(sheet=sheet.name, row=row, column=code_column or name_column or 1),
        values=tuple(_values(sheet, table, values_row)),
        name_cell=CellRef(sheet=sheet.name, row=row, column=name_column) if name_column else None,
    )


_UNKNOWN = Measure()


def _values(sheet: Sheet, table: Table, row: int) -> Iterator[IndicatorValue]:
    for column in table.columns:
        if column.period is not None:
            yield IndicatorValue(
                period=column.period,
                cell=CellRef(sheet=sheet.name, row=row, column=column.column),
                value=value_at(sheet, row, column.column),
            )


def value_at(sheet: Sheet, row: int, column: int) -> Value:
    """The value of a cell: its text as shown, read as a number or a missing marker where it can be."""
    return read_value(sheet.text(row, column), sheet.number(row, column))


def _codes(sheet: Sheet, table: Table, row: int, code_column: int) -> bool:
    """Whether the row begins an indicator; without a header over the codes, they must look like codes."""
    text = sheet.text(row, code_column).strip()
    if not text:
        return False
    named = any(column.column == code_column and column.header for column in table.columns)
    return CODE.match(text) is not None or (named and len(list(sheet.filled(row))) > 1)


def _values_row(sheet: Sheet, table: Table, row: int, code_column: int) -> int:
    if table.form != PAIRED or row + 1 > table.last_row or sheet.text(row + 1, code_column).strip():
        return row
    return row + 1


def _name_column(sheet: Sheet, table: Table, row: int, code_column: int | None) -> int | None:
    """Where the definition stands: its own column, or in the two-row form the longest text of the row."""
    named = table.column_of("name")
    if named is not None or table.form != PAIRED:
        return named
    texts = {column: len(sheet.text(row, column)) for column, _ in sheet.filled(row) if column != code_column}
    return max(texts, key=lambda column: texts[column], default=None)


def _heading(sheet: Sheet, row: int) -> str:
    """The text of a row in which nothing else stands; empty where it is no heading."""
    filled = list(sheet.filled(row))
    return sheet.text(row, filled[0][0]).strip() if len(filled) == 1 and isinstance(filled[0][1], str) else ""


def _group_above(sheet: Sheet, table: Table) -> str:
    """The heading right above the first header row, where it reads like one and not like a title."""
    heading = _heading(sheet, table.header_row - 1) if table.header_row > 1 else ""
    return heading if _GROUP.match(heading) else ""
