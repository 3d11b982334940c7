"""Tables side by side: each is read as if it stood alone."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.table import Table as Listed

from desktop.domain.cells import CellRef
from desktop.domain.edits import Edit
from desktop.workbook.beside import alone, parted
from desktop.workbook.listed import listed_areas
from desktop.workbook.package import Package
from desktop.workbook.reader import read_sheets
from desktop.workbook.records import read_contents
from tests.workbook.facts import assert_cells_hold_the_records, facts
from tests.workbook.sheets import Grid, sheet, workbook, workbook_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.edits import Content
    from desktop.workbook.workbook import Workbook
    from tests.workbook.sheets import Cell

CODES = ("Code", "Definition", "2010/11", "2011/12")
MOVES = ("PAF A1", "Moves", 1, 2)
ADOPTIONS = ("PAF C23", "Adoptions", 3, 4)
ACTIONS = ("Action", "Lead", "By when")
TRAIN = ("Train carers", "JS", "1/4/12")
REVIEW = ("Review plans", "AB", "1/5/12")
TARGETS = ("Indicator", "Target", "By when", "Set by")
PROMISE = ("PAF A1", 5, "31/3/12", "Cabinet")
WIDE = ("Ref", "Milestone", "Status", "Impact", "Comments", "Owner", "Due")
WIDER = ("1", "Open the unit", "ongoing", "Fewer moves", "-", "JS", "1/1/12")
GAP = (None,)
BOTH = (*CODES, None, *ACTIONS)


def ranges(*rows: Sequence[Cell]) -> list[str]:
    found = workbook(*rows)
    assert found.contents.problems == ()
    assert_cells_hold_the_records(found)
    return [table.range for table in found.contents.tables]


def test_a_sheet_without_tables_side_by_side_is_seen_whole() -> None:
    found = sheet(CODES, MOVES, (), ACTIONS, TRAIN)
    assert alone(found) == (found,)
    assert not parted(found, range(1, 6))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([(*CODES, None, *ACTIONS), (*MOVES, None, *TRAIN), (*ADOPTIONS, None, *REVIEW)], ["A1:D3", "F1:H3"]),
        ([(*ACTIONS, *ACTIONS), (*TRAIN, *REVIEW)], ["A1:C2", "D1:F2"]),
        (
            [(*ACTIONS, None, *ACTIONS, None, None, *CODES), (*TRAIN, None, *REVIEW, None, None, *MOVES)],
            ["A1:C2", "E1:G2", "J1:M2"],
        ),
        ([CODES, MOVES, (*ADOPTIONS, None, *ACTIONS), (*MOVES, None, *TRAIN), MOVES], ["A1:D5", "F3:H4"]),
        ([(*GAP * 5, *ACTIONS), (*CODES, None, *TRAIN), (*MOVES, None, *REVIEW)], ["A2:D3", "F1:H3"]),
        ([CODES, MOVES, (*GAP * 5, *ACTIONS), (*MOVES, None, *TRAIN), ADOPTIONS], ["A1:D5", "F3:H4"]),
        (
            [WIDE, WIDER, (), (*CODES, None, *ACTIONS), (*MOVES, None, *TRAIN), (), WIDE, WIDER],
            ["A1:G2", "A4:D5", "F4:H5", "A7:G8"],
        ),
        (
            [BOTH, (*MOVES, None, *TRAIN), (), (*ACTIONS, None, *CODES), (*TRAIN, None, *MOVES)],
            ["A1:D2", "F1:H2", "A4:C5", "E4:H5"],
        ),
        ([(*CODES, None, *TARGETS), (*MOVES, None, *PROMISE)], ["A1:D2", "F1:I2"]),
        (
            [BOTH, (*MOVES, None, *TRAIN), BOTH, (*MOVES, None, *REVIEW)],
            ["A1:D4", "F1:H4"],
        ),
    ],
    ids=[
        "with a gap", "without", "three", "the right one lower", "the left one lower", "beside a blank row",
        "between wide ones", "two by two", "targets", "repeated headers",
    ],
)  # fmt: skip
def test_each_table_has_its_own_columns(rows: list[tuple[Cell, ...]], expected: list[str]) -> None:
    assert ranges(*rows) == expected


@pytest.mark.parametrize(
    "rows",
    [
        [("Ref", "Action", "Lead", None, "Key milestone", "By when"), (1, "a", "JS", None, "m", "1/1/12")],
        [CODES, MOVES, (), (), (*GAP * 4, *ACTIONS), (*GAP * 4, *TRAIN)],
        [(*CODES, None, "Key", "Meaning"), (*MOVES, None, "R", "off track")],
        [(*CODES[:2], None, *CODES[2:]), ("PAF A1", "Moves", None, 1, 2)],
    ],
    ids=["a spacer column", "one beneath another", "a legend", "a spacer before the periods"],
)
def test_what_makes_one_table_stays_one(rows: list[tuple[Cell, ...]]) -> None:
    assert not any(table.beside for table in workbook(*rows).contents.tables)


def test_titles_notes_and_groups_belong_to_the_table_above_or_beneath_which_they_stand() -> None:
    found = workbook(
        ("Objective 1", *GAP * 4, "1. Edge of care"),
        (*CODES, None, *ACTIONS),
        (*MOVES, None, *TRAIN),
        ("Objective 2", *GAP * 4, "2. Adoption"),
        (*ADOPTIONS, None, *REVIEW),
        (),
        ("Note: provisional", *GAP * 4, "More to follow"),
    ).contents
    assert [one.group for one in found.indicators] == ["Objective 1", "Objective 2"]
    assert [one.text for one in found.milestones] == ["Train carers", "Review plans"]
    assert [one.strand for one in found.milestones][1] == "2. Adoption"


def test_bands_merged_over_one_of_two_tables_name_its_strands() -> None:
    found = workbook(
        (*ACTIONS, None, *ACTIONS),
        ("1. Care", *GAP * 3, "2. Health"),
        (*TRAIN, None, *REVIEW),
        merges=["A2:C2", "E2:G2"],
    ).contents
    assert [(one.strand, one.text) for one in found.milestones] == [
        ("1. Care", "Train carers"),
        ("2. Health", "Review plans"),
    ]


def _listed(*areas: str) -> Workbook:
    """Two plans in words of their own that adjoin, which Excel lists as tables."""
    rows = [("Action", "Lead", "Key milestone", "Owner"), ("Train", "JS", "Carers trained", "AB")]
    described = workbook(*rows)
    book = openpyxl.load_workbook(io.BytesIO(described.package.data))
    for number, area in enumerate(areas, start=1):
        book.worksheets[0].add_table(Listed(displayName=f"Plan{number}", ref=area))
    stream = io.BytesIO()
    book.save(stream)
    package = Package.of(described.package.path, stream.getvalue(), 0)
    sheets = {one.name: one for one in read_sheets(package)}
    return type(described)(package=package, sheets=sheets, contents=read_contents(sheets.values()))


def test_tables_that_excel_lists_are_told_apart() -> None:
    assert [table.range for table in _listed().contents.tables] == ["A1:D2"]
    found = _listed("A1:B2", "C1:D2")
    assert listed_areas(found.package, "Sheet") == ((1, 1, 2, 2), (1, 3, 2, 4))
    assert [table.range for table in found.contents.tables] == ["A1:B2", "C1:D2"]
    assert [one.text for one in found.contents.milestones] == ["Train", "Carers trained"]


def test_edits_beside_a_table_are_read_as_the_whole_sheet_would_be() -> None:
    rows = [
        list(row) for row in ((*CODES, None, *ACTIONS), (*MOVES, None, *TRAIN), (*ADOPTIONS, None, *REVIEW))
    ]
    start = workbook(*rows)
    edits: dict[tuple[int, int], Content] = {(2, 3): 7, (3, 6): "Visit", (1, 6): "Notes", (1, 8): None}
    for place, content in {**edits, (2, 5): "x"}.items():
        cell = CellRef(sheet="Sheet", row=place[0], column=place[1])
        after = start.apply([Edit(cell=cell, content=content)])
        assert after.contents == read_contents(after.sheets.values()), place


@pytest.mark.parametrize(
    ("rows", "place", "content"),
    [
        ([CODES, MOVES, (*ADOPTIONS, None, "Action", "Lead"), (*MOVES, None, *TRAIN)], (3, 8), "By when"),
        ([CODES, (*MOVES, "x"), (*ADOPTIONS, None, *ACTIONS), (*MOVES, None, *TRAIN)], (2, 5), None),
    ],
    ids=["a header comes to be", "a gap comes to be"],
)
def test_an_edit_may_part_a_sheet(rows: list[tuple[Cell, ...]], place: tuple[int, int], content: str) -> None:
    start = workbook(*rows)
    cell = CellRef(sheet="Sheet", row=place[0], column=place[1])
    after = start.apply([Edit(cell=cell, content=content)])
    assert after.contents == read_contents(after.sheets.values())


PARTS: dict[str, list[tuple[Cell, ...]]] = {
    "indicators": [CODES, MOVES, ADOPTIONS, ("PAF D35", "Stability", 5, 6)],
    "plan": [ACTIONS, TRAIN, REVIEW],
    "targets": [TARGETS, PROMISE, ("PAF C23", 7, "31/3/13", "Board")],
    "wide": [WIDE, WIDER],
}


APART = facts(
    workbook_of({name: Grid(rows=[list(row) for row in rows]) for name, rows in PARTS.items()}).contents
)


@settings(max_examples=30)
@given(
    names=st.permutations(list(PARTS)),
    downs=st.lists(st.integers(0, 3), min_size=4, max_size=4),
    gaps=st.lists(st.integers(1, 3), min_size=4, max_size=4),
    below=st.booleans(),
)
def test_what_stands_around_a_table_changes_none_of_its_records(
    names: list[str], downs: list[int], gaps: list[int], *, below: bool
) -> None:
    beside = names[:3] if below else names
    placed: dict[tuple[int, int], Cell] = {}
    column, bottom = 0, 0
    for name, down, gap in zip(beside, downs, gaps, strict=False):
        for row, cells in enumerate(PARTS[name], start=down):
            placed |= {(row, column + at): cell for at, cell in enumerate(cells)}
        column += len(PARTS[name][0]) + gap
        bottom = max(bottom, down + len(PARTS[name]))
    for row, cells in enumerate(PARTS[names[3]] if below else (), start=bottom + 2):
        placed |= {(row, at): cell for at, cell in enumerate(cells)}
    height, width = max(row for row, _ in placed) + 1, max(column for _, column in placed) + 1
    rows = [[placed.get((row, column)) for column in range(width)] for row in range(height)]
    found = workbook_of({"All": Grid(rows=rows)})
    for kind, records in APART.items():
        assert sorted(map(repr, facts(found.contents)[kind])) == sorted(map(repr, records))
    assert found.contents.problems == ()
    assert_cells_hold_the_records(found)
