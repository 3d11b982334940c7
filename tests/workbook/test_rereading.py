"""After any edit, what is read again is what would be read from the whole workbook."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.cells import parse_cell
from desktop.domain.contents import Contents
from desktop.domain.edits import Edit
from desktop.workbook import rereading
from desktop.workbook.records import read_contents, sheet_contents
from tests.trials import trials
from tests.workbook.layouts import header_split, rows_added, rows_spread
from tests.workbook.sheets import grid, read_grids, workbook_of

if TYPE_CHECKING:
    from desktop.domain.edits import Content
    from desktop.workbook.sheet import Sheet
    from desktop.workbook.workbook import Workbook

EXAMPLES = Path(__file__).parents[2] / "templates" / "examples"
LEEDS = read_grids(EXAMPLES / "leeds-programme-plan-2012.xlsx")
LEICESTER = read_grids(EXAMPLES / "leicester-map-2001.xlsx")
MIXED = grid(
    ("Objective", "Code", "Definition", "1998/99 Outturn", "2000/01 Target"),
    ("Be safe", "PAF A1", "Moves of children in one year", 1, 2),
    (None, "PAF A2", "Exams of children looked after", 4, "N/A"),
    ("Be well", "PAF A3", "Register of children", "9.5 :1", 6),
    ("Total", None, None, 5, 8),
    (),
    ("Indicator", "Target", "By when"),
    ("PAF A1", 20, "31/3/2002"),
    ("PAF A2", 30, "31/3/2003"),
    (),
    ("Strand", "Project", "Action", "Owner", "Due"),
    ("S1", "Homes", "Review them", "JS", "31/3/12"),
    (None, None, "Train carers", "JS", "31/5/12"),
    ("2. Money",),
    ("S2", "Fees", "Agree them", "AB", "31/3/12"),
    (),
    ("Heading", "Amount"),
    ("Staff", 9),
    (),
    ("Cost head", "2001/02", "2002/03"),
    ("Staffing", 1, 2),
)
PLANS = grid(
    ("Strand", "Project", "Action", "Owner"),
    ("S1", "Homes", "Review them", "JS"),
    ("S1", "Carers", "Train them", "JS"),
    (None, None, "Pay them", "AB"),
    ("S2", "Fees", "Agree them", "AB"),
    ("Note: fees are due in May",),
    ("S2", "Fees", "Raise them", "AB"),
    ("S2", "Rents", "Count them", "AB"),
    ("Project", "Task", "Due", "Status"),
    ("Cars", "Count them", "31/3/12", "done"),
    ("Vans", "Sell them", "31/3/12", "done"),
)
LETTERED = grid(
    ("Strand", "Ref", "Milestone", "Status", "Due"),
    ("S1", "A", "Homes reviewed", "Ongoing", "31/3/12"),
    ("S1", "A", "Carers trained", "Ongoing", "31/5/12"),
    ("S1", "B", "Fees agreed", "Ongoing", "31/3/12"),
    ("S1", "B", "Fees raised", "Ongoing", "31/5/12"),
)
HEADED = grid(
    ("Strategic Outcome- Be safe",),
    ("Key indicator: PAF A1 - baseline at May 2011 - 5",),
    ("• Costs",),
    ("Action", "Owner", "Milestone", "Targeting"),
    ("Review", "JS", "Reviewed by May 2012", "All"),
    ("Train", "AB", "Trained", "Some"),
    (),
    ("Sponsor: Jane Held",),
    ("Area of focus", "Update", "Status and direction"),
    ("Care", "Ongoing", "A ⇔"),
    ("Play", "New", "G û"),
)
SUMS = grid(
    ("Code", "Definition", "2010/11", "2011/12 Target"),
    ("NI 1", "Adoptions", 3, "=C2+1"),
    ("NI 2", "Moves", "=SUM(C2:D2)", 5),
    (),
    ("Heading", "Amount"),
    ("Staff", 9),
    ("Rooms", "=B6*2"),
)


def _spread(row: int) -> bool:
    return row % 3 == 0


WORKBOOKS = {
    "leeds": workbook_of(LEEDS),
    "leicester": workbook_of(LEICESTER),
    "leeds spread": workbook_of({"Plan": rows_spread(LEEDS["Programme Plan"], _spread)}),
    "leicester spread": workbook_of({"PIs": rows_spread(LEICESTER["Indicators"], _spread)}),
    "leicester in two rows": workbook_of({"PIs": header_split(LEICESTER["Indicators"])}),
    "leeds with notes": workbook_of({"Plan": rows_added(LEEDS["Programme Plan"], (), ("Prepared by JS",))}),
    "plans": workbook_of({"Plans": PLANS}),
    "lettered": workbook_of({"Plan": LETTERED}),
    "headed": workbook_of({"Plan": HEADED}),
    "formulas": workbook_of({"Sums": SUMS}),
    "mixed": workbook_of({"Targets": LEICESTER["Targets"], "Mixed": MIXED, "Cover": LEICESTER["Cover"]}),
}
CONTENTS: tuple[Content, ...] = (
    *(None, "x", 12, 85.5, "N/A", "COMPLETE", "31/3/2012", "Revised to Sept 2012", True),
    *("1. New strand", "OBJECTIVE 9", "PAF C20", "QP 12", "Total", "Note: draft", "A", "Number of children"),
    *("KEY MILESTONE", "Status", "By when", "PROJECT STRAND", "Owner", "Code", "Definition", "Indicator"),
    *("Target", "Amount", "Priority area", "Objective", "Outturn", "Planned", "1998/99", "31/3/05\nPlanned"),
    "A text that goes on for longer than any header ever does, or any title",
)


def same_as_read_whole(before: Workbook, edits: list[Edit]) -> Workbook:
    """The workbook with the edits, once its contents have been found right and its other records the same."""
    after = before.apply(edits)
    assert after.contents == read_contents(after.sheets.values())
    for name in (part.name for part in fields(Contents) if part.name != "notes"):
        known = {id(record) for record in getattr(before.contents, name)}
        earlier = getattr(before.contents, name)
        for record in getattr(after.contents, name):
            assert id(record) in known or name == "problems" or record not in earlier
    return after


@st.composite
def some_edits(draw: st.DrawFn, workbook: Workbook) -> list[Edit]:
    sheets = list(workbook.sheets.values())
    edits = []
    for _ in range(draw(st.integers(1, 3))):
        sheet = draw(st.sampled_from(sheets))
        row, column = draw(st.integers(1, sheet.height + 2)), draw(st.integers(1, sheet.width + 1))
        cell = parse_cell(f"'{sheet.name}'!{'ABCDEFGHIJ'[column - 1]}{row}")
        assert cell is not None
        edits.append(Edit(cell=cell, content=draw(st.sampled_from(CONTENTS))))
    return edits


@settings(max_examples=trials(60))
@given(data=st.data(), name=st.sampled_from(sorted(WORKBOOKS)))
def test_any_edits_leave_what_the_whole_workbook_says(data: st.DataObject, name: str) -> None:
    workbook = WORKBOOKS[name]
    for _ in range(data.draw(st.integers(1, 4))):
        workbook = same_as_read_whole(workbook, data.draw(some_edits(workbook)))


def edited(name: str, **contents: Content) -> Workbook:
    """The workbook of that name with these contents in its sheet of plans or indicators."""
    workbook = WORKBOOKS[name]
    sheet = {"mixed": "Mixed", "leicester": "Indicators"}.get(name, next(iter(workbook.sheets)))
    edits = []
    for address, content in contents.items():
        cell = parse_cell(f"{sheet}!{address}")
        assert cell is not None
        edits.append(Edit(cell=cell, content=content))
    return same_as_read_whole(workbook, edits)


@pytest.fixture
def whole_reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sheets that were read anew from their first row to their last."""
    read: list[str] = []

    def recorded(sheet: Sheet, earlier: Contents) -> Contents:
        read.append(sheet.name)
        return sheet_contents(sheet, earlier)

    monkeypatch.setattr(rereading, "sheet_contents", recorded)
    return read


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("leeds", {"D6": "COMPLETE"}),
        ("leeds", {"G6": None}),
        ("leeds", {"C7": "Another milestone", "E7": "31/3/2013", "D8": "delayed"}),
        ("leicester", {"C8": 25}),
        ("leicester", {"C8": None, "D8": "?"}),
        ("leicester", {"B7": "Another definition"}),
        ("leicester in two rows", {"C9": 25}),
        ("mixed", {"D2": 5, "E4": None, "C3": "Another definition of it"}),
        ("mixed", {"B8": 25, "C9": "31/3/2004", "D12": "AB"}),
        ("mixed", {"B13": "Carers"}),
        ("leeds", {"A10": "Z", "B10": "Another project"}),
        ("leeds", {"B16": "Another project"}),
        ("plans", {"A3": "S3", "B5": "Rents", "B8": "Costs"}),
        ("plans", {"B4": "Fees"}),
        ("formulas", {"C2": 4, "D3": 6}),
        ("plans", {"A11": "Lorries"}),
        ("plans", {"A2": "S9", "B2": "Another first project"}),
    ],
)
def test_an_everyday_edit_reads_only_its_records(
    whole_reads: list[str], name: str, cells: dict[str, Content]
) -> None:
    before = WORKBOOKS[name].contents
    after = edited(name, **cells).contents
    assert whole_reads == []
    assert after != before
    assert after.tables is before.tables


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("leeds", {"B6": "Another project"}),
        ("leeds", {"B61": "A project beneath a strand"}),
        ("plans", {"A5": "Another strand above a note"}),
        ("leeds", {"B16": "1. A numbered project"}),
        ("leeds", {"C45": "A milestone that stands alone"}),
        ("mixed", {"A12": "Another first strand"}),
        ("leeds", {"A17": "7. Another strand"}),
        ("leeds", {"C6": "1. A numbered milestone"}),
        ("leeds", {"C62": None, "D62": None, "E62": None}),
        ("leeds", {"H6": "beyond the table"}),
        ("leeds", {"C63": "beneath the table"}),
        ("leeds", {"D4": "Remarks"}),
        ("leicester", {"A7": "PAF A9"}),
        ("leicester", {"B8": None, "C8": None, "D8": None, "E8": None, "F8": None, "G8": "being healthy"}),
        ("leicester", {"C6": "x"}),
        ("leicester", {"C29": "in a gap"}),
        ("mixed", {"A2": "Another group"}),
        ("mixed", {"A8": None}),
        ("mixed", {"B18": 5}),
        ("mixed", {"E6": "in a gap"}),
    ],
)
def test_an_edit_that_may_change_more_reads_its_sheet_and_no_other(
    whole_reads: list[str], name: str, cells: dict[str, Content]
) -> None:
    edited(name, **cells)
    assert len(whole_reads) == 1


def test_edits_in_several_sheets_are_read_together(whole_reads: list[str]) -> None:
    cells = [parse_cell("Indicators!C8"), parse_cell("Targets!B5"), parse_cell("Expenditure!D4")]
    edits = [Edit(cell=cell, content=7) for cell in cells if cell is not None]
    same_as_read_whole(WORKBOOKS["leicester"], edits[:2])
    assert whole_reads == []
    same_as_read_whole(WORKBOOKS["leicester"], edits)
    assert whole_reads == ["Indicators", "Targets", "Expenditure"]


def test_an_edit_that_says_the_same_leaves_the_identical_record() -> None:
    before = WORKBOOKS["leeds"].contents
    after = edited(
        "leeds", C7=" 2,300 vulnerable 2 year olds to be attending children's centres by 31/3/2014 "
    ).contents
    assert all(one is other for one, other in zip(after.milestones, before.milestones, strict=True))


def test_a_letter_that_is_said_again_belongs_to_the_project_above(whole_reads: list[str]) -> None:
    after = edited("lettered", B4="A")
    assert [one.project_row for one in after.contents.milestones] == [2, 2, 2, 5]
    assert whole_reads == []


def test_a_problem_comes_and_goes_with_what_it_tells_of() -> None:
    found = edited("mixed", A20="Code", B20="2001/02 Planned")
    assert found.contents.problems == ()
    assert len(WORKBOOKS["mixed"].contents.problems) == 1
