"""Sets the open workbook against an earlier version, and brings in what somebody changed in a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.document.earlier import Version
from desktop.document.file_names import named_as
from desktop.document.record_changes import RecordChange
from desktop.domain.cells import CellRef
from desktop.domain.errors import InputRefused, MilepostError
from desktop.ui.prompts import WORKBOOKS
from desktop.workbook.replace_file import is_one_of
from desktop.workbook.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from desktop.document.document import Document
    from desktop.progress.conflicts import Conflict
    from desktop.progress.merging import Merge
    from desktop.progress.report import Progress
    from desktop.ui.dialogs.merge_files import MergeFiles
    from desktop.ui.files import Files
    from desktop.ui.prompts import Prompts
    from desktop.ui.tasks import Tasks
    from desktop.ui.workspace import Workspace

_PDF = "PDF (*.pdf)"
_EARLIER = "Compare with an earlier version"
_KEPT = "Keep an earlier version beside the plan"
_HEADERS = ("Cell", "What", "Why", "Here", "There")


class Versions(QObject):
    """What an officer can do with an earlier version of the open workbook, or with another copy of it."""

    def __init__(
        self, files: Files, tasks: Tasks, prompts: Prompts, go_to: Callable[[CellRef], None]
    ) -> None:
        super().__init__(files)
        self._files = files
        self._tasks = tasks
        self._prompts = prompts
        self._go_to = go_to

    def compare(self) -> None:
        """Ask for an earlier version, and show what became of the records since."""
        document = self._files.document
        earlier = self._prompts.other_path(_EARLIER, self._files.folder()) if document is not None else None
        if document is None or earlier is None or self._tasks.busy:
            return
        contents, as_at, name = document.contents, document.as_at, document.path.name

        def compared() -> Progress:
            from desktop.progress.report import progress

            old = Workbook.open(earlier).contents
            return progress(contents, name=name, as_at=as_at, old=old, since=earlier.name)

        self._tasks.run(f"Comparing with {earlier.name}…", compared, self._show, self._not_compared)

    def _show(self, found: Progress) -> None:
        self._prompts.show_progress(found, self._go_to, lambda: self._write(found))

    def _not_compared(self, message: str) -> None:
        self._prompts.tell("The two were not compared", message)

    def _write(self, found: Progress) -> None:
        """Ask where to write a progress report, and write it."""
        proposed = self._files.folder() / "Progress report.xlsx"
        out = self._prompts.save_path("Save the progress report", proposed, [WORKBOOKS, _PDF])
        if out is None:
            return
        try:
            _write_report(found, out if out.suffix.lower() == ".pdf" else named_as(proposed, out))
        except MilepostError as refusal:
            self._prompts.tell("The report was not written", str(refusal))

    def attend(self, workspace: Workspace, _actions: Mapping[str, QAction]) -> None:
        """Take up what the overviews of a workspace ask for."""
        workspace.overviews.panel.version_wanted.connect(self.add)

    def add(self) -> None:
        """Ask for an earlier version and the date of its report, and keep it beside the plan."""
        document = self._files.document
        path = self._prompts.other_path(_KEPT, self._files.folder()) if document is not None else None
        if document is None or path is None or self._tasks.busy:
            return

        def opened(workbook: Workbook) -> None:
            self._ask_reported(document, path, workbook)

        self._tasks.run(f"Reading {path.name}…", lambda: Workbook.open(path), opened, self._not_kept)

    def _ask_reported(self, document: Document, path: Path, workbook: Workbook) -> None:
        """Ask as at which date a version reported; the day it was saved is proposed."""
        from desktop.ui.dialogs.report_date import ReportDate
        from desktop.workbook.saved_on import saved_on

        day = saved_on(workbook.package)
        known = (
            f"It says that it was saved on {day:%d/%m/%Y}." if day else "It does not say when it was saved."
        )

        def build(parent: QWidget | None) -> ReportDate:
            return ReportDate(path.name, day or document.as_at, known, parent)

        def answered(dialog: ReportDate) -> None:
            if dialog.date >= document.as_at:
                self._not_kept(
                    f"{path.name} would report as at {dialog.date:%d/%m/%Y}, and this plan is judged as at "
                    f"{document.as_at:%d/%m/%Y}. Give an earlier date, or judge this plan as at a later one."
                )
                return
            kept = Version(name=path.name, reported=dialog.date, contents=workbook.contents)
            document.earlier.keep(kept)

        self._prompts.ask(build, answered)

    def _not_kept(self, message: str) -> None:
        self._prompts.tell("The version was not kept", message)

    def merge(self) -> None:
        """Ask for another copy and what both began with, and bring in what only the other changed."""
        document = self._files.document
        if document is not None and not self._tasks.busy:
            self._prompts.merge_files(document.path.name, self._files.folder(), self._merge)

    def _merge(self, files: MergeFiles | None) -> None:
        document = self._files.document
        if document is None or files is None or self._tasks.busy:
            return
        mine = document.workbook

        def merged() -> Merge:
            from desktop.progress.merging import merge

            if is_one_of(files.theirs, [document.path]):
                raise InputRefused(
                    f"{files.theirs.name} is the workbook that is open. Choose the other copy."
                )
            return merge(Workbook.open(files.base), mine, Workbook.open(files.theirs))

        def found(merge: Merge) -> None:
            self._settle(document, merge, files.theirs)

        self._tasks.run(f"Reading {files.theirs.name}…", merged, found, self._not_merged)

    def _not_merged(self, message: str) -> None:
        self._prompts.tell("Nothing was merged", message)

    def _settle(self, document: Document, merge: Merge, theirs: Path) -> None:
        if not (merge.rows or merge.edits or merge.conflicts):
            self._prompts.inform("Merge", f"{theirs.name} has nothing that is not in the open workbook.")
            return

        def decided(taken: tuple[Conflict, ...] | None) -> None:
            if taken is not None:
                self._take(document, merge, taken, theirs)

        self._prompts.settle(merge, theirs.name, decided)

    def _take(self, document: Document, merge: Merge, taken: tuple[Conflict, ...], theirs: Path) -> None:
        """Put what comes in into the document, as one step, and list what did not come in."""
        edits = (*merge.edits, *(one.edit for one in taken if one.edit is not None))
        label = f"Merge {theirs.name}"
        try:
            if merge.rows:
                cell = CellRef(sheet=merge.rows[0].sheet, row=1, column=1)
                document.change_records(RecordChange(rows=merge.rows, edits=edits, cell=cell, label=label))
            else:
                document.set_cells(edits, label)
        except MilepostError as refusal:
            self._not_merged(str(refusal))
            return
        left = [one for one in merge.conflicts if one not in taken]
        if left:
            rows = [(str(one.cell), one.subject, one.words, one.mine, one.theirs) for one in left]
            message = f"These did not come in from {theirs.name}; what was here stands:"
            self._prompts.show_rows("Merged", message, _HEADERS, rows)


def _write_report(found: Progress, out: Path) -> None:
    if out.suffix.lower() == ".pdf":
        from desktop.printing.table_pages import write_progress_pdf

        write_progress_pdf(found, out)
    else:
        from desktop.returns.progress_book import write_progress

        write_progress(found, out)
