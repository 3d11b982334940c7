"""The preview paints what the printer gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget

from desktop.printing.paginate import paginate
from desktop.printing.preview import preview, print_pages

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.printing.conftest import MakePage


def test_the_preview_asks_for_every_page(qtbot: QtBot, make_page: MakePage) -> None:
    pages = [make_page(), make_page(notes=60)]
    dialog = preview(pages)
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == "Print preview"
    assert dialog.printer().docName() == "PAF C20 Reviews of child protection cases"
    assert dialog.printer().fullPage()
    shown = dialog.findChild(QPrintPreviewWidget)
    assert isinstance(shown, QPrintPreviewWidget)
    shown.updatePreview()
    assert shown.pageCount() == len(paginate(pages))


def test_a_printer_gets_one_sheet_for_each_page(make_page: MakePage, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    print_pages(paginate([make_page(), make_page()]), printer)
    assert (tmp_path / "printed.pdf").read_bytes().count(b"/Type /Page\n") == 2
