"""A table that was brought in, as a workbook of its own with one well-set sheet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.returns.fresh_file import fresh_workbook, write_fresh

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_FORM = "map-indicators"
"""The form whose check sheet lends its looks."""
_SHEET = "Table"
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14}|[1-9]\d{0,2}(?:,\d{3}){1,4})(?:\.(\d{1,9}))?")
_NARROWEST, _WIDEST = 8.0, 48.0  # characters
_ROOM = 2.0  # characters beside the longest line


def write_table(rows: Sequence[Sequence[str]], out: Path) -> None:
    """Write the rows, the first of which are the headers, to `out` as a workbook of one sheet.

    A plain number is written as one and shown as it stood; everything else, dates too, stays the text it was.
    Raises WorkbookInUse or SaveFailed where the file can't be written; what was there then stays.
    """
    from openpyxl.utils import get_column_letter

    from desktop.returns.cells import put
    from desktop.returns.forms import read_form
    from desktop.returns.page import set_page
    from desktop.returns.rows import set_widths

    form = read_form(_FORM)
    workbook = fresh_workbook(form.looks.values(), out.stem)
    sheet = workbook.create_sheet(_SHEET)
    set_widths(sheet, [_width([row[column] for row in rows]) for column in range(len(rows[0]))])
    for number, row in enumerate(rows, start=1):
        look = form.looks["heading" if number == 1 else "finding"]
        for column, text in enumerate(row, start=1):
            held, code = (text, "") if number == 1 else _content(text)
            put(sheet, number, column, held or None if isinstance(held, str) else held, look, code)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(rows[0]))}{len(rows)}"
    set_page(sheet, form.page, area=(len(rows), len(rows[0])), repeat="1:1", footer=out.stem)
    write_fresh(workbook, out)


def _content(text: str) -> tuple[str | float, str]:
    """A number with the format that shows it as it stood, or the text."""
    match = _NUMBER.fullmatch(text)
    if match is None:
        return text, ""
    decimals = len(match[1] or "")
    whole = "#,##0" if "," in text else "0"
    plain = text.replace(",", "")
    return (float(plain) if decimals else int(plain)), f"{whole}.{'0' * decimals}" if decimals else whole


def _width(texts: Sequence[str]) -> float:
    longest = max(len(line) for text in texts for line in (text.splitlines() or [""]))
    return min(_WIDEST, max(_NARROWEST, longest + _ROOM))
