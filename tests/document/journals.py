"""What a test of the journals needs: heads, changes, and a journal that somebody left behind."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from desktop.document.journal import Head, Journal
from desktop.document.steps import CellsSet, Change
from desktop.domain.cells import parse_cell
from desktop.workbook.package import Package

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.document.steps import Step
    from desktop.domain.edits import Content

BEGUN = dt.datetime(2012, 3, 1, 14, 2)  # noqa: DTZ001 - the officer's own clock
NOBODY = "1-gone.session"


def head_of(workbook: Path, *, session: str = NOBODY, begun: dt.datetime = BEGUN) -> Head:
    return Head(
        workbook=workbook, fingerprint=Package.open(workbook).fingerprint, session=session, begun=begun
    )


def change(address: str, before: Content, after: Content) -> Change:
    cell = parse_cell(address)
    assert cell is not None, address
    return Change(cell=cell, before=before, after=after)


def cells(*changes: Change) -> CellsSet:
    return CellsSet(changes=changes)


def leave(folder: Path, head: Head, *steps: Step) -> Path:
    """The journal of a program that ended without a word."""
    journal = Journal.begin(folder, head)
    for step in steps:
        journal.add(step)
    journal.leave()
    return journal.path
