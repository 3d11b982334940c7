"""What the plan comes to at a target's date, in a sentence."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from desktop.domain.cells import CellRef
from desktop.domain.indicators import Indicator, IndicatorValue, Measure, Polarity
from desktop.domain.periods import read_period
from desktop.domain.values import read_value
from desktop.ui.target_words import target_words

HIGHER, LOWER = Measure(polarity=Polarity.HIGHER), Measure(polarity=Polarity.LOWER)
RANGE = Measure(polarity=Polarity.RANGE, ideal=10)


def planned(measure: Measure, *figures: str) -> Indicator:
    """An indicator planned from 31/3/01 on, a year to a figure."""
    values = []
    for place, figure in enumerate(figures):
        period = read_period(f"31/3/0{place + 1} Planned")
        assert period is not None
        cell = CellRef(sheet="Indicators", row=3, column=place + 4)
        values.append(IndicatorValue(period=period, cell=cell, value=read_value(figure)))
    home = CellRef(sheet="Indicators", row=3, column=2)
    return Indicator(
        code="PAF C20", name="Reviews", group="", measure=measure, table="t", cell=home, values=tuple(values)
    )


@pytest.mark.parametrize(
    ("measure", "figures", "value", "date", "words"),
    [
        (
            HIGHER,
            ("85.0", "95.0", "100.0"),
            100,
            dt.date(2002, 3, 31),
            "The plan reads 95.0 on 31/03/2002: 5.0 short; it gets there by 31/03/2003.",
        ),
        (
            HIGHER,
            ("85.0", "95.0"),
            90.5,
            dt.date(2001, 9, 30),
            "The plan reads 90.0 on 30/09/2001: 0.5 short; it gets there by 18/10/2001.",
        ),
        (
            HIGHER,
            ("85", "95"),
            99,
            dt.date(2002, 3, 31),
            "The plan reads 95 on 31/03/2002: 4 short; it never gets there.",
        ),
        (
            LOWER,
            ("15", "20"),
            16,
            dt.date(2002, 3, 31),
            "The plan reads 20 on 31/03/2002: 4 too high; it was there on 31/03/2001 and falls back.",
        ),
        (LOWER, ("20", "15"), 15, dt.date(2002, 3, 31), "The plan reads 15 on 31/03/2002: on target."),
        (
            LOWER,
            ("20", "15"),
            16,
            dt.date(2002, 3, 31),
            "The plan reads 15 on 31/03/2002: 1 better than the target.",
        ),
        (
            RANGE,
            ("20", "15"),
            12,
            dt.date(2002, 3, 31),
            "The plan reads 15 on 31/03/2002: 3 further from 10; it never gets there.",
        ),
        (
            HIGHER,
            ("85", "95"),
            95.004,
            dt.date(2002, 3, 31),
            "The plan reads 95 on 31/03/2002: 0.004 short; it never gets there.",
        ),
        (
            HIGHER,
            ("85", "95"),
            95,
            dt.date(2005, 3, 31),
            "PAF C20 is planned from 31/03/2001 to 31/03/2002: the plan says nothing of 31/03/2005.",
        ),
        (
            HIGHER,
            ("85",),
            95,
            dt.date(2005, 3, 31),
            "PAF C20 is planned for 31/03/2001 only: the plan says nothing of 31/03/2005.",
        ),
        (
            HIGHER,
            (),
            95,
            dt.date(2005, 3, 31),
            "PAF C20 has no planned values to hold the target against.",
        ),
    ],
)
def test_the_plan_is_read_at_the_date(
    measure: Measure, figures: tuple[str, ...], value: float, date: dt.date, words: str
) -> None:
    assert target_words(planned(measure, *figures), value, date) == words


def test_what_nobody_may_judge_is_read_and_not_judged() -> None:
    neutral = replace(planned(HIGHER, "85", "95"), measure=Measure())
    said = target_words(neutral, 90, dt.date(2002, 3, 31))
    assert said == (
        "The plan reads 95 on 31/03/2002; nobody may say which is better, so it is held against no target."
    )
