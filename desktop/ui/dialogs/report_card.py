"""Writes an indicator's report card beside a preview of its page for the board."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.document.notes import write_card
from desktop.domain.errors import MilepostError
from desktop.printing.preview import Preview
from desktop.ui.card_pages import card_pages
from desktop.ui.card_sections import card_sections
from desktop.ui.panels.card_editor import CardEditor
from desktop.ui.panels.page_bar import PageBar
from desktop.ui.panels.plain_label import PlainLabel

if TYPE_CHECKING:
    from desktop.document.document import Document
    from desktop.domain.indicators import Indicator
    from desktop.ui.card_sections import CardSection

_SIZE = (1180, 700)
_SHARE = 0.94
"""Of the screen at the most; the frame takes the rest."""
_SIDE = 400
_PAUSE = 120
"""Milliseconds without a key after which the page follows: long texts take a while to set."""
_KEPT = "What you write is kept in the workbook, in its sheet Milepost; undo takes it back."
_LOST = " Copy your text, or close once more to give it up."


class ReportCard(QDialog):
    """Each text is kept when it is left, as one step; those that are still being written, when it closes."""

    print_wanted = Signal()

    def __init__(self, document: Document, indicator: Indicator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reportCard")
        self.setWindowTitle(f"Report card of {indicator.code}")
        self.resize(QSize(*_SIZE).boundedTo(self.screen().availableSize() * _SHARE))
        self._document, self._indicator = document, indicator
        self._refused = False
        self._opened = dt.datetime.now()  # noqa: DTZ005 - the officer's own clock
        self.preview = Preview()
        self.editor = CardEditor(self._sections)
        self._by = QLineEdit(_last_writer(document))
        self._by.setObjectName("writtenBy")
        self._by.setMaxLength(60)
        self._said = PlainLabel(_KEPT)
        self._lay_out()
        self._paused = QTimer(self, interval=_PAUSE, singleShot=True)
        self._paused.timeout.connect(self._show)
        self.editor.changed.connect(self._paused.start)
        self.editor.left.connect(self.keep)
        self._show()
        self.editor.setFocus()

    def keep(self) -> bool:
        """Keep every text that was changed; False where one can't be, and then that is said."""
        kept = {section.heading: section.text for section in self._sections}
        try:
            for heading, text in self.editor.texts.items():
                if text.strip() != kept[heading].strip():
                    self._write(heading, text)
        except MilepostError as refusal:
            self._said.setText(f"{refusal}{_LOST}")
            return False
        self._said.setText(_KEPT)
        return True

    def reject(self) -> None:
        """Close, once everything is kept or given up."""
        if self.keep() or self._refused:
            super().reject()
        self._refused = True

    @property
    def _sections(self) -> tuple[CardSection, ...]:
        return card_sections(self._document.contents.notes, self._indicator.code)

    def _write(self, heading: str, text: str) -> None:
        today = self._opened.date()
        write_card(self._document, self._indicator.code, heading, text, by=self._by.text(), on=today)

    def _lay_out(self) -> None:
        signed = QFormLayout()
        signed.addRow("&Written by (initials or a name)", self._by)
        side = QWidget()
        side.setFixedWidth(_SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.editor, stretch=1)
        column.addLayout(signed)
        column.addWidget(self._said)
        seen = QVBoxLayout()
        seen.addWidget(self.preview, stretch=1)
        seen.addWidget(PageBar(self.preview))
        across = QHBoxLayout()
        across.addWidget(side)
        across.addLayout(seen, stretch=1)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        printing = box.addButton("&Print or save…", QDialogButtonBox.ButtonRole.ActionRole)
        printing.clicked.connect(self._print)
        box.rejected.connect(self.reject)
        for button in box.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined]
        whole = QVBoxLayout(self)
        whole.addLayout(across, stretch=1)
        whole.addWidget(box)

    def _show(self) -> None:
        """Show the card as it would be printed now."""
        document = self._document
        self.preview.show_pages(
            card_pages(
                document.workbook,
                [self._indicator],
                self.editor.texts,
                as_at=document.as_at,
                printed=self._opened,
            )
        )

    def _print(self) -> None:
        if self.keep():
            self.print_wanted.emit()


def _last_writer(document: Document) -> str:
    """Who wrote the last text that is kept, most likely the one who writes the next."""
    notes = document.contents.notes
    writers = [note.by for note in notes.explanations] + [card.by for card in notes.cards]
    return next((by for by in reversed(writers) if by), "")
