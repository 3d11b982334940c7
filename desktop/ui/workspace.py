"""An open document on the screen: contents, cell bar, grid, chart and findings, joined together."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QStatusTipEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.document.grid_settings import GridSettings
from desktop.document.history import History
from desktop.domain.cells import CellRef
from desktop.domain.errors import MilepostError
from desktop.domain.indicators import Indicator
from desktop.grid.view import GridView
from desktop.ui.arranging import Arranging
from desktop.ui.meaning import indicator_at, meaning
from desktop.ui.overviews import Overviews
from desktop.ui.panels.cell_bar import CellBar
from desktop.ui.panels.chart_panel import ChartPanel
from desktop.ui.panels.contents_tree import ContentsTree
from desktop.ui.panels.findings_panel import FindingsPanel
from desktop.ui.panels.history_panel import HistoryPanel
from desktop.ui.panels.problems_note import ProblemsNote
from desktop.ui.rounds import Stop
from desktop.ui.searching import Searching

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.document.document import Document
    from desktop.document.record_changes import RecordChange
    from desktop.domain.findings import Fix
    from desktop.domain.tables import Table
    from desktop.workbook.workbook import Workbook

Wanted: TypeAlias = "Callable[[Workbook, CellRef], RecordChange]"
"""A change of the record at a cell; raises EditRefused where there is none."""

_WIDTHS = (214, 748, 404, 1152)
_SHARES = (1, 4, 2, 6)
"""What the contents, the grid, the chart and an overview in their place take of a wider window."""
_HEIGHTS = (470, 180)


class Workspace(QWidget):
    """The panels of one document, each told what the others do; the chart may wait for the first paint."""

    refused = Signal(str)
    """Why an edit was not made."""
    selection_changed = Signal()
    findings_shown = Signal(object)
    """What is found in the current cell, a tuple of Finding."""

    def __init__(
        self, document: Document, *, chart_waits: bool = False, settings: GridSettings | None = None
    ) -> None:
        super().__init__()
        self.document = document
        self._cell: CellRef | None = None
        self._shown = ""
        self._said = False
        self._tree = ContentsTree(document)
        self._middle = QWidget()
        self._bar = CellBar()
        self._problems = ProblemsNote(document)
        self.grid = GridView()
        self.arranging = Arranging(self.grid, settings if settings is not None else GridSettings())
        self.searching = Searching(document, self.grid, self.go_to)
        self.chart = ChartPanel(document, waits=chart_waits)
        self.findings = FindingsPanel(document)
        self.history = HistoryPanel(History(document))
        self.overviews = Overviews(document, (self._middle, self.chart))
        self._below = QStackedWidget()
        self._lay_out()
        self._connect()
        self._follow_contents()

    @property
    def indicator(self) -> Indicator | None:
        """The indicator that is current."""
        return None if self._cell is None else indicator_at(self.document.contents, self._cell)

    @property
    def heading(self) -> CellRef | None:
        """The first cell that heads the table that is shown, or in a whole sheet the current cell."""
        for table in self.document.contents.tables:
            if table.id == self._shown:
                first = next(column.column for column in table.columns if column.header)
                return CellRef(sheet=table.sheet, row=table.header_row, column=first)
        return self._cell

    def go_to(self, cell: CellRef) -> None:
        """Show the table that holds a cell, or the whole sheet where none does, and make the cell current."""
        for table in self.document.contents.tables:
            if table.holds(cell):
                self.overviews.leave()
                self._show_table(table)
                self.arranging.go_to(cell)
                self.focus_grid()
                return
        if cell.sheet in self.document.workbook.visible_sheets and self.document.text(cell):
            self.show_sheet(cell.sheet)
            self.grid.go_to(cell)

    def show_sheet(self, sheet: str) -> None:
        """Show a whole sheet, to be read."""
        self.overviews.leave()
        if self._shown != _whole(sheet):
            self._shown = _whole(sheet)
            self.grid.show_sheet(self.document, sheet)
            self.arranging.follow_model()
        self.focus_grid()

    @property
    def stops(self) -> tuple[Stop, ...]:
        """The parts that the keyboard goes round, in the order of reading."""
        return (
            Stop(self._tree, self._tree),
            Stop(self._middle, self.grid),
            Stop(self.chart, self.chart.keyboard),
            Stop(self.overviews.panel, self.overviews.panel.keyboard),
            Stop(self.findings, self.findings.keyboard),
            Stop(self.history, self.history.keyboard),
        )

    def change_records(self, wanted: Wanted) -> None:
        """Insert, delete, copy or move the record of the current cell, and go where it is then."""
        self.focus_grid()  # what is still being typed is done first
        if self.grid.reason:
            self._say(self.grid.reason)
        elif (cell := self._cell) is not None:
            self._try(lambda: self._change_records(wanted(self.document.workbook, cell)))

    def edit_in_bar(self) -> None:
        """Put the keyboard into the cell bar."""
        self._bar.edit()

    def show_whole_text(self) -> None:
        """Show several lines of the current cell's text in the cell bar, or one again."""
        self._bar.toggle()

    def show_history(self) -> None:
        """Show what was changed in the place of the findings, and put the keyboard there."""
        self._below.setCurrentWidget(self.history)
        self.history.keyboard.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_findings(self) -> FindingsPanel:
        """Show the findings in their place again."""
        self._below.setCurrentWidget(self.findings)
        return self.findings

    def focus_grid(self) -> None:
        """Put the keyboard into the grid, or what stands in its place."""
        if self.overviews.shown:
            self.overviews.take_keyboard()
        else:
            self.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_grid(self) -> None:
        """Show the grid and its chart, and put the keyboard into the grid."""
        self.overviews.leave()
        self.focus_grid()

    def _lay_out(self) -> None:
        middle = self._middle
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._bar, self._problems, self.grid, self.arranging.note, self.searching.bar):
            column.addWidget(widget, stretch=int(widget is self.grid))
        for panel in (self.findings, self.history):
            self._below.addWidget(panel)
        parts = (self._tree, middle, self.chart, self.overviews.panel)
        across = _split(Qt.Orientation.Horizontal, parts, _WIDTHS, _SHARES)
        down = _split(Qt.Orientation.Vertical, (across, self._below), _HEIGHTS, (3, 1))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(down)

    def _connect(self) -> None:
        self._tree.chosen.connect(self.go_to)
        self._tree.chosen.connect(self.grid.lift_current)
        self._tree.sheet_chosen.connect(self.show_sheet)
        self.overviews.panel.cell_wanted.connect(self.go_to)
        self.overviews.panel.left.connect(self.show_grid)
        self.findings.chosen.connect(self.go_to)
        self.findings.fix_wanted.connect(self._mend)
        self._bar.typed.connect(self._type)
        self._bar.left.connect(self.focus_grid)
        self.history.chosen.connect(self.go_to)
        self.history.refused.connect(self.refused)
        self.history.closed.connect(self._leave_history)
        self.chart.planned_moved.connect(self._move_planned_point)
        self.chart.point_chosen.connect(self.grid.go_to)
        self.grid.current_cell_changed.connect(self._show_cell)
        self.grid.refused.connect(self.refused)
        self.grid.told.connect(self._say)
        self.arranging.said.connect(self._say)
        self.searching.said.connect(self._say)
        self.searching.refused.connect(self.refused)
        self.searching.left.connect(self.focus_grid)
        self.grid.selection_changed.connect(self.selection_changed)
        self.document.contents_changed.connect(self._follow_contents)
        self.document.changed.connect(self._refresh_current)

    def _show_table(self, table: Table) -> None:
        if table.id != self._shown:
            self._shown = table.id
            self.grid.show_table(self.document, table)
            self.arranging.follow_model()
            self.searching.refresh()

    def _follow_contents(self) -> None:
        """Stay on the table or sheet that was shown, or show the first table where it is gone."""
        tables = self.document.contents.tables
        known = {table.id for table in tables} | set(map(_whole, self.document.workbook.sheets))
        if tables and self._shown not in known:
            self._show_table(tables[0])
        self.grid.setHidden(not self._shown)  # what could not be used is told in its place

    def _say(self, words: str) -> None:
        """Put words into the window's status bar until another cell is current."""
        self._said = bool(words)
        QCoreApplication.sendEvent(self, QStatusTipEvent(words))

    def _show_cell(self, cell: CellRef | None) -> None:
        self.grid.show()
        if self._said:
            self._say("")
        self._cell = cell or self._named_cell() or self.heading
        self.history.show_cell(cell)
        self._refresh_current()

    def _named_cell(self) -> CellRef | None:
        """The cell that names the current record, where what is current is drawn and no cell of the sheet."""
        model, row = self.grid.table_model, self.grid.currentIndex().row()
        record = model.records[row] if model is not None and row >= 0 else None
        return record.cell if isinstance(record, Indicator) else None

    def _leave_history(self) -> None:
        self.show_findings()
        self.focus_grid()

    def _refresh_current(self) -> None:
        """Show what the current cell holds and the picture of its record."""
        if self._cell is None:
            return
        contents, shown = self.document.contents, self.grid.current_cell
        text = self.document.edit_text(shown) if shown is not None else ""
        self._bar.show_cell(shown, text, meaning(contents, self._cell))
        self.findings_shown.emit(self.document.findings_at(shown) if shown is not None else ())
        self.chart.show_at(self._cell)

    def _type(self, cell: CellRef, text: str) -> None:
        if self.grid.reason:
            self._say(self.grid.reason)
            self._refresh_current()
        elif self._try(lambda: self.document.type_texts([(cell, text)], f"Type in {cell.a1}")):
            self._refresh_current()  # a formula that was to stay is shown again
        else:
            self._bar.refuse()

    def _move_planned_point(self, cell: CellRef, number: float) -> None:
        self._try(lambda: self.document.move_planned_point(cell, number))

    def _change_records(self, change: RecordChange) -> None:
        self.document.change_records(change)
        self.go_to(change.cell)

    def _mend(self, fix: Fix) -> None:
        self._try(lambda: self.document.set_cells(fix.edits, fix.label))

    def _try(self, edit: Callable[[], None]) -> bool:
        try:
            edit()
        except MilepostError as refusal:
            self.refused.emit(str(refusal))
            return False
        return True


def _whole(sheet: str) -> str:
    """What a whole sheet is known by among the tables."""
    return f"{sheet}!"


def _split(
    way: Qt.Orientation, parts: Sequence[QWidget], sizes: Sequence[int], shares: Sequence[int]
) -> QSplitter:
    """Parts side by side or one beneath the other, with their first sizes and their shares of more room."""
    splitter = QSplitter(way, childrenCollapsible=False, handleWidth=1)
    for number, (part, share) in enumerate(zip(parts, shares, strict=True)):
        splitter.addWidget(part)
        splitter.setStretchFactor(number, share)
    splitter.setSizes(list(sizes))
    return splitter
