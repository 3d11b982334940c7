"""Leicester's cover sheet: whose plan it is, when it went in, and the grants behind it."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from openpyxl.worksheet.hyperlink import Hyperlink

from templates.examples import crest
from templates.examples.style import BODY, HEADER, STRONG, SUBTITLE, TITLE, landscape, merge, put, widths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from templates.examples.style import Content, Look

TITLES = (
    ("Leicester City Council", TITLE),
    ("Quality Protects Management Action Plan", replace(TITLE, size=20)),
    ("MAP 3, 2001-2002", replace(SUBTITLE, size=12)),
)
FACTS: tuple[tuple[str, "Content"], ...] = (
    ("Authority", "Leicester City Council"),
    ("Authority code", 509),
    ("Plan", "Quality Protects Management Action Plan (MAP 3)"),
    ("Plan year", "2001-2002"),
    ("Performance indicators", "Autumn 2000 Position Statement"),
    ("Submitted to the Department of Health", date(2001, 1, 31)),
    ("Cabinet", date(2001, 3, 5)),
    ("Social Services and Personal Health Scrutiny Committee", date(2001, 3, 8)),
    ("Education and Lifelong Learning Scrutiny Committee", date(2001, 3, 13)),
)
GRANTS = (
    ("Children's main special grant to support Quality Protects", 1_355_598),
    ("Ring-fenced for the implementation of the Children (Leaving Care) Act", 983_648),
    ("Ring-fenced for services for disabled children", 136_699),
)
GRANT_TOTAL = 2_475_945
SECTIONS = (
    ("Sections", "What the plan says under each objective: sections A to D, and the numbers in boxes"),
)
SHEETS = (
    ("Indicators", "Performance indicators and projections, by objective"),
    ("Targets", "What the plan promises of its indicators, and where it says so"),
    ("Expenditure", "Section D: expenditure of grant"),
)
LINE = 19.0  # points
_LABEL = replace(STRONG, size=10, down="center", fill="F4F6F7", indent=1)
_LINK = replace(_LABEL, ink="0B5394")
_VALUE = replace(BODY, size=10, down="center", indent=1)
_MONEY = replace(_VALUE, across="right")


def write_cover(sheet: "Worksheet", footer: str, sheets: "Sequence[tuple[str, str]]" = SHEETS) -> None:
    """Fill the first sheet; `sheets` are the others, each with what it holds."""
    sheet.title = "Cover"
    widths(sheet, {"A": 15.0, "B": 65.0, "C": 58.0})
    _titles(sheet)
    row = _facts(sheet, 6)
    row = _grants(sheet, row + 1)
    _contents(sheet, row + 1, sheets)
    landscape(sheet, repeat=None, footer=footer)


def _titles(sheet: "Worksheet") -> None:
    crest.place(sheet, "A1", size=88, shift=4)
    for row, (text, look) in enumerate(TITLES, start=1):
        put(sheet, f"B{row}", text, look)
        merge(sheet, f"B{row}:C{row}", look)
        sheet.row_dimensions[row].height = look.size * 1.6


def _line(
    sheet: "Worksheet", row: int, label: str, value: "Content", look: "Look", number_format: str | None = None
) -> None:
    put(sheet, f"B{row}", label, _LABEL)
    put(sheet, f"C{row}", value, look, number_format)
    sheet.row_dimensions[row].height = LINE


def _headings(sheet: "Worksheet", row: int, label: str, value: str) -> None:
    put(sheet, f"B{row}", label, replace(HEADER, size=10))
    put(sheet, f"C{row}", value, replace(HEADER, size=10))
    sheet.row_dimensions[row].height = LINE


def _facts(sheet: "Worksheet", row: int) -> int:
    for label, value in FACTS:
        _line(sheet, row, label, value, _VALUE, "d mmmm yyyy" if isinstance(value, date) else None)
        row += 1
    return row


def _grants(sheet: "Worksheet", row: int) -> int:
    _headings(sheet, row, "Grant 2001-2002", "Amount (£)")
    for label, amount in GRANTS:
        row += 1
        _line(sheet, row, label, amount, _MONEY, "£#,##0")
    row += 1
    _line(sheet, row, "Total", GRANT_TOTAL, replace(_MONEY, bold=True), "£#,##0")
    return row + 1


def _contents(sheet: "Worksheet", row: int, sheets: "Sequence[tuple[str, str]]") -> None:
    _headings(sheet, row, "Sheet", "What it holds")
    for name, holds in sheets:
        row += 1
        _line(sheet, row, name, holds, _VALUE)
        sheet[f"B{row}"].hyperlink = Hyperlink(ref=f"B{row}", location=f"'{name}'!A1", display=name)
        _LINK.on(sheet[f"B{row}"])
