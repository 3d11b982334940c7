"""What the projection chart of one indicator shows, as plain values that know nothing of how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.values import figure

if TYPE_CHECKING:
    import datetime as dt

    from desktop.domain.cells import CellRef
    from desktop.domain.findings import Severity
    from desktop.domain.notes import ChartNote
    from desktop.domain.periods import Kind
    from desktop.domain.ratings import Rag
    from desktop.projection.baseline import BaselinePoint, Shape
    from desktop.projection.xmr import Limits


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
class Annotation:
    """What the officer has noted, under the number of its flag: N1, N2 and so on from left to right.

    `value` is the height of what it marks, None for a day, or for a place that has no height. `label` names
    the period or the day, `signed` who wrote it and when; `note` is what the workbook keeps of it.
    """

    number: int
    date: dt.date
    value: float | None
    label: str
    text: str
    signed: str
    event: bool
    note: ChartNote

    @property
    def flag(self) -> str:
        """What stands on its flag, told from a finding's bare number."""
        return f"N{self.number}"

    @property
    def words(self) -> str:
        """The text, and in brackets who wrote it and when."""
        return f"{self.text} ({self.signed})" if self.signed else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The status of an actual value against the value planned for its date."""

    point: Point
    rag: Rag


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparator:
    """Another line of the same unit that the indicator is read against; `end` is its last figure."""

    name: str
    line: Outline
    end: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The range within which all values are alike, or allowed, and its words."""

    low: float
    high: float
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
    to which a planned point is moved, `whole` says that the measure counts whole things.
    """

    subject: CellRef
    code: str
    title: str
    subtitle: str
    status: str
    summary: str
    empty: str
    decimals: int
    whole: bool
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
    annotations: tuple[Annotation, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    comparators: tuple[Comparator, ...] = ()
    band: Band | None = None
    limits: Limits | None = None
    proposed: Outline = ()
    """A trajectory that is offered but not taken yet."""

    @property
    def dates(self) -> tuple[dt.date, ...]:
        """Every date that the chart must reach, in order; empty where there is nothing to draw."""
        known = {tick.date for tick in self.ticks}
        known |= {promise.date for promise in self.promises if promise.date is not None}
        known |= {annotation.date for annotation in self.annotations}
        known |= {date for comparator in self.comparators for date, _ in comparator.line}
        return tuple(sorted(known))

    @property
    def movable(self) -> tuple[Point, ...]:
        """The planned points, which may be moved, in date order."""
        return tuple(point for point in self.points if not point.kind.actual)

    def point_at(self, cell: CellRef) -> Point | None:
        """The point of a cell; None where the cell has none."""
        return next((point for point in self.points if point.cell == cell), None)

    def annotation_in(self, row: int) -> Annotation | None:
        """The officer's note that is kept in a row; None where the picture has none."""
        return next((each for each in self.annotations if each.note.row == row), None)

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
            judgements=(),
            promises=tuple(replace(promise, reading=None, gap=None) for promise in self.promises),
        )

    def flagged(self, annotation: Annotation, right: int, up: int) -> Picture:
        """The chart as it would be with a note's flag elsewhere, in pixels from its place."""
        there = replace(annotation, note=replace(annotation.note, right=right, up=up))
        return replace(
            self, annotations=tuple(there if each == annotation else each for each in self.annotations)
        )
