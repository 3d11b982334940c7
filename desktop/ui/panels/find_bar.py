"""The bar beneath the grid: what to look for, and what to put in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from desktop.grid.search import Search

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHOWN, _EVERYWHERE = "this table", "whole workbook"
_LONGEST = "999 of 999"
_GAP = 6


class FindBar(QFrame):
    """Hidden until it is asked for; Enter goes on, Shift+Enter goes back, Esc hides it."""

    changed = Signal()
    """Something else is looked for, or elsewhere."""
    step_wanted = Signal(bool)
    """Go to the next hit, or the one before where False."""
    replace_wanted = Signal(bool)
    """Replace in the current cell, or in every hit where True."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("findBar")
        self.setAccessibleName("Find and replace")
        self._words = QLineEdit(placeholderText="Find", clearButtonEnabled=True)
        self._words.setAccessibleName("Find")
        self._words.setToolTip("* stands for any characters, ? for one; ~ before them means the sign itself")
        self._case = QCheckBox("Match &case")
        self._whole = QCheckBox("W&hole cell")
        self._where = QComboBox()
        self._where.addItems([_SHOWN, _EVERYWHERE])
        self._where.setAccessibleName("Where to look")
        self._count = QLabel()
        self._count.setObjectName("findCount")
        self._new = QLineEdit(placeholderText="Replace with", clearButtonEnabled=True)
        self._new.setAccessibleName("Replace with")
        self._replace = QWidget()
        self._lay_out()
        self._words.textChanged.connect(self.changed)
        self._case.toggled.connect(self.changed)
        self._whole.toggled.connect(self.changed)
        self._where.currentIndexChanged.connect(self.changed)
        self.hide()

    @property
    def search(self) -> Search:
        """What to look for."""
        return Search(
            words=self._words.text(),
            match_case=self._case.isChecked(),
            whole_cell=self._whole.isChecked(),
        )

    @property
    def everywhere(self) -> bool:
        """Whether to look in every sheet."""
        return self._where.currentText() == _EVERYWHERE

    @property
    def new_words(self) -> str:
        """What to put in place of the words."""
        return self._new.text()

    def ask(self, *, replace: bool) -> None:
        """Show the bar, with its second line where something is to be replaced, and take the keyboard."""
        self.show()
        self._replace.setVisible(replace)
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()

    def say(self, words: str) -> None:
        """Say how many there are, or what was replaced."""
        self._count.setText(words)
        self._count.setAccessibleName(words or "Nothing was looked for yet")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, go back, or hide the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
        elif event.key() in _RETURN:
            self.step_wanted.emit(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 3, 4, 3)
        grid.setVerticalSpacing(2)
        first = QHBoxLayout()
        first.addWidget(self._words, stretch=1)
        for sign, name, forward in (("▲", "Previous hit", False), ("▼", "Next hit", True)):
            button = _button(sign, name)
            button.clicked.connect(lambda _=False, way=forward: self.step_wanted.emit(way))
            first.addWidget(button)
        self._count.setMinimumWidth(self.fontMetrics().horizontalAdvance(_LONGEST))
        for widget in (self._count, self._case, self._whole, self._where):
            first.addSpacing(_GAP)
            first.addWidget(widget)
        close = _button("✕", "Close the bar")
        close.clicked.connect(self.hide)
        close.clicked.connect(self.closed)
        first.addWidget(close)
        second = QHBoxLayout(self._replace)
        second.setContentsMargins(0, 0, 0, 0)
        second.addWidget(self._new, stretch=1)
        for name, every in (("&Replace", False), ("Replace &all", True)):
            push = QPushButton(name, autoDefault=False)
            push.clicked.connect(lambda _=False, all_=every: self.replace_wanted.emit(all_))
            second.addWidget(push)
        grid.addLayout(first, 0, 0)
        grid.addWidget(self._replace, 1, 0)


def _button(sign: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setText(sign)
    button.setAutoRaise(True)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
