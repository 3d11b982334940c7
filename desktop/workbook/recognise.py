"""Finds the tables in a sheet by what stands in them: never by the sheet's name or a fixed position."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain.contents import Problem
from desktop.domain.tables import Column, Table, TableKind
from desktop.domain.values import read_value
from desktop.workbook.evidence import (
    code_column,
    distinct,
    letters_column,
    looks_like_codes,
    measures_column,
    names_column,
    sample_of,
    typical_length,
)
from desktop.workbook.fields import meanings_of, named_columns
from desktop.workbook.headers import Header, find_headers, head_at
from desktop.workbook.shapes import is_code, is_heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from desktop.workbook.evidence import Sample
    from desktop.workbook.headers import Stranger
    from desktop.workbook.sheet import Sheet

PAIRED = "map-indicators"
"""A code-and-definition row, and the values in the row beneath."""
FLAT = "indicator-list"
"""One row to an indicator."""
_FORMS = {TableKind.PLAN: "programme-plan"}

SAMPLE = 200
"""Rows looked at to learn what a column holds."""
_NEAR = 3  # rows above a header in which its heading may stand
_SHORTEST_NAME = 12  # characters that a definition has, typically, and a code has not


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A table with what belongs to it and is no record.

    `headers` are the rows that name its columns, each time they are repeated; `heading` is the group that
    stands above the first of them; `titles` are the other texts above it, which a new page may repeat.
    """

    table: Table
    headers: frozenset[int]
    heading: str
    titles: frozenset[str]


def recognise(sheet: Sheet) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The tables of a sheet from top to bottom, their records not yet counted, and what was no table."""
    heads = find_headers(sheet)
    blocks: list[Block] = []
    above = 0
    for head, repeats, following in _runs(heads):
        if isinstance(head, Header):
            end = following.first - 1 if following is not None else sheet.height
            last = last_record_row(sheet, head, end, touching=following is not None)
            titles = [text for row in range(above + 1, head.first) if (text := lone_text(sheet, row))]
            blocks.append(
                Block(
                    table=table_of(sheet, head, last),
                    headers=frozenset(
                        row for one in (head, *repeats) for row in range(one.first, one.row + 1)
                    ),
                    heading=_heading_above(sheet, range(above + 1, head.first)),
                    titles=frozenset(text for text in titles if not is_heading(text)),
                )
            )
            above = last
    problems = tuple(_problem(sheet, head) for head in heads if not isinstance(head, Header))
    return tuple(blocks), problems


def _heading_above(sheet: Sheet, rows: range) -> str:
    """The heading nearest above a header, where something may stand beside it; else empty."""
    for row in reversed(rows[-_NEAR:]):
        for column, _ in sheet.filled(row):
            text = sheet.text(row, column).strip()
            if is_heading(text):
                return text
    return ""


def _runs(
    heads: Sequence[Header | Stranger],
) -> Iterator[tuple[Header | Stranger, list[Header], Header | Stranger | None]]:
    """Each head that begins a table, with its repeats and the head of what follows."""
    at = 0
    while at < len(heads):
        head, end = heads[at], at + 1
        repeats = []
        while end < len(heads):
            following = heads[end]
            if not (isinstance(head, Header) and isinstance(following, Header) and following.repeats(head)):
                break
            repeats.append(following)
            end += 1
        yield head, repeats, heads[end] if end < len(heads) else None
        at = end


def counted(table: Table, records: int, earlier: Iterable[Table]) -> Table:
    """The table with the number of its records: the identical object where it is as it was `earlier`."""
    found = replace(table, records=records)
    return next((known for known in earlier if known == found), found)


def same_table(sheet: Sheet, table: Table) -> bool:
    """Whether a table would be recognised in the sheet as it was, its head and its neighbours given."""
    head = head_at(sheet, table.header_row)
    if not isinstance(head, Header):
        return False
    last = last_record_row(sheet, head, table.last_row, touching=True)
    return replace(table_of(sheet, head, last), records=table.records) == table


def table_of(sheet: Sheet, head: Header, last_row: int) -> Table:
    """The table beneath a header, down to its last row."""
    sample = sample_of(sheet, head.row + 1, min(last_row, head.row + SAMPLE))
    held = (column for row in sample for column, text in enumerate(row, start=1) if text.strip())
    columns = sorted({*head.texts, *held})
    fields, form = _learnt(head, columns, sample)
    return Table(
        id=f"{sheet.name}!{head.row}",
        sheet=sheet.name,
        kind=head.kind,
        form=form,
        header_row=head.row,
        first_row=head.first,
        last_row=last_row,
        columns=tuple(
            Column(
                column=column,
                header=head.texts.get(column, ""),
                field=fields.get(column),
                period=head.periods.get(column),
            )
            for column in columns
        ),
    )


def _learnt(head: Header, columns: Sequence[int], sample: Sample) -> tuple[Mapping[int, str], str]:
    """The fields of the columns, with those that only what they hold can tell, and the table's form."""
    if head.kind is TableKind.INDICATORS:
        return _indicator_fields(head, columns, sample)
    fields = dict(head.fields)
    if head.kind is TableKind.PLAN:
        _order_levels(head, fields, sample)
        if "ref" not in fields.values():
            _split_project(fields, [column for column in columns if not head.texts.get(column)], sample)
    return fields, _FORMS.get(head.kind, head.kind.value)


def _order_levels(head: Header, fields: dict[int, str], sample: Sample) -> None:
    """Of two words that may both mean a strand or a project, the strand says fewer different things."""
    levels = {
        field: column
        for column, field in fields.items()
        if {"strand", "project"} <= {meaning.field for meaning in meanings_of(head.texts[column])}
    }
    if levels.keys() == {"strand", "project"}:
        pair = sorted(levels.values(), key=lambda column: (distinct(sample, column), column))
        fields[pair[0]], fields[pair[1]] = "strand", "project"


def _indicator_fields(head: Header, columns: Sequence[int], sample: Sample) -> tuple[Mapping[int, str], str]:
    free = [column for column in columns if column not in head.periods]
    words = {column: text for column, text in head.texts.items() if column in free}
    fields = named_columns(TableKind.INDICATORS, words, set(_barred(words, sample)))
    if "code" not in fields.values():
        code = code_column(sample, [column for column in free if fields.get(column) != "group"])
        if code is not None:
            fields[code] = "code"
    code = next((column for column, field in fields.items() if field == "code"), None)
    form = _form(sample, code, list(head.periods))
    if "name" not in fields.values() and form == FLAT:
        name = _name_column(head, [column for column in free if column not in fields], sample)
        if name is not None:
            fields[name] = "name"
    return fields | dict.fromkeys(head.periods, "value"), form


def _barred(words: Mapping[int, str], sample: Sample) -> Iterator[tuple[int, str]]:
    """For headers that may mean a code or a definition: which of them the column does not hold."""
    for column, text in words.items():
        meant = {meaning.field for meaning in meanings_of(text) if meaning.kind is TableKind.INDICATORS}
        if meant >= {"code", "name"}:
            if looks_like_codes(sample, column):
                yield column, "name"
            elif typical_length(sample, column) > _SHORTEST_NAME:
                yield column, "code"


def _name_column(head: Header, columns: Sequence[int], sample: Sample) -> int | None:
    """The column of definitions where no header says so: one without a header before one with another."""
    measures = measures_column(sample, columns)
    if measures is not None:
        return measures
    long = [column for column in columns if typical_length(sample, column) > _SHORTEST_NAME]
    return min(long, key=lambda column: bool(head.texts.get(column)), default=None)


def _split_project(fields: dict[int, str], unnamed: Sequence[int], sample: Sample) -> None:
    """One header over two columns, a letter and the project: which is which shows in what they hold."""
    project = next((column for column, field in fields.items() if field == "project"), None)
    if project is None:
        return
    name = names_column(sample, project, unnamed)
    if name is not None:  # the header stands over the letters, the project beside them
        fields[project], fields[name] = "ref", "project"
        return
    letters = letters_column(sample, project, unnamed)
    if letters is not None:
        fields[letters] = "ref"


def _form(sample: Sample, code: int | None, periods: Sequence[int]) -> str:
    """Whether the values stand beside the codes or beneath them, as most of them do."""
    if code is None:
        return FLAT
    own = beneath = 0
    coded: Sequence[str] | None = None
    for row in sample:
        if row[code - 1].strip():
            coded = row
            own += _holds_numbers(row, periods)
        elif coded is not None and any(text.strip() for text in row):
            beneath += _holds_numbers(row, periods) and not _holds_numbers(coded, periods)
            coded = None
    return PAIRED if beneath > own else FLAT


def _holds_numbers(row: Sequence[str], periods: Sequence[int]) -> bool:
    return any(read_value(row[column - 1]).number is not None for column in periods)


def last_record_row(sheet: Sheet, head: Header, end: int, *, touching: bool) -> int:
    """The last row that belongs to a table: what stands alone after a gap is a note, or the next title.

    `touching` says that another table begins right after `end`, whose heading may end there.
    """
    last = _last_filled(sheet, head.row, end)
    if touching and last == end and is_heading(lone_text(sheet, last)):
        last = _last_filled(sheet, head.row, last - 1)
    kept = last
    while kept > head.row:
        row = kept
        while row > head.row and lone_text(sheet, row):
            row -= 1
        if row in {kept, head.row} or any(sheet.filled(row)):
            return kept
        kept = _last_filled(sheet, head.row, row)
    return last


def _last_filled(sheet: Sheet, first: int, end: int) -> int:
    return next((row for row in range(end, first, -1) if any(sheet.filled(row))), first)


def lone_text(sheet: Sheet, row: int) -> str:
    """The text of a row in which nothing else stands, where it is no value and no code; else empty."""
    filled = [held for _, held in sheet.filled(row)]
    if len(filled) != 1 or not isinstance(filled[0], str):
        return ""
    text = filled[0].strip()
    return "" if is_code(text) or read_value(text).readable else text


def _problem(sheet: Sheet, stranger: Stranger) -> Problem:
    words = ", ".join(stranger.words)
    if stranger.kind is TableKind.INDICATORS:
        lacks, named = "indicators, but no column of codes or definitions", "Code or Definition"
    else:
        lacks, named = "a plan, but no column of milestones or actions", "Key milestone or Action"
    return Problem(
        sheet=sheet.name,
        message=f"{sheet.name}, row {stranger.row}: the headers {words} look like {lacks} was found, so the "
        f"rows beneath were not read. If they are, name that column {named}.",
    )
