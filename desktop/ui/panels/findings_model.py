"""The findings as rows of a table, with a line above each group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from desktop.domain.findings import Finding
from desktop.ui.panels.findings_order import Heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.ui.panels.findings_order import Row

_Index = QModelIndex | QPersistentModelIndex
SEVERITY, RULE, CELL, SUBJECT, MESSAGE, MEND = range(6)
TITLES = ("Severity", "Rule", "Cell", "Subject", "What and what next", "Mend")
FINDING = Qt.ItemDataRole.UserRole
"""The Finding of a row; None above a group."""


class FindingsModel(QAbstractTableModel):
    """Findings by row: severity, rule, cell, subject, message and fix; a heading in the first column."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self.findings: tuple[Finding, ...] = ()
        """The findings that are shown, in their order."""

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these findings and headings, in this order."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.findings = tuple(row for row in self._rows if isinstance(row, Finding))
        self.endResetModel()

    def finding(self, index: _Index) -> Finding | None:
        """The finding of a row; None for a heading, and where there is no row."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Finding) else None

    @property
    def heading_rows(self) -> tuple[int, ...]:
        """The rows that are headings."""
        return tuple(number for number, row in enumerate(self._rows) if isinstance(row, Heading))

    def index_of(self, finding: Finding | None) -> QModelIndex:
        """Where the same rule speaks of the same cell; no index where it does not, or no longer."""
        if finding is not None:
            wanted = finding.rule, finding.cell
            for number, shown in enumerate(self._rows):
                if isinstance(shown, Finding) and (shown.rule, shown.cell) == wanted:
                    return self.index(number, 0)
        return QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many findings and headings are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many columns a finding has."""
        return 0 if parent.isValid() else len(TITLES)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """A heading is seen and never chosen."""
        if self.finding(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """The words of a finding, the whole of it as tool tip and for screen readers."""
        row = self._rows[index.row()]
        if isinstance(row, Heading):
            return _of_heading(row, index.column(), role)
        if role == Qt.ItemDataRole.DisplayRole:
            return finding_texts(row)[index.column()]
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return whole(row)
        if role == FINDING:
            return row
        if role == Qt.ItemDataRole.FontRole and index.column() == SUBJECT:
            return _bold()
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: ANN401
        """The titles of the columns, for screen readers."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return TITLES[section]
        return None


def finding_texts(finding: Finding) -> tuple[str, ...]:
    """What the columns show of a finding."""
    return (
        finding.severity.letter,
        finding.rule,
        finding.cell.a1,
        finding.subject,
        finding.message,
        mend_words(finding),
    )


def whole(finding: Finding) -> str:
    """All that a finding says, in one line."""
    place = f"{finding.severity.value} {finding.rule}, {finding.cell}, {finding.subject}"
    return f"{place}: {finding.message}{explained(finding)}"


def explained(finding: Finding) -> str:
    """Why a finding stands, as a sentence after its own; empty where nothing was said."""
    if not finding.explained:
        return ""
    return f" Explained: {finding.explanation.words}" if finding.explanation is not None else " Explained."


def mend_words(finding: Finding) -> str:
    """What the last column says: the change that is offered, or that the finding is explained."""
    if finding.explained:
        by = finding.explanation.by if finding.explanation is not None else ""
        return f"✓ explained, {by}" if by else "✓ explained"
    return f"{finding.fix.label} ↵" if finding.fix is not None else ""


def _of_heading(heading: Heading, column: int, role: int) -> object:
    words = f"{heading.words} · {heading.count:,}"
    if role == Qt.ItemDataRole.DisplayRole and column == 0:
        return words
    if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
        return words
    return _bold() if role == Qt.ItemDataRole.FontRole else None


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font
