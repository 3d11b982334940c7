"""Makes a workbook of a table that is none yet, and opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.document.file_names import named_as
from desktop.domain.errors import MilepostError
from desktop.ui.prompts import WORKBOOKS

if TYPE_CHECKING:
    from desktop.ui.files import Files
    from desktop.ui.prompts import Prompts
    from desktop.workbook.text_tables import Rows

_PROPOSED = "Table.xlsx"


class Bringing(QObject):
    """Asks for a table, then for the name of its workbook, writes that and opens it."""

    def __init__(self, files: Files, prompts: Prompts) -> None:
        super().__init__(files)
        self._files = files
        self._prompts = prompts

    def ask(self) -> None:
        """Ask for a table from a file or the clipboard."""
        self._prompts.bring_table(self._files.folder(), self._take)

    def _take(self, rows: Rows | None) -> None:
        if rows is None:
            return
        proposed = self._files.folder() / _PROPOSED
        out = self._prompts.save_path("Name the new workbook", proposed, [WORKBOOKS])
        if out is None:
            return
        from desktop.returns.text_book import write_table

        try:
            out = named_as(proposed, out)
            write_table(rows, out)
        except MilepostError as refusal:
            self._prompts.tell("The table was not brought in", str(refusal))
        else:
            self._files.open_path(out)
