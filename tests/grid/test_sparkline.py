"""The course of an indicator in the room of a cell: its points, its words, its picture."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPalette

from desktop.domain.cells import CellRef
from desktop.grid.look import look_of
from desktop.grid.sparkline import Sparklines, curve_of
from tests.grid.hands import go, middle, pixels, press
from tests.grid.made_indicators import indicator

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.document.document import Document
    from desktop.domain.indicators import Indicator
    from desktop.grid.view import GridView

_MARCH = {year: dt.date(2000 + year, 3, 31) for year in range(5)}
RISING = indicator(("31/3/00", "40.1"), ("31/3/01 Planned", "44"), ("31/3/04 Planned", "49"))


def test_the_planned_line_goes_on_from_the_last_actual() -> None:
    curve = curve_of(RISING)
    assert curve.actual == ((_MARCH[0], 40.1),)
    assert curve.planned == ((_MARCH[0], 40.1), (_MARCH[1], 44.0), (_MARCH[4], 49.0))


def test_a_plan_for_a_date_that_was_measured_is_left_out() -> None:
    curve = curve_of(indicator(("31/3/00 Planned", "9"), ("31/3/00", "7"), ("31/3/01", "6")))
    assert curve.actual == ((_MARCH[0], 7.0), (_MARCH[1], 6.0))
    assert curve.planned == ()


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (RISING, "from 40.1 in 31/3/00 to 49.0 planned 31/3/04, rising"),
        (indicator(("1998/99", "30"), ("31/3/00", "24")), "from 30 in 1998/99 to 24 in 31/3/00, falling"),
        (indicator(("1998/99", "0.3"), ("31/3/00", "0.3")), "from 0.3 in 1998/99 to 0.3 in 31/3/00, level"),
        (indicator(("31/3/01 Planned", "5")), "one value, 5 planned 31/3/01"),
        (indicator(("31/3/01 Planned", "?")), "no value that can be read as a number"),
    ],
)
def test_its_words_say_from_where_to_where(made: Indicator, words: str) -> None:
    assert curve_of(made).words == words


def painted(lines: Sparklines, made: Indicator) -> QImage:
    image = QImage(80, 24, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    lines.paint(painter, QRect(0, 0, 80, 24), made, look_of(QPalette(QColor("#f3f4f6"))))
    painter.end()
    return image


def ink(image: QImage) -> list[tuple[int, int]]:
    white = QColor(Qt.GlobalColor.white).rgb()
    return [(x, y) for x in range(80) for y in range(24) if image.pixel(x, y) != white]


def test_it_keeps_within_its_cell_and_rises_to_the_right(qtbot: QtBot) -> None:
    del qtbot
    spots = ink(painted(Sparklines(), RISING))
    assert min(y for _, y in spots) >= 2
    assert max(y for _, y in spots) <= 22
    assert max(y for x, y in spots if x < 10) > max(y for x, y in spots if x > 70)


def test_a_level_line_stands_in_the_middle_and_nothing_is_drawn_of_no_value(qtbot: QtBot) -> None:
    del qtbot
    level = indicator(("31/3/00", "5"), ("31/3/01", "5"))
    assert {y for _, y in ink(painted(Sparklines(), level))} <= set(range(9, 16))
    assert ink(painted(Sparklines(), indicator(("31/3/00", "?")))) == []


def test_it_is_drawn_once_for_a_record_and_anew_for_another(qtbot: QtBot) -> None:
    del qtbot
    lines = Sparklines()
    with (
        patch("desktop.grid.sparkline._MOST_KEPT", 1),
        patch("desktop.grid.sparkline.curve_of", wraps=curve_of) as drawn,
    ):
        first = painted(lines, RISING)
        assert painted(lines, RISING) == first
        assert drawn.call_count == 1
        assert painted(lines, indicator(("31/3/00", "5"), ("31/3/01", "4"))) != first
        assert drawn.call_count == 2


def test_it_is_no_cell_of_the_sheet(indicators: GridView, leicester: Document, qtbot: QtBot) -> None:
    model = indicators.table_model
    assert model is not None
    index = model.index(0, 8)
    assert model.cell_at(index) is None
    assert index.data() == ""
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Course: from 30 in 1998/99 to 15 planned 31/3/04, falling."
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "From 30 in 1998/99 to 15 planned 31/3/04, falling"
    qtbot.mouseClick(indicators.viewport(), Qt.MouseButton.LeftButton, pos=middle(indicators, 0, 8))
    press(indicators, Qt.Key.Key_Delete, Qt.Key.Key_X)
    assert leicester.undo_stack.count() == 0


def test_a_copied_row_is_copied_without_it(indicators: GridView) -> None:
    indicators.selectRow(0)
    press(indicators, Qt.Key.Key_C, hold=Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().rstrip("\n").endswith("\t16\t15")


def test_it_follows_a_changed_value(indicators: GridView, leicester: Document) -> None:
    go(indicators, "A7")
    place = indicators.visualRect(indicators.model().index(0, 8))
    before = pixels(indicators).copy(place)
    leicester.type_texts([(CellRef(sheet="Indicators", row=8, column=7), "40")], "Type")
    assert pixels(indicators).copy(place) != before
