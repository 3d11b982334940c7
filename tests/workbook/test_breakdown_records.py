"""Breakdown tables, found by their shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.breakdown import LineKind, Part
from desktop.domain.tables import TableKind
from desktop.workbook.records import read_contents
from desktop.workbook.workbook import Workbook
from tests.made_workbooks import PLAN_HEADERS, WHOLE, make
from tests.workbook.sheets import sheet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.domain.contents import Contents
    from tests.workbook.sheets import Cell

AGES = (("0-29", 19), ("30-183", 71), ("365+", 1112), ("Total", 1202))


def read(*rows: Sequence[Cell]) -> Contents:
    return read_contents([sheet(*rows)])


def parts(contents: Contents) -> list[Part]:
    return [figure.part for figure in contents.breakdowns[0].figures]


def test_labels_numbers_and_a_total_make_a_breakdown() -> None:
    found = read(("Table 1 Days in care",), ("Days", "Numbers"), *AGES, (), ("Source: records",))
    (table,) = found.tables
    assert (table.kind, table.range, table.records) == (TableKind.BREAKDOWN, "A2:B6", 4)
    assert [(column.header, column.field) for column in table.columns] == [
        ("Days", "label"),
        ("Numbers", "count"),
    ]
    assert [(line.label, line.kind, line.number(2)) for line in found.breakdowns] == [
        ("0-29", LineKind.LINE, 19),
        ("30-183", LineKind.LINE, 71),
        ("365+", LineKind.LINE, 1112),
        ("Total", LineKind.TOTAL, 1202),
    ]
    assert found.problems == ()


def test_shares_without_a_total() -> None:
    found = read(("Need", "% of CAFs"), ("Health", 58), ("School", 46), ("Home", 33))
    assert parts(found) == [Part.SHARE]
    assert found.breakdowns[0].figures[0].of is None
    shown = read(("Need", "Number", "Of all"), ("Health", 58, "58%"), ("School", 46, "46%"), ("A", 1, "1%"))
    assert parts(shown) == [Part.COUNT, Part.SHARE]
    assert shown.breakdowns[0].figures[1].of == 2


def test_counts_of_several_kinds_with_their_ratios() -> None:
    found = read(
        (None, None, "Numbers in 2010/11", None, "Ratio to the city", None),
        ("Cluster", "0-19 population", "CAFs", "Referrals", "CAFs", "Referrals"),
        ("ACES", 5051, 43, 487, 1.3, 1.2),
        ("Alwoodley", 4895, 33, 212, 1, 0.5),
        ("Total", 169902, 1131, 13643, "1.0", "1.0"),
    )
    assert parts(found) == [Part.POPULATION, Part.COUNT, Part.COUNT, Part.RATIO, Part.RATIO]
    assert [figure.of for figure in found.breakdowns[0].figures] == [None, None, None, 3, 4]


def test_a_ratio_without_the_word_is_told_by_the_whole_being_one() -> None:
    found = read(
        ("Cluster", "Population", "CAFs", "To the city"),
        ("ACES", 5051, 43, 1.3),
        ("Alwoodley", 4895, 33, 1),
        ("Total", 169902, 1131, "1.0"),
    )
    assert parts(found) == [Part.POPULATION, Part.COUNT, Part.RATIO]


def test_shares_follow_the_counts_that_they_name() -> None:
    found = read(
        ("Area", "Girls", "Boys", "Staff", "% boys", "% girls"),
        ("North", 1, 3, 9, 75, 25),
        ("South", 2, 2, 9, 50, 50),
        ("Total", 3, 5, 18, "62.5", "37.5"),
    )
    assert [figure.of for figure in found.breakdowns[0].figures[3:]] == [3, 2]
    nearest = read(
        ("Area", "Girls", "Share", "Boys"), ("North", 1, 33, 2), ("South", 2, 67, 1), ("Total", 3, 100, 3)
    )
    assert nearest.breakdowns[0].figures[1].of == 2


def test_rates_are_told_apart() -> None:
    found = read(("Area", "Number", "Rate per 10,000"), *[(label, n, 9.5) for label, n in AGES])
    assert parts(found) == [Part.COUNT, Part.RATE]


def test_subtotals() -> None:
    found = read(("Area", "Number"), ("North", 1), ("Sub-total", 1), ("South", 2), ("All areas", 3))
    assert [line.kind for line in found.breakdowns] == [
        LineKind.LINE,
        LineKind.SUBTOTAL,
        LineKind.LINE,
        LineKind.TOTAL,
    ]


@pytest.mark.parametrize(
    "rows",
    [
        (("Days", "Numbers"), ("0-29", 19), ("Total", 19)),  # two lines are no table
        (("Days", "Numbers"), ("0-29", 19), ("30-183", 71), ("365+", 9)),  # a list of numbers
        (("0-29", 19), ("30-183", 71), ("Total", 90)),  # no headers
        (("Days",), ("0-29", 19), ("30-183", 71), ("Total", 90)),  # nor over the numbers
        (("Year", "Number"), (2009, 19), (2010, 71), (2011, 9), ("Total", 99)),
        (("Name", "Note"), ("North", "some"), ("South", "more"), ("Total", "all")),
    ],
)
def test_what_is_no_breakdown(rows: Sequence[Sequence[Cell]]) -> None:
    assert read(*rows).breakdowns == ()


def test_tables_of_other_kinds_are_left_to_those(tmp_path: Path) -> None:
    contents = Workbook.open(make(tmp_path / "whole.xlsx", WHOLE)).contents
    assert contents.breakdowns == ()


def test_what_an_officer_is_asked_about_is_left_alone() -> None:
    found = read(
        ("Measure code", "Q1", "Q2"), ("PAF A1", 1, 2), ("PAF A2", 1, 2), ("PAF A3", 1, 2), ("Total", 3, 6)
    )
    assert found.breakdowns == ()


def test_a_breakdown_above_a_plan() -> None:
    found = read(
        ("Days", "Numbers"),
        *AGES,
        (),
        PLAN_HEADERS,
        ("1. Care", "A", "Conferencing", "Team in place", "COMPLETE", "31/10/11", "", "", "J Smith"),
    )
    assert {table.kind for table in found.tables} == {TableKind.PLAN, TableKind.BREAKDOWN}


def test_an_edit_reads_the_lines_anew(tmp_path: Path) -> None:
    rows = [("Days", "Numbers"), *AGES]
    before = Workbook.open(make(tmp_path / "days.xlsx", {"Days": rows}))
    first, *others = before.contents.breakdowns
    edit = before.typed(first.figures[0].cell, "20")
    after = before.apply([edit])
    assert after.contents.breakdowns[0].number(2) == 20
    assert all(one is other for one, other in zip(after.contents.breakdowns[1:], others, strict=True))
    assert after.contents == read_contents(after.sheets.values())
