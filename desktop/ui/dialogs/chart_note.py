"""Asks for a note on a chart: its words, who writes it, and whether it marks a figure or a day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
)

from desktop.domain.notes import NoteKind
from desktop.ui.panels.plain_label import PlainLabel

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from desktop.domain.notes import ChartNote

_WIDTH = 460
_TEXT_HEIGHT = 90
_INITIALS_WIDTH = 120
_KEPT = "The note is kept in the sheet Milepost of this workbook, and is listed under the printed chart."


class ChartNoteDialog(QDialog):
    """`note` is what the officer says; `removed` where a note that is kept is to go."""

    def __init__(self, note: ChartNote, by: str, on: dt.date, parent: QWidget | None = None) -> None:
        """A note that has words is changed, one without is written."""
        super().__init__(parent)
        self.setObjectName("chartNoteDialog")
        self.setWindowTitle("Change a note on the chart" if note.text else "Add a note to the chart")
        self.setMinimumWidth(_WIDTH)
        self.removed = False
        self._note, self._on = note, on
        self._text, self._by = QPlainTextEdit(note.text), QLineEdit(note.by or by)
        self._day = QCheckBox("&Mark the day from top to bottom, such as for an inspection")
        self._day.setChecked(note.kind is NoteKind.EVENT)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._keep = self._buttons.addButton("&Keep the note", QDialogButtonBox.ButtonRole.AcceptRole)
        self._connect()
        self._lay_out()
        self._follow()

    @property
    def note(self) -> ChartNote:
        """The note as it is to be kept, written on the day of the dialog."""
        return replace(
            self._note,
            text=self._said,
            by=self._by.text().strip(),
            written=self._on,
            kind=NoteKind.EVENT if self._day.isChecked() else NoteKind.NOTE,
        )

    @property
    def _said(self) -> str:
        return " ".join(self._text.toPlainText().split())

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._text.textChanged.connect(self._follow)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._keep.click)
        if self._note.text:
            remove = self._buttons.addButton("&Remove", QDialogButtonBox.ButtonRole.DestructiveRole)
            remove.clicked.connect(self._remove)

    def _lay_out(self) -> None:
        self._text.setAccessibleName("What the note says")
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(_TEXT_HEIGHT)
        self._text.setPlaceholderText("Such as: two reviewing officers left in May")
        self._text.selectAll()
        self._by.setAccessibleName("Your initials")
        self._by.setMaximumWidth(_INITIALS_WIDTH)
        form = QFormLayout()
        form.addRow("On", QLabel(self._note.period or f"{self._note.date:%d/%m/%Y}"))
        form.addRow("&Note", self._text)
        form.addRow("Your &initials", self._by)
        form.addRow("Date", QLabel(f"{self._on:%d/%m/%Y}"))
        form.addRow("", self._day)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addLayout(form)
        column.addWidget(PlainLabel(_KEPT))
        column.addWidget(self._buttons)
        self._text.setFocus()

    def _follow(self) -> None:
        self._keep.setEnabled(bool(self._said))

    def _remove(self) -> None:
        self.removed = True
        self.accept()
