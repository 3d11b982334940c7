"""The findings panel: what the rules say, gravest first, with the cell and the next step."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from desktop.document.findings_index import FindingCounts
from desktop.ui.panels.finding_detail import FindingDetail
from desktop.ui.panels.findings_bar import FindingsBar
from desktop.ui.panels.findings_model import (
    CELL,
    MEND,
    MESSAGE,
    RULE,
    SEVERITY,
    SUBJECT,
    FindingsModel,
    mend_words,
)
from desktop.ui.panels.findings_order import Standing, arranged
from desktop.ui.panels.severity_badge import SeverityBadge
from desktop.ui.panels.spilling import Spilling
from desktop.ui.panels.whole_rows import WholeRows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QModelIndex

    from desktop.document.document import Document
    from desktop.domain.findings import Finding

_WIDTHS = {SEVERITY: 34, RULE: 70, CELL: 56, SUBJECT: 84}
_WIDEST_SUBJECT = 120
_WIDEST_MEND = 230
_ROW_AIR = 8
_CELL_AIR = 16


class FindingsPanel(QWidget):
    """The list of findings between its bar and the words of the current one."""

    chosen = Signal(object)
    """The CellRef that the chosen finding speaks of."""
    fix_wanted = Signal(object)
    """The Fix that the officer asks for."""
    explain_wanted = Signal()
    """The officer wants to say why the selected queries stand."""
    copy_wanted = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._model = FindingsModel(self)
        self._counts = FindingCounts(Standing.of)
        self._bar = FindingsBar()
        self._list = self._build_list()
        self._detail = FindingDetail()
        self._gap = 0  # where the current finding stood before it was mended: the next one has its row
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self._bar, self._list, self._detail):
            layout.addWidget(widget)
        self._bar.changed.connect(self.refresh)
        self._detail.mend_wanted.connect(self._mend_current)
        self._detail.explain_wanted.connect(self.explain_wanted)
        self._list.selectionModel().currentChanged.connect(self._show_current)
        document.findings_changed.connect(self.refresh)
        self.refresh()

    @property
    def keyboard(self) -> QWidget:
        """What takes the keyboard of the panel: the list."""
        return self._list

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The findings in the list, in its order."""
        return self._model.findings

    @property
    def selected(self) -> tuple[Finding, ...]:
        """The findings that are selected, in the order of the list."""
        selection = self._list.selectionModel().selection()
        spans = [selection.at(number) for number in range(selection.count())]
        rows = sorted({row for span in spans for row in range(span.top(), span.bottom() + 1)})
        found = (self._model.finding(self._model.index(row, 0)) for row in rows)
        return tuple(finding for finding in found if finding is not None)

    def step(self, forward: bool) -> None:
        """Go to the next finding, or the one before; round at the ends."""
        rows = self._model.rowCount()
        if not self._model.findings:
            return
        current = self._list.currentIndex()
        before, after = (
            (current.row() - 1, current.row() + 1) if current.isValid() else (self._gap - 1, self._gap)
        )
        row, way = (after, 1) if forward else (before, -1)
        while self._model.finding(self._model.index(row % rows, 0)) is None:
            row += way
        self._select(self._model.index(row % rows, 0))
        self._choose(self._list.currentIndex())

    def focus_list(self) -> None:
        """Put the keyboard into the list."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_filter(self) -> None:
        """Put the keyboard into the filter."""
        self._bar.focus_filter()

    def refresh(self) -> None:
        """Show the document's findings as the bar asks; the current one stays."""
        findings = self._document.findings
        current = self._list.currentIndex()
        kept = self._model.finding(current)
        self._gap = current.row() if current.isValid() else self._gap
        self._model.show_rows(arranged(findings, self._bar.wish, _titles()))
        self._list.clearSpans()
        for row in self._model.heading_rows:
            self._list.setSpan(row, 0, 1, self._model.columnCount())
        self._list.doItemsLayout()  # at once, so that the current one can be scrolled to
        self._select(self._model.index_of(kept))
        self._fit_columns()
        self._counts.take(findings)
        self._bar.say({each: self._counts[each] for each in Standing}, len(self._model.findings))
        self._show_current(self._list.currentIndex())

    def _select(self, index: QModelIndex) -> None:
        """Make one row current and select it alone, whichever keys are held down."""
        flags = QItemSelectionModel.SelectionFlag
        self._list.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def _fit_columns(self) -> None:
        """Give the subjects and the last column what they need: the messages have the rest."""
        findings, header = self._model.findings, self._list.horizontalHeader()
        longest = max((finding.subject for finding in findings), key=len, default="")
        bold = self.font()
        bold.setBold(True)
        wanted = QFontMetrics(bold).horizontalAdvance(longest) + _CELL_AIR
        header.resizeSection(SUBJECT, min(_WIDEST_SUBJECT, max(_WIDTHS[SUBJECT], wanted)))
        words = set(map(mend_words, findings)) - {""}
        self._list.setColumnHidden(MEND, not words)
        widest = max(map(self.fontMetrics().horizontalAdvance, words), default=0)
        header.resizeSection(MEND, min(_WIDEST_MEND, widest + _CELL_AIR))

    def _build_list(self) -> WholeRows:
        view = WholeRows(self.fontMetrics().height() + _ROW_AIR)
        view.setObjectName("findingsList")
        view.setAccessibleName("Findings")
        view.setModel(self._model)
        view.setSelectionMode(WholeRows.SelectionMode.ExtendedSelection)
        view.setItemDelegateForColumn(SEVERITY, SeverityBadge(view))
        spilling = Spilling(view, MESSAGE)
        for column in (MESSAGE, MEND):
            view.setItemDelegateForColumn(column, spilling)
        header = view.horizontalHeader()
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        header.setSectionResizeMode(MESSAGE, QHeaderView.ResizeMode.Stretch)
        view.clicked.connect(self._choose)
        view.activated.connect(self._mend)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), view)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy_wanted)
        return view

    def _show_current(self, index: QModelIndex) -> None:
        self._detail.show_finding(self._model.finding(index), self._hint())

    def _hint(self) -> str:
        """What to do where no finding is current."""
        every = len(self._document.findings)
        if not every:
            return "No rule has anything to say about this workbook."
        if not self._model.findings:
            return f"{every:,} not shown: press the buttons above or empty the filter to see them."
        return "Choose a finding to read it in full here, or press F8 to go from one to the next."

    def _choose(self, index: QModelIndex) -> None:
        finding = self._model.finding(index)
        if finding is None:
            return
        self.chosen.emit(finding.cell)
        if index.column() == MEND and finding.fix is not None and not finding.explained:
            self.fix_wanted.emit(finding.fix)

    def _mend(self, index: QModelIndex) -> None:
        """Enter on a finding mends it where it can be mended, and goes to its cell otherwise."""
        finding = self._model.finding(index)
        if finding is None:
            return
        if finding.fix is not None and not finding.explained and index.column() != MEND:
            self.fix_wanted.emit(finding.fix)
        self.chosen.emit(finding.cell)

    def _mend_current(self) -> None:
        finding = self._model.finding(self._list.currentIndex())
        if finding is not None and finding.fix is not None:
            self.fix_wanted.emit(finding.fix)
            self.chosen.emit(finding.cell)


@cache
def _titles() -> Mapping[str, str]:
    """What each rule speaks of, by its code."""
    from desktop.rules.catalogue import RULES

    return {rule.code: rule.title for rule in RULES}
