"""Which findings are listed, in what order, under which headings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain.edits import Edit
from desktop.domain.findings import Finding, Fix, Severity
from desktop.domain.notes import Explanation, Remarked
from desktop.ui.panels.findings_order import Grouping, Heading, Standing, Wish, arranged
from tests.ui.hands import at

TITLES = {"IND-002": "A value is unknown", "TRJ-005": "The plan misses a target"}


def finding(rule: str, severity: Severity, cell: str, subject: str = "PAF A1") -> Finding:
    return Finding(rule=rule, severity=severity, cell=at(cell), subject=subject, message=f"{rule} speaks.")


ADVICE = finding("TRJ-007", Severity.ADVICE, "Indicators!C3")
QUERY = finding("IND-002", Severity.QUERY, "Indicators!D3")
ERROR = finding("TRJ-005", Severity.ERROR, "Indicators!E4", "PAF C23")
LATER = finding("IND-002", Severity.QUERY, "Indicators!F4", "PAF C23")
EXPLAINED = replace(
    QUERY,
    cell=at("Indicators!G3"),
    explained=True,
    explanation=Explanation(
        of=Remarked(rule="IND-002", subject="PAF A1", point="31/3/01", held="?"),
        text="It comes in May",
        by="JS",
        date=None,
    ),
)
FOUND = (ADVICE, QUERY, EXPLAINED, ERROR, LATER)


def test_the_gravest_come_first_and_what_is_explained_last() -> None:
    assert arranged(FOUND, Wish(), TITLES) == (ERROR, QUERY, LATER, ADVICE, EXPLAINED)


def test_by_subject_in_the_order_of_the_sheets() -> None:
    assert arranged(FOUND, Wish(grouping=Grouping.SUBJECT), TITLES) == (
        Heading(words="PAF A1", count=3),
        QUERY,
        ADVICE,
        EXPLAINED,
        Heading(words="PAF C23", count=2),
        ERROR,
        LATER,
    )


def test_by_rule_the_gravest_rule_first_with_its_title() -> None:
    assert arranged(FOUND, Wish(grouping=Grouping.RULE), TITLES) == (
        Heading(words="TRJ-005 · The plan misses a target", count=1),
        ERROR,
        Heading(words="IND-002 · A value is unknown", count=3),
        QUERY,
        LATER,
        EXPLAINED,
        Heading(words="TRJ-007", count=1),
        ADVICE,
    )


def test_a_rule_weighs_as_its_gravest_finding() -> None:
    lighter = finding("TRJ-005", Severity.ADVICE, "Indicators!B3")
    rows = arranged((lighter, QUERY, ERROR), Wish(grouping=Grouping.RULE), {})
    assert rows[:3] == (Heading(words="TRJ-005", count=2), ERROR, lighter)


@pytest.mark.parametrize(
    ("standings", "rows"),
    [
        ({Standing.ERROR}, (ERROR,)),
        ({Standing.QUERY}, (QUERY, LATER)),
        ({Standing.ADVICE, Standing.EXPLAINED}, (ADVICE, EXPLAINED)),
        (set(), ()),
    ],
)
def test_only_what_is_wanted_is_shown(standings: set[Standing], rows: tuple[Finding, ...]) -> None:
    assert arranged(FOUND, Wish(standings=frozenset(standings)), TITLES) == rows


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("MAY (js)", (EXPLAINED,)),
        ("paf c23", (ERROR, LATER)),
        ("Indicators!E4", (ERROR,)),
        ("set it to 5", (LATER,)),
        ("nothing of the kind", ()),
    ],
)
def test_the_filter_looks_into_all_words(words: str, rows: tuple[Finding, ...]) -> None:
    fix = Fix(label="Set it to 5", edits=(Edit(cell=LATER.cell, content=5),))
    mended = replace(LATER, fix=fix)
    found = tuple(mended if one is LATER else one for one in FOUND)
    shown = arranged(found, Wish(words=words), TITLES)
    assert shown == tuple(mended if one is LATER else one for one in rows)


def test_each_standing_has_words_and_a_shape_of_its_own() -> None:
    words = [standing.counted(number) for standing, number in zip(Standing, (1, 2, 0, 1200), strict=True)]
    assert words == ["1 error", "2 queries", "0 advice", "1,200 explained"]
    assert len({standing.shape for standing in Standing}) == len(Standing)
