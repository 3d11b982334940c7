"""Who changed what since the workbook was opened: every step with its time, newest first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.document.steps import CellsSet, RowsChanged, RowsPutBack
from desktop.domain.edits import Edit, same_content

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.document.document import Document
    from desktop.document.steps import Change, Step
    from desktop.domain.cells import CellRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One step as it was taken: when, by which action, and what it did.

    `undoing` tells a step that took the action back. Cells stand in the rows as they were then; `rows` says
    that whole rows were inserted, deleted or moved.
    """

    at: dt.datetime
    action: str
    undoing: bool = False
    changes: tuple[Change, ...] = ()
    rows: bool = False

    @property
    def label(self) -> str:
        """The action, as the officer knows it from the menu."""
        return f"Undo {self.action}" if self.undoing else self.action


class History(QObject):
    """The deeds of a session. It ends with the session; the workbook keeps none of it."""

    grown = Signal()
    """A deed was added, or the newest one has gone on."""

    def __init__(self, document: Document, clock: Callable[[], dt.datetime] = dt.datetime.now) -> None:
        super().__init__()  # not owned by the document: it hears the undo stack end
        self._document, self._clock = document, clock
        self._deeds: list[Deed] = []
        self._index = document.undo_stack.index()
        self._step: Step | None = None
        document.stepped.connect(self._take)
        document.undo_stack.indexChanged.connect(self._name)

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """All of them, the newest first."""
        return tuple(reversed(self._deeds))

    def can_put_back(self, deed: Deed) -> bool:
        """Whether its cells are still where they were: no rows came, went or moved since."""
        if not deed.changes:
            return False
        later = self._deeds[self._place(deed) :]
        return not any(one.rows for one in later)

    def put_back(self, deed: Deed, cell: CellRef) -> None:
        """Give a cell what it held before the deed, as one step; raises as `Document.set_cells` does."""
        before = next(change.before for change in deed.changes if change.cell == cell)
        self._document.set_cells([Edit(cell=cell, content=before)], f"Put back {cell.a1}")

    def _place(self, deed: Deed) -> int:
        return next(number for number, one in enumerate(self._deeds) if one is deed)

    def _take(self, step: Step) -> None:
        """Keep the step until the undo stack knows which action it was."""
        self._step = step

    def _name(self, index: int) -> None:
        """The stack has moved on: the step is the action before its index, or the undone one after it."""
        step, before, self._step, self._index = self._step, self._index, None, index
        if step is None:  # saving, or a change of the view alone
            return
        stack, undoing = self._document.undo_stack, index < before
        if undoing and index == stack.count():  # moved back to where it was: no action is left of it
            self._deeds.pop()
            self.grown.emit()
            return
        deed = Deed(
            at=self._clock(),
            action=stack.text(index if undoing else index - 1),
            undoing=undoing,
            changes=step.changes if isinstance(step, CellsSet) else (),
            rows=isinstance(step, RowsChanged | RowsPutBack),
        )
        if index == before and self._deeds and self._deeds[-1].action == deed.action:
            deed = replace(deed, changes=_joined(self._deeds.pop().changes, deed.changes))
        self._deeds.append(deed)
        self.grown.emit()


def _joined(first: tuple[Change, ...], then: tuple[Change, ...]) -> tuple[Change, ...]:
    """What two steps come to that changed the same cells, such as two moves of one point."""
    before = {change.cell: change.before for change in first}
    return tuple(replace(change, before=before.get(change.cell, change.before)) for change in then)


def changes_of(deed: Deed, cell: CellRef | None) -> tuple[Change, ...]:
    """What a deed did to a cell; to every cell where that is None."""
    return tuple(
        change
        for change in deed.changes
        if (cell is None or change.cell == cell) and not same_content(change.before, change.after)
    )
