"""What goes out: the return, and charts on paper and in files."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication, QStatusTipEvent

from desktop.document.file_names import named_as
from desktop.domain.errors import InputRefused, MilepostError
from desktop.ui.panels.page_progress import PageProgress
from desktop.ui.prompts import WORKBOOKS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from desktop.document.document import Document
    from desktop.domain.indicators import Indicator
    from desktop.ui.dialogs.print_pages import PrintPages
    from desktop.ui.page_setup import Setup, Subject
    from desktop.ui.prompts import Prompts
    from desktop.ui.tasks import Tasks
    from desktop.ui.workspace import Workspace

_PICTURES = ("PDF (*.pdf)", "SVG (*.svg)", "PNG (*.png)")


class Outputs(QObject):
    """Writes what the officer sends up or takes to the board."""

    def __init__(self, tasks: Tasks, prompts: Prompts, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._tasks = tasks
        self._prompts = prompts
        self._setup: Setup | None = None

    def export_return(self, document: Document) -> None:
        """Ask where to write the return of the indicators, or of a plan that has none, and write it."""
        proposed = document.path.with_name(f"{document.path.stem}-return.xlsx")
        out = self._prompts.save_path("Export the return", proposed, [WORKBOOKS])
        if out is None:
            return
        try:
            out = named_as(proposed, out)
        except InputRefused as refusal:
            self._refuse(str(refusal))
            return
        workbook, findings, as_at = document.workbook, document.findings, document.as_at
        titles = {table.id: workbook.title_lines(table) for table in workbook.contents.tables}

        def write() -> None:
            from desktop.returns.writer import own_form, write_return

            write_return(
                workbook.contents,
                findings,
                form=own_form(workbook.contents),
                out=out,
                source=str(document.path),
                as_at=as_at,
                title=titles,
            )

        def written(_: None) -> None:
            self._prompts.inform("Return written", f"The return was written to {out}.")

        self._tasks.run(f"Writing {out.name}…", write, written, self._refuse)

    def print_pages(self, workspace: Workspace, subject: Subject | None = None) -> None:
        """Show the pages that may be printed or written to a file, and do so as often as is asked."""
        from desktop.ui.dialogs.print_pages import PrintPages
        from desktop.ui.page_choices import offers_of
        from desktop.ui.page_setup import Setup, likeliest, pages_of

        offers, document = offers_of(workspace), workspace.document
        if not offers:
            self._refuse(
                "This workbook has neither an indicator nor a milestone that can be read, "
                "so there is nothing to print."
            )
            return
        setup = self._setup if self._setup is not None else Setup()
        looked_at, part = likeliest(workspace, setup.subject)
        setup = replace(setup, subject=subject or looked_at)
        now = dt.datetime.now()  # noqa: DTZ005 - the officer's own clock
        dialog = PrintPages(
            offers,
            setup,
            lambda wanted, chosen: pages_of(document, wanted, chosen, now),
            self._window,
            part=part,
        )
        dialog.print_wanted.connect(lambda: self._print(dialog))
        dialog.file_wanted.connect(lambda: self._write(dialog, document.path))
        dialog.finished.connect(lambda _: self._keep_setup(dialog))
        dialog.open()

    def report_card(self, workspace: Workspace) -> None:
        """Show the current indicator's report card, and keep what is written in it."""
        from desktop.ui.dialogs.report_card import ReportCard
        from desktop.ui.page_setup import Subject

        if workspace.indicator is None:
            self._prompts.tell(
                "No report card", "No indicator is chosen. Choose a row of the indicators, then try again."
            )
            return
        dialog = ReportCard(workspace.document, workspace.indicator, self._window)
        dialog.print_wanted.connect(lambda: self.print_pages(workspace, Subject.CARDS))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export_chart(self, workspace: Workspace) -> None:
        """Ask where to write the current indicator's chart, and write it."""
        from desktop.printing.export import write_pages
        from desktop.ui.page_choices import choices_of
        from desktop.ui.page_setup import Setup, Subject, pages_of

        if workspace.indicator is None:
            self._refuse("No indicator is chosen. Choose a row of the indicators, then export its chart.")
            return
        choice = choices_of(workspace)[0]
        out = self._ask_where("Export the chart", choice.name, workspace.document.path)
        if out is None:
            return
        setup = replace(self._setup or Setup(), subject=Subject.CHARTS)
        now = dt.datetime.now()  # noqa: DTZ005 - the officer's own clock
        pages = pages_of(workspace.document, setup, choice, now)
        try:
            write_pages(pages, out, setup.paper, resolution=setup.resolution)
        except MilepostError as refusal:
            self._refuse(str(refusal))

    def copy_picture(self, workspace: Workspace) -> None:
        """Put the current indicator's chart on the clipboard, as a picture."""
        from desktop.ui.chart_copies import picture_mime

        self._copy(workspace, picture_mime, "The chart was copied as a picture.")

    def copy_figures(self, workspace: Workspace) -> None:
        """Put the figures of the current indicator's chart on the clipboard, as a table."""
        from desktop.ui.chart_copies import figures_mime

        self._copy(workspace, figures_mime, "The figures of the chart were copied as a table.")

    def _copy(
        self, workspace: Workspace, mime: Callable[[Document, Indicator], QMimeData], saying: str
    ) -> None:
        if workspace.indicator is None:
            self._prompts.tell(
                "Nothing was copied",
                "No indicator is chosen. Choose a row of the indicators, then copy its chart.",
            )
            return
        QGuiApplication.clipboard().setMimeData(mime(workspace.document, workspace.indicator))
        QCoreApplication.sendEvent(self._window, QStatusTipEvent(saying))

    def _print(self, dialog: PrintPages) -> None:
        """Ask for a printer, and give it the pages that are seen."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from desktop.printing.printer import prepare, print_pages

        printer = QPrinter()
        prepare(printer, dialog.pages, dialog.setup.paper)
        asking = QPrintDialog(printer, dialog)
        if asking.exec() == QPrintDialog.DialogCode.Accepted:
            progress = PageProgress("Printing…", dialog)
            print_pages(dialog.pages, printer, progress.told)
            progress.deleteLater()

    def _write(self, dialog: PrintPages, workbook: Path) -> None:
        """Ask where to write the pages that are seen, and write them."""
        from desktop.printing.export import write_pages

        choice, setup = dialog.choice, dialog.setup
        out = self._ask_where("Save the pages", choice.name, workbook)
        if out is None:
            return
        progress = PageProgress(f"Writing {out.name}…", dialog)
        title = workbook.stem if len(choice.indicators) > 1 else ""
        try:
            written = write_pages(
                dialog.pages, out, setup.paper, title=title, resolution=setup.resolution, told=progress.told
            )
        except MilepostError as refusal:
            self._refuse(str(refusal))
        else:
            dialog.said.setText(_written(written))
        progress.deleteLater()

    def _ask_where(self, title: str, name: str, workbook: Path) -> Path | None:
        return self._prompts.save_path(title, workbook.with_name(f"{name}.pdf"), _PICTURES)

    def _keep_setup(self, dialog: PrintPages) -> None:
        self._setup = dialog.setup
        dialog.deleteLater()

    def _refuse(self, message: str) -> None:
        self._prompts.tell("Nothing was written", message)


def _written(places: tuple[Path, ...]) -> str:
    if not places:
        return "Stopped: nothing was written."
    others = len(places) - 1
    more = "" if not others else f" and {others} more, numbered up to {places[-1].name}"
    return f"Written: {places[0]}{more}."
