"""Edits that can't be carried out without harm are refused, and say why."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from desktop.domain.cells import CellRef
from desktop.domain.edits import Edit
from desktop.domain.errors import EditRefused, WorkbookSigned
from desktop.workbook import guard
from desktop.workbook.patch import patched
from tests.workbook.raw_package import MAIN, edit, links, opened, parts_of, sheet

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.edits import Content
    from desktop.workbook.package import Package

ROWS = (
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="array" ref="B1:B2">A1:A2</f><v>1</v></c>'
    '<c r="C1" cm="1"><f t="array" ref="C1">SUM(A1)</f><v>1</v></c>'
    '<c r="D1"><f t="dataTable" ref="D1:E2" dt2D="1"/><v>1</v></c></row>'
    '<row r="2"><c r="A2"/><c r="B2"><v>2</v></c></row>'
)
MERGED = '<mergeCells count="1"><mergeCell ref="A4:C5"/></mergeCells>'
TABLE = (
    f'<table xmlns="{MAIN}" id="1" name="T" ref="B10:C14" totalsRowCount="1"><tableColumns count="2">'
    '<tableColumn id="1" name="a"/><tableColumn id="2" name="b"/></tableColumns></table>'
)
PIVOT = (
    f'<pivotTableDefinition xmlns="{MAIN}"><location ref="F20:G25" firstDataRow="1"/></pivotTableDefinition>'
)


def full(folder: Path) -> Package:
    more: dict[str, str | bytes] = {
        "xl/tables/table1.xml": TABLE,
        "xl/tables/table2.xml": TABLE.replace("B10:C14", "J1:J9").replace(
            "<table ", '<table headerRowCount="0" '
        ),
        "xl/tables/table3.xml": TABLE.replace('ref="B10:C14"', ""),
        "xl/pivotTables/pivotTable1.xml": PIVOT,
        "xl/pivotTables/pivotTable2.xml": PIVOT.replace("F20:G25", ""),
        "xl/worksheets/_rels/sheet1.xml.rels": links(
            ("rId1", "table", "../tables/table1.xml"),
            ("rId2", "table", "../tables/table2.xml"),
            ("rId3", "table", "../tables/table3.xml"),
            ("rId4", "pivotTable", "../pivotTables/pivotTable1.xml"),
            ("rId5", "pivotTable", "../pivotTables/pivotTable2.xml"),
            ("rId6", "pivotTable", "../pivotTables/lost.xml"),
            ("rId7", "hyperlink", "../tables/table1.xml"),
        ),
    }
    return opened(folder, parts_of(sheet(ROWS, tail=MERGED), more=more))


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("B1", "fills several cells"),
        ("B2", "fills several cells"),
        ("D1", "data table"),
        ("E2", "data table"),
        ("B4", "hidden within a merged cell"),
        ("A5", "hidden within a merged cell"),
        ("B10", "heading of an Excel table"),
        ("C14", "total row of an Excel table"),
        ("J9", "total row of an Excel table"),
        ("G22", "pivot table"),
    ],
)
def test_what_excel_keeps_as_a_whole_is_refused(tmp_path: Path, address: str, reason: str) -> None:
    with pytest.raises(EditRefused, match=reason) as told:
        patched(full(tmp_path), [edit("One!A1", 5), edit(f"One!{address}", 1)])
    assert str(told.value).startswith(f"One!{address} ")


@pytest.mark.parametrize("address", ["A1", "C1", "A4", "B11", "B13", "D10", "J1", "J8", "F19", "B3"])
def test_what_lies_beside_is_not(tmp_path: Path, address: str) -> None:
    assert patched(full(tmp_path), [edit(f"One!{address}", 1)])


@pytest.mark.parametrize(
    ("rows", "far", "fits"),
    [
        ('<row r="9000"><c r="A9000"><v>1</v></c></row>', "AEA1", "ZA1"),
        ('<row r="1"><c r="CAA1"><v>1</v></c></row>', "A4500", "A3500"),
        ('<row r="1"><c r="ZZ1" s="1"/></row>', "H1000000", "G1000000"),
        ("<row><c><v>1</v></c></row>", "H1000000", "G1000000"),
    ],
)
def test_a_cell_too_far_from_all_others_is_refused(tmp_path: Path, rows: str, far: str, fits: str) -> None:
    package = opened(tmp_path, parts_of(sheet(rows)))
    assert patched(package, [edit(f"One!{fits}", 1)])
    with pytest.raises(EditRefused, match=f"One!{far} lies too far from the other cells of its sheet"):
        patched(package, [edit(f"One!{far}", 1)])


def test_where_odd_tags_are_too_many_to_walk_a_far_cell_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = opened(tmp_path, parts_of(sheet("<row><c><v>1</v></c></row>")))
    monkeypatch.setattr(guard, "_MOST_ODD_TAGS", 1)
    with pytest.raises(EditRefused, match="lies too far"):
        patched(package, [edit("One!A20000", 1)])


def test_emptying_an_empty_hidden_cell_is_no_change_at_all(tmp_path: Path) -> None:
    package = full(tmp_path)
    assert patched(package, [edit("One!B4", None)]) == package.data


def test_a_single_cell_that_spills_loses_its_mark(tmp_path: Path) -> None:
    data = patched(full(tmp_path), [edit("One!C1", 3)])
    again = opened(tmp_path, data)
    assert b'<c r="C1"><v>3</v></c>' in again.part("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("x" * 32_768, r"can hold 32,767 characters and this text has 32,768"),
        (float("nan"), "can't hold this number"),
        (float("-inf"), "can't hold this number"),
        (dt.date(1899, 12, 31), r"dates before 01/01/1900\. Put it in as text"),
        (dt.datetime.fromisoformat("1899-12-31T23:59"), "dates before 01/01/1900"),
    ],
)
def test_what_no_cell_can_hold_is_refused(tmp_path: Path, content: Content, reason: str) -> None:
    with pytest.raises(EditRefused, match=reason):
        patched(full(tmp_path), [edit("One!A1", content)])


def test_a_workbook_that_counts_from_1904_holds_no_earlier_date(tmp_path: Path) -> None:
    package = opened(tmp_path, parts_of(sheet(""), book='<workbookPr date1904="1"/>'))
    with pytest.raises(EditRefused, match="dates before 01/01/1904"):
        patched(package, [edit("One!A1", dt.date(1903, 12, 31))])


@pytest.mark.parametrize(("row", "column"), [(0, 1), (1, 0), (1_048_577, 1), (1, 16_385)])
def test_a_cell_that_no_sheet_can_have_is_refused(tmp_path: Path, row: int, column: int) -> None:
    with pytest.raises(EditRefused, match="no cell that a sheet can have"):
        patched(full(tmp_path), [Edit(cell=CellRef(sheet="One", row=row, column=column), content=1)])


def test_a_sheet_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EditRefused, match=r"plan\.xlsx has no sheet Seven"):
        patched(full(tmp_path), [edit("Seven!A1", 1)])


def test_the_longest_text_is_taken(tmp_path: Path) -> None:
    assert patched(full(tmp_path), [edit("One!A1", "x" * 32_767)])


def test_a_signed_workbook_is_not_changed(tmp_path: Path) -> None:
    package = opened(tmp_path, parts_of(sheet(ROWS), more={"_xmlsignatures/sig1.xml": "<Signature/>"}))
    with pytest.raises(WorkbookSigned, match="digital signature"):
        patched(package, [edit("One!A1", 2)])
    assert patched(package, []) == package.data
