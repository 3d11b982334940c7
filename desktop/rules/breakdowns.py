"""Rules on breakdown tables: totals, shares and ratios that do not follow from the counts beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.breakdown import Part, added
from desktop.domain.edits import Edit
from desktop.domain.findings import Fix
from desktop.rules.rule import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.domain.breakdown import Breakdown, BreakdownLine, Figure

MOST_APART = 0.1
"""Percentage points by which a share may differ from what the counts come to."""
_NOISE = 1e-9
_ADDED = {Part.COUNT, Part.POPULATION, Part.SHARE}


def total_differs(breakdown: Breakdown) -> Iterator[Remark]:
    """A total row differs from the sum of its rows.

    Either the total or a row is wrong, or a row is missing. Percentages may differ by what their rounding
    comes to; figures that nobody may add up, such as rates, are left out.
    Example: rows of 19, 71, 87, 155 and 1,112 under a total of 1,440.
    """
    for total, lines in breakdown.sums():
        for figure in total.figures:
            summed = added(lines, figure.cell.column) if figure.part in _ADDED else None
            number = figure.value.number
            if summed is not None and number is not None and _apart(figure, lines, summed - number):
                written = _written(summed, max(_decimals(lines, figure), figure.value.decimals))
                yield Remark(
                    figure.cell,
                    f"The rows come to {written}, and the total says "
                    f"{figure.value.raw.strip()}. Correct the total, or the row that is wrong or missing.",
                    _fix(figure, summed, written) if figure.part is not Part.SHARE else None,
                    subject=_subject(total, figure),
                )


def share_differs(breakdown: Breakdown) -> Iterator[Remark]:
    """A percentage column differs from the share of the total by more than 0.1.

    A whole percentage may differ by its rounding. Silent where the total is not known, as where a child can
    be counted in several rows.
    Example: 476 of 1,131, and "43.1" beside it.
    """
    for line in breakdown.lines:
        for figure in line.figures:
            number = figure.value.number
            share = breakdown.share(line, figure) if figure.part is Part.SHARE else None
            allowed = max(MOST_APART, figure.half_step) + _NOISE
            if share is not None and number is not None and abs(number - share) > allowed:
                written = _written(share, max(1, figure.value.decimals))
                yield Remark(
                    figure.cell,
                    f"{figure.value.raw.strip()} is said to be the share, but the figures come to "
                    f"{written}%. Work the percentage out again, or correct the number beside it.",
                    subject=_subject(line, figure),
                )


def ratio_differs(breakdown: Breakdown) -> Iterator[Remark]:
    """A ratio column differs, at its own precision, from (count ÷ population) ÷ (total ÷ total population).

    Example: 43 of 5,051 against 1,131 of 169,902 is 1.3, and "1.5" stands there.
    """
    for line in breakdown.lines:
        for figure in line.figures:
            number = figure.value.number
            ratio = breakdown.ratio(line, figure) if figure.part is Part.RATIO else None
            if ratio is not None and number is not None and abs(number - ratio) > figure.half_step + _NOISE:
                written = _written(ratio, figure.value.decimals)
                yield Remark(
                    figure.cell,
                    f"{figure.value.raw.strip()} is said to be the ratio to the whole, but the figures come "
                    f"to {written}. Work the ratio out again, or correct the count or the population.",
                    _fix(figure, round(ratio, figure.value.decimals), written),
                    subject=_subject(line, figure),
                )


def _apart(total: Figure, lines: Sequence[BreakdownLine], difference: float) -> bool:
    if total.part is not Part.SHARE:
        return abs(difference) > _NOISE * max(1.0, abs(total.value.number or 0.0))
    own = [line.at(total.cell.column) for line in lines]
    slack = total.half_step + sum(figure.half_step for figure in own if figure is not None)
    return abs(difference) > slack + _NOISE


def _decimals(lines: Sequence[BreakdownLine], total: Figure) -> int:
    own = [line.at(total.cell.column) for line in lines]
    return max((figure.value.decimals for figure in own if figure is not None), default=0)


def _written(number: float, decimals: int) -> str:
    return f"{number:,.{decimals}f}"


def _fix(figure: Figure, number: float, written: str) -> Fix:
    return Fix(label=f"Set to {written}", edits=(Edit(cell=figure.cell, content=number),))


def _subject(line: BreakdownLine, figure: Figure) -> str:
    return f"{line.label}, {figure.header}" if figure.header else line.label
