from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.cells import CellRef
from desktop.domain.edits import Edit
from tests.workbook.sheets import workbook

if TYPE_CHECKING:
    from tests.workbook.sheets import Cell

HEAD = ("Action", "Owner", "Milestone or Target", "Targeting")
ACTION = ("Review", "Jackie Wilson", "Reviewed", "City wide")
ABOVE: tuple[tuple[Cell, ...], ...] = (
    ("Outcome:", "Safe from harm", "Sponsor:", "Jane Held"),
    ("Delivery lead- Jackie Wilson\nKey indicator: LAC - baseline at January 2011- 1,434",),
)


def test_the_lines_above_a_plan_are_its_head() -> None:
    (head,) = workbook(*ABOVE, (), HEAD, ACTION).contents.plan_heads
    assert head.table == "Sheet!4"
    assert [(fact.field, fact.text, str(fact.cell)) for fact in head.facts] == [
        ("outcome", "Safe from harm", "Sheet!B1"),
        ("sponsor", "Jane Held", "Sheet!D1"),
        ("lead", "Jackie Wilson", "Sheet!A2"),
    ]
    assert [(key.name, str(key.cell)) for key in head.indicators] == [("LAC", "Sheet!A2")]


def test_of_two_plans_of_a_sheet_each_has_its_own() -> None:
    second = ("Sponsor: Tony Adlard",)
    heads = workbook(*ABOVE, HEAD, ACTION, (), second, HEAD[::-1], ACTION[::-1]).contents.plan_heads
    assert [(head.table, head.text("sponsor")) for head in heads] == [
        ("Sheet!3", "Jane Held"),
        ("Sheet!7", "Tony Adlard"),
    ]


def test_tables_of_other_kinds_and_bare_plans_have_none() -> None:
    indicators = ("Code", "31/3/01 Outturn", "31/3/02 Planned")
    assert workbook(*ABOVE, indicators, ("PAF A1", 1, 2)).contents.plan_heads == ()
    assert workbook(("Programme plan",), HEAD, ACTION).contents.plan_heads == ()


def test_an_edit_above_a_plan_changes_its_head_alone() -> None:
    book = workbook(*ABOVE, HEAD, ACTION)
    cell = CellRef(sheet="Sheet", row=1, column=4)
    changed = book.apply([Edit(cell=cell, content="Bridget Emery")]).contents
    assert changed.plan_heads[0].text("sponsor") == "Bridget Emery"
    assert changed.milestones[0] is book.contents.milestones[0]


def test_an_edit_in_the_plan_leaves_its_head() -> None:
    book = workbook(*ABOVE, HEAD, ACTION)
    for column, text in ((2, "Someone else"), (6, "a note")):
        cell = CellRef(sheet="Sheet", row=4, column=column)
        changed = book.apply([Edit(cell=cell, content=text)]).contents
        assert changed.plan_heads == book.contents.plan_heads
        assert changed.plan_heads[0] is book.contents.plan_heads[0]
