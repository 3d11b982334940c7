"""The printer gets the pages that were seen, as many as it is asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtPrintSupport import QPrinter

from desktop.printing.page import Orientation, Paper
from desktop.printing.paginate import paginate
from desktop.printing.printer import prepare, print_pages

if TYPE_CHECKING:
    from pathlib import Path

    from tests.printing.conftest import MakePage


@pytest.fixture
def printer(qapp: object, tmp_path: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    return made


def sheets(folder: Path) -> int:
    return (folder / "printed.pdf").read_bytes().count(b"/Type /Page\n")


def test_it_is_set_up_as_the_pages_lie(make_page: MakePage, printer: QPrinter) -> None:
    upright = replace(make_page(), orientation=Orientation.PORTRAIT)
    prepare(printer, paginate([upright, upright]), Paper.A3)
    assert printer.docName() == "PAF C20 Reviews of child protection cases"
    assert printer.fullPage()
    assert (printer.fromPage(), printer.toPage()) == (1, 2)
    sheet = printer.pageLayout().fullRect()
    assert (round(sheet.width()), round(sheet.height())) == (842, 1191)


def test_a_printer_gets_one_sheet_for_each_page(
    make_page: MakePage, printer: QPrinter, tmp_path: Path
) -> None:
    told: list[tuple[int, int]] = []

    def listen(done: int, of: int) -> bool:
        told.append((done, of))
        return True

    print_pages(paginate([make_page(), make_page()]), printer, listen)
    assert sheets(tmp_path) == 2
    assert told == [(1, 2), (2, 2)]


def test_of_many_pages_those_are_printed_that_were_asked_for(
    make_page: MakePage, printer: QPrinter, tmp_path: Path
) -> None:
    pages = paginate([make_page()] * 5)
    prepare(printer, pages)
    printer.setFromTo(2, 3)
    print_pages(pages, printer)
    assert sheets(tmp_path) == 2


def test_a_job_can_be_given_up(make_page: MakePage, printer: QPrinter, tmp_path: Path) -> None:
    print_pages(paginate([make_page()] * 5), printer, lambda done, _: done < 2)
    assert sheets(tmp_path) == 2
