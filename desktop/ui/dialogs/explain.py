"""Asks why queries stand: the officer's words, their initials, and the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
)

from desktop.ui.panels.plain_label import PlainLabel

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.domain.findings import Finding

_WIDTH = 560
_TEXT_HEIGHT = 90
_LIST_HEIGHT = 110
_INITIALS_WIDTH = 120
_KEPT = (
    "The explanation is kept in the sheet Milepost of this workbook and stands on the check sheet of the "
    "return. It no longer counts once the cell shows something else."
)


class ExplainDialog(QDialog):
    """`text` and `by` are what the officer says; `withdrawn` where they take back what was said before."""

    def __init__(
        self, queries: Sequence[Finding], by: str, on: dt.date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("explainDialog")
        self.setMinimumWidth(_WIDTH)
        self.withdrawn = False
        self._queries = queries
        self._text, self._by = QPlainTextEdit(), QLineEdit(by)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._explain = self._buttons.addButton("&Explain", QDialogButtonBox.ButtonRole.AcceptRole)
        self._fill()
        self._lay_out(on)
        self._follow()

    @property
    def text(self) -> str:
        """Why the queries stand."""
        return self._text.toPlainText().strip()

    @property
    def by(self) -> str:
        """The initials of who says so."""
        return self._by.text().strip()

    def _fill(self) -> None:
        queries = self._queries
        self.setWindowTitle("Explain a query" if len(queries) == 1 else f"Explain {len(queries)} queries")
        said = {query.explanation.text for query in queries if query.explanation is not None}
        if len(said) == 1 and all(query.explained for query in queries):
            self._text.setPlainText(said.pop())
            self._text.selectAll()
        if any(query.explained for query in queries):
            withdraw = self._buttons.addButton("&Withdraw", QDialogButtonBox.ButtonRole.DestructiveRole)
            withdraw.setToolTip("Take the explanation back: the query waits for an answer again")
            withdraw.clicked.connect(self._withdraw)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._text.textChanged.connect(self._follow)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._explain.click)

    def _lay_out(self, on: dt.date) -> None:
        self._text.setAccessibleName("Why it stands")
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(_TEXT_HEIGHT)
        self._text.setPlaceholderText("Such as: two large sibling groups moved in the autumn")
        self._by.setAccessibleName("Your initials")
        self._by.setMaximumWidth(_INITIALS_WIDTH)
        form = QFormLayout()
        form.addRow("&Why it stands", self._text)
        day = QLabel(f"on {on:%d/%m/%Y}")
        day.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        signed = QHBoxLayout()
        signed.addWidget(self._by)
        signed.addWidget(day, stretch=1)
        initials = QLabel("Your &initials")
        initials.setBuddy(self._by)
        form.addRow(initials, signed)
        kept = PlainLabel(_KEPT)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(self._messages())
        column.addLayout(form)
        column.addWidget(kept)
        column.addWidget(self._buttons)
        self._text.setFocus()

    def _messages(self) -> QWidget:
        """The query in full, or a list of several."""
        if len(self._queries) == 1:
            [query] = self._queries
            return PlainLabel(f"{query.subject}, {query.cell}: {query.message}")
        several = QListWidget()
        several.setAccessibleName("The queries")
        several.setWordWrap(True)
        several.setFixedHeight(_LIST_HEIGHT)
        several.addItems([f"{query.subject}, {query.cell.a1}: {query.message}" for query in self._queries])
        return several

    def _follow(self) -> None:
        self._explain.setEnabled(bool(self.text))

    def _withdraw(self) -> None:
        self.withdrawn = True
        self.accept()
