"""Asks as at which date an earlier version of the workbook reported."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout

from desktop.ui.panels.as_at_date import AsAtDate
from desktop.ui.panels.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_WIDTH = 460


class ReportDate(QDialog):
    """`date` is the date of the report, once it is accepted; `known` is where the one proposed is from."""

    def __init__(self, name: str, proposed: dt.date, known: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keep an earlier version")
        self.setObjectName("reportDate")
        self.setMinimumWidth(_WIDTH)
        self._date = AsAtDate(self)
        self._date.setObjectName("reportedAsAt")
        self._date.setAccessibleName("Date as at which the earlier version reported")
        self._date.setDate(QDate(proposed.year, proposed.month, proposed.day))
        words = PlainLabel(
            f"As at which date did {name} report? {known} The dates that it gives are drawn there.", self
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, parent=self)
        keep = buttons.addButton("&Keep", QDialogButtonBox.ButtonRole.AcceptRole)
        keep.setDefault(True)
        self._date.left.connect(keep.setFocus)
        self._date.refused.connect(words.setText)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow("Reported as &at", self._date)
        column = QVBoxLayout(self)
        column.addWidget(words)
        column.addLayout(form)
        column.addWidget(buttons)

    @property
    def date(self) -> dt.date:
        """The date that was said."""
        chosen = self._date.date()
        return dt.date(chosen.year(), chosen.month(), chosen.day())
