"""The list to look at: every row under its headers, closed from the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTableWidget

from desktop.ui.dialogs.row_list import RowList
from tests.ui.hands import part

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_it_shows_the_rows_and_what_they_are(qtbot: QtBot) -> None:
    dialog = RowList(
        "Unsaved work", "What was <b>changed</b>:", ("Cell", "After"), [("G3", "16"), ("H4", "x" * 900)]
    )
    qtbot.addWidget(dialog)
    table = part(dialog, QTableWidget)
    texts = [[table.item(row, column).text() for column in range(2)] for row in range(2)]  # type: ignore[union-attr]
    assert texts == [["G3", "16"], ["H4", "x" * 900]]
    assert [table.horizontalHeaderItem(column).text() for column in range(2)] == ["Cell", "After"]  # type: ignore[union-attr]
    assert table.columnWidth(0) <= 260
    assert table.accessibleName() == "Unsaved work"
    assert "What was <b>changed</b>:" in [label.text() for label in dialog.findChildren(QLabel)]


def test_escape_closes_it(qtbot: QtBot) -> None:
    dialog = RowList("Unsaved work", "Nothing:", ("Cell",), [])
    qtbot.addWidget(dialog)
    dialog.open()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
