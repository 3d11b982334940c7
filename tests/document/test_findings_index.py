from __future__ import annotations

from collections import Counter
from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from desktop.document.findings_index import FindingCounts, FindingsIndex
from desktop.domain.cells import CellRef
from desktop.domain.findings import Finding, Severity


def finding(row: int, rule: int) -> Finding:
    return Finding(
        rule=f"IND-{rule:03}",
        severity=Severity.QUERY,
        cell=CellRef(sheet="Plan", row=row, column=1),
        subject="A",
        message="Say.",
    )


# One object for each rule and cell, as unchanged findings stay the identical objects.
SOME = {(row, rule): finding(row, rule) for row in range(1, 7) for rule in range(1, 4)}
LISTS = st.sets(st.sampled_from(sorted(SOME))).map(lambda keys: [SOME[key] for key in sorted(keys)])


@given(st.lists(LISTS, min_size=1, max_size=6))
def test_it_is_always_what_a_fresh_one_would_be(following: list[list[Finding]]) -> None:
    index = FindingsIndex()
    for findings in following:
        index.take(findings)
        expected = {cell: tuple(those) for cell, those in groupby(findings, key=lambda each: each.cell)}
        for row in range(1, 7):
            cell = CellRef(sheet="Plan", row=row, column=1)
            assert index.at(cell) == expected.get(cell, ())


@given(st.lists(LISTS, min_size=1, max_size=6))
def test_what_is_kept_count_of_is_always_what_counting_anew_would_give(
    following: list[list[Finding]],
) -> None:
    counts = FindingCounts(lambda finding: finding.rule)
    for findings in following:
        counts.take(findings)
        anew = Counter(finding.rule for finding in findings)
        assert [counts[f"IND-{rule:03}"] for rule in range(1, 5)] == [
            anew[f"IND-{rule:03}"] for rule in range(1, 5)
        ]
