"""Many indicators at once: their order, their words, and how they are drawn and gone through by keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.charts.multiples import gap, groups_of, multiples
from desktop.charts.multiples_view import MultiplesView
from desktop.charts.small_chart import draw_small
from desktop.charts.theme import DARK, LIGHT
from desktop.domain.cells import CellRef
from desktop.domain.contents import Contents
from desktop.domain.indicators import Measure, Polarity

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.charts.multiples import Multiples
    from desktop.charts.theme import Theme
    from desktop.domain.indicators import Indicator
    from tests.charts.conftest import MakeFinding, MakeIndicator, MakeTarget


@pytest.fixture
def contents(make_indicator: MakeIndicator, make_target: MakeTarget) -> Contents:
    """Green, nothing, amber, red by a tenth, red by half, short of a target, neutral: as in the sheet."""
    made = [
        ("G 1", {"31/3/00 Outturn": "80", "31/3/00 Planned": "80"}),
        ("E 1", {"31/3/00 Outturn": "?"}),
        ("A 1", {"31/3/00 Outturn": "78", "31/3/00 Planned": "80"}),
        ("R 1", {"31/3/00 Outturn": "72", "31/3/00 Planned": "80"}),
        ("R 2", {"31/3/99 Outturn": "60", "31/3/00 Outturn": "40", "31/3/00 Planned": "80"}),
        ("T 1", {"31/3/00 Outturn": "40", "31/3/01 Planned": "80", "31/3/02 Planned": "90"}),
    ]
    indicators = [_at(row, make_indicator(values, code=code)) for row, (code, values) in enumerate(made, 5)]
    neutral = make_indicator(
        {"31/3/00 Outturn": "1", "31/3/00 Planned": "9"},
        code="N 1",
        measure=Measure(polarity=Polarity.NEUTRAL),
    )
    indicators.append(replace(_at(20, neutral), group="Objective 3"))
    return Contents(indicators=tuple(indicators), targets=(make_target("100", code="T 1"),))


def _at(row: int, indicator: Indicator) -> Indicator:
    values = tuple(replace(value, cell=replace(value.cell, row=row)) for value in indicator.values)
    return replace(indicator, cell=replace(indicator.cell, row=row), values=values)


def _codes(found: Multiples) -> list[str]:
    return [small.indicator.code for small in found.smalls]


def test_the_worst_come_first_and_those_without_a_number_last(contents: Contents) -> None:
    found = multiples(contents)
    assert _codes(found) == ["R 2", "R 1", "A 1", "T 1", "N 1", "G 1", "E 1"]
    assert found.subtitle == "7 indicators · 2 red · 1 amber · 1 green · 3 not judged"
    assert [small.mark for small in found.smalls[1:4]] == ["■ R", "▲ A", "not judged"]


def test_the_gap_is_the_larger_of_plan_and_target_as_a_share(
    contents: Contents, make_target: MakeTarget
) -> None:
    short = {each.code: gap(contents, each) for each in contents.indicators}
    assert short["R 1"] == pytest.approx(0.1)
    assert short["T 1"] == pytest.approx(0.1)
    assert short["G 1"] == short["N 1"] == short["E 1"] == 0
    nought = replace(contents.indicators[0].measure, polarity=Polarity.LOWER)
    zero = replace(contents.indicators[5], measure=nought)
    assert gap(Contents(targets=(make_target("0", code="T 1"),)), zero) == pytest.approx(90)


def test_a_group_is_shown_alone_and_groups_stand_in_the_order_of_the_workbook(contents: Contents) -> None:
    assert groups_of(contents) == ("Objective 2", "Objective 3")
    found = multiples(contents, group="Objective 3")
    assert (found.title, found.subtitle, _codes(found)) == (
        "Objective 3",
        "1 indicator · 1 not judged",
        ["N 1"],
    )
    assert multiples(contents, group="").title == "Indicators without a group"


def test_each_is_told_in_words(contents: Contents) -> None:
    found = multiples(contents)
    worst, without = found.smalls[0], found.smalls[-1]
    assert worst.last == "40 at 31/3/00, worsening"
    assert worst.brief == "40, worsening"
    assert (without.last, without.brief) == ("no actual value yet", "")
    assert found.smalls[1].brief == "72"
    assert worst.words.startswith("R 2 Reviews of child protection cases\n■ R red: 40 at 31/3/00, 80 planned")
    assert (worst.short, found.smalls[3].short) == ("", "10 short")
    assert found.summary.startswith("All indicators. 7 indicators · 2 red")
    assert "R 2 red, 40 at 31/3/00, worsening; R 1 red" in found.summary
    many = multiples(replace(contents, indicators=contents.indicators * 4))
    assert many.summary.endswith("; and 8 more")


def test_findings_of_an_indicator_are_told_with_it(contents: Contents, make_finding: MakeFinding) -> None:
    finding = make_finding(contents.indicators[4].values[1].cell, "This fell by a third.")
    (small, *_) = multiples(contents, [finding]).smalls
    assert "This fell by a third." in small.words


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_small_chart_is_painted_within_its_rectangle(contents: Contents, theme: Theme) -> None:
    for small in multiples(contents).smalls:
        image = QImage(320, 220, QImage.Format.Format_RGB32)
        image.fill(0x123456)
        painter = QPainter(image)
        draw_small(painter, small, QRectF(40, 40, 240, 140), theme)
        painter.end()
        inside = image.copy(40, 40, 240, 140)
        colours = {inside.pixel(x, y) for x in range(240) for y in range(140)}
        assert len(colours) > 10
        edges = [image.copy(0, 0, 320, 40), image.copy(0, 180, 320, 40), image.copy(0, 0, 40, 220)]
        edges.append(image.copy(280, 0, 40, 220))
        for edge in edges:
            assert {edge.pixel(x, y) for x in range(edge.width()) for y in range(edge.height())} == {
                0xFF123456
            }


@pytest.fixture
def view(qtbot: QtBot, contents: Contents) -> MultiplesView:
    made = MultiplesView()
    qtbot.addWidget(made)
    made.resize(700, 200)
    made.show_multiples(multiples(contents))
    made.show()
    return made


def test_the_keys_go_from_chart_to_chart_and_enter_goes_to_the_indicator(
    view: MultiplesView, contents: Contents, qtbot: QtBot
) -> None:
    across = view._across
    assert 1 < across < len(contents.indicators)
    view.setFocus()
    for key, picked in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 1 + across),
        (Qt.Key.Key_Left, across),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_PageDown, across),
        (Qt.Key.Key_End, 6),
        (Qt.Key.Key_PageUp, 6 - across),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_A, 0),
    ):
        qtbot.keyClick(view, key)
        assert view.picked == picked, key
    qtbot.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.AltModifier)
    assert view.picked == 0
    with qtbot.waitSignal(view.cell_wanted) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [CellRef(sheet="Indicators", row=9, column=1)]


def test_what_is_picked_is_brought_into_sight_and_said(view: MultiplesView, qtbot: QtBot) -> None:
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.verticalScrollBar().value() > 0
    assert view.box_of(6).bottom() <= view.viewport().height() + 1
    assert view.accessibleDescription().startswith("E 1 Reviews of child protection cases\n")
    assert view.accessibleName() == "Small charts of All indicators"
    view.clearFocus()
    assert not view.grab().isNull()


def test_the_mouse_picks_and_twice_opens(view: MultiplesView, qtbot: QtBot) -> None:
    spot = view.box_of(1).center().toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert view.picked == 1
    with qtbot.waitSignal(view.cell_wanted) as told:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told.args == [CellRef(sheet="Indicators", row=8, column=1)]
    view.resize(700, 2000)
    beneath = QPointF(10, 1900)
    assert view.item_at(beneath) is None
    with qtbot.assertNotEmitted(view.cell_wanted):
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=beneath.toPoint())
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=beneath.toPoint())
    assert view.picked == 1


def test_a_tool_tip_says_it_in_full(view: MultiplesView, tips: list[str]) -> None:
    spot = view.box_of(0).center().toPoint()
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, spot, view.mapToGlobal(spot)))
    assert tips[0].startswith("R 2 Reviews of child protection cases")


def test_an_indicator_stays_picked_while_others_come_and_go(view: MultiplesView, contents: Contents) -> None:
    view.pick(2)
    view.show_multiples(multiples(replace(contents, indicators=contents.indicators[2:4])))
    assert view._items[view.picked].indicator.code == "A 1"
    view.show_multiples(multiples(Contents()))
    assert (view.picked, view.accessibleDescription()) == (0, "All indicators. 0 indicators. ")
    assert not view.grab().isNull()


def test_keys_do_nothing_where_there_is_nothing(view: MultiplesView, qtbot: QtBot) -> None:
    view.show_multiples(multiples(Contents()))
    with qtbot.assertNotEmitted(view.cell_wanted):
        qtbot.keyClick(view, Qt.Key.Key_Return)


def test_only_charts_in_sight_are_composed(qtbot: QtBot, contents: Contents) -> None:
    many = multiples(replace(contents, indicators=contents.indicators * 30))
    view = MultiplesView()
    qtbot.addWidget(view)
    view.resize(700, 300)
    view.show_multiples(many)
    view.grab()
    composed = sum("picture" in vars(small) for small in many.smalls)
    assert 0 < composed < 20


def test_larger_type_makes_larger_charts(view: MultiplesView) -> None:
    before = view._row_height
    font = view.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    view.setFont(font)
    assert view._row_height > before * 1.5
    assert view.verticalScrollBar().maximum() > 0
