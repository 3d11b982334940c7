"""The legend names every mark, at every width."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QImage, QPainter

from desktop.charts.compose import compose
from desktop.charts.legend import entries, height, paint_legend, paint_remark, rows
from desktop.charts.theme import LIGHT
from desktop.charts.wording import left_out

if TYPE_CHECKING:
    from desktop.charts.legend import Entry
    from tests.charts.conftest import MakeIndicator, MakeTarget


@pytest.fixture
def named(qapp: object, make_indicator: MakeIndicator, make_target: MakeTarget) -> tuple[Entry, ...]:
    values = {
        "1998/99 Outturn": "60",
        "31/3/00 Provisional": "70",
        "31/3/01 Planned": "80",
        "31/3/02 Forecast": "75",
    }
    return entries(compose(make_indicator(values), [make_target()]))


def test_marks_are_named_in_the_order_of_time(named: tuple[Entry, ...]) -> None:
    texts = [entry.text for entry in named]
    assert texts == ["outturn", "provisional", "planned", "forecast", "if nothing changes", "target"]


def test_only_marks_that_are_there_are_named(qapp: object, make_indicator: MakeIndicator) -> None:
    assert [entry.text for entry in entries(compose(make_indicator({"31/3/01 Planned": "5"})))] == ["planned"]
    assert entries(compose(make_indicator({}))) == ()


@pytest.mark.parametrize("width", [40, 200, 450, 2000])
def test_rows_hold_every_entry_and_give_the_height(named: tuple[Entry, ...], width: float) -> None:
    font = QFont()
    broken = rows(named, width, font)
    assert tuple(entry for row in broken for entry in row) == named
    assert height(named, width, font) == pytest.approx(len(broken) * height(named, 2000, font))


def _painted(named: tuple[Entry, ...], count: int, *, legend: bool) -> QImage:
    image = QImage(900, 40, QImage.Format.Format_RGB32)
    image.fill("#ffffff")
    painter = QPainter(image)
    box = QRectF(0, 0, 900, height(named, 900, QFont()))
    if legend:
        paint_legend(painter, named, box, QFont(), LIGHT)
    paint_remark(painter, named, left_out(count), box, QFont(), LIGHT)
    painter.end()
    return image


def test_labels_left_out_are_remarked_on_beside_the_marks(named: tuple[Entry, ...]) -> None:
    blank = _painted(named, 0, legend=False)
    remark = _painted(named, 3, legend=False)
    assert remark != blank
    both = _painted(named, 3, legend=True)
    beside = QRectF(650, 0, 250, 40).toRect()
    assert both.copy(beside) == remark.copy(beside) != blank.copy(beside)
