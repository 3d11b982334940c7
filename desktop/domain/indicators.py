"""Indicators: what is measured, what is better, and the values by period."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.periods import Kind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from desktop.domain.cells import CellRef
    from desktop.domain.periods import Period
    from desktop.domain.values import Value


NOISE = 1e-9
"""Differences up to this are the noise of decimal arithmetic, not the officer's."""


class Polarity(StrEnum):
    """What is better."""

    HIGHER = "higher"
    LOWER = "lower"
    RANGE = "range"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What an indicator's numbers mean: unit, limits, what is better and on what ground.

    Within `tolerance` of the ideal all values of a range are alike; `comparator` is the code or the name of
    what the indicator is compared with.
    A measure of which nothing is known is neutral and has no limits.
    """

    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    polarity: Polarity = Polarity.NEUTRAL
    ideal: float | None = None
    basis: str = ""
    same_as: str = ""
    relation: str = ""
    note: str = ""
    tolerance: float | None = None
    comparator: str = ""

    @property
    def counts(self) -> bool:
        """Whether the measure counts whole things."""
        return self.unit == "count"

    @property
    def best(self) -> float | None:
        """The best possible value, where the measure has one."""
        return {
            Polarity.HIGHER: self.maximum,
            Polarity.LOWER: self.minimum,
            Polarity.RANGE: self.ideal,
            Polarity.NEUTRAL: None,
        }[self.polarity]

    @property
    def polarity_words(self) -> str:
        """The polarity as it is said to a person."""
        return {
            Polarity.HIGHER: "higher is better",
            Polarity.LOWER: "lower is better",
            Polarity.RANGE: f"nearer {self.ideal:g} is better"
            if self.ideal is not None
            else "a range is best",
            Polarity.NEUTRAL: "neither direction is claimed to be better",
        }[self.polarity]

    @property
    def judged(self) -> bool:
        """Whether it may be said of two values which is better."""
        return self.polarity is not Polarity.NEUTRAL and (
            self.polarity is not Polarity.RANGE or self.ideal is not None
        )

    def shortfall(self, value: float, reference: float) -> float:
        """By how much a value is worse than a reference, in the measure's unit; negative where better.

        Zero for a neutral measure, of which nobody may claim either, and for a range without an ideal.
        """
        if self.polarity is Polarity.HIGHER:
            return reference - value
        if self.polarity is Polarity.LOWER:
            return value - reference
        if self.polarity is Polarity.RANGE and self.ideal is not None:
            return abs(value - self.ideal) - abs(reference - self.ideal)
        return 0.0

    @property
    def short_words(self) -> str:
        """How a value that is worse than a reference stands to it: short, too high, further from an ideal."""
        if self.polarity is Polarity.RANGE and self.ideal is not None:
            return f"further from {self.ideal:g}"
        return "short" if self.polarity is Polarity.HIGHER else "too high"

    def worse(self, value: float, reference: float) -> bool:
        """Whether a value is worse than a reference, beyond the noise of decimal arithmetic."""
        return self.shortfall(value, reference) > NOISE

    def clip(self, value: float) -> float:
        """The value, kept within the measure's limits."""
        if self.minimum is not None:
            value = max(value, self.minimum)
        return value if self.maximum is None else min(value, self.maximum)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorValue:
    """One value: its period, its reading and its cell."""

    period: Period
    cell: CellRef
    value: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One indicator as a table gives it; values in the order of the table's columns.

    `cell` holds the code, `name_cell` the definition, where the table gives one. Some tables also say for
    which priority it stands, who answers for it and who delivers it, and what moves with it (`linked`).
    A set gives a `baseline` and the words for its period; where both can be read it is the first value too.
    """

    code: str
    name: str
    group: str
    measure: Measure
    table: str
    cell: CellRef
    values: tuple[IndicatorValue, ...]
    name_cell: CellRef | None = None
    priority: str = ""
    sponsor: str = ""
    lead: str = ""
    linked: str = ""
    baseline: Value | None = None
    baseline_period: str = ""

    @property
    def row(self) -> int:
        """The row of the sheet where the code stands."""
        return self.cell.row

    @property
    def actuals(self) -> tuple[IndicatorValue, ...]:
        """Measured values that can be read as numbers, in date order."""
        return self._numbers(Kind.OUTTURN, Kind.PROVISIONAL)

    @property
    def planned(self) -> tuple[IndicatorValue, ...]:
        """The planned trajectory: planned values that can be read as numbers, in date order."""
        return self._numbers(Kind.PLANNED)

    def _numbers(self, *kinds: Kind) -> tuple[IndicatorValue, ...]:
        chosen = [
            value for value in self.values if value.value.number is not None and value.period.kind in kinds
        ]
        return tuple(sorted(chosen, key=lambda value: value.period.end))

    @property
    def by_period(self) -> Mapping[tuple[dt.date, Kind], IndicatorValue]:
        """The values by the day and the kind of their period; of two alike the later column's."""
        return {(value.period.end, value.period.kind): value for value in self.values}

    @property
    def places(self) -> int:
        """The decimals of a figure proposed for it: those it is written with, none for whole things."""
        return 0 if self.measure.counts else self.decimals

    @property
    def decimals(self) -> int:
        """The most decimals that any of its values is written with."""
        return max(
            (value.value.decimals for value in self.values if value.value.number is not None), default=0
        )
