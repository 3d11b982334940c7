"""Leicester's cover sheet: whose plan it is, when it went in, and the grants behind it."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from openpyxl.drawing.image import Image

from templates.examples import crest
from templates.examples.style import BODY, HEADER, NAVY, STRONG, SUBTITLE, TITLE, Look, landscape, put, widths

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FACTS: tuple[tuple[str, str | int | date], ...] = (
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
SHEETS = (
    ("Indicators", "Performance indicators and projections, by objective"),
    ("Targets", "What the plan promises of its indicators, and where it says so"),
    ("Expenditure", "Section D: expenditure of grant"),
)
_LINK = replace(BODY, size=10, ink="0B5394", bold=True)
_LABEL = replace(STRONG, size=10, fill="F4F6F7")
_VALUE = replace(BODY, size=10)
_MONEY = replace(_VALUE, across="right")


def write_cover(sheet: "Worksheet", footer: str) -> None:
    """Fill the first sheet."""
    sheet.title = "Cover"
    widths(sheet, {"A": 14.0, "B": 62.0, "C": 50.0})
    _title(sheet)
    row = _facts(sheet, 6)
    row = _grants(sheet, row + 1)
    _contents(sheet, row + 1)
    landscape(sheet, repeat=None, footer=footer)


def _title(sheet: "Worksheet") -> None:
    mark = Image(crest.draw(NAVY))
    mark.width = mark.height = 86
    sheet.add_image(mark, "A1")
    lines = (
        ("Leicester City Council", TITLE),
        ("Quality Protects Management Action Plan", replace(TITLE, size=20)),
    )
    for row, (text, look) in enumerate((*lines, ("MAP 3, 2001-2002", SUBTITLE)), start=1):
        put(sheet, f"B{row}", text, replace(look, down="center"))
        sheet[f"B{row}"].alignment = sheet[f"B{row}"].alignment.copy(wrap_text=False)
        sheet.row_dimensions[row].height = 28 if row < 3 else 18


def _line(
    sheet: "Worksheet", row: int, label: str, value: object, look: Look, number_format: str | None
) -> None:
    put(sheet, f"B{row}", label, _LABEL)
    put(sheet, f"C{row}", value, look, number_format)
    sheet.row_dimensions[row].height = 18


def _facts(sheet: "Worksheet", row: int) -> int:
    for label, value in FACTS:
        _line(sheet, row, label, value, _VALUE, "d mmmm yyyy" if isinstance(value, date) else None)
        row += 1
    return row


def _grants(sheet: "Worksheet", row: int) -> int:
    put(sheet, f"B{row}", "Grant 2001-2002", HEADER)
    put(sheet, f"C{row}", "Amount (£)", HEADER)
    for label, amount in GRANTS:
        row += 1
        _line(sheet, row, label, amount, _MONEY, "£#,##0")
    row += 1
    _line(sheet, row, "Total", GRANT_TOTAL, replace(_MONEY, bold=True), "£#,##0")
    return row + 1


def _contents(sheet: "Worksheet", row: int) -> None:
    put(sheet, f"B{row}", "Sheet", HEADER)
    put(sheet, f"C{row}", "What it holds", HEADER)
    for name, holds in SHEETS:
        row += 1
        _line(sheet, row, name, holds, _VALUE, None)
        sheet[f"B{row}"].hyperlink = f"#'{name}'!A1"
        _LINK.on(sheet[f"B{row}"])
