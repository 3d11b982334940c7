"""What an officer does and sees: keys, cells, findings, the file on disk."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.charts.projection_chart import ProjectionChart
from desktop.grid.view import GridView

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop.document.document import Document
    from desktop.domain.cells import CellRef
    from desktop.ui.main_window import MainWindow
    from desktop.ui.workspace import Workspace


def grid_of(window: MainWindow) -> GridView:
    grid = window.findChild(GridView, "grid")
    assert grid is not None
    return grid


def chart_of(window: MainWindow) -> ProjectionChart:
    chart = window.findChild(ProjectionChart, "chart")
    assert chart is not None
    return chart


def document_of(window: MainWindow) -> Document:
    assert window.document is not None
    return window.document


def workspace_of(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def rules_at(window: MainWindow, cell: CellRef) -> set[str]:
    return {finding.rule for finding in document_of(window).findings_at(cell)}


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def keyboard() -> QWidget:
    """Whatever has the keyboard."""
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def press(key: Qt.Key, *, control: bool = False) -> None:
    """A key, sent to whatever has the keyboard."""
    modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(keyboard(), key, modifier)


def type_into(window: MainWindow, cell: CellRef, text: str) -> None:
    workspace_of(window).go_to(cell)
    for character in text:
        QTest.keyClicks(keyboard(), character)
    press(Qt.Key.Key_Return)
