from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.workbook.recognise import SAMPLE, counted, lone_text, recognise, same_table
from tests.workbook.sheets import sheet

if TYPE_CHECKING:
    from desktop.workbook.recognise import Block
    from tests.workbook.sheets import Cell

PLAN = ("Project", "Key milestone", "Status")
ROW = ("Placements", "Review them", "ongoing")
CODES = ("Code", "Definition", "2010/11", "2011/12")
VALUES = ("PAF C23", "Adoptions", 1, 2)


def blocks(*rows: tuple[Cell, ...]) -> tuple[Block, ...]:
    return recognise(sheet(*rows))[0]


def test_a_table_says_where_it_stands_and_what_its_columns_hold() -> None:
    (block,) = blocks((), (None, "Remark", *PLAN), (None, "x", *ROW), ("seen", None, *ROW))
    table = block.table
    assert (table.id, table.header_row, table.first_row, table.last_row) == ("Sheet!2", 2, 2, 4)
    assert table.range == "A2:E4"
    assert [(column.header, column.field) for column in table.columns] == [
        ("", None),
        ("Remark", None),
        ("Project", "project"),
        ("Key milestone", "milestone"),
        ("Status", "status"),
    ]


def test_headers_that_repeat_belong_to_one_table() -> None:
    (block,) = blocks(PLAN, ROW, PLAN, ROW, PLAN[:2], ROW)
    assert block.headers == {1, 3}
    assert block.table.last_row == 6


def test_another_header_begins_another_table_and_the_title_above_it_goes_with_it() -> None:
    first, second = blocks(PLAN, ROW, (), ("INDICATORS",), ("Objective 2",), CODES, VALUES)
    assert first.table.last_row == 2
    assert (second.table.id, second.heading) == ("Sheet!6", "Objective 2")
    assert second.titles == {"INDICATORS"}


def test_a_heading_right_beneath_a_table_goes_with_the_next_one() -> None:
    first, second = blocks(CODES, VALUES, ("OBJECTIVE 2",), (*CODES, "2012/13"), VALUES)
    assert first.table.last_row == 2
    assert second.heading == "OBJECTIVE 2"


def test_a_heading_may_have_something_beside_it_and_stand_a_few_rows_above() -> None:
    assert blocks(("Objective 1", 12), (), CODES, VALUES)[0].heading == "Objective 1"
    assert blocks(("Objective 1",), (), (), (), CODES, VALUES)[0].heading == ""
    assert blocks(("INDICATORS",), CODES, VALUES)[0].heading == ""


@pytest.mark.parametrize(
    ("below", "last"),
    [
        ([], 2),
        ([("Extra milestone alone",)], 3),
        ([(), ("Prepared by the policy team",)], 2),
        ([(), ("A note",), ("another",), (), ("and a third",)], 2),
        ([(), ROW, (), ("A note",)], 4),
        ([(), ROW, ("A milestone alone",)], 5),
        ([(), (None, "N/A")], 4),
        ([(), ("PAF A1",)], 4),
        ([(), (12,)], 4),
    ],
)
def test_what_stands_alone_after_a_gap_is_no_part_of_a_table(
    below: list[tuple[Cell, ...]], last: int
) -> None:
    (block,) = blocks(PLAN, ROW, *below)
    assert block.table.last_row == last


def test_a_table_of_single_cells_with_gaps_keeps_them() -> None:
    (block,) = blocks(PLAN, (), (None, "Review placements"), (), (None, "Train carers"))
    assert block.table.last_row == 5
    (block,) = blocks(PLAN, (None, "Review placements"))
    assert block.table.last_row == 2


def test_a_stranger_ends_the_table_above_it_and_is_told_of() -> None:
    found, problems = recognise(
        sheet(PLAN, ROW, (), ("Cost head", "2019/20", "2020/21"), ("Staffing", 1, 2), (), PLAN, ROW)
    )
    assert [(block.table.header_row, block.table.last_row) for block in found] == [(1, 2), (7, 8)]
    (problem,) = problems
    assert problem.sheet == "Sheet"
    assert problem.message == (
        "Sheet, row 4: the headers 2019/20, 2020/21 look like indicators, but no column of codes or "
        "definitions was found, so the rows beneath were not read. If they are, name that column Code or "
        "Definition."
    )


def test_a_plan_without_milestones_is_told_of() -> None:
    found, (problem,) = recognise(
        sheet(("Owner", "Due", "Status", "Deliverable"), ("JS", "1/4/12", "done", "x"))
    )
    assert found == ()
    assert problem.message == (
        "Sheet, row 1: the headers Owner, Due, Status look like a plan, but no column of milestones or "
        "actions was found, so the rows beneath were not read. If they are, name that column Key "
        "milestone or Action."
    )


def test_a_table_stays_the_same_while_its_columns_and_its_end_do() -> None:
    before = sheet(PLAN, ROW, ROW, (), ("A note",))
    table = recognise(before)[0][0].table
    assert same_table(before, table, [2])
    assert same_table(before.with_edits({(2, 3): "done"}), table, [2])
    assert not same_table(before.with_edits({(1, 2): "x"}), table, [2])
    assert not same_table(before.with_edits({(1, 3): "RAG"}), table, [2])
    assert not same_table(before.with_edits({(2, 4): "further"}), table, [2])
    assert not same_table(before.with_edits({(3, column): None for column in (1, 2, 3)}), table, [3])


def test_a_table_stays_the_same_beneath_the_rows_that_tell_what_its_columns_hold() -> None:
    before = sheet(PLAN, *[ROW] * (SAMPLE + 2))
    table = recognise(before)[0][0].table
    last = SAMPLE + 3
    assert same_table(before.with_edits({(last - 1, 4): "further"}), table, [last - 1])
    assert not same_table(before.with_edits({(SAMPLE + 1, 4): "further"}), table, [SAMPLE + 1])
    assert not same_table(before.with_edits({(last, column): None for column in (1, 2, 3)}), table, [last])


@pytest.mark.parametrize("rows", [[("", "", "10/11", "11/12"), ("Code", "Definition", "Actual", "Target")]])
def test_a_table_with_two_header_rows_stays_the_same_too(rows: list[tuple[Cell, ...]]) -> None:
    found = sheet(*rows, VALUES)
    assert same_table(found, recognise(found)[0][0].table, [3])


def test_a_table_as_it_was_is_the_identical_object() -> None:
    table = recognise(sheet(PLAN, ROW))[0][0].table
    one = counted(table, 1, ())
    assert one.records == 1
    assert counted(table, 1, (table, one)) is one
    assert counted(table, 2, (table, one)) is not one


@pytest.mark.parametrize(
    ("row", "text"),
    [((), ""), ((" alone ",), "alone"), (("a", "b"), ""), ((3,), ""), (("PAF A1",), ""), (("?",), "")],
)
def test_a_text_stands_alone_where_it_is_no_value_and_no_code(row: tuple[Cell, ...], text: str) -> None:
    assert lone_text(sheet(row, ("x",)), 1) == text
