"""Changes of rows that were left behind, made again as one change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.document.comparison import differences
from desktop.document.record_changes import RecordChange, changed_records
from desktop.document.steps import CellsSet, RowsChanged, RowsPutBack
from desktop.domain.cells import CellRef
from desktop.domain.edits import Edit
from desktop.domain.errors import MilepostError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.document.steps import Step
    from desktop.workbook.workbook import Workbook


def replay(steps: Sequence[Step], workbook: Workbook, label: str) -> RecordChange | None:
    """One change that does to the workbook what the steps did to it when it was the same file.

    None where they can't be made again, or would not come to the same.
    """
    try:
        states = [workbook]
        for step in steps:
            if isinstance(step, RowsPutBack):
                states.pop()
            elif isinstance(step, RowsChanged):
                states.append(_with_rows(states[-1], step))
            elif isinstance(step, CellsSet):
                states[-1] = states[-1].apply(
                    Edit(cell=change.cell, content=change.after) for change in step.changes
                )
            else:
                return None
        after = states[-1]
        change = RecordChange(
            rows=tuple(step.edit for step in after.row_steps),
            edits=after.edits,
            cell=_first_cell(after),
            label=label,
        )
        same = next(differences(changed_records(workbook, change), after), None) is None
    except (IndexError, MilepostError):
        return None
    return change if same else None


def _with_rows(workbook: Workbook, step: RowsChanged) -> Workbook:
    for edit in step.rows:
        workbook = workbook.with_rows(edit)
    return workbook.apply(step.edits)


def _first_cell(workbook: Workbook) -> CellRef:
    if workbook.edits:
        return workbook.edits[0].cell
    rows = workbook.row_steps
    return CellRef(sheet=rows[0].edit.sheet if rows else next(iter(workbook.sheets)), row=1, column=1)
