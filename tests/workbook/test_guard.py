"""The limits that no honest workbook meets."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from desktop.domain.errors import WorkbookTooLarge, WorkbookUnsafe
from desktop.workbook import guard
from tests.workbook.raw_package import opened, parts_of, sheet

if TYPE_CHECKING:
    from pathlib import Path

ROUGH = b"".join(hashlib.sha256(bytes([index, 0])).digest() for index in range(256)) * 13
FAR = '<c r="XFD1048576"><v>1</v></c>'


@pytest.mark.parametrize(
    "name", ["../evil.xml", "xl/../../evil.xml", "/etc/passwd", "C:/evil.xml", "xl/ev\x01il.xml", "xl/.."]
)
def test_parts_that_point_elsewhere_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(WorkbookUnsafe, match="points outside"):
        opened(tmp_path, parts_of(sheet(""), more={name: "<a/>"}))


def test_a_name_with_dots_in_it_is_fine(tmp_path: Path) -> None:
    assert opened(tmp_path, parts_of(sheet(""), more={"xl/a..b.xml": "<a/>"})).has_part("xl/a..b.xml")


def test_parts_that_differ_by_case_alone_are_refused(tmp_path: Path) -> None:
    with pytest.raises(WorkbookUnsafe, match="pass for one another"):
        opened(tmp_path, parts_of(sheet(""), more={"xl/Worksheets/sheet1.xml": "<a/>"}))


def test_a_part_packed_too_tightly_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WorkbookUnsafe, match="packed far tighter"):
        opened(tmp_path, parts_of(sheet(""), more={"xl/media/a.bmp": bytes(guard.RATIO_FROM + 1)}))
    assert opened(tmp_path, parts_of(sheet(""), more={"xl/media/a.bmp": bytes(guard.RATIO_FROM)})).sheets


def test_content_beyond_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "LARGEST_CONTENT", 100_000)
    with pytest.raises(WorkbookTooLarge, match="too large"):
        opened(tmp_path, parts_of(sheet(""), more={"xl/media/a.bmp": ROUGH}))


@pytest.mark.parametrize(
    "rows",
    [
        f'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576">{FAR}</row>',
        f'<row r="1">{FAR}</row>',
        '<row r="1"><x:c r="A1"/><x:c r="XFD1048576"/></row>',
        f'<row><c r="A1"/>{FAR}</row>',
    ],
    ids=["last cell of the sheet", "in another row", "prefixed", "rows without numbers"],
)
def test_cells_too_far_apart_are_refused(tmp_path: Path, rows: str) -> None:
    with pytest.raises(WorkbookTooLarge, match="sheet One lie too far apart"):
        opened(tmp_path, parts_of(sheet(rows)))


def test_a_stray_cell_that_is_empty_does_no_harm(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'
    assert opened(tmp_path, parts_of(sheet(rows))).scan("One").box == (1, 1, 1_048_576, 16_384)


def test_ten_cells_in_a_million_rows_are_read(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(1, 1_048_577, 104_857))
    head = '<dimension ref="A1:A1048576"/>'
    assert opened(tmp_path, parts_of(sheet(rows, head=head))).scan("One").box == (1, 1, 1_048_571, 1)


@pytest.mark.parametrize(
    "markup",
    [
        sheet('<row r="4000000000"><c r="A1"><v>1</v></c></row>'),
        sheet('<row r="1048577"/>'),
        sheet('<row><c r="A1"/></row><row r="4000000000"/>'),
        sheet('<row r="1"><c r="A9999999"><v>1</v></c></row>'),
        sheet('<row r="1"><c r="ZZZ1"><v>1</v></c></row>'),
        sheet("", head='<dimension ref="A1:XFD4000000000"/>'),
        sheet("", tail='<mergeCells><mergeCell ref="A1:XFE2"/></mergeCells>'),
        sheet("", tail='<conditionalFormatting sqref="A1 B99999999"/>'),
    ],
)
def test_a_cell_that_no_sheet_can_have_is_refused(tmp_path: Path, markup: str) -> None:
    with pytest.raises(WorkbookUnsafe, match="names a cell that no sheet can have"):
        opened(tmp_path, parts_of(markup))


def test_whole_rows_and_columns_may_be_named(tmp_path: Path) -> None:
    tail = '<conditionalFormatting sqref="A:XFD 1:1048576 $A$1:$XFD$1048576"/>'
    assert opened(tmp_path, parts_of(sheet("", tail=tail))).sheets


def test_endless_cells_in_an_odd_form_are_refused_rather_than_walked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "_MOST_ODD_TAGS", 10)
    with pytest.raises(WorkbookTooLarge, match="too large"):
        opened(tmp_path, parts_of(sheet("<row>" + "<c/>" * 20 + "</row>")))
    assert opened(tmp_path, parts_of(sheet("<row><c/></row>"))).sheets
