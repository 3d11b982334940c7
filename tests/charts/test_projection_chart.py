"""The chart under the hand: the mouse, the keys, and what it says to those who can't see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPalette, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop.charts.compose import compose
from desktop.charts.label_requests import Role
from desktop.charts.projection_chart import ProjectionChart
from desktop.charts.theme import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.domain.cells import CellRef
    from tests.charts.conftest import MakeFinding, MakeIndicator, MakeTarget

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def chart(
    qtbot: QtBot, make_indicator: MakeIndicator, make_target: MakeTarget, make_finding: MakeFinding
) -> Iterator[ProjectionChart]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    made = ProjectionChart()
    for widget in (QLineEdit(), made, QLineEdit()):
        column.addWidget(widget)
    window.resize(480, 380)
    indicator = make_indicator()
    made.show_indicator(compose(indicator, [make_target()], [make_finding(indicator.values[3].cell)]))
    window.show()
    QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    yield made
    window.close()


@pytest.fixture
def moves(chart: ProjectionChart) -> list[tuple[CellRef, float]]:
    heard: list[tuple[CellRef, float]] = []
    chart.planned_moved.connect(lambda cell, value: heard.append((cell, value)))
    return heard


def _spot(chart: ProjectionChart, number: int) -> QPoint:
    assert chart.picture is not None
    return QPoint(*chart.spot_of(chart.picture.movable[number]))


def _drag(chart: ProjectionChart, start: QPoint, down: int) -> None:
    QTest.mousePress(chart.viewport(), LEFT, PLAIN, start)
    for part in (1, 2, 3):
        QTest.mouseMove(chart.viewport(), start + QPoint(0, down * part // 3))


def _release(chart: ProjectionChart, spot: QPoint) -> None:
    QTest.mouseRelease(chart.viewport(), LEFT, PLAIN, spot)


def test_a_drag_is_told_once_on_release(chart: ProjectionChart, moves: list[tuple[CellRef, float]]) -> None:
    start = _spot(chart, 1)
    _drag(chart, start, 48)
    assert moves == []
    _release(chart, start + QPoint(0, 48))
    ((cell, value),) = moves
    assert chart.picture is not None
    assert cell == chart.picture.movable[1].cell
    assert 70 < value < 90
    assert value == round(value, 1)


def test_the_axes_stand_still_during_a_drag(chart: ProjectionChart) -> None:
    before = chart.viewRange()
    _drag(chart, _spot(chart, 1), 60)
    assert chart.viewRange() == before


def test_a_drag_shows_the_point_where_it_is(chart: ProjectionChart) -> None:
    still = chart.grab().toImage()
    _drag(chart, _spot(chart, 1), 48)
    assert chart.grab().toImage() != still


def _labels(chart: ProjectionChart) -> list[tuple[Role, str]]:
    return [(label.role, label.text) for label in chart._overlay._layout.labels]


def test_what_the_check_said_is_taken_away_while_a_point_is_on_the_move(chart: ProjectionChart) -> None:
    heard: list[bool] = []
    chart.drag_changed.connect(heard.append)
    start = _spot(chart, 1)
    assert Role.FLAG in [role for role, _ in _labels(chart)]
    QTest.mousePress(chart.viewport(), LEFT, PLAIN, start)
    assert heard == []
    QTest.mouseMove(chart.viewport(), start + QPoint(0, 24))
    assert heard == [True]
    assert Role.FLAG not in [role for role, _ in _labels(chart)]
    _release(chart, start + QPoint(0, 24))
    assert heard == [True, False]
    _drag(chart, start, 24)
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert heard == [True, False, True, False]
    assert Role.FLAG in [role for role, _ in _labels(chart)]


def test_the_point_that_is_taken_up_is_told(chart: ProjectionChart) -> None:
    heard: list[CellRef] = []
    chart.point_chosen.connect(heard.append)
    assert chart.picture is not None
    cells = [point.cell for point in chart.picture.movable]
    QTest.mouseClick(chart.viewport(), LEFT, PLAIN, _spot(chart, 1))
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert heard == [cells[1], cells[2]]


def test_a_point_that_keys_have_moved_shows_its_figure_until_another_is_chosen(
    chart: ProjectionChart, make_indicator: MakeIndicator
) -> None:
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert Role.READOUT not in [role for role, _ in _labels(chart)]
    QTest.keyClick(chart, Qt.Key.Key_Up)
    chart.show_indicator(compose(make_indicator({"31/3/00 Outturn": "71.4", "31/3/01 Planned": "85.1"})))
    assert chart.chosen is None
    chart.show_indicator(compose(make_indicator()))
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Up)
    chart.show_indicator(compose(make_indicator()))
    assert (Role.READOUT, "31/3/01: 85.0") in _labels(chart)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert Role.READOUT not in [role for role, _ in _labels(chart)]


def test_a_drag_goes_no_further_than_the_measure(
    chart: ProjectionChart, moves: list[tuple[CellRef, float]]
) -> None:
    start = _spot(chart, 1)
    _drag(chart, start, -300)
    _release(chart, start)
    assert [value for _, value in moves] == [100.0]


def test_a_press_without_a_move_changes_nothing(
    chart: ProjectionChart, moves: list[tuple[CellRef, float]]
) -> None:
    spot = _spot(chart, 0)
    QTest.mousePress(chart.viewport(), LEFT, PLAIN, spot)
    _release(chart, spot)
    QTest.mouseDClick(chart.viewport(), LEFT, PLAIN, spot)
    _release(chart, spot)
    assert moves == []
    assert chart.picture is not None
    assert chart.chosen == chart.picture.movable[0]


def test_escape_gives_a_drag_up(chart: ProjectionChart, moves: list[tuple[CellRef, float]]) -> None:
    start = _spot(chart, 1)
    still = chart.grab().toImage()
    chart.setFocus()
    _drag(chart, start, 48)
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    _release(chart, start)
    assert moves == []
    chart.clearFocus()
    assert chart.grab().toImage() == still


def test_a_new_picture_gives_a_drag_up(chart: ProjectionChart, moves: list[tuple[CellRef, float]]) -> None:
    start = _spot(chart, 1)
    _drag(chart, start, 48)
    assert chart.picture is not None
    chart.show_indicator(chart.picture)
    _release(chart, start)
    assert moves == []


def _hover(chart: ProjectionChart, spot: QPoint) -> None:
    """The pointer comes by; sent to the widget itself, since another window may lie where this one does."""
    port, place = chart.viewport(), QPointF(spot)
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        place,
        port.mapToGlobal(place),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        PLAIN,
    )
    QApplication.sendEvent(port, moved)


def test_only_planned_points_can_be_taken(chart: ProjectionChart, moves: list[tuple[CellRef, float]]) -> None:
    assert chart.picture is not None
    actual = QPoint(*chart.spot_of(chart.picture.points[0]))
    _drag(chart, actual, 30)
    _release(chart, actual)
    assert moves == []
    _hover(chart, _spot(chart, 0))
    assert chart.cursor().shape() is Qt.CursorShape.SizeVerCursor
    _hover(chart, actual)
    assert chart.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_arrow_keys_choose_and_move(chart: ProjectionChart, moves: list[tuple[CellRef, float]]) -> None:
    assert chart.picture is not None
    first, second = chart.picture.movable[:2]
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Up)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up):
        QTest.keyClick(chart, key)
    QTest.keyClick(chart, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert moves == [(second.cell, 95.1), (second.cell, 94.0), (first.cell, 84.9)]


def test_tab_goes_through_the_points_and_on(chart: ProjectionChart) -> None:
    window = chart.window()
    before, after = window.findChildren(QLineEdit)
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert chart.hasFocus()
    assert chart.picture is not None
    for point in chart.picture.movable:
        assert chart.chosen == point
        QTest.keyClick(chart, Qt.Key.Key_Tab)
    assert after.hasFocus()
    QTest.keyClick(after, Qt.Key.Key_Backtab)
    assert chart.chosen == chart.picture.movable[-1]


def test_the_chosen_point_has_a_ring_while_the_keys_are_here(chart: ProjectionChart) -> None:
    without = chart.grab().toImage()
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.grab().toImage() != without
    assert "31/3/01 planned: 85.0. Up and down arrows move it." in chart.accessibleDescription()
    chart.clearFocus()
    assert chart.grab().toImage() == without


def test_the_chart_is_told_in_words(chart: ProjectionChart) -> None:
    assert chart.objectName() == "chart"
    assert chart.accessibleName() == "Chart of PAF C20 Reviews of child protection cases"
    assert chart.picture is not None
    assert chart.accessibleDescription() == chart.picture.summary


def test_tool_tips_say_points_and_flags(chart: ProjectionChart, tips: list[str]) -> None:
    for spot in (_spot(chart, 0), _spot(chart, 1), QPoint(5, 5)):
        event = QHelpEvent(QEvent.Type.ToolTip, spot, chart.mapToGlobal(spot))
        QApplication.sendEvent(chart.viewport(), event)
    assert tips == [
        "31/3/01 planned: 85.0",
        "31/3/02 planned: 95.0. The plan reads 95.0 where section B2 promises 100.",
        "",
    ]


def test_tool_tips_say_in_full_what_was_cut(
    chart: ProjectionChart, tips: list[str], make_indicator: MakeIndicator, make_target: MakeTarget
) -> None:
    where = "a national target that is written in very many words indeed"
    chart.show_indicator(compose(make_indicator(), [make_target(where=where)]))
    for x in range(40, 460, 20):
        for y in range(0, 60, 4):
            spot = QPoint(x, y)
            QApplication.sendEvent(chart.viewport(), QHelpEvent(QEvent.Type.ToolTip, spot, spot))
    assert f"target 100 by 31/3/02 ({where})" in tips


def test_labels_that_find_no_room_are_told_in_the_legend(
    chart: ProjectionChart, tips: list[str], make_indicator: MakeIndicator, make_target: MakeTarget
) -> None:
    indicator = make_indicator({f"31/3/{year} Outturn": "5" for year in range(80, 99)})
    chart.show_indicator(compose(indicator, [make_target(f"{number}", None) for number in range(3, 40)]))
    chart.window().resize(300, 330)
    chart.grab()
    spot = QPoint(chart.width() // 2, chart.height() - 12)
    QApplication.sendEvent(chart.viewport(), QHelpEvent(QEvent.Type.ToolTip, spot, spot))
    assert "target 39, no date given (section B2)" in tips[0].splitlines()


def test_the_wheel_is_for_what_the_chart_lies_in(chart: ProjectionChart) -> None:
    before = chart.viewRange()
    event = QWheelEvent(
        QPointF(100, 100),
        QPointF(100, 100),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        PLAIN,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    chart.wheelEvent(event)
    assert not event.isAccepted()
    assert chart.viewRange() == before


def test_light_and_dark_follow_the_palette(chart: ProjectionChart) -> None:
    assert chart.grab().toImage().pixelColor(1, 1).name() == LIGHT.ground
    palette = QPalette(chart.palette())
    palette.setColor(QPalette.ColorRole.Base, QColor("#101010"))
    chart.setPalette(palette)
    assert chart.grab().toImage().pixelColor(1, 1).name() == "#101010"
    assert chart._theme.text == DARK.text


def test_nothing_to_draw_is_said_and_nothing_breaks(
    chart: ProjectionChart, make_indicator: MakeIndicator, tips: list[str]
) -> None:
    chart.show_indicator(compose(make_indicator({"1998/99 Outturn": "N/A"})))
    said = chart.grab().toImage()
    chart.show_indicator(compose(make_indicator({})))
    assert chart.grab().toImage() != said
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.chosen is None


def test_an_unused_chart_takes_every_event(qtbot: QtBot, tips: list[str]) -> None:
    chart = ProjectionChart()
    qtbot.addWidget(chart)
    chart.show()
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Up)
    QTest.mouseClick(chart.viewport(), LEFT, PLAIN, QPoint(50, 50))
    QTest.mouseMove(chart.viewport(), QPoint(60, 60))
    QApplication.sendEvent(chart.viewport(), QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5)))
    palette = QPalette(chart.palette())
    palette.setColor(QPalette.ColorRole.Base, QColor("#101010"))
    chart.setPalette(palette)
    assert chart.picture is None
    assert tips == [""]


def test_an_envelope_is_drawn_for_a_trend(chart: ProjectionChart, make_indicator: MakeIndicator) -> None:
    values = {
        f"31/3/{year} Outturn": f"{value}"
        for year, value in zip(range(90, 96), (5, 9, 6, 11, 8, 12), strict=True)
    }
    chart.show_indicator(compose(make_indicator({**values, "31/3/98 Planned": "20"})))
    image = chart.grab().toImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    }
    assert LIGHT.envelope in colours
