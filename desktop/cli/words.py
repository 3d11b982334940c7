"""Reads what the words of a command mean: dates, files, and cells with what they are to hold."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from desktop.domain.cells import parse_cell
from desktop.domain.dates import Precision, sole_date
from desktop.domain.errors import InputRefused

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable
    from pathlib import Path

    from desktop.domain.cells import CellRef

_WORKBOOKS = {".xlsx", ".xlsm"}
_ENTRY = re.compile(r"#([1-9]\d{0,3})=")
_OPEN_IN_EXCEL = "~$"
"""What the names of the files begin with that Excel puts beside a workbook while it is open."""


def date_from(text: str) -> dt.date:
    """A date written 31/07/2012, 31 July 2012 or 2012-07-31; raises InputRefused for anything else."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        found = sole_date(text.strip())
    if found is not None and found.precision is Precision.DAY:
        return found.date
    raise InputRefused(f"“{text}” is not a date. Write it day first, such as 31/07/2012.")


def declare_as_at(command: argparse.ArgumentParser) -> None:
    """Let the command take the date to judge by."""
    command.add_argument("--as-at", default="", metavar="DATE", help="the date to judge by, if not today")


def as_at_from(text: str) -> dt.date:
    """The date to judge by: today where none is given; raises InputRefused for what is no date."""
    return date_from(text) if text else dt.date.today()  # noqa: DTZ011 - the officer's own day


def assignment_from(text: str) -> tuple[CellRef, str]:
    """The cell and the text of Sheet!C7=85; raises InputRefused where it is not of that form."""
    for place, character in enumerate(text):
        cell = parse_cell(text[:place]) if character == "=" else None
        if cell is not None:
            return cell, text[place + 1 :]
    raise InputRefused(f"“{text}” does not say which cell to set. Write it as Sheet!C7=85.")


def entry_from(text: str) -> tuple[CellRef, int, str] | None:
    """The cell, number and words of Sheet!C7#2=words, which sets one entry of a list; None for others."""
    for found in _ENTRY.finditer(text):
        cell = parse_cell(text[: found.start()])
        if cell is not None:
            return cell, int(found[1]), text[found.end() :]
    return None


def row_from(text: str) -> tuple[str, int]:
    """The sheet and the row of Sheet!12; raises InputRefused where it is not of that form."""
    sheet, _, row = text.rpartition("!")
    cell = parse_cell(f"{sheet}!A{row}") if row.isdecimal() else None
    if cell is None:
        raise InputRefused(f"“{text}” does not say which row. Write it as Sheet!12.")
    return cell.sheet, cell.row


def files_from(named: Iterable[Path]) -> tuple[Path, ...]:
    """The files that are named; of returns/*.xlsx, which Windows leaves to the program, those that match.

    A folder stands for the workbooks in it. Raises InputRefused where none matches, or none is in it.
    """
    return tuple(file for path in named for file in (_within(path) if path.is_dir() else _matching(path)))


def _within(folder: Path) -> list[Path]:
    found = [
        file
        for file in folder.iterdir()
        if file.suffix.casefold() in _WORKBOOKS and not file.name.startswith(_OPEN_IN_EXCEL)
    ]
    if not found:
        raise InputRefused(f"There are no Excel workbooks in {folder.absolute()}. Check the name.")
    return sorted(found)


def _matching(path: Path) -> list[Path]:
    if not set("*?") & set(path.name) or path.exists():
        return [path]
    found = [file for file in path.parent.glob(path.name) if not file.name.startswith(_OPEN_IN_EXCEL)]
    if not found:
        raise InputRefused(f"There is no file {path.name} in {path.absolute().parent}. Check the name.")
    return sorted(found)


def plural(number: int, one: str, many: str) -> str:
    """The number with the word for one of them or for many."""
    return f"{number} {one if number == 1 else many}"


def one_line(text: str) -> str:
    """The text with its line breaks, and other control characters, as spaces; its indent stays."""
    return "".join(character if character.isprintable() else " " for character in text)
