"""Brings together what two officers changed, each in a copy of the same workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.cells import CellRef
from desktop.domain.errors import EditRefused
from desktop.progress.conflicts import Conflict, Matter
from desktop.progress.notes_merge import begins_anew, merged_notes
from desktop.progress.sheet_merge import SheetMerge
from desktop.progress.sides import Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.domain.edits import Edit
    from desktop.domain.row_edits import RowEdit
    from desktop.workbook.workbook import Workbook


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """What brings the other's changes into one's own workbook: rows one after the other, then cells.

    `added` and `deleted` count the other's new and deleted rows. Conflicts leave one's own as it is.
    """

    rows: tuple[RowEdit, ...] = ()
    edits: tuple[Edit, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    added: int = 0
    deleted: int = 0


def merge(base: Workbook, mine: Workbook, theirs: Workbook) -> Merge:
    """What of `theirs` goes into `mine`, and what has to be decided; none of the three is changed."""
    sides = Side.of(mine, base), Side.of(theirs, base)
    both = [name for name in mine.sheets if name in base.sheets and name in theirs.sheets]
    sheets = [_sheet(name, base, *sides) for name in both if not _moved(base, (mine, theirs), name)]
    anew = begins_anew(base, theirs)
    notes, crossed = merged_notes(mine, theirs) if anew else ((), ())
    kept = {mine.notes_name, theirs.notes_name} if anew else set()
    apart = (one for one in _apart(base, mine, theirs) if one.cell.sheet not in kept)
    return Merge(
        rows=tuple(edit for sheet in sheets for edit in sheet.rows),
        edits=(*(edit for sheet in sheets for edit in sheet.edits), *notes),
        conflicts=(*(one for sheet in sheets for one in sheet.conflicts), *crossed, *apart),
        added=sum(sheet.added for sheet in sheets),
        deleted=sum(sheet.deleted for sheet in sheets),
    )


def merged(mine: Workbook, merge: Merge) -> Workbook:
    """One's own workbook with the other's changes; raises EditRefused or WorkbookSigned."""
    for edit in merge.rows:
        mine = mine.with_rows(edit)
    mine.refuse_unsafe(merge.edits)
    return mine.apply(merge.edits)


def _sheet(name: str, base: Workbook, mine: Side, theirs: Side) -> SheetMerge:
    """The sheet, with its rows held where trying shows that they can't be shifted."""
    sheet = SheetMerge(name, base, mine, theirs)
    workbook = mine.workbook
    try:
        for edit in sheet.rows:
            workbook = workbook.with_rows(edit)
    except EditRefused:
        return SheetMerge(name, base, mine, theirs, held=True)
    return sheet


def _moved(base: Workbook, copies: Iterable[Workbook], name: str) -> bool:
    """Whether headers of a table stand over other columns in a copy than they stood."""
    before = _headers(base, name)
    return any(
        then.get(header, column) != column
        for copy in copies
        for then, now in zip(before, _headers(copy, name), strict=False)
        for header, column in now.items()
    )


def _headers(workbook: Workbook, name: str) -> list[dict[str, int]]:
    """The columns of each table of a sheet, by their headers."""
    return [
        {column.header: column.column for column in table.columns if column.header}
        for table in workbook.contents.tables
        if table.sheet == name
    ]


def _apart(base: Workbook, mine: Workbook, theirs: Workbook) -> Iterator[Conflict]:
    """Sheets that could not be brought together; one that is new in one's own only is no matter."""
    for name in dict.fromkeys((*mine.sheets, *theirs.sheets)):
        known, here, there = (name in book.sheets for book in (base, mine, theirs))
        if here and there and known:
            if _moved(base, (mine, theirs), name):
                words = (_order(base, copy, name) for copy in (mine, theirs))
                yield _whole(name, *words)
        elif there or known:
            yield _whole(name, *("is there" if has else "is not there" for has in (here, there)))


def _order(base: Workbook, copy: Workbook, name: str) -> str:
    return "columns in another order" if _moved(base, (copy,), name) else "columns as they were"


def _whole(name: str, mine: str, theirs: str) -> Conflict:
    cell = CellRef(sheet=name, row=1, column=1)
    return Conflict(matter=Matter.SHEET, cell=cell, subject=f"sheet {name}", mine=mine, theirs=theirs)
