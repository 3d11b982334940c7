"""Finds the tables in a sheet by what stands in them: never by the sheet's name or a fixed position."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.periods import read_period
from desktop.domain.tables import Column, Table, TableKind
from desktop.workbook.fields import LONGEST_HEADER, fields_of, satisfies

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.domain.periods import Period
    from desktop.workbook.sheet import Sheet

_FEWEST_PERIODS = 2
_SAMPLE = 200  # rows looked at to learn what a column without a header holds
_LONGEST_REF = 4
_SURE_PERIOD = re.compile(
    r"outturn|actual|provis|plan|target|forecast|projected|\d{2,4}\s*[/-]\s*\d{2,4}\s*\Z|\bq[1-4]\b",
    re.IGNORECASE,
)
CODE = re.compile(r"\|?\s*[A-Z]{2,5}\s?[A-Z]?\d+(?:\.\d+)*[a-z]?(?:\s+\w+)?\s*\|?\Z|\|\s*[\d.]+[a-z]?\s*\|\Z")
"""How indicator codes look: PAF A1, QP 1.1.2, QP 2a, CYPP 3 primary, |2.1.1|."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Header:
    """A row that names the columns of a table of one kind."""

    row: int
    kind: TableKind
    fields: Mapping[int, str]
    periods: Mapping[int, Period]
    texts: Mapping[int, str]

    def repeats(self, other: _Header) -> bool:
        """Whether it is the header of the same table again, as where a printed page broke."""
        return (self.kind, self.fields, self.periods) == (other.kind, other.fields, other.periods)


def recognise(sheet: Sheet) -> tuple[Table, ...]:
    """The tables of a sheet from top to bottom, without their records' number, which is counted later."""
    headers = tuple(_headers(sheet))
    starts = [
        header for index, header in enumerate(headers) if index == 0 or not header.repeats(headers[index - 1])
    ]
    ends = [following.row - 1 for following in starts[1:]] + [sheet.height]
    return tuple(_table(sheet, header, end) for header, end in zip(starts, ends, strict=False))


def header_rows(sheet: Sheet, table: Table) -> frozenset[int]:
    """The rows of a table that are headers: the first and its repeats."""
    mapped = [(column.column, column.header) for column in table.columns if column.header]
    return frozenset(
        row
        for row in range(table.header_row, table.last_row + 1)
        if all(_words(sheet.text(row, column)) == _words(header) for column, header in mapped)
    )


def _headers(sheet: Sheet) -> Iterator[_Header]:
    for row in range(1, sheet.height + 1):
        header = _header(sheet, row)
        if header is not None:
            yield header


def _header(sheet: Sheet, row: int) -> _Header | None:
    texts = {
        column: sheet.text(row, column)
        for column, content in sheet.filled(row)
        if not isinstance(content, str) or len(content) <= LONGEST_HEADER
    }
    if len(texts) < _FEWEST_PERIODS:
        return None
    return _indicator_header(sheet, row, texts) or _named_header(row, texts)


def _indicator_header(sheet: Sheet, row: int, texts: Mapping[int, str]) -> _Header | None:
    periods = {}
    for column, text in texts.items():
        period = read_period(text, sheet.date(row, column)) if any(map(str.isdigit, text)) else None
        if period is not None:
            periods[column] = period
    if len({(period.end, period.kind) for period in periods.values()}) < _FEWEST_PERIODS:
        return None
    fields = _fields(TableKind.INDICATORS, texts)
    named = {"code", "name"} & set(fields.values())
    if not named and not all(_SURE_PERIOD.search(texts[column]) for column in periods):
        return None
    fields |= dict.fromkeys(periods, "value")
    return _Header(row=row, kind=TableKind.INDICATORS, fields=fields, periods=periods, texts=texts)


def _named_header(row: int, texts: Mapping[int, str]) -> _Header | None:
    known = {kind for text in texts.values() for kind in fields_of(text)}
    candidates = []
    for kind in (TableKind.PLAN, TableKind.TARGETS, TableKind.EXPENDITURE):
        fields = _fields(kind, texts) if kind in known else {}
        if fields and satisfies(kind, frozenset(fields.values())):
            candidates.append(_Header(row=row, kind=kind, fields=fields, periods={}, texts=texts))
    return max(candidates, key=lambda header: len(header.fields), default=None)


def _fields(kind: TableKind, texts: Mapping[int, str]) -> dict[int, str]:
    """The field of each column; where two headers mean the same field, the first has it."""
    found: dict[int, str] = {}
    for column, text in texts.items():
        field = fields_of(text).get(kind)
        if field is not None and field not in found.values():
            found[column] = field
    return found


def _table(sheet: Sheet, header: _Header, end: int) -> Table:
    sample = range(header.row + 1, min(end, header.row + _SAMPLE) + 1)
    columns = sorted({*header.texts, *(column for row in sample for column, _ in sheet.filled(row))})
    fields = _completed(sheet, header, columns, sample)
    return Table(
        id=f"{sheet.name}!{header.row}",
        sheet=sheet.name,
        kind=header.kind,
        form=_form(sheet, header, fields, sample),
        header_row=header.row,
        first_row=header.row,
        last_row=max(header.row, _last_filled(sheet, columns, end)),
        columns=tuple(
            Column(
                column=column,
                header=header.texts.get(column, ""),
                field=fields.get(column),
                period=header.periods.get(column),
            )
            for column in columns
        ),
    )


def _completed(sheet: Sheet, header: _Header, columns: Sequence[int], sample: range) -> Mapping[int, str]:
    """The fields of a header, with those of columns that bear no header, learnt from what they hold."""
    fields = dict(header.fields)
    unnamed = [column for column in columns if not header.texts.get(column, "").strip()]
    if header.kind is TableKind.INDICATORS and "code" not in fields.values():
        free = [column for column in columns if column not in fields]
        codes = {column: _matches(sheet, column, sample) for column in free}
        best = max(codes, key=lambda column: codes[column], default=None)
        if best is not None and codes[best]:
            fields[best] = "code"
    if header.kind is TableKind.PLAN and "ref" not in fields.values():
        _split_project(sheet, fields, unnamed, sample)
    return fields


def _split_project(sheet: Sheet, fields: dict[int, str], unnamed: Sequence[int], sample: range) -> None:
    """One header over two columns, a letter and the project: which is which shows in their lengths."""
    project = next((column for column, field in fields.items() if field == "project"), None)
    if project is None or not unnamed:
        return
    partner = min(unnamed, key=lambda column: abs(column - project))
    lengths = {column: _typical_length(sheet, column, sample) for column in (project, partner)}
    letter = min(lengths, key=lambda column: lengths[column])
    if 0 < lengths[letter] <= _LONGEST_REF:
        fields[letter] = "ref"
        fields[partner if letter == project else project] = "project"


def _matches(sheet: Sheet, column: int, sample: range) -> int:
    return sum(CODE.match(sheet.text(row, column).strip()) is not None for row in sample)


def _typical_length(sheet: Sheet, column: int, sample: range) -> int:
    """The median length of the texts in a column; 0 where it is empty."""
    lengths = sorted(len(text.strip()) for row in sample if (text := sheet.text(row, column)).strip())
    return lengths[len(lengths) // 2] if lengths else 0


def _form(sheet: Sheet, header: _Header, fields: Mapping[int, str], sample: range) -> str:
    if header.kind is not TableKind.INDICATORS:
        return {TableKind.PLAN: "programme-plan"}.get(header.kind, header.kind.value)
    code = next((column for column, field in fields.items() if field == "code"), None)
    own = beneath = 0
    for row in sample:
        if code is not None and sheet.text(row, code).strip() and not fields_of(sheet.text(row, code)):
            own += _holds_values(sheet, row, header.periods)
            beneath += not sheet.text(row + 1, code).strip() and _holds_values(sheet, row + 1, header.periods)
    return PAIRED if beneath > own else FLAT


PAIRED = "map-indicators"
"""A code-and-definition row, and the values in the row beneath."""
FLAT = "indicator-list"
"""One row to an indicator."""


def _holds_values(sheet: Sheet, row: int, periods: Mapping[int, Period]) -> bool:
    return any(sheet.number(row, column) is not None for column in periods)


def _last_filled(sheet: Sheet, columns: Sequence[int], end: int) -> int:
    for row in range(end, 0, -1):
        if any(sheet.content(row, column) not in {None, ""} for column in columns):
            return row
    return 0


def _words(text: str) -> str:
    return " ".join(text.split())
