"""The same page everywhere: larger or smaller, never different."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from desktop.printing.page import Figures
from desktop.printing.paint import paint_page

if TYPE_CHECKING:
    from desktop.printing.page import ChartPage
    from tests.printing.conftest import MakePage


def _painted(page: ChartPage, rect: QRectF) -> QImage:
    image = QImage(1200, 900, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_page(page, painter, rect)
    painter.end()
    return image


def _inked(image: QImage, rect: QRectF) -> bool:
    part = image.copy(rect.toRect())
    blank = QImage(part.size(), part.format())
    blank.fill(Qt.GlobalColor.white)
    return part != blank


def test_a_page_stays_within_its_rectangle(make_page: MakePage) -> None:
    image = _painted(make_page(), QRectF(200, 150, 600, 424))
    assert _inked(image, QRectF(200, 150, 600, 424))
    for around in (QRectF(0, 0, 1200, 150), QRectF(0, 574, 1200, 326), QRectF(0, 150, 200, 424)):
        assert not _inked(image, around)


def test_a_page_without_chart_notes_and_figures_still_has_its_heading(make_page: MakePage) -> None:
    bare = make_page(notes=0, figures=Figures())
    image = _painted(replace(bare, drawing=None), QRectF(0, 0, 1123, 794))
    assert _inked(image, QRectF(56, 30, 900, 50))
    assert not _inked(image, QRectF(0, 200, 1123, 400))
    assert _inked(_painted(bare, QRectF(0, 0, 1123, 794)), QRectF(0, 200, 1123, 400))


def test_a_note_without_a_flag_has_a_dash_for_its_number(make_page: MakePage) -> None:
    page = make_page(notes=1)
    painted = [
        _painted(
            replace(page, notes=(replace(page.notes[0], flag=flag, own=flag == "N1"),)),
            QRectF(0, 0, 1123, 794),
        )
        for flag in ("1", "", "2", "N1")
    ]
    assert len({bytes(image.constBits()) for image in painted}) == 4
