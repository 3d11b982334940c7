"""What is put into a cell of a return stays what it is."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook
from openpyxl.cell.cell import MergedCell

from desktop.returns.cells import add_looks, height, put, put_across
from desktop.returns.layouts import Look

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

PLAIN = Look(name="plain", size=9.0)
BOXED = Look(name="boxed", size=9.0, bold=True, fill="DCE5EA", rule="A9B4BA", edges="box", indent=1)
UNDERLINED = Look(name="under_lined", size=9.0, rule="A9B4BA", edges="under")


def fresh() -> Worksheet:
    workbook = Workbook()
    add_looks(workbook, (PLAIN, BOXED, UNDERLINED))
    return workbook.worksheets[0]


@pytest.mark.parametrize("text", ["=SUM(A1:A9)", "+1", "-", "@home"])
def test_text_that_would_run_stays_text(text: str) -> None:
    cell = put(fresh(), 1, 1, text, PLAIN)
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


@pytest.mark.parametrize("text", ["N/A", "#REF!", "2002-03-31", "9.5 :1"])
def test_plain_text_is_only_text(text: str) -> None:
    cell = put(fresh(), 1, 1, text, PLAIN)
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", False)


def test_control_characters_are_left_out() -> None:
    assert put(fresh(), 1, 1, "a\x07b\nc", PLAIN).value == "ab\nc"


def test_numbers_and_dates_are_shown_by_their_format() -> None:
    sheet = fresh()
    number = put(sheet, 1, 1, 6.0, PLAIN, "0.0")
    date = put(sheet, 2, 1, dt.date(2001, 3, 31), PLAIN, "dd/mm/yyyy")
    assert (number.value, number.data_type, number.number_format) == (6.0, "n", "0.0")
    assert (date.value, date.data_type, date.number_format) == (dt.date(2001, 3, 31), "d", "dd/mm/yyyy")


def test_looks() -> None:
    sheet = fresh()
    boxed, under, plain = (
        put(sheet, 1, at, "x", look) for at, look in enumerate((BOXED, UNDERLINED, PLAIN), 1)
    )
    assert (boxed.font.bold, boxed.fill.fgColor.rgb, boxed.alignment.indent) == (True, "00DCE5EA", 1)
    assert (boxed.border.left.style, boxed.border.bottom.style) == ("thin", "thin")
    assert under.style == "Return under lined"
    assert (under.border.left, under.border.bottom.style) == (None, "medium")
    assert (plain.border.bottom, plain.fill.fill_type) == (None, None)


def test_an_area_is_merged_only_where_it_has_more_than_one_cell() -> None:
    sheet = fresh()
    put_across(sheet, 1, (2, 4), "wide", BOXED)
    put_across(sheet, 2, (2, 2), "narrow", BOXED)
    assert [str(area) for area in sheet.merged_cells.ranges] == ["B1:D1"]
    assert isinstance(sheet["D1"], MergedCell)
    assert sheet["D1"].border.right.style == "thin"


def test_rows_grow_with_their_text_but_not_beyond_what_a_workbook_allows() -> None:
    one, two = height("short", 20.0, PLAIN), height("rather longer than the twenty characters", 20.0, PLAIN)
    assert one == height("", 20.0, PLAIN) < two == height("short\nshort", 20.0, PLAIN)
    line = "as long as this line is "
    assert height(line.upper() * 4, 40.0, PLAIN) > height(line * 4, 40.0, PLAIN)
    assert height(line * 20, 40.0, BOXED) > height(line * 20, 40.0, PLAIN)
    assert height("x" * 32_767, 20.0, PLAIN) == 409.0
