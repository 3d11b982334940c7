"""Milestones of a plan: strands as bands, projects over several rows, milestones in each row."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain.due_dates import read_due
from desktop.domain.plan import Milestone, read_status
from desktop.workbook.recognise import header_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.tables import Table
    from desktop.workbook.sheet import Sheet

_NUMBERED = re.compile(r"\d+\s*[.):]\s*\S")
_LONGEST_REF = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where in the plan a row stands: what the rows above it said and it does not repeat."""

    strand: str = ""
    ref: str = ""
    project: str = ""
    project_row: int = 0


def read_milestones(sheet: Sheet, table: Table) -> tuple[Milestone, ...]:
    """The milestones of a plan from top to bottom; a row that only carries an impact is one too."""
    headers = header_rows(sheet, table)
    columns = {column.field: column.column for column in table.columns if column.field is not None}
    found: list[Milestone] = []
    place = _Place()
    for row in range(table.header_row + 1, table.last_row + 1):
        texts = {field: sheet.text(row, column) for field, column in columns.items()}
        filled = {field: text.strip() for field, text in texts.items() if text.strip()}
        if not filled or row in headers:
            continue
        strand = _strand_band(filled)
        if strand:
            place = _Place(strand=strand)
            continue
        place = _next_place(place, filled, row)
        found.append(_milestone(sheet, table, row, place, texts))
    return tuple(found)


def reread_milestone(sheet: Sheet, table: Table, milestone: Milestone) -> Milestone | None:
    """The same milestone as its row stands now; None where the row may no longer be read alone."""
    texts = {
        column.field: sheet.text(milestone.row, column.column)
        for column in table.columns
        if column.field is not None
    }
    filled = {field: text.strip() for field, text in texts.items() if text.strip()}
    if not filled or _strand_band(filled):
        return None
    place = _Place(
        strand=milestone.strand,
        ref=milestone.ref,
        project=milestone.project,
        project_row=milestone.project_row,
    )
    return _milestone(sheet, table, milestone.row, place, texts)


def _strand_band(filled: Mapping[str, str]) -> str:
    """The text of a row that only names a strand; empty for any other row."""
    if len(filled) != 1:
        return ""
    field, text = next(iter(filled.items()))
    if field == "ref" and len(text) > _LONGEST_REF:
        return text
    return text if field in {"project", "strand"} and _NUMBERED.match(text) else ""


def _next_place(place: _Place, filled: Mapping[str, str], row: int) -> _Place:
    if "strand" in filled and filled["strand"] != place.strand:
        place = _Place(strand=filled["strand"])
    if not {"ref", "project"} & set(filled):
        return place
    return replace(place, ref=filled.get("ref", ""), project=filled.get("project", ""), project_row=row)


def _milestone(sheet: Sheet, table: Table, row: int, place: _Place, texts: Mapping[str, str]) -> Milestone:
    due_column = table.column_of("due")
    text, comments = texts.get("milestone", "").strip(), texts.get("comments", "").strip()
    return Milestone(
        table=table,
        row=row,
        project_row=place.project_row or row,
        strand=place.strand,
        ref=place.ref,
        project=place.project,
        text=text,
        status=read_status(texts.get("status", "")),
        due=read_due(
            texts.get("due", ""),
            text=text,
            comments=comments,
            date=sheet.date(row, due_column) if due_column is not None else None,
        ),
        owner=texts.get("owner", "").strip(),
        contributors=texts.get("contributors", "").strip(),
        targeting=texts.get("targeting", "").strip(),
        impact=texts.get("impact", "").strip(),
        comments=comments,
    )
