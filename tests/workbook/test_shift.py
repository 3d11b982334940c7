"""Rows that are inserted, deleted and moved, and the formulas and names that follow them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.row_edits import DeleteRows, InsertRows
from tests.workbook.raw_package import DECLARATION, MAIN, contents_of, opened, parts_of, sheet
from tests.workbook.shifts import ABOVE, GONE, ONE, ROWS, SWAP, TWO, after, rows

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_row_looks_like_the_one_above_it(tmp_path: Path) -> None:
    data = (
        '<row r="2" spans="1:2" s="3" customFormat="1" ht="20" customHeight="1" hidden="1">'
        '<c r="A2" s="1"><v>1</v></c><c r="B2" t="str"><v>x</v></c></row> <row r="3"><c r="A3">'
        "<v>2</v></c></row>"
    )
    assert rows(tmp_path, ABOVE, data) == (
        data.partition('<row r="3"')[0]
        + '<row r="3" s="3" customFormat="1" ht="20" customHeight="1"><c r="A3" s="1"/></row>'
        + '<row r="4"><c r="A4"><v>2</v></c></row>'
    )


def test_above_the_first_row_there_is_nothing_to_look_like(tmp_path: Path) -> None:
    found = rows(tmp_path, InsertRows(sheet="One", at=1, count=2), '<row r="1"><c r="A1"/></row>')
    assert found == '<row r="3"><c r="A3"/></row>'


@pytest.mark.parametrize("data", ["<sheetData/>", "<sheetData></sheetData>"])
def test_a_sheet_without_rows_stays_without(tmp_path: Path, data: str) -> None:
    markup = sheet("").replace("<sheetData></sheetData>", data)
    assert after(tmp_path, ABOVE, markup)[ONE].decode() == markup


def test_rows_and_cells_without_numbers_get_them(tmp_path: Path) -> None:
    data = (
        "<row><c><v>1</v></c></row><row/><row><c><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>"
    )
    assert rows(tmp_path, ABOVE, data) == (
        "<row><c><v>1</v></c></row><row/>"
        '<row r="3"></row>'
        '<row r="4"><c r="A4"><v>3</v></c><c r="B4"><v>4</v></c></row><row r="5"><c r="A5"><v>5</v></c></row>'
    )


def test_a_prefixed_sheet_keeps_its_prefix(tmp_path: Path) -> None:
    markup = (
        f'{DECLARATION}<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="2"><x:c r="A2" s="1"><x:v>1</x:v>'
        '</x:c></x:row><x:row r="3"><x:c r="A3"><x:f>A2</x:f><x:v>1</x:v></x:c></x:row></x:sheetData>'
        '<x:mergeCells count="1"><x:mergeCell ref="B3:C3"/></x:mergeCells></x:worksheet>'
    )
    found = after(tmp_path, InsertRows(sheet="One", at=2), markup)[ONE].decode()
    assert '<x:row r="3"><x:c r="A3" s="1"><x:v>1</x:v></x:c></x:row>' in found
    assert '<x:row r="4"><x:c r="A4"><x:f>A3</x:f><x:v>1</x:v></x:c></x:row>' in found
    assert '<x:mergeCell ref="B4:C4"/>' in found


def test_comments_in_the_markup_stay_as_they_are(tmp_path: Path) -> None:
    data = '<row r="3"><!-- <c r="B3"/> --><c r="A3"><v>1</v></c></row>'
    assert rows(tmp_path, ABOVE, data) == '<row r="4"><c r="A4"><v>1</v></c></row>'


def test_rows_that_move_keep_their_markup(tmp_path: Path) -> None:
    found = rows(tmp_path, SWAP, ROWS)
    assert found == "".join(
        f'<row r="{new}"><c r="A{new}"><v>{old}</v></c></row>'
        for new, old in enumerate((1, 2, 4, 3, 5, 6), 1)
    )


def test_formulas_follow_in_all_sheets(tmp_path: Path) -> None:
    one = sheet(ROWS + '<row r="7"><c r="B7"><f ca="1">SUM(A2:A4)&amp;A3</f><v>9</v></c></row>')
    two = sheet('<row r="3"><c r="A3"><f>One!A3+A3</f><v>3</v></c><c r="B3"><f>A3</f></c></row>')
    three = sheet('<row r="1"><c r="A1"><f>Two!A3</f></c></row>')
    found = after(tmp_path, ABOVE, one, two, three)
    assert b'<c r="B8"><f ca="1">SUM(A2:A5)&amp;A4</f><v>9</v></c>' in found[ONE]
    assert found[TWO].decode() == two.replace("One!A3", "One!A4")
    assert found["xl/worksheets/sheet3.xml"].decode() == three
    assert b'<calcPr fullCalcOnLoad="1"/>' in found["xl/workbook.xml"]


SHARED = (
    '<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c></row>'
    '<row r="2"><c r="B2"><f t="shared" si="0"/><v>4</v></c></row>'
    '<row r="3"><c r="B3"><f t="shared" si="0"/><v>6</v></c><c r="C3"><f t="shared" si="9"/>'
    "<v>6</v></c></row>"
)


def test_a_shared_formula_that_is_touched_is_written_out(tmp_path: Path) -> None:
    assert rows(tmp_path, InsertRows(sheet="One", at=2), SHARED) == (
        '<row r="1"><c r="B1"><f>A1*2</f><v>2</v></c></row><row r="2"></row>'
        '<row r="3"><c r="B3"><f>A3*2</f><v>4</v></c></row><row r="4"><c r="B4"><f>A4*2</f><v>6</v></c>'
        '<c r="C4"><f t="shared" si="9"/><v>6</v></c></row>'
    )
    assert rows(tmp_path, DeleteRows(sheet="One", first=1), SHARED).startswith(
        '<row r="1"><c r="B1"><f>A1*2</f><v>4</v></c></row>'
    )


def test_a_shared_formula_that_is_not_stays_shared(tmp_path: Path) -> None:
    assert rows(tmp_path, InsertRows(sheet="One", at=9), SHARED) == SHARED
    other = sheet(SHARED.replace("A1*2", "One!A1*2"))
    found = after(tmp_path, InsertRows(sheet="One", at=3), sheet(ROWS), other)[TWO].decode()
    assert [f"<f>One!A{row}*2</f>" in found for row in (1, 2, 4)] == [True] * 3
    untouched = after(tmp_path, InsertRows(sheet="One", at=9), sheet(ROWS), other)[TWO].decode()
    assert untouched == other


def test_an_array_formula_follows_whole(tmp_path: Path) -> None:
    data = '<row r="4"><c r="A4"><f t="array" ref="A4:A5">B4:B5</f><v>1</v></c></row>'
    assert '<f t="array" ref="A5:A6">B5:B6</f>' in rows(tmp_path, ABOVE, data)
    assert rows(tmp_path, DeleteRows(sheet="One", first=4, count=2), data) == ""


def test_a_copied_row_holds_what_the_other_holds(tmp_path: Path) -> None:
    data = (
        '<row r="2" ht="9"><c r="A2" t="s" s="1"><v>0</v></c><c r="B2"><f>A2+A$1+A1</f><v>1</v></c>'
        '<c r="C2"><f t="array" ref="C2">A2</f><v>1</v></c><c r="D2">'
        '<f t="shared" ref="D2:D3" si="0">A2</f></c>'
        '</row><row r="3"><c r="D3"><f t="shared" si="0"/></c><c r="E3"><f>A1</f></c></row>'
    )
    found = rows(tmp_path, InsertRows(sheet="One", at=3, like=2, filled=True), data)
    assert (
        '<row r="3" ht="9"><c r="A3" t="s" s="1"><v>0</v></c><c r="B3"><f>A3+A$1+A2</f><v>1</v></c>'
        '<c r="C3"><f t="array" ref="C3">A3</f><v>1</v></c><c r="D3"><f>A3</f></c></row>'
    ) in found
    above = rows(tmp_path, InsertRows(sheet="One", at=2, like=2, filled=True), data)
    assert '<c r="B2"><f>A2+A$1+A1</f><v>1</v></c>' in above
    assert '<c r="B3"><f>A3+A$1+A1</f><v>1</v></c>' in above


def test_a_merged_area_hands_its_content_on(tmp_path: Path) -> None:
    data = (
        '<row r="3"><c r="A3" s="1" t="str"><v>Project</v></c><c r="B3"><v>1</v></c></row>'
        '<row r="4"><c r="A4" s="2"/><c r="B4"><v>2</v></c></row><row r="5"><c r="B5"><v>3</v></c></row>'
    )
    tail = '<mergeCells count="1"><mergeCell ref="A3:A5"/></mergeCells>'
    assert rows(tmp_path, GONE, data, tail) == (
        '<row r="3"><c r="A3" s="1" t="str"><v>Project</v></c><c r="B3"><v>2</v></c></row>'
        '<row r="4"><c r="B4"><v>3</v></c></row>'
    )
    assert rows(tmp_path, InsertRows(sheet="One", at=3, like=3, record=True), data, tail) == (
        '<row r="3"><c r="A3" s="1" t="str"><v>Project</v></c></row>'
        '<row r="4"><c r="A4" s="1"/><c r="B4"><v>1</v></c></row>'
        '<row r="5"><c r="A5" s="2"/><c r="B5"><v>2</v></c></row><row r="6"><c r="B6"><v>3</v></c></row>'
    )
    assert rows(tmp_path, DeleteRows(sheet="One", first=3, count=2), data, tail) == (
        '<row r="3"><c r="A3" s="1" t="str"><v>Project</v></c><c r="B3"><v>3</v></c></row>'
    )


def test_only_rows_of_the_merged_area_get_what_it_hands_on(tmp_path: Path) -> None:
    data = (
        '<row r="3"><c r="A3"><v>1</v></c><c r="B3"><v>2</v></c></row><row r="4"><c r="B4"><v>3</v></c></row>'
        '<row r="6"><c r="A6"><f>A3</f></c></row>'
    )
    edit = InsertRows(sheet="One", at=3, count=2, like=3, record=True)
    found = rows(tmp_path, edit, data, '<mergeCells count="1"><mergeCell ref="A3:A5"/></mergeCells>')
    assert found == (
        '<row r="3"><c r="A3"><v>1</v></c></row><row r="4"></row><row r="5"><c r="B5"><v>2</v></c></row>'
        '<row r="6"><c r="B6"><v>3</v></c></row><row r="8"><c r="A8"><f>A5</f></c></row>'
    )


def test_a_copy_within_a_merged_area_hides_nothing(tmp_path: Path) -> None:
    data = '<row r="3"><c r="A3" s="1"><v>1</v></c><c r="B3"><v>2</v></c></row><row r="4"><c r="A4"/></row>'
    tail = '<mergeCells count="1"><mergeCell ref="A3:A4"/><mergeCell ref="B3:C3"/></mergeCells>'
    edit = InsertRows(sheet="One", at=4, like=3, record=True, filled=True)
    found = rows(tmp_path, edit, data, tail)
    assert '<row r="4"><c r="A4" s="1"/><c r="B4"><v>2</v></c></row>' in found


def test_a_new_last_record_is_printed(tmp_path: Path) -> None:
    names = (
        '<definedNames><definedName name="_xlnm.Print_Area">One!$A$1:$C$4,Two!$A$1:$C$4</definedName>'
        '<definedName name="sums">One!$A$1:$C$4</definedName></definedNames>'
    )
    edit = InsertRows(sheet="One", at=5, like=4, record=True)
    found = after(tmp_path, edit, book=names)["xl/workbook.xml"].decode()
    assert names.replace("One!$A$1:$C$4,", "One!$A$1:$C$5,") in found


def test_names_print_areas_and_the_chain_of_formulas(tmp_path: Path) -> None:
    names = (
        '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">One!A1:C6</definedName>'
        '<definedName name="_xlnm.Print_Titles" localSheetId="0">One!$2:$3</definedName>'
        '<definedName name="fixed">One!$A$3</definedName><definedName name="beside">One!A3</definedName>'
        '<definedName name="gone">#REF!</definedName></definedNames>'
    )
    found = after(tmp_path, ABOVE, book=names)["xl/workbook.xml"].decode()
    wanted = names.replace("C6", "C7").replace("$2:$3", "$2:$4").replace("$A$3", "$A$4")
    assert wanted in found
    assert "calcPr" not in found
    plain = contents_of(opened(tmp_path, parts_of(sheet(ROWS))).data)
    assert after(tmp_path, ABOVE)["xl/workbook.xml"] == plain["xl/workbook.xml"]
