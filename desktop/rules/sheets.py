"""Rules on what was found in the sheets, and what was not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.cells import CellRef
from desktop.rules.rule import Remark
from desktop.rules.words import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.contents import Problem
    from desktop.domain.tables import Table


def table_missed(problem: Problem) -> Iterator[Remark]:
    """A sheet looks like a plan or indicators, but a needed column was not found.

    What is not recognised is neither checked nor drawn, and silence would look like a clean bill.
    Example: Status, By when and Owner over a column that nobody named.
    """
    if problem.cell is not None and not problem.kept:
        yield Remark(problem.cell, _without_place(problem))


def note_unread(problem: Problem) -> Iterator[Remark]:
    """A row of the sheet where Milepost keeps what it is told can't be read, or speaks of what is not there.

    An explanation or a target that is not read does not count, and nobody would see why.
    Example: a target whose value is "about 90".
    """
    if problem.cell is not None and problem.kept:
        yield Remark(problem.cell, _without_place(problem))


def _without_place(problem: Problem) -> str:
    """The words of a problem, of which a finding's cell already says where it is."""
    place, _, words = problem.message.partition(": ")
    if words and place.startswith(f"{problem.sheet}, "):
        return words[:1].upper() + words[1:]
    return problem.message


def header_unknown(table: Table) -> Iterator[Remark]:
    """A header matches no field and is kept as it is.

    What stands beneath it stays in the workbook, but no rule looks at it and no chart shows it.
    Example: "Cost centre" in a plan.
    """
    for place in table.columns:
        header = " ".join(place.header.split())
        if place.field is None and header:
            yield Remark(
                CellRef(sheet=table.sheet, row=table.header_row, column=place.column),
                f"The header “{shortened(header)}” is none that Milepost knows, so its column is kept but "
                "not checked. Rename it if it is one of the usual columns under another name.",
            )
