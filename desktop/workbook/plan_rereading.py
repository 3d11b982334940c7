"""Milestones again after an edit: those whose rows were edited, and those that take their place from them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.workbook.plan_lines import (
    Place,
    columns_of,
    is_aside_line,
    line_of,
    milestone_of,
    next_place,
)
from desktop.workbook.shapes import is_numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.domain.plan import Milestone
    from desktop.domain.tables import Table
    from desktop.workbook.plan_lines import PlanColumns, PlanLine
    from desktop.workbook.sheet import Sheet


def reread_milestones(
    before: Sheet, after: Sheet, table: Table, milestones: tuple[Milestone, ...], rows: Iterable[int]
) -> tuple[Milestone, ...] | None:
    """The milestones of the workbook with those in the edited rows of a table read anew.

    None where a row has no milestone, or where the rest of the table has to be read with it.
    """
    found = {one.row: index for index, one in enumerate(milestones) if one.row in rows and one.table is table}
    renewed = list(milestones)
    lines = _Lines(before, after, columns_of(table, after.scan.merged))
    for row in sorted(rows):
        if row not in found or not _renew(lines, renewed, found[row]):
            return None
    return tuple(renewed)


class _Lines:
    """The rows of one table before and after an edit; each is read once, however often it is asked for."""

    def __init__(self, before: Sheet, after: Sheet, columns: PlanColumns) -> None:
        self.sheet, self.columns = after, columns
        self._before = before
        self._read: dict[int, PlanLine] = {}

    def was(self, row: int) -> PlanLine:
        """A row before the edit."""
        return line_of(self._before, row, self.columns)

    def now(self, row: int) -> PlanLine:
        """A row after the edit."""
        line = self._read.get(row)
        if line is None:
            line = self._read[row] = line_of(self.sheet, row, self.columns)
        return line


def _renew(lines: _Lines, milestones: list[Milestone], index: int) -> bool:
    """Read one milestone anew in its place; False where that takes more than its row."""
    old, columns = milestones[index], lines.columns
    was, line = lines.was(old.row), lines.now(old.row)
    changed = {field for field, _ in columns.fields if was.filled.get(field) != line.filled.get(field)}
    for filled in (was.filled, line.filled):
        if len(filled) <= 1 or is_aside_line(filled):
            return False
    for field in changed:
        if _numbered(was.filled, field) is not _numbered(line.filled, field):
            return False
    place = Place(old.strand, old.ref, old.project, old.project_row)
    if changed & columns.places:
        above = Place() if _says_its_place(line, columns) else _place_above(lines.sheet, milestones, index)
        if above is None or not _move_followers(lines, milestones, index, next_place(above, line)):
            return False
        place = next_place(above, line)
    new = milestone_of(old.table, columns, line, place)
    milestones[index] = old if new == old else new
    return True


def _says_its_place(line: PlanLine, columns: PlanColumns) -> bool:
    """Whether a row repeats nothing of those above it, so that it stands where it does whatever they say."""
    asked = columns.places
    return "strand" in asked and asked <= line.filled.keys() and ("project" in asked or "ref" not in asked)


def _numbered(filled: Mapping[str, str], field: str) -> bool:
    return is_numbered(filled.get(field, ""))


def _place_above(sheet: Sheet, milestones: list[Milestone], index: int) -> Place | None:
    """The place that a milestone's row comes to; None where it does not follow another milestone directly."""
    if index == 0 or not _adjoin(sheet, milestones[index - 1], milestones[index]):
        return None
    above = milestones[index - 1]
    named = bool(above.ref or above.project)
    return Place(above.strand, above.ref, above.project, above.project_row if named else 0)


def _move_followers(lines: _Lines, milestones: list[Milestone], index: int, place: Place) -> bool:
    """Move the milestones beneath one that has moved, as far as they take their place from it.

    False where a row between them, perhaps the name of a strand, leaves that open.
    """
    projects = lines.columns.places - {"strand"}
    strand_moved = place.strand != milestones[index].strand
    for at in range(index + 1, len(milestones)):
        above, old = milestones[at - 1], milestones[at]
        if old.table is not above.table:
            return True
        line = lines.now(old.row)
        if not _adjoin(lines.sheet, above, old):
            return projects <= line.filled.keys() and not strand_moved
        if _says_its_place(line, lines.columns):
            return True
        place = next_place(place, line)
        moved = replace(
            old,
            strand=place.strand,
            ref=place.ref,
            project=place.project,
            project_row=place.project_row or old.row,
        )
        if moved == old:
            return True
        strand_moved = moved.strand != old.strand
        milestones[at] = moved
    return True


def _adjoin(sheet: Sheet, above: Milestone, below: Milestone) -> bool:
    """Whether nothing stands between the rows of two milestones of one table."""
    between = range(above.row + 1, below.row)
    return above.table is below.table and not any(any(sheet.filled(row)) for row in between)
