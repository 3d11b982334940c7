"""Rules on how much a planned trajectory sets out to do."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.domain.indicators import NOISE
from desktop.projection.actuals import actuals, figures
from desktop.projection.trajectory import ahead, planned
from desktop.rules.rule import Remark
from desktop.rules.words import held_against, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.indicators import Indicator, Measure

FEWEST_EQUAL = 2
"""Planned values from which on a plan can be flat."""
FEWEST_STEPS = 3
"""Planned values from which on one step can carry too much."""
LARGEST_SHARE = 0.6
"""The share of the whole improvement beyond which one step carries too much of it."""
LEAST_IMPROVEMENT = 0.01
"""The share of the last actual under which there is nothing to spread."""


def flat(indicator: Indicator) -> Iterator[Remark]:
    """Two or more planned values, all equal, not at the best possible value; not for neutral indicators.

    A flat plan may be meant, to hold what was reached; often it is a figure copied along the row.
    Example: adoptions planned at 6.0 in each of four years.
    """
    plan = planned(indicator)
    numbers = [number for _, number in figures(plan)]
    if len(numbers) < FEWEST_EQUAL or not indicator.measure.judged or _at_best(indicator.measure, numbers[0]):
        return
    if max(numbers) - min(numbers) <= NOISE:
        yield Remark(
            plan[-1].cell,
            f"All {len(plan)} planned values are {written(plan[0])}: nothing more is planned after "
            f"{plan[0].period.label}. If that is meant, say so in the narrative; else plan the steps.",
        )


def one_large_step(indicator: Indicator) -> Iterator[Remark]:
    """One step carries more than 60 % of the whole improvement planned.

    Where so much hangs on one year, the board will ask what happens in it. Spoken of three or more planned
    values with no step back, where the whole improvement is 1 % of the last actual at the least.
    Example: 0.0, then 41 of 55 points in the first year.
    """
    known, plan, measure = actuals(indicator)[-1:], ahead(indicator), indicator.measure
    if not known or len(plan) < FEWEST_STEPS or not measure.judged:
        return
    path = (*known, *plan)
    numbers = [number for _, number in figures(path)]
    gains = [measure.shortfall(before, after) for before, after in pairwise(numbers)]
    whole = sum(gains)
    if min(gains) < -NOISE or whole <= NOISE or whole < LEAST_IMPROVEMENT * abs(numbers[0]) - NOISE:
        return
    step = max(range(len(gains)), key=gains.__getitem__)
    if gains[step] > LARGEST_SHARE * whole + NOISE:
        new, old = held_against(path[step + 1], path[step])
        yield Remark(
            path[step + 1].cell,
            f"{gains[step] / whole:.0%} of the improvement planned comes in one step, from {old} at "
            f"{path[step].period.label} to {new} at {path[step + 1].period.label}. "
            "Say what makes it possible, or spread the steps.",
        )


def reached_already(indicator: Indicator) -> Iterator[Remark]:
    """The last actual is as good as or better than the last planned value, and not the best possible value.

    A plan that asks for less than what is there already steers nothing.
    Example: adoptions 6.5 now and 6.0 planned at the end.
    """
    known, plan, measure = actuals(indicator)[-1:], ahead(indicator), indicator.measure
    if not known or not plan or not measure.judged:
        return
    (_, last), (_, end) = figures((known[0], plan[-1]))
    if not measure.worse(last, end) and not _at_best(measure, last):
        now, goal = held_against(known[0], plan[-1])
        better = "better than" if measure.worse(end, last) else "as good as"
        yield Remark(
            plan[-1].cell,
            f"{now} at {known[0].period.label} is {better} the {goal} planned for {plan[-1].period.label} "
            f"({measure.polarity_words}). Plan further, or say that it is to be held.",
        )


def _at_best(measure: Measure, number: float) -> bool:
    return measure.best is not None and abs(number - measure.best) <= NOISE
