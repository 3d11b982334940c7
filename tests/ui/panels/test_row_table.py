"""The table to look at: one line to a cell, the whole text at hand, nothing to edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.panels.row_table import RowTable

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def table_of(qtbot: QtBot, *rows: tuple[str, ...]) -> RowTable:
    table = RowTable("Changes")
    qtbot.addWidget(table)
    table.show_rows(("Cell", "Now\nstands"), rows)
    return table


def test_a_cell_is_one_line_and_its_tool_tip_the_whole_text(qtbot: QtBot) -> None:
    table = table_of(qtbot, ("C7", "First.\nSecond."))
    item, header = table.item(0, 1), table.horizontalHeaderItem(1)
    assert item is not None
    assert header is not None
    assert (item.text(), item.toolTip(), header.text()) == ("First. Second.", "First.\nSecond.", "Now stands")


def test_fewer_rows_leave_none_of_the_old_ones(qtbot: QtBot) -> None:
    table = table_of(qtbot, ("C7", "1"), ("C8", "2"))
    table.show_rows(("Cell",), [("C9",)])
    assert (table.rowCount(), table.columnCount()) == (1, 1)


def test_columns_are_no_wider_than_allowed(qtbot: QtBot) -> None:
    table = table_of(qtbot, ("C7 " * 200, "1"), ("C8", "2"))
    table.fit_columns(90)
    assert table.columnWidth(0) == 90


def test_keys_choose_whole_rows_and_edit_nothing(qtbot: QtBot) -> None:
    table = table_of(qtbot, ("C7", "1"), ("C8", "2"))
    table.setCurrentCell(0, 0)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert {index.row() for index in table.selectedIndexes()} == {1}
    assert len(table.selectedIndexes()) == 2
    QTest.keyClick(table, Qt.Key.Key_F2)
    assert table.state() is RowTable.State.NoState
