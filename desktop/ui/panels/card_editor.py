"""The texts of a report card, to be written: a heading, the question that it answers, and the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.panels.quiet_label import QuietLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFocusEvent

    from desktop.ui.card_sections import CardSection

_EMPTY = "Not written yet"
_LINES = 4
"""How many lines of a text are seen at the least."""


class SectionText(QPlainTextEdit):
    """One text; Tab goes on to the next."""

    left = Signal()

    def __init__(self, section: CardSection) -> None:
        super().__init__(section.text)
        self.setAccessibleName(section.heading)
        self.setAccessibleDescription(section.question)
        self.setPlaceholderText(_EMPTY)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES + 2 * self.frameWidth() + 8)

    def sizeHint(self) -> QSize:
        """No more than is needed; texts share what there is beyond."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the keyboard has gone elsewhere."""
        super().focusOutEvent(event)
        self.left.emit()


class CardEditor(QScrollArea):
    """All texts of a card, one beneath the other."""

    changed = Signal()
    """Something was typed."""
    left = Signal()
    """A text was left for another part of the window."""

    def __init__(self, sections: Iterable[CardSection]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._texts: dict[str, SectionText] = {}
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        for section in sections:
            self._add(section, column)
        self.setWidget(inner)
        self.setFocusProxy(next(iter(self._texts.values())))

    @property
    def texts(self) -> dict[str, str]:
        """The texts as they stand, by their headings."""
        return {heading: text.toPlainText() for heading, text in self._texts.items()}

    def _add(self, section: CardSection, column: QVBoxLayout) -> None:
        heading = QLabel(f"<b>{section.heading}</b>")
        text = SectionText(section)
        heading.setBuddy(text)
        column.addWidget(heading)
        if section.question:
            question = QuietLabel()
            question.setText(section.question)
            question.setWordWrap(True)
            column.addWidget(question)
        column.addWidget(text)
        text.textChanged.connect(self.changed)
        text.left.connect(self.left)
        self._texts[section.heading] = text
