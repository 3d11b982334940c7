"""The chart under the hand: the mouse, the keys, and what it says to those who can't see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.charts.compose import compose
from desktop.charts.projection_chart import ProjectionChart

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.domain.cells import CellRef
    from tests.charts.conftest import MakeIndicator, MakeTarget

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def chart(qtbot: QtBot, make_indicator: MakeIndicator, make_target: MakeTarget) -> ProjectionChart:
    made = ProjectionChart()
    qtbot.addWidget(made)
    made.resize(460, 320)
    made.show_indicator(compose(make_indicator(), [make_target()]))
    made.show()
    QTest.qWaitForWindowExposed(made)
    return made


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


def test_a_drag_is_told_once_on_release(chart: ProjectionChart, moves: list[tuple[CellRef, float]]) -> None:
    start = _spot(chart, 1)
    _drag(chart, start, 48)
    assert moves == []
    QTest.mouseRelease(chart.viewport(), LEFT, PLAIN, start + QPoint(0, 48))
    ((cell, value),) = moves
    assert chart.picture is not None
    assert cell == chart.picture.movable[1].cell
    assert 70 < value < 90
    assert value == round(value, 1)
