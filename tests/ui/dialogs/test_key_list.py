"""The list of keys: every key of the window, found by what it is or what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QTableWidget

from desktop.ui.dialogs.key_list import KeyList
from desktop.ui.key_lines import key_lines
from tests.ui.hands import part

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from desktop.ui.main_window import MainWindow
    from tests.ui.recorder import RecordedPrompts


@pytest.fixture
def keys(qtbot: QtBot) -> KeyList:
    dialog = KeyList()
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def shown(dialog: QDialog) -> list[str]:
    table = part(dialog, QTableWidget)
    items = [table.item(row, 1) for row in range(table.rowCount()) if not table.isRowHidden(row)]
    return [item.text() for item in items if item is not None]


def test_it_lists_every_key(keys: KeyList) -> None:
    assert shown(keys) == [what for _, what, _ in key_lines()]
    assert f"{len(key_lines())} of {len(key_lines())}" in [
        label.text() for label in keys.findChildren(QLabel)
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("edit ctrl+r", ["Fill right"]), ("NEW line", ["A new line in the text"]), ("qq", [])],
)
def test_words_narrow_it(keys: KeyList, typed: str, found: list[str]) -> None:
    QTest.keyClicks(part(keys, QLineEdit), typed)
    assert shown(keys) == found
    said = [label.text() for label in keys.findChildren(QLabel)]
    assert ("No key does that." in said) is not bool(found)


def test_an_arrow_goes_into_the_list_and_escape_leaves(keys: KeyList, qtbot: QtBot) -> None:
    qtbot.waitActive(keys)
    QTest.keyClick(part(keys, QLineEdit), Qt.Key.Key_Down)
    assert part(keys, QTableWidget).hasFocus()
    QTest.keyClick(part(keys, QTableWidget), Qt.Key.Key_Escape)
    assert not keys.isVisible()


def test_f1_shows_it(window: MainWindow, prompts: RecordedPrompts) -> None:
    asked: list[QDialog] = []

    def look(dialog: QDialog) -> bool:
        asked.append(dialog)
        return False

    prompts.hands.append(look)
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert [type(dialog) for dialog in asked] == [KeyList]
