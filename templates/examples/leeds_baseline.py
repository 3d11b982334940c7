"""Leeds: the baseline of 2010-11, the tables of Appendix 2 to the report on its obsession, as printed."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from templates.examples import crest
from templates.examples.facts import Reading, read_breakdown, reading
from templates.examples.style import BODY, CENTRED, HEADER, STRONG, SUBTITLE, TITLE, landscape, put, widths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

REPORT = "Leeds City Council - Appendix 2, 2010-11 Baseline information"
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_PERCENT = re.compile(r"(\d+(?:\.(\d+))?)%")
_TOTALS = {"Total", "Grand Total"}
_LABEL, _FIGURE = 62.0, 14.0
_CLUSTER_LABEL, _CLUSTER_FIGURE = 34.0, 12.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One printed table: its title, the file of its rows, and the headers as they stand in the document."""

    title: str
    data: str
    headers: tuple[str, ...] = ()


SHEETS = {
    "Looked after": (
        Printed(title="Table 1 Number of days in care at 31/03/11", data="leeds_days_in_care.csv"),
    ),
    "Referrals": (
        Printed(
            title="Table 2 Primary Reason for referral to social care in 2010-11 financial year",
            data="leeds_referral_reasons.csv",
        ),
        Printed(
            title="Table 3 Source of referrals to social care 2010/11 financial year",
            data="leeds_referral_sources.csv",
        ),
    ),
    "Assessments": (
        Printed(
            title="Table 4 Source of agencies initiating CAFs in 2010/11 financial year",
            data="leeds_caf_agencies.csv",
        ),
        Printed(
            title="Table 5: Needs identified in CAFs in the 2010/11 financial year",
            data="leeds_caf_needs.csv",
        ),
    ),
    "Clusters": (
        Printed(
            title="Table 6 - By Cluster",
            data="leeds_clusters.csv",
            headers=(
                "Cluster",
                "0-19 (not inc 19) population 2011",
                "Number of CAFs initiated in 2010/11",
                "Number of Looked After Children 31/03/11",
                "Referrals to social care in 2010/11",
                "Child Protection Plans at 31/03/11",
                "Ratio: number of CAFs initiated in 2010/11",
                "Ratio: number of Looked After Children 31/03/11",
                "Ratio: referrals to social care in 2010/11",
                "Ratio: Child Protection Plans at 31/03/11",
            ),
        ),
    ),
}


def build() -> Workbook:
    """The six tables on four sheets."""
    book = Workbook()
    book.properties.title = "2010-11 Baseline information"
    book.properties.creator = "Milepost"
    book.remove(book.worksheets[0])
    for name, tables in SHEETS.items():
        _sheet(book.create_sheet(name), tables)
    crest.place(book.worksheets[0], "C1", size=44, shift=40)
    return book


def _sheet(sheet: "Worksheet", tables: "Sequence[Printed]") -> None:
    put(sheet, "A1", "2010-11 BASELINE INFORMATION", TITLE)
    put(sheet, "A2", "Appendix 2 - Obsession: number of Looked After Children, Leeds", SUBTITLE)
    sheet.row_dimensions[1].height, sheet.row_dimensions[2].height = 28, 16
    row, across = 4, 0
    for table in tables:
        header, lines = read_breakdown(table.data)
        across = max(across, len(header))
        _set_widths(sheet, len(header))
        row = _table(sheet, row, table, (table.headers or tuple(header), lines)) + 2
    sheet.print_area = f"A1:{get_column_letter(across)}{row - 2}"
    sheet.freeze_panes = "B1" if across > len("ABC") else None
    landscape(sheet, repeat="1:2", footer=REPORT)


def _set_widths(sheet: "Worksheet", columns: int) -> None:
    many = columns > len("ABC")
    label, figure = (_CLUSTER_LABEL, _CLUSTER_FIGURE) if many else (_LABEL, _FIGURE)
    widths(sheet, {"A": label} | {get_column_letter(column): figure for column in range(2, columns + 1)})


def _table(
    sheet: "Worksheet", row: int, table: Printed, rows: "tuple[Sequence[str], Sequence[Sequence[str]]]"
) -> int:
    """Write a table from a row on, its title above it; gives its last row."""
    headers, lines = rows
    put(sheet, f"A{row}", table.title, replace(STRONG, size=10, ruled=False))
    for column, header in enumerate(headers, start=1):
        put(sheet, f"{get_column_letter(column)}{row + 1}", header, HEADER)
    width = sheet.column_dimensions["B"].width
    sheet.row_dimensions[row + 1].height = max(HEADER.height(header, width) for header in headers[1:])
    for number, line in enumerate(lines, start=row + 2):
        total = line[0] in _TOTALS
        put(sheet, f"A{number}", line[0], STRONG if total else BODY)
        for column, printed in enumerate(line[1:], start=2):
            held = figure(printed)
            look = replace(CENTRED, bold=total)
            put(sheet, f"{get_column_letter(column)}{number}", held.value, look, held.number_format)
        sheet.row_dimensions[number].height = BODY.height(line[0], sheet.column_dimensions["A"].width)
    return row + 1 + len(lines)


def figure(printed: str) -> Reading:
    """What a cell holds to show a printed figure: 1,112 and 1.3% as numbers, with their formats."""
    if _THOUSANDS.fullmatch(printed):
        return Reading(value=int(printed.replace(",", "")), number_format="#,##0")
    if percent := _PERCENT.fullmatch(printed):
        decimals = f".{'0' * len(percent[2])}" if percent[2] else ""
        return Reading(value=round(float(percent[1]) / 100, 6), number_format=f"0{decimals}%")
    return reading(printed)
