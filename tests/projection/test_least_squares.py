import math

import pytest

from desktop.projection.least_squares import fit

# Heights (m) and masses (kg) of fifteen women: World Almanac 1975, worked through in many textbooks,
# with slope 61.272, intercept -39.062 and residual variance 0.5762.
HEIGHTS = (1.47, 1.50, 1.52, 1.55, 1.57, 1.60, 1.63, 1.65, 1.68, 1.70, 1.73, 1.75, 1.78, 1.80, 1.83)
MASSES = (
    52.21, 53.12, 54.48, 55.84, 57.20, 58.57, 59.93, 61.29, 63.11, 64.47, 66.28, 68.10, 69.92, 72.19, 74.46,
)  # fmt: skip


def test_finds_the_line_of_the_heights_and_masses() -> None:
    line = fit(list(zip(HEIGHTS, MASSES, strict=True)))
    assert line.slope == pytest.approx(61.272, abs=5e-4)
    assert line.intercept == pytest.approx(-39.062, abs=5e-4)
    assert line.deviance / 13 == pytest.approx(0.5762, abs=5e-5)


# Hydrocarbon levels (%) and purities of oxygen (%) of a distillation: Montgomery and Runger, Applied
# Statistics and Probability for Engineers, chapter 11, with the line 74.283 + 14.947 x, the residual
# variance 1.18 and, for a new observation at 1.00 %, the interval from 86.83 to 91.63.
LEVELS = (
    0.99, 1.02, 1.15, 1.29, 1.46, 1.36, 0.87, 1.23, 1.55, 1.40,
    1.19, 1.15, 0.98, 1.01, 1.11, 1.20, 1.26, 1.32, 1.43, 0.95,
)  # fmt: skip
PURITIES = (
    90.01, 89.05, 91.43, 93.74, 96.73, 94.45, 87.59, 91.77, 99.42, 93.65,
    93.54, 92.52, 90.56, 89.54, 89.85, 90.39, 93.25, 93.41, 94.98, 87.33,
)  # fmt: skip


def test_the_prediction_interval_of_a_published_example() -> None:
    line = fit(list(zip(LEVELS, PURITIES, strict=True)))
    assert line.intercept == pytest.approx(74.283, abs=5e-4)
    assert line.slope == pytest.approx(14.947, abs=5e-4)
    assert line.deviance / 18 == pytest.approx(1.18, abs=5e-3)
    assert line.at(1.00) == pytest.approx(89.23, abs=5e-3)
    assert line.at(1.00) - line.margin(1.00) == pytest.approx(86.83, abs=5e-3)
    assert line.at(1.00) + line.margin(1.00) == pytest.approx(91.63, abs=5e-3)


def test_the_margin_follows_the_formula_with_the_tabled_t() -> None:
    # By hand: x̄ = 3, Σ(x − x̄)² = 10, line 2.2 + 0.6 x, residuals −0.8 0.6 1.0 −0.6 −0.2, their squares
    # sum to 2.4, s = √0.8; t(0.975; 3) = 3.182446 in any table; at x = 6: √(1 + 1/5 + 9/10).
    line = fit([(1, 2), (2, 4), (3, 5), (4, 4), (5, 5)])
    assert line.at(6) == pytest.approx(5.8)
    assert line.margin(6) == pytest.approx(3.182446 * math.sqrt(0.8) * math.sqrt(2.1), rel=1e-6)


def test_a_perfect_line_leaves_no_margin() -> None:
    assert fit([(0, 1), (1, 3), (2, 5), (3, 7), (4, 9)]).margin(10) == pytest.approx(0, abs=1e-12)


def test_more_confidence_asks_for_a_wider_margin() -> None:
    line = fit([(1, 2), (2, 4), (3, 5), (4, 4), (5, 5)])
    # t(0.995; 3) = 5.840909
    assert line.margin(6, 0.99) / line.margin(6) == pytest.approx(5.840909 / 3.182446, rel=1e-6)
