"""A date gets a style that shows it as one, and nothing else about its cell changes."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

import openpyxl
import pytest

from desktop.domain.errors import EditRefused
from desktop.workbook.patch import patched
from desktop.workbook.styles import Styles
from tests.workbook.raw_package import MAIN, STYLES, contents_of, edit, links, opened, parts_of, sheet

if TYPE_CHECKING:
    from pathlib import Path

PART = "xl/styles.xml"
DAY = dt.date(2012, 9, 30)
HOUR = dt.datetime.fromisoformat("2012-09-30T06:00")
ROWS = '<row r="1"><c r="A1"/><c r="B1" s="1"/><c r="C1" s="2"/><c r="D1" s="99"/></row>'


def after(folder: Path, styles: str, *edits: tuple[str, dt.date], book: str = "") -> tuple[str, str]:
    """The first row and the styles part after the edits."""
    parts = parts_of(sheet(ROWS), book=book)
    parts[PART] = styles
    data = patched(opened(folder, parts), [edit(f"One!{place}", day) for place, day in edits])
    found = contents_of(data)
    return found["xl/worksheets/sheet1.xml"].decode(), found[PART].decode()


def test_a_cell_that_shows_dates_keeps_its_style(tmp_path: Path) -> None:
    row, styles = after(tmp_path, STYLES, ("B1", DAY))
    assert '<c r="B1" s="1"><v>41182</v></c>' in row
    assert styles == STYLES


def test_any_other_gets_its_own_style_with_a_date_format(tmp_path: Path) -> None:
    row, styles = after(tmp_path, STYLES, ("A1", DAY), ("C1", DAY), ("A2", DAY), ("C2", HOUR))
    assert '<c r="A1" s="3"><v>41182</v></c>' in row
    assert '<c r="C1" s="4"><v>41182</v></c>' in row
    assert '<c r="A2" s="3"><v>41182</v></c>' in row
    assert '<c r="C2" s="5"><v>41182.25</v></c>' in row
    assert styles == (
        STYLES.replace('<numFmts count="1">', '<numFmts count="3">')
        .replace(
            "</numFmts>",
            '<numFmt numFmtId="165" formatCode="dd/mm/yyyy"/>'
            '<numFmt numFmtId="166" formatCode="dd/mm/yyyy hh:mm"/></numFmts>',
        )
        .replace('<cellXfs count="3">', '<cellXfs count="6">')
        .replace(
            "</cellXfs>",
            '<xf numFmtId="165" applyNumberFormat="1"/>'
            '<xf numFmtId="165" applyAlignment="1" applyNumberFormat="1"><alignment wrapText="1"/></xf>'
            '<xf numFmtId="166" applyNumberFormat="1"/></cellXfs>',
        )
    )


def test_midnight_is_no_time_of_day(tmp_path: Path) -> None:
    styles = after(tmp_path, STYLES, ("A1", dt.datetime.fromisoformat("2012-09-30")))[1]
    assert Styles.of(styles.encode()).number_format(3) == "dd/mm/yyyy"


def test_a_format_that_is_there_is_used_again(tmp_path: Path) -> None:
    held = STYLES.replace("&quot;£&quot;#,##0", "dd/mm/yyyy").replace(
        'numFmtId="164" applyA', 'numFmtId="9" applyA'
    )
    row, styles = after(tmp_path, held, ("A1", DAY))
    assert '<c r="A1" s="3">' in row
    assert styles.count("<numFmt ") == 1
    assert '<xf numFmtId="164" applyNumberFormat="1"/></cellXfs>' in styles


@pytest.mark.parametrize("empty", ['<numFmts count="0"/>', ""])
def test_a_workbook_without_formats_of_its_own_gets_one(tmp_path: Path, empty: str) -> None:
    start, end = STYLES.index("<numFmts"), STYLES.index("<fonts")
    styles = after(tmp_path, STYLES[:start] + empty + STYLES[end:], ("A1", DAY))[1]
    formats = '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts'
    assert formats in styles


def test_a_prefixed_part_is_patched_in_its_own_manner(tmp_path: Path) -> None:
    held = (
        f'<x:styleSheet xmlns:x="{MAIN}"><x:cellXfs count="1">'
        '<x:xf numFmtId="0" applyNumberFormat="0"/></x:cellXfs></x:styleSheet>'
    )
    styles = after(tmp_path, held, ("A1", DAY))[1]
    assert '<x:numFmts count="1"><x:numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></x:numFmts>' in styles
    assert '<x:xf numFmtId="164" applyNumberFormat="1"/></x:cellXfs>' in styles


def test_a_cell_of_a_style_that_is_not_there_takes_the_first(tmp_path: Path) -> None:
    row, styles = after(tmp_path, STYLES, ("D1", DAY))
    assert '<c r="D1" s="3">' in row
    assert '<xf numFmtId="165" applyNumberFormat="1"/></cellXfs>' in styles


@pytest.mark.parametrize(
    ("book", "day", "serial"),
    [
        ("", dt.date(1900, 1, 1), "1"),
        ("", dt.date(1900, 2, 28), "59"),
        ("", dt.date(1900, 3, 1), "61"),
        ('<workbookPr date1904="1"/>', dt.date(1904, 1, 1), "0"),
        ('<workbookPr date1904="1"/>', DAY, "39720"),
    ],
)
def test_dates_are_counted_as_the_workbook_counts_them(
    tmp_path: Path, book: str, day: dt.date, serial: str
) -> None:
    assert f'<c r="B1" s="1"><v>{serial}</v></c>' in after(tmp_path, STYLES, ("B1", day), book=book)[0]


def test_a_workbook_without_styles_can_not_show_a_date(tmp_path: Path) -> None:
    parts = parts_of(sheet(ROWS))
    parts["xl/_rels/workbook.xml.rels"] = links(("rId1", "worksheet", "worksheets/sheet1.xml"))
    with pytest.raises(EditRefused, match="has no cell styles"):
        patched(opened(tmp_path, parts), [edit("One!A1", DAY)])


def test_a_styles_part_without_cell_styles_can_not_show_a_date(tmp_path: Path) -> None:
    with pytest.raises(EditRefused, match="has no cell styles"):
        after(tmp_path, f'<styleSheet xmlns="{MAIN}"/>', ("A1", DAY))


def test_another_reader_sees_a_date(tmp_path: Path) -> None:
    rows = ROWS.replace('<c r="D1" s="99"/>', "")
    data = patched(opened(tmp_path, parts_of(sheet(rows))), [edit("One!C1", DAY)])
    cell = openpyxl.load_workbook(io.BytesIO(data))["One"]["C1"]
    assert cell.is_date
    assert cell.number_format == "dd/mm/yyyy"
    assert cell.alignment.wrap_text
