"""Where an officer may want to go: a cell by its address, an indicator, milestone or sheet by its words."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.cells import CellRef, parse_a1, parse_cell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.document.document import Document

_MOST = 12


class Destination(NamedTuple):
    """A cell to go to, and the words that it is offered with."""

    words: str
    cell: CellRef


def destinations(document: Document, typed: str, sheet: str) -> tuple[Destination, ...]:
    """What the words may mean, the likeliest first; `sheet` is the one that an address without one means."""
    wanted = " ".join(typed.split())
    if not wanted:
        return ()
    found = chain(
        _addressed(document, wanted, sheet),
        _indicators(document, wanted.casefold()),
        _milestones(document, wanted.casefold().split()),
        _sheets(document, wanted.casefold()),
    )
    by_cell: dict[CellRef, Destination] = {}
    for each in found:
        by_cell.setdefault(each.cell, each)
        if len(by_cell) == _MOST:
            break
    return tuple(by_cell.values())


def _addressed(document: Document, wanted: str, sheet: str) -> Iterator[Destination]:
    cell, place = parse_cell(wanted), parse_a1(wanted)
    if cell is None and place is not None:
        cell = CellRef(sheet=sheet, row=place[0], column=place[1])
    names = {name.casefold(): name for name in document.workbook.visible_sheets}
    if cell is None or cell.sheet.casefold() not in names:
        return
    cell = CellRef(sheet=names[cell.sheet.casefold()], row=cell.row, column=cell.column)
    text = " ".join(document.text(cell).split())
    yield Destination(f"{cell}: {text or 'blank'}", cell)


def _indicators(document: Document, wanted: str) -> Iterator[Destination]:
    indicators = document.contents.indicators
    starts = (each for each in indicators if each.code.casefold().startswith(wanted))
    holds = (each for each in indicators if wanted in f"{each.code} {each.name}".casefold())
    for each in chain(starts, holds):
        yield Destination(f"{each.code}: {' '.join(each.name.split())}", each.cell)


def _milestones(document: Document, words: list[str]) -> Iterator[Destination]:
    for each in document.contents.milestones:
        text = f"{each.ref} {each.project} {each.text}".casefold()
        if each.text and all(word in text for word in words):
            yield Destination(f"{each.subject}: {' '.join(each.text.split())}", each.cell)


def _sheets(document: Document, wanted: str) -> Iterator[Destination]:
    for name in document.workbook.visible_sheets:
        if wanted in name.casefold():
            rows = range(1, document.workbook.sheets[name].height + 1)
            filled = (
                CellRef(sheet=name, row=row, column=column)
                for row in rows
                for column, _ in document.workbook.sheets[name].filled(row)
            )
            for cell in islice(filled, 1):
                yield Destination(f"Sheet {name}", cell)
