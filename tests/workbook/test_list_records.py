from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from desktop.workbook.list_records import read_target
from tests.workbook.sheets import Styled, workbook

if TYPE_CHECKING:
    from desktop.domain.expenditure import Expenditure
    from desktop.domain.targets import Target
    from tests.workbook.sheets import Cell

TARGETS = ("Indicator", "Target", "By when", "Set by", "Where written", "As written")
MONEY = ("Objective", "Priority area", "Question", "Amount (£)")


def targets(*rows: tuple[Cell, ...], head: tuple[str, ...] = TARGETS) -> tuple[Target, ...]:
    return workbook(head, *rows).contents.targets


def amounts(*rows: tuple[Cell, ...], head: tuple[str, ...] = MONEY) -> tuple[Expenditure, ...]:
    return workbook(head, *rows).contents.expenditure


def test_a_target_says_what_is_promised_by_when_and_where() -> None:
    (found,) = targets((" PAF C20", 100, "31/3/2002", "Leicester", "Objective 2", "All reviews on time"))
    assert (found.indicator, found.value.number, found.date_raw) == ("PAF C20", 100, "31/3/2002")
    assert (found.set_by, found.where, found.words) == ("Leicester", "Objective 2", "All reviews on time")
    assert (str(found.cell), found.row, found.table) == ("Sheet!B2", 2, "Sheet!1")


@pytest.mark.parametrize(
    ("by_when", "date"),
    [
        ("31/3/2002", dt.date(2002, 3, 31)),
        ("by March 2004 at the latest", dt.date(2004, 3, 31)),
        ("2003/04", dt.date(2004, 3, 31)),
        (2004, dt.date(2004, 12, 31)),
        (Styled(dt.date(2002, 3, 1), "dd/mm/yyyy"), dt.date(2002, 3, 1)),
        (Styled(dt.date(2002, 3, 1), "mmm yyyy"), dt.date(2002, 3, 31)),
        ("in due course", None),
        (None, None),
    ],
)
def test_the_date_of_a_target_is_read_in_any_form(by_when: Cell, date: dt.date | None) -> None:
    assert targets(("PAF C20", 100, by_when, "Leicester"))[0].date == date


def test_a_target_may_have_no_date_at_all() -> None:
    assert targets(("PAF C20", 100, "Leicester"), head=("Indicator", "Target", "Set by"))[0].date is None


@pytest.mark.parametrize(
    "row", [(), ("PAF C20",), (None, 100, "31/3/2002"), ("Source: the plan", "x"), TARGETS]
)
def test_a_row_without_an_indicator_and_a_promise_is_no_target(row: tuple[Cell, ...]) -> None:
    assert [found.indicator for found in targets(row, ("PAF A1", 20, "31/3/2002"))] == ["PAF A1"]


def test_a_target_without_a_value_is_kept_as_missing() -> None:
    assert targets(("PAF C20", None, "31/3/2002"))[0].value.blank


def test_one_target_is_read_alone() -> None:
    found = workbook(TARGETS, ("PAF C20", 100, "31/3/2002"))
    (table,) = found.contents.tables
    assert read_target(found.sheets["Sheet"], table, 2) == found.contents.targets[0]


def test_an_amount_says_what_it_is_for() -> None:
    (found,) = amounts((1, "Placement choice", "How much in total?", Styled(463950, '"£"#,##0')))
    assert (found.group, found.area, found.question) == ("1", "Placement choice", "How much in total?")
    assert (found.amount.raw, found.amount.number, str(found.cell)) == ("£463,950", 463950, "Sheet!D2")
    assert (found.part_of, found.row, found.table) == ("", 2, "Sheet!1")


def test_of_this_total_is_part_of_the_amount_above_it() -> None:
    rows = [
        (1, "Choice", "In total?", 9),
        (1, "Choice", "Of this total, a?", 4),
        (1, "Choice", "of this total, b?", 5),
    ]
    assert [found.part_of for found in amounts(*rows, (2, "Health", "In total?", 3))] == [
        "",
        "In total?",
        "In total?",
        "",
    ]


def test_a_blank_area_is_the_one_above() -> None:
    rows = [
        (1, "Choice", "In total?", 9),
        (None, None, "Of this total, a?", 4),
        (None, "Health", "In total?", 3),
    ]
    assert [(found.group, found.area) for found in amounts(*rows)] == [
        ("1", "Choice"),
        ("1", "Choice"),
        ("", "Health"),
    ]
    assert amounts((None, None, "In total?", 9))[0].area == ""


@pytest.mark.parametrize(
    "row",
    [
        (),
        MONEY,
        ("Notes",),
        (None, None, None, 5),
        (1, None, None, 5),
        (None, "Total", None, 9),
        (None, None, "TOTAL:", 9),
    ],
)
def test_a_row_without_a_purpose_and_a_total_are_no_amounts(row: tuple[Cell, ...]) -> None:
    assert len(amounts((1, "Choice", "In total?", 9), row, (2, "Health", "In total?", 3))) == 2


def test_areas_alone_are_enough() -> None:
    assert [found.area for found in amounts(("Staff", 5), ("Rooms", 2), head=("Heading", "Cost"))] == [
        "Staff",
        "Rooms",
    ]
