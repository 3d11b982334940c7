"""The current finding in full, beneath the list, with what can be done about it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.domain.findings import Severity
from desktop.ui.panels.findings_model import explained
from desktop.ui.panels.plain_label import PlainLabel
from desktop.ui.panels.quiet_label import QuietLabel

if TYPE_CHECKING:
    from desktop.domain.findings import Finding

_LINES = 2


class FindingDetail(QWidget):
    """Two lines of words, and the buttons that answer them."""

    mend_wanted = Signal()
    explain_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = PlainLabel()
        self._words.setObjectName("findingWords")
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._hint = QuietLabel()
        self._hint.setObjectName("findingHint")
        for label in (self._words, self._hint):  # alike, so that the list above keeps its height
            label.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 2)
        self._mend, self._explain = QPushButton(), QPushButton()
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 8, 2)
        row.addWidget(self._words, stretch=1)
        row.addWidget(self._hint, stretch=1)
        for button in (self._mend, self._explain):
            row.addWidget(button)
        self._mend.clicked.connect(self.mend_wanted)
        self._explain.clicked.connect(self.explain_wanted)
        self.show_finding(None)

    def show_finding(self, finding: Finding | None, hint: str = "") -> None:
        """Show what is current; without a finding, the hint in its place."""
        self._words.setVisible(finding is not None)
        self._hint.setVisible(finding is None)
        self._hint.setText(hint)
        words = "" if finding is None else f"{finding.message}{explained(finding)}"
        self._words.setText(words)
        self._words.setToolTip(words)
        self._words.setAccessibleName(f"The current finding: {words or 'none'}")
        fix = finding.fix if finding is not None else None
        self._mend.setVisible(fix is not None)
        if fix is not None:
            self._mend.setText(fix.label)
        asks = finding is not None and finding.severity is Severity.QUERY
        self._explain.setVisible(asks)
        self._explain.setText("Change the explanation…" if finding and finding.explained else "Explain…")
