"""A remark stands for the cell of its record under its header, wherever both are, while it shows the same."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.domain.cells import CellRef, parse_cell
from desktop.domain.findings import Finding, Severity
from desktop.domain.notes import HiddenAdvice, Remarked
from desktop.domain.records import records_of
from desktop.workbook.notes_places import remarked, standing
from desktop.workbook.workbook import Workbook
from tests.made_workbooks import WHOLE, make

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES = Path(__file__).parents[2] / "templates" / "examples"
LONG = "A milestone that goes on and on, as they do, until nobody can say any more what it was about"


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    plan = WHOLE["Programme Plan"]
    headed = (plan[0], (*plan[1], "Cost centre", "Owner"), *plan[2:], ("1. Edge", "", "", LONG, "ONGOING"))
    path = tmp_path_factory.mktemp("places") / "whole.xlsx"
    return Workbook.open(make(path, {**WHOLE, "Programme Plan": headed}))


def spoken_of(address: str) -> Finding:
    cell = parse_cell(address)
    assert cell is not None
    return Finding(rule="R", severity=Severity.ADVICE, cell=cell, subject="", message="")


def words(workbook: Workbook, address: str) -> Remarked:
    (of,) = remarked(workbook.contents, workbook.sheets, [spoken_of(address)])
    return of


def cells(workbook: Workbook, of: Remarked) -> set[str]:
    found = standing(workbook.contents, workbook.sheets, [HiddenAdvice(of=of, by="", date=None)])
    assert {rule for rule, _ in found} <= {"R"}
    return {str(cell) for _, cell in found}


@pytest.mark.parametrize(
    ("address", "subject", "point", "held"),
    [
        ("Indicators!G4", "PAF C23", "31/3/02 Planned", "?"),
        ("Programme Plan!E3", "1A: Team in place", "Status", "COMPLETE"),
        ("Programme Plan!D4", "1B: Panel meets", "Milestone", "Panel\nmeets"),
        ("Programme Plan!D5", f"{LONG[:70]}", "Milestone", LONG),
        ("Targets!B3", "PAF A1", "Target", "16"),
        (
            "Expenditure!D2",
            "Placement choice: How much do you plan to spend on this in total in 2001",
            "",
            "",
        ),
        ("Programme Plan!J2", "Programme Plan", "column J", "Cost centre"),
        ("Programme Plan!A1", "Programme Plan", "column A", "Programme plan"),
    ],
)
def test_a_cell_is_named_in_words_and_found_by_them(
    workbook: Workbook, address: str, subject: str, point: str, held: str
) -> None:
    of = words(workbook, address)
    assert of.subject.startswith(subject)
    assert of.point.startswith(point)
    assert held in of.held
    assert address in cells(workbook, of)


def test_a_cell_that_shows_something_else_is_not_the_one(workbook: Workbook) -> None:
    of = words(workbook, "Indicators!G4")
    assert cells(workbook, of) == {"Indicators!G4"}
    other = Remarked(rule="R", subject=of.subject, point=of.point, held="5")
    assert cells(workbook, other) == set()


def test_a_place_that_is_none_is_nowhere(workbook: Workbook) -> None:
    place = Remarked(rule="R", subject="Programme Plan", point="Status", held="COMPLETE")
    assert cells(workbook, place) == set()
    assert standing(workbook.contents, workbook.sheets, []) == {}


def test_rows_that_read_alike_share_what_is_said_of_them(tmp_path: Path) -> None:
    rows = WHOLE["Indicators"]
    workbook = Workbook.open(make(tmp_path / "twice.xlsx", {"One": rows, "Two": rows}))
    assert cells(workbook, words(workbook, "One!G4")) == {"One!G4", "Two!G4"}


@pytest.mark.parametrize(
    ("example", "address", "subject", "point"),
    [
        (
            "leeds-baseline-2011",
            "Clusters!H11",
            "Brigshaw",
            "Ratio: number of Looked After Children 31/03/11",
        ),
        ("leicester-map-full-2001", "", "", ""),
        ("leeds-cypp-2011", "", "", ""),
        ("leeds-action-plan-2011", "", "", ""),
    ],
)
def test_records_of_every_kind_are_found_by_their_names(
    example: str, address: str, subject: str, point: str
) -> None:
    opened = Workbook.open(EXAMPLES / f"{example}.xlsx")
    places = [address] if address else list(some_cells(opened))
    assert places
    for place in places:
        of = words(opened, place)
        assert place in cells(opened, of)
        if subject:
            assert (of.subject, of.point) == (subject, point)


def some_cells(workbook: Workbook) -> Iterator[str]:
    """The last filled cell of the first record of each table."""
    for table in workbook.contents.tables:
        row = records_of(workbook.contents, table)[0].row
        column = max(column for column, _ in workbook.sheets[table.sheet].filled(row))
        yield str(CellRef(sheet=table.sheet, row=row, column=column))
