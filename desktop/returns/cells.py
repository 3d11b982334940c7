"""Cells of a fresh workbook: what is put into them, how they look, and how high their rows must be."""

from __future__ import annotations

import datetime as dt
import math
from typing import TYPE_CHECKING, TypeAlias, cast

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

if TYPE_CHECKING:
    from collections.abc import Iterable

    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from desktop.returns.layouts import Look

Held: TypeAlias = str | float | dt.date | None
"""What a cell of a return holds."""

FONT = "Arial"
_RUNS_AS_FORMULA = ("=", "+", "-", "@")
_POINTS_PER_CHARACTER = 5.25  # of column width: 7 pixels at 96 to the inch
_HIGHEST = 409.0  # points; no row of a workbook can be higher
_INDENT = 1.4  # characters
_LEADING, _PADDING = 1.28, 4.0
# How wide Arial's characters are, over the type size; all others are as wide as its digits, or as capitals.
_WIDTHS = {0.28: " .,:;'’/il|jtf![]I", 0.34: 'r()-"', 0.5: "ckJsvxyz", 0.84: "mMwW%"}
_EMS = {character: width for width, characters in _WIDTHS.items() for character in characters}
_DIGIT, _CAPITAL = 0.56, 0.7
_RAGGED = 1.04  # what a line loses at its end because words are not parted
_BOLDER = 1.07


def add_looks(workbook: Workbook, looks: Iterable[Look]) -> None:
    """Make the looks known to a workbook as cell styles, before its cells are filled."""
    for look in looks:
        workbook.add_named_style(_style(look))


def _style(look: Look) -> NamedStyle:
    style = NamedStyle(name=_style_name(look))
    style.font = Font(name=FONT, size=look.size, bold=look.bold, italic=look.italic, color=look.ink)
    style.alignment = Alignment(
        horizontal=look.across, vertical=look.down, wrap_text=look.wrap, indent=look.indent
    )
    if look.fill:
        style.fill = PatternFill("solid", fgColor=look.fill)
    if look.edges == "box":
        side = Side(style="thin", color=look.rule)
        style.border = Border(left=side, right=side, top=side, bottom=side)
    elif look.edges == "under":
        style.border = Border(bottom=Side(style="medium", color=look.rule))
    return style


def _style_name(look: Look) -> str:
    return f"Return {look.name.replace('_', ' ')}"


def put(sheet: Worksheet, row: int, column: int, held: Held, look: Look, number_format: str = "") -> Cell:
    """Fill and dress one cell. Text stays text, whatever it starts with."""
    cell = cast("Cell", sheet.cell(row=row, column=column))  # areas are dressed before they are merged
    cell.style = _style_name(look)
    if isinstance(held, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", held)
        cell.data_type = "s"
        if held.startswith(_RUNS_AS_FORMULA):
            cell.quotePrefix = True
    elif held is not None:
        cell.value = held
    if number_format:
        cell.number_format = number_format
    return cell


def put_across(sheet: Worksheet, row: int, columns: tuple[int, int], held: Held, look: Look) -> None:
    """Fill one cell that reaches from the first of the columns to the last, its rules closed all round."""
    first, last = columns
    put(sheet, row, first, held, look)
    for column in range(first + 1, last + 1):
        put(sheet, row, column, None, look)
    if last > first:
        sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)


def height(text: str, width: float, look: Look) -> float:
    """Points that a text needs in a column of this width (in characters), rather more than less."""
    room = (width - look.indent * _INDENT) * _POINTS_PER_CHARACTER
    lines = sum(max(1, math.ceil(_length(part, look) * _RAGGED / room)) for part in text.split("\n"))
    return min(_HIGHEST, math.ceil(lines * look.size * _LEADING + _PADDING))


def deepen(sheet: Worksheet, rows: tuple[int, int], needed: float) -> None:
    """Make the last of the rows higher where the first to the last together have fewer points than needed."""
    first, last = rows
    points = [sheet.row_dimensions[row].height or 0.0 for row in range(first, last + 1)]
    if needed > sum(points):
        sheet.row_dimensions[last].height = min(_HIGHEST, points[-1] + needed - sum(points))


def _length(text: str, look: Look) -> float:
    ems = sum(_EMS.get(char, _CAPITAL if char.isupper() else _DIGIT) for char in text)
    return ems * look.size * (_BOLDER if look.bold else 1.0)
