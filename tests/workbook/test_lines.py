"""Headers over two or three rows: years above, quarters, months and kinds of values beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.workbook.records import read_contents
from tests.workbook.sheets import sheet

if TYPE_CHECKING:
    from tests.workbook.sheets import Cell

N = None
KPI = ("KPI 1", "Children looked after")
YEARS = [
    ("2022-03-31", "outturn"),
    ("2022-03-31", "planned"),
    ("2023-03-31", "outturn"),
    ("2023-03-31", "planned"),
]
QUARTERS = [(f"{day}", "outturn") for day in ("2023-06-30", "2023-09-30", "2023-12-31", "2024-03-31")]


def periods(*rows: tuple[Cell, ...], merges: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    contents = read_contents([sheet(*rows, merges=merges)])
    [indicator] = contents.indicators
    assert (indicator.code, indicator.name) == KPI
    assert contents.problems == ()
    return [(f"{value.period.end}", value.period.kind.value) for value in indicator.values]


@pytest.mark.parametrize(
    ("rows", "merges"),
    [
        (
            [
                ("Ref", "Indicator", "2021/22", N, N, "2022/23", N, N, "Trend"),
                (N, N, "Actual", "Target", "RAG", "Actual", "Target", "RAG", N),
            ],
            (),
        ),
        (
            [
                ("Ref", "Indicator", "2021/22", N, N, "2022/23", N, N, "Trend"),
                (N, N, "Actual", "RAG", "Target", "Actual", "RAG", "Target", N),
            ],
            ("C1:E1", "F1:H1", "A1:A2", "B1:B2"),
        ),
        (
            [
                ("", "", "2021/22", N, N, "2022/23"),
                ("Ref", "Indicator", "Actual", "RAG", "Target", "Actual", "RAG", "Target", "Comments"),
            ],
            (),
        ),
        ([("Ref", "Indicator", "Actual 21/22", "Target 21/22", "Actual 22/23", "Target 22/23")], ()),
    ],
    ids=["beside ratings", "merged", "unmerged", "in one row"],
)
def test_values_and_targets_stand_in_pairs_by_year(
    rows: list[tuple[Cell, ...]], merges: tuple[str, ...]
) -> None:
    wide = len(rows[0]) > 6 or len(rows) > 1
    values = (1, 2, 3, 4, 5, 6) if wide else (1, 2, 3, 4)
    assert periods(*rows, (*KPI, *values), merges=merges) == YEARS


@pytest.mark.parametrize(
    "rows",
    [
        [("Ref", "Indicator", "2023/24"), (N, N, "Q1", "Q2", "Q3", "Q4")],
        [("", "", "2023/24"), ("Ref", "Indicator", "Qtr 1", "Qtr 2", "Qtr 3", "Qtr 4")],
        [("", "", "2023/24"), ("Ref", "Indicator", "Apr-Jun", "Jul-Sep", "Oct-Dec", "Jan-Mar")],
        [("Performance report 2023/24",), (), ("Ref", "Indicator", "Q1", "Q2", "Q3", "Q4", "Trend")],
        [("Ref", "Indicator", "Q1 23/24", "Q2 23/24", "Q3 23/24", "Q4 23/24")],
    ],
    ids=["beneath the year", "a row of their own", "months", "the year in the title", "each with its year"],
)
def test_quarters_take_their_year_from_above(rows: list[tuple[Cell, ...]]) -> None:
    assert periods(*rows, (*KPI, 1, 2, 3, 4)) == QUARTERS


def test_years_quarters_and_kinds_may_take_three_rows() -> None:
    found = periods(
        ("Ref", "Indicator", "2023/24", N, N, N),
        (N, N, "Q1", N, "Q2", N),
        (N, N, "Actual", "Target", "Actual", "Target"),
        (*KPI, 1, 2, 3, 4),
        merges=("C1:F1", "C2:D2", "E2:F2"),
    )
    assert found == [
        ("2023-06-30", "outturn"),
        ("2023-06-30", "planned"),
        ("2023-09-30", "outturn"),
        ("2023-09-30", "planned"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [("Ref", "Indicator", "Q1", "Q2"), (*KPI, 1, 2)],
        [("Report 2022/23 and 2023/24",), ("Ref", "Indicator", "Q1", "Q2"), (*KPI, 1, 2)],
        [("Report 2023/24",), ("Ref", "Indicator", "Q1", "Q1"), (*KPI, 1, 2)],
        [("Report 2023",), ("Ref", "Indicator", "Q1", "Q2"), (*KPI, 1, 2)],
    ],
    ids=["no year", "two years", "one part", "no financial year"],
)
def test_without_one_year_quarters_are_not_read(rows: list[tuple[Cell, ...]]) -> None:
    assert read_contents([sheet(*rows)]).indicators == ()


@pytest.mark.parametrize(
    "beneath",
    [
        (*KPI, 1, 2),
        ("KPI 1", "Children", "Final", "Provisional"),
        ("Ref", "Indicator", "2021/22", "2022/23"),
        (N, "Target", 5, 6),
        ("Actual", "Target", "Note", "Note"),
    ],
    ids=["values", "a code", "periods", "a number", "left of the periods"],
)
def test_records_are_no_second_row_of_headers(beneath: tuple[Cell, ...]) -> None:
    contents = read_contents([sheet(("Ref", "Indicator", "2021/22", "2022/23"), beneath, (*KPI, 3, 4))])
    assert contents.tables[0].header_row == 1
    assert contents.indicators[-1].code == "KPI 1"


def test_several_columns_beneath_a_year_are_told_apart_by_their_words() -> None:
    contents = read_contents(
        [
            sheet(
                ("Ref", "Indicator", "2022/23", N, N, "2023/24", N, N),
                (N, N, "Numerator", "Denominator", "Value", "Numerator", "Denominator", "Value"),
                (*KPI, 1, 2, 50, 3, 4, 75),
            )
        ]
    )
    [indicator] = contents.indicators
    assert [value.value.number for value in indicator.values] == [50, 75]
    assert contents.tables[0].columns[2].header == "2022/23\nNumerator"


def test_the_year_of_a_title_holds_for_kinds_beneath_quarters_too() -> None:
    found = periods(
        ("Scorecard 2023/24",),
        ("Ref", "Indicator", "Q1", N, "Q2", N),
        (N, N, "Actual", "Target", "Actual", "Target"),
        (*KPI, 1, 2, 3, 4),
    )
    assert found == [
        ("2023-06-30", "outturn"),
        ("2023-06-30", "planned"),
        ("2023-09-30", "outturn"),
        ("2023-09-30", "planned"),
    ]
