"""Areas of focus of a table, a row to each, with their rating and direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.cells import CellRef
from desktop.domain.contents import Problem
from desktop.domain.focus import FocusArea
from desktop.domain.ratings import read_rag
from desktop.domain.unchosen import said
from desktop.workbook.shapes import is_aside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.domain.tables import Table
    from desktop.workbook.recognise import Block
    from desktop.workbook.sheet import Sheet

_LONGEST = 60  # characters of an area's name in a message


def read_focus(sheet: Sheet, block: Block) -> tuple[FocusArea, ...]:
    """The areas of focus of a table, from top to bottom."""
    table = block.table
    rows = (row for row in range(table.header_row + 1, table.last_row + 1) if row not in block.no_records)
    return tuple(area for row in rows if (area := _area(sheet, table, row)) is not None)


def _area(sheet: Sheet, table: Table, row: int) -> FocusArea | None:
    texts = {column.field: said(sheet.text(row, column.column)) for column in table.columns if column.field}
    column, rated = table.column_of("area"), table.column_of("rating")
    if column is None or rated is None or not texts["area"]:
        return None
    if is_aside(texts["area"]) or sum(map(bool, texts.values())) == 1:
        return None
    return FocusArea(
        table=table.id,
        area=" ".join(texts["area"].split()),
        update=texts.get("update", ""),
        rating=read_rag(" ".join(filter(None, (texts["rating"], texts.get("direction", ""))))),
        row=row,
        cell=CellRef(sheet=sheet.name, row=row, column=column),
        rating_cell=CellRef(sheet=sheet.name, row=row, column=rated),
    )


def unread_ratings(areas: Iterable[FocusArea]) -> Iterator[Problem]:
    """What is to be said of ratings whose colour or direction can't be read."""
    for area in areas:
        rating, cell = area.rating, area.rating_cell
        if rating.raw and rating.rag is None:
            ask = (
                "is neither red, amber nor green. Write R, A or G, with an arrow where the direction is known"
            )
        elif rating.travel is None and any(not one.isascii() for one in rating.raw):
            ask = "has a sign that is no arrow. Write ↑, ↔ or ↓ after the letter"
        else:
            continue
        yield Problem(
            sheet=cell.sheet,
            cell=cell,
            message=f"{cell.sheet}, {cell.a1}: the rating “{rating.raw}” of “{_short(area.area)}” {ask}.",
        )


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"
