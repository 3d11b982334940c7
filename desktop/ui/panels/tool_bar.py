"""The tool bar: what is done most, as buttons, and the date that all is judged at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolBar, QToolButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QAction

_AIR = 4


class ToolBar(QToolBar):
    """Buttons for some of the window's actions, by their ids in groups, and `last` at the right edge."""

    def __init__(self, actions: Mapping[str, QAction], groups: Sequence[str], last: QWidget) -> None:
        super().__init__("Tools")
        self.setObjectName("toolBar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        within = self.layout()
        if within is not None:
            within.setSpacing(_AIR)
            within.setContentsMargins(_AIR, _AIR, _AIR, _AIR)
        for name in groups:
            if name:
                self._add_button(actions[name])
            else:
                self.addWidget(_gap(QSizePolicy.Policy.Fixed))
        self.addWidget(_gap(QSizePolicy.Policy.Expanding))
        self.addWidget(QLabel("Judged as at "))
        self.addWidget(last)

    def _add_button(self, action: QAction) -> None:
        self.addAction(action)
        button = self.widgetForAction(action)
        if isinstance(button, QToolButton):
            button.setAutoRaise(False)  # a word alone would not look like something to press


def _gap(across: QSizePolicy.Policy) -> QWidget:
    gap = QWidget()
    gap.setMinimumWidth(2 * _AIR)
    gap.setSizePolicy(across, QSizePolicy.Policy.Preferred)
    return gap
