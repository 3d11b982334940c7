"""From dates and values to pixels and back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.charts.labels import Box, Spot
    from desktop.charts.picture import Picture

_ALONE = 183
"""Days to each side of a date that is the only one."""


def span(picture: Picture) -> tuple[float, float]:
    """The first and last day of a picture; half a year to each side of a date that is the only one."""
    days = [date.toordinal() for date in picture.dates] or [dt.date(2000, 1, 1).toordinal()]
    first, last = float(days[0]), float(days[-1])
    return (first, last) if first < last else (first - _ALONE, last + _ALONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The plot within a box of pixels; around the data there is a margin for markers and labels.

    Dates count as days of the proleptic calendar (`date.toordinal`).
    """

    box: Box
    sides: float
    above: float
    below: float
    first: float
    last: float
    low: float
    high: float

    @classmethod
    def around(
        cls,
        picture: Picture,
        box: Box,
        *,
        sides: float,
        above: float,
        below: float,
        days: tuple[float, float] | None = None,
    ) -> Frame:
        """The frame that shows a picture, or some of its days, in a box, with margins in pixels."""
        first, last = span(picture) if days is None else days
        return cls(
            box=box,
            sides=sides,
            above=above,
            below=below,
            first=first,
            last=last,
            low=picture.scale.low,
            high=picture.scale.high,
        )

    @property
    def days_per_pixel(self) -> float:
        """How many days one pixel is wide."""
        return (self.last - self.first) / max(1.0, self.box.width - 2 * self.sides)

    @property
    def units_per_pixel(self) -> float:
        """How much of the measure one pixel is high."""
        return (self.high - self.low) / max(1.0, self.box.height - self.above - self.below)

    @property
    def days(self) -> tuple[float, float]:
        """The days at the left and right edge of the box."""
        margin = self.sides * self.days_per_pixel
        return self.first - margin, self.last + margin

    @property
    def values(self) -> tuple[float, float]:
        """The values at the lower and upper edge of the box."""
        unit = self.units_per_pixel
        return self.low - self.below * unit, self.high + self.above * unit

    def apart(self, picture: Picture) -> float:
        """How many pixels lie between two periods in view, on the average."""
        shown = sum(self.shows(tick.date) for tick in picture.ticks)
        return (self.last - self.first) / self.days_per_pixel / max(1, shown - 1)

    def shows(self, date: dt.date) -> bool:
        """Whether a date is among those in view."""
        return self.first <= date.toordinal() <= self.last

    def date_at(self, x: float) -> dt.date:
        """The day at a place across, within those in view."""
        day = self.first + (x - self.box.left - self.sides) * self.days_per_pixel
        return dt.date.fromordinal(round(min(max(day, self.first), self.last)))

    def x(self, date: dt.date) -> float:
        """Where a date lies across."""
        return self.box.left + self.sides + (date.toordinal() - self.first) / self.days_per_pixel

    def y(self, value: float) -> float:
        """Where a value lies, counted downwards."""
        return self.box.bottom - self.below - (value - self.low) / self.units_per_pixel

    def spot(self, date: dt.date, value: float) -> Spot:
        """The pixel of a date and a value."""
        return self.x(date), self.y(value)

    def value_at(self, y: float) -> float:
        """The value at a height."""
        return self.low + (self.box.bottom - self.below - y) * self.units_per_pixel
