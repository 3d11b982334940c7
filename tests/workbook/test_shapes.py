from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.workbook.shapes import is_aside, is_code, is_heading, is_letter, is_measure, is_numbered

if TYPE_CHECKING:
    from collections.abc import Callable

LIKE: dict[Callable[[str], bool], tuple[str, ...]] = {
    is_code: (
        "PAF A1",
        " PAF C20 ",
        "QP 1.1.2",
        "QP 2a",
        "CYPP 3 primary",
        "PAF CF/A1",
        "|2.1.1|",
        "NI62",
        "BVPI 163",
    ),
    is_measure: (
        "Number of children",
        "The average number of days",
        "% of reviews",
        "Reviews held on time (%)",
        "Rate",
    ),
    is_letter: ("A", "b ", "AB", "1.4", "12", "3a", "A1", "iv", "2."),
    is_heading: ("OBJECTIVE 1", "Outcome: be healthy", "Priority 3", "1. Prevention", "12) Finance"),
    is_numbered: ("1. Prevention", "4) Placement", "6 : Finance", "10.Governance"),
    is_aside: (
        "Total",
        "TOTALS",
        "Sub-total",
        "Grand total (£)",
        "Note: draft",
        "Notes",
        "Source: DfE",
        "N.B. old",
        "* old",
    ),
}
UNLIKE: dict[Callable[[str], bool], tuple[str, ...]] = {
    is_code: (
        "",
        "A",
        "Objective 1",
        "31/3/01",
        "12",
        "PAF",
        "paf a1",
        "The PAF A1",
        "Q3 2012/13 outturn of all",
    ),
    is_measure: ("", "Staffing", "Numbers game", "PAF A1", "Reviews held on time"),
    is_letter: ("", "Placement", "ABC", "123.4.5.6.7x", "A-1"),
    is_heading: (
        "",
        "PERFORMANCE INDICATORS",
        "1 new team",
        "Objectives are met",
        "Themed",
        "Priority action plan 2011/12",
    ),
    is_numbered: ("", "1 new team", "1.5 workers", "10:30 start", "1.", "A. Prevention"),
    is_aside: (
        "",
        "Total number of children",
        "Totally new",
        "Notable",
        "Source of referrals",
        "Noted by all",
    ),
}


@pytest.mark.parametrize(("like", "text"), [(like, text) for like, texts in LIKE.items() for text in texts])
def test_a_text_looks_like_it(like: Callable[[str], bool], text: str) -> None:
    assert like(text)


@pytest.mark.parametrize(("like", "text"), [(like, text) for like, texts in UNLIKE.items() for text in texts])
def test_a_text_does_not_look_like_it(like: Callable[[str], bool], text: str) -> None:
    assert not like(text)
