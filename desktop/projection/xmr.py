"""XmR limits: how far the actual values of an indicator vary while nothing has changed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.projection.actuals import actuals, figures

if TYPE_CHECKING:
    from desktop.domain.indicators import Indicator

LEAST_FOR_LIMITS = 5
LEAST_FOR_FIRM_LIMITS = 12
"""Below it a further value still moves the limits much: they are on trial."""
SCALING = 2.66
"""3 / 1.128: three standard deviations over the mean range of two values from a normal distribution."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The mean of `n` actual values and the limits around it, in the indicator's unit.

    `moving_range` is the mean of the differences between each value and the next, without their signs.
    """

    n: int
    mean: float
    low: float
    high: float
    moving_range: float

    @property
    def trial(self) -> bool:
        """Whether the limits stand on too few values to be firm."""
        return self.n < LEAST_FOR_FIRM_LIMITS

    @property
    def label(self) -> str:
        """The words that belong to them: XmR limits of 7 points, trial."""
        return f"XmR limits of {self.n} points{', trial' if self.trial else ''}"


def limits(indicator: Indicator) -> Limits | None:
    """The XmR limits of an indicator's actual values, one for each date; None where there are under five.

    Mean ± 2.66 times the mean moving range, of all values, none screened out: Wheeler, Understanding
    Variation, chapter 3. Clipped to the measure's limits, beyond which no value can lie.
    """
    numbers = [number for _, number in figures(actuals(indicator))]
    n = len(numbers)
    if n < LEAST_FOR_LIMITS:
        return None
    mean = math.fsum(numbers) / n
    moving_range = math.fsum(abs(after - before) for before, after in pairwise(numbers)) / (n - 1)
    reach, clip = SCALING * moving_range, indicator.measure.clip
    return Limits(n=n, mean=mean, low=clip(mean - reach), high=clip(mean + reach), moving_range=moving_range)
