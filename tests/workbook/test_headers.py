from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from desktop.domain.tables import TableKind
from desktop.workbook.headers import Header, Stranger, find_headers, head_at, same_heads
from tests.workbook.sheets import sheet

if TYPE_CHECKING:
    from tests.workbook.sheets import Cell

APRIL, JUNE = dt.date(2012, 4, 1), dt.date(2012, 6, 30)


def head(*rows: tuple[Cell, ...]) -> Header | Stranger | None:
    """The one head of a table in these rows; None where there is none."""
    found = find_headers(sheet(*rows))
    assert len(found) <= 1, found
    return found[0] if found else None


def fields(*rows: tuple[Cell, ...]) -> tuple[TableKind, list[str]]:
    found = head(*rows)
    assert isinstance(found, Header), found
    return found.kind, [found.fields[column] for column in sorted(found.fields)]


@pytest.mark.parametrize(
    "header",
    [
        ("Code", "Definition", "2010/11", "2011/12"),
        ("Ref", "Description", "2010/11", "2011/12"),
        ("PI", "Name", dt.date(2011, 3, 31), dt.date(2012, 3, 31)),
        ("Ref", "Title", 2010, 2011.0),
    ],
)
def test_a_code_and_a_definition_over_periods_head_indicators(header: tuple[Cell, ...]) -> None:
    assert fields(header) == (TableKind.INDICATORS, ["code", "name", "value", "value"])


@pytest.mark.parametrize(
    ("header", "said"),
    [
        (("Ref", "Indicator", "2010/11"), ["code", "name", "value"]),
        (("Definition", "2010/11", "2011/12"), ["name", "value", "value"]),
        (("Ref", "2010/11 Outturn", "2011/12 Target"), ["code", "value", "value"]),
        (("Outcome", "Indicator", "2010/11", "2011/12"), ["group", "name", "value", "value"]),
    ],
)
def test_fewer_words_are_enough_where_they_are_sure(header: tuple[Cell, ...], said: list[str]) -> None:
    assert fields(header) == (TableKind.INDICATORS, said)


@pytest.mark.parametrize(
    "rows",
    [
        [("", "2010/11", "2011/12"), ("PAF A1", 1, 2)],
        [("MAP ref", "2010/11", "2011/12"), ("PAF A1", 1, 2)],
        [("", "2010/11", "2011/12"), ("OBJECTIVE 1",), ("PAF A1",), (None, 1, 2)],
        [("Title row",), ("Service", "2010/11", "2011/12"), ("Number of children", 1, 2)],
        [("Council", "Leeds"), ("", "2010/11 Outturn", "2011/12 Target"), ("% of reviews", 1, 2)],
    ],
)
def test_without_words_codes_or_measures_beneath_tell_indicators(rows: list[tuple[Cell, ...]]) -> None:
    found = head(*rows)
    assert isinstance(found, Header)
    assert found.kind is TableKind.INDICATORS


@pytest.mark.parametrize(
    "rows",
    [
        [("Cost head", "2019/20", "2020/21"), ("Staffing", 1, 2)],
        [("Description", "2019/20", "2020/21"), ("Staffing", 1, 2)],
        [("Ref", "Service", "Q1 2019/20", "Q2 2019/20"), ("1", "Staffing", 1, 2)],
        [("PAF A1", "2019/20", "2020/21"), ("PAF A2", 1, 2)],
        [("Number of posts", "2019/20", "2020/21"), ("Number of rooms", 1, 2)],
    ],
)
def test_periods_over_anything_else_are_strangers(rows: list[tuple[Cell, ...]]) -> None:
    found = head(*rows)
    assert isinstance(found, Stranger)
    assert found.kind is TableKind.INDICATORS
    assert len(found.words) == 2


@pytest.mark.parametrize(
    "rows",
    [
        [("Plan year", "2001-2002")],
        [("Started", APRIL, JUNE), ("Staffing", 1, 2)],
        [(2001, 2002, 2003), (1, 2, 3)],
        [("Council", "Leeds"), ("", "2010/11", "2011/12"), ("PAF A1", 1, 2)],
        [("", "2010/11", "2010/11"), ("PAF A1", 1, 2)],
        [("Grant 2001-2002", "Amount (£)"), ("Quality Protects", 5)],
        [("Sheet", "What it holds"), ("Indicators", "Performance indicators")],
        [(None, True), (False, "x")],
    ],
)
def test_other_rows_are_no_heads(rows: list[tuple[Cell, ...]]) -> None:
    assert head(*rows) is None


def test_a_plan_needs_milestones_and_one_thing_about_them() -> None:
    assert fields(("Action", "By when")) == (TableKind.PLAN, ["milestone", "due"])
    assert head(("Action", "Impact")) is None


def test_projects_with_dates_and_owners_but_no_milestones_are_the_milestones() -> None:
    assert fields(("Project", "Lead", "Deadline")) == (TableKind.PLAN, ["milestone", "owner", "due"])
    assert head(("Project", "Comments")) is None


def test_what_sounds_like_a_plan_without_actions_is_a_stranger() -> None:
    found = head(("Owner", "Due\ndate", "Status", "Deliverable"))
    assert isinstance(found, Stranger)
    assert found.kind is TableKind.PLAN
    assert found.words == ("Owner", "Due date", "Status")


def test_a_plan_may_have_columns_of_periods() -> None:
    kind, said = fields(("Ref", "Title", "Action", "Owner", "Q1 2012/13", "Q2 2012/13"))
    assert kind is TableKind.PLAN
    assert said == ["ref", "project", "milestone", "owner"]


def test_rows_of_a_plan_with_two_dates_are_no_heads() -> None:
    found = find_headers(
        sheet(
            ("Action", "Start", "End date", "Owner"),
            ("Do it", APRIL, JUNE, "JS"),
            ("1. Next strand",),
            ("Do more", "1/4/12", "30/6/12", "JS"),
        )
    )
    assert [found_head.row for found_head in found] == [1]


def test_targets_and_expenditure_have_their_words() -> None:
    assert fields(("Indicator", "Target", "By when")) == (TableKind.TARGETS, ["indicator", "value", "date"])
    assert fields(("Priority area", "Amount (£)")) == (TableKind.EXPENDITURE, ["area", "amount"])


def test_the_kind_with_the_most_columns_has_the_row() -> None:
    assert fields(("Reference", "Target", "Source", "Action", "Owner", "Status", "Due"))[0] is TableKind.PLAN


KINDS = ("Target", "Actual", "Target", "Actual")


@pytest.mark.parametrize(
    "rows",
    [
        [("Ref", "Indicator", "2009/10", None, "2010/11"), (None, None, *KINDS), ("NI 61", "x", 1, 2, 3, 4)],
        [("", "", "2009/10", None, "2010/11"), ("Ref", "Indicator", *KINDS), ("NI 61", "x", 1, 2, 3, 4)],
        [("", "", dt.date(2010, 3, 31), None, dt.date(2011, 3, 31)), ("Ref", "Indicator", *KINDS)],
    ],
)
def test_two_rows_are_read_as_one_and_a_year_stands_for_all_beneath_it(rows: list[tuple[Cell, ...]]) -> None:
    found = head(*rows)
    assert isinstance(found, Header)
    assert (found.first, found.row) == (1, 2)
    assert [(period.end.year, period.kind) for period in found.periods.values()] == [
        (2010, "planned"),
        (2010, "outturn"),
        (2011, "planned"),
        (2011, "outturn"),
    ]


def test_kinds_above_stand_for_all_years_up_to_the_next_kind() -> None:
    found = head(("", "", "Actual", None, "Target"), ("Ref", "Indicator", "09/10", "10/11", "11/12", "12/13"))
    assert isinstance(found, Header)
    assert [period.kind for period in found.periods.values()] == ["outturn", "outturn", "planned", "planned"]
    assert found.texts[4] == "Actual\n10/11"


def test_a_header_is_repeated_by_one_with_the_same_columns_or_fewer() -> None:
    whole = head(("Action", "Owner", "Status"))
    less = head(("ACTION", "Owner"))
    moved = head(("Owner", "Action", "Status"))
    assert isinstance(whole, Header)
    assert isinstance(less, Header)
    assert isinstance(moved, Header)
    assert whole.repeats(whole)
    assert less.repeats(whole)
    assert not whole.repeats(less)
    assert not moved.repeats(whole)


def test_beyond_the_sheet_there_is_no_head() -> None:
    plan = sheet(("Action", "Owner"))
    assert head_at(plan, 1) is not None
    assert head_at(plan, 0) is None
    assert head_at(plan, 2) is None


def test_an_edit_far_beneath_may_make_a_head_and_another_may_not() -> None:
    before = sheet(("", "2010/11", "2011/12"), *[("OBJECTIVE 1",)] * 9, ("x", 1, 2), ("y", 3, 4))
    near = before.with_edits({(11, 1): "PAF A1"})
    far = before.with_edits({(12, 1): "PAF A1"})
    assert not same_heads(before, near, [11])
    assert same_heads(before, far, [12])
