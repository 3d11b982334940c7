"""The rows of a plan: what stands in them, where in the plan they stand, and the milestone that they make."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.due_dates import named_dates, read_due
from desktop.domain.plan import Milestone, read_status
from desktop.domain.unchosen import said
from desktop.workbook.shapes import is_aside

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.domain.due_dates import DueReading
    from desktop.domain.tables import Table
    from desktop.workbook.sheet import Sheet
    from desktop.workbook.sheet_scan import Box


PLACE_FIELDS = frozenset({"strand", "ref", "project"})
"""The fields that say where in a plan a row stands."""


_NOTHING: frozenset[str] = frozenset()


class Place(NamedTuple):
    """Where in the plan a row stands: what the rows above it said and it does not repeat."""

    strand: str = ""
    ref: str = ""
    project: str = ""
    project_row: int = 0


class PlanColumns(NamedTuple):
    """The fields of a plan with their columns, counted from 0; None where it has no such column.

    `places` are those that say where in the plan a row stands. `covered` has, by row, the fields whose
    cells lie beneath a merged one.
    """

    fields: tuple[tuple[str, int], ...]
    status: int | None
    due: int | None
    places: frozenset[str]
    covered: Mapping[int, frozenset[str]]


class PlanLine(NamedTuple):
    """A row of the plan: what its cells show from column A on, and by field what they say.

    `date` is the real date that the due cell holds, where it holds one.
    """

    row: int
    shown: Sequence[str]
    date: dt.date | None
    filled: Mapping[str, str]


def columns_of(table: Table, merged: Iterable[Box]) -> PlanColumns:
    """Where the fields of a plan stand, in a sheet with these merged areas."""
    fields = tuple((column.field, column.column - 1) for column in table.columns if column.field is not None)
    at = dict(fields)
    return PlanColumns(
        fields, at.get("status"), at.get("due"), PLACE_FIELDS & at.keys(), _covered(table, merged)
    )


def _covered(table: Table, merged: Iterable[Box]) -> Mapping[int, frozenset[str]]:
    fields = {column.column: column.field for column in table.columns if column.field is not None}
    covered: dict[int, frozenset[str]] = {}
    for top, left, bottom, _ in merged:
        if (field := fields.get(left)) is not None:
            for row in range(max(top, table.header_row) + 1, min(bottom, table.last_row) + 1):
                covered[row] = covered.get(row, _NOTHING) | {field}
    return covered


def line_of(sheet: Sheet, row: int, columns: PlanColumns) -> PlanLine:
    """A row as it stands in the sheet."""
    shown = sheet.texts(row)
    filled = {field: words for field, at in columns.fields if (words := said(shown[at]))}
    date = None if columns.due is None else sheet.date(row, columns.due + 1)
    return PlanLine(row, shown, date, filled)


def is_aside_line(filled: Mapping[str, str]) -> bool:
    """Whether a row is a total or a note; what has a status or a due date is a milestone after all."""
    name = filled.get("strand") or filled.get("ref") or filled.get("project")
    if name is None:
        return is_aside(filled.get("milestone", "")) and "status" not in filled and "due" not in filled
    return is_aside(name)


def next_place(place: Place, line: PlanLine) -> Place:
    """The place of a row beneath another: a strand, letter or project that it does not repeat still holds."""
    filled = line.filled
    strand = filled.get("strand", place.strand)
    if strand != place.strand:
        place = Place(strand=strand)
    ref, project = filled.get("ref"), filled.get("project")
    if ref is None and project is None:
        return place
    if ref in {None, place.ref} and project in {None, place.project}:  # the same project, said again
        return place if project is None else place._replace(project_row=line.row)
    return Place(strand, ref or "", project or "", line.row)


def milestone_of(table: Table, columns: PlanColumns, line: PlanLine, place: Place) -> Milestone:
    """The milestone that a row is in its place."""
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
        due=_due("" if due is None else shown[due], text, comments, date, asked=due is not None),
        owner=filled.get("owner", ""),
        contributors=filled.get("contributors", ""),
        targeting=filled.get("targeting", ""),
        impact=filled.get("impact", ""),
        comments=comments,
        action=filled.get("action", ""),
        covered=columns.covered.get(row, _NOTHING),
    )


def _due(shown: str, text: str, comments: str, date: dt.date | None, *, asked: bool) -> DueReading:
    """What a row says of its due date; where no column asks for it, with the dates that its text names."""
    reading = read_due(shown, text=text, comments=comments, date=date)
    named = () if asked else named_dates(text)
    return replace(reading, named=named) if named else reading
