"""Indicators made for a test: of each value its period's header and its text, from column A on."""

from __future__ import annotations

import datetime as dt

from desktop.domain.cells import CellRef
from desktop.domain.indicators import Indicator, IndicatorValue, Measure, Polarity
from desktop.domain.periods import read_period
from desktop.domain.values import read_value

AS_AT = dt.date(2012, 7, 1)


def indicator(*values: tuple[str, str]) -> Indicator:
    """An indicator of which more is better."""
    return Indicator(
        code="PAF A1",
        name="Stability",
        group="",
        measure=Measure(unit="percent", polarity=Polarity.HIGHER),
        table="t",
        cell=CellRef(sheet="Return", row=2, column=9),
        values=tuple(_value(column, *value) for column, value in enumerate(values, 1)),
    )


def _value(column: int, header: str, text: str) -> IndicatorValue:
    period = read_period(header)
    assert period is not None, header
    cell = CellRef(sheet="Return", row=2, column=column)
    return IndicatorValue(period=period, cell=cell, value=read_value(text))
