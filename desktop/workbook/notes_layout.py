"""How the sheet of notes is laid out: a title, a row of headers, and one row for each thing that is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.workbook.sheet import Sheet

NAME = "Milepost"
TITLE = "Kept by Milepost. You may read, edit or delete these rows."
WHAT, ABOUT, RULE, POINT, VALUE, TEXT, BY, DATE, WHERE, HELD = HEADERS = (
    "What",
    "About",
    "Rule",
    "Point",
    "Value",
    "Text",
    "By",
    "Date",
    "Where",
    "Held",
)
HEADER_ROW = 2
"""The row of the headers in a sheet that Milepost makes."""
_NAMES = re.compile(re.escape(NAME) + r"(?: \(\d+\))?", re.IGNORECASE)
_TOP = 10  # rows in which the headers are looked for: an officer may have written above them
_NEEDED = frozenset({WHAT, ABOUT, TEXT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where the headers of a sheet of notes stand; `columns` are the numbers of their columns."""

    sheet: str
    header_row: int
    columns: Mapping[str, int]


def is_named_for_notes(name: str) -> bool:
    """Whether a sheet of this name may hold notes: Milepost, or Milepost (2)."""
    return _NAMES.fullmatch(name) is not None


def free_name(taken: Iterable[str]) -> str:
    """The first of Milepost, Milepost (2) and so on that no sheet has."""
    names = {name.casefold() for name in taken}
    number = 1
    while (name := NAME if number == 1 else f"{NAME} ({number})").casefold() in names:
        number += 1
    return name


def layout_of(sheet: Sheet) -> Layout | None:
    """Where the headers stand; None in a sheet that is not laid out for notes."""
    for row in range(1, min(_TOP, sheet.height) + 1):
        columns: dict[str, int] = {}
        for column, held in sheet.filled(row):
            header = str(held).strip().capitalize()
            if header in HEADERS:
                columns.setdefault(header, column)
        if columns.keys() >= _NEEDED:
            return Layout(sheet=sheet.name, header_row=row, columns=columns)
    return None


def is_notes_sheet(sheet: Sheet) -> bool:
    """Whether a sheet is Milepost's own: by its name and its headers, or empty, or made by an edit."""
    return is_named_for_notes(sheet.name) and (
        layout_of(sheet) is not None
        or is_blank(sheet)
        or all(part.name != sheet.name for part in sheet.package.sheets)
    )


def is_blank(sheet: Sheet) -> bool:
    """Whether nothing stands in a sheet."""
    return not any(any(sheet.filled(row)) for row in range(1, sheet.height + 1))


def notes_sheet(sheets: Mapping[str, Sheet]) -> Sheet | None:
    """The sheet that keeps the notes; None where the workbook has none, or only another of that name."""
    named = [sheet for sheet in sheets.values() if is_notes_sheet(sheet)]
    laid_out = next((sheet for sheet in named if layout_of(sheet) is not None), None)
    return laid_out or next(iter(named), None)
