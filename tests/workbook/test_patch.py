"""Edits spliced into a sheet: the edited cells change, and every other byte stays what it was."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

import openpyxl
import pytest

from desktop.domain.errors import EditRefused
from desktop.workbook.package import Package
from desktop.workbook.patch import patched
from tests.workbook.raw_package import (
    STRICT_MAIN,
    contents_of,
    edit,
    opened,
    parts_of,
    sheet,
    zipped,
)

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.edits import Content, Edit

SHEET = "xl/worksheets/sheet1.xml"
ROWS = (
    '<row r="2" spans="2:3" ht="20"><c r="B2" s="2" t="s" cm="1" vm="1"><v>0</v></c>'
    '<c r="C2"><v>1.5</v></c></row>'
    '<row r="4" s="2" customFormat="1"><c r="B4"><v>7</v></c><c r="D4" s="1"/></row><row r="6" s="1"/>'
)


def new_sheet(package: Package, *edits: Edit) -> str:
    """The text of the first sheet after the edits, of which nothing else may have changed."""
    before, after = contents_of(package.data), contents_of(patched(package, edits))
    assert {name for name in before if before[name] != after.get(name)} <= {SHEET}
    assert before.keys() == after.keys()
    return after[SHEET].decode()


def rows_after(folder: Path, rows: str, *edits: Edit, head: str = "") -> str:
    """The rows of a sheet after the edits; the sheet around them may not change."""
    text = new_sheet(opened(folder, parts_of(sheet(rows, head=head))), *edits)
    before, after = sheet("", head=head).split("<sheetData></sheetData>")
    assert text.startswith(before + "<sheetData>")
    assert text.endswith("</sheetData>" + after)
    return text[len(before + "<sheetData>") : -len("</sheetData>" + after)]


@pytest.mark.parametrize(
    ("content", "cell"),
    [
        (85, '<c r="B2" s="2"><v>85</v></c>'),
        (0.1, '<c r="B2" s="2"><v>0.1</v></c>'),
        (True, '<c r="B2" s="2" t="b"><v>1</v></c>'),
        ("on track", '<c r="B2" s="2" t="inlineStr"><is><t>on track</t></is></c>'),
        (" a\nb ", '<c r="B2" s="2" t="inlineStr"><is><t xml:space="preserve"> a\nb </t></is></c>'),
        ("=A1", '<c r="B2" s="2" t="inlineStr"><is><t>=A1</t></is></c>'),
        ("R&D <1>", '<c r="B2" s="2" t="inlineStr"><is><t>R&amp;D &lt;1&gt;</t></is></c>'),
        ("a\x01\r_x0041_", '<c r="B2" s="2" t="inlineStr"><is><t>a_x0001__x000D__x005F_x0041_</t></is></c>'),
        ("\ud800\uffff", '<c r="B2" s="2" t="inlineStr"><is><t>_xD800__xFFFF_</t></is></c>'),
        (None, '<c r="B2" s="2"/>'),
        ("", '<c r="B2" s="2"/>'),
    ],
)
def test_a_cell_is_replaced_in_place(tmp_path: Path, content: Content, cell: str) -> None:
    old = '<c r="B2" s="2" t="s" cm="1" vm="1"><v>0</v></c>'
    assert rows_after(tmp_path, ROWS, edit("One!B2", content)) == ROWS.replace(old, cell)


@pytest.mark.parametrize(
    ("address", "old", "new"),
    [
        ("A2", '<row r="2" spans="2:3" ht="20">', '<row r="2" ht="20"><c r="A2"><v>9</v></c>'),
        ("E2", "<v>1.5</v></c></row>", '<v>1.5</v></c><c r="E2"><v>9</v></c></row>'),
        ("C4", '<c r="D4"', '<c r="C4" s="2"><v>9</v></c><c r="D4"'),
        ("D4", '<c r="D4" s="1"/>', '<c r="D4" s="1"><v>9</v></c>'),
        ("B6", '<row r="6" s="1"/>', '<row r="6" s="1"><c r="B6"><v>9</v></c></row>'),
        ("B1", '<row r="2"', '<row r="1"><c r="B1"><v>9</v></c></row><row r="2"'),
        ("B5", '<row r="6"', '<row r="5"><c r="B5"><v>9</v></c></row><row r="6"'),
        ("B9", '<row r="6" s="1"/>', '<row r="6" s="1"/><row r="9"><c r="B9"><v>9</v></c></row>'),
    ],
)
def test_a_cell_or_row_is_added_where_it_belongs(tmp_path: Path, address: str, old: str, new: str) -> None:
    expected = ROWS.replace(old, new)
    if address == "E2":
        expected = expected.replace(' spans="2:3"', "")
    assert rows_after(tmp_path, ROWS, edit(f"One!{address}", 9)) == expected


def test_several_cells_are_added_in_order(tmp_path: Path) -> None:
    places = ("C8", "A8", "A7", "C6", "B6", "A4", "C4", "D2")
    found = rows_after(tmp_path, ROWS, *(edit(f"One!{place}", 9) for place in places))
    cells = [piece.partition('"')[0] for piece in found.split('<c r="')[1:]]
    assert cells == ["B2", "C2", "D2", "A4", "B4", "C4", "D4", "B6", "C6", "A7", "A8", "C8"]


def test_a_row_keeps_its_spans_where_they_still_hold(tmp_path: Path) -> None:
    rows = '<row r="1" spans="1:3"><c r="A1"/></row>'
    assert ' spans="1:3"' in rows_after(tmp_path, rows, edit("One!C1", 1))
    assert "spans" not in rows_after(tmp_path, rows, edit("One!D1", 1))
    empty = '<row r="1" spans="1:3"/>'
    assert rows_after(tmp_path, empty, edit("One!D1", 1)) == '<row r="1"><c r="D1"><v>1</v></c></row>'


def test_a_new_cell_takes_the_style_of_its_row_else_of_its_column(tmp_path: Path) -> None:
    head = '<cols><col min="2" max="3" style="2"/><col min="5" max="5" style="1"/></cols>'
    found = rows_after(
        tmp_path, ROWS, *(edit(f"One!{place}", 9) for place in ("D2", "C4", "B6", "E7")), head=head
    )
    for cell in ('<c r="D2">', '<c r="C4" s="2">', '<c r="B6" s="2">', '<c r="E7" s="1">'):
        assert cell in found


def test_emptying_what_is_empty_changes_nothing(tmp_path: Path) -> None:
    package = opened(tmp_path, parts_of(sheet(ROWS)))
    edits = [edit(f"One!{place}", None) for place in ("D4", "E4", "A1", "Z99")]
    assert patched(package, edits) == package.data
    assert patched(package, []) == package.data


def test_of_two_edits_of_a_cell_the_later_counts(tmp_path: Path) -> None:
    found = rows_after(tmp_path, ROWS, edit("One!C2", 1), edit("One!C2", 2))
    assert found == ROWS.replace("<v>1.5</v>", "<v>2</v>")


@pytest.mark.parametrize(
    ("before", "address", "after"),
    [
        ("B2:D6", "C9", "B2:D9"),
        ("B2:D6", "A1", "A1:D6"),
        ("B2:D6", "C3", "B2:D6"),
        ("B2", "F2", "B2:F2"),
        ("1:6", "C9", "1:9"),
        ("3:6", "F2", "2:6"),
        ("odd", "F2", "odd"),
    ],
)
def test_the_dimension_is_widened(tmp_path: Path, before: str, address: str, after: str) -> None:
    package = opened(tmp_path, parts_of(sheet(ROWS, head=f'<dimension ref="{before}"/>')))
    assert f'<dimension ref="{after}"/>' in new_sheet(package, edit(f"One!{address}", 1))


@pytest.mark.parametrize("data", ["<sheetData/>", "<sheetData />", "<sheetData></sheetData>"])
def test_an_empty_sheet_takes_its_first_cells(tmp_path: Path, data: str) -> None:
    markup = sheet("", head='<dimension ref="A1"/>').replace("<sheetData></sheetData>", data)
    found = new_sheet(opened(tmp_path, parts_of(markup)), edit("One!C4", 1), edit("One!B3", 2))
    rows = '<row r="3"><c r="B3"><v>2</v></c></row><row r="4"><c r="C4"><v>1</v></c></row></sheetData>'
    assert rows in found
    assert '<dimension ref="B3:C4"/>' in found
    again = opened(tmp_path, parts_of(found))
    assert again.scan("One").box == (3, 2, 4, 3)


def test_a_sheet_without_room_for_cells_is_refused(tmp_path: Path) -> None:
    package = opened(tmp_path, parts_of("<worksheet/>"))
    with pytest.raises(EditRefused, match="no place for cells"):
        patched(package, [edit("One!A1", 1)])


def test_a_prefixed_sheet_is_patched_in_its_own_manner(tmp_path: Path) -> None:
    rows = '<x:row r="2"><x:c r="B2" s="2"><x:v>1</x:v></x:c></x:row>'
    markup = f'<x:worksheet xmlns:x="{STRICT_MAIN}"><x:sheetData>{rows}</x:sheetData></x:worksheet>'
    found = new_sheet(
        opened(tmp_path, parts_of(markup)), edit("One!B2", "a"), edit("One!C2", 2), edit("One!A3", True)
    )
    new = (
        '<x:row r="2"><x:c r="B2" s="2" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c>'
        '<x:c r="C2"><x:v>2</x:v></x:c></x:row><x:row r="3"><x:c r="A3" t="b"><x:v>1</x:v></x:c></x:row>'
    )
    assert found == markup.replace(rows, new)


def test_rows_and_cells_without_addresses_are_found(tmp_path: Path) -> None:
    rows = '<row><c><v>1</v></c><c s="2"><v>2</v></c></row><row><c><v>3</v></c></row>'
    found = rows_after(tmp_path, rows, edit("One!B1", 9), edit("One!A2", 8), edit("One!B2", 7))
    assert found == (
        '<row><c><v>1</v></c><c r="B1" s="2"><v>9</v></c></row>'
        '<row><c r="A2"><v>8</v></c><c r="B2"><v>7</v></c></row>'
    )


def test_comments_and_quoted_brackets_lead_nobody_astray(tmp_path: Path) -> None:
    rows = (
        '<!-- <row r="1"><c r="B1"/></row> --><row r="1" note="a > b"><c r="A1" note=\'/>\' t="str">'
        "<v><![CDATA[</c><c r=\"B1\"/>]]></v></c ><c r='B1'><v>2</v></c></row>"
    )
    found = rows_after(tmp_path, rows, edit("One!B1", 9))
    assert found == rows.replace("<c r='B1'><v>2</v></c>", '<c r="B1"><v>9</v></c>')


@pytest.mark.parametrize("codec", ["utf-16", "utf-8-sig", "utf-16-be"])
def test_a_part_keeps_its_encoding(tmp_path: Path, codec: str) -> None:
    markup = sheet('<row r="1"><c r="A1" t="str"><v>£</v></c></row>').replace("UTF-8", codec[:6].upper())
    package = opened(tmp_path, parts_of(markup.encode(codec)))
    found = contents_of(patched(package, [edit("One!B1", "é ✓")]))[SHEET]
    new = '<c r="B1" t="inlineStr"><is><t>é ✓</t></is></c></row>'
    assert found == markup.replace("</row>", new).encode(codec)


def test_two_sheets_are_patched_at_once(tmp_path: Path) -> None:
    package = opened(tmp_path, parts_of(sheet(ROWS), sheet(ROWS), sheet(ROWS)))
    after = contents_of(patched(package, [edit("Three!B2", 1), edit("One!B2", 2)]))
    before = contents_of(package.data)
    assert {name for name in after if after[name] != before[name]} == {SHEET, SHEET.replace("1", "3")}


def test_every_entry_of_a_name_is_patched(tmp_path: Path) -> None:
    parts = [*parts_of(sheet(ROWS)).items(), (SHEET, sheet(ROWS))]
    package = opened(tmp_path, zipped(parts))
    again = Package.of(package.path, patched(package, [edit("One!C2", 9)]), 0)
    assert again.part_names.count(SHEET) == 2
    assert b"<v>9</v>" in again.part(SHEET)


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"/><c r="A1"/></row>',
        '<row r="1"><c r="A1"/></row><row r="1"><c r="A1"/></row>',
        '<row r="1"><c r="A2"/></row>',
    ],
)
def test_rows_that_contradict_one_another_are_refused(tmp_path: Path, rows: str) -> None:
    package = opened(tmp_path, parts_of(sheet(rows)))
    with pytest.raises(EditRefused, match="in the wrong row of the file, or twice"):
        patched(package, [edit("One!A1", 1)])


def test_a_row_that_is_split_in_two_takes_a_cell(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"/></row><row r="1"><c r="B1"/></row>'
    found = rows_after(tmp_path, rows, edit("One!C1", 1), edit("One!A1", 2))
    assert found == (
        '<row r="1"><c r="A1"><v>2</v></c></row><row r="1"><c r="B1"/><c r="C1"><v>1</v></c></row>'
    )


@pytest.mark.parametrize("rows", ['<row r="1"><c r="A1"></row>', '<row r="1"><c r="A1"/>', '<row r="1"'])
def test_a_damaged_row_is_refused(tmp_path: Path, rows: str) -> None:
    package = opened(tmp_path, parts_of(sheet(rows)))
    with pytest.raises(EditRefused, match="is damaged where the change belongs"):
        patched(package, [edit("One!A1", 1)])


def test_another_reader_finds_the_new_values_and_all_the_old_ones(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    book = openpyxl.Workbook()
    tab = book.worksheets[0]
    tab.title = "One"
    for row in range(1, 40):
        tab.append([f"indicator {row}", row, row / 7, None, "on track"])
    book.save(path)
    edits: dict[str, Content] = {"B3": "=B2", "C4": 75.5, "D5": "31/3/02", "A41": "new\nline", "E6": None}
    edits |= {"B7": False, "D8": dt.datetime.fromisoformat("2012-09-30T14:30")}
    data = patched(Package.open(path), [edit(f"One!{place}", content) for place, content in edits.items()])
    before, after = openpyxl.load_workbook(path)["One"], openpyxl.load_workbook(io.BytesIO(data))["One"]
    for place, content in edits.items():
        assert after[place].value == content
        assert after[place].data_type != "f"
    places = {f"{letter}{row}" for letter in "ABCDE" for row in range(1, 43)} - edits.keys()
    assert all(before[place].value == after[place].value for place in places)
