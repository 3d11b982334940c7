"""Whatever is wrong within the markup of a workbook, it opens or is refused in words that name the file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from python_calamine import CalamineError

from desktop.domain.errors import NotAWorkbook
from desktop.workbook import reader
from desktop.workbook.package import Package
from desktop.workbook.reader import read_sheets
from desktop.workbook.vetted import vetted
from tests.workbook.raw_package import STYLES, links, parts_of, sheet, zipped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.workbook.sheet import Sheet

DAMAGED = re.compile(r"Book\.xlsx is damaged or incomplete\. If it was sent or copied, fetch it again; .*")


def opened(parts: Mapping[str, str | bytes]) -> tuple[Sheet, ...]:
    return read_sheets(Package.of(Path("Book.xlsx"), zipped(parts), 0))


def one_cell(markup: str, styles: str | bytes = STYLES) -> Sheet:
    rows = f'<row r="1"><c r="A1"><v>1</v></c></row><row r="3">{markup}</row>'
    return opened(parts_of(sheet(rows), more={"xl/styles.xml": styles}))[0]


def test_cells_beyond_what_a_sheet_says_of_its_size_are_read() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="C3"><v>3</v></c></row>'
    for said in ("1:1", "A1:B2"):
        [found] = opened(parts_of(sheet(rows, head=f'<dimension ref="{said}"/>')))
        assert [found.texts(row) for row in (1, 2, 3)] == [["1", "", ""], ["", "", ""], ["", "", "3"]]


@pytest.mark.parametrize(
    "markup",
    [
        '<c r="C3"></rox>',
        '<c r="C3" t="inlineStr"><is><t>&nope;</t></is></c>',
        '<c r="C3"><v>1</v>',
        '<c r="C3" t="s"><v>9999</v></c>',
    ],
)
def test_a_sheet_that_is_not_well_formed_is_damaged(markup: str) -> None:
    with pytest.raises(NotAWorkbook, match=DAMAGED):
        one_cell(markup)


def test_styles_cut_in_half_are_damaged() -> None:
    with pytest.raises(NotAWorkbook, match=DAMAGED):
        one_cell('<c r="C3"><v>1</v></c>', STYLES[: len(STYLES) // 2])


def test_a_byte_that_is_no_character_is_damage() -> None:
    parts = parts_of(sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>'))
    parts["xl/worksheets/sheet1.xml"] = (
        str(parts["xl/worksheets/sheet1.xml"]).encode().replace(b"x<", b"\xff<")
    )
    with pytest.raises(NotAWorkbook, match=DAMAGED):
        opened(parts)


def test_a_large_sheet_is_left_to_the_readers() -> None:
    """Parsing it twice would be felt; what breaks off there is noticed all the same."""
    figures = " ".join(map(str, range(200_000)))
    whole = sheet(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{figures}</t></is></c></row>')
    package = Package.of(Path("Book.xlsx"), zipped(parts_of(whole.replace("</row>", "&nope;</row>"))), 0)
    assert vetted(package)
    with pytest.raises(NotAWorkbook, match=DAMAGED) as refused:
        opened(parts_of(whole.partition("</is>")[0]))
    assert refused.value.__cause__ is not None


def test_a_word_where_a_number_belongs_is_that_word() -> None:
    assert one_cell('<c r="C3"><v>abc</v></c>').text(3, 3) == "abc"


@pytest.mark.parametrize("number", ["1e400", "NaN", "9" * 400])
def test_a_number_that_is_none_is_not_calculated_with(number: str) -> None:
    found = one_cell(f'<c r="C3"><v>{number}</v></c>')
    assert found.number(3, 3) is None
    assert found.text(3, 3) in {"inf", "nan"}


@pytest.mark.parametrize(
    "markup",
    [
        '<c r="C3" t="e"><v></v></c>',
        '<!-- <c r="C3" t="e"><v>#REF!</v></c> -->',
        """<c r="C3" x=" t='e'"><v><v>abc</v></v></c>""",
    ],
)
def test_an_error_cell_that_holds_none_is_blank(markup: str) -> None:
    found = one_cell(markup)
    assert found.text(3, 3) == ""
    assert found.texts(1)[0] == "1"


def test_rows_that_the_second_reader_gives_short_are_filled_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise CalamineError

    monkeypatch.setattr(reader, "_fast_cells", refuse)
    found = one_cell('<c r="A3"><v>1</v></c><c r="B3"><v>2</v></c><c r="C3"><v>3</v></c>')
    assert (found.texts(1), found.texts(3)) == (["1", "", ""], ["1", "2", "3"])


def test_a_sheet_of_a_chart_is_left_out() -> None:
    parts = parts_of(sheet('<row r="1"><c r="A1"><v>1</v></c></row>'))
    tab = '<sheet name="Chart" sheetId="9" r:id="rId9"/></sheets>'
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace("</sheets>", tab)
    parts["xl/_rels/workbook.xml.rels"] = links(
        ("rId1", "worksheet", "worksheets/sheet1.xml"),
        ("rId9", "chartsheet", "chartsheets/sheet1.xml"),
    )
    parts["xl/chartsheets/sheet1.xml"] = "<chartsheet/>"
    assert [found.name for found in opened(parts)] == ["One"]
