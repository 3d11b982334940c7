from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.edits import Edit
from desktop.domain.ratings import Rag, Travel
from desktop.domain.tables import TableKind
from tests.workbook.sheets import workbook

if TYPE_CHECKING:
    from desktop.domain.contents import Contents
    from tests.workbook.sheets import Cell

HEAD = ("Area of focus", "Update", "Status and direction")


def read(*rows: tuple[Cell, ...], head: tuple[str, ...] = HEAD) -> Contents:
    return workbook(head, *rows).contents


def test_an_area_of_focus_is_read_with_its_rating() -> None:
    contents = read(("Care Promise", "Targets will be set", "A ⇔"), ("Assessments", "Better", "G ↑"))
    (table,) = contents.tables
    assert (table.kind, table.records, contents.problems) == (TableKind.FOCUS, 2, ())
    first, second = contents.focus
    assert (first.area, first.update, first.rating.rag) == (
        "Care Promise",
        "Targets will be set",
        Rag.AMBER,
    )
    assert (str(first.cell), str(first.rating_cell)) == ("Sheet!A2", "Sheet!C2")
    assert (second.rating.rag, second.rating.travel) == (Rag.GREEN, Travel.UP)


def test_the_direction_may_have_a_column_of_its_own() -> None:
    (area,) = read(("Care", "R", "↓"), head=("Area of focus", "RAG", "Direction of travel")).focus
    assert (area.rating.raw, area.rating.rag, area.rating.travel) == ("R ↓", Rag.RED, Travel.DOWN)


@pytest.mark.parametrize("row", [(), ("Care",), (None, "Going well", "G"), ("Note: draft", "x", "G"), HEAD])
def test_a_row_that_rates_no_area_is_none(row: tuple[Cell, ...]) -> None:
    assert [one.area for one in read(row, ("Play", "Parks open", "G")).focus] == ["Play"]


@pytest.mark.parametrize(
    ("rating", "asks"),
    [("G û", "Write ↑, ↔ or ↓ after the letter."), ("Agreed", "is neither red, amber nor green")],
)
def test_a_rating_that_cannot_be_read_is_asked_about_where_it_stands(rating: str, asks: str) -> None:
    (problem,) = read(("Care " * 20, "Going well", rating)).problems
    assert str(problem.cell) == "Sheet!C2"
    assert problem.message.startswith(f"Sheet, C2: the rating “{rating}” of “Care")
    assert asks in problem.message
    assert "…" in problem.message


@pytest.mark.parametrize("rating", ["", "A", "Green"])
def test_a_rating_may_be_left_out_or_have_no_direction(rating: str) -> None:
    assert read(("Care", "Going well", rating)).problems == ()


@pytest.mark.parametrize(
    "head",
    [
        ("Area of focus", "Action", "Status", "By when"),
        ("Area of focus", "Milestone", "Status"),
        ("Area of focus", "Status", "Owner", "By when", "Comments"),
    ],
)
def test_a_plan_by_areas_of_focus_stays_a_plan(head: tuple[str, ...]) -> None:
    contents = read(tuple(f"text {number}" for number, _ in enumerate(head)), head=head)
    assert [table.kind for table in contents.tables] == [TableKind.PLAN]


def test_after_an_edit_only_the_changed_area_is_a_new_record() -> None:
    book = workbook(HEAD, ("Care", "Well", "G û"), ("Play", "Parks open", "R"))
    first, second = book.contents.focus
    changed = book.apply([Edit(cell=first.rating_cell, content="G ↑")]).contents
    assert changed.focus[0].rating.travel is Travel.UP
    assert changed.focus[1] is second
    assert changed.problems == ()
