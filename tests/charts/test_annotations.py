"""The officer's notes stand on what they were written for, numbered from left to right."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.charts.annotations import on_day, on_point
from desktop.charts.compose import compose
from desktop.charts.frame import Frame
from desktop.charts.label_requests import Role
from desktop.charts.labels import Box
from desktop.charts.layout import lay_out
from desktop.charts.wording import stop_words
from desktop.domain.notes import ChartNote, NoteKind

if TYPE_CHECKING:
    from desktop.charts.layout import Layout
    from desktop.charts.picture import Picture
    from tests.charts.conftest import MakeIndicator

DAY = dt.date(2001, 9, 1)
FREE = ChartNote(indicator="paf  c20", date=DAY, text="A new team", value=90.0, row=4)


def noted(make_indicator: MakeIndicator, *notes: ChartNote) -> Picture:
    return compose(make_indicator(), notes=notes)


def test_a_note_stands_on_the_value_of_its_period(make_indicator: MakeIndicator) -> None:
    picture = noted(make_indicator)
    point = picture.movable[1]
    note = replace(on_point(picture, point), text="Two posts", by="JS", written=dt.date(2001, 5, 1), row=3)
    assert note.period == "31/3/02 Planned"
    (shown,) = noted(make_indicator, note).annotations
    assert (shown.date, shown.value, shown.label, shown.flag) == (point.date, 95.0, "31/3/02", "N1")
    assert shown.words == "Two posts (JS, 01/05/2001)"


def test_notes_are_numbered_by_date_and_those_of_others_are_passed_over(
    make_indicator: MakeIndicator,
) -> None:
    early = replace(FREE, date=dt.date(2000, 6, 1), text="First", row=9)
    picture = noted(make_indicator, FREE, replace(FREE, indicator="PAF A1"), early)
    assert [(each.flag, each.text) for each in picture.annotations] == [("N1", "First"), ("N2", "A new team")]
    assert picture.annotation_in(9) is picture.annotations[0]
    assert picture.annotation_in(1) is None
    assert DAY in picture.dates


@pytest.mark.parametrize("period", ["31/3/09 Planned", "1998/99 Outturn"])
def test_a_note_whose_value_is_gone_stands_at_the_foot_of_its_day(
    make_indicator: MakeIndicator, period: str
) -> None:
    (shown,) = noted(make_indicator, replace(FREE, period=period, value=None)).annotations
    assert (shown.date, shown.value, shown.label) == (DAY, None, period)


def test_of_two_values_of_a_date_the_note_is_on_the_one_of_its_label(make_indicator: MakeIndicator) -> None:
    indicator = make_indicator({"1999/00 Outturn": "5", "31/3/00 Outturn": "6"})
    for period, value in (("31/3/00 Outturn", 6), ("FY 1999/2000 Outturn", 5)):
        note = replace(FREE, period=period, value=None)
        (shown,) = compose(indicator, notes=[note]).annotations
        assert shown.value == value, period


def test_an_event_marks_a_day_and_has_no_height(make_indicator: MakeIndicator) -> None:
    (shown,) = noted(make_indicator, replace(FREE, kind=NoteKind.EVENT)).annotations
    assert (shown.event, shown.value, shown.label) == (True, None, "01/09/2001")


def test_a_note_on_a_day_is_as_fine_as_the_values(make_indicator: MakeIndicator) -> None:
    picture = noted(make_indicator)
    assert on_day(picture, DAY, 90.04).value == 90.0
    assert on_day(picture, DAY).value is None


def test_notes_are_said_in_the_summary_and_when_chosen(make_indicator: MakeIndicator) -> None:
    picture = noted(make_indicator, FREE)
    assert picture.summary.endswith("Note N1, 01/09/2001: A new team.")
    said = stop_words(picture, picture.annotations[0])
    assert said.startswith("Note N1, 01/09/2001: A new team. Enter changes it")
    assert stop_words(picture, picture.points[0]) == "31/3/00 provisional: 71.4."


def _measure(text: str, _role: Role) -> tuple[float, float]:
    return 7.0 * len(text), 14.0


def _layout(picture: Picture, width: float = 600, height: float = 400) -> tuple[Layout, Frame]:
    frame = Frame.around(
        picture, Box(left=0, top=0, width=width, height=height), sides=24, above=28, below=20
    )
    return lay_out(picture, frame, _measure, values=True), frame


def test_a_flag_that_was_moved_is_where_it_was_put_with_a_line_to_its_mark(
    make_indicator: MakeIndicator,
) -> None:
    picture = noted(make_indicator, replace(FREE, right=20, up=-90))
    layout, frame = _layout(picture)
    (flag,) = (label for label in layout.labels if label.role is Role.NOTE)
    x, y = frame.spot(DAY, 90.0)
    assert flag.box.middle == pytest.approx((x + 20, y + 90))
    assert flag.leader is not None
    assert flag.leader[1] == (x, y)
    near, _ = _layout(noted(make_indicator, replace(FREE, up=12)))
    (flag,) = (label for label in near.labels if label.role is Role.NOTE)
    assert flag.leader is None


_PICTURE: list[Picture] = []


@pytest.fixture
def _noted(make_indicator: MakeIndicator) -> None:
    _PICTURE[:] = [noted(make_indicator, FREE)]


@pytest.mark.usefixtures("_noted")
@settings(deadline=None, max_examples=40)
@given(
    moves=st.lists(st.tuples(st.integers(-900, 900), st.integers(-900, 900)), min_size=1, max_size=4),
    event=st.booleans(),
)
def test_wherever_flags_are_put_they_stay_in_sight_and_touch_nothing(
    moves: list[tuple[int, int]], event: bool
) -> None:
    (one,) = _PICTURE[0].annotations
    flags = tuple(
        replace(one, number=number, event=event, note=replace(one.note, right=right, up=up))
        for number, (right, up) in enumerate(moves, start=1)
    )
    layout, frame = _layout(replace(_PICTURE[0], annotations=flags), 420, 260)
    assert not any(left.box.touches(right.box) for left, right in combinations(layout.labels, 2))
    assert all(frame.box.grown(0.001).holds(label.box) for label in layout.labels)
    placed = [label.text for label in layout.labels if label.role is Role.NOTE]
    assert len(placed) + sum(text == "A new team" for text in layout.left_out) == len(moves)
