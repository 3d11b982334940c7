"""What an officer types, and what the cell then holds: read as Excel reads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.domain.dates import Precision, find_dates
from desktop.domain.errors import EditRefused
from desktop.workbook.formats import is_date_format

if TYPE_CHECKING:
    import datetime as dt

    from desktop.domain.cells import CellRef
    from desktop.domain.edits import Content
    from desktop.workbook.sheet import Sheet

_TEXT_FORMAT = "@"
_GENERAL = "General"
_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:[eE][-+]?\d+)?\Z")
_PLAIN_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\Z")
_LONGEST_TEXT = 32_767


def content_typed(text: str, sheet: Sheet, cell: CellRef) -> Content:
    """The content that the text means in this cell.

    A number becomes a number, a date a date, unless the cell is formatted as text or the text starts with
    an apostrophe. Raises EditRefused for a formula and for more text than a cell can hold.
    """
    stripped = text.strip()
    if not stripped:
        return None
    if len(text) > _LONGEST_TEXT:
        raise EditRefused(
            f"{cell}: a cell can hold {_LONGEST_TEXT:,} characters and this has {len(text):,}. Shorten it."
        )
    code = sheet.number_format(cell.row, cell.column)
    if code == _TEXT_FORMAT:
        return text
    if text.startswith("'"):
        return text[1:]
    if stripped.startswith("="):
        message = (
            f"{cell}: Milepost does not calculate formulas. Type the figure here, or the formula in Excel."
        )
        raise EditRefused(message)
    number = _number(stripped, code)
    return number if number is not None else _date(stripped, code) or text


def _number(text: str, code: str) -> int | float | None:
    if text.endswith("%") and "%" in code:
        share = _number(text[:-1].rstrip(), _GENERAL)
        return None if share is None else share / 100
    if text.startswith("£") and "£" in code:
        return _number(text[1:].lstrip(), _GENERAL)
    if not any(character.isdigit() for character in text) or _NUMBER.match(text) is None:
        return None
    figure = float(text.replace(",", ""))
    return int(figure) if figure.is_integer() and not set(text) & set(".eE") else figure


def _date(text: str, code: str) -> dt.date | None:
    if not is_date_format(code) and (code != _GENERAL or _PLAIN_DATE.match(text) is None):
        return None
    found = find_dates(text)
    whole = len(found) == 1 and found[0].raw == text and found[0].precision is Precision.DAY
    return found[0].date if whole else None
