"""A change of rows that would do harm is refused, with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.cells import MAX_ROW
from desktop.domain.errors import EditRefused, WorkbookSigned
from desktop.domain.row_edits import DeleteRows, InsertRows, MoveRows
from desktop.workbook.shift import shifted
from tests.workbook.raw_package import opened, parts_of, sheet

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.row_edits import RowEdit

ABOVE = InsertRows(sheet="One", at=3)
GONE = DeleteRows(sheet="One", first=3)
DOWN = MoveRows(sheet="One", first=3, before=5)
ROWS = "".join(f'<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>' for row in range(1, 7))
FILLED = '<row r="2"><c r="A2"><f t="array" ref="A2:A4">B2:B4</f></c></row>'


def refused(folder: Path, edit: RowEdit, markup: str = "", **more: str | bytes) -> str:
    """Why the change is refused, in a workbook of this sheet."""
    package = opened(folder, parts_of(markup or sheet(ROWS), more=dict(more)))
    with pytest.raises(EditRefused) as raised:
        shifted(package, edit)
    return str(raised.value)


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (InsertRows(sheet="Nowhere", at=1), "plan.xlsx has no sheet Nowhere. Check the sheet's name."),
        (InsertRows(sheet="One", at=0), "Sheet One has rows 1 to 1,048,576. Check the row's number."),
        (InsertRows(sheet="One", at=3, count=0), "Sheet One has rows 1 to 1,048,576"),
        (DeleteRows(sheet="One", first=MAX_ROW, count=2), "Sheet One has rows 1 to 1,048,576"),
        (MoveRows(sheet="One", first=3, before=0), "Sheet One has rows 1 to 1,048,576"),
        (MoveRows(sheet="One", first=3, before=4), "The rows are where they would be moved to."),
    ],
)
def test_rows_that_no_sheet_has(tmp_path: Path, edit: RowEdit, reason: str) -> None:
    assert reason in refused(tmp_path, edit)


def test_a_full_sheet(tmp_path: Path) -> None:
    full = sheet(f'<row r="{MAX_ROW - 1}"/><row r="{MAX_ROW}"><c r="A{MAX_ROW}"><v>1</v></c></row>')
    assert "Sheet One is full: its last row is row 1,048,576." in refused(tmp_path, ABOVE, full)


def test_rows_that_hold_nothing_leave_a_sheet_at_its_end(tmp_path: Path) -> None:
    last = f'<row r="{MAX_ROW - 1}" ht="9"/><row r="{MAX_ROW}"><c r="A{MAX_ROW}" s="1"/></row>'
    package = shifted(opened(tmp_path, parts_of(sheet(ROWS + last))), ABOVE)
    assert package.scan("One").row_index[0] == [1, 2, 3, 4, 5, 6, 7, MAX_ROW]
    assert b'ht="9"/>' in package.scan("One").text


def test_rows_above_the_change_may_hold_what_they_like(tmp_path: Path) -> None:
    full = sheet(f'<row r="{MAX_ROW - 1}"><c r="A{MAX_ROW - 1}"><v>1</v></c></row>')
    package = shifted(opened(tmp_path, parts_of(full)), InsertRows(sheet="One", at=MAX_ROW))
    assert package.scan("One").text.count(b"<v>1</v>") == 1


@pytest.mark.parametrize(
    "data",
    [
        '<row r="3"/><row r="2"/>',
        '<row r="2"><c r="A2"/><c r="B2"/><c r="A2"/></row>',
        '<row ht="9" r="2"><c r="A2"/><c r="A2"/></row>',
        '<row r="3"/><row r="3"/>',
        '<row r="3"><c r="A4"/></row>',
        '<row r="3"><c r="A4"/><c/></row>',
    ],
)
def test_rows_that_contradict_one_another(tmp_path: Path, data: str) -> None:
    assert "stand twice or in the wrong order" in refused(tmp_path, ABOVE, sheet(data))


@pytest.mark.parametrize(
    ("edit", "rights", "allowed"),
    [
        (ABOVE, "", False),
        (ABOVE, ' insertRows="0"', True),
        (GONE, ' insertRows="0"', False),
        (GONE, ' deleteRows="0"', True),
        (DOWN, ' deleteRows="0"', False),
        (DOWN, ' deleteRows="0" insertRows="0"', True),
    ],
)
def test_a_protected_sheet(tmp_path: Path, edit: RowEdit, rights: str, *, allowed: bool) -> None:
    markup = sheet(ROWS, tail=f'<sheetProtection sheet="1"{rights}/>')
    if allowed:
        shifted(opened(tmp_path, parts_of(markup)), edit)
    else:
        assert "Sheet One is protected" in refused(tmp_path, edit, markup)


def test_protection_that_is_off(tmp_path: Path) -> None:
    shifted(opened(tmp_path, parts_of(sheet(ROWS, tail="<sheetProtection/>"))), ABOVE)


def test_a_merged_area_that_a_move_would_cut(tmp_path: Path) -> None:
    for area in ("A3:A4", "B2:C3", "A4:A5", "A2:A6"):
        markup = sheet(ROWS, tail=f'<mergeCells><mergeCell ref="{area}"/></mergeCells>')
        assert "share a merged cell" in refused(tmp_path, DOWN, markup)
    markup = sheet(ROWS, tail='<mergeCells><mergeCell ref="A3:B3"/><mergeCell ref="A5:A6"/></mergeCells>')
    shifted(opened(tmp_path, parts_of(markup)), DOWN)


@pytest.mark.parametrize("edit", [ABOVE, GONE, DOWN])
def test_a_formula_over_several_rows(tmp_path: Path, edit: RowEdit) -> None:
    assert "Rows 2 to 4 of sheet One are filled by one formula." in refused(tmp_path, edit, sheet(FILLED))


def test_a_copy_of_part_of_a_formula_over_several_rows(tmp_path: Path) -> None:
    edit = InsertRows(sheet="One", at=5, like=2, filled=True)
    assert "Rows 2 to 4 of sheet One are filled by one formula." in refused(tmp_path, edit, sheet(FILLED))


def test_a_data_table(tmp_path: Path) -> None:
    data = '<row r="2"><c r="A2"><f t="dataTable" ref="A2:A4" r1="B1"/></c></row>'
    assert "filled by a data table" in refused(tmp_path, InsertRows(sheet="One", at=9), sheet(data))


def test_a_signed_workbook(tmp_path: Path) -> None:
    package = opened(tmp_path, parts_of(sheet(ROWS), more={"_xmlsignatures/origin.sigs": b""}))
    with pytest.raises(WorkbookSigned):
        shifted(package, ABOVE)


def test_a_damaged_part(tmp_path: Path) -> None:
    markup = sheet(ROWS, tail="<dataValidations><dataValidation sqref='A3'>")
    assert "plan.xlsx is damaged where rows would change" in refused(tmp_path, ABOVE, markup)
