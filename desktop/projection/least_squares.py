"""A straight line through points by ordinary least squares, and how far a new point may lie from it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """y = intercept + slope · x, fitted to `n` points.

    `mean` is the mean of the x, `spread` the sum of their squared deviations from it, `deviance` the sum
    of the squared residuals.
    """

    intercept: float
    slope: float
    n: int
    mean: float
    spread: float
    deviance: float

    def at(self, x: float) -> float:
        """The line's value at x."""
        return self.intercept + self.slope * x

    def margin(self, x: float, confidence: float = 0.95) -> float:
        """Half the width of the prediction interval for one new point at x; needs n ≥ 3.

        t · s · √(1 + 1/n + (x − x̄)² / Σ(xᵢ − x̄)²), s² the residual mean square and t the quantile of
        Student's distribution with n − 2 degrees of freedom at (1 + confidence) / 2:
        Montgomery, Peck and Vining, Introduction to Linear Regression Analysis, "Prediction of new
        observations".
        """
        from scipy.special import stdtrit  # slow to import, and few indicators need it

        freedom = self.n - 2
        quantile = float(stdtrit(freedom, (1 + confidence) / 2))
        residual = math.sqrt(self.deviance / freedom)
        return quantile * residual * math.sqrt(1 + 1 / self.n + (x - self.mean) ** 2 / self.spread)


def fit(points: Sequence[tuple[float, float]]) -> Line:
    """The least-squares line through (x, y) points with at least two different x."""
    n = len(points)
    mean_x = math.fsum(x for x, _ in points) / n
    mean_y = math.fsum(y for _, y in points) / n
    spread = math.fsum((x - mean_x) ** 2 for x, _ in points)
    slope = math.fsum((x - mean_x) * (y - mean_y) for x, y in points) / spread
    intercept = mean_y - slope * mean_x
    deviance = math.fsum((y - intercept - slope * x) ** 2 for x, y in points)
    return Line(intercept=intercept, slope=slope, n=n, mean=mean_x, spread=spread, deviance=deviance)
