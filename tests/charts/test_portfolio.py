"""The strands of a plan: their bars, words and direction, and how they are drawn."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from desktop.charts.portfolio import portfolio
from desktop.charts.portfolio_view import PortfolioView
from desktop.document.earlier import Version
from desktop.domain.contents import Contents

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.domain.plan import Milestone
    from tests.charts.conftest import MakeMilestone

AS_AT = dt.date(2012, 10, 31)
_STATUSES = ("COMPLETE", "ON TRACK", "ONGOING", "NOT STARTED", "DELAYED", "ON HOLD", "CANCELLED", "?")


@pytest.fixture
def plan(make_milestone: MakeMilestone) -> list[Milestone]:
    made = [make_milestone(due="31/12/12", status=status) for status in (*_STATUSES, "COMPLETE")]
    made += [make_milestone(status="ONGOING", strand="2. Care"), make_milestone(" ", strand="3. None")]
    return [*made, make_milestone(status="COMPLETE", strand="")]


def test_each_strand_has_its_milestones_by_status_from_done_to_given_up(plan: list[Milestone]) -> None:
    found = portfolio(plan, AS_AT)
    assert [bar.name for bar in found.bars] == [
        "1. Prevention & Early Intervention",
        "2. Care",
        "Milestones without a strand",
    ]
    assert [segment.mark for segment in found.bars[0].segments] == [
        "C ● 2",
        "T ◔ 1",
        "O ◑ 1",
        "N ○ 1",
        "D ▲ 1",
        "H ◇ 1",
        "X × 1",
        "? 1",
    ]
    assert [(bar.count, bar.overdue, bar.rag.letter) for bar in found.bars] == [
        (9, 0, "A"),
        (1, 1, "R"),
        (1, 0, "G"),
    ]
    assert found.most == 9
    assert found.subtitle == "11 milestones · 1 overdue · as at 31/10/2012"
    assert found.legend.startswith("C ● complete   T ◔ on track   O ◑ ongoing")
    assert found.legend.endswith("? no status")
    assert [bar.cell for bar in found.bars] == [plan[0].cell, plan[9].cell, plan[11].cell]


def test_each_strand_is_told_in_words(plan: list[Milestone]) -> None:
    found = portfolio(plan, AS_AT)
    assert found.bars[1].words == "2. Care\n■ R red · 1 milestone\n1 ongoing; 1 overdue"
    assert found.bars[0].words.endswith("1 cancelled, 1 without a status; none overdue")
    assert found.summary.startswith("The strands of the plan. 11 milestones · 1 overdue")


def test_a_strand_moves_since_an_earlier_version(
    plan: list[Milestone], make_milestone: MakeMilestone
) -> None:
    then = (make_milestone(strand="2. Care", status="COMPLETE"),)
    since = Version(name="june.xlsx", reported=dt.date(2012, 6, 30), contents=Contents(milestones=then))
    found = portfolio(plan, AS_AT, since)
    assert [bar.direction for bar in found.bars] == [None, "worsening", None]
    assert found.bars[1].counts == "1 milestone · worsening"
    assert found.subtitle.endswith(" · set against june.xlsx (30/06/2012)")


def test_a_plan_without_milestones_has_no_bars() -> None:
    found = portfolio((), AS_AT)
    assert (found.bars, found.most, found.legend) == ((), 1, "")


@pytest.fixture
def view(qtbot: QtBot, plan: list[Milestone]) -> PortfolioView:
    made = PortfolioView()
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show_portfolio(portfolio(plan, AS_AT))
    made.show()
    return made


def test_enter_goes_to_the_first_milestone_of_the_picked_strand(
    view: PortfolioView, plan: list[Milestone], qtbot: QtBot
) -> None:
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.accessibleDescription().startswith("2. Care\n■ R red")
    with qtbot.waitSignal(view.cell_wanted) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [plan[9].cell]


def test_bars_are_as_long_as_their_counts_in_light_and_dark(view: PortfolioView) -> None:
    assert not view.grab().isNull()
    palette = QPalette(view.palette())
    palette.setColor(QPalette.ColorRole.Base, QColor("#000000"))
    view.setPalette(palette)
    view.pick(1)
    image = view.grab().toImage()
    heights = [round(view.box_of(number).center().y()) for number in (0, 2)]
    ends = [
        max(
            x for x in range(int(900 * 0.37), image.width()) if image.pixelColor(x, y + 6).name() != "#000000"
        )
        for y in heights
    ]
    start = 900 * 0.36
    assert (ends[0] - start) / (ends[1] - start) == pytest.approx(9, rel=0.1)
