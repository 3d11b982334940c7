"""Two lists out of Leicester's narrative sections: the targets they promise, and section D's spending."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from templates.examples.facts import read_promises, read_spending, reading
from templates.examples.style import BODY, CENTRED, HEADER, STRONG, landscape, put, titles, widths

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from templates.examples.facts import Promise

TARGET_TITLES = (
    "TARGETS IN THE PLAN",
    "What sections A to C of the plan promise of its performance indicators, as written there",
)
TARGET_COLUMNS = {
    "Indicator": 12.0,
    "Target": 9.0,
    "By when": 13.0,
    "Set by": 21.0,
    "Where written": 31.0,
    "As written": 72.0,
}
SPENDING_TITLES = ("SECTION D: EXPENDITURE OF GRANT",)
SPENDING_COLUMNS = {"Objective": 12.0, "Priority area": 44.0, "Question": 72.0, "Amount (£)": 17.0}
_QUOTED = replace(BODY, italic=True)
_MIDDLE = replace(BODY, down="center")
_MONEY = replace(_MIDDLE, across="right", indent=1)


def write_targets(sheet: "Worksheet", footer: str) -> None:
    """One row to a promise, with the sentence it stands in; some dates are typed as text, as officers do."""
    titles(sheet, "F", TARGET_TITLES)
    header = last = len(TARGET_TITLES) + 2
    _headings(sheet, header, TARGET_COLUMNS)
    for last, promise in enumerate(read_promises(), start=header + 1):
        _promise(sheet, last, promise)
    sheet.auto_filter.ref = f"A{header}:F{last}"
    sheet.freeze_panes = f"B{header + 1}"
    landscape(sheet, repeat=f"1:{header}", footer=footer)


def write_expenditure(sheet: "Worksheet", footer: str) -> None:
    """The nine answers of the sections D, amounts as numbers."""
    titles(sheet, "D", SPENDING_TITLES)
    header = len(SPENDING_TITLES) + 2
    _headings(sheet, header, SPENDING_COLUMNS)
    for row, spending in enumerate(read_spending(), start=header + 1):
        put(sheet, f"A{row}", spending.objective, replace(_MIDDLE, across="center"), "0")
        put(sheet, f"B{row}", spending.area, replace(_MIDDLE, bold=True))
        put(sheet, f"C{row}", spending.question, _MIDDLE)
        put(sheet, f"D{row}", int(spending.amount.lstrip("£").replace(",", "")), _MONEY, "£#,##0")
        sheet.row_dimensions[row].height = 18
    sheet.freeze_panes = f"A{header + 1}"
    landscape(sheet, repeat=f"1:{header}", footer=footer)


def _headings(sheet: "Worksheet", row: int, columns: dict[str, float]) -> None:
    letters = "ABCDEF"[: len(columns)]
    widths(sheet, dict(zip(letters, columns.values(), strict=True)))
    for letter, text in zip(letters, columns, strict=True):
        put(sheet, f"{letter}{row}", text, HEADER)
    sheet.row_dimensions[row].height = 22


def _promise(sheet: "Worksheet", row: int, promise: "Promise") -> None:
    put(sheet, f"A{row}", promise.indicator, STRONG)
    target = reading(promise.target)
    put(sheet, f"B{row}", target.value, CENTRED, target.number_format)
    if promise.typed_as == "date":
        day, month, year = (int(part) for part in promise.by_when.split("/"))
        put(sheet, f"C{row}", date(year, month, day), CENTRED, "dd/mm/yyyy")
    else:
        put(sheet, f"C{row}", promise.by_when, CENTRED)
    put(sheet, f"D{row}", promise.set_by, BODY)
    put(sheet, f"E{row}", promise.where, BODY)
    put(sheet, f"F{row}", promise.as_written, _QUOTED)
    sheet.row_dimensions[row].height = max(
        _QUOTED.height(promise.as_written, TARGET_COLUMNS["As written"]),
        BODY.height(promise.set_by, TARGET_COLUMNS["Set by"]),
        18.0,
    )
