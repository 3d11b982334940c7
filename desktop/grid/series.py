"""How a run of cells goes on when it is filled further: numbers, dates, months, quarters, years and counts.

A progression gives the content at any distance from the first cell seen, so that the last of a hundred
thousand is known without the others. What follows no rule is repeated in turn.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias, TypeGuard

from desktop.grid.date_series import dates, written_dates
from desktop.grid.word_series import counted, listed, months_of_years, periods

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.domain.edits import Content

    Progression: TypeAlias = Callable[[int], Content]
    """The content at a distance from the first cell that was seen, counted from 0; None past all reason."""

_DECIMALS = 10
"""What is kept of a line fitted through numbers that do not lie on one."""


def steps_by_itself(seen: Sequence[Content]) -> bool:
    """Whether a fill counts on without being asked: all but a single number, which is copied as in Excel."""
    return len(seen) > 1 or not _are_numbers(seen)


def progression(seen: Sequence[Content], *, counting: bool) -> Progression:
    """How the contents go on; without `counting`, or where no rule is seen, they are repeated in turn."""
    found = next(filter(None, (read(seen) for read in _READERS)), None) if counting else None
    return _repeated(seen) if found is None else _within_reason(found)


def _repeated(seen: Sequence[Content]) -> Progression:
    return lambda at: seen[at % len(seen)]


def _within_reason(found: Progression) -> Progression:
    def at_distance(at: int) -> Content:
        try:
            return found(at)
        except (OverflowError, ValueError):  # a date that the calendar does not have
            return None

    return at_distance


def _are_numbers(seen: Sequence[Content]) -> TypeGuard[Sequence[int | float]]:
    return all(isinstance(one, int | float) and not isinstance(one, bool) for one in seen)


def _numbers(seen: Sequence[Content]) -> Progression | None:
    """By one from a single number, else by the step between them, or along the line that fits them best."""
    if not _are_numbers(seen):
        return None
    exact = [Decimal(repr(number)) for number in seen]
    steps = {later - earlier for earlier, later in pairwise(exact)} or {Decimal(1)}
    if len(steps) > 1:
        return _fitted(seen)
    first, step = exact[0], steps.pop()
    return lambda at: _number(first + step * at)


def _number(exact: Decimal) -> int | float:
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def _fitted(seen: Sequence[int | float]) -> Progression:
    """The least-squares line over 0, 1, 2 …, as Excel draws it (Fill, Series, Trend)."""
    count = len(seen)
    middle, mean = (count - 1) / 2, sum(seen) / count
    across = sum((at - middle) ** 2 for at in range(count))
    slope = sum((at - middle) * (number - mean) for at, number in enumerate(seen)) / across
    return lambda at: round(mean + slope * (at - middle), _DECIMALS)


def _real_dates(seen: Sequence[Content]) -> Progression | None:
    days = [one for one in seen if isinstance(one, dt.date)]
    return dates(days) if len(days) == len(seen) else None


def _texts(
    read: Callable[[Sequence[str]], Progression | None],
) -> Callable[[Sequence[Content]], Progression | None]:
    def of_texts(seen: Sequence[Content]) -> Progression | None:
        texts = [one for one in seen if isinstance(one, str)]
        return read(texts) if len(texts) == len(seen) else None

    return of_texts


_READERS: tuple[Callable[[Sequence[Content]], Progression | None], ...] = (
    _numbers,
    _real_dates,
    *map(_texts, (written_dates, months_of_years, periods, listed, counted)),
)
"""What knows a rule, the most particular first."""
