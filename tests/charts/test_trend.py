"""The milestone trend: what is known of due dates and when they were reported, and how it is drawn."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from desktop.charts.trend import trend
from desktop.charts.trend_plot import TrendPlot
from desktop.charts.trend_view import TrendView
from desktop.document.earlier import Version
from desktop.domain.contents import Contents

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from pytestqt.qtbot import QtBot

    from desktop.charts.theme import Theme
    from desktop.charts.trend import Trend
    from desktop.domain.plan import Milestone
    from tests.charts.conftest import MakeMilestone

AS_AT = dt.date(2012, 10, 31)
MARCH, JUNE = dt.date(2012, 3, 31), dt.date(2012, 6, 30)


@pytest.fixture
def plan(make_milestone: MakeMilestone) -> list[Milestone]:
    return [
        make_milestone("Steady as it goes", "31/01/13"),
        make_milestone("Twice put off by the panel", "31/3/12; Revised to 30/6/12; Revised to 31/12/12"),
        make_milestone("Put off once more", "30/9/12; Revised to 31/10/12"),
        make_milestone("No date is given here", "in due course"),
        make_milestone(" ", "31/3/12"),
    ]


def _version(on: dt.date, *milestones: Milestone) -> Version:
    return Version(name=f"{on:%B}.xlsx", reported=on, contents=Contents(milestones=milestones))


def test_what_slipped_most_comes_first_and_dates_without_a_report_stand_before(
    plan: list[Milestone],
) -> None:
    found = trend(plan, AS_AT)
    assert [course.moved for course in found.courses] == [275, 31, 0]
    twice, _, steady = found.courses
    assert twice.stated == (dt.date(2012, 3, 31), dt.date(2012, 6, 30))
    assert twice.reported == ((AS_AT, dt.date(2012, 12, 31)),)
    assert (steady.stated, steady.first) == ((), dt.date(2013, 1, 31))
    assert (found.unknown, found.reports, found.as_at) == (2, (AS_AT,), AS_AT)
    assert found.subtitle == (
        "4 milestones · 2 slipped · 1 without a due date that can be read"
        " · no earlier version to compare with"
    )
    assert found.due == (dt.date(2012, 3, 31), dt.date(2013, 1, 31))


def test_earlier_versions_give_report_dates(plan: list[Milestone], make_milestone: MakeMilestone) -> None:
    march = _version(MARCH, make_milestone("Twice put off by the panel", "31/3/12"), make_milestone(""))
    june = _version(
        JUNE,
        make_milestone("Twice put off by the panel", "31/3/12; Revised to 30/6/12"),
        make_milestone("Steady as it goes", "30/4/13"),
        make_milestone("Put off once more", "soon"),
    )
    found = trend(plan, AS_AT, (march, june))
    courses = {course.name.split(" ", 1)[1]: course for course in found.courses}
    twice = courses["Twice put off by the panel"]
    assert twice.stated == ()
    assert [due for _, due in twice.reported] == [MARCH, JUNE, dt.date(2012, 12, 31)]
    assert courses["Steady as it goes"].moved == -89
    assert courses["Steady as it goes"].movement == "due 31/01/2013 · forward by 89 days"
    assert [on for on, _ in courses["Put off once more"].reported] == [AS_AT]
    assert found.subtitle.startswith("4 milestones · 1 slipped · 1 brought forward · 1 without")
    assert found.subtitle.endswith("3 reports")
    assert found.unknown == 0


def test_a_course_is_told_in_words(plan: list[Milestone], make_milestone: MakeMilestone) -> None:
    found = trend(plan, AS_AT)
    assert found.courses[0].words == (
        "1B Twice put off by the panel\nT ◔ on track · due 31/12/2012 · slipped 275 days\n"
        "Stated before: 31/03/2012, then 30/06/2012 (when these were set is not written in the workbook)\n"
        "Reported 31/10/2012: due 31/12/2012"
    )
    assert found.courses[2].words.split("\n")[1] == "T ◔ on track · due 31/01/2013 · not moved"
    assert found.summary.endswith("Put off once more: due 31/10/2012 · slipped 31 days.")
    (alone,) = trend([make_milestone(due="30/9/12; Revised to 1/10/12", status="")], AS_AT).courses
    assert (alone.status, alone.overdue) == ("no status", True)
    assert alone.movement == "due 01/10/2012 · slipped 1 day"


def test_a_revision_that_is_brought_forward_does_not_hold(make_milestone: MakeMilestone) -> None:
    """The latest date is the one that is judged, whatever the order in which they were written."""
    (course,) = trend([make_milestone(due="30/9/12; Revised to 31/3/12")], AS_AT).courses
    assert course.stated == (dt.date(2012, 9, 30), dt.date(2012, 3, 31))
    assert course.last == dt.date(2012, 9, 30)
    (only,) = trend([make_milestone(due="Revised to 31/3/12")], AS_AT).courses
    assert (only.stated, only.moved) == ((), 0)


def test_a_strand_is_shown_alone(plan: list[Milestone], make_milestone: MakeMilestone) -> None:
    found = trend([*plan, make_milestone("Elsewhere", strand="2. Care")], AS_AT, strand="2. Care")
    assert (found.title, found.subtitle) == (
        "Milestone trend of 2. Care",
        "1 milestone · 0 slipped · no earlier version to compare with",
    )
    assert trend((), AS_AT, strand="").title == "Milestone trend of no strand"


def _plot(qtbot: QtBot, found: Trend) -> TrendPlot:
    made = TrendView()
    qtbot.addWidget(made)
    return TrendPlot(found, QRectF(0, 0, 600, 400), QFontMetricsF(made.font()))


def test_a_later_due_date_lies_higher_and_a_later_report_further_right(
    plan: list[Milestone], make_milestone: MakeMilestone, qtbot: QtBot
) -> None:
    then = _version(MARCH, make_milestone("Put off once more", "30/9/12"))
    found = trend(plan, AS_AT, (then, _version(JUNE)))
    plot = _plot(qtbot, found)
    assert plot.x(MARCH) < plot.x(JUNE) < plot.x(AS_AT)
    assert plot.y(AS_AT) < plot.y(JUNE)
    for course in found.courses:
        spots = plot.spots(course)
        assert len(spots) == len(course.stated) + len(course.reported)
        assert [spot.x() for spot in spots] == sorted(spot.x() for spot in spots)
        assert all(plot.box.contains(spot) for spot in spots)
        assert all(spot.x() < plot.known for spot in spots[: len(course.stated)])
        assert all(spot.x() > plot.known for spot in spots[len(course.stated) :])


def test_a_single_report_stands_in_the_middle_of_what_is_known(plan: list[Milestone], qtbot: QtBot) -> None:
    plot = _plot(qtbot, trend(plan, AS_AT))
    assert plot.x(AS_AT) == pytest.approx((plot.known + plot.box.right()) / 2)


@pytest.fixture
def view(qtbot: QtBot, plan: list[Milestone]) -> TrendView:
    made = TrendView()
    qtbot.addWidget(made)
    made.resize(900, 300)
    assert made.item_at(QPointF(10, 10)) is None
    made.show_trend(trend(plan, AS_AT))
    made.show()
    return made


def test_a_milestone_is_picked_in_the_list_or_at_a_point_of_its_line(
    view: TrendView, plan: list[Milestone], qtbot: QtBot
) -> None:
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.picked == 1
    assert view.accessibleName() == "Milestone trend"
    assert view.accessibleDescription().startswith("1B Put off once more\n")
    plot = view._plot()
    assert plot is not None
    spot = plot.spots(view._items[2])[-1].toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert view.picked == 2
    assert view.item_at(QPointF(plot.box.left() + 2, plot.box.top() + 2)) is None
    assert view.item_at(view.box_of(1).center()) == 1
    with qtbot.waitSignal(view.cell_wanted) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [plan[0].cell]


def test_it_is_drawn_with_one_report_and_with_several(
    view: TrendView, plan: list[Milestone], make_milestone: MakeMilestone
) -> None:
    alone = view.grab().toImage()
    then = _version(MARCH, make_milestone("Steady as it goes", "30/4/13"))
    view.show_trend(trend(plan, AS_AT, (then,)))
    assert view.grab().toImage() != alone


def test_the_picked_milestone_stays_so_while_others_come_and_go(
    view: TrendView, plan: list[Milestone]
) -> None:
    view.pick(1)
    view.show_trend(trend(plan[2:], AS_AT))
    assert view._items[view.picked].name.endswith("Put off once more")
    view.show_trend(trend((), AS_AT))
    assert view.picked == 0
    assert not view.grab().isNull()


def test_all_lines_are_painted_once_and_the_picked_one_over_them(
    view: TrendView, plan: list[Milestone], monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[TrendPlot] = []
    plain = TrendPlot.paint

    def counted(plot: TrendPlot, painter: QPainter, theme: Theme) -> None:
        painted.append(plot)
        plain(plot, painter, theme)

    monkeypatch.setattr(TrendPlot, "paint", counted)
    view.show_trend(trend(plan, AS_AT))
    first = view.grab().toImage()
    view.pick(1)
    assert view.grab().toImage() != first
    assert len(painted) == 1
    view.resize(880, 300)
    view.grab()
    assert len(painted) == 2
