"""Changes of cells, and of whole rows, in words and as the rows of a list."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from desktop.document.recovery import summed
from desktop.document.steps import CellsSet, RowsChanged
from desktop.domain.row_edits import DeleteRows, InsertRows
from desktop.domain.wording import counted
from desktop.workbook.formats import shown
from desktop.workbook.notes_layout import NAME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.document.steps import Change, Step
    from desktop.domain.edits import Content
    from desktop.domain.row_edits import RowEdit
    from desktop.workbook.workbook import Workbook

HEADERS = ("Sheet", "Cell", "Before", "After")


def rows_of(changes: Sequence[Change]) -> list[tuple[str, ...]]:
    """Sheet, cell, and what it held before and after, as an officer reads it."""
    return [
        (one.cell.sheet, one.cell.a1, content_words(one.before), content_words(one.after)) for one in changes
    ]


def rows_of_steps(steps: Sequence[Step]) -> list[tuple[str, ...]]:
    """The steps one by one, or, where they only change cells, what they come to."""
    if all(isinstance(step, CellsSet) for step in steps):
        return rows_of(summed(steps))
    rows: list[tuple[str, ...]] = []
    for step in steps:
        if isinstance(step, CellsSet):
            rows += rows_of(step.changes)
        elif isinstance(step, RowsChanged):
            rows += [(edit.sheet, "", "", _row_words(edit)) for edit in step.rows]
            rows += [(edit.cell.sheet, edit.cell.a1, "", content_words(edit.content)) for edit in step.edits]
        else:
            rows.append(("", "", "", "the last change of rows was undone"))
    return rows


def unsaved_words(workbook: Workbook) -> str:
    """How much of a workbook is not saved, such as: Rows and 2 cells changed, not saved.

    The cells of Milepost's own sheet are not counted: nobody edited them one by one.
    """
    edits = {name: len(sheet.edits) for name, sheet in workbook.sheets.items() if sheet.edits}
    kept = edits.pop(NAME, 0)
    parts = [
        *(["rows"] if workbook.changed is not None else []),
        *([counted(sum(edits.values()), "cell")] if edits else []),
        *([f"the sheet {NAME}"] if kept else []),
    ]
    words = " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))
    return f"{words[:1].upper()}{words[1:]} changed, not saved"


def _row_words(edit: RowEdit) -> str:
    count = counted(edit.count, "row")
    if isinstance(edit, InsertRows):
        return f"{count} inserted before row {edit.at}"
    if isinstance(edit, DeleteRows):
        return f"{count} deleted from row {edit.first} on"
    return f"{count} from row {edit.first} on moved before row {edit.before}"


def content_words(content: Content) -> str:
    """What a cell held, as an officer reads it."""
    if content is None:
        return "(blank)"
    if isinstance(content, dt.date):
        return shown(content, "dd/mm/yyyy hh:mm" if isinstance(content, dt.datetime) else "dd/mm/yyyy")
    return shown(content, "General")
