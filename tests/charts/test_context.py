"""What the values are read against: statuses, comparators, ranges, control limits; and what hides them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.charts.compose import compose
from desktop.charts.legend import entries
from desktop.charts.switching import AT_FIRST, BAND, BASELINE, LIMITS, NOTES, TARGETS, without
from desktop.charts.wording import values_on
from desktop.domain.cells import CellRef
from desktop.domain.indicators import Measure, Polarity
from desktop.domain.notes import ChartNote
from desktop.domain.ratings import Rag
from tests.charts.conftest import PERCENT

if TYPE_CHECKING:
    from desktop.charts.picture import Picture
    from desktop.domain.indicators import Indicator
    from tests.charts.conftest import MakeFinding, MakeIndicator, MakeTarget

MARCH_01 = dt.date(2001, 3, 31)


def elsewhere(indicator: Indicator, name: str, row: int) -> Indicator:
    return replace(indicator, name=name, cell=CellRef(sheet="Indicators", row=row, column=1))


def test_an_actual_is_judged_where_its_date_was_planned(make_indicator: MakeIndicator) -> None:
    values = {"31/3/00 Outturn": "70", "31/3/01 Provisional": "71", "31/3/01 Planned": "72"}
    picture = compose(make_indicator(values))
    assert [(each.point.label, each.rag) for each in picture.judgements] == [("31/3/01", Rag.AMBER)]
    assert compose(make_indicator(values, measure=Measure())).judgements == ()


def test_comparators_are_lines_of_their_actual_values(make_indicator: MakeIndicator) -> None:
    indicator = make_indicator()
    england = elsewhere(make_indicator({"31/3/99 Outturn": "60", "31/3/01 Outturn": "80.5"}), "England", 20)
    planned = elsewhere(make_indicator({"31/3/01 Planned": "80"}), "Statistical neighbours", 21)
    many = [elsewhere(england, "England", row) for row in range(30, 35)]
    (shown,) = compose(indicator, others=[england, planned]).comparators
    assert (shown.name, shown.end) == ("England", "80.5")
    assert shown.line == ((dt.date(1999, 3, 31), 60.0), (MARCH_01, 80.5))
    assert len(compose(indicator, others=many).comparators) == 3
    assert compose(make_indicator({"31/3/99 Outturn": "?"}), others=[england]).comparators == ()


@pytest.mark.parametrize(
    ("measure", "band"),
    [
        (Measure(polarity=Polarity.RANGE, ideal=16, tolerance=2), (14, 18, "within 2 of 16")),
        (Measure(polarity=Polarity.RANGE, minimum=5, maximum=9), (5, 9, "range from 5 to 9")),
        (Measure(polarity=Polarity.RANGE, ideal=16), None),
        (Measure(polarity=Polarity.RANGE), None),
        (PERCENT, None),
    ],
)
def test_a_band_stands_where_a_range_was_set(
    make_indicator: MakeIndicator, measure: Measure, band: tuple[float, float, str] | None
) -> None:
    found = compose(make_indicator(measure=measure)).band
    assert (None if found is None else (found.low, found.high, found.text)) == band


@pytest.fixture
def rich(make_indicator: MakeIndicator, make_target: MakeTarget, make_finding: MakeFinding) -> Picture:
    values = {f"31/3/{year} Outturn": f"{50 + 4 * (year % 2)}" for year in range(94, 100)}
    values |= {"31/3/00 Provisional": "60", "31/3/00 Planned": "65", "31/3/01 Planned": "70"}
    measure = Measure(polarity=Polarity.RANGE, ideal=60, tolerance=5)
    indicator = make_indicator(values, measure=measure)
    return compose(
        indicator,
        [make_target("75", MARCH_01)],
        [make_finding(indicator.values[-1].cell)],
        notes=[ChartNote(indicator="PAF C20", date=MARCH_01, text="Why", row=3)],
        others=[elsewhere(indicator, "England", 20)],
    )


def test_each_series_can_be_hidden_and_the_dates_stay(rich: Picture) -> None:
    keys = [entry.key for entry in entries(rich)]
    assert {"outturn", "planned", BASELINE, TARGETS, BAND, NOTES, LIMITS} < set(keys)
    bare = without(rich, keys)
    assert (bare.points, bare.plan, bare.measured) == ((), (), ())
    assert (bare.projection, bare.promises, bare.band, bare.limits) == (None, (), None, None)
    assert (bare.annotations, bare.judgements, bare.comparators, bare.notes) == ((), (), (), ())
    assert bare.dates == rich.dates
    assert without(rich, ()) is rich


def test_hiding_planned_values_leaves_the_actual_ones(rich: Picture) -> None:
    picture = without(rich, {"planned"})
    assert {point.kind.value for point in picture.points} == {"outturn", "provisional"}
    assert picture.measured == rich.measured
    assert picture.notes == ()


def test_the_axis_fits_what_is_left(rich: Picture) -> None:
    assert without(rich, {TARGETS, "compared with England"}).scale != without(rich, AT_FIRST).scale


def test_control_limits_are_shown_only_on_request(rich: Picture) -> None:
    assert rich.limits is not None
    assert rich.limits.label == "XmR limits of 7 points, trial"
    assert without(rich, AT_FIRST).limits is None
    assert [entry.key for entry in entries(rich, AT_FIRST) if not entry.shown] == [LIMITS]


def test_the_values_of_a_date_are_told_line_by_line(rich: Picture, make_indicator: MakeIndicator) -> None:
    assert values_on(rich, dt.date(2000, 3, 31)) == (
        "31/3/00",
        "provisional 60",
        "planned 65",
        "if nothing changes 56",
        "England 60",
    )
    assert values_on(rich, MARCH_01)[-1] == "target 75"
    assert values_on(compose(make_indicator()), dt.date(1999, 3, 31)) == ("1998/99", "no number: N/A")
    assert values_on(compose(make_indicator({})), MARCH_01) == ("31/03/2001",)
