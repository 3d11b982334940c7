"""What is found in the current cell, in one line of the status bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy

from desktop.domain.findings import Severity
from desktop.grid.marks import gravest
from desktop.grid.readings import finding_words
from desktop.ui.panels.elided_label import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.findings import Finding

_SHAPES = {Severity.ERROR: "■□", Severity.QUERY: "▲△", Severity.ADVICE: "●○"}
"""The shape of each severity, and the hollow one where every finding is explained."""


class CellFindings(ElidedLabel):
    """The gravest finding with its shape, and how many more there are; blank where there is none."""

    def __init__(self) -> None:
        super().__init__("Found in the current cell", Qt.AlignmentFlag.AlignLeft)
        self.setObjectName("cellFindings")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what is said of the cell that is current now."""
        mark = gravest(findings)
        shape = _SHAPES[mark.severity][mark.explained] if mark is not None else ""
        self.say(f"{shape} {finding_words(findings)}".strip())
