"""A rule on the periods that a table's columns name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.cells import CellRef
from desktop.domain.periods import Kind
from desktop.rules.rule import Remark
from desktop.rules.words import column

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.domain.periods import Period
    from desktop.domain.tables import Table


def periods_disordered(table: Table) -> Iterator[Remark]:
    """The periods of a table are out of order, repeated, or a planned one ends before an actual one.

    Every chart and every trajectory is read from these headers. A planned period whose outturn stands in the
    table too has only come to pass, and is no trouble.
    Example: 31/3/03 left of 31/3/02, or 31/3/02 planned twice.
    """
    before: list[Period] = []
    periods = [one.period for one in table.periods if one.period is not None]
    for place in table.periods:
        period = place.period
        if period is not None and (fault := _fault(period, before, periods)):
            yield Remark(
                CellRef(sheet=table.sheet, row=table.header_row, column=place.column),
                f"{column(period)} {fault}. Correct the header, or move the column.",
            )
        before += [] if period is None else [period]


def _fault(period: Period, before: Sequence[Period], periods: Sequence[Period]) -> str:
    if any((one.end, one.kind) == (period.end, period.kind) for one in before):
        return "stands twice in this table"
    if before and period.end < before[-1].end:
        return f"ends before {column(before[-1])}, which stands left of it"
    actuals = [one.end for one in periods if one.kind.actual]
    if period.kind is Kind.PLANNED and actuals and period.end < max(actuals) and period.end not in actuals:
        return "is planned, but ends before an actual period"
    return ""
