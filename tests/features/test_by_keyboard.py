"""The one-minute story by keys alone: nothing in it needs a mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTableView

from desktop.domain.cells import CellRef
from desktop.ui.dialogs.print_pages import PrintPages
from desktop.workbook.workbook import Workbook
from tests.features.officer import chart_of, document_of, grid_of, keyboard, rules_at

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from tests.features.conftest import Opening
    from tests.ui.recorder import RecordedPrompts

_Key = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLANNED = CellRef(sheet="Indicators", row=35, column=5)


def key(pressed: Qt.Key, hold: Qt.KeyboardModifier = _NONE) -> None:
    QTest.keyClick(keyboard(), pressed, hold)


def write(text: str) -> None:
    """Types a text; the first character may open an editor, which the others go to."""
    for character in text:
        QTest.keyClicks(keyboard(), character)


def said(window: MainWindow) -> str:
    label = window.findChild(QLabel, "cellFindings")
    assert label is not None
    return str(label.text())


def test_an_indicator_is_chosen_changed_judged_undone_saved_returned_and_previewed(
    open_example: Opening, qtbot: QtBot, prompts: RecordedPrompts, tmp_path: Path
) -> None:
    window, path = open_example("leicester-map-2001.xlsx")
    grid, document = grid_of(window), document_of(window)
    assert keyboard() is grid

    key(_Key.Key_F8)  # to the gravest finding, a promise that the plan does not keep
    assert grid.current_cell == PLANNED
    assert said(window).startswith("■ Error: Objective 2")
    assert chart_of(window).picture.title.startswith("PAF C20")  # type: ignore[union-attr]

    write("100")
    key(_Key.Key_Return)
    key(_Key.Key_Up)
    assert "TRJ-005" not in rules_at(window, PLANNED)
    assert not said(window).startswith("■")
    key(_Key.Key_Z, _CONTROL)
    assert document.text(PLANNED) == "95.0"
    assert said(window).startswith("■ Error")

    key(_Key.Key_F2, _CONTROL)  # in the cell bar this time
    key(_Key.Key_A, _CONTROL)
    write("100")
    key(_Key.Key_Return)
    assert keyboard() is grid
    assert document.text(PLANNED) == "100.0"

    with qtbot.waitSignal(document.saved):
        key(_Key.Key_S, _CONTROL)
    assert Workbook.open(path).text(PLANNED) == "100.0"

    prompts.answers.append(tmp_path / "return.xlsx")
    key(_Key.Key_E, _CONTROL)
    qtbot.waitUntil(lambda: prompts.said[-1:] != [] and prompts.said[-1].startswith("inform: Return written"))
    assert (tmp_path / "return.xlsx").exists()

    key(_Key.Key_P, _CONTROL | _SHIFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PrintPages))
    preview = QApplication.activeModalWidget()
    assert preview is not None
    QTest.keyClick(preview, _Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is grid)


def test_what_was_changed_is_looked_up_and_put_back(open_example: Opening) -> None:
    window, _ = open_example("leicester-map-2001.xlsx")
    grid, document = grid_of(window), document_of(window)
    key(_Key.Key_F8)
    for text in ("97", "99"):
        write(text)
        key(_Key.Key_Return)
        key(_Key.Key_Up)

    key(_Key.Key_H, _CONTROL | _SHIFT)
    history = window.findChild(QTableView, "historyList")
    assert keyboard() is history
    key(_Key.Key_Down)  # the earlier of the two
    key(_Key.Key_Tab)
    key(_Key.Key_Space)
    assert document.text(PLANNED) == "95.0"
    assert document.undo_stack.undoText() == "Put back E35"
    assert keyboard() is grid
