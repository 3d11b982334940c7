"""Notes put down, changed and taken away: the edits of their sheet that this takes."""

from __future__ import annotations

from itertools import chain, count
from typing import TYPE_CHECKING

from desktop.domain.cells import CellRef
from desktop.domain.edits import Edit
from desktop.domain.notes import IndicatorSetting
from desktop.workbook.notes_layout import HEADER_ROW, HEADERS, TITLE, Layout
from desktop.workbook.notes_rows import rows_of_note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.domain.edits import Content
    from desktop.domain.notes import Note
    from desktop.workbook.notes_rows import Row
    from desktop.workbook.workbook import Workbook


def put(workbook: Workbook, notes: Iterable[Note], *, instead: Iterable[Note] = ()) -> tuple[Edit, ...]:
    """The edits that put notes down: in the rows of those that they stand `instead` of, then in free ones.

    Rows that are left over are emptied. The first note of a workbook takes the title and the headers along.
    """
    layout, heads = _layout(workbook)
    old = [row for note in instead for row in _rows(note)]
    rows = [row for note in notes for row in rows_of_note(note)]
    places = chain(old, _free(workbook, layout))
    filled = [edit for row in rows for edit in _filled(layout, next(places), row)]
    emptied = [edit for place in old[len(rows) :] for edit in _filled(layout, place, {})]
    return (*heads, *filled, *emptied)


def taken_away(workbook: Workbook, notes: Iterable[Note]) -> tuple[Edit, ...]:
    """The edits that empty the rows of notes; the last one takes along a sheet that was never saved."""
    edits = put(workbook, (), instead=notes)
    sheet = workbook.sheets[workbook.notes_name]
    emptied = {(edit.cell.row, edit.cell.column) for edit in edits}
    layout = workbook.kept.layout
    if layout is None or layout.sheet != workbook.new_sheet:
        return edits
    left = [place for place in sheet.edits if place not in emptied]
    if any(row > layout.header_row for row, _ in left):
        return edits
    return (*edits, *(_edit(layout, row, column, None) for row, column in left))


def _edit(layout: Layout, row: int, column: int, content: Content) -> Edit:
    return Edit(cell=CellRef(sheet=layout.sheet, row=row, column=column), content=content)


def _rows(note: Note) -> tuple[int, ...]:
    return note.rows if isinstance(note, IndicatorSetting) else (note.row,)


def _layout(workbook: Workbook) -> tuple[Layout, tuple[Edit, ...]]:
    """The layout with all headers, and the edits that write those which are not there yet."""
    layout = workbook.kept.layout
    if layout is None:
        columns = {header: column for column, header in enumerate(HEADERS, start=1)}
        layout = Layout(sheet=workbook.notes_name, header_row=HEADER_ROW, columns=columns)
        heads = (_edit(layout, HEADER_ROW, column, header) for header, column in columns.items())
        return layout, (_edit(layout, 1, 1, TITLE), *heads)
    missing = [header for header in HEADERS if header not in layout.columns]
    first = max(workbook.sheets[layout.sheet].width, *layout.columns.values()) + 1
    added = {header: column for column, header in enumerate(missing, start=first)}
    whole = Layout(sheet=layout.sheet, header_row=layout.header_row, columns={**layout.columns, **added})
    return whole, tuple(_edit(whole, whole.header_row, column, header) for header, column in added.items())


def _free(workbook: Workbook, layout: Layout) -> Iterator[int]:
    """The rows beneath the headers in which nothing stands."""
    sheet = workbook.sheets.get(layout.sheet)
    rows = count(layout.header_row + 1)
    return (row for row in rows if sheet is None or not any(sheet.filled(row)))


def _filled(layout: Layout, place: int, row: Row) -> Iterator[Edit]:
    for header, column in layout.columns.items():
        content = row.get(header)
        yield _edit(layout, place, column, None if content == "" else content)
