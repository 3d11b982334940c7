"""What the window shows while no workbook is open: how to open one, and the recent ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCommandLinkButton, QLabel, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_WIDTH = 460


class Welcome(QWidget):
    """A way in."""

    open_wanted = Signal()
    path_wanted = Signal(object)
    """The Path of a recent workbook."""

    def __init__(self, recent: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel("<h2>Milepost</h2>Open the Excel workbook that holds your plan or your indicators.")
        title.setWordWrap(True)
        opening = QPushButton("Open a workbook…")
        opening.setDefault(True)
        opening.clicked.connect(self.open_wanted)
        column = QVBoxLayout()
        column.addWidget(title)
        column.addWidget(opening, alignment=Qt.AlignmentFlag.AlignLeft)
        for path in recent:
            link = QCommandLinkButton(path.name, str(path.parent))
            link.clicked.connect(lambda _checked=False, chosen=path: self.path_wanted.emit(chosen))
            column.addWidget(link)
        inner = QWidget()
        inner.setLayout(column)
        inner.setFixedWidth(_WIDTH)
        outer = QVBoxLayout(self)
        outer.addWidget(inner, alignment=Qt.AlignmentFlag.AlignCenter)
