"""The main window: assembly only."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLabel, QMainWindow

from desktop.ui.actions import ACTIONS, TOOLBAR, build_actions
from desktop.ui.appearance import Appearance, appear
from desktop.ui.availability import why_not
from desktop.ui.bringing import Bringing
from desktop.ui.cell_menu import CellMenu
from desktop.ui.cell_rows import unsaved_words
from desktop.ui.charting import Charting
from desktop.ui.checking import Checking
from desktop.ui.columns import Columns
from desktop.ui.files import Files
from desktop.ui.formula_question import FormulaQuestion
from desktop.ui.intents import intents_of
from desktop.ui.outputs import Outputs
from desktop.ui.outside import Outside
from desktop.ui.panels.as_at_date import AsAtDate
from desktop.ui.panels.cell_findings import CellFindings
from desktop.ui.panels.tool_bar import ToolBar
from desktop.ui.panels.welcome import Welcome
from desktop.ui.prompts import Prompts
from desktop.ui.recovering import Recovering
from desktop.ui.rounds import Stop, go_round
from desktop.ui.tasks import Tasks
from desktop.ui.versions import Versions
from desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from desktop.document.document import Document
    from desktop.document.settings import Settings
    from desktop.domain.cells import CellRef

_SIZE = (1366, 768)
_LEAST = (900, 540)
"""Fits a laptop's screen at a scale of 125 %, and no two texts meet in it."""


class MainWindow(QMainWindow):
    """Menus, tool bar, the workspace of the open document, and the status bar."""

    def __init__(self, settings: Settings, prompts: Prompts | None = None) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setAccessibleName("Milepost")
        self.prompts = prompts if prompts is not None else Prompts(self)
        self._formulas = FormulaQuestion(self.prompts)
        self._settings = settings
        self._tasks = Tasks(self)
        self.files = Files(self._tasks, self.prompts, settings, self)
        self.recovering = Recovering(self.files, self.prompts, settings.recovery_folder)
        self.outside = Outside(self.files, self._tasks, self.prompts, settings.recovery_folder, self)
        self.bringing = Bringing(self.files, self.prompts)
        self.versions = Versions(self.files, self._tasks, self.prompts, self._go_to)
        self.columns = Columns(self.files, self.prompts, settings.mappings)
        self.outputs = Outputs(self._tasks, self.prompts, self)
        self.checking = Checking(self._tasks, self.prompts, settings)
        self.charting = Charting(self.prompts, settings)
        self._actions, menus = build_actions(self, intents_of(self))
        self._recent = menus["&File"].addMenu("Open &recent")
        menus["&File"].insertMenu(self._actions["save"], self._recent)
        self._recent.aboutToShow.connect(self._fill_recent)
        self._as_at = AsAtDate()
        self._build_tool_bar()
        self._found = CellFindings()
        self._statistics = QLabel()
        self._state = QLabel()
        self._build_status_bar()
        self.files.document_changed.connect(self._show_document)
        self._tasks.busy_changed.connect(self._show_busy)
        self._show_document()
        self._appear(Appearance.of(settings.appearance))
        self.setMinimumSize(*_LEAST)
        self.resize(*_SIZE)
        if settings.geometry is not None:
            self.restoreGeometry(settings.geometry)

    @property
    def document(self) -> Document | None:
        """The open document; None where no workbook is open."""
        return self.files.document

    @property
    def workspace(self) -> Workspace | None:
        """The panels of the open document."""
        central = self.centralWidget()
        return central if isinstance(central, Workspace) else None

    def appear(self, appearance: Appearance) -> None:
        """Take on light, dark or the system's colours, and remember it."""
        self._settings.keep_appearance(appearance.value)
        self._appear(appearance)

    def _appear(self, appearance: Appearance) -> None:
        appear(appearance)
        self._actions[f"appearance_{appearance.value}"].setChecked(True)

    def go_round(self, *, forward: bool) -> None:
        """Put the keyboard into the next part of the window, or the one before."""
        if self.workspace is not None:
            go_round((*self.workspace.stops, Stop(self._as_at, self._as_at)), forward=forward)

    def _build_tool_bar(self) -> None:
        self._as_at.dateChanged.connect(self._judge_as_at)
        self._as_at.refused.connect(partial(self.prompts.tell, "The date was not changed"))
        self._as_at.left.connect(self._focus_grid)
        self.addToolBar(ToolBar(self._actions, TOOLBAR, self._as_at))
        self.addToolBarBreak()
        self.addToolBar(self.outside.banner)

    def _build_status_bar(self) -> None:
        self._statistics.setObjectName("statusCells")
        self._statistics.setContentsMargins(12, 0, 12, 0)
        self._found.setContentsMargins(8, 0, 0, 0)
        self.statusBar().addWidget(self._found, 1)
        self.statusBar().addPermanentWidget(self._statistics)
        self.statusBar().addPermanentWidget(self._state)

    def _show_document(self) -> None:
        document = self.document
        self._found.show_findings(())
        if document is None:
            welcome = Welcome(self._settings.recent)
            welcome.open_wanted.connect(self.files.open)
            welcome.path_wanted.connect(self.files.open_path)
            self.setCentralWidget(welcome)
            self._as_at.setDate(QDate.currentDate())
        else:
            workspace = Workspace(document, chart_waits=self.isVisible(), settings=self._settings.grid)
            workspace.refused.connect(self.outside.tell_refusal)
            CellMenu(workspace.grid, self._actions)
            for menu in (self.checking, self.charting, self.versions):
                menu.attend(workspace, self._actions)
            document.may_replace = self._formulas.may_replace
            for told in (workspace.selection_changed, document.changed):
                told.connect(self._show_statistics)
            workspace.findings_shown.connect(self._found.show_findings)
            self.setCentralWidget(workspace)
            stack = document.undo_stack
            for told in (stack.cleanChanged, stack.indexChanged, document.saved):
                told.connect(self._show_state)
            self._as_at.setDate(QDate(document.as_at.year, document.as_at.month, document.as_at.day))
            workspace.focus_grid()
        self._show_statistics()
        self._show_state()

    def _show_state(self) -> None:
        """Title, undo and redo, and how much is not saved."""
        document = self.document
        self._enable_actions()
        if document is None:
            self.setWindowTitle("Milepost")
            self._state.setText("")
            return
        self.setWindowTitle(f"{document.path.name}[*] — Milepost")
        self.setWindowModified(document.dirty)
        self._actions["undo"].setText(f"&Undo {document.undo_stack.undoText()}".strip())
        self._actions["redo"].setText(f"&Redo {document.undo_stack.redoText()}".strip())
        self._state.setText(unsaved_words(document.workbook) if document.dirty else "Saved")

    def _enable_actions(self) -> None:
        for action in ACTIONS:
            reason = why_not(action, self.document, busy=self._tasks.busy)
            built = self._actions[action.id]
            built.setEnabled(not reason)
            built.setToolTip(reason)  # without one Qt shows the action's name
            built.setStatusTip(reason or action.hint)
        self._as_at.setEnabled(self.document is not None)

    def _show_statistics(self) -> None:
        words = self.workspace.grid.statistics().words if self.workspace is not None else ""
        self._statistics.setText(words)
        self._statistics.setAccessibleName(f"Of the selection: {words or 'no number'}")

    def _show_busy(self, busy: bool, saying: str) -> None:
        self.menuBar().setEnabled(not busy)
        central = self.centralWidget()
        if central is not None:
            central.setEnabled(not busy)
        self.statusBar().showMessage(saying)
        self._enable_actions()
        if not busy:
            self._focus_grid()

    def _focus_grid(self) -> None:
        if self.workspace is not None:
            self.workspace.focus_grid()

    def _go_to(self, cell: CellRef) -> None:
        if self.workspace is not None:
            self.workspace.go_to(cell)

    def _judge_as_at(self, date: QDate) -> None:
        if self.document is not None:
            self.document.judge_as_at(date.toPython())  # type: ignore[arg-type]

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self._settings.recent:
            action = self._recent.addAction(path.name)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _checked=False, chosen=path: self.files.open_path(chosen))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave only when unsaved changes are saved or given up."""
        if self._dirty:
            self.files.leave(self._leave)
        if self._dirty:  # the officer stays, or a save is going on and closes the window when it is done
            event.ignore()
            return
        self.files.end()
        self._settings.keep_geometry(self.saveGeometry())
        event.accept()

    @property
    def _dirty(self) -> bool:
        return self.document is not None and self.document.dirty

    def _leave(self) -> None:
        if self.document is not None:
            self.document.undo_stack.setClean()
        self.close()
