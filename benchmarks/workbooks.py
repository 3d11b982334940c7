"""The workbooks that the benchmarks open, made the same each time, with what officers put into theirs."""

from __future__ import annotations

import datetime as dt
import math
import random
from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.drawing.image import Image as Drawing
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from PIL import Image

from benchmarks.plan_rows import HEADERS, milestones
from templates.examples import crest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

_THIN = Side(style="thin", color="BFBFBF")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD = PatternFill("solid", fgColor="1F3864")
_ROWS_OF_TEN_KILOBYTES = 9
_WORDY = 12
_PHOTO_SHARE = 3
_PERIODS = ("1998/99 Outturn", "1999/00 Outturn", "2000/01 Provisional")
_PLANNED = ("2001/02 Planned", "2002/03 Planned", "2003/04 Planned", "2004/05 Planned")


def write_plan(path: Path, rows: int) -> Path:
    """A programme plan: one styled sheet of that many milestones, with a logo, a list and a colour rule."""
    book = Workbook()
    _plan_sheet(book.worksheets[0], milestones(rows), rows)
    book.save(path)
    return path


def write_indicators(path: Path, rows: int) -> Path:
    """A return: one styled sheet of that many indicators, three actual and four planned values each."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Indicators"
    _fill(sheet, ("Code", "Definition", *_PERIODS, *_PLANNED), _indicators(rows))
    book.save(path)
    return path


def write_typical(path: Path, kilobytes: int) -> Path:
    """What an officer's workbook is like: a cover with a photo, a long plan in prose, figures, names."""
    book = Workbook()
    cover = book.worksheets[0]
    cover.title = "Cover"
    cover["B2"] = "Children's services: programme plan and figures"
    cover["B2"].font = Font(name="Arial", size=20, bold=True)
    crest.place(cover, "F1", size=80)
    cover.add_image(_photo(kilobytes // _PHOTO_SHARE), "B4")
    rows = kilobytes * _ROWS_OF_TEN_KILOBYTES // 10
    _plan_sheet(book.create_sheet(), milestones(rows, wordy=_WORDY), rows)
    _figures(book.create_sheet("Figures"), rows // 3)
    names = ((f"Officer {number}", f"Team {number % 9}", number) for number in range(rows // 4))
    _fill(book.create_sheet("Contacts"), ("Name", "Team", "Extension"), names)
    book.save(path)
    return path


def _photo(kilobytes: int) -> Drawing:
    """A picture of about that size: noise does not pack."""
    side = max(8, math.isqrt(kilobytes * 1000 // 3))
    picture = BytesIO()
    noise = random.Random(side).randbytes(3 * side * side)  # noqa: S311 - the same noise each time
    Image.frombytes("RGB", (side, side), noise).save(picture, "PNG")
    picture.seek(0)
    return Drawing(picture)


def _plan_sheet(sheet: Worksheet, lines: Iterable[Sequence[object]], rows: int) -> None:
    sheet.title = "Programme Plan"
    _fill(sheet, HEADERS, lines)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    crest.place(sheet, "J1", size=60)
    status = f"E2:E{rows + 1}"
    choice = DataValidation(type="list", formula1='"ON TRACK,ONGOING,COMPLETE"', allow_blank=True)
    choice.add(status)
    sheet.add_data_validation(choice)
    done = DifferentialStyle(fill=PatternFill("solid", bgColor="E2EFDA"))
    sheet.conditional_formatting.add(
        status, Rule("cellIs", operator="equal", formula=['"COMPLETE"'], dxf=done)
    )


def _figures(sheet: Worksheet, rows: int) -> None:
    first = dt.date(2011, 4, 1)
    lines = (
        (
            first + dt.timedelta(days=number),
            number % 83,
            round(number * 0.37 % 100, 2),
            f"=B{number + 2}*C{number + 2}",
            f"Cluster {number % 27}",
        )
        for number in range(rows)
    )
    _fill(sheet, ("Day", "Count", "Rate", "Product", "Cluster"), lines)
    for row in range(2, rows + 2):
        sheet.cell(row, 1).number_format = "dd/mm/yyyy"
        sheet.cell(row, 3).number_format = "0.0%"


def _indicators(rows: int) -> Iterable[Sequence[object]]:
    for number in range(rows):
        start = 40 + number % 37
        values = [start + step * (1 + number % 3) / 2 for step in range(len(_PERIODS) + len(_PLANNED))]
        yield f"LI {number + 1}", f"Children in group {number + 1} seen within the time allowed, %", *values


def _fill(sheet: Worksheet, headers: Sequence[str], lines: Iterable[Sequence[object]]) -> None:
    """Write headers and lines, styled as by hand."""
    sheet.append([*headers])
    for line in lines:
        sheet.append([value if value != "" else None for value in line])
    wrapped = Alignment(wrap_text=True, vertical="top")
    plain, white = Font(name="Arial", size=9), Font(name="Arial", size=10, bold=True, color="FFFFFF")
    for row in sheet.iter_rows():
        for cell in row:
            cell.font, cell.border, cell.alignment = plain, _BOX, wrapped
    for cell in sheet[1]:
        cell.font, cell.fill = white, _HEAD
    for column in range(1, len(headers) + 1):
        sheet.column_dimensions[get_column_letter(column)].width = 24
