"""Totals, shares and ratios of breakdown tables."""

from __future__ import annotations

import pytest

from desktop.domain.breakdown import Against, Breakdown, LineKind, Part, added, against
from tests.domain.build import breakdown_line, figure


def table(*lines: tuple[str, LineKind, tuple[str, ...]], parts: tuple[Part, ...]) -> Breakdown:
    return Breakdown(
        lines=tuple(
            breakdown_line(label, *texts, kind=kind, row=row, parts=parts)
            for row, (label, kind, texts) in enumerate(lines, start=5)
        )
    )


LINE, SUBTOTAL, TOTAL = LineKind
COUNTS = (Part.COUNT,)
SHARES = (Part.COUNT, Part.SHARE)
CLUSTERS = (Part.POPULATION, Part.COUNT, Part.RATIO)


def test_a_subtotal_adds_up_the_lines_since_the_last_and_the_total_all() -> None:
    whole = table(
        ("North", LINE, ("1",)),
        ("South", LINE, ("2",)),
        ("Sub-total", SUBTOTAL, ("3",)),
        ("East", LINE, ("4",)),
        ("Sub-total", SUBTOTAL, ("4",)),
        ("Total", TOTAL, ("7",)),
        parts=COUNTS,
    )
    assert [(line.row, [one.label for one in lines]) for line, lines in whole.sums()] == [
        (7, ["North", "South"]),
        (9, ["East"]),
        (10, ["North", "South", "East"]),
    ]


def test_a_sum_leaves_blanks_out_but_not_what_is_withheld() -> None:
    lines = table(("A", LINE, ("1",)), ("B", LINE, ("",)), parts=COUNTS).lines
    assert added(lines, 2) == 1
    assert added(lines[1:], 2) is None
    withheld = table(("A", LINE, ("1",)), ("B", LINE, ("*",)), parts=COUNTS).lines
    assert added(withheld, 2) is None


def test_a_share_is_of_the_total() -> None:
    whole = table(("A", LINE, ("19", "1.3%")), ("Total", TOTAL, ("1,444", "100%")), parts=SHARES)
    line = whole.lines[0]
    assert whole.share(line, line.figures[1]) == pytest.approx(1.3158, abs=1e-4)


def test_without_a_total_shares_that_come_to_the_whole_say_that_nothing_counts_twice() -> None:
    parts = table(("A", LINE, ("30", "75")), ("B", LINE, ("10", "25")), parts=SHARES)
    line = parts.lines[1]
    assert parts.share(line, line.figures[1]) == 25
    overlapping = table(("A", LINE, ("30", "75")), ("B", LINE, ("20", "50")), parts=SHARES)
    line = overlapping.lines[1]
    assert overlapping.share(line, line.figures[1]) is None
    unread = table(("A", LINE, ("30", "75")), ("B", LINE, ("20", "?")), parts=SHARES)
    assert unread.whole(2) is None


def test_a_share_of_nothing_known_is_not_worked_out() -> None:
    whole = table(("A", LINE, ("?", "1%")), ("Total", TOTAL, ("0", "100%")), parts=SHARES)
    line = whole.lines[0]
    assert whole.share(line, line.figures[1]) is None
    assert whole.share(line, figure("1%", Part.SHARE)) is None


def test_a_ratio_compares_with_the_whole() -> None:
    whole = table(
        ("ACES", LINE, ("5051", "43", "1.3")),
        ("Unmatched", LINE, ("", "31", "")),
        ("Total", TOTAL, ("169902", "1131", "1.0")),
        parts=CLUSTERS,
    )
    first, unmatched, total = whole.lines
    assert whole.ratio(first, first.figures[2]) == pytest.approx(1.2789, abs=1e-4)
    assert whole.ratio(unmatched, unmatched.figures[2]) is None
    assert whole.ratio(total, total.figures[2]) == 1
    without = table(("ACES", LINE, ("5051", "43", "1.3")), parts=CLUSTERS)
    assert without.ratio(without.lines[0], without.lines[0].figures[2]) is None


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("1.3", Against.ABOVE),
        ("1.0", Against.IN_LINE),
        ("1", Against.IN_LINE),
        ("0.9", Against.BELOW),
        ("1.04", Against.ABOVE),
        ("", None),
    ],
)
def test_how_a_ratio_stands_against_the_whole(text: str, stands: Against | None) -> None:
    assert against(figure(text, Part.RATIO)) is stands


def test_only_a_ratio_stands_above_or_below() -> None:
    assert against(figure("1.3", Part.COUNT)) is None
    assert {one.mark for one in Against} == {"A ▲", "I ●", "B ▼"}


def test_two_totals_are_none() -> None:
    twice = table(("Total", TOTAL, ("1",)), ("Grand total", TOTAL, ("1",)), parts=COUNTS)
    assert twice.total is None
    assert list(twice.sums()) == []
    assert (twice.population, twice.subject) == (None, "Breakdown")
