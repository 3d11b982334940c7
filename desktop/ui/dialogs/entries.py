"""The entries that one cell lists, one to a bullet: each can be changed, and the others stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
)

from desktop.domain.bullets import bullets, with_bullet
from desktop.ui.panels.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.domain.cells import CellRef

_WIDTH = 560
_TEXT_HEIGHT = 90
_KEPT = "The bullets, the other entries and the spaces between them stay as they are in the cell."


class EntriesDialog(QDialog):
    """`text` is the cell's text with the entries as they are changed."""

    def __init__(self, cell: CellRef, text: str, parent: QWidget | None = None) -> None:
        """Begins with the first of the cell's entries, of which there are some."""
        super().__init__(parent)
        self.setObjectName("entriesDialog")
        self.setWindowTitle(f"Edit one entry of {cell}")
        self.setMinimumWidth(_WIDTH)
        self._before = text
        self._list, self._words = QListWidget(), QPlainTextEdit()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._keep = self._buttons.addButton("&Keep the changes", QDialogButtonBox.ButtonRole.AcceptRole)
        self._texts = [entry.text for entry in bullets(text)]
        self._list.addItems([_shown(words) for words in self._texts])
        self._lay_out()
        self._connect()
        self._list.setCurrentRow(0)

    @property
    def text(self) -> str:
        """The whole text of the cell; each entry that was changed stands where it stood."""
        text = self._before
        entries = list(enumerate(zip(bullets(text), self._texts, strict=True), start=1))
        for number, (entry, words) in reversed(
            entries
        ):  # from the last, so that the others keep their places
            if words != entry.text:
                text = with_bullet(text, number, words)
        return text

    def _lay_out(self) -> None:
        self._list.setAccessibleName("The entries of the cell")
        self._list.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setWordWrap(True)
        self._words.setAccessibleName("The words of the entry")
        self._words.setTabChangesFocus(True)
        self._words.setFixedHeight(_TEXT_HEIGHT)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow("&Entries", self._list)
        form.addRow("Its &words", self._words)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addLayout(form)
        column.addWidget(PlainLabel(_KEPT))
        column.addWidget(self._buttons)

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._list.currentRowChanged.connect(self._show)
        self._words.textChanged.connect(self._take)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._keep.click)

    def _show(self, row: int) -> None:
        self._words.setPlainText(self._texts[row])

    def _take(self) -> None:
        """Take over what stands in the field; an entry can't be emptied, which would take its place away."""
        row, words = self._list.currentRow(), self._words.toPlainText().strip()
        if words:
            self._texts[row] = words
            self._list.item(row).setText(_shown(words))
        self._keep.setEnabled(bool(words))


def _shown(words: str) -> str:
    return " ".join(words.split())
