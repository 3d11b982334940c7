"""Leeds: the Children and Young People's Plan 2011-15, its 15 key indicators and its 11 priorities."""

import csv
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from openpyxl import Workbook

from templates.examples import crest
from templates.examples.facts import DATA, Reading
from templates.examples.style import BODY, CENTRED, HEADER, STRONG, SUBTITLE, TITLE, landscape, put, widths

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

PLAN = "Leeds City Council - Children and Young People's Plan 2011-15"
INDICATORS = {
    "Outcome": 17.0,
    "Code": 12.0,
    "Indicator": 28.0,
    "Baseline": 12.0,
    "Baseline period": 21.0,
    "Priority": 19.0,
    "CTB sponsors": 15.0,
    "Delivery lead": 13.0,
    "Linked indicators and issues": 70.0,
    "As printed": 28.0,
}
PRIORITIES = {
    "Outcome": 34.0,
    "No": 6.0,
    "Priority": 52.0,
    "Obsession": 18.0,
    "CTB sponsors": 34.0,
    "LCC lead": 24.0,
}
AMBITION = "Ambition: Child Friendly City. CTB sponsor: Cllr Blake, CTB Chair. LCC lead: Nigel Richardson"
_LETTERS = "ABCDEFGHIJ"
_HEADER_ROW = 4
_NUMBER = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(%)?")


def build() -> Workbook:
    """The two sheets: Indicators, Priorities."""
    book = Workbook()
    book.properties.title = "Children and Young People's Plan 2011-15"
    book.properties.creator = "Milepost"
    indicators = book.worksheets[0]
    indicators.title = "Indicators"
    _sheet(indicators, "15 KEY INDICATORS & BASELINES", INDICATORS, "leeds_cypp_indicators.csv")
    crest.place(indicators, "J1", size=44, shift=120)
    priorities = book.create_sheet("Priorities")
    _sheet(priorities, "CTB SPONSORS AND DELIVERY LEADS, APRIL 2011", PRIORITIES, "leeds_cypp_priorities.csv")
    put(priorities, "A2", AMBITION, SUBTITLE)
    return book


def _sheet(sheet: "Worksheet", title: str, columns: "Mapping[str, float]", data: str) -> None:
    letters = _LETTERS[: len(columns)]
    widths(sheet, dict(zip(letters, columns.values(), strict=True)))
    put(sheet, "A1", title, replace(TITLE, size=14))
    put(sheet, "A2", PLAN, SUBTITLE)
    sheet.row_dimensions[1].height, sheet.row_dimensions[2].height = 28, 16
    for letter, header in zip(letters, columns, strict=True):
        put(sheet, f"{letter}{_HEADER_ROW}", header, HEADER)
    sheet.row_dimensions[_HEADER_ROW].height = 26
    with (DATA / data).open(encoding="utf-8", newline="") as source:
        rows = list(csv.reader(source))[1:]
    for number, row in enumerate(rows, start=_HEADER_ROW + 1):
        _row(sheet, number, row, tuple(columns.values()))
    sheet.freeze_panes = f"A{_HEADER_ROW + 1}"
    landscape(sheet, repeat=f"1:{_HEADER_ROW}", footer=PLAN)


def _row(sheet: "Worksheet", number: int, row: "Sequence[str]", across: "Sequence[float]") -> None:
    for letter, text in zip(_LETTERS, row, strict=False):
        held = figure(text)
        look = STRONG if letter == "B" else BODY
        put(
            sheet,
            f"{letter}{number}",
            held.value,
            CENTRED if held.number_format else look,
            held.number_format,
        )
    sheet.row_dimensions[number].height = max(
        16.0, *(BODY.height(text, width) for text, width in zip(row, across, strict=True))
    )


def figure(printed: str) -> Reading:
    """A number as Excel holds it: "1,434" as a number with a comma, "94.4%" as a share of one."""
    match = _NUMBER.fullmatch(printed)
    if not match:
        return Reading(value=printed or None)
    number = float(printed.rstrip("%").replace(",", ""))
    decimals = "." + "0" * len(match[2]) if match[2] else ""
    if match[3]:
        return Reading(value=round(number / 100, 6), number_format=f"0{decimals}%")
    if "," in printed:
        return Reading(value=int(number), number_format="#,##0")
    return Reading(value=number if decimals else int(number), number_format=f"0{decimals}")
