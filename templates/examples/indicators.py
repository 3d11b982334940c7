"""Leicester's indicator section: under each objective a line of periods, then two lines to an indicator."""

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from openpyxl.worksheet.pagebreak import Break

from templates.examples.facts import read_return, reading
from templates.examples.style import (
    BAND,
    BODY,
    CENTRED,
    HEADER,
    STRONG,
    landscape,
    merge,
    put,
    titles,
    widths,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from templates.examples.facts import Indicator

TITLES = (
    "PERFORMANCE INDICATORS AND PROJECTIONS",
    "(Autumn 2000 Position Statement)",
    "Leicester: 509",
)
FIRST_ROW = 5
PERIOD_COLUMNS = "BCDEFG"
CODE_WIDTH, PERIOD_WIDTH = 13.0, 20.0
DEFINITION_WIDTH = PERIOD_WIDTH * len(PERIOD_COLUMNS)
NO_INDICATORS = 8  # the plan prints this objective's heading with nothing under it
PAGE = 415.0  # points of rows that one landscape page holds below the repeated titles
_DEFINITION = replace(BODY, italic=True, down="center", fill="F4F6F7")
_CODE = replace(STRONG, down="center", fill="F4F6F7")
_VALUE = replace(CENTRED, size=10, down="center")


def write_indicators(sheet: "Worksheet", footer: str) -> None:
    """Fill the sheet with the 46 entries, an objective never parted by a page's end where it fits a page."""
    widths(sheet, {"A": CODE_WIDTH} | dict.fromkeys(PERIOD_COLUMNS, PERIOD_WIDTH))
    titles(sheet, "G", TITLES)
    last = _objectives(sheet)
    sheet.freeze_panes = f"B{FIRST_ROW}"
    sheet.print_area = f"A1:G{last}"
    landscape(sheet, repeat=f"1:{FIRST_ROW - 1}", footer=footer)


def _objectives(sheet: "Worksheet") -> int:
    printed = read_return()
    groups = {
        number: tuple(group) for number, group in groupby(printed.indicators, lambda one: one.objective)
    }
    groups[NO_INDICATORS] = ()
    row, used = FIRST_ROW, 0.0
    for number in sorted(groups):
        after = _objective(sheet, row, number, printed.periods, groups[number])
        height = sum(sheet.row_dimensions[line].height or 0.0 for line in range(row, after))
        if used and used + height > PAGE:
            sheet.row_breaks.append(Break(id=row - 1))
            used = 0.0
        used += height
        row = after
    return row - 2


def _objective(
    sheet: "Worksheet", row: int, number: int, periods: "Sequence[str]", entries: "Sequence[Indicator]"
) -> int:
    put(sheet, f"A{row}", f"OBJECTIVE {number}" + ("" if entries else " - no Performance Indicators"), BAND)
    merge(sheet, f"A{row}:G{row}", BAND)
    sheet.row_dimensions[row].height = 19
    row += 1
    if entries:
        _periods(sheet, row, periods)
        row += 1
    for entry in entries:
        _entry(sheet, row, entry)
        row += 2
    sheet.row_dimensions[row].height = 9  # the gap before the next objective
    return row + 1


def _periods(sheet: "Worksheet", row: int, periods: "Sequence[str]") -> None:
    HEADER.on(sheet[f"A{row}"])
    for column, period in zip(PERIOD_COLUMNS, periods, strict=True):
        put(sheet, f"{column}{row}", period.replace(" ", "\n"), HEADER)
    sheet.row_dimensions[row].height = 28


def _entry(sheet: "Worksheet", row: int, entry: "Indicator") -> None:
    put(sheet, f"A{row}", entry.code, _CODE)
    put(sheet, f"B{row}", entry.definition, _DEFINITION)
    merge(sheet, f"B{row}:G{row}", _DEFINITION)
    sheet.row_dimensions[row].height = _DEFINITION.height(
        entry.definition, PERIOD_WIDTH * len(PERIOD_COLUMNS)
    )
    BODY.on(sheet[f"A{row + 1}"])
    for column, printed in zip(PERIOD_COLUMNS, entry.values, strict=True):
        shown = reading(printed)
        put(sheet, f"{column}{row + 1}", shown.value, _VALUE, shown.number_format)
    sheet.row_dimensions[row + 1].height = 16
