"""A stretched trajectory meets its goal, within the limits and as fine as the indicator is written."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.cells import CellRef
from desktop.domain.indicators import Indicator, IndicatorValue, Measure, Polarity
from desktop.domain.periods import read_period
from desktop.domain.values import read_value
from desktop.projection.stretch import Course, plannable, snapped, stretched

if TYPE_CHECKING:
    from collections.abc import Mapping

HIGHER = Measure(unit="percent", minimum=0, maximum=100, polarity=Polarity.HIGHER)
LOWER = Measure(unit="count", minimum=0, polarity=Polarity.LOWER)
VALUES = {
    "31/3/00 Outturn": "60.0",
    "31/3/01 Planned": "61.0",
    "31/3/02 Planned": "62.0",
    "31/3/03 Planned": "63.0",
    "31/3/04 Planned": "99.5",
}


def indicator(values: Mapping[str, str] = VALUES, measure: Measure = HIGHER) -> Indicator:
    return Indicator(
        code="PAF C20",
        name="Reviews",
        group="",
        measure=measure,
        table="indicators-1",
        cell=CellRef(sheet="Indicators", row=4, column=1),
        values=tuple(_value(*item, column) for column, item in enumerate(values.items(), start=2)),
    )


def _value(header: str, text: str, column: int) -> IndicatorValue:
    period = read_period(header)
    assert period is not None
    cell = CellRef(sheet="Indicators", row=4, column=column)
    return IndicatorValue(period=period, cell=cell, value=read_value(text))


def numbers(given: Indicator, by: dt.date, goal: float, course: Course = Course.STRAIGHT) -> list[float]:
    return [step.number for step in stretched(given, by, goal, course)]


MARCH_03 = dt.date(2003, 3, 31)


def test_a_straight_way_leads_from_the_last_actual_to_the_goal() -> None:
    assert numbers(indicator(), MARCH_03, 90) == [70.0, 80.0, 90.0, 99.5]


def test_a_loaded_way_goes_most_of_it_early_or_late() -> None:
    early = numbers(indicator(), dt.date(2004, 3, 31), 96, Course.FRONT_LOADED)
    late = numbers(indicator(), dt.date(2004, 3, 31), 96, Course.BACK_LOADED)
    assert early == pytest.approx([75.7, 87.0, 93.7, 96.0], abs=0.1)
    assert late == pytest.approx([62.2, 69.0, 80.2, 96.0], abs=0.1)


def test_between_two_dates_the_goal_is_met_by_the_earlier_and_held() -> None:
    assert numbers(indicator(), dt.date(2003, 1, 1), 80) == [70.0, 80.0, 80.0, 99.5]


def test_a_day_before_the_plan_is_met_by_its_first_date() -> None:
    assert numbers(indicator(), dt.date(2000, 9, 30), 80) == [80.0, 80.0, 80.0, 99.5]


def test_without_an_actual_the_way_begins_at_the_first_planned_value() -> None:
    plan = {header: text for header, text in VALUES.items() if "Planned" in header}
    assert numbers(indicator(plan), MARCH_03, 81) == [61.0, 71.0, 81.0, 99.5]
    assert numbers(indicator(plan), dt.date(2001, 3, 31), 81) == [81.0, 81.0, 81.0, 99.5]
    assert numbers(indicator({**plan, "31/3/01 Planned": ""}), MARCH_03, 81) == [81.0, 81.0, 81.0, 99.5]


def test_blanks_are_filled_and_what_cannot_be_read_is_left() -> None:
    values = {**VALUES, "31/3/02 Planned": "", "31/3/03 Planned": "?", "31/3/04 Planned": ""}
    steps = stretched(indicator(values), dt.date(2004, 3, 31), 100, Course.STRAIGHT)
    assert [(step.value.period.label, step.number) for step in steps] == [
        ("31/3/01", 70.0),
        ("31/3/02", 80.0),
        ("31/3/04", 100.0),
    ]


def test_planned_values_of_the_past_are_left() -> None:
    values = {"31/3/00 Planned": "50", "31/3/00 Outturn": "60", "31/3/01 Planned": "61"}
    assert [value.period.label for value in plannable(indicator(values))] == ["31/3/01"]
    assert stretched(indicator({"31/3/00 Outturn": "60"}), MARCH_03, 90, Course.STRAIGHT) == ()


def test_a_goal_finer_than_the_indicator_is_met_by_the_better_figure() -> None:
    assert snapped(indicator(), 96.54) == 96.6
    assert snapped(indicator(measure=LOWER), 4.6) == 4
    nearer = Measure(polarity=Polarity.RANGE, ideal=16)
    assert snapped(indicator(measure=nearer), 17.26) == 17.2
    assert snapped(indicator(), 120) == 100


@given(
    goal=st.floats(min_value=0, max_value=100),
    days=st.integers(min_value=-400, max_value=2000),
    course=st.sampled_from(list(Course)),
    measure=st.sampled_from([HIGHER, LOWER]),
)
def test_every_proposal_keeps_to_the_limits_and_meets_the_goal(
    goal: float, days: int, course: Course, measure: Measure
) -> None:
    given_one = indicator(measure=measure)
    by = dt.date(2001, 3, 31) + dt.timedelta(days=days)
    steps = stretched(given_one, by, goal, course)
    places = 0 if measure.counts else 1
    for step in steps:
        assert step.number == measure.clip(step.number)
        assert step.number in {round(step.number, places), step.value.value.number}
        if step.value.period.end >= max(by, dt.date(2001, 3, 31)):
            assert not measure.worse(step.number, goal)
