"""The timeline on the screen."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.charts.strand import strand_picture
from desktop.charts.theme import DARK, LIGHT
from desktop.charts.timeline import Timeline

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.charts.conftest import MakeMilestone

AS_AT = dt.date(2012, 10, 31)


@pytest.fixture
def timeline(qtbot: QtBot) -> Timeline:
    made = Timeline()
    qtbot.addWidget(made)
    made.resize(460, 300)
    made.show()
    return made


def _show_many(timeline: Timeline, make_milestone: MakeMilestone, chosen: int) -> None:
    dues = ["", "30/9/12", "31/3/12; Revised to 31/12/12", "31/1/13"] * 10
    many = [
        make_milestone(f"Milestone {number} of a strand that is long", due) for number, due in enumerate(dues)
    ]
    timeline.show_strand(strand_picture(many[chosen], many, AS_AT))


def test_the_chosen_milestone_is_in_sight(timeline: Timeline, make_milestone: MakeMilestone) -> None:
    _show_many(timeline, make_milestone, 30)
    assert timeline.item_at(QPointF(10, timeline.viewport().height() - 5)) == 30
    assert timeline.picked == 30
    _show_many(timeline, make_milestone, 0)
    assert timeline.verticalScrollBar().value() == 0


def test_in_a_narrow_panel_slippage_has_a_line_of_its_own(
    timeline: Timeline, make_milestone: MakeMilestone
) -> None:
    slipped = make_milestone(due="31/3/12; Revised to 31/12/12")
    heights = []
    for width in (280, 900):
        timeline.resize(width, 300)
        timeline.show_strand(strand_picture(slipped, [slipped], AS_AT))
        assert not timeline.grab().isNull()
        heights.append(timeline._row_height)
    assert heights[0] > heights[1]


def test_it_is_told_to_those_who_hear_it(timeline: Timeline, make_milestone: MakeMilestone) -> None:
    assert timeline.picture is None
    assert timeline.item_at(QPointF(10, 100)) is None
    _show_many(timeline, make_milestone, 2)
    assert timeline.accessibleName() == "Timeline of 1. Prevention & Early Intervention"
    assert "slipped 275 days" in timeline.accessibleDescription()


def test_without_dates_there_is_no_axis_to_look_nearer_at(
    timeline: Timeline, make_milestone: MakeMilestone
) -> None:
    undated = make_milestone(due="in due course")
    timeline.show_strand(strand_picture(undated, [undated], AS_AT))
    whole = timeline.grab().toImage()
    timeline.zoom(inwards=True)
    assert not timeline.zoomed
    assert timeline.grab().toImage() == whole


def test_a_tool_tip_says_it_in_full(
    timeline: Timeline, make_milestone: MakeMilestone, tips: list[str]
) -> None:
    milestone = make_milestone("A long text " * 20)
    timeline.show_strand(strand_picture(milestone, [milestone], AS_AT))
    for spot in (QPoint(20, 60), QPoint(20, 250)):
        event = QHelpEvent(QEvent.Type.ToolTip, spot, timeline.mapToGlobal(spot))
        QApplication.sendEvent(timeline.viewport(), event)
    assert milestone.text.strip() in tips[0]
    assert tips[1:] == [""]


def test_it_is_light_or_dark_as_the_palette_is(timeline: Timeline, make_milestone: MakeMilestone) -> None:
    assert timeline.grab().toImage().pixelColor(400, 250).name() == LIGHT.ground
    palette = QPalette(timeline.palette())
    palette.setColor(QPalette.ColorRole.Base, QColor("#000000"))
    timeline.setPalette(palette)
    _show_many(timeline, make_milestone, 1)
    image = timeline.grab().toImage()
    colours = {image.pixelColor(x, 60).name() for x in range(image.width())}
    assert "#000000" in colours or DARK.envelope in colours


def test_the_keys_pick_a_milestone_and_enter_goes_to_its_cell(
    timeline: Timeline, make_milestone: MakeMilestone, qtbot: QtBot
) -> None:
    _show_many(timeline, make_milestone, 1)
    timeline.setFocus()
    for key, picked in (
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 39),
        (Qt.Key.Key_Down, 39),
    ):
        qtbot.keyClick(timeline, key)
        assert timeline.picked == picked
    assert timeline.accessibleDescription().startswith("1B Milestone 39 of a strand that is long")
    with qtbot.waitSignal(timeline.cell_wanted) as told:
        qtbot.keyClick(timeline, Qt.Key.Key_Return)
    assert told.args == [timeline._items[39].cell]


def test_plus_looks_nearer_around_the_picked_due_date_and_0_shows_all(
    timeline: Timeline, make_milestone: MakeMilestone, qtbot: QtBot
) -> None:
    qtbot.keyClick(timeline, Qt.Key.Key_Plus)
    slipped = make_milestone(due="31/3/08; Revised to 31/12/12")
    timeline.show_strand(strand_picture(slipped, [slipped, make_milestone(due="")], AS_AT))
    whole = timeline._days
    for _ in range(4):
        qtbot.keyClick(timeline, Qt.Key.Key_Plus)
    assert timeline.zoomed
    first, last = (dt.date.fromordinal(round(day)) for day in timeline._days)
    assert dt.date(2008, 3, 31) < first < dt.date(2012, 12, 31) <= last
    assert not timeline.grab().isNull()
    near = timeline._days
    qtbot.keyClick(timeline, Qt.Key.Key_Left)
    assert timeline._days < near
    qtbot.keyClick(timeline, Qt.Key.Key_Minus)
    qtbot.keyClick(timeline, Qt.Key.Key_0)
    assert timeline._days == whole


@pytest.mark.parametrize(("held", "zoomed"), [("ControlModifier", True), ("NoModifier", False)])
def test_ctrl_with_the_wheel_looks_nearer(
    timeline: Timeline, make_milestone: MakeMilestone, held: str, *, zoomed: bool
) -> None:
    milestone = make_milestone(due="31/3/08; Revised to 31/12/12")
    timeline.show_strand(strand_picture(milestone, [milestone], AS_AT))
    turn = QWheelEvent(
        QPointF(300, 100),
        timeline.mapToGlobal(QPointF(300, 100)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier[held],
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(timeline.viewport(), turn)
    assert timeline.zoomed is zoomed
