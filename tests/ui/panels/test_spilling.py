"""A text runs on into the next column where nothing stands in it, and stops where something does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtGui import QColor, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView

from desktop.ui.panels.spilling import Spilling

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

_LONG = "■" * 80


@pytest.fixture
def view(qtbot: QtBot) -> QTableView:
    """Two rows with long texts: beside the first stands nothing, beside the second a dot."""
    view = QTableView()
    qtbot.addWidget(view)
    model = QStandardItemModel(view)
    model.appendRow([QStandardItem(_LONG), QStandardItem("")])
    model.appendRow([QStandardItem(_LONG), QStandardItem(".")])
    view.setModel(model)
    spilling = Spilling(view, 0)
    for column in (0, 1):
        view.setItemDelegateForColumn(column, spilling)
        view.setColumnWidth(column, 120)
    view.resize(300, 120)
    return view


def ink(view: QTableView, row: int) -> int:
    """How many dark pixels stand in the second column."""
    image: QImage = view.viewport().grab(view.visualRect(view.model().index(row, 1))).toImage()
    return sum(
        QColor(image.pixel(x, y)).lightness() < 100
        for x in range(2, image.width() - 2)
        for y in range(image.height())
    )


def test_a_long_text_runs_on_where_there_is_room(view: QTableView) -> None:
    assert ink(view, 0) > 20 * max(ink(view, 1), 1)


def test_what_is_selected_is_marked_beneath_the_whole_text(view: QTableView) -> None:
    view.selectionModel().select(view.model().index(0, 1), QItemSelectionModel.SelectionFlag.Select)
    area = view.visualRect(view.model().index(0, 1))
    ground = view.viewport().grab(area).toImage().pixelColor(area.width() - 4, 3)
    assert ground == view.palette().highlight().color()
