"""Takes the workbook as another program left it, or lists where it differs; asks before work is lost."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.document.comparison import aligned_differences, unsaved
from desktop.document.recovery import recovery
from desktop.domain.errors import MilepostError
from desktop.ui.cell_rows import HEADERS, rows_of
from desktop.workbook.workbook import Workbook

if TYPE_CHECKING:
    from desktop.document.comparison import Difference
    from desktop.document.document import Document
    from desktop.document.steps import Change
    from desktop.ui.files import Files
    from desktop.ui.prompts import Prompts
    from desktop.ui.tasks import Tasks

_MOST_ROWS = 1000
_KEEP = _SAVE_AS = 0
_GIVE_UP = 1
_RELOADS = ("Reload and &put my changes back", "Reload and &give up my changes", "&Cancel")
_ROW_RELOADS = ("Save &as…", *_RELOADS[1:])


class Reloading(QObject):
    """Reload and compare: what the officer can do about a workbook that has changed on disk."""

    def __init__(self, files: Files, tasks: Tasks, prompts: Prompts, parent: QObject) -> None:
        super().__init__(parent)
        self._files = files
        self._tasks = tasks
        self._prompts = prompts

    def reload(self) -> None:
        """Take the workbook as it is on disk; unsaved changes are asked about first."""
        document = self._files.document
        if document is None:
            return
        if not document.dirty:
            self._files.reload(_nothing_more)
            return
        name = document.path.name
        if document.workbook.row_steps:
            self._reload_rows(name)
            return
        question = f"{name} has changes here that are not saved. What should become of them?"
        chosen = self._prompts.choose("Reload", question, _RELOADS)
        if chosen == _KEEP:
            changes = unsaved(document.workbook)
            self._files.reload(lambda opened: self._put_back(opened, changes))
        elif chosen == _GIVE_UP:
            self._files.reload(_nothing_more)

    def _reload_rows(self, name: str) -> None:
        """Ask before rows are given up that fit no other version."""
        question = (
            f"You have inserted, deleted or moved rows of {name}, and this is not saved. Such changes can't "
            "be put into the version that is on disk now. To keep them, save your work under another name, "
            "then copy across what you need."
        )
        chosen = self._prompts.choose("Reload", question, _ROW_RELOADS)
        if chosen == _SAVE_AS:
            self._files.save_as()
        elif chosen == _GIVE_UP:
            self._files.reload(_nothing_more)

    def compare(self) -> None:
        """List the cells that show something else on disk than in the window."""
        document = self._files.document
        if document is None or self._tasks.busy:
            return
        here, path = document.workbook, document.path

        def compared() -> tuple[Difference, ...]:
            return tuple(islice(aligned_differences(Workbook.open(path), here), _MOST_ROWS + 1))

        self._tasks.run(f"Comparing {path.name}…", compared, self._show_differences, self._could_not_compare)

    def _put_back(self, document: Document, changes: tuple[Change, ...]) -> None:
        found = recovery(changes, document.workbook)
        crossed = found.crossed
        try:
            if found.edits:
                document.set_cells(found.edits, "Put changes back")
        except MilepostError as refusal:
            self._prompts.tell("Your changes were not put back", str(refusal))
            crossed = changes
        if crossed:
            message = (
                "These changes were not put back: their cells hold something else on disk now. Make them by "
                "hand where they still hold."
            )
            self._prompts.show_rows(f"Changes to {document.path.name}", message, HEADERS, rows_of(crossed))

    def _show_differences(self, found: tuple[Difference, ...]) -> None:
        document = self._files.document
        if document is None:
            return
        name = document.path.name
        if not found:
            self._prompts.inform("Compare", f"Every cell of {name} shows the same on disk as it does here.")
            return
        message = f"What {name} shows on disk and what it shows here:"
        if len(found) > _MOST_ROWS:
            message = f"The first {_MOST_ROWS:,} cells of {name} that show something else on disk than here:"
        rows = [(one.cell.sheet, one.cell.a1, one.on_disk, one.here) for one in found[:_MOST_ROWS]]
        self._prompts.show_rows("Compare", message, ("Sheet", "Cell", "On disk", "Here"), rows)

    def _could_not_compare(self, message: str) -> None:
        self._prompts.tell("The two were not compared", message)


def _nothing_more(_: Document) -> None:
    """A reload that puts nothing back."""
