"""Milestones of a plan: strands as bands, projects over several rows, milestones in each row."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.due_dates import read_due
from desktop.domain.plan import Milestone, read_status
from desktop.workbook.recognise import counted
from desktop.workbook.shapes import is_aside, is_numbered

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from desktop.domain.tables import Table
    from desktop.workbook.recognise import Block
    from desktop.workbook.sheet import Sheet

_LONGEST_REF = 4
_LONGEST_BAND = 60  # where a band stands in a column that does not name projects
_WIDE = 3  # columns over which a band, at the least, is merged
_PLACE = frozenset({"strand", "ref", "project"})


class _Place(NamedTuple):
    """Where in the plan a row stands: what the rows above it said and it does not repeat."""

    strand: str = ""
    ref: str = ""
    project: str = ""
    project_row: int = 0


class _Columns(NamedTuple):
    """The fields of a plan with their columns, counted from 0; None where it has no such column."""

    fields: tuple[tuple[str, int], ...]
    status: int | None
    due: int | None


class _Line(NamedTuple):
    """A row of the plan: what its cells show from column A on, and by field what is not blank, stripped.

    `date` is the real date that the due cell holds, where it holds one.
    """

    row: int
    shown: Sequence[str]
    date: dt.date | None
    filled: Mapping[str, str]


def read_milestones(
    sheet: Sheet, block: Block, earlier: Iterable[Table] = ()
) -> tuple[Table, tuple[Milestone, ...]]:
    """The milestones of a plan from top to bottom, and the table with their number.

    A row that only carries an impact is a milestone too. Where the table is as it was `earlier`, it is the
    identical object.
    """
    placed = list(_placed(sheet, block))
    table = counted(block.table, len(placed), earlier)
    columns = _columns(table)
    return table, tuple(_milestone(table, columns, line, place) for line, place in placed)


def reread_milestone(before: Sheet, after: Sheet, milestone: Milestone) -> Milestone | None:
    """The same milestone as its row stands now; None where the row may no longer be read alone."""
    table = milestone.table
    columns = _columns(table)
    old, new = (_line(sheet, milestone.row, columns).filled for sheet in (before, after))
    changed = {field for field, _ in columns.fields if old.get(field) != new.get(field)}
    numbered = any(is_numbered(filled.get(field, "")) for filled in (old, new) for field in changed)
    if changed & _PLACE or numbered or any(len(filled) <= 1 or _is_aside(filled) for filled in (old, new)):
        return None
    place = _Place(
        strand=milestone.strand,
        ref=milestone.ref,
        project=milestone.project,
        project_row=milestone.project_row,
    )
    return _milestone(table, columns, _line(after, milestone.row, columns), place)


def _columns(table: Table) -> _Columns:
    fields = tuple((column.field, column.column - 1) for column in table.columns if column.field is not None)
    return _Columns(fields, dict(fields).get("status"), dict(fields).get("due"))


def _line(sheet: Sheet, row: int, columns: _Columns) -> _Line:
    shown = sheet.texts(row)
    filled = {field: stripped for field, at in columns.fields if (stripped := shown[at].strip())}
    date = None if columns.due is None else sheet.date(row, columns.due + 1)
    return _Line(row, shown, date, filled)


def _placed(sheet: Sheet, block: Block) -> Iterator[tuple[_Line, _Place]]:
    """The rows that are milestones, each with its place."""
    table, columns = block.table, _columns(block.table)
    rows = range(table.header_row + 1, table.last_row + 1)
    lines = [_line(sheet, row, columns) for row in rows if row not in block.headers]
    bands = _bands(sheet, lines)
    place = _Place(strand=block.heading)
    for line in lines:
        band = bands.get(line.row)
        if band is not None:
            place = place if band in block.titles else _Place(strand=band)
        elif line.filled and not _is_aside(line.filled):
            place = _next_place(place, line)
            yield line, place


def _bands(sheet: Sheet, lines: Iterable[_Line]) -> Mapping[int, str]:
    """The texts of rows that only name a strand, by row."""
    wide = {box[0]: box for box in sheet.scan.merged if box[3] - box[1] + 1 >= _WIDE}
    numbered = {
        field
        for line in lines
        if len(line.filled) > 1
        for field, text in line.filled.items()
        if text[0].isdigit() and is_numbered(text)
    }
    found = {}
    for line in lines:
        if len(line.filled) <= 1:
            text = _wide_text(sheet, line, wide) or _strand_band(line.filled, numbered)
            if text:
                found[line.row] = text
    return found


def _wide_text(sheet: Sheet, line: _Line, wide: Mapping[int, tuple[int, int, int, int]]) -> str:
    """The text of a cell that is merged over several columns, where it is all that the row says."""
    box = wide.get(line.row)
    text = sheet.text(box[0], box[1]).strip() if box is not None else ""
    return text if not line.filled or text in line.filled.values() else ""


def _strand_band(filled: Mapping[str, str], numbered: AbstractSet[str]) -> str:
    """The text of a row that only names a strand; empty for any other row.

    In a field that is numbered in other rows too, a number says nothing.
    """
    for field, text in filled.items():
        named = field == "ref" and len(text) > _LONGEST_REF
        short = field in _PLACE or len(text) <= _LONGEST_BAND
        if not is_aside(text) and (named or (short and is_numbered(text) and field not in numbered)):
            return text
    return ""


def _is_aside(filled: Mapping[str, str]) -> bool:
    """Whether a row is a total or a note; what has a status or a due date is a milestone after all."""
    name = filled.get("strand") or filled.get("ref") or filled.get("project")
    if name is None:
        return is_aside(filled.get("milestone", "")) and "status" not in filled and "due" not in filled
    return is_aside(name)


def _next_place(place: _Place, line: _Line) -> _Place:
    """The place of a row beneath another: a strand, letter or project that it does not repeat still holds."""
    filled = line.filled
    strand = filled.get("strand", place.strand)
    if strand != place.strand:
        place = _Place(strand=strand)
    ref, project = filled.get("ref"), filled.get("project")
    if ref is None and project is None:
        return place
    if ref in {None, place.ref} and project in {None, place.project}:  # the same project, said again
        ref, project = place.ref, place.project
        return _Place(
            strand=strand,
            ref=ref,
            project=project,
            project_row=line.row if "project" in filled else place.project_row,
        )
    return _Place(strand=strand, ref=ref or "", project=project or "", project_row=line.row)


def _milestone(table: Table, columns: _Columns, line: _Line, place: _Place) -> Milestone:
    row, shown, date, filled = line
    status, due = columns.status, columns.due
    text, comments = filled.get("milestone", ""), filled.get("comments", "")
    return Milestone(
        table=table,
        row=row,
        project_row=place.project_row or row,
        strand=place.strand,
        ref=place.ref,
        project=place.project,
        text=text,
        status=read_status("" if status is None else shown[status]),
        due=read_due(
            "" if due is None else shown[due],
            text=text,
            comments=comments,
            date=date,
        ),
        owner=filled.get("owner", ""),
        contributors=filled.get("contributors", ""),
        targeting=filled.get("targeting", ""),
        impact=filled.get("impact", ""),
        comments=comments,
    )
