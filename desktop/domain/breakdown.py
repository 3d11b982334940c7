"""Breakdown tables: counts by place, age or reason, with totals, shares and ratios to the whole."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.cells import CellRef
    from desktop.domain.values import Value

WHOLE = 100.0
"""Percent."""
_ROUNDING = 1e-9


class Part(StrEnum):
    """What a column of a breakdown holds; a rate is a figure that no one may add up."""

    COUNT = "count"
    POPULATION = "population"
    SHARE = "share"
    RATIO = "ratio"
    RATE = "rate"


class LineKind(StrEnum):
    """What a line of a breakdown is: one of those that are added up, or a sum."""

    LINE = "line"
    SUBTOTAL = "subtotal"
    TOTAL = "total"


class Against(StrEnum):
    """How a line stands against the whole: neither is good or bad in itself."""

    ABOVE = "above"
    IN_LINE = "in line"
    BELOW = "below"

    @property
    def words(self) -> str:
        """As it is read out."""
        return "in line with the whole" if self is Against.IN_LINE else f"{self.value} the whole"

    @property
    def mark(self) -> str:
        """A letter and a shape, so that colour never speaks alone."""
        return {Against.ABOVE: "A ▲", Against.IN_LINE: "I ●", Against.BELOW: "B ▼"}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One cell of a line; `of` is the column of the counts that a share or a ratio is worked out from."""

    header: str
    part: Part
    value: Value
    cell: CellRef
    of: int | None = None

    @property
    def half_step(self) -> float:
        """Half of the last decimal that is written: how far rounding may move it."""
        return 0.5 * 10.0**-self.value.decimals


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakdownLine:
    """A row of a breakdown: its label and its figures, from left to right."""

    table: str
    label: str
    kind: LineKind
    row: int
    cell: CellRef
    figures: tuple[Figure, ...]

    def at(self, column: int | None) -> Figure | None:
        """The figure in a column."""
        return next((figure for figure in self.figures if figure.cell.column == column), None)

    def number(self, column: int | None) -> float | None:
        """The number in a column; None where none can be read there."""
        figure = self.at(column)
        return None if figure is None else figure.value.number


@dataclass(frozen=True, slots=True, kw_only=True)
class Breakdown:
    """The lines of one table, from top to bottom: at least one, all with the same columns."""

    lines: tuple[BreakdownLine, ...]

    @property
    def subject(self) -> str:
        """Where the table stands."""
        return self.lines[0].cell.sheet

    @property
    def members(self) -> tuple[BreakdownLine, ...]:
        """The lines that are added up."""
        return tuple(line for line in self.lines if line.kind is LineKind.LINE)

    @property
    def total(self) -> BreakdownLine | None:
        """The line of the total; None where the table has none, or more than one."""
        found = [line for line in self.lines if line.kind is LineKind.TOTAL]
        return found[0] if len(found) == 1 else None

    @property
    def population(self) -> int | None:
        """The column of the population; None where the table has none, or more than one."""
        found = [figure.cell.column for figure in self.lines[0].figures if figure.part is Part.POPULATION]
        return found[0] if len(found) == 1 else None

    def sums(self) -> Iterator[tuple[BreakdownLine, tuple[BreakdownLine, ...]]]:
        """Each total and subtotal with the lines that it adds up: a subtotal those since the last one."""
        since: list[BreakdownLine] = []
        for line in self.lines:
            if line.kind is LineKind.LINE:
                since.append(line)
            elif line.kind is LineKind.SUBTOTAL:
                yield line, tuple(since)
                since = []
        if self.total is not None:
            yield self.total, self.members

    def whole(self, column: int) -> float | None:
        """The number of the total in a column of counts; without one, what the shares say adds up to all.

        None where that is not known: where a number is missing, or the shares overlap.
        """
        if self.total is not None:
            return self.total.number(column)
        return added(self.members, column) if self._shares_add_up(column) else None

    def _shares_add_up(self, column: int) -> bool:
        """Whether shares of these counts come to the whole but for their rounding: no line counts twice."""
        shares = [figure for line in self.members for figure in line.figures if figure.of == column]
        known = [figure.value.number for figure in shares if figure.part is Part.SHARE]
        if not known or None in known:
            return False
        slack = sum(figure.half_step for figure in shares) + _ROUNDING
        return abs(sum(number or 0.0 for number in known) - WHOLE) <= slack

    def share(self, line: BreakdownLine, figure: Figure) -> float | None:
        """The percentage that a line is of the total of its counts; None where it is not known."""
        whole = None if figure.of is None else self.whole(figure.of)
        number = line.number(figure.of)
        return None if not whole or number is None else number / whole * WHOLE

    def ratio(self, line: BreakdownLine, figure: Figure) -> float | None:
        """(count ÷ population) ÷ (total ÷ total population); None where one of them is not known."""
        if self.total is None:
            return None
        held = [one.number(column) for one in (line, self.total) for column in (figure.of, self.population)]
        count, population, total, everyone = held
        if count is None or not population or not total or not everyone:
            return None
        return (count / population) / (total / everyone)


def against(figure: Figure) -> Against | None:
    """How a ratio stands against the whole, as it is written: 1.0 is in line; None where it can't be read."""
    number = figure.value.number
    if number is None or figure.part is not Part.RATIO:
        return None
    if abs(number - 1.0) < figure.half_step:
        return Against.IN_LINE
    return Against.ABOVE if number > 1.0 else Against.BELOW


def added(lines: tuple[BreakdownLine, ...], column: int) -> float | None:
    """The sum of a column, blanks left out; None where a figure is withheld or can't be read."""
    numbers = []
    for line in lines:
        figure = line.at(column)
        if figure is not None and not figure.value.blank:
            if figure.value.number is None:
                return None
            numbers.append(figure.value.number)
    return sum(numbers) if numbers else None
