"""What goes out: the return, and charts on paper and in files."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.document.file_names import named_as
from desktop.domain.errors import InputRefused, MilepostError
from desktop.domain.tables import TableKind
from desktop.ui.prompts import WORKBOOKS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.document.document import Document
    from desktop.printing.page import ChartPage
    from desktop.ui.prompts import Prompts
    from desktop.ui.tasks import Tasks
    from desktop.ui.workspace import Workspace

_PICTURES = ("PDF (*.pdf)", "SVG (*.svg)", "PNG (*.png)")
_INDICATOR_FORM = "map-indicators"


class Outputs(QObject):
    """Writes what the officer sends up or takes to the board."""

    def __init__(self, tasks: Tasks, prompts: Prompts, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._tasks = tasks
        self._prompts = prompts

    def export_return(self, document: Document) -> None:
        """Ask where to write the indicator return, and write it."""
        proposed = document.path.with_name(f"{document.path.stem}-return.xlsx")
        out = self._prompts.save_path("Export the indicator return", proposed, [WORKBOOKS])
        if out is None:
            return
        try:
            out = named_as(proposed, out)
        except InputRefused as refusal:
            self._refuse(str(refusal))
            return
        workbook, findings, as_at = document.workbook, document.findings, document.as_at
        tables = [table for table in workbook.contents.tables if table.kind is TableKind.INDICATORS]

        def write() -> None:
            from desktop.returns.writer import write_return

            write_return(
                workbook.contents,
                findings,
                form=_INDICATOR_FORM,
                out=out,
                source=str(document.path),
                as_at=as_at,
                title=workbook.title_lines(tables[0]) if tables else (),
            )

        def written(_: None) -> None:
            self._prompts.inform("Return written", f"The return was written to {out}.")

        self._tasks.run(f"Writing {out.name}…", write, written, self._refuse)

    def print_preview(self, workspace: Workspace) -> None:
        """Show the page of the current indicator's chart as it will be printed."""
        from desktop.printing.preview import preview

        pages = self._pages(workspace)
        if pages:
            preview(pages, self._window).open()

    def print_chart(self, workspace: Workspace) -> None:
        """Ask for a printer and print the current indicator's chart."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from desktop.printing.preview import prepare, print_pages

        pages = self._pages(workspace)
        if not pages:
            return
        printer = QPrinter()
        prepare(printer, pages[0].title)
        dialog = QPrintDialog(printer, self._window)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            print_pages(pages, printer)

    def export_chart(self, workspace: Workspace) -> None:
        """Ask where to write the current indicator's chart, and write it."""
        from desktop.printing.export import write_pages

        pages = self._pages(workspace)
        if not pages:
            return
        name = workspace.indicator.code if workspace.indicator is not None else "chart"
        proposed = workspace.document.path.with_name(f"{name}.pdf")
        out = self._prompts.save_path("Export the chart", proposed, _PICTURES)
        if out is None:
            return
        try:
            write_pages(pages, out)
        except MilepostError as refusal:
            self._refuse(str(refusal))

    def _pages(self, workspace: Workspace) -> tuple[ChartPage, ...]:
        """The pages of the current indicator; none, and a word on why, where no indicator is current."""
        from desktop.ui.chart_pages import chart_pages

        indicator, document = workspace.indicator, workspace.document
        if indicator is None:
            self._refuse("No indicator is chosen. Choose a row of the indicators, then print its chart.")
            return ()
        now = dt.datetime.now()  # noqa: DTZ005 - the officer's own clock
        return chart_pages(
            document.workbook, document.findings, [indicator], as_at=document.as_at, printed=now
        )

    def _refuse(self, message: str) -> None:
        self._prompts.tell("Nothing was written", message)
