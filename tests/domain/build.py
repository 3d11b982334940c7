"""Records for tests, made from the words that stand in their cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.cells import CellRef
from desktop.domain.indicators import Indicator, IndicatorValue, Measure, Polarity
from desktop.domain.periods import read_period
from desktop.domain.values import read_value

if TYPE_CHECKING:
    from desktop.domain.periods import Period

HIGHER = Measure(unit="percent", minimum=0, maximum=100, polarity=Polarity.HIGHER)
LOWER = Measure(unit="percent", minimum=0, maximum=100, polarity=Polarity.LOWER)
NEUTRAL = Measure(unit="rate", minimum=0)
AROUND_TWENTY = Measure(unit="percent", minimum=0, maximum=100, polarity=Polarity.RANGE, ideal=20)
FIRST_VALUE_COLUMN = 4


def period(header: str) -> Period:
    found = read_period(header)
    assert found is not None, header
    return found


def indicator(
    *values: tuple[str, str],
    measure: Measure = HIGHER,
    code: str = "PAF C20",
    row: int = 5,
    table: str = "Indicators!A4",
) -> Indicator:
    """An indicator with (header, text of the cell) in columns from D on."""
    cells = enumerate(values, start=FIRST_VALUE_COLUMN)
    return Indicator(
        code=code,
        name="Reviews",
        group="2",
        measure=measure,
        table=table,
        cell=CellRef(sheet="Indicators", row=row, column=1),
        values=tuple(
            IndicatorValue(
                period=period(header),
                cell=CellRef(sheet="Indicators", row=row, column=column),
                value=read_value(raw),
            )
            for column, (header, raw) in cells
        ),
    )
