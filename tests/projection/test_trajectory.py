import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.projection.trajectory import ahead, reached, reading, trajectory
from tests.domain.build import AROUND_TWENTY, HIGHER, LOWER, NEUTRAL, indicator

C20 = trajectory(
    indicator(
        ("1998/99 Outturn", "N/A"),
        ("31/3/00 Provisional", "71.4"),
        ("31/3/01 Planned", "85.0"),
        ("31/3/02 Planned", "95.0"),
        ("31/3/03 Planned", "98.0"),
        ("31/3/04 Planned", "98.0"),
    )
)
JANUARY_FIRST = dt.date(2001, 1, 1)


def days(*values: float) -> list[tuple[dt.date, float]]:
    """Points a hundred days apart."""
    return [(JANUARY_FIRST + dt.timedelta(days=100 * n), value) for n, value in enumerate(values)]


def day(number: int) -> dt.date:
    return JANUARY_FIRST + dt.timedelta(days=number)


def test_holds_the_planned_values_only() -> None:
    assert [value for _, value in C20] == [85, 95, 98, 98]


def test_of_two_columns_of_one_date_the_later_holds() -> None:
    assert trajectory(indicator(("31/3/01 Planned", "1"), ("2000/01 Planned", "2"))) == (
        (dt.date(2001, 3, 31), 2),
    )


def test_a_forecast_is_no_plan() -> None:
    assert trajectory(indicator(("31/3/01 Forecast", "1"))) == ()


def test_reads_a_planned_value_on_its_date() -> None:
    assert reading(C20, dt.date(2002, 3, 31)) == 95
    assert reading(C20, dt.date(2001, 3, 31)) == 85
    assert reading(C20, dt.date(2004, 3, 31)) == 98


def test_reads_the_straight_line_between_two() -> None:
    assert reading(days(10, 20), day(25)) == pytest.approx(12.5)
    assert reading(days(10, 20, 0), day(150)) == pytest.approx(10)


def test_reads_nothing_outside_the_span() -> None:
    assert reading(C20, dt.date(2001, 3, 30)) is None
    assert reading(C20, dt.date(2004, 4, 1)) is None
    assert reading((), JANUARY_FIRST) is None


def test_reads_a_single_point_on_its_day_only() -> None:
    assert reading(days(7), JANUARY_FIRST) == 7
    assert reading(days(7), day(1)) is None


def test_one_hundred_is_never_reached() -> None:
    assert reached(HIGHER, C20, 100) is None


def test_reached_on_the_first_day_that_is_good_enough() -> None:
    assert reached(HIGHER, days(0, 10), 5) == day(50)
    assert reached(HIGHER, days(0, 3), 1) == day(34)
    assert reached(LOWER, days(10, 10, 4), 7) == day(150)


def test_reached_on_a_planned_date() -> None:
    assert reached(HIGHER, C20, 98) == dt.date(2003, 3, 31)
    assert reached(HIGHER, days(5, 10), 5) == JANUARY_FIRST


def test_a_range_is_reached_from_either_side() -> None:
    assert reached(AROUND_TWENTY, days(10, 30), 18) == day(40)
    assert reached(AROUND_TWENTY, days(30, 10), 18) == day(40)


def test_a_plan_that_moves_away_never_reaches() -> None:
    assert reached(LOWER, days(10, 12), 7) is None
    assert reached(AROUND_TWENTY, days(30, 40), 18) is None


def test_nobody_says_of_a_neutral_measure_that_it_is_reached() -> None:
    assert reached(NEUTRAL, days(0, 10), 5) is None


def test_no_plan_reaches_nothing() -> None:
    assert reached(HIGHER, (), 5) is None


@given(st.lists(st.integers(0, 100), min_size=1, max_size=6), st.integers(0, 100))
def test_on_the_day_reached_the_reading_is_good_enough(values: list[int], wanted: int) -> None:
    points = days(*values)
    on = reached(HIGHER, points, wanted)
    if on is None:
        assert max(values) < wanted
        return
    level = reading(points, on)
    before = reading(points, on - dt.timedelta(days=1))
    assert level is not None
    assert level >= wanted - 1e-6 or on in dict(points)
    assert before is None or before < wanted + 1e-6


def test_what_lies_ahead_comes_after_the_last_actual() -> None:
    plan = (("31/3/01 Planned", "50"), ("31/3/02 Planned", "60"))
    assert [value.value.raw for value in ahead(indicator(*plan))] == ["50", "60"]
    assert [value.value.raw for value in ahead(indicator(*plan, ("31/3/01 Outturn", "55")))] == ["60"]
