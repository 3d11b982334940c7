"""Rules on indicators that the library relates to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.edits import Edit
from desktop.domain.findings import Fix
from desktop.domain.indicators import NOISE
from desktop.domain.values import figure
from desktop.rules.rule import Remark
from desktop.rules.words import column, held_against, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.indicators import Indicator, IndicatorValue
    from desktop.rules.subjects import Bands, Twins

BANDS_MARGIN = 0.25
"""The share of a reported mean by which the mean of its bands may differ from it."""


def twins_differ(twins: Twins) -> Iterator[Remark]:
    """Two indicators that measure the same differ in a period, or one is blank where the other is not.

    Readers lay the two side by side. Spoken on the blank cell, or on the later of two that differ.
    Example: PAF A4 is blank for 1998/99, and QP 5.1.2a says 35.9.
    """
    first, later = twins.indicators
    known = first.by_period
    for other in later.values:
        one = known.get((other.period.end, other.period.kind))
        if one is None or (one.value.blank and other.value.blank):
            continue
        if one.value.blank or other.value.blank:
            yield (
                _blank(one, other, later, first.code)
                if one.value.blank
                else _blank(other, one, first, later.code)
            )
        elif (one.value.number, one.value.missing) != (other.value.number, other.value.missing):
            here, there = held_against(other, one)
            yield Remark(
                other.cell,
                f"{later.code} says {here} for {column(other.period)}, but {first.code}, which measures the "
                f"same, says {there} at {one.cell.a1}. Make the two agree, or explain why they differ.",
            )


def _blank(blank: IndicatorValue, filled: IndicatorValue, named: Indicator, subject: str) -> Remark:
    number = filled.value.number
    fix = None
    if number is not None:
        fix = Fix(label=f"Set it to {written(filled)}", edits=(Edit(cell=blank.cell, content=number),))
    return Remark(
        blank.cell,
        f"No value for {column(blank.period)}, but {named.code}, which measures the same, says "
        f"{written(filled)} at {filled.cell.a1}. Put it here too, or explain why it does not hold.",
        fix,
        subject=subject,
    )


def bands_disagree(bands: Bands) -> Iterator[Remark]:
    """The mean of the band counts, at the midpoints, differs from the reported mean by over 25 % of it.

    The whole and its parts come from the same cases, so one of them is wrong, or in another unit.
    Example: 26.5 reported where the bands give 2.1: months among years.
    """
    parts = [(part.by_period, midpoint) for part, midpoint in bands.parts]
    for value in bands.whole.values:
        period = value.period.end, value.period.kind
        counts = [(of.get(period), midpoint) for of, midpoint in parts]
        mean, reported = _mean(counts), value.value.number
        if mean is None or reported is None or abs(mean - reported) <= BANDS_MARGIN * abs(reported) + NOISE:
            continue
        decimals = max(1, value.value.decimals)
        yield Remark(
            value.cell,
            f"{bands.whole.code} reads {written(value)} for {column(value.period)}, but its bands, "
            f"{bands.parts[0][0].code} to {bands.parts[-1][0].code}, give about {figure(mean, decimals)}. "
            "Check the unit and the counts.",
        )


def _mean(counts: list[tuple[IndicatorValue | None, float]]) -> float | None:
    """The mean of the midpoints, weighted by the counts; None where one is missing or all are nought."""
    known = [(value.value.number, at) for value, at in counts if value is not None]
    weights = [(number, at) for number, at in known if number is not None]
    total = sum(number for number, _ in weights)
    return (
        sum(number * at for number, at in weights) / total
        if total > 0 and len(weights) == len(counts)
        else None
    )
