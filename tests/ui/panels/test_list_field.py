"""A field with a list beneath: keys move in the list, letters are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget

from desktop.ui.panels.list_field import ListField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def field_over(qtbot: QtBot, rows: int) -> tuple[ListField, QListWidget]:
    listed = QListWidget()
    field = ListField(listed, placeholder="A code")
    for widget in (listed, field):
        qtbot.addWidget(widget)
    listed.addItems([f"F{number}" for number in range(rows)])
    listed.setCurrentRow(0)
    return field, listed


def test_keys_move_in_the_list_no_further_than_its_ends(qtbot: QtBot) -> None:
    field, listed = field_over(qtbot, 8)
    went = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_PageUp):
        QTest.keyClick(field, key)
        went.append(listed.currentRow())
    assert went == [1, 6, 7, 6, 1]


def test_an_empty_list_has_no_row_to_go_to(qtbot: QtBot) -> None:
    field, listed = field_over(qtbot, 0)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert listed.currentRow() == -1


def test_letters_are_typed(qtbot: QtBot) -> None:
    field, listed = field_over(qtbot, 3)
    QTest.keyClicks(field, "F2")
    assert (field.text(), listed.currentRow()) == ("F2", 0)
