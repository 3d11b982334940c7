"""What can be done now, and of what can't, why not: told where the pointer rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.document.document import Document
    from desktop.ui.action import Action

_BUSY = "Milepost is busy. This can be done when it has finished."
_NO_DOCUMENT = "Open a workbook first."
_NO_INDICATORS = "This workbook has no indicators."
_NO_RECORDS = "This workbook has neither indicators nor milestones."
_UNDO = "There is nothing to undo yet."
_REDO = "There is nothing to redo: nothing was undone."


def why_not(action: Action, document: Document | None, *, busy: bool) -> str:
    """Why an action can't be done with what is open; empty where it can be."""
    if busy:
        return _BUSY
    if document is None:
        return _NO_DOCUMENT if action.needs_document else ""
    return _lacking(action, document)


def _lacking(action: Action, document: Document) -> str:
    """What the workbook lacks that an action needs; empty where it lacks nothing."""
    contents, undone = document.contents, document.undo_stack
    lacks = {
        _UNDO: action.id == "undo" and not undone.canUndo(),
        _REDO: action.id == "redo" and not undone.canRedo(),
        _NO_INDICATORS: action.needs_indicators and not contents.indicators,
        _NO_RECORDS: action.needs_records and not (contents.indicators or contents.milestones),
    }
    return next((reason for reason, lacking in lacks.items() if lacking), "")
