"""Puts pages in order: what finds no room goes over to a page of its own, and every page is numbered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.printing.card_flow import card_pages
from desktop.printing.figures import HEADING
from desktop.printing.measures import note_height, room_for_notes
from desktop.printing.page import CardPage, ChartPage, Figures, SpreadPage
from desktop.printing.spread import spread_pages
from desktop.printing.typography import cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.printing.page import Note, Page

_CONTINUED = " (notes, continued)"


def paginate(pages: Iterable[Page]) -> tuple[Page, ...]:
    """All pages that are needed, each saying which of how many it is; pages in order stay as they are."""
    split = [part for page in pages for part in _split(page)]
    return tuple(replace(page, number=number, of=len(split)) for number, page in enumerate(split, start=1))


def _split(page: Page) -> Iterator[Page]:
    if isinstance(page, ChartPage):
        yield from _chart_pages(page)
    elif isinstance(page, CardPage):
        yield from card_pages(page)
    elif isinstance(page, SpreadPage):
        yield from spread_pages(page)


def _chart_pages(page: ChartPage) -> Iterator[ChartPage]:
    """The page with as many notes as it holds, then pages with the rest."""
    here, rest = _parted(page)
    yield replace(page, notes=here)
    while rest:
        title = page.title.removesuffix(_CONTINUED) + _CONTINUED
        over = replace(page, title=title, drawing=None, figures=Figures(), notes=rest)
        here, rest = _parted(over)
        yield replace(over, notes=here)


def _parted(page: ChartPage) -> tuple[tuple[Note, ...], tuple[Note, ...]]:
    """The notes that the page holds, and the rest; a note that would need a page and more is cut in two."""
    width, room = room_for_notes(page)
    room -= HEADING
    for number, note in enumerate(page.notes):
        needed = note_height(note, width)
        if needed > room and number == 0 and page.drawing is None:
            head, tail = _cut(note, width, room)
            return (head,), (*([tail] if tail.text else []), *page.notes[1:])
        if needed > room:
            return page.notes[:number], page.notes[number:]
        room -= needed
    return page.notes, ()


def _cut(note: Note, width: float, room: float) -> tuple[Note, Note]:
    head, tail = cut(note.text, lambda text: note_height(replace(note, text=text), width) <= room)
    return replace(note, text=head), replace(note, text=tail)
