"""Measurements take turns, and the ratio is the median of the turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.clock import Comparison, ms, seconds, side_by_side, timed

if TYPE_CHECKING:
    from collections.abc import Iterator


def test_the_ratio_is_the_median_of_the_turns_ratios() -> None:
    compared = Comparison(ours=(1.0, 30.0, 9.0), theirs=(1.0, 10.0, 1.0))
    assert compared.ratio == 3.0
    assert compared.words == "3.00 × (9,000 ms : 1,000 ms)"


@pytest.mark.parametrize(("most", "met"), [(2.0, True), (1.9, False)])
def test_a_goal_is_met_up_to_its_very_ratio(most: float, met: bool) -> None:
    outcome = Comparison(ours=(2.0,), theirs=(1.0,)).outcome("work", "less work", most)
    assert outcome.met is met
    assert outcome.goal == f"≤ {most:g} ×"


def test_measurements_take_turns_and_the_first_turn_does_not_count() -> None:
    order: list[str] = []
    durations: Iterator[float] = iter((9.0, 9.0, 1.0, 2.0, 3.0, 4.0))

    def measurement(name: str) -> float:
        order.append(name)
        return next(durations)

    compared = side_by_side(lambda: measurement("ours"), lambda: measurement("theirs"), 2)
    assert order == ["ours", "theirs"] * 3
    assert compared == Comparison(ours=(1.0, 3.0), theirs=(2.0, 4.0))


def test_the_scene_is_set_before_each_measurement() -> None:
    told: list[str] = []
    measure = timed(lambda: told.append("work"), before=lambda: told.append("scene"))
    assert measure() >= 0
    assert told == ["scene", "work"]
    assert seconds(lambda: told.append("alone")) >= 0
    assert told[-1] == "alone"


@pytest.mark.parametrize(
    ("duration", "words"), [(0.0004, "0.4 ms"), (0.0164, "16 ms"), (1.2345, "1,234 ms"), (0.016, "16 ms")]
)
def test_durations_are_said_in_milliseconds(duration: float, words: str) -> None:
    assert ms(duration) == words
