import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.indicators import Measure
from desktop.projection.xmr import Limits, limits
from tests.domain.build import HIGHER, NEUTRAL, indicator

# Flow rates of ten batches with their limits: NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2,
# "Individuals Control Charts", which takes 3 / 1.128 where 2.66 is rounded from it.
FLOW = ("49.6", "47.6", "49.9", "51.3", "47.8", "51.2", "52.6", "52.4", "53.6", "52.1")
UNLIMITED = Measure(unit="litres")


def of(*raws: str, measure: Measure = UNLIMITED) -> Limits | None:
    values = ((f"31/3/{1995 + number}", raw) for number, raw in enumerate(raws))
    return limits(indicator(*values, ("31/3/2031 Planned", "900"), measure=measure))


def test_the_limits_of_a_published_example() -> None:
    found = of(*FLOW)
    assert found is not None
    assert found.mean == pytest.approx(50.81)
    assert found.moving_range == pytest.approx(1.8778, abs=5e-5)
    assert found.high == pytest.approx(55.8041, abs=1e-3)
    assert found.low == pytest.approx(45.8159, abs=1e-3)


@pytest.mark.parametrize(
    ("n", "label"),
    [
        (5, "XmR limits of 5 points, trial"),
        (11, "XmR limits of 11 points, trial"),
        (12, "XmR limits of 12 points"),
    ],
)
def test_under_twelve_values_the_limits_are_on_trial(n: int, label: str) -> None:
    found = of(*(str(50 + number % 3) for number in range(n)))
    assert found is not None
    assert (found.n, found.label) == (n, label)


def test_four_values_give_none() -> None:
    assert of("50", "51", "52", "53") is None
    assert of("50", "51", "?", "52", "53") is None


def test_a_value_far_off_is_not_screened_out() -> None:
    steady, shaken = of("50", "51", "50", "51", "50"), of("50", "51", "90", "51", "50")
    assert steady is not None
    assert shaken is not None
    assert (steady.low, steady.high) == (50.4 - 2.66, 50.4 + 2.66)
    assert shaken.moving_range == 20
    assert shaken.high > 90


def test_no_limit_lies_where_no_value_can() -> None:
    found = of("1", "99", "2", "98", "3", measure=HIGHER)
    assert found is not None
    assert (found.low, found.high) == (0, 100)
    floor = of("1", "99", "2", "98", "3", measure=NEUTRAL)
    assert floor is not None
    assert floor.low == 0
    assert floor.high > 100


@given(st.lists(st.integers(0, 1000).map(lambda tenths: tenths / 10), min_size=5, max_size=15))
def test_the_mean_lies_between_the_limits(numbers: list[float]) -> None:
    found = of(*map(str, numbers), measure=HIGHER)
    assert found is not None
    assert 0 <= found.low <= found.mean <= found.high <= 100
