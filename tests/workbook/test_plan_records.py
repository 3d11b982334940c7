from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from desktop.domain.dates import Precision
from desktop.domain.edits import Edit
from desktop.domain.plan import Status
from tests.workbook.sheets import Styled, workbook

if TYPE_CHECKING:
    from desktop.domain.plan import Milestone
    from tests.workbook.sheets import Cell

HEAD = ("Ref", "Project", "Key milestone", "Status", "By when", "Comments")


def read(*rows: tuple[Cell, ...], merges: tuple[str, ...] = ()) -> tuple[Milestone, ...]:
    return workbook(*rows, merges=merges).contents.milestones


def places(*rows: tuple[Cell, ...], merges: tuple[str, ...] = ()) -> list[tuple[str, str, str, str]]:
    """Strand, letter, project and text of each milestone."""
    return [(one.strand, one.ref, one.project, one.text) for one in read(*rows, merges=merges)]


def test_a_milestone_has_the_fields_of_its_row() -> None:
    head = (*HEAD, "Impact", "Owner", "Contributors", "Targeting")
    row = (
        "A",
        "Placements",
        " Review\n",
        "COMPLETE (& ONGOING)",
        "31/3/12",
        "Revised to Sept 2012",
        "Fewer",
        "JS",
        "AB",
        "City",
    )
    (found,) = read(head, row)
    assert (found.ref, found.project, found.text) == ("A", "Placements", "Review")
    assert (found.status.status, found.status.raw) == (Status.COMPLETE, "COMPLETE (& ONGOING)")
    assert found.due.due is not None
    assert (found.due.due.date, found.due.latest) == (dt.date(2012, 3, 31), dt.date(2012, 9, 30))
    assert (found.impact, found.owner, found.contributors, found.targeting) == ("Fewer", "JS", "AB", "City")
    assert (found.comments, found.row, found.project_row) == ("Revised to Sept 2012", 2, 2)
    assert found.table.records == 1


def test_a_real_date_is_read_as_it_is_shown() -> None:
    day, month = read(
        HEAD,
        ("A", "x", "y", "done", Styled(dt.date(2012, 9, 1), "dd/mm/yy")),
        ("B", "x", "z", "done", Styled(dt.date(2012, 9, 1), "mmm yyyy")),
    )
    assert day.due.due is not None
    assert (day.due.due.date, day.due.raw) == (dt.date(2012, 9, 1), "01/09/12")
    assert month.due.due is not None
    assert (month.due.due.date, month.due.due.precision) == (dt.date(2012, 9, 30), Precision.MONTH)


def test_a_plan_may_lack_statuses_and_dates() -> None:
    (found,) = read(("Action", "Owner"), ("Review", "JS"))
    assert (found.status.raw, found.due.raw, found.project) == ("", "", "")


def test_a_project_holds_for_the_rows_beneath_it() -> None:
    found = read(
        HEAD,
        ("A", "Placements", "x"),
        (None, None, "y"),
        (),
        (None, None, None, None, None, "on it"),
        ("B", "Homes"),
    )
    assert [(one.ref, one.project, one.text, one.project_row) for one in found] == [
        ("A", "Placements", "x", 2),
        ("A", "Placements", "y", 2),
        ("A", "Placements", "", 2),
        ("B", "Homes", "", 6),
    ]


def test_a_project_may_be_repeated_in_whole_or_in_part() -> None:
    found = read(
        HEAD,
        ("A", "Placements", "w"),
        ("A", "Placements", "x"),
        (None, "Placements", "y"),
        ("A", None, "z"),
        (None, "Homes", "0"),
        ("C", None, "1"),
    )
    assert [(one.ref, one.project, one.project_row) for one in found] == [
        ("A", "Placements", 2),
        ("A", "Placements", 3),
        ("A", "Placements", 4),
        ("A", "Placements", 4),
        ("", "Homes", 6),
        ("C", "", 7),
    ]


def test_a_column_of_strands_holds_until_it_says_another() -> None:
    rows = [("S1", "A", "P", "x"), (None, None, None, "y"), ("S2", None, None, "z"), ("S2", "A", "P", "0")]
    assert places(("Strand", *HEAD), *rows) == [
        ("S1", "A", "P", "x"),
        ("S1", "A", "P", "y"),
        ("S2", "", "", "z"),
        ("S2", "A", "P", "0"),
    ]


@pytest.mark.parametrize(
    "band",
    [
        ("2. Fostering",),
        ("Fostering and residential",),
        (None, "2) Fostering"),
        (None, None, "2. Fostering"),
        (None, None, None, "2. Fostering"),
        (None, None, None, None, None, "2. Fostering"),
    ],
)
def test_a_strand_is_a_band_over_its_projects(band: tuple[Cell, ...]) -> None:
    name = next(str(cell) for cell in band if cell)
    assert [one[0] for one in places(HEAD, ("A", "P", "x", "done"), band, ("A", "Q", "y", "done"))] == [
        "",
        name,
    ]


@pytest.mark.parametrize(
    "row",
    [
        (None, "Homes"),
        (None, None, "Review"),
        (None, None, "2. " + "A milestone that is far too long for the name of a strand of the plan"),
        (None, None, None, None, None, "1.5 workers"),
    ],
)
def test_another_row_with_one_cell_is_a_milestone(row: tuple[Cell, ...]) -> None:
    assert len(read(HEAD, ("A", "P", "x"), row, ("A", "Q", "y"))) == 3


def test_a_number_makes_no_band_where_others_are_numbered_too() -> None:
    rows = [("1. Homes", "x", "done"), ("2. Carers",), ("3. Money", "y", "done")]
    assert [one[2] for one in places(("Project", "Action", "Status"), *rows)] == [
        "1. Homes",
        "2. Carers",
        "3. Money",
    ]


def test_a_text_merged_across_is_a_band_wherever_it_stands_and_whatever_it_says() -> None:
    rows = [HEAD, ("A", "P", "x"), (None, None, "Fostering"), ("A", "Q", "y"), ("AB",), ("B", "Q", "z")]
    assert [one[0] for one in places(*rows, merges=("C3:F3", "A5:B5"))] == [
        "",
        "Fostering",
        "Fostering",
        "Fostering",
    ]


def test_a_band_may_be_merged_over_columns_of_no_field() -> None:
    head = ("Seen", *HEAD)
    rows = [head, (None, "A", "P", "x"), ("Fostering",), (None, "A", "Q", "y")]
    assert [one[0] for one in places(*rows, merges=("A3:G3",))] == ["", "Fostering"]


def test_what_is_merged_across_beside_other_texts_is_no_band() -> None:
    rows = [HEAD, ("A", "P", "x"), ("B", None, "Long text across", None, None), ("C", "Q", "y")]
    assert len(read(*rows, merges=("C3:E3",))) == 3


def test_the_heading_above_the_header_is_the_first_strand() -> None:
    rows = [
        ("PLAN",),
        ("1. Homes",),
        HEAD,
        ("A", "P", "x"),
        ("PLAN",),
        HEAD,
        ("B", "P", "y"),
        ("2. Carers",),
        ("A", "P", "z"),
    ]
    assert [one[0] for one in places(*rows, merges=("A1:F1", "A5:F5"))] == [
        "1. Homes",
        "1. Homes",
        "2. Carers",
    ]


@pytest.mark.parametrize(
    "aside",
    [("Total", None, 3, 4), (None, "Source: board", 3), ("Notes",), (None, None, "Note: draft"), ("* late",)],
)
def test_totals_and_notes_are_no_milestones(aside: tuple[Cell, ...]) -> None:
    assert len(read(HEAD, ("A", "P", "x"), aside, ("B", "Q", "y"))) == 2


def test_a_milestone_with_a_status_may_begin_like_a_note() -> None:
    assert (
        len(read(HEAD, (None, None, "Note: tell the board", "done"), (None, None, "Total", None, "31/3/12")))
        == 2
    )


def test_a_merged_cell_speaks_for_every_row_that_it_spans() -> None:
    rows = (
        HEAD,
        ("A", "Expand", "First", "ONGOING", "31/03/12"),
        ("", "", "Second", "", "31/03/12"),
        ("", "", "Third", "", ""),
    )
    first, second, third = read(*rows, merges=("D2:D4", "E3:E4", "J2:J4"))
    assert first.covered == frozenset()
    assert second.covered == {"status"}
    assert third.covered == {"status", "due"}
    edited = workbook(*rows, merges=("D2:D4",))
    cell = edited.contents.milestones[1].cell
    assert edited.apply([Edit(cell=cell, content="Again")]).contents.milestones[1].covered == {"status"}


def test_dates_in_the_text_are_named_where_no_column_asks_for_one() -> None:
    head = ("Action", "Owner", "Milestone", "Targeting")
    text = "• Brief by August 2011\n• Deliver by 30th September 2011"
    (found,) = workbook(head, ("Review", "JW", text, "All")).contents.milestones
    assert [one.date for one in found.due.named] == [dt.date(2011, 8, 31), dt.date(2011, 9, 30)]
    assert (found.due.due, found.days_overdue(dt.date(2012, 1, 1))) == (None, 0)


def test_where_a_column_asks_for_the_due_date_the_text_names_none() -> None:
    (found,) = workbook(
        ("Milestone", "Status", "By when"), ("Brief by August 2011", "", "")
    ).contents.milestones
    assert found.due.named == ()
