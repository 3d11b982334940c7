"""Report cards: all on one page where it fits, and nothing lost where it does not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from desktop.printing.card_measures import divide_card, line_height, part_height
from desktop.printing.page import CardPage, Line, Orientation, Part
from desktop.printing.paginate import paginate
from desktop.printing.paint import paint_page
from tests.printing.conftest import draw_cross

if TYPE_CHECKING:
    from collections.abc import Sequence

pytestmark = pytest.mark.usefixtures("qapp")
HEADS = Line(cells=("Milestone", "Status", "Due"), strong=True)


def card(*parts: Part) -> CardPage:
    return CardPage(
        title="PAF A1 Placement moves",
        status="■ R red: 24 at 31/3/00, 20 planned",
        travel="↗ I improving",
        subtitle="Report card · Stability · percent",
        source="Source: whole.xlsx, Indicators!D3:G3",
        drawing=draw_cross,
        parts=parts,
    )


def text(words: int, heading: str = "Story behind the baseline") -> Part:
    return Part(heading=heading, lines=(Line(cells=(" ".join(f"word{n}" for n in range(words)),)),))


def actions(count: int) -> Part:
    rows = (Line(cells=(f"Milestone {n}", "C ● complete", "31/03/12")) for n in range(count))
    return Part(heading="Actions", lines=(HEADS, *rows))


def cards(*made: CardPage) -> list[CardPage]:
    pages = paginate(made)
    assert all(isinstance(page, CardPage) for page in pages)
    return [page for page in pages if isinstance(page, CardPage)]


def words_of(pages: Sequence[CardPage], heading: str) -> list[str]:
    """What stands under a heading, on however many pages, without signs and repeated heads."""
    lines = [
        line
        for page in pages
        for part in page.parts
        if part.heading.startswith(heading)
        for line in part.lines
        if not line.strong
    ]
    return [word for line in lines for word in " ".join(line.cells).split() if word != "…"]


def within(pages: Sequence[CardPage]) -> None:
    """Every part lies between the heading and the foot of its page."""
    for page in pages:
        boxes = divide_card(page)
        needed = sum(part_height(part, boxes.parts.width()) for part in page.parts)
        assert needed <= boxes.parts.height() + 1
        assert boxes.parts.bottom() <= boxes.surround.foot.top()


def test_it_stands_upright_and_gives_the_chart_what_is_left() -> None:
    (brief,), (fuller,) = cards(card(text(20))), cards(card(text(20), text(300, "Partners"), actions(6)))
    assert brief.orientation is Orientation.PORTRAIT
    high, low = divide_card(brief).chart.height(), divide_card(fuller).chart.height()
    assert high == 360
    assert 220 <= low < high
    assert not fuller.goes_on
    within([brief, fuller])


def test_a_long_text_goes_on_with_a_sign_and_a_heading() -> None:
    pages = cards(card(text(2500), actions(2)))
    over = len(pages) - 1
    assert over > 1
    assert [page.goes_on for page in pages] == [*[True] * over, False]
    assert [page.drawing is None for page in pages] == [False, *[True] * over]
    assert {page.title for page in pages[1:]} == {"PAF A1 Placement moves (continued)"}
    assert pages[1].parts[0].heading == "Story behind the baseline (continued)"
    assert pages[0].parts[0].lines[0].cells[0].endswith(" …")
    assert pages[1].parts[0].lines[0].cells[0].startswith("… ")
    assert words_of(pages, "Story") == [f"word{n}" for n in range(2500)]
    assert [page.number for page in pages] == [*range(1, over + 2)]
    within(pages)


def test_a_long_table_bears_its_heads_on_every_page() -> None:
    pages = cards(card(text(20), actions(120)))
    assert len(pages) > 2
    for page in pages:
        own = next(part for part in page.parts if part.heading.startswith("Actions"))
        assert own.lines[0] == HEADS
        assert len(own.lines) > 1
    assert words_of(pages, "Actions").count("Milestone") == 120
    within(pages)


def test_a_part_that_would_only_begin_goes_over_whole() -> None:
    width = divide_card(card()).parts.width()
    for words in range(560, 760, 20):
        pages = cards(card(text(words), actions(3)))
        for page in pages:
            for part in page.parts:
                assert len(part.lines) > 1 or part.lines[0].cells[0] != "Milestone"
        assert words_of(pages, "Story") == [f"word{n}" for n in range(words)]
        within(pages)
    assert part_height(text(1), width) > 0


def test_a_row_higher_than_a_page_is_cut_in_each_cell() -> None:
    long = " ".join(f"cell{n}" for n in range(3000))
    pages = cards(card(Part(heading="Actions", lines=(HEADS, Line(cells=(long, "ON TRACK", "31/03/12"))))))
    assert [word for word in words_of(pages, "Actions") if word.startswith("cell")] == long.split()
    assert words_of(pages, "Actions").count("31/03/12") == 1
    within(pages)


def test_one_endless_word_still_ends() -> None:
    pages = cards(card(text(900), Part(heading="Partners", lines=(Line(cells=("x" * 9000,)),))))
    assert words_of(pages, "Partners") == ["x" * 9000]


def test_pages_in_order_stay_as_they_are() -> None:
    once = cards(card(text(2500), text(300, "Partners"), actions(60)), card(text(10)))
    assert cards(*once) == once


def test_a_texts_height_follows_its_width() -> None:
    line = text(80).lines[0]
    assert line_height(line, 200) > line_height(line, 500)


def painted(page: CardPage) -> QImage:
    image = QImage(794, 1123, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_page(page, painter, QRectF(image.rect()))
    painter.end()
    return image


def test_everything_is_painted_where_its_box_lies() -> None:
    page = card(text(20), actions(2))
    whole = painted(page)
    boxes = divide_card(page)
    for box in (boxes.standing, boxes.chart, boxes.parts, boxes.surround.title, boxes.surround.foot):
        part = whole.copy(box.toRect())
        assert (
            len({part.pixelColor(x, y).name() for x in range(part.width()) for y in range(part.height())}) > 1
        )
    for other in (
        replace(page, status="● G green"),
        replace(page, travel="↘ W worsening"),
        replace(page, goes_on=True),
        replace(page, drawing=None),
        replace(page, parts=(replace(page.parts[0], remark="JS, 01/03/2012"), page.parts[1])),
    ):
        assert painted(other) != whole
