from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from python_calamine import CalamineError

from desktop.domain.errors import NotAWorkbook
from desktop.workbook import reader
from desktop.workbook.package import Package
from tests.workbook import raw_package
from tests.workbook.sheets import Styled, grid, sheet, workbook_of

if TYPE_CHECKING:
    from desktop.workbook.sheet import Sheet

MARCH = dt.datetime.combine(dt.date(2012, 3, 31), dt.time())
AFTERNOON = dt.datetime.combine(dt.date(2012, 3, 31), dt.time(14, 30))


def raw_sheet(rows: str) -> Sheet:
    """The first sheet of a package with these rows as markup."""
    data = raw_package.zipped(raw_package.parts_of(raw_package.sheet(rows)))
    return reader.read_sheets(Package.of(Path("Book.xlsx"), data, 0))[0]


def refuse(*_: object) -> None:
    raise CalamineError


def test_sheets_come_in_the_order_of_their_tabs_from_their_first_cell_on() -> None:
    found = workbook_of({"Two": grid([None], [None, "x"]), "One": grid(["y"]), "None": grid()}).sheets
    assert list(found) == ["Two", "One", "None"]
    assert found["Two"].texts(2) == ["", "x"]
    assert found["None"].height == 0


def test_contents_keep_their_kinds() -> None:
    found = sheet(["x", 1.5, True, Styled(MARCH, "dd/mm/yyyy"), Styled(AFTERNOON, "dd/mm/yyyy hh:mm")])
    assert [found.content(1, column) for column in range(1, 6)] == ["x", 1.5, True, MARCH.date(), AFTERNOON]


def test_times_are_texts_as_they_are_shown() -> None:
    found = sheet([Styled(dt.time(14, 30), "h:mm AM/PM"), Styled(dt.timedelta(hours=30), "[h]:mm")])
    assert found.texts(1) == ["2:30 PM", "30:00"]


@pytest.mark.parametrize("quote", ['"', "'"])
def test_errors_are_texts(quote: str) -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c>'
        f"<c r={quote}B1{quote} t={quote}e{quote}><f>1/0</f><v>#DIV/0!</v></c>"
        '<c r="C1" t="e"><v>#REF!</v></c><c r="D1"><v>2</v></c><c t="e"><v>#N/A</v></c></row>'
    )
    assert raw_sheet(rows).texts(1)[:4] == ["1", "#DIV/0!", "#REF!", "2"]


def test_an_error_beyond_all_else_is_read_too() -> None:
    assert raw_sheet('<row r="3"><c r="C3" t="e"><v>#N/A</v></c></row>').text(3, 3) == "#N/A"


def test_a_shape_that_the_fast_reader_does_not_know_is_read_carefully(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    described = {"One": grid(["x", 1, Styled(MARCH, "dd/mm/yyyy")], [None, True]), "Two": grid()}
    fast = workbook_of(described).sheets
    monkeypatch.setattr(reader, "_fast_cells", refuse)
    careful = workbook_of(described).sheets
    assert [list(map(list, found.rows)) for found in careful.values()] == [
        list(map(list, found.rows)) for found in fast.values()
    ]


@pytest.mark.parametrize("place", [(2, 1), (1, 2)])
def test_an_error_that_the_fast_reader_leaves_out_is_left_out(
    monkeypatch: pytest.MonkeyPatch, place: tuple[int, int]
) -> None:
    monkeypatch.setattr(reader, "_errors", lambda _: [(*place, "#N/A")])
    found = raw_sheet('<row r="1"><c r="A1"><v>1</v></c></row>')
    assert [list(row) for row in found.rows] == [[1]]


def test_rows_that_are_read_carefully_are_all_of_one_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_fast_cells", refuse)
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="C2"><v>2</v></c></row>'
    assert [list(row) for row in raw_sheet(rows).rows] == [[1, "", ""], ["", "", 2]]


def test_a_workbook_that_neither_reader_reads_is_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_fast_cells", refuse)
    monkeypatch.setattr(reader, "_slowly_read", refuse)
    with pytest.raises(NotAWorkbook, match=r"Book\.xlsx is damaged or incomplete"):
        raw_sheet('<row r="1"><c r="A1"><v>1</v></c></row>')


def test_a_sheet_of_a_chart_is_no_sheet() -> None:
    book, stream = openpyxl.Workbook(), io.BytesIO()
    book.create_chartsheet("Chart")
    book.save(stream)
    package = Package.of(Path("Book.xlsx"), stream.getvalue(), 0)
    assert [found.name for found in reader.read_sheets(package)] == ["Sheet"]


def test_a_text_that_a_large_sheet_repeats_is_held_once(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [(), (None, "Status", 1), (None, "Complete", 2.5), (None, "Complete", None)]
    monkeypatch.setattr(reader, "_MANY_CELLS", 4)
    found = sheet(*rows).rows
    assert [list(row) for row in found] == [
        ["", "", ""],
        ["", "Status", 1],
        ["", "Complete", 2.5],
        ["", "Complete", ""],
    ]
    assert found[2][1] is found[3][1]
