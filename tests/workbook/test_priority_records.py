from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.tables import TableKind
from tests.workbook.sheets import workbook

if TYPE_CHECKING:
    from desktop.domain.priorities import Priority
    from tests.workbook.sheets import Cell

HEAD = ("Outcomes", "Priorities", "Obsessions", "CTB sponsors:", "LCC Children's Services Leads:")


def priorities(*rows: tuple[Cell, ...], head: tuple[str, ...] = HEAD) -> tuple[Priority, ...]:
    return workbook(head, *rows).contents.priorities


def test_a_priority_says_its_outcome_and_who_answers_for_it() -> None:
    contents = workbook(
        HEAD, ("Safe from harm", "protect the vulnerable", "LAC", "Jane Held", "J Wilson")
    ).contents
    (table,) = contents.tables
    assert (table.kind, table.records) == (TableKind.PRIORITIES, 1)
    (found,) = contents.priorities
    assert (found.outcome, found.text, found.obsession) == ("Safe from harm", "protect the vulnerable", "LAC")
    assert (found.sponsor, found.lead, str(found.cell)) == ("Jane Held", "J Wilson", "Sheet!B2")


def test_beneath_a_merged_outcome_outcome_and_lead_are_those_above() -> None:
    rows = (
        ("Healthy", "activity", None, "Hilary Devitt", "Sarah Sinclair"),
        (None, "sexual health", None, "Ian Cameron"),
        ("Fun", "play", None, "Alan Bolton"),
    )
    found = priorities(*rows)
    assert [(one.outcome, one.lead) for one in found] == [
        ("Healthy", "Sarah Sinclair"),
        ("Healthy", "Sarah Sinclair"),
        ("Fun", ""),
    ]


@pytest.mark.parametrize("row", [(), ("Safe", None, "LAC"), (None, "Note: draft"), HEAD])
def test_a_row_without_a_priority_is_none(row: tuple[Cell, ...]) -> None:
    assert [one.text for one in priorities(row, ("Fun", "play", None, "A"))] == ["play"]


def test_a_table_may_number_its_priorities_and_leave_outcomes_out() -> None:
    (found,) = priorities((9, "play", "Alan Bolton"), head=("No", "Priority", "Sponsor"))
    assert (found.number, found.outcome, found.lead) == ("9", "", "")


def test_an_action_plan_with_sponsors_stays_a_plan() -> None:
    head = ("Priority", "Action", "Sponsor", "Lead", "By when", "Status")
    contents = workbook(head, ("Play", "Open parks", "A", "B", "31/3/12", "ON TRACK")).contents
    assert [table.kind for table in contents.tables] == [TableKind.PLAN]
