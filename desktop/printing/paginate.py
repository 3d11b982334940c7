"""Puts pages in order: notes that find no room go over to a page of their own, and every page is numbered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.printing.measures import HEADING, note_height, room_for_notes
from desktop.printing.page import Figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.printing.page import ChartPage, Note

_CONTINUED = " (notes, continued)"
_MORE = "…"


def paginate(pages: Iterable[ChartPage]) -> tuple[ChartPage, ...]:
    """All pages that are needed, each saying which of how many it is; pages in order stay as they are."""
    split = [part for page in pages for part in _split(page)]
    return tuple(replace(page, number=number, of=len(split)) for number, page in enumerate(split, start=1))


def _split(page: ChartPage) -> Iterator[ChartPage]:
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
            return (head,), (tail, *page.notes[1:])
        if needed > room:
            return page.notes[:number], page.notes[number:]
        room -= needed
    return page.notes, ()


def _cut(note: Note, width: float, room: float) -> tuple[Note, Note]:
    """A note cut between two words, with a sign at the cut; at least one word stays before it."""
    words = note.text.split()
    fits, fails = 1, len(words)
    while fails - fits > 1:
        middle = (fits + fails) // 2
        head = replace(note, text=f"{' '.join(words[:middle])} {_MORE}")
        fits, fails = (middle, fails) if note_height(head, width) <= room else (fits, middle)
    head = replace(note, text=f"{' '.join(words[:fits])} {_MORE}")
    return head, replace(note, text=f"{_MORE} {' '.join(words[fits:])}")
