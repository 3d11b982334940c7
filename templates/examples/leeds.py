"""Leeds: the Looked After Children programme plan of 2012, as its Appendix Two was printed."""

import re
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break

from templates.examples import crest
from templates.examples.facts import Milestone, read_milestones
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

    from templates.examples.style import Look

HEADINGS = {
    "A": "PROJECT STRAND",
    "C": "KEY MILESTONE",
    "D": "STATUS",
    "E": "BY WHEN",
    "F": "IMPACT",
    "G": "COMMENTS",
}
COLUMNS = {"A": 4.0, "B": 26.0, "C": 31.0, "D": 12.5, "E": 14.0, "F": 36.0, "G": 50.0}
PRINTED_PAGES = (7, 5, 11, 8, 10, 5)  # rows on each printed page; the heading was printed again on every one
HEADER_ROW = 4
STATUSES = ("ON TRACK", "ONGOING", "COMPLETE")
_COLOURS = {
    "ON TRACK": ("DDEBF7", "1F4E79"),
    "ONGOING": ("FFF2CC", "7F6000"),
    "COMPLETE": ("E2EFDA", "375623"),
}
_PLAIN_DATE = re.compile(r"(\d\d)/(\d\d)/(\d\d)")


def build() -> Workbook:
    """The programme plan as one sheet."""
    book = Workbook()
    book.properties.title = "LAC Obsession Programme Plan"
    book.properties.creator = "Milepost"
    sheet = book.worksheets[0]
    sheet.title = "Programme Plan"
    widths(sheet, COLUMNS)
    milestones = read_milestones()
    _head(sheet, milestones)
    last = _body(sheet, milestones)
    _status_help(sheet, f"D{HEADER_ROW + 1}:D{last}")
    sheet.freeze_panes = f"C{HEADER_ROW + 1}"
    sheet.sheet_view.zoomScale = 90
    sheet.print_area = f"A1:G{last}"
    landscape(sheet, repeat="1:3", footer="Leeds City Council - LAC Obsession Programme Plan")
    return book


def _head(sheet: "Worksheet", milestones: "Sequence[Milestone]") -> None:
    put(sheet, "A1", "APPENDIX TWO - LAC OBSESSION PROGRAMME PLAN", TITLE)
    merge(sheet, "A1:F1", TITLE)
    strands = "; ".join(strand for strand, _ in groupby(milestones, key=lambda row: row.strand))
    put(sheet, "A2", f"Project strands: {strands}", SUBTITLE)
    merge(sheet, "A2:F2", SUBTITLE)
    sheet.row_dimensions[1].height = 34
    sheet.row_dimensions[2].height = 28
    sheet.row_dimensions[3].height = 6
    crest.place(sheet, "G1", size=60, shift=290)  # at the right-hand edge


def _headings(sheet: "Worksheet", row: int) -> None:
    for column, text in HEADINGS.items():
        put(sheet, f"{column}{row}", text, HEADER)
    merge(sheet, f"A{row}:B{row}", HEADER)
    sheet.row_dimensions[row].height = 20


def _body(sheet: "Worksheet", milestones: "Sequence[Milestone]") -> int:
    row, strand, done = HEADER_ROW, "", 0
    for page in PRINTED_PAGES:
        if done:
            sheet.row_breaks.append(Break(id=row - 1))
        _headings(sheet, row)
        row += 1
        projects = groupby(milestones[done : done + page], key=lambda item: (item.strand, item.ref))
        for (named, _), group in projects:
            if named != strand:
                strand = named
                _strand(sheet, row, strand)
                row += 1
            row = _project(sheet, row, tuple(group))
        done += page
    return row - 1


def _strand(sheet: "Worksheet", row: int, strand: str) -> None:
    put(sheet, f"A{row}", strand, BAND)
    merge(sheet, f"A{row}:G{row}", BAND)
    sheet.row_dimensions[row].height = 20


def _project(sheet: "Worksheet", row: int, milestones: "Sequence[Milestone]") -> int:
    for offset, milestone in enumerate(milestones):
        _milestone(sheet, row + offset, milestone)
    after = row + len(milestones)
    put(sheet, f"A{row}", milestones[0].ref, replace(CENTRED, bold=True))
    put(sheet, f"B{row}", milestones[0].project, STRONG)
    if len(milestones) > 1:
        merge(sheet, f"A{row}:A{after - 1}", replace(CENTRED, bold=True))
        merge(sheet, f"B{row}:B{after - 1}", STRONG)
    heights = [sheet.row_dimensions[line].height or 0.0 for line in range(row, after)]
    missing = STRONG.height(milestones[0].project, COLUMNS["B"]) - sum(heights)
    if missing > 0:
        sheet.row_dimensions[after - 1].height = heights[-1] + missing
    return after


def _milestone(sheet: "Worksheet", row: int, milestone: Milestone) -> None:
    texts: dict[str, tuple[str, Look]] = {
        "C": (milestone.text, BODY),
        "D": (milestone.status, replace(CENTRED, bold=True)),
        "E": (milestone.due, CENTRED),
        "F": (milestone.impact, BODY),
        "G": (milestone.comments, BODY),
    }
    for column, (text, look) in texts.items():
        put(sheet, f"{column}{row}", text or None, look)
    if due := _PLAIN_DATE.fullmatch(milestone.due):
        day, month, year = (int(part) for part in due.groups())
        put(sheet, f"E{row}", date(2000 + year, month, day), CENTRED, "dd/mm/yy")
    sheet.row_dimensions[row].height = max(
        look.height(text, COLUMNS[column]) for column, (text, look) in texts.items()
    )


def _status_help(sheet: "Worksheet", area: str) -> None:
    choice = DataValidation(
        type="list", formula1=f'"{",".join(STATUSES)}"', allow_blank=True, errorStyle="warning"
    )
    choice.errorTitle = "Status"
    choice.error = "This is not one of the usual words for a status. Keep it all the same?"
    choice.add(area)
    sheet.add_data_validation(choice)
    first = area.split(":", maxsplit=1)[0]
    for status, (fill, ink) in _COLOURS.items():
        face = DifferentialStyle(font=Font(color=ink), fill=PatternFill("solid", bgColor=fill))
        formula = f'LEFT({first},{len(status)})="{status}"'
        sheet.conditional_formatting.add(area, Rule("expression", formula=[formula], dxf=face))
