"""Nothing is lost between pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.printing.figures import figure_lines, figures_block
from desktop.printing.measures import divide
from desktop.printing.page import ChartPage, Figures, Orientation
from desktop.printing.paginate import paginate as paginated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QRectF

    from desktop.printing.measures import Division
    from tests.printing.conftest import MakePage


def paginate(pages: Iterable[ChartPage]) -> list[ChartPage]:
    """The pages, all of which are charts'."""
    return [page for page in paginated(pages) if isinstance(page, ChartPage)]


def _figures(count: int) -> Figures:
    return Figures(
        headers=tuple(f"31/3/{number:02}" for number in range(count)),
        kinds=("outturn",) * count,
        values=tuple(f"{number}.0" for number in range(count)),
    )


def test_notes_that_find_no_room_go_over_in_order(make_page: MakePage) -> None:
    pages = paginate([make_page(notes=60), make_page(notes=1)])
    assert [note.flag for page in pages[:-1] for note in page.notes] == [str(n) for n in range(1, 61)]
    assert [(page.number, page.of) for page in pages] == [(n, len(pages)) for n in range(1, len(pages) + 1)]
    assert len(pages) > 2
    assert pages[1].drawing is None
    assert pages[1].title.endswith("(notes, continued)")


def _all_boxes(boxes: Division) -> tuple[QRectF, ...]:
    around = boxes.surround
    return (
        around.title,
        around.subtitle,
        around.status,
        boxes.chart,
        boxes.figures,
        boxes.notes,
        around.foot,
    )


@pytest.mark.parametrize("orientation", Orientation)
def test_every_box_stays_on_the_page_and_the_chart_keeps_its_room(
    make_page: MakePage, orientation: Orientation
) -> None:
    made = [make_page(notes=count, figures=_figures(25)) for count in (0, 1, 9, 40)]
    for page in paginate([replace(page, orientation=orientation) for page in made]):
        boxes = divide(page)
        for box in _all_boxes(boxes):
            assert box.left() >= 0
            assert box.right() <= orientation.width
            assert box.bottom() <= orientation.height
        assert boxes.notes.bottom() <= boxes.surround.foot.top()
        if page.drawing is not None:
            assert boxes.chart.height() >= 300


def test_a_chart_upright_is_no_steeper_and_leaves_the_rest_to_annotations(make_page: MakePage) -> None:
    boxes = divide(replace(make_page(), orientation=Orientation.PORTRAIT))
    assert boxes.chart.height() == boxes.chart.width() * 0.75
    assert boxes.figures.top() > boxes.chart.bottom()
    assert boxes.notes.bottom() < boxes.surround.foot.top() - 100


def test_a_long_source_has_as_many_lines_as_it_needs(make_page: MakePage) -> None:
    page = replace(make_page(), orientation=Orientation.PORTRAIT)
    brief, long = divide(page), divide(replace(page, source=f"Source: {'a long name ' * 20}"))
    assert long.surround.foot.height() > brief.surround.foot.height()
    assert long.surround.foot.bottom() == brief.surround.foot.bottom()


def test_a_note_longer_than_a_page_goes_on_with_a_sign(make_page: MakePage) -> None:
    page = make_page(notes=2)
    words = [f"word{number}" for number in range(4000)]
    long = replace(page, notes=(replace(page.notes[0], text=" ".join(words)), page.notes[1]))
    first, *over = paginate([long])
    assert first.notes == ()
    texts = [note.text for part in over for note in part.notes if note.flag == "1"]
    assert all(text.endswith(" …") for text in texts[:-1])
    assert all(text.startswith("… ") for text in texts[1:])
    assert [word for text in texts for word in text.split() if word != "…"] == words
    assert over[-1].notes[-1] == page.notes[1]
    for part in over:
        boxes = divide(part)
        assert boxes.notes.bottom() <= boxes.surround.foot.top()


def test_pages_in_order_stay_as_they_are(make_page: MakePage) -> None:
    page = make_page(notes=1)
    long = replace(page, notes=(replace(page.notes[0], text="so on " * 4000),))
    once = paginate([make_page(notes=60), long])
    assert paginate(once) == once


def test_one_endless_word_still_ends(make_page: MakePage) -> None:
    page = make_page(notes=1)
    pages = paginate([replace(page, notes=(replace(page.notes[0], text="x" * 5000 + " end"),))])
    assert pages[-1].notes[0].text.endswith("end")


def test_figures_stand_beside_the_notes_until_they_are_too_wide(make_page: MakePage) -> None:
    few = divide(make_page(figures=_figures(4)))
    assert few.figures.top() == few.notes.top()
    assert few.notes.right() < few.figures.left()
    many = divide(make_page(figures=_figures(30)))
    assert many.figures.bottom() <= many.notes.top()


def test_a_wide_table_of_figures_is_broken_into_lines() -> None:
    figures = _figures(30)
    lines = figure_lines(figures, 400)
    assert tuple(value for line in lines for value in line.values) == figures.values
    assert len(lines) > 3
    assert figures_block(figures, 400) > figures_block(_figures(4), 400)


def test_figures_alone_stand_at_the_left(make_page: MakePage) -> None:
    boxes = divide(make_page(notes=0))
    assert boxes.figures.left() == boxes.surround.title.left()
    assert boxes.notes.height() == 0


def test_a_subtitle_too_long_to_stand_beside_the_status_has_its_own_line(make_page: MakePage) -> None:
    page = make_page()
    beside = divide(page).surround
    assert beside.subtitle.top() == beside.status.top()
    below = divide(replace(page, subtitle="neither direction is claimed to be better · " * 3)).surround
    assert below.subtitle.right() > beside.subtitle.right()
    assert below.status.top() >= below.subtitle.bottom()
    assert below.rule > below.status.bottom()


def test_a_page_without_notes_and_figures_is_all_chart(make_page: MakePage) -> None:
    boxes = divide(make_page(notes=0, figures=Figures()))
    assert boxes.chart.bottom() > boxes.surround.foot.top() - 40
