import datetime as dt
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.projection.baseline import STEP, Baseline, BaselinePoint, Shape, baseline, predicted
from tests.domain.build import HIGHER, NEUTRAL, indicator

UNTIL = dt.date(2004, 3, 31)
ROOT = Path(__file__).resolve().parents[2]


def of(*raws: str, until: dt.date = UNTIL) -> Baseline:
    values = ((f"31/3/{1995 + number}", raw) for number, raw in enumerate(raws))
    found = baseline(indicator(*values, ("31/3/02 Planned", "100")), until)
    assert found is not None
    return found


def test_without_actuals_there_is_none() -> None:
    assert baseline(indicator(("31/3/00 Prov.", "?"), ("31/3/01 Planned", "85.0")), UNTIL) is None


def test_one_value_is_held() -> None:
    found = of("71.4")
    assert (found.shape, found.n, found.label) == (Shape.HELD, 1, "if nothing changes (1 value, held)")
    assert found.points == (
        BaselinePoint(date=dt.date(1995, 3, 31), value=71.4),
        BaselinePoint(date=UNTIL, value=71.4),
    )


def test_two_values_claim_no_trend() -> None:
    found = of("10", "90")
    assert found.label == "if nothing changes (2 values, held)"
    assert {point.value for point in found.points} == {90}


def test_a_day_before_the_last_actual_leaves_the_point_there() -> None:
    found = of("10", "20", until=dt.date(1990, 1, 1))
    assert [(point.date, point.value) for point in found.points] == [(dt.date(1996, 3, 31), 20)]


def test_three_values_give_an_indicative_line_and_the_envelope_of_yearly_changes() -> None:
    found = of("10", "20", "24", until=dt.date(1998, 3, 31))
    assert (found.shape, found.label) == (Shape.INDICATIVE, "indicative, 3 points")
    first, last = found.points[0], found.points[-1]
    assert (first.date, first.low, first.high) == (dt.date(1997, 3, 31), 24, 24)
    # By hand: the line through (-2, 10), (-1, 20), (0, 24) is 25 + 7 x; changes are 10 and 4 a year.
    # Years have 365 or 366 days of 365.25, hence the tolerance.
    assert first.value == pytest.approx(25, abs=0.02)
    assert last.value == pytest.approx(32, abs=0.04)
    assert last.low == pytest.approx(28, abs=0.02)
    assert last.high == pytest.approx(34, abs=0.04)


def test_a_yearly_change_is_held_against_the_time_it_took() -> None:
    values = (("31/3/95", "10"), ("31/3/97", "20"), ("31/3/98", "21"))
    found = baseline(indicator(*values), dt.date(1999, 3, 31))
    assert found is not None
    assert found.points[-1].high == pytest.approx(26, abs=0.02)
    assert found.points[-1].low == pytest.approx(22, abs=0.02)


def test_five_values_give_a_trend_with_its_prediction_interval() -> None:
    found = of("2", "4", "5", "4", "5", until=dt.date(2000, 3, 31))
    assert (found.shape, found.label) == (Shape.TREND, "trend of 5 points, 95 % interval")
    last = found.points[-1]
    # The worked example of test_least_squares, one year on; the lower end would be 1.675.
    assert last.value == pytest.approx(5.8, abs=0.01)
    assert last.high is not None
    assert last.low is not None
    assert last.high - last.value == pytest.approx(4.1249, abs=0.01)
    assert last.value - last.low == pytest.approx(4.1249, abs=0.01)


def test_single_days_are_predicted_as_the_trend_has_them() -> None:
    values = [(f"31/3/{1995 + number}", raw) for number, raw in enumerate(("60", "63", "64", "67", "69"))]
    assert predicted(indicator(*values), (UNTIL,)) == of("60", "63", "64", "67", "69").points[-1:]
    assert predicted(indicator(*values[1:]), (UNTIL,)) == ()


def test_nothing_leaves_the_limits_of_the_measure() -> None:
    found = of("60", "75", "80", "88", "99")
    assert found.points[-1].value == 100
    assert max(point.high or 0 for point in found.points) == 100


def test_points_stand_a_step_apart_and_end_on_the_day() -> None:
    days = [point.date for point in of("1", "2", "3").points]
    assert days[-1] == UNTIL
    assert {later - earlier for earlier, later in list(pairwise(days))[:-1]} == {STEP}


def test_two_columns_of_one_date_are_one_point() -> None:
    values = (("31/3/98", "1"), ("31/3/99 Prov.", "2"), ("1998/99 Outturn", "3"))
    found = baseline(indicator(*values, measure=NEUTRAL), UNTIL)
    assert found is not None
    assert (found.n, found.points[0].value) == (2, 3)


@given(st.lists(st.integers(0, 1000).map(lambda tenths: tenths / 10), min_size=1, max_size=9))
def test_every_point_lies_within_the_limits_and_between_its_bounds(numbers: list[float]) -> None:
    found = of(*map(str, numbers))
    for point in found.points:
        assert HIGHER.clip(point.value) == point.value
        if found.shape is Shape.TREND and point.low is not None and point.high is not None:
            assert 0 <= point.low <= point.value <= point.high <= 100


@given(st.lists(st.integers(0, 1000).map(lambda tenths: tenths / 10), min_size=1, max_size=7), st.text())
def test_planned_values_never_feed_it(numbers: list[float], planned: str) -> None:
    actual = [(f"31/3/{1995 + number}", str(value)) for number, value in enumerate(numbers)]
    with_plan = indicator(*actual, ("31/3/03 Planned", planned), ("31/3/04 Planned", "55"))
    assert baseline(with_plan, UNTIL) == baseline(indicator(*actual), UNTIL)


def test_few_values_do_not_wait_for_scipy() -> None:
    script = (
        "import sys, datetime as dt; from tests.domain.build import indicator; "
        "from desktop.projection.baseline import baseline; "
        "baseline(indicator(('31/3/98', '1'), ('31/3/99', '2'), ('31/3/00', '3')), dt.date(2004, 3, 31)); "
        "sys.exit('scipy' in sys.modules)"
    )
    finished = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False)
    assert finished.returncode == 0
