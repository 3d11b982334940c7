"""The way in, while no workbook is open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCommandLinkButton, QPushButton

from desktop.ui.panels.welcome import Welcome

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

RECENT = (Path("plans/plan.xlsx"), Path("maps/map.xlsx"))


def test_a_workbook_can_be_asked_for(qtbot: QtBot) -> None:
    welcome = Welcome(RECENT)
    qtbot.addWidget(welcome)
    [opening] = [
        button for button in welcome.findChildren(QPushButton) if not isinstance(button, QCommandLinkButton)
    ]
    with qtbot.waitSignal(welcome.open_wanted):
        qtbot.mouseClick(opening, Qt.MouseButton.LeftButton)


def test_recent_ones_are_offered(qtbot: QtBot) -> None:
    welcome = Welcome(RECENT)
    qtbot.addWidget(welcome)
    links = welcome.findChildren(QCommandLinkButton)
    offered = [(link.text(), link.description()) for link in links]
    assert offered == [("plan.xlsx", "plans"), ("map.xlsx", "maps")]
    with qtbot.waitSignal(welcome.path_wanted) as wanted:
        qtbot.mouseClick(links[1], Qt.MouseButton.LeftButton)
    assert wanted.args == [RECENT[1]]
