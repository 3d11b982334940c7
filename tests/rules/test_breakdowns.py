"""Rules on breakdown tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.breakdown import LineKind, Part
from desktop.domain.findings import Severity
from tests.domain.build import breakdown_line
from tests.rules.speaking import finding, findings

if TYPE_CHECKING:
    from desktop.domain.breakdown import BreakdownLine

SHARES = (Part.COUNT, Part.SHARE)
CLUSTERS = (Part.POPULATION, Part.COUNT, Part.RATIO)
DAYS = (("0-29", "19"), ("30-183", "71"), ("184-273", "87"), ("274-364", "155"), ("365+", "1,112"))


def rows(*lines: tuple[str, ...], parts: tuple[Part, ...] = (Part.COUNT,)) -> list[BreakdownLine]:
    """Lines of a label and its figures; one called Total is the total."""
    return [
        breakdown_line(
            label,
            *texts,
            kind=LineKind.TOTAL if label == "Total" else LineKind.LINE,
            row=row,
            parts=parts,
        )
        for row, (label, *texts) in enumerate(lines, start=5)
    ]


def test_tab_001_speaks_of_a_total_that_is_not_the_sum() -> None:
    found = finding("TAB-001", *rows(*DAYS, ("Total", "1,440")))
    assert (found.severity, str(found.cell), found.subject) == (
        Severity.ERROR,
        "Breakdown!B10",
        "Total, Count",
    )
    assert found.message == (
        "The rows come to 1,444, and the total says 1,440. Correct the total, or the row that is wrong or "
        "missing."
    )
    assert found.fix is not None
    assert [(edit.cell, edit.content) for edit in found.fix.edits] == [(found.cell, 1444)]
    shares = finding("TAB-001", *rows(("A", "1", "40.0"), ("Total", "1", "50.0"), parts=SHARES))
    assert (str(shares.cell), shares.fix) == ("Breakdown!C6", None)
    decimals = finding("TAB-001", *rows(("A", "0.25"), ("B", "0.25"), ("Total", "0.6")))
    assert "The rows come to 0.50" in decimals.message


def test_tab_001_is_silent_about_sums_roundings_rates_and_what_is_withheld() -> None:
    assert not findings("TAB-001", *rows(*DAYS, ("Total", "1,444")))
    assert not findings("TAB-001", *rows(("A", "0.1"), ("B", "0.2"), ("Total", "0.3")))
    days = rows(("A", "1", "33.3"), ("B", "2", "66.6"), ("Total", "3", "100.0"), parts=SHARES)
    assert not findings("TAB-001", *days)
    assert not findings("TAB-001", *rows(("A", "1"), ("B", "*"), ("Total", "4")))
    assert not findings("TAB-001", *rows(("A", "12.5"), ("Total", "9"), parts=(Part.RATE,)))
    assert not findings("TAB-001", *rows(*DAYS))
    assert not findings("TAB-001", *rows(("A", "1"), ("Total", "?")))


def test_tab_002_speaks_of_a_percentage_that_is_not_the_share() -> None:
    lines = rows(("Schools", "476", "43.1"), ("Total", "1,131", "100"), parts=SHARES)
    found = finding("TAB-002", *lines)
    assert (found.severity, str(found.cell), found.subject) == (
        Severity.QUERY,
        "Breakdown!C5",
        "Schools, Share",
    )
    assert found.message == (
        "43.1 is said to be the share, but the figures come to 42.1%. Work the percentage out again, or "
        "correct the number beside it."
    )


@pytest.mark.parametrize("share", ["42.1", "42.0", "42.18", "42", "?", ""])
def test_tab_002_is_silent_about_what_rounding_makes(share: str) -> None:
    assert not findings("TAB-002", *rows(("A", "476", share), ("Total", "1,131", "100"), parts=SHARES))


def test_tab_002_is_silent_where_children_count_in_several_rows() -> None:
    assert not findings("TAB-002", *rows(("A", "58", "58"), ("B", "46", "46"), parts=SHARES))


def test_tab_003_speaks_of_a_ratio_that_does_not_follow() -> None:
    lines = rows(("ACES", "5051", "43", "1.5"), ("Total", "169902", "1131", "1.0"), parts=CLUSTERS)
    found = finding("TAB-003", *lines)
    assert (found.severity, str(found.cell), found.subject) == (
        Severity.QUERY,
        "Breakdown!D5",
        "ACES, Ratio",
    )
    assert found.message == (
        "1.5 is said to be the ratio to the whole, but the figures come to 1.3. Work the ratio out again, or "
        "correct the count or the population."
    )
    assert found.fix is not None
    assert found.fix.edits[0].content == 1.3


def test_tab_003_is_silent_at_its_own_precision_and_without_a_population() -> None:
    for ratio in ("1.3", "1.28", "1", "", "?"):
        lines = rows(("ACES", "5051", "43", ratio), ("Total", "169902", "1131", "1.0"), parts=CLUSTERS)
        assert not findings("TAB-003", *lines)
    assert not findings(
        "TAB-003", *rows(("A", "", "31", "9"), ("Total", "169902", "1131", "1.0"), parts=CLUSTERS)
    )
