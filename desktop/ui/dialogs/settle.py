"""What two people changed in one cell or row, side by side: the officer decides whose stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from desktop.domain.wording import counted
from desktop.ui.panels.plain_label import PlainLabel
from desktop.ui.panels.row_table import RowTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.progress.conflicts import Conflict
    from desktop.progress.merging import Merge

_SIZE = (900, 560)
_TEXT_HEIGHT = 110
_HEADERS = ("Decision", "Cell", "What", "Why")
_WIDTHS = (110, 150, 330)
_TO_DECIDE, _MINE, _THEIRS = "? to decide", "◀ here", "▶ there"
_ONLY_MINE = "◀ here (only)"


class Settle(QDialog):
    """`taken` are the conflicts in which what the other has is to stand; `left` all others."""

    def __init__(self, found: Merge, other: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Merge {other}")
        self.setObjectName("settle")
        self.resize(*_SIZE)
        self._conflicts = found.conflicts
        self._theirs: dict[int, bool] = {}
        self._table = _table(found.conflicts)
        self._texts = {name: _text(name) for name in ("Before", "Here", "There")}
        self._summary = PlainLabel(_summary(found, other))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._merge = self._buttons.addButton("Me&rge", QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self._table.currentCellChanged.connect(self._show_current)
        if self._conflicts:
            self._table.selectRow(0)
        self._enable()

    @property
    def taken(self) -> tuple[Conflict, ...]:
        """Those that go the other's way."""
        return tuple(one for row, one in enumerate(self._conflicts) if self._theirs.get(row))

    @property
    def left(self) -> tuple[Conflict, ...]:
        """Those in which one's own stands."""
        return tuple(one for row, one in enumerate(self._conflicts) if not self._theirs.get(row))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self._summary)
        if self._conflicts:
            column.addWidget(self._table, 1)
            column.addLayout(self._side_by_side())
            column.addLayout(self._decisions())
        column.addWidget(self._buttons)

    def _side_by_side(self) -> QGridLayout:
        grid = QGridLayout()
        for column, (name, text) in enumerate(self._texts.items()):
            label = QLabel(name)
            label.setBuddy(text)
            grid.addWidget(label, 0, column)
            grid.addWidget(text, 1, column)
            grid.setColumnStretch(column, 1)
        return grid

    def _decisions(self) -> QHBoxLayout:
        line = QHBoxLayout()
        for words, key, theirs in (
            ("What is &here stands (H)", "H", False),
            ("What is &there stands (T)", "T", True),
        ):
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, theirs=theirs: self._decide(theirs=theirs))
            QShortcut(
                QKeySequence(key), self._table, context=Qt.ShortcutContext.WidgetShortcut
            ).activated.connect(button.click)
            line.addWidget(button)
        line.addStretch(1)
        return line

    def _decide(self, *, theirs: bool) -> None:
        """Decide the selected ones, and go on to the next that is open."""
        rows = sorted({index.row() for index in self._table.selectedIndexes()})
        for row in rows:
            if self._conflicts[row].edit is not None:
                self._theirs[row] = theirs
                self._say(row, _THEIRS if theirs else _MINE)
        self._enable()
        waiting = [row for row in self._open if row > max(rows, default=0)] or self._open
        if waiting:
            self._table.selectRow(waiting[0])

    @property
    def _open(self) -> list[int]:
        return [
            row for row, one in enumerate(self._conflicts) if one.edit is not None and row not in self._theirs
        ]

    def _say(self, row: int, words: str) -> None:
        item = self._table.item(row, 0)
        if item is not None:
            item.setText(words)

    def _enable(self) -> None:
        self._merge.setEnabled(not self._open)
        self._merge.setDefault(not self._open)

    def _show_current(self, row: int) -> None:
        if not 0 <= row < len(self._conflicts):
            return
        one = self._conflicts[row]
        for name, text in zip(self._texts, (one.base, one.mine, one.theirs), strict=True):
            self._texts[name].setPlainText(text)


def _summary(found: Merge, other: str) -> str:
    parts = ((len(found.edits), "changed cell"), (found.added, "new row"), (found.deleted, "deleted row"))
    coming = ", ".join(counted(number, what) for number, what in parts if number)
    coming = f"Coming in from {other}: {coming or 'no changes of its own'}."
    if not found.conflicts:
        return f"{coming} Nothing was changed by both."
    waiting = (
        "Of the following, decide whose stands: H for what is here, T for what is there. Where only “here” "
        "is offered, make the other's change by hand afterwards if it is to stand."
    )
    return f"{coming}\n{waiting}"


def _table(conflicts: tuple[Conflict, ...]) -> RowTable:
    table = RowTable("What both changed")
    decisions = (_ONLY_MINE if one.edit is None else _TO_DECIDE for one in conflicts)
    rows = zip(decisions, conflicts, strict=True)
    table.show_rows(_HEADERS, [(decision, str(one.cell), one.subject, one.words) for decision, one in rows])
    for column, width in enumerate(_WIDTHS):
        table.setColumnWidth(column, width)
    return table


def _text(name: str) -> QPlainTextEdit:
    text = QPlainTextEdit()
    text.setReadOnly(True)
    text.setFixedHeight(_TEXT_HEIGHT)
    text.setTabChangesFocus(True)
    text.setAccessibleName(name)
    text.setPlaceholderText("Blank")
    return text
