"""Sum, average, count, minimum and maximum of the numbers in a selection."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.values import figure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QItemSelection

    from desktop.domain.values import Value
    from desktop.grid.cells_model import CellsModel


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """Of the numbers in a selection; `average`, `least` and `most` are None where there is none.

    `decimals` is the most that any of them is written with.
    """

    sum: float = 0.0
    average: float | None = None
    count: int = 0
    least: float | None = None
    most: float | None = None
    decimals: int = 0

    @property
    def words(self) -> str:
        """As the status bar shows it; empty where there is no number."""
        if self.average is None or self.least is None or self.most is None:
            return ""
        total = f"Sum {figure(self.sum, self.decimals)}"
        if self.count == 1:
            return f"{total}   Average {figure(self.average, self.decimals)}   Count 1"
        average = f"Average {figure(self.average, self.decimals + 1)}"
        least, most = figure(self.least, self.decimals), figure(self.most, self.decimals)
        return f"{total}   {average}   Count {self.count:,}   Min {least}   Max {most}"


def statistics(values: Iterable[Value]) -> Statistics:
    """The statistics of those values that can be read as numbers."""
    numbers: list[float] = []
    decimals = 0
    for value in values:
        if value.number is not None:
            numbers.append(value.number)
            decimals = max(decimals, value.decimals)
    if not numbers:
        return Statistics()
    total = math.fsum(numbers)
    return Statistics(
        sum=total,
        average=total / len(numbers),
        count=len(numbers),
        least=min(numbers),
        most=max(numbers),
        decimals=decimals,
    )


def selected_values(model: CellsModel, selection: QItemSelection) -> Iterable[Value]:
    """The values in the selected ranges, without those of columns that hold plain text."""
    for area in selection.toList():
        for column in range(area.left(), area.right() + 1):
            yield from model.values(column, area.top(), area.bottom())
