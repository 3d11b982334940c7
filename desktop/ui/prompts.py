"""Asks and tells the officer; tests put a recorder in its place."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox

from desktop.domain.errors import MilepostError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.domain.cells import CellRef
    from desktop.progress.conflicts import Conflict
    from desktop.progress.merging import Merge
    from desktop.progress.report import Progress
    from desktop.ui.dialogs.merge_files import MergeFiles
    from desktop.workbook.candidates import Candidate
    from desktop.workbook.mappings import ColumnMapping
    from desktop.workbook.sheet import Sheet
    from desktop.workbook.text_tables import Rows

_Asked = TypeVar("_Asked", bound=QDialog)
_TEXTS = "Tables as text (*.csv *.tsv *.tab *.txt);;All files (*)"
WORKBOOKS = "Excel workbooks (*.xlsx *.xlsm)"
_VERSIONS = "Excel workbooks and what they were before (*.xlsx *.xlsm *.bak)"


class Answer(Enum):
    """What to do with unsaved changes."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class Prompts:
    """The questions and messages of the window, over one parent widget."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def tell(self, title: str, message: str) -> None:
        """Say what happened and what to do next."""
        QMessageBox.warning(self._parent, title, message)

    def inform(self, title: str, message: str) -> None:
        """Say something that needs no next step."""
        QMessageBox.information(self._parent, title, message)

    def attempt(self, change: Callable[[], None]) -> None:
        """Make a change of the document; where it is refused, say why."""
        try:
            change()
        except MilepostError as refusal:
            self.tell("Nothing was changed", str(refusal))

    def save_changes(self, name: str) -> Answer:
        """Ask what to do with unsaved changes before they would be lost."""
        buttons = QMessageBox.StandardButton
        chosen = QMessageBox.question(
            self._parent,
            "Unsaved changes",
            f"{name} has changes that are not saved. Save them before closing?",
            buttons.Save | buttons.Discard | buttons.Cancel,
            buttons.Save,
        )
        return {buttons.Save: Answer.SAVE, buttons.Discard: Answer.DISCARD}.get(chosen, Answer.CANCEL)

    def choose(self, title: str, message: str, choices: Sequence[str]) -> int:
        """Ask which of the choices to take, by its place; Escape takes the last."""
        box = QMessageBox(QMessageBox.Icon.Question, title, message, parent=self._parent)
        buttons = [box.addButton(choice, QMessageBox.ButtonRole.ActionRole) for choice in choices]
        box.setDefaultButton(buttons[0])
        box.setEscapeButton(buttons[-1])
        box.exec()
        chosen = buttons.index(box.clickedButton())  # type: ignore[arg-type]
        box.deleteLater()
        return chosen

    def show_rows(
        self, title: str, message: str, headers: Sequence[str], rows: Sequence[Sequence[str]]
    ) -> None:
        """Show a list with a word on what it is, until the officer closes it."""
        from desktop.ui.dialogs.row_list import RowList

        dialog = RowList(title, message, headers, rows, self._parent)
        dialog.exec()
        dialog.deleteLater()

    def map_columns(
        self, sheet: Sheet, candidate: Candidate, then: Callable[[ColumnMapping | None], None]
    ) -> None:
        """Ask what the columns of a table hold; `then` gets the answer, None where there is none for now."""
        from desktop.ui.dialogs.mapping import MappingDialog

        asked = MappingDialog(sheet, candidate, self._parent)
        _open(asked, lambda dialog: then(dialog.answer))

    def bring_table(self, folder: Path, then: Callable[[Rows | None], None]) -> None:
        """Ask for a table from a file or the clipboard; `then` gets it, None where there is none."""
        from desktop.ui.dialogs.import_text import ImportText

        asked = ImportText(folder, self.text_path, self._parent)
        _open(asked, lambda dialog: then(dialog.rows if dialog.result() else None))

    def ask(self, build: Callable[[QWidget | None], _Asked], then: Callable[[_Asked], None]) -> None:
        """Show a dialog; `then` gets it once the officer has said yes to it."""
        _open(build(self._parent), lambda dialog: then(dialog) if dialog.result() else None)

    def text_path(self, folder: Path) -> Path | None:
        """Ask which text file to bring in; None where the officer changes their mind."""
        chosen, _ = QFileDialog.getOpenFileName(self._parent, "Bring in a table", str(folder), _TEXTS)
        return Path(chosen) if chosen else None

    def open_path(self, folder: Path) -> Path | None:
        """Ask which workbook to open; None where the officer changes their mind."""
        chosen, _ = QFileDialog.getOpenFileName(self._parent, "Open a workbook", str(folder), WORKBOOKS)
        return Path(chosen) if chosen else None

    def other_path(self, title: str, folder: Path) -> Path | None:
        """Ask for a workbook beside the open one; None where the officer changes their mind."""
        chosen, _ = QFileDialog.getOpenFileName(self._parent, title, str(folder), _VERSIONS)
        return Path(chosen) if chosen else None

    def show_progress(
        self, progress: Progress, go_to: Callable[[CellRef], None], write: Callable[[], None]
    ) -> None:
        """Show what became of the records, beside the window; the officer goes to cells, or writes it out."""
        from desktop.ui.dialogs.progress_view import ProgressView

        shown = ProgressView(progress, self._parent)
        shown.cell_wanted.connect(go_to)
        shown.file_wanted.connect(write)
        shown.show()

    def merge_files(self, name: str, folder: Path, then: Callable[[MergeFiles | None], None]) -> None:
        """Ask which copy to merge and what both began with; `then` gets None where there are none."""
        from desktop.ui.dialogs.merge_files import MergeFilesDialog

        asked = MergeFilesDialog(name, lambda title: self.other_path(title, folder), self._parent)
        _open(asked, lambda dialog: then(dialog.files if dialog.result() else None))

    def settle(self, found: Merge, other: str, then: Callable[[tuple[Conflict, ...] | None], None]) -> None:
        """Ask whose stands of what two people changed; `then` gets those that go the other's way, or None."""
        from desktop.ui.dialogs.settle import Settle

        asked = Settle(found, other, self._parent)
        _open(asked, lambda dialog: then(dialog.taken if dialog.result() else None))

    def save_path(self, title: str, proposed: Path, kinds: Sequence[str]) -> Path | None:
        """Ask where to write a file, of one of these kinds ("Excel workbooks (*.xlsx)")."""
        chosen, _ = QFileDialog.getSaveFileName(self._parent, title, str(proposed), ";;".join(kinds))
        return Path(chosen) if chosen else None


def _open(dialog: _Asked, then: Callable[[_Asked], None]) -> None:
    """Show a dialog; `then` gets it once it is closed, whatever was said to it."""

    def closed() -> None:
        dialog.deleteLater()
        then(dialog)

    dialog.finished.connect(closed)
    dialog.open()
