"""What an officer types, and what the cell then holds: read as Excel reads it."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from desktop.domain.cells import LONGEST_TEXT
from desktop.domain.dates import Precision, sole_date
from desktop.domain.errors import EditRefused
from desktop.workbook.formats import is_date_format

if TYPE_CHECKING:
    import datetime as dt

    from desktop.domain.cells import CellRef
    from desktop.domain.edits import Content
    from desktop.workbook.sheet import Sheet

_TEXT_FORMAT = "@"
_GENERAL = "General"
_NUMBER = re.compile(
    r"(?P<sign>[-+]?)\s*£?\s*(?P<after>[-+]?)(?P<figure>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)"
    r"(?P<power>[eE][-+]?\d+)?(?P<percent>\s*%)?"
)
_PLAIN_FORMAT = re.compile(r"[#0,.?]+")
_PLAIN_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}")
_TRUTH = {"true": True, "false": False}
_PIVOT = 50  # as Windows reads two digits: 49 is 2049, 50 is 1950
_FIRST_YEAR = 1900  # the first that a date in a workbook can have


def content_typed(text: str, sheet: Sheet, cell: CellRef) -> Content:
    """The content that the text means in this cell.

    A number becomes a number, a date a date, unless the cell is formatted as text or the text starts with
    an apostrophe. Where percentages are kept as plain figures, 85% is the figure 85. Raises EditRefused for
    a formula and for more text than a cell can hold.
    """
    stripped = text.strip()
    if not stripped:
        return None
    if len(text) > LONGEST_TEXT:
        raise EditRefused(
            f"{cell}: a cell can hold {LONGEST_TEXT:,} characters and this has {len(text):,}. Shorten it."
        )
    code = sheet.number_format(cell.row, cell.column)
    if code == _TEXT_FORMAT:
        return text
    if stripped.startswith("'"):
        return stripped[1:] or None
    if stripped.startswith("="):
        raise EditRefused(
            f"{cell}: Milepost does not calculate formulas. Type the figure here, or the formula in Excel."
        )
    if code == _GENERAL and stripped[0].isalpha():  # as most texts: no number and no date begins so there
        return _TRUTH.get(stripped.casefold(), text)
    plain = _PLAIN_FORMAT.fullmatch(code) is not None
    plain = plain or (code == _GENERAL and sheet.number(cell.row, cell.column) is not None)
    number = _number(stripped, code, plain=plain)
    for reading in (_TRUTH.get(stripped.casefold()), number, _date(stripped, code)):
        if reading is not None:
            return reading
    return text


def _number(text: str, code: str, *, plain: bool) -> int | float | None:
    """The number of a text; a percentage only in a cell that shows percentages, or one of `plain` figures.

    Where it shows them, a plain figure from 1 on is meant as a percentage too, as Excel takes it. Among
    plain figures 85% is 85, as it is read beside them; Excel would make 0.85 of it and another format. In
    any other cell its sign would be lost, so that it stays text.
    """
    found = _NUMBER.fullmatch(text)
    if (
        found is None
        or (found["sign"] and found["after"])
        or (found["percent"] and not plain and "%" not in code)
    ):
        return None
    figure = float(found["figure"].replace(",", "") + (found["power"] or ""))
    if not math.isfinite(figure):
        return None
    figure = -figure if "-" in {found["sign"], found["after"]} else figure
    if "%" in code and (found["percent"] or abs(figure) >= 1):
        return round(figure / 100, 15)
    whole = figure.is_integer() and not found["power"] and "." not in found["figure"]
    return int(figure) if whole else figure


def _date(text: str, code: str) -> dt.date | None:
    plain = _PLAIN_DATE.fullmatch(text) is not None
    if not (is_date_format(code) or (code == _GENERAL and plain)):
        return None
    found = sole_date(text, _PIVOT)
    if found is None or found.precision is not Precision.DAY:
        return None
    return found.date if found.date.year >= _FIRST_YEAR else None
