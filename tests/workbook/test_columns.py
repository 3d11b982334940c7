"""Columns whose header says too little, told by what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.workbook.columns import ACTION_PLAN, FLAT, NINE_POINT_PLAN, PAIRED, PROGRAMME_PLAN
from tests.workbook.sheets import workbook

if TYPE_CHECKING:
    from desktop.domain.tables import Table
    from tests.workbook.sheets import Cell

LONG = "Adoptions of children looked after"
LONGER = "Long term stability of children looked after"


def table(*rows: tuple[Cell, ...]) -> Table:
    (found,) = workbook(*rows).contents.tables
    return found


def fields(*rows: tuple[Cell, ...]) -> list[str | None]:
    return [column.field for column in table(*rows).columns if column.field != "value"]


def test_indicator_may_head_codes_or_definitions() -> None:
    periods = ("2010/11", "2011/12")
    assert fields(("Indicator", *periods), ("NI 61", 1, 2)) == ["code"]
    assert fields(("Indicator", *periods), (LONG, 1, 2)) == ["name"]
    assert fields(("Indicator", *periods), ("Adoptions", 1, 2)) == ["name"]
    assert fields(("Indicator", "Definition", *periods), ("1.1", LONG, 1, 2)) == ["code", "name"]
    assert fields(("Ref", "Indicator", *periods), ("1", LONG, 1, 2)) == ["code", "name"]


def test_codes_are_found_beneath_any_header_but_that_of_groups() -> None:
    rows = [("NI 61", "PAF A1", LONG, 1, 2), ("NI 62", "PAF A2", LONGER, 3, 4)]
    assert fields(("Objective", "Number of it", "Definition", "2010/11", "2011/12"), *rows) == [
        "group",
        "code",
        "name",
    ]


def test_definitions_are_found_beneath_no_header_before_another() -> None:
    head = ("Code", "Where from", None, "2010/11", "2011/12")
    rows = [("PAF C23", "Annual return to the Department", LONG, 1, 2)]
    assert fields(head, *rows) == ["code", None, "name"]
    assert fields(("Code", "What it counts", "2010/11", "2011/12"), ("PAF C23", LONG, 1, 2)) == [
        "code",
        "name",
    ]


def test_names_of_measures_are_definitions_however_short() -> None:
    assert fields((None, None, "2010/11", "2011/12"), ("PAF C23", "% adopted", 1, 2)) == ["code", "name"]
    assert fields((None, None, "2010/11", "2011/12"), ("PAF C23", "Adopted", 1, 2)) == ["code", None]


def test_values_beside_most_codes_make_a_list_and_beneath_them_pairs() -> None:
    head = ("Code", "2010/11", "2011/12")
    beside = [("PAF A1", 1, 2), ("PAF A2", 3, 4)]
    beneath = [("PAF C23", LONG), (None, 5, 6), ("PAF D35", LONGER), (), (None, "9.5 :1", "N/A")]
    assert table(head, *beside, *beneath[:2]).form == FLAT
    assert table(head, *beside[:1], *beneath).form == PAIRED
    assert table(head, ("PAF A1", 1, 2), (None, 3, 4)).form == FLAT
    assert table(head).form == FLAT


def test_definitions_that_share_a_column_with_values_have_none_of_their_own() -> None:
    assert fields((None, "2010/11", "2011/12"), ("PAF C23", LONG), (None, 5, 6)) == ["code"]


PLAN = ("Key milestone", "Status", "By when")


def test_the_letters_of_projects_are_found_beside_them() -> None:
    rows = [("A", "Placements", "x"), (None, None, "y"), ("B", "Fostering", "z")]
    assert fields(("PROJECT STRAND", None, *PLAN), *rows)[:2] == ["ref", "project"]
    assert fields((None, "PROJECT STRAND", *PLAN), *rows)[:2] == ["ref", "project"]


def test_a_column_without_a_header_is_not_taken_for_letters_where_there_is_a_ref() -> None:
    assert fields(("Ref", "Project", None, *PLAN), ("1", "Placements", "A", "x"))[:3] == [
        "ref",
        "project",
        None,
    ]


@pytest.mark.parametrize("words", [("Project", None), ("Owner", None)])
def test_a_column_without_a_header_may_hold_anything_else(words: tuple[str, None]) -> None:
    assert fields((*words, *PLAN), ("Placements", "as agreed last year", "x"))[1] is None


def test_of_priorities_and_objectives_the_ones_that_recur_are_strands() -> None:
    rows = [("Be safe", "Cut placements", "x"), ("Be safe", "Train carers", "y")]
    assert fields(("Priority", "Objective", *PLAN), *rows)[:2] == ["strand", "project"]
    assert fields(("Objective", "Priority", *PLAN), *rows)[:2] == ["strand", "project"]
    assert fields(("Priority", "Objective", *PLAN), *[(b, a, c) for a, b, c in rows])[:2] == [
        "project",
        "strand",
    ]
    assert fields(("Strand", "Objective", *PLAN), *[(b, a, c) for a, b, c in rows])[:2] == [
        "strand",
        "project",
    ]


@pytest.mark.parametrize(
    ("headers", "form", "held"),
    [
        (
            ("Action", "Targeting", "Action Owner", "Milestone or Target", "Progress Update"),
            ACTION_PLAN,
            ["project", "targeting", "owner", "milestone", "comments"],
        ),
        (
            ("Action", "Owner", "Contributing Officers", "Milestone"),
            ACTION_PLAN,
            ["project", "owner", "contributors", "milestone"],
        ),
        (
            ("No", "Priority", "Lead", "Action", "Milestones"),
            NINE_POINT_PLAN,
            ["ref", "project", "owner", "action", "milestone"],
        ),
        (
            ("Priority", "Action", "Milestone", "Status", "By when"),
            PROGRAMME_PLAN,
            ["project", "action", "milestone", "status", "due"],
        ),
        (
            ("Objective", "Action", "Lead", "By when"),
            PROGRAMME_PLAN,
            ["project", "milestone", "owner", "due"],
        ),
    ],
)
def test_a_plans_form_shows_in_what_it_asks_for(
    headers: tuple[str, ...], form: str, held: list[str | None]
) -> None:
    found = table(headers, tuple(f"{header} of the first row" for header in headers))
    assert (found.form, [column.field for column in found.columns]) == (form, held)
