"""Notes, series and dates under the hand: the mouse and the keys on the projection chart."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.charts.compose import compose
from desktop.charts.legend import places
from desktop.charts.projection_chart import ProjectionChart
from desktop.charts.switching import LIMITS
from desktop.domain.indicators import Measure, Polarity
from desktop.domain.notes import ChartNote, NoteKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.charts.picture import Picture
    from desktop.domain.indicators import Indicator
    from tests.charts.conftest import MakeIndicator

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
PLAIN, ALT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)
ON_PLAN = ChartNote(
    indicator="PAF C20", date=dt.date(2002, 3, 31), text="Two posts", period="31/3/02 Planned", row=3
)
FREE = ChartNote(indicator="PAF C20", date=dt.date(2000, 9, 30), text="A new team", value=85.0, row=4)
EVENT = ChartNote(
    indicator="PAF C20", date=dt.date(2003, 9, 30), text="Inspection", kind=NoteKind.EVENT, row=5
)


@pytest.fixture
def picture(make_indicator: MakeIndicator) -> Picture:
    return compose(make_indicator(), notes=[ON_PLAN, FREE, EVENT])


@pytest.fixture
def chart(qtbot: QtBot, picture: Picture) -> Iterator[ProjectionChart]:
    made = ProjectionChart()
    qtbot.addWidget(made)
    made.resize(520, 420)
    made.show_indicator(picture)
    made.show()
    QTest.qWaitForWindowExposed(made)
    made.activateWindow()
    made.setFocus()
    yield made
    made.close()


class Heard:
    """What the chart asked for."""

    def __init__(self, chart: ProjectionChart) -> None:
        self.wanted: list[ChartNote] = []
        self.opened: list[ChartNote] = []
        self.removed: list[ChartNote] = []
        self.moved: list[tuple[ChartNote, int, int]] = []
        chart.note_wanted.connect(self.wanted.append)
        chart.note_opened.connect(self.opened.append)
        chart.note_removed.connect(self.removed.append)
        chart.note_moved.connect(lambda note, right, up: self.moved.append((note, right, up)))


@pytest.fixture
def heard(chart: ProjectionChart) -> Heard:
    return Heard(chart)


def flag(chart: ProjectionChart, text: str) -> QPoint:
    """The pixel in the middle of a flag."""
    (label,) = (label for label in chart._overlay._layout.labels if label.text == text)
    return pixel(chart, *label.box.middle)


def pixel(chart: ProjectionChart, x: float, y: float) -> QPoint:
    return QPoint(chart.mapFromScene(chart.getViewBox().mapToScene(QPointF(x, y))))


def press(chart: ProjectionChart, *keys: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    for key in keys:
        QTest.keyClick(chart, key, held)


def hover(chart: ProjectionChart, spot: QPoint) -> None:
    port, place = chart.viewport(), QPointF(spot)
    none = Qt.MouseButton.NoButton
    QApplication.sendEvent(
        port, QMouseEvent(QEvent.Type.MouseMove, place, port.mapToGlobal(place), none, none, PLAIN)
    )


def wheel(chart: ProjectionChart, up: int, held: Qt.KeyboardModifier = CTRL) -> QWheelEvent:
    spot, none = QPointF(260, 200), QPoint(0, 0)
    event = QWheelEvent(
        spot,
        spot,
        none,
        QPoint(0, up),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    chart.wheelEvent(event)
    return event


def test_keys_walk_over_values_and_notes_in_the_order_of_dates(chart: ProjectionChart) -> None:
    seen = []
    press(chart, Qt.Key.Key_Right)
    for _ in range(9):
        seen.append(chart.chosen.label if chart.chosen else chart.noted.flag if chart.noted else "")
        press(chart, Qt.Key.Key_Right)
    assert seen == ["31/3/01", "31/3/02", "N2", "31/3/03", "N3", "31/3/04", "31/3/04", "31/3/04", "31/3/04"]
    press(chart, *[Qt.Key.Key_Left] * 7)
    assert chart.chosen is not None
    assert chart.chosen.label == "31/3/00"


def test_tab_goes_on_from_a_note_to_the_next_planned_point(chart: ProjectionChart) -> None:
    press(chart, *[Qt.Key.Key_Right] * 3)
    assert chart.noted is not None
    chart.focusNextPrevChild(True)
    assert chart.chosen is not None
    assert chart.chosen.label == "31/3/03"
    press(chart, *[Qt.Key.Key_Left])
    chart.focusNextPrevChild(False)
    assert chart.chosen.label == "31/3/02"


def test_n_asks_for_a_note_on_what_is_chosen(chart: ProjectionChart, heard: Heard) -> None:
    press(chart, Qt.Key.Key_N, Qt.Key.Key_Right, Qt.Key.Key_N)
    assert [note.period for note in heard.wanted] == ["31/3/00 Provisional", "31/3/01 Planned"]
    press(chart, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_N)
    assert (heard.wanted[-1].period, heard.wanted[-1].date) == ("", ON_PLAN.date)


def test_enter_opens_and_delete_removes_the_note_that_is_chosen_or_on_the_point(
    chart: ProjectionChart, heard: Heard
) -> None:
    press(chart, Qt.Key.Key_Right, Qt.Key.Key_Delete, Qt.Key.Key_Return)
    assert (heard.removed, heard.opened) == ([], [])
    assert [note.period for note in heard.wanted] == ["31/3/01 Planned"]
    press(chart, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Delete)
    press(chart, Qt.Key.Key_Right, Qt.Key.Key_Enter)
    assert (heard.opened, heard.removed) == ([ON_PLAN, ON_PLAN], [ON_PLAN])


def test_alt_and_arrows_move_the_flag_of_the_chosen_note(chart: ProjectionChart, heard: Heard) -> None:
    press(chart, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right)
    press(chart, Qt.Key.Key_Right, Qt.Key.Key_Up, held=ALT)
    assert heard.moved == [(ON_PLAN, 8, 0), (ON_PLAN, 0, 8)]
    press(chart, Qt.Key.Key_Up)
    assert chart.noted is not None


def test_a_flag_is_dragged_and_told_once(chart: ProjectionChart, heard: Heard) -> None:
    start = flag(chart, "N1")
    QTest.mousePress(chart.viewport(), LEFT, PLAIN, start)
    QTest.mouseMove(chart.viewport(), start + QPoint(30, -20))
    assert heard.moved == []
    assert flag(chart, "N1") != start
    QTest.mouseRelease(chart.viewport(), LEFT, PLAIN, start + QPoint(30, -20))
    assert heard.moved == [(FREE, 30, 20)]
    assert chart.noted is not None
    assert chart.noted.note == FREE
    assert "Note N1" in chart.accessibleDescription()


def test_a_press_on_a_flag_only_chooses_it_and_escape_gives_its_drag_up(
    chart: ProjectionChart, heard: Heard
) -> None:
    start = flag(chart, "N1")
    QTest.mouseClick(chart.viewport(), LEFT, PLAIN, start)
    QTest.mousePress(chart.viewport(), LEFT, PLAIN, start)
    QTest.mouseMove(chart.viewport(), start + QPoint(30, -20))
    press(chart, Qt.Key.Key_Escape)
    QTest.mouseRelease(chart.viewport(), LEFT, PLAIN, start)
    assert heard.moved == []
    assert flag(chart, "N1") == start


def test_a_double_click_opens_a_note_or_asks_for_one_there(chart: ProjectionChart, heard: Heard) -> None:
    assert chart.picture is not None
    QTest.mouseDClick(chart.viewport(), LEFT, PLAIN, flag(chart, "N2"))
    QTest.mouseDClick(chart.viewport(), LEFT, PLAIN, QPoint(*chart.spot_of(chart.picture.points[0])))
    QTest.mouseDClick(chart.viewport(), LEFT, PLAIN, pixel(chart, 300, 200))
    QTest.mouseDClick(chart.viewport(), LEFT, PLAIN, QPoint(2, chart.height() - 2))
    assert heard.opened == [ON_PLAN]
    on_value, on_place = heard.wanted
    assert (on_value.period, on_value.value) == ("31/3/00 Provisional", None)
    assert on_place.period == ""
    assert on_place.value is not None
    assert 70 < on_place.value < 100
    assert dt.date(2000, 3, 31) < on_place.date < dt.date(2004, 3, 31)


def test_a_chart_with_nothing_to_draw_takes_no_notes(
    chart: ProjectionChart, heard: Heard, make_indicator: MakeIndicator
) -> None:
    chart.show_indicator(compose(make_indicator({"1998/99 Outturn": "N/A"})))
    press(chart, Qt.Key.Key_N)
    QTest.mouseDClick(chart.viewport(), LEFT, PLAIN, QPoint(200, 200))
    assert heard.wanted == []


def test_a_press_on_the_legend_hides_a_series_and_shows_it_again(chart: ProjectionChart) -> None:
    assert chart.picture is not None
    legend = chart._legend
    for shown in (False, True):
        (place,) = (
            box for entry, box in places(chart.legend, legend._box(), chart.font()) if entry.key == "planned"
        )
        spot = QPoint(chart.mapFromScene(legend.mapToScene(place.center())))
        hover(chart, spot)
        assert chart.cursor().shape() is Qt.CursorShape.PointingHandCursor
        QTest.mouseClick(chart.viewport(), LEFT, PLAIN, spot)
        assert bool(chart.picture.movable) is shown
        assert {entry.key: entry.shown for entry in chart.legend}["planned"] is shown


def test_other_buttons_do_nothing(chart: ProjectionChart, heard: Heard) -> None:
    QTest.mouseClick(chart.viewport(), RIGHT, PLAIN, flag(chart, "N1"))
    assert chart.noted is None


def test_the_values_of_a_date_are_shown_under_the_mouse(chart: ProjectionChart) -> None:
    assert chart.picture is not None
    still = chart.grab().toImage()
    x, y = chart.spot_of(chart.picture.points[0])
    hover(chart, QPoint(x + 4, y - 60))
    assert chart._overlay._cross is not None
    assert chart._overlay._cross[1] == ("31/3/00", "provisional 71.4", "if nothing changes 71.4")
    assert chart.grab().toImage() != still
    hover(chart, flag(chart, "N1"))
    assert chart.cursor().shape() is Qt.CursorShape.SizeAllCursor
    assert chart.grab().toImage() == still
    hover(chart, QPoint(x + 4, y - 60))
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert chart.grab().toImage() == still
    last_x, last_y = chart.spot_of(chart.picture.movable[-1])
    hover(chart, QPoint(last_x, last_y + 60))
    assert chart.grab().toImage() != still


def test_a_zoom_goes_in_by_key_or_wheel_and_is_undone_by_one_key(chart: ProjectionChart) -> None:
    whole = chart.viewRange()
    press(chart, Qt.Key.Key_Plus, Qt.Key.Key_Equal)
    assert chart.zoomed
    (left, right), values = chart.viewRange()
    assert right - left < whole[0][1] - whole[0][0]
    assert values == whole[1]
    press(chart, Qt.Key.Key_Right, held=CTRL)
    assert chart.viewRange()[0][0] > left
    for undo in (Qt.Key.Key_0, Qt.Key.Key_Escape):
        press(chart, undo)
        assert chart.viewRange() == whole
        assert wheel(chart, 120).isAccepted()
        assert chart.viewRange() != whole
    wheel(chart, -120)
    press(chart, Qt.Key.Key_Minus)
    assert chart.viewRange() == whole
    assert not wheel(chart, 120, PLAIN).isAccepted()


def test_what_is_chosen_is_brought_into_view(chart: ProjectionChart) -> None:
    press(chart, Qt.Key.Key_Right, *[Qt.Key.Key_Plus] * 4)
    press(chart, *[Qt.Key.Key_Right] * 5)
    assert chart.chosen is not None
    left, right = chart.viewRange()[0]
    assert left < chart.chosen.date.toordinal() < right


def test_a_zoom_ends_with_another_indicator(chart: ProjectionChart, make_indicator: MakeIndicator) -> None:
    press(chart, Qt.Key.Key_Plus)
    assert chart.picture is not None
    chart.show_indicator(chart.picture)
    assert chart.zoomed
    other = make_indicator({"31/3/00 Outturn": "5"}, code="PAF A1")
    chart.show_indicator(compose(_in_row(other, 20)))
    assert not chart.zoomed


def _in_row(indicator: Indicator, row: int) -> Indicator:

    return replace(indicator, cell=replace(indicator.cell, row=row))


def test_an_unused_chart_zooms_and_switches_nothing(qtbot: QtBot) -> None:
    chart = ProjectionChart()
    qtbot.addWidget(chart)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_N, Qt.Key.Key_Delete, Qt.Key.Key_0, Qt.Key.Key_Right):
        press(chart, key)
    press(chart, Qt.Key.Key_Right, held=CTRL)
    chart.switch(LIMITS)
    hover(chart, QPoint(50, 50))
    QTest.mouseDClick(chart.viewport(), LEFT, PLAIN, QPoint(50, 50))
    assert chart.legend == ()
    assert not wheel(chart, 120).isAccepted()


def test_everything_at_once_is_drawn(chart: ProjectionChart, make_indicator: MakeIndicator) -> None:
    values = {f"31/3/{year} Outturn": f"{50 + 4 * (year % 2)}" for year in range(90, 100)}
    measure = Measure(polarity=Polarity.RANGE, ideal=52, tolerance=1)
    indicator = make_indicator({**values, "31/3/00 Planned": "55"}, measure=measure)

    england = replace(_in_row(indicator, 20), name="England")
    chart.show_indicator(compose(indicator, notes=[EVENT], others=[england]))
    before = chart.grab().toImage()
    chart.switch(LIMITS)
    assert chart.grab().toImage() != before
    assert chart.picture is not None
    chart.show_indicator(replace(chart.picture, proposed=((dt.date(2000, 3, 31), 53.0),)))
    assert chart.picture.proposed
