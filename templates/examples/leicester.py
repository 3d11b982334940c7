"""Leicester: the Quality Protects Management Action Plan 2001-2002 (MAP 3), its figures as printed."""

import re
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.worksheet.pagebreak import Break

from templates.examples.cover import write_cover
from templates.examples.facts import Indicator, read_promises, read_return, read_spending
from templates.examples.style import (
    BAND,
    BODY,
    CENTRED,
    HEADER,
    STRONG,
    SUBTITLE,
    TITLE,
    landscape,
    merge,
    put,
    widths,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

FOOTER = "Leicester City Council - Quality Protects MAP 3, 2001-2002"
CODE_WIDTH, PERIOD_WIDTH = 12.0, 17.0
PERIOD_COLUMNS = "BCDEFG"
NO_INDICATORS = 8  # the plan prints this objective's heading with nothing under it
PAGE = 430.0  # points of rows that one landscape page holds below the repeated title
_NUMBER = re.compile(r"\d+(?:\.(\d+))?")
_DEFINITION = replace(BODY, italic=True, fill="F4F6F7")
_CODE = replace(STRONG, fill="F4F6F7")


def build() -> Workbook:
    """The four sheets: Cover, Indicators, Targets, Expenditure."""
    book = Workbook()
    book.properties.title = "Quality Protects Management Action Plan 2001-2002"
    book.properties.creator = "Leicester City Council"
    write_cover(book.active, FOOTER)
    _indicators(book.create_sheet("Indicators"))
    _targets(book.create_sheet("Targets"))
    _expenditure(book.create_sheet("Expenditure"))
    return book


def reading(printed: str) -> tuple[float | str | None, str | None]:
    """A printed value as its cell holds it, and the number format that shows it as it was printed."""
    match = _NUMBER.fullmatch(printed)
    if not match:
        return printed or None, None
    decimals = match[1]
    return (float(printed), "0." + "0" * len(decimals)) if decimals else (int(printed), "0")


def _titles(sheet: "Worksheet", last: str, *lines: str) -> None:
    for row, (line, look) in enumerate(zip(lines, (TITLE, SUBTITLE, SUBTITLE), strict=False), start=1):
        put(sheet, f"A{row}", line, look)
        merge(sheet, f"A{row}:{last}{row}", look)
        sheet.row_dimensions[row].height = 26 if row == 1 else 16


def _indicators(sheet: "Worksheet") -> None:
    widths(sheet, {"A": CODE_WIDTH} | dict.fromkeys(PERIOD_COLUMNS, PERIOD_WIDTH))
    _titles(
        sheet,
        "G",
        "PERFORMANCE INDICATORS AND PROJECTIONS",
        "(Autumn 2000 Position Statement)",
        "Leicester: 509",
    )
    printed = read_return()
    groups = {
        number: tuple(group) for number, group in groupby(printed.indicators, lambda one: one.objective)
    }
    groups[NO_INDICATORS] = ()
    row, used = 5, 0.0
    for number in sorted(groups):
        after = _objective(sheet, row, number, printed.periods, groups[number])
        height = sum(sheet.row_dimensions[line].height or 0.0 for line in range(row, after))
        if used and used + height > PAGE:
            sheet.row_breaks.append(Break(id=row - 1))
            used = 0.0
        used += height
        row = after
    sheet.freeze_panes = "B4"
    sheet.print_area = f"A1:G{row - 2}"
    landscape(sheet, repeat="1:3", footer=FOOTER)


def _objective(
    sheet: "Worksheet", row: int, number: int, periods: "Sequence[str]", indicators: "Sequence[Indicator]"
) -> int:
    heading = f"OBJECTIVE {number}" if indicators else f"OBJECTIVE {number} - no Performance Indicators"
    put(sheet, f"A{row}", heading, BAND)
    merge(sheet, f"A{row}:G{row}", BAND)
    sheet.row_dimensions[row].height = 20
    if indicators:
        row += 1
        _periods(sheet, row, periods)
    for indicator in indicators:
        _entry(sheet, row + 1, indicator)
        row += 2
    sheet.row_dimensions[row + 1].height = 9
    return row + 2


def _periods(sheet: "Worksheet", row: int, periods: "Sequence[str]") -> None:
    HEADER.on(sheet[f"A{row}"])
    for column, period in zip(PERIOD_COLUMNS, periods, strict=True):
        put(sheet, f"{column}{row}", period.replace(" ", "\n"), HEADER)
    sheet.row_dimensions[row].height = 28


def _entry(sheet: "Worksheet", row: int, indicator: Indicator) -> None:
    put(sheet, f"A{row}", indicator.code, _CODE)
    put(sheet, f"B{row}", indicator.definition, _DEFINITION)
    merge(sheet, f"B{row}:G{row}", _DEFINITION)
    sheet.row_dimensions[row].height = _DEFINITION.height(indicator.definition, PERIOD_WIDTH * 6)
    BODY.on(sheet[f"A{row + 1}"])
    for column, printed in zip(PERIOD_COLUMNS, indicator.values, strict=True):
        value, number_format = reading(printed)
        put(sheet, f"{column}{row + 1}", value, CENTRED, number_format)
    sheet.row_dimensions[row + 1].height = 15


def _targets(sheet: "Worksheet") -> None:
    columns = {"A": 12.0, "B": 10.0, "C": 13.0, "D": 22.0, "E": 25.0, "F": 78.0}
    widths(sheet, columns)
    _titles(
        sheet,
        "F",
        "TARGETS IN THE PLAN",
        "What sections A to C of the plan promise of its performance indicators",
    )
    for column, text in zip(
        columns, ("Indicator", "Target", "By when", "Set by", "Where written", "As written"), strict=True
    ):
        put(sheet, f"{column}4", text, HEADER)
    sheet.row_dimensions[4].height = 22
    row = 4
    for row, promise in enumerate(read_promises(), start=5):
        put(sheet, f"A{row}", promise.indicator, STRONG)
        value, number_format = reading(promise.target)
        put(sheet, f"B{row}", value, CENTRED, number_format)
        if promise.typed_as == "date":
            day, month, year = (int(part) for part in promise.by_when.split("/"))
            put(sheet, f"C{row}", date(year, month, day), CENTRED, "dd/mm/yyyy")
        else:
            put(sheet, f"C{row}", promise.by_when, CENTRED)
        put(sheet, f"D{row}", promise.set_by, BODY)
        put(sheet, f"E{row}", promise.where, BODY)
        put(sheet, f"F{row}", promise.as_written, replace(BODY, italic=True))
        sheet.row_dimensions[row].height = max(
            BODY.height(promise.as_written, columns["F"]), BODY.height(promise.where, columns["E"])
        )
    sheet.auto_filter.ref = f"A4:F{row}"
    sheet.freeze_panes = "B5"
    landscape(sheet, repeat="1:4", footer=FOOTER)


def _expenditure(sheet: "Worksheet") -> None:
    columns = {"A": 12.0, "B": 42.0, "C": 72.0, "D": 16.0}
    widths(sheet, columns)
    _titles(sheet, "D", "SECTION D: EXPENDITURE OF GRANT")
    for column, text in zip(columns, ("Objective", "Priority area", "Question", "Amount (£)"), strict=True):
        put(sheet, f"{column}3", text, HEADER)
    sheet.row_dimensions[3].height = 22
    for row, spending in enumerate(read_spending(), start=4):
        put(sheet, f"A{row}", spending.objective, CENTRED, "0")
        put(sheet, f"B{row}", spending.area, STRONG)
        put(sheet, f"C{row}", spending.question, BODY)
        amount = int(spending.amount.lstrip("£").replace(",", ""))
        put(sheet, f"D{row}", amount, replace(BODY, across="right"), "£#,##0")
        sheet.row_dimensions[row].height = 18
    sheet.freeze_panes = "A4"
    landscape(sheet, repeat="1:3", footer=FOOTER)
