"""Formulas that name the columns of an Excel table follow when a column is renamed."""

from __future__ import annotations

import pytest

from desktop.workbook.structured_references import renamed

NAMES = {"due": "Due by", "cost £": "Cost", "a]b": "a[c]", "plain": "50%", "line\nbreak": "line"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("SUM(Plan[Due])", "SUM(Plan[Due by])"),
        ("SUM(plan[DUE])+PLAN[due]", "SUM(plan[Due by])+PLAN[Due by]"),
        ("Plan[[#This Row],[Due]]-TODAY()", "Plan[[#This Row],[Due by]]-TODAY()"),
        ("Plan[[Due]:[Cost £]]", "Plan[[Due by]:[Cost]]"),
        ("Plan[[#Headers],[Cost £]]", "Plan[[#Headers],[Cost]]"),
        ("Plan[@Due]&Plan[@[Cost £]]", "Plan[@Due by]&Plan[@[Cost]]"),
        ("Plan[[Cost £]]", "Plan[[Cost]]"),
        ("Plan[a']b]", "Plan[[a'[c']]]"),
        ("Plan[Plain]", "Plan[[50%]]"),
        ("Plan[Line\nbreak]", "Plan[line]"),
    ],
)
def test_the_column_has_its_new_name(before: str, after: str) -> None:
    assert renamed(before, "plan", NAMES) == after


@pytest.mark.parametrize(
    "formula",
    [
        "SUM(A1:B2)",
        "SUM(Plan[Due date])",
        "SUM(Plan[])",
        "SUM(Plan[#All])",
        "SUM(Plan[[#This Row],[Other]])",
        "SUM(Other[Due])",
        "SUM(MyPlan[Due])",
        'INDIRECT("Plan[Due]")',
        "'Plan[Due]'!A1",
        "[1]Due!A1+[Due.xlsx]Plan!B2",
        "Plan[Due",
    ],
)
def test_what_names_another_thing_stays(formula: str) -> None:
    assert renamed(formula, "plan", NAMES) == formula
