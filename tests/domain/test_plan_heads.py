from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.domain.cells import CellRef
from desktop.domain.plan_heads import HEAD_FIELDS, counted_by, read_head
from tests.domain.build import indicator

if TYPE_CHECKING:
    from desktop.domain.plan_heads import PlanHead

KEYED = "Key indicator and initial focus for work on this priority"


def head(*lines: str) -> PlanHead:
    cells = [(CellRef(sheet="Plan", row=row, column=1), line) for row, line in enumerate(lines, start=1)]
    found = read_head("Plan!9", cells)
    assert found is not None
    return found


def test_one_line_may_say_who_answers_and_who_leads() -> None:
    found = head(
        "Strategic Outcome- All children and young people are safe from harm",
        "Accountable Director – N Richardson Delivery Lead- Jackie Wilson CTB Sponsors- Jane Held & B Emery",
        "Priorities for this outcome are 1) help families. 2) Protect the most vulnerable.",
    )
    assert {field: found.text(field) for field in HEAD_FIELDS} == {
        "outcome": "All children and young people are safe from harm",
        "director": "N Richardson",
        "lead": "Jackie Wilson",
        "sponsor": "Jane Held & B Emery",
        "priorities": "1) help families. 2) Protect the most vulnerable.",
    }
    assert [fact.cell.row for fact in found.facts] == [1, 2, 2, 2, 3]


@pytest.mark.parametrize(
    ("line", "name", "number", "label", "date"),
    [
        (
            "The number of looked after children - baseline at January 2011- 1,434",
            *("The number of looked after children", 1434, "January 2011", "2011-01-31"),
        ),
        (
            "The level of attendance at primary school- 94.3% as at end of half term 4 2009/10",
            *("The level of attendance at primary school", 94.3, "end of half term 4 2009/10", "2010-03-31"),
        ),
        (
            "Young people aged 16-18 who are NEET- baseline- 8.3% (monthly, November-January 2010/11)",
            *("Young people aged 16-18 who are NEET", 8.3),
            *("monthly, November-January 2010/11", "2011-01-31"),
        ),
    ],
)
def test_a_key_indicator_has_a_baseline_with_its_period(
    line: str, name: str, number: float, label: str, date: str
) -> None:
    (key,) = head(KEYED, line).indicators
    assert (key.name, key.baseline.number, key.cell.row) == (name, number, 2)
    assert key.period is not None
    assert (key.period.label, key.period.end.isoformat()) == (label, date)


def test_the_heading_may_name_the_indicator_itself_and_a_period_may_be_lacking() -> None:
    (key,) = head("Key indicator: CYPP 4 - baseline - 8.3%").indicators
    assert (key.name, key.baseline.raw, key.period) == ("CYPP 4", "8.3%", None)


def test_bullets_beneath_are_the_initial_focus_until_something_else_is_said() -> None:
    found = head(
        "• Not yet", KEYED, "Children - baseline at May 2011- 5", "• Costs", "- Numbers", "Lead: A", "• No"
    )
    assert [fact.text for fact in found.focus] == ["Costs", "Numbers"]
    assert [words for _, words in found.told] == [
        "Delivery lead: A",
        "Initial focus: Costs",
        "Initial focus: Numbers",
        "Key indicator: Children, baseline 5 (May 2011)",
    ]


def test_a_baseline_without_a_period_is_told_without_one() -> None:
    found = head("Key indicator: Children - baseline - 5")
    assert [words for _, words in found.told] == ["Key indicator: Children, baseline 5"]


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("Programme plan", "Priority partnership action plan 2011/12"),
        ("We lead: nobody else does",),
        ("Outcome-based accountability in Leeds",),
        ("The number of children - baseline at January 2011- 5",),  # not said to be a key indicator
        ("Sponsor:",),
        (KEYED, "Reviewed each quarter"),
    ],
)
def test_other_lines_are_no_head(lines: tuple[str, ...]) -> None:
    cells = [(CellRef(sheet="Plan", row=row, column=1), line) for row, line in enumerate(lines, start=1)]
    assert read_head("Plan!9", cells) is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("The number of looked after children", "CYPP 1"),
        ("cypp 1", "CYPP 1"),
        ("Looked after children", None),
    ],
)
def test_a_key_indicator_is_counted_by_that_of_its_name_or_code(name: str, code: str | None) -> None:
    (key,) = head(KEYED, f"{name} - baseline at January 2011- 1,434").indicators
    named = replace(indicator(code="CYPP 1"), name="Number of looked-after children")
    known = (indicator(code="CYPP 2"), named)
    found = counted_by(key, known)
    assert (found and found.code) == code
