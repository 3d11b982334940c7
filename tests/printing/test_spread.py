"""Overviews over pages: each piece on a page of its own, and on A3 room for more in the same type."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from desktop.printing.page import Orientation, Paper, SpreadPage
from desktop.printing.paginate import paginate
from desktop.printing.paint import paint_page
from tests.printing.conftest import draw_cross

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QFont

    from desktop.printing.page import Drawing

pytestmark = pytest.mark.usefixtures("qapp")


class Pieces:
    """As many crosses as asked for; remembers the rooms that it was asked to divide, and those painted."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.asked: list[tuple[QSizeF, int]] = []
        self.painted: list[QRectF] = []

    def __call__(self, size: QSizeF, font: QFont) -> Sequence[Drawing]:
        self.asked.append((size, font.pixelSize()))
        return [self.draw] * self.count

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        self.painted.append(QRectF(rect))
        draw_cross(painter, rect)


def page_of(pieces: Pieces, paper: Paper, orientation: Orientation = Orientation.LANDSCAPE) -> SpreadPage:
    return SpreadPage(
        title="Timeline of the whole plan",
        status="",
        subtitle="43 milestones",
        source="Source: plan.xlsx",
        orientation=orientation,
        paper=paper,
        spread=pieces,
    )


def paint(page: SpreadPage) -> None:
    image = QImage(600, 424, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_page(page, painter, QRectF(image.rect()))
    painter.end()


def test_each_piece_has_a_page_and_those_after_the_first_say_so() -> None:
    pages = paginate([page_of(Pieces(3), Paper.A4)])
    assert [page.title.endswith(" (continued)") for page in pages] == [False, True, True]
    assert [(page.number, page.of) for page in pages] == [(1, 3), (2, 3), (3, 3)]
    assert paginate(pages) == pages


@pytest.mark.parametrize("orientation", Orientation)
def test_a_page_for_a3_has_room_for_twice_as_much_in_the_same_type(orientation: Orientation) -> None:
    rooms = []
    for paper in Paper:
        pieces = Pieces(1)
        paginate([page_of(pieces, paper, orientation)])
        rooms += pieces.asked
    (small, type_of_small), (large, type_of_large) = rooms
    assert type_of_small == type_of_large == 12
    assert 2 < large.width() * large.height() / (small.width() * small.height()) < 2.5


def test_what_was_divided_is_painted_into_at_least_the_room_that_it_was_divided_by() -> None:
    pieces = Pieces(2)
    page = page_of(pieces, Paper.A3)
    for each in paginate([page]):
        assert isinstance(each, SpreadPage)
        paint(each)
    [(asked, _)] = pieces.asked
    assert len(pieces.painted) == 2
    assert all(rect.width() == asked.width() and rect.height() >= asked.height() for rect in pieces.painted)
    paint(page)  # one that is not yet divided has its heading alone
    assert len(pieces.painted) == 2
