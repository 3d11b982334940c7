"""The tool bar: buttons that look like buttons, and the as-at date at the right edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QToolButton

from desktop.ui.panels.as_at_date import AsAtDate
from desktop.ui.panels.tool_bar import ToolBar
from tests.ui.hands import part

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow


def test_its_buttons_can_be_told_from_words(window: MainWindow) -> None:
    bar = part(window, ToolBar)
    buttons = [button for button in bar.findChildren(QToolButton) if button.defaultAction() is not None]
    assert [button.text() for button in buttons][:4] == ["Open", "Save", "Undo", "Redo"]
    assert not any(button.autoRaise() for button in buttons)


def test_the_date_stands_at_the_right_edge(window: MainWindow) -> None:
    bar, date = part(window, ToolBar), part(window, AsAtDate)
    assert bar.width() - date.geometry().right() < 10
