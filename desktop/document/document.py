"""The open document: views call an intent, an intent pushes one undo command, only commands apply edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from desktop.document.commands import ChangeRecords, EditCells
from desktop.document.earlier import Earlier
from desktop.document.findings_index import FindingsIndex
from desktop.document.record_changes import changed_records
from desktop.document.steps import CellsSet, Change, RowsChanged, RowsPutBack
from desktop.domain.edits import Edit, same_content
from desktop.rules.verdicts import Verdicts

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from desktop.document.record_changes import RecordChange
    from desktop.document.steps import Step
    from desktop.domain.cells import CellRef
    from desktop.domain.contents import Contents
    from desktop.domain.findings import Finding
    from desktop.workbook.mappings import Mappings
    from desktop.workbook.workbook import Workbook


class Document(QObject):
    """A workbook with its findings and its undo stack; tells its views what changed."""

    cells_changed = Signal(object)
    """A frozenset of CellRef: what these cells show has changed."""
    contents_changed = Signal()
    """Tables, their number of records or what is kept of them has changed: views lay themselves out anew."""
    findings_changed = Signal()
    as_at_changed = Signal()
    saved = Signal()
    changed = Signal()
    """Everything that followed from an edit, an undo or another as-at date has been said."""
    stepped = Signal(object)
    """A Step was taken, an undo among them; said before anything else, so that it is kept first."""

    def __init__(
        self,
        workbook: Workbook,
        as_at: dt.date,
        parent: QObject | None = None,
        *,
        verdicts: Verdicts | None = None,
    ) -> None:
        """Open a workbook; `verdicts` where it was judged on that day before, else it is judged now."""
        super().__init__(parent)
        self._workbook = workbook
        self._verdicts = verdicts if verdicts is not None else Verdicts.of(workbook.contents, as_at)
        self._as_at = as_at
        self._index = FindingsIndex(self._verdicts.findings)
        self._prepared: tuple[RecordChange, Workbook] | None = None
        self.undo_stack = QUndoStack(self)
        self.earlier = Earlier(self)
        self.may_replace: Callable[[Mapping[Edit, str]], bool] = _always
        """Asked once before a step replaces formulas: the edits that do, each with its formula."""

    @property
    def workbook(self) -> Workbook:
        """The workbook as it stands now."""
        return self._workbook

    @property
    def contents(self) -> Contents:
        """The records as they stand now."""
        return self._workbook.contents

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules say now, in the order of the sheets."""
        return self._verdicts.findings

    @property
    def as_at(self) -> dt.date:
        """The date on which overdue and off-trajectory are judged."""
        return self._as_at

    @property
    def path(self) -> Path:
        """Where the workbook lies."""
        return self._workbook.package.path

    @property
    def dirty(self) -> bool:
        """Whether something is not saved."""
        return not self.undo_stack.isClean()

    def findings_at(self, cell: CellRef) -> tuple[Finding, ...]:
        """What the rules say of one cell."""
        return self._index.at(cell)

    def text(self, cell: CellRef) -> str:
        """What the cell shows."""
        return self._workbook.text(cell)

    def edit_text(self, cell: CellRef) -> str:
        """What an editor of the cell starts with."""
        return self._workbook.edit_text(cell)

    def judge_as_at(self, date: dt.date) -> None:
        """Judge overdue and off-trajectory as at another date."""
        if date != self._as_at:
            self._as_at = date
            self._judge()
            self.as_at_changed.emit()
            self.changed.emit()

    def type_texts(self, typed: Sequence[tuple[CellRef, str]], label: str) -> None:
        """Put what an officer typed into cells, as one step; raises as `set_cells` does."""
        changed = [(cell, text) for cell, text in typed if text != self._workbook.edit_text(cell)]
        self.set_cells([self._workbook.typed(cell, text) for cell, text in changed], label)

    def set_cells(self, edits: Sequence[Edit], label: str, *, merges: bool = False) -> None:
        """Give cells new contents, as one step; of two for one cell the later counts.

        A step that `merges` joins the one before it, where that changed the same cells and merges too. Raises
        EditRefused or WorkbookSigned, and then nothing is changed.
        """
        self._push(edits, label, merges=merges)

    def move_planned_point(self, cell: CellRef, number: float) -> None:
        """Move one point of a planned trajectory; further moves of the same point join the same step."""
        self._push([Edit(cell=cell, content=number)], f"Move the planned value {cell.a1}", merges=True)

    def change_records(self, change: RecordChange) -> None:
        """Insert, delete, copy or move records, as one step; raises as `set_cells` does."""
        self._prepared = change, changed_records(self._workbook, change)
        self.undo_stack.push(ChangeRecords(self._change_records, self._put_back, change, self._workbook))

    def read_with(self, mappings: Mappings) -> None:
        """Read the workbook anew, its unsure headers as these mappings say; the cells stay as they are."""
        self._workbook = self._workbook.with_mappings(mappings)
        self.contents_changed.emit()
        self._judge()
        self.changed.emit()

    def take_saved(self, workbook: Workbook) -> None:
        """Go on from the workbook as it was saved."""
        self._workbook = workbook
        self.undo_stack.setClean()
        self.saved.emit()

    def _push(self, edits: Sequence[Edit], label: str, *, merges: bool = False) -> None:
        self._workbook.refuse_unsafe(edits)
        held = self._workbook.content
        changes = [
            (edit, Edit(cell=edit.cell, content=before))
            for edit in {edit.cell: edit for edit in edits}.values()
            if not same_content(edit.content, before := held(edit.cell))
        ]
        changes = self._agreed(changes)
        if changes:
            new, old = (tuple(side) for side in zip(*changes, strict=True))
            self.undo_stack.push(EditCells(self._apply, new, old, label, merges=merges))

    def _agreed(self, changes: list[tuple[Edit, Edit]]) -> list[tuple[Edit, Edit]]:
        """The changes without those that would replace a formula that is to stay."""
        formula_of = self._workbook.formula
        replaced = {edit: held for edit, _ in changes if (held := formula_of(edit.cell)) is not None}
        if not replaced or self.may_replace(replaced):
            return changes
        return [change for change in changes if change[0] not in replaced]

    def _apply(self, edits: tuple[Edit, ...]) -> None:
        before = self._workbook
        step = self._step(edits)
        self._workbook = before.apply(edits)
        self.stepped.emit(step)
        if _laid_out_anew(before, self._workbook):
            self.contents_changed.emit()
        else:
            self.cells_changed.emit(frozenset(edit.cell for edit in edits))
        self._judge()
        self.changed.emit()

    def _change_records(self, change: RecordChange) -> None:
        prepared, self._prepared = self._prepared, None
        if prepared is not None and prepared[0] is change:
            changed = prepared[1]
        else:
            changed = changed_records(self._workbook, change)
        self._take(changed, RowsChanged(rows=change.rows, edits=change.edits))

    def _put_back(self, before: Workbook) -> None:
        earlier = before.lying_at(self._workbook.package).with_mappings(self._workbook.mappings)
        self._take(earlier, RowsPutBack())

    def _take(self, workbook: Workbook, step: Step) -> None:
        self._workbook = workbook
        self.stepped.emit(step)
        self.contents_changed.emit()
        self._judge()
        self.changed.emit()

    def _step(self, edits: tuple[Edit, ...]) -> CellsSet:
        held = self._workbook.content
        return CellsSet(
            changes=tuple(
                Change(cell=edit.cell, before=held(edit.cell), after=edit.content) for edit in edits
            )
        )

    def _judge(self) -> None:
        before = self._verdicts.findings
        self._verdicts = self._verdicts.after(self.contents, self._as_at)
        if self._verdicts.findings != before:
            self._index.take(self._verdicts.findings)
            self.findings_changed.emit()


def _laid_out_anew(before: Workbook, after: Workbook) -> bool:
    """Whether more has changed than what the edited cells show."""
    one, other = before.contents.notes, after.contents.notes
    return (
        before.contents.tables != after.contents.tables
        or before.sheets.keys() != after.sheets.keys()
        or (one.settings, one.targets, one.links) != (other.settings, other.targets, other.links)
    )


def _always(_: Mapping[Edit, str]) -> bool:
    return True
