"""What the projection chart of one indicator shows, as plain values that know nothing of how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.values import figure

if TYPE_CHECKING:
    import datetime as dt

    from desktop.domain.cells import CellRef
    from desktop.domain.findings import Severity
    from desktop.domain.periods import Kind
    from desktop.projection.baseline import BaselinePoint, Shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A plotted value: its period's label and kind, its cell, and its figure as it is written."""

    date: dt.date
    value: float
    kind: Kind
    cell: CellRef
    label: str
    figure: str


Stroke: TypeAlias = tuple[Point, ...]
"""The points that one unbroken line joins, in date order."""


Outline: TypeAlias = "tuple[tuple[dt.date, float], ...]"
"""Dates and values of a line that is no stroke between plotted values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """A period without a number, and what stands there instead: "N/A", "?" or "no value"."""

    date: dt.date
    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A target: a star at its date, or a line right across where it names no date; `short` is its brief text.

    `reading` is what the plan says at that date, `gap` its distance in words ("5.0 short") where the plan
    is worse; both are None where the plan does not reach over the date or is good enough.
    """

    date: dt.date | None
    value: float
    text: str
    short: str
    reading: float | None = None
    gap: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """If nothing changes: the baseline's points, its shape, and the words beside it, in full and in short."""

    shape: Shape
    points: tuple[BaselinePoint, ...]
    text: str
    short: str

    @property
    def line(self) -> Outline:
        """The baseline itself."""
        return tuple((point.date, point.value) for point in self.points)

    @property
    def low(self) -> Outline:
        """The lower edge of the envelope or interval; empty where it has none."""
        return tuple((point.date, point.low) for point in self.points if point.low is not None)

    @property
    def high(self) -> Outline:
        """The upper edge of the envelope or interval; empty where it has none."""
        return tuple((point.date, point.high) for point in self.points if point.high is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What the check says of one plotted cell, under the number that flags it on the chart."""

    number: int
    point: Point
    severity: Severity
    texts: tuple[str, ...]

    @property
    def text(self) -> str:
        """All that is said, in one line."""
        return " ".join(self.texts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What the check says of one cell that has no point on the chart: a blank, a "?", a code, a target."""

    cell: CellRef
    severity: Severity
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The value axis: its lowest and highest value and its ticks with their labels."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A period on the date axis, under the table's own label."""

    date: dt.date
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The whole chart of one indicator; `empty` says why, where there is nothing to draw.

    `lowest` and `highest` are the limits of the measure, None where it has none; `decimals` is the precision
    to which a planned point is moved.
    """

    subject: CellRef
    title: str
    subtitle: str
    status: str
    summary: str
    empty: str
    decimals: int
    lowest: float | None
    highest: float | None
    scale: Scale
    ticks: tuple[Tick, ...]
    points: tuple[Point, ...]
    measured: tuple[Stroke, ...]
    plan: tuple[Stroke, ...]
    absences: tuple[Absence, ...] = ()
    promises: tuple[Promise, ...] = ()
    projection: Projection | None = None
    notes: tuple[Note, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def dates(self) -> tuple[dt.date, ...]:
        """Every date that the chart must reach, in order; empty where there is nothing to draw."""
        known = {tick.date for tick in self.ticks}
        known |= {promise.date for promise in self.promises if promise.date is not None}
        return tuple(sorted(known))

    @property
    def movable(self) -> tuple[Point, ...]:
        """The planned points, which may be moved, in date order."""
        return tuple(point for point in self.points if not point.kind.actual)

    def point_at(self, cell: CellRef) -> Point | None:
        """The point of a cell; None where the cell has none."""
        return next((point for point in self.points if point.cell == cell), None)

    def snapped(self, value: float) -> float:
        """A value within the measure's limits, at the precision that the indicator is written with."""
        if self.lowest is not None:
            value = max(value, self.lowest)
        if self.highest is not None:
            value = min(value, self.highest)
        return round(value, self.decimals)

    def moved(self, point: Point, value: float) -> Picture:
        """The chart as it would be with a planned point elsewhere, without what the check said before."""
        there = replace(point, value=value, figure=figure(value, self.decimals))

        def swapped(points: Stroke) -> Stroke:
            return tuple(there if each == point else each for each in points)

        return replace(
            self,
            points=swapped(self.points),
            plan=tuple(swapped(line) for line in self.plan),
            notes=(),
            remarks=(),
            promises=tuple(replace(promise, reading=None, gap=None) for promise in self.promises),
        )
