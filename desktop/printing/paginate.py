"""Puts pages in order: notes that find no room go over to a page of their own, and every page is numbered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.printing.measures import HEADING, note_height, room_for_notes
from desktop.printing.page import Figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.printing.page import ChartPage


def paginate(pages: Iterable[ChartPage]) -> tuple[ChartPage, ...]:
    """All pages that are needed, each saying which of how many it is."""
    split = [part for page in pages for part in _split(page)]
    return tuple(replace(page, number=number, of=len(split)) for number, page in enumerate(split, start=1))


def _split(page: ChartPage) -> Iterator[ChartPage]:
    """The page with as many notes as it holds, then pages with the rest."""
    fitting = _fitting(page)
    yield replace(page, notes=page.notes[:fitting])
    rest = page.notes[fitting:]
    while rest:
        over = replace(
            page, title=f"{page.title} (notes, continued)", drawing=None, figures=Figures(), notes=rest
        )
        fitting = max(1, _fitting(over))
        yield replace(over, notes=rest[:fitting])
        rest = rest[fitting:]


def _fitting(page: ChartPage) -> int:
    """How many of its notes the page holds."""
    width, room = room_for_notes(page)
    room -= HEADING
    for number, note in enumerate(page.notes):
        room -= note_height(note, width)
        if room < 0:
            return number
    return len(page.notes)
