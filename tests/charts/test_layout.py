"""Labels of real charts: none touches another, and what finds no room is told."""

from __future__ import annotations

import datetime as dt
from functools import partial
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont

from desktop.charts.compose import compose
from desktop.charts.frame import Frame
from desktop.charts.label_requests import Role
from desktop.charts.labels import Box
from desktop.charts.layout import kept_ticks, lay_out
from desktop.charts.lettering import measure_in

if TYPE_CHECKING:
    from desktop.charts.layout import Layout
    from desktop.charts.picture import Picture, Point
    from tests.charts.conftest import MakeFinding, MakeIndicator, MakeTarget


_EVERY_LABEL = {Role.ABSENCE, Role.FLAG, Role.TARGET, Role.GAP, Role.BASELINE, Role.VALUE}


def _measure(text: str, _role: Role) -> tuple[float, float]:
    return 7.0 * len(text), 14.0


def _laid_out(
    picture: Picture, width: float = 420, height: float = 260, *, readout: Point | None = None
) -> Layout:
    box = Box(left=0, top=0, width=width, height=height)
    frame = Frame.around(picture, box, sides=24, above=28, below=20)
    return lay_out(picture, frame, _measure, values=True, readout=readout)


@pytest.fixture
def full(make_indicator: MakeIndicator, make_target: MakeTarget, make_finding: MakeFinding) -> Picture:
    indicator = make_indicator()
    targets = [make_target(), make_target("96.5", dt.date(2002, 9, 30)), make_target("80", None)]
    findings = [make_finding(value.cell) for value in indicator.values[2:]]
    return compose(indicator, targets, findings)


def test_a_full_chart_has_every_label_and_none_touches_another(full: Picture) -> None:
    layout = _laid_out(full, 700, 400)
    assert layout.left_out == ()
    assert {label.role for label in layout.labels} == _EVERY_LABEL
    assert not any(one.box.touches(other.box) for one, other in combinations(layout.labels, 2))
    texts = {label.text for label in layout.labels}
    assert {"N/A", "71.4", "95.0, 5.0 short", "1", "target 80, no date given (section B2)"} <= texts


@settings(deadline=None, max_examples=30)
@given(width=st.integers(min_value=60, max_value=600), height=st.integers(min_value=60, max_value=400))
def test_at_any_size_labels_keep_apart_and_none_is_lost_unsaid(width: int, height: int) -> None:
    full = _FULL[0]
    wide, narrow = _laid_out(full, 900, 600), _laid_out(full, width, height)
    assert not any(one.box.touches(other.box) for one, other in combinations(narrow.labels, 2))
    assert len(narrow.labels) + len(narrow.left_out) == len(wide.labels) + len(wide.left_out)


_FULL: list[Picture] = []


@pytest.fixture(autouse=True)
def keep_full(full: Picture) -> None:
    _FULL[:] = [full]


def test_a_point_on_the_move_is_read_out_first(full: Picture) -> None:
    point = full.movable[0]
    layout = _laid_out(full, readout=point)
    assert layout.labels[0].role is Role.READOUT
    assert layout.labels[0].text == "31/3/01: 85.0"
    assert "85.0" not in {label.text for label in layout.labels}


def test_a_long_label_is_cut_with_a_sign_and_kept_in_full(
    make_indicator: MakeIndicator, make_target: MakeTarget
) -> None:
    picture = compose(make_indicator(), [make_target(where="a place with a very long name, page 12")])
    for width, text in ((420, "target 100 by 31/3/02 (…)"), (200, "target 100 by 31/3/0…")):
        (label,) = (label for label in _laid_out(picture, width).labels if label.role is Role.TARGET)
        assert label.text == text
        assert label.full.endswith("page 12)")


def test_where_a_target_is_written_goes_to_a_second_line_before_it_is_cut(
    make_indicator: MakeIndicator, make_target: MakeTarget, qapp: object
) -> None:
    picture = compose(make_indicator(), [make_target(where="Objective 2, section B, 2, page 7")])
    font = QFont("sans-serif", 9)
    texts, heights = [], []
    for width in (900, 300):
        box = Box(left=0, top=0, width=width, height=300)
        frame = Frame.around(picture, box, sides=30, above=60, below=20)
        layout = lay_out(picture, frame, partial(measure_in, font), values=False)
        (label,) = (label for label in layout.labels if label.role is Role.TARGET)
        texts.append(label.text)
        heights.append(label.box.height)
    assert texts[1] == texts[0].replace(" (", "\n(")
    assert heights[1] == pytest.approx(2 * heights[0])


def test_no_label_lies_on_the_axis(make_indicator: MakeIndicator, make_target: MakeTarget) -> None:
    picture = compose(make_indicator(), [make_target("71.4", dt.date(2004, 3, 31))])
    assert max(label.box.bottom for label in _laid_out(picture).labels) <= 260 - 2


def test_a_gap_between_two_plotted_dates_has_its_distance_alone(
    make_indicator: MakeIndicator, make_target: MakeTarget
) -> None:
    picture = compose(make_indicator(), [make_target("100", dt.date(2002, 9, 30))])
    assert "3.5 short" in {label.text for label in _laid_out(picture).labels}


def test_a_gap_too_small_for_a_line_still_has_its_label(
    make_indicator: MakeIndicator, make_target: MakeTarget
) -> None:
    picture = compose(make_indicator(), [make_target("95.2")])
    assert "95.0, 0.2 short" in {label.text for label in _laid_out(picture).labels}


def test_periods_stand_apart_and_the_last_is_kept() -> None:
    crowd = [(20.0 * number, 50.0) for number in range(20)]
    kept = kept_ticks(crowd)
    assert kept[0] == 0
    assert kept[-1] == 19
    assert all(crowd[b][0] - crowd[a][0] >= 58 for a, b in pairwise(kept))
    assert kept_ticks([(0.0, 40.0), (100.0, 40.0)]) == (0, 1)
    assert kept_ticks([]) == ()


def test_a_frame_turns_pixels_back_into_values(full: Picture) -> None:
    frame = Frame.around(full, Box(left=10, top=20, width=300, height=200), sides=20, above=30, below=10)
    assert frame.x(full.dates[0]) == 30
    assert frame.x(full.dates[-1]) == pytest.approx(290)
    assert frame.y(full.scale.high) == 50
    assert frame.y(full.scale.low) == 210
    assert frame.value_at(frame.y(88.8)) == pytest.approx(88.8)
    assert frame.spot(full.dates[0], full.scale.low) == (30, 210)


def test_a_single_date_stands_in_the_middle(make_indicator: MakeIndicator) -> None:
    picture = compose(make_indicator({"31/3/01 Planned": "5"}))
    frame = Frame.around(picture, Box(left=0, top=0, width=300, height=200), sides=20, above=30, below=10)
    assert frame.x(picture.dates[0]) == pytest.approx(150)


def test_of_values_that_lie_close_only_those_that_stand_out_have_their_figure(
    make_indicator: MakeIndicator,
) -> None:
    values = {
        f"{day}/{month}/{year} Outturn": f"{year - 80 + month}"
        for year in range(90, 99)
        for month, day in ((3, 31), (6, 30), (9, 30), (12, 31))
    }
    picture = compose(make_indicator({**values, "31/3/99 Planned": "5"}))
    layout = _laid_out(picture, 600, 400)
    figures = [label.text for label in layout.labels if label.role is Role.VALUE]
    assert figures == ["13", "30", "5"]
    assert layout.left_out == ()
    roomy = _laid_out(picture, 1400, 700)
    assert len([label for label in roomy.labels if label.role is Role.VALUE]) > 20
    assert _laid_out(compose(make_indicator({}))).labels == ()
