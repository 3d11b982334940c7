"""Milestones of a plan: strands as bands, projects over several rows, milestones in each row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain.due_dates import read_due
from desktop.domain.plan import Milestone, read_status
from desktop.workbook.shapes import is_aside, is_numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from desktop.domain.tables import Table
    from desktop.workbook.recognise import Block
    from desktop.workbook.sheet import Sheet

_LONGEST_REF = 4
_LONGEST_BAND = 60  # where a band stands in a column that does not name projects
_WIDE = 3  # columns over which a band, at the least, is merged
_NAMES = ("strand", "ref", "project", "milestone")
_PLACE = frozenset({"strand", "ref", "project"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where in the plan a row stands: what the rows above it said and it does not repeat."""

    strand: str = ""
    ref: str = ""
    project: str = ""
    project_row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A row of the plan: its texts by field as they are shown, and those that are not blank, stripped."""

    row: int
    texts: Mapping[str, str]
    filled: Mapping[str, str]


def read_milestones(
    sheet: Sheet, block: Block, earlier: Iterable[Table] = ()
) -> tuple[Table, tuple[Milestone, ...]]:
    """The milestones of a plan from top to bottom, and the table with their number.

    A row that only carries an impact is a milestone too. Where the table is as it was `earlier`, it is the
    identical object.
    """
    placed = list(_placed(sheet, block))
    found = replace(block.table, records=len(placed))
    table = next((known for known in earlier if known == found), found)
    due = table.column_of("due")
    return table, tuple(_milestone(sheet, table, line, place, due) for line, place in placed)


def reread_milestone(before: Sheet, after: Sheet, milestone: Milestone) -> Milestone | None:
    """The same milestone as its row stands now; None where the row may no longer be read alone."""
    table = milestone.table
    old, new = (_line(sheet, milestone.row, _fields(table)) for sheet in (before, after))
    both = (old.filled, new.filled)
    changed = {field for field in old.texts if old.filled.get(field) != new.filled.get(field)}
    numbered = any(is_numbered(filled.get(field, "")) for filled in both for field in changed)
    if changed & _PLACE or numbered or any(len(filled) <= 1 or _is_aside(filled) for filled in both):
        return None
    place = _Place(
        strand=milestone.strand,
        ref=milestone.ref,
        project=milestone.project,
        project_row=milestone.project_row,
    )
    return _milestone(after, table, new, place, table.column_of("due"))


def _fields(table: Table) -> Mapping[str, int]:
    return {column.field: column.column for column in table.columns if column.field is not None}


def _line(sheet: Sheet, row: int, fields: Mapping[str, int]) -> _Line:
    shown = sheet.texts(row)
    texts = {field: shown[column - 1] for field, column in fields.items()}
    return _Line(
        row=row,
        texts=texts,
        filled={field: stripped for field, text in texts.items() if (stripped := text.strip())},
    )


def _placed(sheet: Sheet, block: Block) -> Iterator[tuple[_Line, _Place]]:
    """The rows that are milestones, each with its place."""
    table, fields = block.table, _fields(block.table)
    rows = range(table.header_row + 1, table.last_row + 1)
    lines = [_line(sheet, row, fields) for row in rows if row not in block.headers]
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
        if is_numbered(text)
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
    """Whether a row is a total or a note: it begins like one, and nothing is due or done."""
    first = next((filled[field] for field in _NAMES if field in filled), "")
    return is_aside(first) and filled.keys().isdisjoint({"status", "due"})


def _next_place(place: _Place, line: _Line) -> _Place:
    filled = line.filled
    if "strand" in filled and filled["strand"] != place.strand:
        place = _Place(strand=filled["strand"])
    if "ref" not in filled and "project" not in filled:
        return place
    same = all(
        filled.get(field, known) == known for field, known in (("ref", place.ref), ("project", place.project))
    )
    kept = place if same else _Place()
    return replace(
        place,
        ref=filled.get("ref", kept.ref),
        project=filled.get("project", kept.project),
        project_row=line.row if "project" in filled or not same else place.project_row,
    )


def _milestone(sheet: Sheet, table: Table, line: _Line, place: _Place, due_column: int | None) -> Milestone:
    texts, filled = line.texts, line.filled
    text, comments = filled.get("milestone", ""), filled.get("comments", "")
    return Milestone(
        table=table,
        row=line.row,
        project_row=place.project_row or line.row,
        strand=place.strand,
        ref=place.ref,
        project=place.project,
        text=text,
        status=read_status(texts.get("status", "")),
        due=read_due(
            texts.get("due", ""),
            text=text,
            comments=comments,
            date=sheet.date(line.row, due_column) if due_column is not None else None,
        ),
        owner=filled.get("owner", ""),
        contributors=filled.get("contributors", ""),
        targeting=filled.get("targeting", ""),
        impact=filled.get("impact", ""),
        comments=comments,
    )
