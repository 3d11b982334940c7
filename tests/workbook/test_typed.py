from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.domain.cells import CellRef
from desktop.domain.edits import same_content
from desktop.domain.errors import EditRefused
from desktop.workbook.typed import content_typed
from tests.workbook.sheets import Styled, sheet

if TYPE_CHECKING:
    from desktop.domain.edits import Content

CODES = ("General", "@", "0.0", "0%", "dd/mm/yyyy", '"£"#,##0', "mmm yyyy", "0.00%")
SHEET = sheet([Styled("x", code) for code in CODES])
FIGURES = sheet([85, 71.4, "N/A", None])


def typed(text: str, code: str = "General") -> Content:
    return content_typed(text, SHEET, CellRef(sheet="Sheet", row=1, column=CODES.index(code) + 1))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("85", 85),
        (" 85 ", 85),
        ("-3.5", -3.5),
        ("+3", 3),
        ("5.", 5.0),
        (".5", 0.5),
        ("1,234,567", 1_234_567),
        ("1,234.5", 1234.5),
        ("2e3", 2000.0),
        ("£1,200", 1200),
        ("-£5", -5),
        ("£-5", -5),
        ("007", 7),
        ("true", True),
        ("FALSE", False),
    ],
)
def test_a_number_becomes_a_number(text: str, content: Content) -> None:
    read = typed(text)
    assert same_content(read, content)
    assert type(read) is type(content)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "4.9 :1",
            "N/A",
            "?",
            "12,34",
            "1 234",
            "-",
            "£",
            ".",
            "--5",
            "-£-5",
            "1e999",
            "85%",
            "0113 2478597",
        ),
        *("- to be reviewed", "+ staff", "@home", "A1", "1/2", "31/3", "Sept 2012", "31/2/2012", "1/1/1850"),
        "31/03/2012 (Revised to Sept '12)",
    ],
)
def test_what_is_no_number_and_no_date_stays_text_as_typed(text: str) -> None:
    assert typed(text) == text


def test_spaces_around_a_text_are_kept_and_spaces_alone_leave_the_cell_blank() -> None:
    assert typed(" as above ") == " as above "
    assert typed("  \n") is None
    assert typed("") is None


@pytest.mark.parametrize(
    ("text", "share"),
    [("85%", 0.85), ("85 %", 0.85), ("85", 0.85), ("0.5", 0.5), ("-12.5%", -0.125), ("1", 0.01)],
)
def test_a_cell_of_percentages_takes_figures_as_percentages(text: str, share: float) -> None:
    assert typed(text, "0%") == share


@pytest.mark.parametrize(("text", "figure"), [("85%", 85), ("71.5 %", 71.5), ("-5%", -5), ("0.5%", 0.5)])
def test_among_plain_figures_a_percentage_is_its_figure(text: str, figure: float) -> None:
    assert typed(text, "0.0") == figure
    for column in (1, 2):
        assert content_typed(text, FIGURES, CellRef(sheet="Sheet", row=1, column=column)) == figure


@pytest.mark.parametrize("column", [3, 4, 9])
def test_a_percentage_stays_as_typed_where_no_figure_stands(column: int) -> None:
    assert content_typed("85%", FIGURES, CellRef(sheet="Sheet", row=1, column=column)) == "85%"


def test_a_percentage_among_amounts_stays_as_typed() -> None:
    assert typed("85%", '"£"#,##0') == "85%"


@pytest.mark.parametrize("text", ["31/3/2012", "31/03/12", "31-3-2012", "31.3.12", "2012-03-31"])
@pytest.mark.parametrize("code", ["General", "dd/mm/yyyy", "mmm yyyy"])
def test_a_day_becomes_a_date_day_first(text: str, code: str) -> None:
    assert typed(text, code) == dt.date(2012, 3, 31)


@pytest.mark.parametrize(("text", "year"), [("31/3/49", 2049), ("31/3/50", 1950), ("31/3/98", 1998)])
def test_two_digits_of_a_year_mean_what_windows_takes_them_for(text: str, year: int) -> None:
    assert typed(text) == dt.date(year, 3, 31)


def test_a_day_in_words_becomes_a_date_only_where_the_cell_shows_dates() -> None:
    assert typed("31 March 2012", "dd/mm/yyyy") == dt.date(2012, 3, 31)
    assert typed("31 March 2012") == "31 March 2012"
    assert typed("31/3/2012", "0.0") == "31/3/2012"


@pytest.mark.parametrize("text", ["March 2012", "31/3/2012 and 30/6/2012", "by 31/3/2012", "Q3 2012/13"])
def test_what_says_more_or_less_than_a_day_stays_text_in_a_cell_of_dates(text: str) -> None:
    assert typed(text, "dd/mm/yyyy") == text


@pytest.mark.parametrize("text", ["85", "31/3/2012", "=A1", "'x", "TRUE", " 5 "])
def test_a_cell_of_text_takes_everything_as_it_is(text: str) -> None:
    assert typed(text, "@") == text


@pytest.mark.parametrize(("text", "content"), [("'85", "85"), ("'=A1", "=A1"), ("''x", "'x"), ("'", None)])
def test_an_apostrophe_makes_text_of_anything(text: str, content: Content) -> None:
    assert typed(text) == content


@pytest.mark.parametrize("text", ["=A1+1", " =SUM(A1:A3)", "="])
def test_a_formula_is_refused_with_the_next_step(text: str) -> None:
    with pytest.raises(
        EditRefused, match=r"Sheet!A1: Milepost does not calculate formulas\. Type the figure"
    ):
        typed(text)


def test_more_text_than_a_cell_holds_is_refused_with_its_length() -> None:
    assert typed("x" * 32_767) == "x" * 32_767
    with pytest.raises(EditRefused, match="can hold 32,767 characters and this has 32,768"):
        typed("x" * 32_768)


_CONTENTS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**9), 10**9),
    st.decimals(-10_000, 10_000, places=2).map(float),
    st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31)),
    st.sampled_from(["on track", "=A1", "'quoted", "4.9 :1", "N/A", "- as above", " spaced "]),
)


@given(content=_CONTENTS, code=st.sampled_from(["General", "0.0", "0%", "dd/mm/yyyy", "mmm yyyy"]))
def test_what_an_editor_starts_with_means_the_same_when_it_is_typed_again(
    content: Content, code: str
) -> None:
    place = (1, CODES.index(code) + 1)
    cell = CellRef(sheet="Sheet", row=1, column=place[1])
    assume(not isinstance(content, dt.date) or code not in {"0.0", "0%"})  # it is saved with a date format
    edited = SHEET.with_edits({place: content})
    assert same_content(content_typed(edited.edit_text(*place), edited, cell), content)
