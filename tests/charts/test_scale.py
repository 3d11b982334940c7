"""Axes that read well."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.charts.scale import scale_of

ANY = st.floats(min_value=-1e9, max_value=1e9, allow_nan=False).map(lambda value: round(value, 3))


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ([71.4, 85.0, 100.0], ["70", "80", "90", "100"]),
        ([26.5, 2.1], ["0", "10", "20", "30"]),
        ([0.78, 1.0], ["0.75", "0.80", "0.85", "0.90", "0.95", "1.00"]),
        ([1800.0, 1675.0], ["1,650", "1,700", "1,750", "1,800"]),
        ([], ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    ],
)
def test_steps_are_round_and_labels_have_the_decimals_they_need(
    values: list[float], labels: list[str]
) -> None:
    assert [label for _, label in scale_of(values).ticks] == labels


def test_counts_have_whole_steps() -> None:
    assert [label for _, label in scale_of([1, 0, 2], whole=True).ticks] == ["0", "1", "2"]


def test_values_that_are_all_alike_get_room_within_the_limits() -> None:
    scale = scale_of([100.0, 100.0], lowest=0, highest=100)
    assert (scale.low, scale.high) == (90.0, 100.0)
    assert scale_of([0.0], lowest=0).low == 0.0
    free = scale_of([50.0])
    assert free.low < 50 < free.high


@given(values=st.lists(ANY, min_size=1, max_size=8), whole=st.booleans())
def test_every_value_lies_on_the_axis_between_few_ticks(values: list[float], whole: bool) -> None:
    scale = scale_of(values, whole=whole)
    margin = 1e-6 * (1 + max(abs(value) for value in values))
    assert scale.low - margin <= min(values)
    assert max(values) <= scale.high + margin
    assert 2 <= len(scale.ticks) <= 9
    assert len({label for _, label in scale.ticks}) == len(scale.ticks)


@given(value=st.floats(min_value=0, max_value=100))
def test_an_axis_stays_within_the_limits_if_the_values_do(value: float) -> None:
    scale = scale_of([value, value], lowest=0, highest=100)
    assert scale.low >= 0
    assert scale.high <= 100
