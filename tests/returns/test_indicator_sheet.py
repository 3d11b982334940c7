"""The sheet of indicators: the printed figures in the prescribed form, page by page."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import pytest

from desktop.workbook.formats import shown
from tests.returns.leicester import entry, facts, footer, leicester, workbook

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from desktop.domain.indicators import Indicator

YEARS = (("1998/99 Outturn", "71.4"), ("31/3/00 Planned", "85.0"))
FIRST_ROW = 7  # below the title, two lines and the gaps


@pytest.fixture(scope="module")
def sheet() -> Worksheet:
    return workbook(leicester().indicators).worksheets[0]


def text_of(sheet: Worksheet, row: int) -> list[str]:
    return [text_in(cell) for cell in sheet[row]]


def text_in(cell: Cell | MergedCell) -> str:
    value = cell.value
    assert value is None or isinstance(value, str | int | float)
    return shown(value, cell.number_format)


def rows_of(sheet: Worksheet) -> list[list[str]]:
    """The rows below the letterhead, without those between the groups, as they are shown."""
    rows = (text_of(sheet, row) for row in range(FIRST_ROW, sheet.max_row + 1))
    return [row for row in rows if any(row)]


def breaks_of(sheet: Worksheet) -> list[int]:
    return [mark.id for mark in sheet.row_breaks.brk]


def one(indicators: list[Indicator]) -> Worksheet:
    return workbook(indicators, title=()).worksheets[0]


def test_every_printed_figure_stands_under_its_objective_as_it_was_printed(sheet: Worksheet) -> None:
    expected: list[list[str]] = []
    for objective, lines in groupby(facts(), lambda line: line["objective"]):
        expected.append([f"OBJECTIVE {objective}", *[""] * 6])
        for place, line in enumerate(lines):
            code, definition, *values = list(line.values())[1:]
            headers = [header.replace(" ", "\n") for header in list(line)[3:]]
            expected += [["", *headers]] if place == 0 else []
            expected += [[code, definition, *[""] * 5], ["", *values]]
    assert rows_of(sheet) == expected


def test_figures_are_numbers_and_words_are_text(sheet: Worksheet) -> None:
    rows = {sheet.cell(row, 1).value: row for row in range(1, sheet.max_row + 1)}
    of_reviews, of_results = rows["PAF C20"] + 1, rows["QP 8"] + 1
    assert [sheet.cell(of_reviews, column).value for column in (2, 3, 4)] == ["N/A", 71.4, 85]
    assert sheet.cell(of_reviews, 4).number_format == "0.0"
    assert [sheet.cell(of_results, column).value for column in (2, 3)] == [None, "9.5 :1"]


def test_the_letterhead_names_the_form_then_whom_it_is_from(sheet: Worksheet) -> None:
    assert [sheet.cell(row, 1).value for row in range(1, FIRST_ROW)] == [
        "Performance indicators and projections",
        "Leicester: 509",
        None,
        "Quality Protects MAP 3, 2001/2002",
        "Autumn 2000 position statement",
        None,
    ]


def test_without_lines_the_programme_stands_there() -> None:
    sheet = one([entry("PAF C20", "Reviews", "OBJECTIVE 2", *YEARS)])
    assert [sheet.cell(row, 1).value for row in range(1, 5)] == [
        "Performance indicators and projections",
        "Quality Protects: Management Action Plan",
        None,
        "OBJECTIVE 2",
    ]


def test_it_prints_on_a4_one_page_wide_with_its_title_on_every_page(sheet: Worksheet) -> None:
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_area == f"'Indicators'!$A$1:$G${sheet.max_row}"
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$1:$3", "B4")
    assert footer(sheet) == (
        "From leicester-map-2001.xlsx, checked as at 31/03/2001",
        "&A",
        "Page &P of &N",
    )


def test_no_group_is_parted_by_the_end_of_a_page(sheet: Worksheet) -> None:
    headings = [
        row
        for row in range(FIRST_ROW, sheet.max_row + 1)
        if str(sheet.cell(row, 1).value).startswith("OBJECTIVE")
    ]
    breaks = breaks_of(sheet)
    assert breaks
    assert {row + 1 for row in breaks} < set(headings[1:])


def test_a_group_longer_than_a_page_bears_its_periods_on_each() -> None:
    sheet = one([entry(f"QP {n}", "Children looked after", "OBJECTIVE 3", *YEARS) for n in range(1, 41)])
    breaks = breaks_of(sheet)
    assert len(breaks) == 3
    for row in breaks:
        assert text_of(sheet, row + 1) == ["", "1998/99\nOutturn", "31/3/00\nPlanned"]
        assert sheet.cell(row + 2, 1).value
    codes = [str(sheet.cell(row, 1).value) for row in range(4, sheet.max_row + 1) if sheet.cell(row, 1).value]
    assert codes == ["OBJECTIVE 3", *(f"QP {n}" for n in range(1, 41))]


def test_a_long_group_begins_on_the_page_that_still_takes_its_first_indicator() -> None:
    short = [entry("PAF A1", "Moves", "OBJECTIVE 1", *YEARS)]
    long = [entry(f"QP {n}", "Children looked after", "OBJECTIVE 3", *YEARS) for n in range(1, 41)]
    heading = next(cell.row for cell in one(short + long)["A"] if cell.value == "OBJECTIVE 3")
    assert heading - 1 not in breaks_of(one(short + long))


def test_the_workbooks_order_is_kept_and_no_group_is_invented() -> None:
    sheet = one(
        [
            entry("PAF B7", "Family placements", "OBJECTIVE 11", *YEARS),
            entry("PAF A1", "Moves", "OBJECTIVE 1", *YEARS),
            entry("PAF B8", "Cost", "OBJECTIVE 11", *YEARS),
            entry("LOCAL 1", "Ours", "", *YEARS),
        ]
    )
    texts = [cell.value for cell in sheet["A"][3:] if cell.value]
    assert texts == [
        *("OBJECTIVE 11", "PAF B7"),
        *("OBJECTIVE 1", "PAF A1"),
        *("OBJECTIVE 11", "PAF B8"),
        "LOCAL 1",
    ]


def test_periods_that_differ_get_a_header_of_their_own() -> None:
    more = (*YEARS, ("31/3/01 Forecast", "90.0"))
    sheet = one([entry("PAF A1", "Moves", "A", *YEARS), entry("PAF C20", "Reviews", "A", *more)])
    headers = [
        text_of(sheet, row) for row in range(1, sheet.max_row + 1) if sheet.row_dimensions[row].height == 28
    ]
    assert headers == [
        ["", "1998/99\nOutturn", "31/3/00\nPlanned", ""],
        ["", "1998/99\nOutturn", "31/3/00\nPlanned", "31/3/01\nForecast"],
    ]


def test_an_indicator_without_periods_still_stands_there() -> None:
    sheet = one([entry("PAF C20", "Reviews", "OBJECTIVE 2")])
    assert [cell.value for cell in sheet["A"][3:]] == ["OBJECTIVE 2", None, "PAF C20", None]
    assert sheet.print_area == "'Indicators'!$A$1:$B$7"


def test_many_periods_make_the_page_smaller_and_take_more_rows_each() -> None:
    periods = tuple((f"31/3/{year:02d} Planned", "1") for year in range(1, 31))
    few = one([entry(f"QP {n}", "Children", "", *periods[:2]) for n in range(1, 41)])
    many = one([entry(f"QP {n}", "Children", "", *periods) for n in range(1, 41)])
    assert many.column_dimensions["B"].width == 9.5
    assert len(breaks_of(many)) < len(breaks_of(few))
