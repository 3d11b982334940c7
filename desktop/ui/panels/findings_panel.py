"""The findings panel: what the rules say, gravest first, with the cell and the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.findings import Severity
from desktop.ui.panels.severity_badge import SeverityBadge
from desktop.ui.panels.whole_rows import WholeRows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.document.document import Document
    from desktop.domain.findings import Finding

_Index = QModelIndex | QPersistentModelIndex
_SEVERITY, _RULE, _CELL, _SUBJECT, _MESSAGE, _FIX = range(6)
_TITLES = ("Severity", "Rule", "Cell", "Subject", "What and what next", "Mend")
_WIDTHS = {_SEVERITY: 34, _RULE: 70, _CELL: 56, _SUBJECT: 84}
_FIX_WIDTH = 190
_ROW_AIR = 8


class FindingsModel(QAbstractTableModel):
    """Findings by row: severity, rule, cell, subject, message and fix."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings, in this order."""
        self.beginResetModel()
        self._findings = tuple(findings)
        self.endResetModel()

    def finding(self, index: _Index) -> Finding:
        """The finding of a row."""
        return self._findings[index.row()]

    def index_of(self, finding: Finding | None) -> QModelIndex:
        """Where the same rule speaks of the same cell; no index where it does not, or no longer."""
        for row, shown in enumerate(self._findings):
            if finding is not None and (shown.rule, shown.cell) == (finding.rule, finding.cell):
                return self.index(row, 0)
        return QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many findings are shown."""
        return 0 if parent.isValid() else len(self._findings)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many columns a finding has."""
        return 0 if parent.isValid() else len(_TITLES)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """The words of a finding, the whole of it as tool tip and for screen readers."""
        finding = self._findings[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _texts(finding)[index.column()]
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            place = f"{finding.severity.value} {finding.rule}, {finding.cell}, {finding.subject}"
            return f"{place}: {finding.message}"
        if role == Qt.ItemDataRole.UserRole:
            return finding.severity
        if role == Qt.ItemDataRole.FontRole and index.column() == _SUBJECT:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: ANN401
        """The titles of the columns, for screen readers."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _TITLES[section]
        return None


def _texts(finding: Finding) -> tuple[str, ...]:
    fix = f"{finding.fix.label} ↵" if finding.fix is not None else ""
    letter = finding.severity.letter
    return (letter, finding.rule, finding.cell.a1, finding.subject, finding.message, fix)


def _searched(finding: Finding) -> str:
    """The words among which the filter looks: those that are shown, and what their short forms stand for."""
    return " ".join((*_texts(finding), finding.severity.value, str(finding.cell)))


class FindingsPanel(QWidget):
    """The list of findings with its counts and filter."""

    chosen = Signal(object)
    """The CellRef that the chosen finding speaks of."""
    fix_wanted = Signal(object)
    """The Fix that the officer asks for."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._model = FindingsModel(self)
        self._counts = QLabel()
        self._filter = QLineEdit(placeholderText="Filter findings…", clearButtonEnabled=True)
        self._filter.setAccessibleName("Filter findings")
        self._filter.setMaximumWidth(260)
        self._list = self._build_list()
        self._gap = 0  # where the current finding stood before it was mended: the next one has its row
        top = QHBoxLayout()
        top.setContentsMargins(10, 4, 8, 0)
        top.addWidget(self._counts, stretch=1)
        top.addWidget(self._filter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self._list)
        self._filter.textChanged.connect(self.refresh)
        document.findings_changed.connect(self.refresh)
        self.refresh()

    def step(self, forward: bool) -> None:
        """Go to the next finding, or the one before; round at the ends."""
        rows = self._model.rowCount()
        if rows:
            current = self._list.currentIndex()
            before, after = (
                (current.row() - 1, current.row() + 1) if current.isValid() else (self._gap - 1, self._gap)
            )
            row = after if forward else before
            self._list.setCurrentIndex(self._model.index(row % rows, 0))
            self._choose(self._list.currentIndex())

    def focus_list(self) -> None:
        """Put the keyboard into the list."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def keyboard(self) -> QWidget:
        """What takes the keyboard of the panel: the list."""
        return self._list

    def focus_filter(self) -> None:
        """Put the keyboard into the filter."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def refresh(self) -> None:
        """Show the document's findings, gravest first, as the filter allows; the current one stays."""
        findings = self._document.findings
        wanted = self._filter.text().casefold()
        shown = [each for each in findings if not wanted or wanted in _searched(each).casefold()]
        current = self._list.currentIndex()
        kept = self._model.finding(current) if current.isValid() else None
        self._gap = current.row() if current.isValid() else self._gap
        self._model.show_findings(_gravest_first(shown))
        self._list.setCurrentIndex(self._model.index_of(kept))
        self._list.setColumnHidden(_FIX, all(finding.fix is None for finding in shown))
        tally = {severity: sum(finding.severity is severity for finding in findings) for severity in Severity}
        self._counts.setText(f"<b>Findings</b>&nbsp; {_summary(tally)}")

    def _build_list(self) -> WholeRows:
        view = WholeRows(self.fontMetrics().height() + _ROW_AIR)
        view.setObjectName("findingsList")
        view.setAccessibleName("Findings")
        view.setModel(self._model)
        view.setItemDelegateForColumn(_SEVERITY, SeverityBadge(view))
        header = view.horizontalHeader()
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        header.setSectionResizeMode(_MESSAGE, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(_FIX, _FIX_WIDTH)
        view.clicked.connect(self._choose)
        view.activated.connect(self._mend)
        return view

    def _choose(self, index: QModelIndex) -> None:
        finding = self._model.finding(index)
        self.chosen.emit(finding.cell)
        if index.column() == _FIX and finding.fix is not None:
            self.fix_wanted.emit(finding.fix)

    def _mend(self, index: QModelIndex) -> None:
        """Enter on a finding mends it where it can be mended, and goes to its cell otherwise."""
        finding = self._model.finding(index)
        if finding.fix is not None and index.column() != _FIX:
            self.fix_wanted.emit(finding.fix)
        self.chosen.emit(finding.cell)


def _gravest_first(findings: Sequence[Finding]) -> list[Finding]:
    return [finding for severity in Severity for finding in findings if finding.severity is severity]


def _summary(tally: Mapping[Severity, int]) -> str:
    words = {
        Severity.ERROR: ("error", "errors"),
        Severity.QUERY: ("query", "queries"),
        Severity.ADVICE: ("advice",) * 2,
    }
    return " · ".join(
        f"{tally[severity]} {several if tally[severity] != 1 else one}"
        for severity, (one, several) in words.items()
    )
