from __future__ import annotations

import datetime as dt

import pytest

from desktop.workbook.sheet import Sheet
from tests.workbook.sheets import Styled, sheet

MARCH = dt.date(2012, 3, 31)
SHEET = sheet(
    ["text", 85, Styled(0.8533, "0%"), Styled(MARCH, "mmm yyyy"), Styled(1200, '"£"#,##0')],
    ["  ", None, True, "=", "'quoted"],
    [Styled("=typed", "@"), Styled(dt.datetime.combine(MARCH, dt.time(14, 30)), "dd/mm/yyyy hh:mm")],
)


def test_a_cell_holds_its_content_and_shows_its_text() -> None:
    assert [SHEET.content(1, column) for column in range(1, 6)] == ["text", 85, 0.8533, MARCH, 1200]
    assert SHEET.texts(1) == ["text", "85", "85%", "Mar 2012", "£1,200"]
    assert [SHEET.text(1, column) for column in range(1, 6)] == SHEET.texts(1)


def test_cells_that_were_never_written_are_blank() -> None:
    assert SHEET.content(2, 2) is None
    assert SHEET.text(2, 2) == ""
    assert SHEET.content(1, 6) is None
    assert SHEET.content(4, 1) is None
    assert SHEET.texts(4) == [""] * 5
    assert (SHEET.height, SHEET.width) == (3, 5)


def test_numbers_and_dates_are_told_from_other_contents() -> None:
    assert [SHEET.number(1, column) for column in range(1, 5)] == [None, 85, 0.8533, None]
    assert SHEET.number(2, 3) is None
    assert [SHEET.date(1, column) for column in range(3, 5)] == [None, MARCH]
    assert SHEET.date(3, 2) == MARCH


def test_what_shows_nothing_is_not_filled() -> None:
    assert list(SHEET.filled(2)) == [(3, True), (4, "="), (5, "'quoted")]
    assert list(SHEET.filled(0)) == []
    assert list(SHEET.filled(4)) == []


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ((1, 1), "text"),
        ((1, 2), "85"),
        ((1, 3), "85.33%"),
        ((1, 4), "31/03/2012"),
        ((1, 5), "1200"),
        ((2, 2), ""),
        ((2, 3), "TRUE"),
        ((2, 5), "''quoted"),
        ((3, 1), "=typed"),
        ((3, 2), "31/03/2012 14:30"),
    ],
)
def test_an_editor_starts_with_what_was_typed(place: tuple[int, int], text: str) -> None:
    assert SHEET.edit_text(*place) == text


def test_an_editor_starts_with_the_formula_until_the_cell_is_edited() -> None:
    found = sheet([1, "=A1*2"])
    edited = found.with_edits({(1, 2): 5})
    assert (found.edit_text(1, 2), found.formula(1, 2)) == ("=A1*2", "A1*2")
    assert found.edit_text(1, 2, result=True) == found.text(1, 2)
    assert (edited.edit_text(1, 2), edited.formula(1, 2)) == ("5", None)


def test_an_edit_lies_over_the_file_and_leaves_the_sheet_before_it_as_it_was() -> None:
    edited = SHEET.with_edits({(1, 1): "other", (1, 2): None})
    assert edited.texts(1)[:2] == ["other", ""]
    assert edited.content(1, 2) is None
    assert edited.edits == {(1, 1): "other", (1, 2): None}
    assert SHEET.texts(1)[:2] == ["text", "85"]
    assert edited.rows[1] is SHEET.rows[1]


def test_what_restores_the_file_is_no_edit() -> None:
    edited = SHEET.with_edits({(1, 1): "other", (1, 2): 90})
    assert edited.with_edits({(1, 1): "text"}).edits == {(1, 2): 90}
    assert edited.with_edits({(1, 2): 85.0}).edits == {(1, 1): "other"}
    assert edited.with_edits({(1, 2): "85"}).edits == {(1, 1): "other", (1, 2): "85"}
    assert SHEET.with_edits({(2, 2): None}).edits == {}
    assert SHEET.with_edits({}).edits == {}


def test_edits_may_lie_beyond_the_last_row_and_column() -> None:
    edited = SHEET.with_edits({(5, 7): "far", (5, 1): "x"})
    assert (edited.height, edited.width) == (5, 7)
    assert edited.texts(1) == [*SHEET.texts(1), "", ""]
    assert edited.texts(4) == [""] * 7
    assert edited.texts(5) == ["x", "", "", "", "", "", "far"]
    assert edited.with_edits({(5, 7): None, (5, 1): None}).edits == {}


def test_an_empty_sheet_takes_edits() -> None:
    empty = sheet()
    assert (empty.height, empty.width) == (0, 0)
    assert empty.with_edits({(2, 2): "x"}).texts(2) == ["", "x"]


def test_a_date_typed_into_a_cell_without_a_date_format_shows_day_first() -> None:
    assert SHEET.with_edits({(1, 1): MARCH}).text(1, 1) == "31/03/2012"


def test_yes_and_one_are_not_shown_alike() -> None:
    edited = SHEET.with_edits({(2, 1): 1, (2, 2): True, (2, 3): 1.0})
    assert edited.texts(2)[:3] == ["1", "TRUE", "1"]


def test_a_sheet_knows_its_formats() -> None:
    assert isinstance(SHEET, Sheet)
    assert SHEET.number_format(1, 3) == "0%"
    assert SHEET.number_format(9, 9) == "General"
