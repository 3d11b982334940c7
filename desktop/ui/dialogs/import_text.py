"""Takes a table from a text file or from the clipboard, and shows it before it is brought in."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
)

from desktop.domain.errors import MilepostError
from desktop.domain.wording import counted
from desktop.ui.panels.plain_label import PlainLabel
from desktop.ui.panels.row_table import RowTable
from desktop.workbook.text_tables import read_pasted, read_text_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from desktop.workbook.text_tables import Rows

_SIZE = (820, 520)
_SHOWN = 20  # rows of the preview, the headers not counted
_WORDS = (
    "Take a table from a CSV or tab-separated file, or copy one in Word or a PDF and take it from the "
    "clipboard. Its first row names the columns. Milepost makes a new workbook of it, under a name that you "
    "choose, and opens it; the workbook that is open now gets no new sheet."
)


class ImportText(QDialog):
    """`rows` is the table that is shown; None where there is none yet."""

    def __init__(
        self, folder: Path, choose: Callable[[Path], Path | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Bring in a table")
        self.setObjectName("importText")
        self.resize(*_SIZE)
        self._folder, self._choose = folder, choose
        self.rows: Rows | None = None
        self._state = PlainLabel("No table is shown yet.")
        self._preview = RowTable("The table as it will be brought in")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._bring = self._buttons.addButton("&Make a workbook…", QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._show(None)
        self._offer_clipboard()

    def _lay_out(self) -> None:
        sources = QHBoxLayout()
        for text, take in (("From a &file…", self._take_file), ("From the &clipboard", self._take_clipboard)):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(take)
            sources.addWidget(button)
        sources.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(PlainLabel(_WORDS))
        column.addLayout(sources)
        column.addWidget(self._preview)
        column.addWidget(self._state)
        column.addWidget(self._buttons)

    def _take_file(self) -> None:
        path = self._choose(self._folder)
        if path is not None:
            self._take(lambda: read_text_file(path))

    def _take_clipboard(self) -> None:
        self._take(_copied)

    def _offer_clipboard(self) -> None:
        """Show what is on the clipboard at once, where it is a table."""
        try:
            self._show(_copied())
        except MilepostError:
            return  # nobody asked for it

    def _take(self, read: Callable[[], Rows]) -> None:
        try:
            self._show(read())
        except MilepostError as refusal:
            self._show(None)
            self._state.setText(str(refusal))

    def _show(self, rows: Rows | None) -> None:
        self.rows = rows
        self._bring.setEnabled(rows is not None)
        headers, records = (rows[0], rows[1:]) if rows else ((), ())
        self._preview.show_rows(headers, records[:_SHOWN])
        self._preview.fit_columns()
        if rows:
            more = f", of which the first {_SHOWN} are shown" if len(records) > _SHOWN else ""
            count = counted(len(records), "row")
            self._state.setText(f"{len(headers)} columns, {count} beneath their headers{more}.")


def _copied() -> Rows:
    mime = cast("QMimeData | None", QGuiApplication.clipboard().mimeData())
    if mime is None:  # nothing was ever copied
        return read_pasted("")
    return read_pasted(mime.text(), mime.html() if mime.hasHtml() else "")
