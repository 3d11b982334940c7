"""What can be undone. Only commands change the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from desktop.domain.edits import same_content

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.document.record_changes import RecordChange
    from desktop.domain.edits import Edit
    from desktop.workbook.workbook import Workbook

_MERGES = 1
_NEVER_MERGES = -1


class EditCells(QUndoCommand):
    """New contents of some cells; keeps what they displaced."""

    def __init__(
        self,
        apply: Callable[[tuple[Edit, ...]], None],
        edits: tuple[Edit, ...],
        displaced: tuple[Edit, ...],
        label: str,
        *,
        merges: bool = False,
    ) -> None:
        super().__init__(label)
        self._apply = apply
        self.edits = edits
        self._displaced = displaced
        self._merges = merges

    def redo(self) -> None:
        """Make the edits."""
        self._apply(self.edits)

    def undo(self) -> None:
        """Put back what they displaced."""
        self._apply(self._displaced)

    def id(self) -> int:
        """Tell Qt which commands may become one step: further moves of the same point."""
        return _MERGES if self._merges else _NEVER_MERGES

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take a later move of the same cells into this step; back at the start, it is no step."""
        if not isinstance(other, EditCells) or _cells(other.edits) != _cells(self.edits):
            return False
        self.edits = other.edits
        pairs = zip(self.edits, self._displaced, strict=True)
        self.setObsolete(all(same_content(new.content, old.content) for new, old in pairs))
        return True


class ChangeRecords(QUndoCommand):
    """Records inserted, deleted, copied or moved; keeps the workbook as it was before."""

    def __init__(
        self,
        apply: Callable[[RecordChange], None],
        put_back: Callable[[Workbook], None],
        change: RecordChange,
        before: Workbook,
    ) -> None:
        super().__init__(change.label)
        self._apply = apply
        self._put_back = put_back
        self._change = change
        self._before = before

    def redo(self) -> None:
        """Make the change."""
        self._apply(self._change)

    def undo(self) -> None:
        """Put the workbook back as it was."""
        self._put_back(self._before)


def _cells(edits: tuple[Edit, ...]) -> list[object]:
    return [edit.cell for edit in edits]
