"""What a trusting reader is given: every value, and nothing that the guard has not seen."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from python_calamine import CalamineWorkbook

from desktop.workbook import vetted as vetting
from desktop.workbook.vetted import vetted
from tests.workbook.raw_package import contents_of, links, opened, parts_of, sheet, zipped

if TYPE_CHECKING:
    from pathlib import Path

ROWS = '<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" s="1"><v>41182</v></c></row>'
SHARED = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>£ – é</t></si></sst>'


def with_strings(markup: str | bytes) -> dict[str, str | bytes]:
    parts = parts_of(markup, more={"xl/sharedStrings.xml": SHARED, "xl/media/logo.png": b"logo"})
    parts["xl/_rels/workbook.xml.rels"] = links(
        ("rId1", "worksheet", "worksheets/sheet1.xml"),
        ("rId2", "sharedStrings", "sharedStrings.xml"),
        ("rId3", "styles", "styles.xml"),
    )
    return parts


@pytest.mark.parametrize(
    "markup", [sheet(ROWS), sheet(ROWS).replace("UTF-8", "UTF-16").encode("utf-16")], ids=["utf-8", "utf-16"]
)
def test_the_values_are_all_there(tmp_path: Path, markup: str | bytes) -> None:
    data = vetted(opened(tmp_path, with_strings(markup)))
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    rows = workbook.get_sheet_by_name("One").to_python(skip_empty_area=False)
    assert rows[1][1] == "£ – é"
    assert str(rows[1][2]) == "2012-09-30"


@pytest.mark.parametrize(
    ("state", "read"),
    [("show", "visible"), ("hidden", "hidden"), ("veryHidden", "veryHidden"), ("", "visible")],
)
def test_a_sheet_in_an_unknown_state_is_taken_for_a_visible_one(
    tmp_path: Path, state: str, read: str
) -> None:
    parts = parts_of(sheet(ROWS))
    book = str(parts["xl/workbook.xml"]).replace('sheetId="1"', f'sheetId="1" state="{state}"')
    found = contents_of(vetted(opened(tmp_path, parts | {"xl/workbook.xml": book})))
    assert f' state="{read}" '.encode() in found["xl/workbook.xml"]


def test_only_what_was_checked_is_handed_on(tmp_path: Path) -> None:
    hidden = ("xl/worksheets/sheet1.xml", sheet('<row r="1"><c r="A1"><v>1</v></c></row>'))
    package = opened(tmp_path, zipped([hidden, *with_strings(sheet(ROWS)).items()]))
    found = contents_of(vetted(package))
    assert "xl/media/logo.png" not in found
    assert found["xl/worksheets/sheet1.xml"].endswith(sheet(ROWS).partition("?>")[2].encode())


@pytest.mark.parametrize(
    ("encoding", "stays"), [("UTF-8", True), ("utf-16-le", False), ("us-ascii", False), ("", False)]
)
def test_a_large_part_stays_packed_where_any_reader_takes_it_for_utf_8(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str, stays: bool
) -> None:
    monkeypatch.setattr(vetting, "_ALWAYS_PARSED", 100)
    text = sheet(ROWS).replace("UTF-8", encoding)
    text = text if encoding else text.partition("?>")[2].replace("<worksheet", "\ufeff<worksheet", 1).lstrip()
    markup = text.encode("utf-16-le" if encoding == "utf-16-le" else "utf-8")
    package = opened(tmp_path, with_strings(markup))
    packed = package.entry("XL/worksheets/sheet1.xml")
    start = packed.data_start
    data = vetted(package)
    assert (package.data[start : start + packed.record.packed] in data) is stays
    assert contents_of(data)["xl/worksheets/sheet1.xml"].endswith(b"</worksheet>")
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert workbook.get_sheet_by_name("One").to_python(skip_empty_area=False)[1][1] == "£ – é"
