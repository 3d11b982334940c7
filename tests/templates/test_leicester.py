"""Leicester's workbook against what its plan printed."""

import csv
import re
from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from templates.examples.facts import DATA, reading
from templates.examples.make_examples import HERE

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

PERIODS = [
    "1998/99\nOutturn",
    "31/3/00\nProvisional",
    "31/3/01\nPlanned",
    "31/3/02\nPlanned",
    "31/3/03\nPlanned",
    "31/3/04\nPlanned",
]


@pytest.fixture(scope="module")
def book() -> "Workbook":
    return load_workbook(HERE / "leicester-map-2001.xlsx")


@pytest.fixture(scope="module")
def indicators(book: "Workbook") -> "Worksheet":
    return book["Indicators"]


def shown(cell: "Cell | MergedCell") -> str:
    """The text a reader sees: numbers with as many decimals as their format has."""
    value = cell.value
    if isinstance(value, int | float):
        return f"{value:.{len(cell.number_format.partition('.')[2])}f}"
    return "" if value is None else str(value)


def printed(sheet: "Worksheet") -> list[list[str]]:
    """Every entry as the facts have it: objective, code, definition, six values."""
    entries: list[list[str]] = []
    objective = ""
    for number, row in enumerate(sheet.iter_rows(min_row=5), start=5):
        first = shown(row[0])
        if first.startswith("OBJECTIVE"):
            objective = first.split()[1]
        elif first:
            values = sheet[number + 1][1:7]
            entries.append([objective, first, shown(row[1]), *(shown(cell) for cell in values)])
    return entries


def entry_row(sheet: "Worksheet", code: str) -> int:
    return next(row for row in range(5, sheet.max_row) if sheet[f"A{row}"].value == code)


def facts(name: str) -> list[list[str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as source:
        return list(csv.reader(source))[1:]


def test_sheets_stand_in_the_order_of_the_plan(book: "Workbook") -> None:
    assert book.sheetnames == ["Cover", "Indicators", "Targets", "Expenditure"]


def test_every_indicator_reads_as_it_was_printed(indicators: "Worksheet") -> None:
    assert printed(indicators) == facts("leicester_map_indicators.csv")


def test_46_entries_with_paf_e45_twice(indicators: "Worksheet") -> None:
    codes = Counter(entry[1] for entry in printed(indicators))
    assert codes.total() == 46
    assert [code for code, times in codes.items() if times > 1] == ["PAF E45"]


def test_eleven_objectives_and_one_without_indicators(indicators: "Worksheet") -> None:
    headings = [cell.value for cell in indicators["A"] if str(cell.value).startswith("OBJECTIVE")]
    assert headings == [
        f"OBJECTIVE {number}" + (" - no Performance Indicators" if number == 8 else "")
        for number in range(1, 12)
    ]


def test_each_objective_has_its_own_line_of_periods(indicators: "Worksheet") -> None:
    lines = [
        [cell.value for cell in row[1:7]]
        for row in indicators.iter_rows()
        if row[1].value == "1998/99\nOutturn"
    ]
    assert lines == [PERIODS] * 10


@pytest.mark.parametrize(
    ("code", "column", "value", "number_format"),
    [
        ("PAF A1", "B", 30, "0"),
        ("PAF C23", "D", 6.0, "0.0"),
        ("QP 1.1.2", "C", 100.0, "0.0"),
        ("QP 2", "B", 26.5, "0.0"),
        ("QP 2e", "G", 0, "0"),
        ("PAF C20", "B", "N/A", "General"),
        ("PAF E45", "B", None, "General"),
        ("PAF E45", "C", 0.78, "0.00"),
        ("PAF E45", "G", 1.0, "0.00"),
        ("QP 8", "C", "9.5 :1", "General"),
        ("QP 8", "E", "4 :1", "General"),
        ("QP 10", "B", 5.0, "0.00"),
        ("QP 7.2", "B", "?", "General"),
        ("PAF C25", "E", None, "General"),
        ("PAF B9", "B", 1680, "0"),
    ],
)
def test_figure_is_kept_as_printed(
    indicators: "Worksheet", code: str, column: str, value: object, number_format: str
) -> None:
    cell = indicators[f"{column}{entry_row(indicators, code) + 1}"]
    assert (cell.value, cell.number_format) == (value, number_format)


def test_definition_runs_across_the_periods_in_italics(indicators: "Worksheet") -> None:
    row = entry_row(indicators, "QP 9")
    assert f"B{row}:G{row}" in {area.coord for area in indicators.merged_cells.ranges}
    assert indicators[f"B{row}"].font.italic
    assert indicators[f"A{row}"].font.bold


def test_titles_stay_in_sight_and_an_objective_keeps_to_its_page(indicators: "Worksheet") -> None:
    assert indicators.freeze_panes == "B5"
    assert indicators.print_title_rows == "$1:$4"
    below = [indicators[f"A{brk.id + 1}"].value for brk in indicators.row_breaks.brk]
    assert below == ["OBJECTIVE 2", "OBJECTIVE 4", "OBJECTIVE 5", "OBJECTIVE 7", "OBJECTIVE 10"]


def test_targets_are_the_promises_with_their_sentences(book: "Workbook") -> None:
    rows = list(book["Targets"].iter_rows(min_row=4, values_only=True))
    assert rows[0] == ("Indicator", "Target", "By when", "Set by", "Where written", "As written")
    assert [(row[0], row[1], as_text(row[2])) for row in rows[1:]] == [
        ("PAF A1", 15, "31/3/2004"),
        ("PAF C20", 100, "31/3/2002"),
        ("PAF C19", 100, "31/3/2002"),
        ("PAF A2", 15, "31/3/2004"),
        ("PAF A4", 75, "31/3/2004"),
        ("PAF A4", 55, "31/3/2004"),
        ("PAF C19", 91, "31/3/2004"),
        ("PAF C18", 10, "31/3/2001"),
        ("PAF A2", 15, "31/3/2004"),
        ("QP 5.1.2a", 75, "31/3/2004"),
        ("QP 13", 14.5, "31/3/2004"),
        ("PAF C25", 100, "31/3/2002"),
    ]
    for row in rows[1:]:
        assert f"{row[1]}%" in str(row[5])
        assert re.fullmatch(r"Objective \d+, section [BC](, Part \d)?, \d", str(row[4]))


def as_text(when: object) -> str:
    return f"{when.day}/{when.month}/{when.year}" if isinstance(when, datetime) else str(when)


def test_two_target_dates_are_typed_as_text(book: "Workbook") -> None:
    typed = [cell.value for cell in book["Targets"]["C"][4:] if isinstance(cell.value, str)]
    assert typed == ["31/3/2001", "31/3/2002"]


def test_every_target_is_about_an_indicator_of_the_plan(book: "Workbook", indicators: "Worksheet") -> None:
    codes = {entry[1] for entry in printed(indicators)}
    assert {cell.value for cell in book["Targets"]["A"][4:]} <= codes


def test_expenditure_is_a_clean_table_of_nine_amounts(book: "Workbook") -> None:
    sheet = book["Expenditure"]
    header, *rows = sheet.iter_rows(min_row=3)
    assert [cell.value for cell in header] == ["Objective", "Priority area", "Question", "Amount (£)"]
    assert [[str(row[0].value), row[1].value, row[2].value, f"£{row[3].value:,}"] for row in rows] == facts(
        "leicester_grant_expenditure.csv"
    )
    assert {row[3].number_format for row in rows} == {"£#,##0"}
    assert len(rows) == 9


def test_cover_says_whose_plan_it_is_and_what_it_is_granted(book: "Workbook") -> None:
    cover = {row[1]: row[2] for row in book["Cover"].iter_rows(values_only=True)}
    assert cover["Authority"] == "Leicester City Council"
    assert cover["Authority code"] == 509
    assert cover["Plan year"] == "2001-2002"
    assert cover["Submitted to the Department of Health"] == datetime(2001, 1, 31)  # noqa: DTZ001 - a plain date
    grants = [
        value for label, value in cover.items() if str(label).startswith(("Children's main", "Ring-fenced"))
    ]
    assert grants == [1_355_598, 983_648, 136_699]
    assert cover["Total"] == 2_475_945


def test_cover_leads_to_every_other_sheet(book: "Workbook") -> None:
    links = [cell.hyperlink.location for cell in book["Cover"]["B"] if cell.hyperlink]
    assert links == [f"'{name}'!A1" for name in book.sheetnames[1:]]


@pytest.mark.parametrize(
    ("text", "value", "number_format"),
    [("6.0", 6.0, "0.0"), ("1680", 1680, "0"), ("", None, None), ("4 :1", "4 :1", None), ("1.", "1.", None)],
)
def test_reading_of_a_printed_figure(text: str, value: object, number_format: str | None) -> None:
    assert (reading(text).value, reading(text).number_format) == (value, number_format)
