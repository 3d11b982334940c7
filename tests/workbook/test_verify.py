"""The check before a save notices whatever the edits did not ask for."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from desktop.workbook.archive import Damaged
from desktop.workbook.archive_write import assembled
from desktop.workbook.package import Package
from desktop.workbook.patch import planned
from desktop.workbook.row_reading import read_row
from desktop.workbook.verify import check_saved
from tests.workbook.raw_package import contents_of, edit, opened, parts_of, sheet, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.edits import Content
    from desktop.workbook.patch import Plan

PART = "xl/worksheets/sheet1.xml"
ROWS = (
    '<row r="1" spans="1:2" ht="20"><c r="A1" s="2"><v>1</v></c><c r="B1"><v>2</v></c></row>'
    '<row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">B2</f><v>3</v></c><c r="B2"><v>4</v></c></row>'
    '<row r="3"><c r="A3" s="1"><f t="shared" si="0"/><v>5</v></c></row>'
    "<row><c><v>6</v></c></row>"
)


def saved(folder: Path, *edits: tuple[str, Content], rows: str = ROWS) -> tuple[Package, Package, Plan]:
    """A workbook, the same with its edits, and what they were."""
    markup = sheet(rows, head='<dimension ref="A1:B4"/>')
    package = opened(folder, parts_of(markup, more={"xl/media/logo.png": b"logo"}))
    plan = planned(package, [edit(f"One!{place}", content) for place, content in edits])
    data = assembled(package.data, package.archive, plan.parts)
    return package, Package.of(package.path, data, 0), plan


EDITS: tuple[tuple[str, Content], ...] = (
    ("A1", "a_x0041_\x01"),
    ("D1", 2.5),
    ("A2", None),
    ("B2", True),
    ("A4", dt.date(2012, 9, 30)),
    ("C6", ""),
    ("C7", 7),
)


def test_what_was_asked_for_passes(tmp_path: Path) -> None:
    check_saved(*saved(tmp_path, *EDITS))


@pytest.mark.parametrize("data", ["<sheetData/>", "<sheetData></sheetData>"])
def test_the_first_cells_of_an_empty_sheet_pass(tmp_path: Path, data: str) -> None:
    package = opened(tmp_path, parts_of(sheet("").replace("<sheetData></sheetData>", data)))
    plan = planned(package, [edit("One!B2", 1)])
    patched = assembled(package.data, package.archive, plan.parts)
    check_saved(package, Package.of(package.path, patched, 0), plan)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('t="inlineStr"><is><t>', 't="str"><is><t>'),
        ("a_x005F_x0041_", "a_x0041_"),
        ('<c r="A1" s="2"', '<c r="A1" s="1"'),
        ("<v>2.5</v>", "<v>2.6</v>"),
        ('<c r="D1"><v>', '<c r="D1" t="b"><v>'),
        ('<c r="A2"/>', '<c r="A2"><v>3</v></c>'),
        ('<c r="B2" t="b"><v>1</v>', '<c r="B2" t="b"><v>0</v>'),
        ('<c r="B2" t="b"><v>1</v>', '<c r="B2"><v>1</v>'),
        ("<v>41182</v>", "<v>41183</v>"),
        ('s="3"><v>41182</v>', 's="0"><v>41182</v>'),
        ('<c r="B1"><v>2</v>', '<c r="B1"><v>20</v>'),
        ('<c r="B1"><v>2</v></c>', ""),
        ('<c r="B1">', '<c r="B1" s="1">'),
        ('<c r="D1">', '<c r="C1"/><c r="D1">'),
        (' ht="20"', ' ht="21"'),
        ("<v>5</v>", "<v>50</v>"),
        ('<c r="A3" s="1">', '<c r="A3" s="2">'),
        ('<row r="7">', '<row r="5"/><row r="7">'),
        ("</sheetData>", "</sheetData><extLst/>"),
        ("<sheetData>", "<cols/><sheetData>"),
    ],
)
def test_anything_else_does_not(tmp_path: Path, old: str, new: str) -> None:
    before, after, plan = saved(tmp_path, *EDITS)
    text = after.part(PART).decode()
    assert text.count(old) == 1
    changed = assembled(after.data, after.archive, {PART: text.replace(old, new).encode()})
    with pytest.raises(Damaged):
        check_saved(before, Package.of(before.path, changed, 0), plan)


def test_a_part_that_changed_lost_or_appeared_is_noticed(tmp_path: Path) -> None:
    before, after, plan = saved(tmp_path, *EDITS)
    changed = assembled(after.data, after.archive, {"xl/media/logo.png": b"other"})
    lost = assembled(after.data, after.archive, {"xl/media/logo.png": None})
    appeared = zipped([*contents_of(after.data).items(), ("xl/media/more.png", b"more")])
    for data in (changed, lost, appeared):
        with pytest.raises(Damaged):
            check_saved(before, Package.of(before.path, data, 0), plan)


def test_a_row_that_is_not_well_formed_is_noticed() -> None:
    for markup in (b'<row r="1"><c r="A1"></row>', b"<row/><row/>", b""):
        with pytest.raises(Damaged):
            read_row(markup)


def test_a_row_is_read_whatever_its_prefix() -> None:
    found = read_row(b'<x:row r="3"> <x:c r="C3"><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>')
    assert found.attributes == {"r": "3"}
    assert found.cells == {
        3: (("start", "c"), ("start", "v"), ("text", "1"), ("end", "v"), ("end", "c")),
        4: (("start", "c"), ("start", "v"), ("text", "2"), ("end", "v"), ("end", "c")),
    }
