"""Finds the tables in a sheet by what stands in them: never by the sheet's name or a fixed position."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain.cells import CellRef, column_letters
from desktop.domain.contents import Problem
from desktop.domain.tables import Column, Table
from desktop.domain.values import read_value
from desktop.workbook.beside import alone
from desktop.workbook.columns import fields_and_form
from desktop.workbook.evidence import sample_of
from desktop.workbook.fields import NAMING
from desktop.workbook.headers import Header, Lack, find_headers, head_at
from desktop.workbook.shapes import is_code, is_example, is_heading
from desktop.workbook.turned import end_above_turned, may_lie_beneath, turned_tables

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from desktop.domain.edits import Content
    from desktop.workbook.headers import Stranger
    from desktop.workbook.sheet import Sheet

SAMPLE = 200
"""Rows looked at to learn what a column holds."""
_FIRST_LETTERS = frozenset("eEfFiIsSwW([ ")  # of the words for an example
_NEAR = 3  # rows above a header in which its heading may stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A table with what belongs to it and is no record.

    `sheet` is its sheet, in which no other table stands beside it. `headers` are the rows that name its
    columns, each time they are repeated; `heading` is the group that stands above the first of them;
    `titles` are the other texts above it, which a new page may repeat. `examples` are rows that only show
    how to fill it in.
    """

    sheet: Sheet
    table: Table
    headers: frozenset[int]
    heading: str
    titles: frozenset[str]
    examples: frozenset[int] = frozenset()

    @property
    def no_records(self) -> frozenset[int]:
        """The rows among its records that are none."""
        return self.headers | self.examples


def recognise(sheet: Sheet) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The tables of a sheet, from top to bottom and from left to right, and what was no table.

    Their records are not yet counted.
    """
    parts = alone(sheet)
    found = [_recognised(part, beside=len(parts) > 1) for part in parts]
    blocks = tuple(block for part, _ in found for block in part)
    told = (problem for _, problems in found for problem in problems)
    return blocks, (*told, *_turned(sheet, blocks))


def _recognised(sheet: Sheet, *, beside: bool) -> tuple[Sequence[Block], Iterable[Problem]]:
    """The tables of a sheet, or of a part of it, that stand one beneath another, and what was no table."""
    heads = find_headers(sheet)
    blocks: list[Block] = []
    above = 0
    for head, repeats, following in _runs(heads):
        if isinstance(head, Header):
            end = end_above_turned(
                sheet, head, following.first - 1 if following is not None else sheet.height
            )
            last = last_record_row(sheet, head, end, touching=following is not None)
            titles = [text for row in range(above + 1, head.first) if (text := lone_text(sheet, row))]
            table = _placed(table_of(sheet, head, last)) if beside else table_of(sheet, head, last)
            blocks.append(
                Block(
                    sheet=sheet,
                    table=table,
                    headers=frozenset(
                        row for one in (head, *repeats) for row in range(one.first, one.row + 1)
                    ),
                    heading=_heading_above(sheet, range(above + 1, head.first)),
                    titles=frozenset(text for text in titles if not is_heading(text)),
                    examples=frozenset(example_rows(sheet, table, range(head.row + 1, last + 1))),
                )
            )
            above = last
    told = [_told(sheet, head) for head in heads if in_doubt(head)]
    return blocks, [*told, *(_left_out(block) for block in blocks if block.examples)]


def example_rows(sheet: Sheet, table: Table, rows: Iterable[int]) -> Iterator[int]:
    """Those of a table's rows that only show how to fill it in: they begin so, or their names do."""
    naming = [column.column - 1 for column in table.columns if column.field in NAMING]
    for row in rows:
        cells = sheet.rows[row - 1]
        first = next((held for held in cells if held != ""), "")
        if _shows_how(first) or any(_shows_how(cells[at]) for at in naming):
            yield row


def _shows_how(held: Content) -> bool:
    # every row of a plan comes by here: the first letter spares most of them a closer look
    return isinstance(held, str) and held[:1] in _FIRST_LETTERS and is_example(held)


def _placed(table: Table) -> Table:
    """A table that others stand beside, so that its row alone does not tell it from them."""
    return replace(table, id=f"{table.sheet}!{table.columns[0].letters}{table.header_row}", beside=True)


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


def same_table(sheet: Sheet, table: Table, rows: Collection[int]) -> bool:
    """Whether a table would be recognised in the sheet as it was before an edit of these rows of it.

    The heads of the sheet are given to be as they were, and so are the neighbours of the table.
    """
    head = head_at(sheet, table.header_row) or head_at(sheet, table.first_row)
    if not isinstance(head, Header):
        return False
    if may_lie_beneath(sheet, head, table.last_row, rows):
        return False
    last = last_record_row(sheet, head, table.last_row, touching=True)
    if min(rows) > table.header_row + SAMPLE:  # the rows that tell what its columns hold are as they were
        return last == table.last_row
    return replace(table_of(sheet, head, last), records=table.records) == table


def table_of(sheet: Sheet, head: Header, last_row: int) -> Table:
    """The table beneath a header, down to its last row."""
    sample = sample_of(sheet, head.row + 1, min(last_row, head.row + SAMPLE))
    held = (column for row in sample for column, text in enumerate(row, start=1) if text.strip())
    columns = sorted({*head.texts, *head.fields, *held})
    fields, form = fields_and_form(head, columns, sample)
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


def in_doubt(head: Header | Stranger) -> bool:
    """Whether an officer should be asked what the columns hold."""
    return not isinstance(head, Header) or head.doubt is not None


def _told(sheet: Sheet, head: Header | Stranger) -> Problem:
    return _doubled(sheet, head, head.doubt or 0) if isinstance(head, Header) else _problem(sheet, head)


def _left_out(block: Block) -> Problem:
    rows = sorted(block.examples)
    one = len(rows) == 1
    numbers = f"row {rows[0]} is an example" if one else f"rows {', '.join(map(str, rows))} are examples"
    return Problem(
        sheet=block.table.sheet,
        message=f"{block.table.sheet}, {numbers} and {'was' if one else 'were'} left out. Where one is meant "
        "to count, take the word for an example out of it.",
    )


def _doubled(sheet: Sheet, head: Header, second: int) -> Problem:
    header = " ".join((sheet.text(head.row, second) or sheet.text(head.first, second)).split())
    letters = column_letters(second)
    return Problem(
        sheet=sheet.name,
        cell=CellRef(sheet=sheet.name, row=head.row, column=second),
        message=f"{sheet.name}, row {head.row}: the header {header} stands over column "
        f"{letters} as well as further left. Only the first was read as such. Name the columns apart, or "
        "put the second table on a sheet of its own.",
    )


_LACKS = {
    Lack.CODES: (
        "look like indicators, but no column of codes or definitions was found, so the rows beneath were not "
        "read. If they are, name that column Code or Definition."
    ),
    Lack.MILESTONES: (
        "look like a plan, but no column of milestones or actions was found, so the rows beneath were not "
        "read. If they are, name that column Key milestone or Action."
    ),
    Lack.YEARS: (
        "look like periods of indicators, but do not say of which financial year, so the rows beneath were "
        "not read. Write the year into them, such as Q1 2023/24, or into the title above."
    ),
    Lack.PERIOD_COLUMNS: (
        "look like indicators with a row for each period, so the rows beneath were not read. Give each "
        "indicator one row, and each period a column such as 2022/23 Outturn or 2023/24 Target."
    ),
}


def _problem(sheet: Sheet, stranger: Stranger) -> Problem:
    words = ", ".join(stranger.words)
    column = next((column for column, _ in sheet.filled(stranger.row)), 1)
    return Problem(
        sheet=sheet.name,
        cell=CellRef(sheet=sheet.name, row=stranger.row, column=column),
        message=f"{sheet.name}, row {stranger.row}: the headers {words} {_LACKS[stranger.lack]}",
    )


def _turned(sheet: Sheet, blocks: Iterable[Block]) -> Iterator[Problem]:
    """What lies on its side in the rows that no table takes up."""
    tables = [block.table for block in blocks]
    read = {row for table in tables for row in range(table.first_row, table.last_row + 1)}
    for cell, head in turned_tables(sheet, read):
        words = ", ".join(" ".join(head.texts[column].split()) for column in sorted(head.fields))
        yield Problem(
            sheet=sheet.name,
            cell=cell,
            message=f"{sheet.name}, {cell.a1}: {words} stand beneath each other, with a column for each "
            "record, so they were not read. In Excel, copy them and paste them transposed, with a row for "
            "each record.",
        )
