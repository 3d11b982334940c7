"""Words put in place of others in many cells, as one step to undo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.wording import counted
from desktop.grid.columns import columns_for
from desktop.grid.rows import positions_at, records_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.document.document import Document
    from desktop.domain.cells import CellRef
    from desktop.grid.search import Search


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """The texts to type, and how many found cells are left.

    Those hold formulas, stand in no table, or have the words only in how they are shown.
    """

    typed: tuple[tuple[CellRef, str], ...] = ()
    formulas: int = 0
    outside: int = 0
    only_shown: int = 0

    @property
    def words(self) -> str:
        """Such as: 17 cells changed, 2 left: they hold formulas."""
        changed = counted(len(self.typed), "cell")
        left = [
            f"{number} left: {reason[number != 1]}"
            for number, reason in (
                (self.formulas, ("it holds a formula", "they hold formulas")),
                (self.outside, ("it stands in no table", "they stand in no table")),
                (self.only_shown, ("only its format shows the words", "only their format shows the words")),
            )
            if number
        ]
        return f"{', '.join((f'{changed} changed', *left))}."


def replacement(document: Document, cells: Sequence[CellRef], search: Search, words: str) -> Replacement:
    """What replacing the words in these cells comes to; nothing is changed yet."""
    known = _TableCells(document)
    typed: list[tuple[CellRef, str]] = []
    formulas = outside = only_shown = 0
    for cell in cells:
        text = document.edit_text(cell)
        new = search.replaced(text, words)
        if cell not in known:
            outside += 1
        elif document.workbook.formula(cell) is not None:
            formulas += 1
        elif new == text:
            only_shown += 1
        else:
            typed.append((cell, new))
    return Replacement(typed=tuple(typed), formulas=formulas, outside=outside, only_shown=only_shown)


class _TableCells:
    """The cells that tables show, which can be edited."""

    def __init__(self, document: Document) -> None:
        contents = document.contents
        self._tables = [(table, records_of(contents, table), columns_for(table)) for table in contents.tables]

    def __contains__(self, cell: object) -> bool:
        return any(
            column.cell(records[position]) == cell
            for table, records, columns in self._tables
            if table.sheet == getattr(cell, "sheet", "")
            for position in positions_at(records, getattr(cell, "row", 0))
            for column in columns
        )
