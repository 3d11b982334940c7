"""Changes of rows in workbooks written part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.row_edits import DeleteRows, InsertRows, MoveRows
from desktop.workbook.package import Package
from desktop.workbook.shift import shifted
from tests.workbook.raw_package import contents_of, opened, parts_of, sheet

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.row_edits import RowEdit

ONE, TWO = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"
ABOVE = InsertRows(sheet="One", at=3)
GONE = DeleteRows(sheet="One", first=3)
SWAP = MoveRows(sheet="One", first=3, before=5)
ROWS = "".join(f'<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>' for row in range(1, 7))


def after(folder: Path, edit: RowEdit, *sheets: str, **more: str | bytes) -> dict[str, bytes]:
    """The parts of a workbook of these sheets after the change; `more` holds its other parts by name."""
    book = more.pop("book", "")
    assert isinstance(book, str)
    package = opened(folder, parts_of(*(sheets or (sheet(ROWS),)), book=book, more=dict(more)))
    new = shifted(package, edit)
    assert Package.of(package.path, new.data, 0).sheets == package.sheets
    return contents_of(new.data)


def around(folder: Path, edit: RowEdit, tail: str, head: str = "") -> str:
    """What stands after the rows of the sheet that changes, and before them where `head` is given."""
    found = after(folder, edit, sheet(ROWS, head=head, tail=tail))[ONE].decode()
    before, _, rest = found.partition("<sheetData>")
    kept = rest.partition("</sheetData>")[2].removesuffix("</worksheet>")
    return before.rpartition('relationships">')[2] + kept if head else kept


def rows(folder: Path, edit: RowEdit, data: str, tail: str = "") -> str:
    """The rows of the sheet after the change."""
    found = after(folder, edit, sheet(data, tail=tail))[ONE].decode()
    return found.partition("<sheetData>")[2].partition("</sheetData>")[0]
