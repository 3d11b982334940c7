"""Reads the words of a command: dates, and cells with what they are to hold."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from desktop.domain.cells import parse_cell
from desktop.domain.dates import Precision, find_dates
from desktop.domain.errors import InputRefused

if TYPE_CHECKING:
    import argparse

    from desktop.domain.cells import CellRef


def date_from(text: str) -> dt.date:
    """A date written 31/07/2012, 31 July 2012 or 2012-07-31; raises InputRefused for anything else."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        found = find_dates(text)
    if len(found) == 1 and found[0].raw == text.strip() and found[0].precision is Precision.DAY:
        return found[0].date
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
