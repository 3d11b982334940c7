"""What is laid out so that it can't be read is told, with what to do: it is never read wrongly in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.cells import CellRef
from desktop.domain.edits import Edit
from desktop.workbook.candidates import unsure
from desktop.workbook.records import read_contents
from tests.workbook.sheets import sheet, workbook

if TYPE_CHECKING:
    from tests.workbook.sheets import Cell

PLAN = (("Action", "Lead", "By when"), ("Train", "JS", "1/4/12"), ("Review", "AB", "1/5/12"))


def told(*rows: tuple[Cell, ...]) -> list[str]:
    """What is told of the sheet; nothing of it is read."""
    found = sheet(*rows)
    contents = read_contents([found])
    assert contents.tables == ()
    assert unsure(found) == ()
    return [problem.message for problem in contents.problems if problem.sheet]


@pytest.mark.parametrize(
    ("rows", "cell", "words"),
    [
        (
            [
                ("Period", "PAF A1", "PAF C23"),
                ("1998/99", 30, 4),
                ("1999/00", 24, 5),
                ("2000/01 Planned", 23, 6),
            ],
            "A2",
            "1998/99, 1999/00, 2000/01 Planned",
        ),
        ([(), *((None, *column) for column in zip(*PLAN, strict=True))], "B2", "Action, Lead, By when"),
    ],
    ids=["periods down", "fields down"],
)
def test_a_table_on_its_side_is_told(rows: list[tuple[Cell, ...]], cell: str, words: str) -> None:
    [message] = told(*rows)
    assert message == (
        f"Sheet, {cell}: {words} stand beneath each other, with a column for each record, so they were not "
        "read. In Excel, copy them and paste them transposed, with a row for each record."
    )


@pytest.mark.parametrize(
    "rows",
    [
        [("Action", "Train"), ("Lead", "JS"), ("By when", "1/4/12"), ("Status", "draft")],
        [("Plan", "2012/13"), ("Version", "3")],
        [("Action", "Train", "Review"), ("Lead", "JS", ""), ("By when", "1/4/12", ""), ("Status", "draft")],
        [],
    ],
    ids=["a form", "a cover", "a note beside a form", "nothing"],
)
def test_a_form_with_one_value_beside_each_name_is_no_table(rows: list[tuple[Cell, ...]]) -> None:
    assert told(*rows) == []


INDICATORS = (("Code", "1998/99", "1999/00"), ("PAF A1", 30, 24), ("PAF C23", 4, 5))
DOWN = (("Period", "PAF B1", "PAF B2"), ("1998/99", 3, 4), ("1999/00", 2, 5), ("2000/01 Planned", 2, 6))


@pytest.mark.parametrize("gap", [(), ((),)], ids=["touching", "after a gap"])
@pytest.mark.parametrize(
    ("upright", "turned", "cell"),
    [
        (INDICATORS, DOWN, "1998/99, 1999/00, 2000/01 Planned"),
        (INDICATORS, ((None, *DOWN[0][1:]), *DOWN[1:]), "1998/99, 1999/00, 2000/01 Planned"),
        (PLAN, tuple(zip(*PLAN, strict=True)), "Action, Lead, By when"),
    ],
    ids=["periods", "no corner", "fields"],
)
def test_a_table_on_its_side_beneath_another_is_none_of_its_records(
    upright: tuple[tuple[Cell, ...], ...],
    turned: tuple[tuple[Cell, ...], ...],
    cell: str,
    gap: tuple[tuple[Cell, ...], ...],
) -> None:
    contents = read_contents([sheet(*upright, *gap, *turned)])
    assert [(table.range, table.records) for table in contents.tables] == [("A1:C3", 2)]
    [problem] = contents.problems
    assert f": {cell} stand beneath each other" in problem.message


def test_periods_beneath_each_other_that_are_no_table_are_records() -> None:
    rows = (*PLAN, ("2012/13", "JS", ""), ("2013/14", "AB", ""), ("Close", "AB", "1/6/12"))
    contents = read_contents([sheet(*rows)])
    assert [(table.range, table.records) for table in contents.tables] == [("A1:C6", 5)]
    assert contents.problems == ()


def test_a_table_that_is_typed_into_another_on_its_side_is_told_at_once() -> None:
    book = workbook(*PLAN, ("Action", "Train", "Review"), ("Zeal", "JS", "AB"))
    assert [table.records for table in book.contents.tables] == [4]
    place = CellRef(sheet="Sheet", row=5, column=1)
    edited = book.apply([Edit(cell=place, content="Lead")])
    assert [table.range for table in edited.contents.tables] == ["A1:C3"]
    assert len(edited.contents.problems) == 1
    again = edited.apply([Edit(cell=place, content="Zeal")])
    assert again.contents == book.contents


def test_a_table_on_its_side_above_another_is_told() -> None:
    contents = read_contents([sheet(*zip(*PLAN, strict=True), (), *PLAN)])
    assert [table.range for table in contents.tables] == ["A5:C7"]
    [problem] = contents.problems
    assert str(problem.cell) == "Sheet!A1"


@pytest.mark.parametrize(
    ("header", "words"),
    [
        (("Ref", "Indicator", "Q1", "Q2", "Q3", "Q4"), "Q1, Q2, Q3, Q4"),
        (("Indicator", "Actual", "Target", "RAG"), "Actual, Target"),
        (("KPI", "Apr", "May"), "Apr, May"),
        (("Indicator", "Unit", "Yr 1", "Yr 2 target"), "Yr 1, Yr 2 target"),
        (("Code", "Definition", "Baseline", "Year 1", "Year 2"), "Baseline, Year 1, Year 2"),
    ],
)
def test_periods_without_a_year_are_told(header: tuple[Cell, ...], words: str) -> None:
    [message] = told(header, ("KPI 1", "x", 1, 2))
    assert message == (
        f"Sheet, row 1: the headers {words} look like periods of indicators, but do not say of which "
        "financial year, so the rows beneath were not read. Write the year into them, such as Q1 2023/24, or "
        "into the title above."
    )


@pytest.mark.parametrize("name", [None, "Indicator"])
def test_quarters_of_what_may_be_two_kinds_of_year_are_told(name: str | None) -> None:
    parts = ("Qtr 1", "Qtr 2", "Qtr 3", "Qtr 4")
    [message] = told(
        ("", "Financial period"), (None, 2008, None, None, None, 2009), (name, *parts, *parts),
        ("Budget", 2320, 3350, 3180, 3050, 1970, 1660, 1020, 2830),
        ("Actual", 2180, 1070, 2500, 3490, 540, 2240, 900, 2880),
    )  # fmt: skip
    assert message.startswith(
        "Sheet, row 3: the headers 2008 Qtr 1, 2008 Qtr 2, 2008 Qtr 3, 2008 Qtr 4, 2009"
    )


@pytest.mark.parametrize(
    "header",
    [
        ("Indicator code", "Indicator", "Year", "Value"),
        ("Indicator", "Period", "Actual", "Target"),
        ("Measure", "Date", "Value"),
    ],
)
def test_a_row_for_each_period_is_told(header: tuple[Cell, ...]) -> None:
    [message] = told(header, ("A1", "2019/20", 10, 11))
    assert "look like indicators with a row for each period, so the rows beneath were not read." in message


@pytest.mark.parametrize(
    "header", [("Ref", "Description", "Q1", "Q2"), ("Code", "Indicator", "Target"), ("Stage", "Q1", "Q2")]
)
def test_what_names_no_indicators_or_one_part_only_is_not_told(header: tuple[Cell, ...]) -> None:
    assert told(header, ("x", "y", 1, 2)) == []


def test_values_with_dates_are_targets_where_they_are_said_to_be() -> None:
    contents = read_contents([sheet(("Indicator", "Value", "Target date"), ("PAF A1", 5, "31/3/12"))])
    assert [one.indicator for one in contents.targets] == ["PAF A1"]
