"""A rule on indicators that stand more than once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.findings import Severity
from desktop.rules.rule import Remark
from desktop.rules.words import column, held_against

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from desktop.domain.indicators import Indicator, IndicatorValue
    from desktop.rules.subjects import Repeated


def repeated(subject: Repeated) -> Iterator[Remark]:
    """The same code stands twice: an error on each later value that differs; one advice where none does.

    Readers of the return can't know which of two figures holds. A blank is no value (IND-003 speaks of
    it), and periods that only one of the two has are not compared.
    Example: PAF E45 under objective 3 and again under objective 11.
    """
    first, *others = subject.indicators
    pairs = [pair for other in others for pair in _different(first, other)]
    for earlier, later in pairs:
        here, there = held_against(later, earlier)
        yield Remark(
            later.cell,
            f"{first.code} stands twice and differs: {here} here for {column(later.period)}, "
            f"{there} at {earlier.cell}. Make the two agree.",
        )
    if not pairs:
        yield Remark(
            others[0].cell,
            f"{first.code} stands here and at {first.cell}, and no value differs. "
            "Change both together, or keep it in one place.",
            severity=Severity.ADVICE,
        )


def _different(first: Indicator, other: Indicator) -> Iterator[tuple[IndicatorValue, IndicatorValue]]:
    known = {(value.period.end, value.period.kind): value for value in first.values if not value.value.blank}
    for later in other.values:
        earlier = known.get((later.period.end, later.period.kind))
        if earlier is not None and not later.value.blank and _reading(earlier) != _reading(later):
            yield earlier, later


def _reading(value: IndicatorValue) -> Hashable:
    reading = value.value
    if reading.number is not None:
        return reading.number
    return reading.missing or " ".join(reading.raw.casefold().split())
