"""Asks once what the columns of an unsure table hold, and takes the officer's word on any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop.workbook.candidates import candidate_at, unsure

if TYPE_CHECKING:
    from desktop.document.document import Document
    from desktop.document.mappings_store import MappingsStore
    from desktop.ui.files import Files
    from desktop.ui.prompts import Prompts
    from desktop.ui.workspace import Workspace
    from desktop.workbook.candidates import Candidate
    from desktop.workbook.mappings import ColumnMapping, Mappings

_TITLE = "Columns of a table"
_AGAIN = 200  # milliseconds until another question may have been answered


class Columns(QObject):
    """The questions on columns, one at a time; what is put off is not asked again while the program runs."""

    def __init__(self, files: Files, prompts: Prompts, store: MappingsStore) -> None:
        super().__init__(files)
        self._files = files
        self._prompts = prompts
        self._store = store
        self._asked: set[str] = set()
        files.document_changed.connect(self._ask_soon)

    def ask(self) -> None:
        """Ask of the first table whose columns are in doubt and were not asked of before."""
        document = self._files.document
        if document is None or not document.contents.problems:
            return
        if QApplication.activeModalWidget() is not None:  # another question is on the screen
            QTimer.singleShot(_AGAIN, self, self.ask)
            return
        for sheet in document.workbook.sheets.values():
            for candidate in unsure(sheet):
                if candidate.signature not in self._asked:
                    self._ask(document, candidate, go_on=True)
                    return

    def edit(self, workspace: Workspace) -> None:
        """Ask what the columns of the current table hold."""
        candidate = self._current(workspace)
        if candidate is None:
            self._prompts.tell(_TITLE, "Go to the row that names the columns of the table, then try again.")
        else:
            self._ask(workspace.document, candidate, go_on=False)

    def forget(self, workspace: Workspace) -> None:
        """Read the columns of the current table by their headers alone again."""
        candidate, document = self._current(workspace), workspace.document
        if candidate is None or document.workbook.mappings.of(candidate.signature) is None:
            self._prompts.inform(_TITLE, "Nothing was said of this table's columns: their headers tell.")
            return
        self._asked.add(candidate.signature)  # it was looked at just now
        self._take(document, document.workbook.mappings.forgetting(candidate.signature))

    def _current(self, workspace: Workspace) -> Candidate | None:
        head = workspace.heading
        if head is None:
            return None
        return candidate_at(workspace.document.workbook.sheets[head.sheet], head.row, head.column)

    def _ask_soon(self) -> None:
        # Once the workbook is on the screen.
        QTimer.singleShot(0, self, self.ask)

    def _ask(self, document: Document, candidate: Candidate, *, go_on: bool) -> None:
        self._asked.add(candidate.signature)

        def answered(mapping: ColumnMapping | None) -> None:
            if mapping is not None and self._files.document is document:
                known = document.workbook.mappings.keeping(candidate.signature, mapping)
                self._take(document, known)
            if go_on:
                self._ask_soon()

        sheet = document.workbook.sheets[candidate.sheet]
        self._prompts.map_columns(sheet, candidate, answered)

    def _take(self, document: Document, mappings: Mappings) -> None:
        document.read_with(mappings)
        if not self._store.write(mappings):
            self._prompts.tell(
                _TITLE,
                "The columns are read as you said, but that could not be remembered for the next time: "
                "your folder for settings did not take it. See that there is room in it.",
            )
