"""Filters of one column: which records stay in view."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from desktop.domain.values import plain_figure

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from desktop.domain.findings import Severity
    from desktop.grid.column_facts import ColumnFacts

_MOST_NAMED = 2


class Filter(Protocol):
    """One condition on the cells of a column."""

    @property
    def words(self) -> str:
        """The condition as it follows the column's title: "contains “school”"."""

    def kept(self, facts: ColumnFacts, positions: Sequence[int]) -> Sequence[int]:
        """Those of the records, by their positions, that meet the condition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The cell shows one of these texts, each in one line; an empty one stands for blank cells."""

    labels: frozenset[str]

    @property
    def words(self) -> str:
        """Up to two of the texts by name."""
        named = [f"“{label}”" if label else "blank" for label in sorted(self.labels)]
        if len(named) > _MOST_NAMED:
            return f"is one of {len(named)} texts"
        return f"is {' or '.join(named)}" if named else "is none of the texts"

    def kept(self, facts: ColumnFacts, positions: Sequence[int]) -> Sequence[int]:
        """Those that show one of the texts."""
        labels, wanted = facts.labels, self.labels
        return [position for position in positions if labels[position] in wanted]


class Place(Enum):
    """Where in a cell the words stand."""

    CONTAINS = "contains"
    BEGINS = "begins with"
    LACKS = "does not contain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """The cell contains, begins with or lacks some words, whatever their case."""

    place: Place
    text: str

    @property
    def words(self) -> str:
        """Such as: contains “school”."""
        return f"{self.place.value} “{self.text}”"

    def kept(self, facts: ColumnFacts, positions: Sequence[int]) -> Sequence[int]:
        """Those whose text has the words in that place."""
        folded, wanted = facts.folded, " ".join(self.text.split()).casefold()
        if self.place is Place.BEGINS:
            return [each for each in positions if folded[each].startswith(wanted)]
        if self.place is Place.CONTAINS:
            return [each for each in positions if wanted in folded[each]]
        return [each for each in positions if wanted not in folded[each]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The cell reads as a number from `low` to `high`, either of which may be open."""

    low: float | None = None
    high: float | None = None

    @property
    def words(self) -> str:
        """Such as: is from 10 to 20."""
        ends = [None if end is None else plain_figure(end) for end in (self.low, self.high)]
        return _between(*ends, from_="is at least", to="is at most")

    def kept(self, facts: ColumnFacts, positions: Sequence[int]) -> Sequence[int]:
        """Those with such a number."""
        values = facts.values
        low = float("-inf") if self.low is None else self.low
        high = float("inf") if self.high is None else self.high
        found = ((each, values[each]) for each in positions)
        return [each for each, value in found if isinstance(value, float | int) and low <= value <= high]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """The cell reads as a date from `first` to `last`, both included; either may be open."""

    first: dt.date | None = None
    last: dt.date | None = None

    @property
    def words(self) -> str:
        """Such as: is from 01/04/2012 to 31/03/2013."""
        ends = [None if end is None else f"{end:%d/%m/%Y}" for end in (self.first, self.last)]
        return _between(*ends, from_="is on or after", to="is on or before")

    def kept(self, facts: ColumnFacts, positions: Sequence[int]) -> Sequence[int]:
        """Those with such a date."""
        values, first, last = facts.values, self.first or dt.date.min, self.last or dt.date.max
        found = ((each, values[each]) for each in positions)
        return [
            each for each, value in found if isinstance(value, dt.datetime) and first <= value.date() <= last
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Something so grave is said of the cell or, with `whole_row`, of any cell of the record."""

    severities: frozenset[Severity]
    whole_row: bool = True

    @property
    def words(self) -> str:
        """Such as: has errors or queries."""
        names = {"error": "errors", "query": "queries", "advice": "advice"}
        ordered = sorted(self.severities, key=lambda severity: severity.rank)
        said = " or ".join(names[severity.value] for severity in ordered)
        return f"has {said} in its row" if self.whole_row else f"has {said}"

    def kept(self, facts: ColumnFacts, positions: Sequence[int]) -> Sequence[int]:
        """Those with such findings."""
        found: Collection[int] = facts.with_findings(self.severities, whole_row=self.whole_row)
        return [position for position in positions if position in found]


def _between(low: str | None, high: str | None, *, from_: str, to: str) -> str:
    if low is None:
        return f"{to} {high}"
    return f"{from_} {low}" if high is None else f"is from {low} to {high}"
