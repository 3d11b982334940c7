"""A row that may head a table, laid out so that an officer can say what its columns hold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain.indicators import Indicator
from desktop.domain.periods import read_period
from desktop.domain.tables import TableKind
from desktop.workbook.beside import alone
from desktop.workbook.fields import fields_of, named_columns
from desktop.workbook.headers import Header, Lack, Stranger, find_headers, head_at
from desktop.workbook.lines import whole_line
from desktop.workbook.mappings import signature_of
from desktop.workbook.notes_layout import is_notes_sheet
from desktop.workbook.recognise import in_doubt, last_record_row, table_of
from desktop.workbook.records import sheet_contents

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.domain.records import Record
    from desktop.domain.tables import Column, Table
    from desktop.workbook.lines import Line
    from desktop.workbook.mappings import ColumnMapping
    from desktop.workbook.sheet import Sheet

KINDS = (
    *(TableKind.INDICATORS, TableKind.PLAN, TableKind.TARGETS, TableKind.EXPENDITURE),
    *(TableKind.NARRATIVE, TableKind.PRIORITIES, TableKind.FOCUS, TableKind.LINKAGES),
)
"""The kinds of table whose columns can be given fields."""
_SAMPLES = 3  # values shown of a column
_LOOKED_AT = 60  # rows beneath the header that samples and the preview are taken from


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateColumn:
    """A column beneath a header: its first values, and the field that it seems to hold."""

    column: int
    header: str
    samples: tuple[str, ...]
    field: str | None

    @property
    def dated(self) -> bool:
        """Whether its header names a period, so that it can hold the values of one."""
        return read_period(self.header) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """The columns beneath a row of a sheet that may head a table; `texts` are its headers by column."""

    sheet: str
    row: int
    kind: TableKind
    texts: Mapping[int, str]
    columns: tuple[CandidateColumn, ...]

    @property
    def signature(self) -> str:
        """What its headers are known by."""
        return signature_of(self.texts)


def unsure(sheet: Sheet) -> tuple[Candidate, ...]:
    """The rows of a sheet of which an officer should be asked what their columns hold."""
    if is_notes_sheet(sheet):
        return ()
    parts = [(part, head.row) for part in alone(sheet) for head in find_headers(part) if _can_be_said(head)]
    return tuple(found for part, row in parts if (found := _candidate(part, row)) is not None)


_NOT_BY_COLUMNS = {Lack.YEARS, Lack.PERIOD_COLUMNS}


def _can_be_said(head: Header | Stranger) -> bool:
    """Whether a head is in doubt, and an officer's word on its columns settles it: it can't give years."""
    return in_doubt(head) and not (isinstance(head, Stranger) and head.lack in _NOT_BY_COLUMNS)


def candidate_at(sheet: Sheet, row: int, column: int | None = None) -> Candidate | None:
    """The row as it may head a table, of several the one of that column; None where nothing stands in it."""
    found = [one for part in alone(sheet) if (one := _candidate(part, row)) is not None]
    return next((one for one in found if column in one.texts), found[0] if found else None)


def _candidate(sheet: Sheet, row: int) -> Candidate | None:
    line = whole_line(sheet, row)
    if not line.texts:
        return None
    head = head_at(sheet, row)
    kind = head.kind if head is not None else TableKind.PLAN
    fields = _fields(sheet, line, head, kind)
    sample = [sheet.texts(below) for below in range(line.row + 1, line.row + 1 + _LOOKED_AT)]
    held = {number for texts in sample for number, text in enumerate(texts, start=1) if text.strip()}
    return Candidate(
        sheet=sheet.name,
        row=line.row,
        kind=kind,
        texts=line.texts,
        columns=tuple(
            CandidateColumn(
                column=column,
                header=line.texts.get(column, ""),
                samples=_samples(texts[column - 1] for texts in sample if column <= len(texts)),
                field=fields.get(column),
            )
            for column in sorted({*line.texts, *held})
        ),
    )


def choices(kind: TableKind, column: CandidateColumn) -> tuple[str, ...]:
    """The fields that a column of such a table can be given."""
    dated = ("value",) if kind is TableKind.INDICATORS and column.dated else ()
    return (*fields_of(kind), *dated)


def guessed(kind: TableKind, candidate: Candidate) -> dict[int, str]:
    """The fields of the columns by their headers alone, for another kind of table than was found."""
    found = named_columns(kind, candidate.texts)
    dated = [column.column for column in candidate.columns if "value" in choices(kind, column)]
    return {**found, **(dict.fromkeys(dated, "value") if kind is TableKind.INDICATORS else {})}


def preview(sheet: Sheet, candidate: Candidate, mapping: ColumnMapping, most: int) -> list[list[str]]:
    """The first records as they would be read: a row each, with a text for each mapped column."""
    mappings = sheet.mappings.keeping(candidate.signature, mapping)
    rows = sheet.rows[: candidate.row + _LOOKED_AT]
    trial = replace(sheet, mappings=mappings, rows=rows)
    contents = sheet_contents(trial)
    heads = [table for table in contents.tables if table.header_row == candidate.row]
    table = next((table for table in heads if not candidate.texts.keys().isdisjoint(_columns(table))), None)
    if table is None:
        return []
    columns = [column for column in table.columns if column.field is not None]
    records: list[Record] = [
        *(record for record in contents.indicators if record.table == table.id),
        *(record for record in contents.milestones if record.table.id == table.id),
        *(record for record in contents.targets if record.table == table.id),
        *(record for record in contents.expenditure if record.table == table.id),
        *(record for record in contents.passages if record.table == table.id),
        *(record for record in contents.priorities if record.table == table.id),
        *(record for record in contents.focus if record.table == table.id),
        *(record for record in contents.linkages if record.table == table.id),
    ]
    return [[_text(trial, record, column) for column in columns] for record in records[:most]]


def _columns(table: Table) -> set[int]:
    return {column.column for column in table.columns}


def _text(sheet: Sheet, record: Record, column: Column) -> str:
    if isinstance(record, Indicator) and column.period is not None:
        return next((one.value.raw for one in record.values if one.cell.column == column.column), "")
    return sheet.text(record.row, column.column)


def _fields(
    sheet: Sheet, line: Line, head: Header | Stranger | None, kind: TableKind
) -> Mapping[int, str | None]:
    if isinstance(head, Header):
        last = last_record_row(sheet, head, min(sheet.height, head.row + _LOOKED_AT), touching=False)
        return {column.column: column.field for column in table_of(sheet, head, last).columns}
    named: dict[int, str | None] = dict(named_columns(kind, line.texts))
    if kind is TableKind.INDICATORS:
        named |= {column: "value" for column, text in line.texts.items() if read_period(text) is not None}
    return named


def _samples(texts: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for text in texts:
        shown = " ".join(text.split())
        if shown and len(found) < _SAMPLES:
            found[shown] = None
    return tuple(found)
