"""In a filtered table, what is pasted, filled or cleared skips the rows that are not shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop.grid.arrangement import AS_IN_SHEET
from desktop.grid.blocks import Block
from desktop.grid.filters import Listed
from desktop.grid.model import TableModel
from tests.grid.hands import press

if TYPE_CHECKING:
    from desktop.document.document import Document
    from desktop.grid.view import GridView

_Key, _CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
STATUS, COMMENTS = 3, 6


@pytest.fixture
def on_track(plan: GridView) -> GridView:
    model = plan.table_model
    assert isinstance(model, TableModel)
    model.arrange(AS_IN_SHEET.filtered(STATUS, Listed(labels=frozenset({"ON TRACK"}))))
    return plan


def comments(document: Document) -> list[str]:
    return [milestone.comments for milestone in document.contents.milestones]


@pytest.mark.parametrize("what", ["paste", "fill", "clear", "type"])
def test_rows_that_are_not_shown_stay_as_they_are(on_track: GridView, leeds: Document, what: str) -> None:
    before = comments(leeds)
    milestones = leeds.contents.milestones
    shown = [record.row for record in on_track.records]
    assert shown == [6, 7, 9]
    on_track.choose_block(Block(0, COMMENTS, 2, COMMENTS))
    if what == "paste":
        QGuiApplication.clipboard().setText("a\nb\nc\n")
        press(on_track, _Key.Key_V, hold=_CONTROL)
    elif what == "fill":
        press(on_track, _Key.Key_D, hold=_CONTROL)
    elif what == "clear":
        press(on_track, _Key.Key_Delete)
    else:
        on_track.commands.spread("Seen")
    changed = {
        milestone.row
        for milestone, was, now in zip(milestones, before, comments(leeds), strict=True)
        if was != now
    }
    assert changed
    assert changed <= set(shown)
    assert leeds.undo_stack.count() == 1
    leeds.undo_stack.undo()
    assert comments(leeds) == before
