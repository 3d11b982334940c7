"""Rows that only show how to fill in a form, and choices that nobody made, are never taken for records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.cells import CellRef
from desktop.domain.edits import Edit
from desktop.workbook.records import read_contents
from desktop.workbook.shapes import is_example
from tests.workbook.sheets import workbook

if TYPE_CHECKING:
    from tests.workbook.sheets import Cell

PLAN = ("Ref", "Milestone", "Status", "By when", "Owner")
REAL = ("1", "Train carers", "ongoing", "1/4/12", "JS")


@pytest.mark.parametrize(
    "text",
    [
        *("Example", "EXAMPLE:", "(example)", "Example row", "Example 1", "Example: reduce waiting times"),
        *(
            "e.g. Recruit ten carers",
            "(e.g. PAF A1)",
            "eg: a review",
            "For example, train staff",
            "Worked example",
        ),
        "Example - delete before sending",
    ],
)
def test_words_for_an_example(text: str) -> None:
    assert is_example(text)


@pytest.mark.parametrize(
    "text",
    ["Example policies from other councils gathered", "Exemplary practice", "Egress plan", "Eg", "", "1"],
)
def test_other_words(text: str) -> None:
    assert not is_example(text)


@pytest.mark.parametrize(
    "example",
    [
        ("Example", "Recruit ten carers", "on track", "31/3/12", "A N Other"),
        ("e.g.", "Recruit ten carers", "on track", "31/3/12", "A N Other"),
        ("0", "e.g. Recruit ten carers", "on track", "31/3/12", "A N Other"),
        (None, "Example: recruit ten carers", "on track", "31/3/12", "A N Other"),
    ],
)
def test_an_example_row_is_left_out_and_told(example: tuple[Cell, ...]) -> None:
    found = workbook(PLAN, example, REAL).contents
    assert [one.text for one in found.milestones] == ["Train carers"]
    assert found.tables[0].records == 1
    [problem] = found.problems
    assert problem.message == (
        "Sheet, row 2 is an example and was left out. Where one is meant to count, take the word for an "
        "example out of it."
    )


def test_examples_of_indicators_targets_and_amounts_are_left_out_too() -> None:
    found = workbook(
        ("Code", "Definition", "2010/11", "2011/12"),
        ("Example", "Number of visits", 4, 5),
        ("PAF A1", "e.g. moves of children", 4, 5),
        ("PAF A1", "Moves", 1, 2),
        (),
        ("Indicator", "Target", "By when", "Set by"),
        ("Example", 90, "31/3/12", "Cabinet"),
        ("PAF A1", 90, "31/3/12", "Cabinet"),
        (),
        ("Priority area", "Amount (£)"),
        ("Example: training", 100),
        ("Health", 200),
    ).contents
    assert [one.name for one in found.indicators] == ["Moves"]
    assert [str(one.cell) for one in found.targets] == ["Sheet!B8"]
    assert [one.area for one in found.expenditure] == ["Health"]
    assert [problem.message[: problem.message.index(" and w")] for problem in found.problems] == [
        "Sheet, rows 2, 3 are examples",
        "Sheet, row 7 is an example",
        "Sheet, row 11 is an example",
    ]


def test_comments_may_begin_with_an_example() -> None:
    found = workbook(("Action", "Comments", "Lead"), ("Train", "e.g. by e-learning", "JS")).contents
    assert [one.text for one in found.milestones] == ["Train"]


@pytest.mark.parametrize(
    ("row", "content"), [(2, "Recruit carers"), (3, "e.g. Train carers"), (3, "Train them")]
)
def test_edits_that_make_or_end_an_example_are_read_as_the_whole_would_be(row: int, content: str) -> None:
    start = workbook(PLAN, ("0", "Example: recruit", "on track", "31/3/12", "-"), REAL, REAL)
    after = start.apply([Edit(cell=CellRef(sheet="Sheet", row=row, column=2), content=content)])
    assert after.contents == read_contents(after.sheets.values())


def test_choices_that_nobody_made_are_no_values_and_make_no_record() -> None:
    found = workbook(
        PLAN,
        ("1", "Train carers", "< Select >", "Please select", "<Select>"),
        (None, None, "< Select >", None, "< Select >"),
        (),
        ("Code", "Definition", "2010/11", "2011/12"),
        ("<Select>", "Choose an item.", 1, 2),
        ("PAF A1", "Moves", "< Select >", 2),
    ).contents
    [milestone] = found.milestones
    assert (milestone.status.raw, milestone.status.status) == ("< Select >", None)
    assert (milestone.due.raw, milestone.due.latest, milestone.owner) == ("Please select", None, "")
    [indicator] = found.indicators
    value = indicator.values[0].value
    assert (value.raw, value.number, value.missing) == ("< Select >", None, "not_supplied")
