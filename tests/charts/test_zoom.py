"""A zoom stays within the dates, keeps what is pointed at in its place, and can always be undone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.charts.zoom import Zoom

WHOLE = (1000.0, 2000.0)


def test_a_step_inwards_keeps_the_day_in_its_place() -> None:
    zoom = Zoom()
    zoom.step(WHOLE, inwards=True, at=1250.0)
    assert zoom.on
    assert zoom.days(WHOLE) == pytest.approx((1100.0, 1700.0))
    zoom.undo()
    assert zoom.days(WHOLE) == WHOLE


def test_outwards_as_often_as_inwards_is_the_whole() -> None:
    zoom = Zoom()
    for inwards in (True, True, False, False):
        zoom.step(WHOLE, inwards=inwards)
    assert not zoom.on


def test_it_goes_no_nearer_than_two_months() -> None:
    zoom = Zoom()
    for _ in range(20):
        zoom.step(WHOLE, inwards=True)
    first, last = zoom.days(WHOLE)
    assert last - first >= 60


def test_going_aside_stops_at_the_ends() -> None:
    zoom = Zoom()
    zoom.aside(WHOLE, 1)
    assert not zoom.on
    zoom.step(WHOLE, inwards=True)
    for _ in range(9):
        zoom.aside(WHOLE, 1)
    assert zoom.days(WHOLE) == pytest.approx((1400.0, 2000.0))


def test_a_day_is_brought_into_view() -> None:
    zoom = Zoom()
    zoom.reveal(WHOLE, 1000.0)
    assert not zoom.on
    zoom.step(WHOLE, inwards=True)
    zoom.reveal(WHOLE, 1500.0)
    assert zoom.days(WHOLE) == pytest.approx((1200.0, 1800.0))
    zoom.reveal(WHOLE, 1000.0)
    assert zoom.days(WHOLE) == pytest.approx((1000.0, 1600.0))


@given(steps=st.lists(st.tuples(st.sampled_from(["in", "out", "left", "right"]), st.floats(0, 3000))))
def test_whatever_is_done_some_of_the_whole_is_in_view(steps: list[tuple[str, float]]) -> None:
    zoom = Zoom()
    for step, at in steps:
        if step in {"in", "out"}:
            zoom.step(WHOLE, inwards=step == "in", at=at)
        else:
            zoom.aside(WHOLE, 1 if step == "right" else -1)
        first, last = zoom.days(WHOLE)
        assert WHOLE[0] - 1e-6 <= first < last <= WHOLE[1] + 1e-6
