"""Breakdown tables: found by their shape, in the rows of a sheet that no other table takes up.

Labels down one column, numbers beside them under headers; a total, a column of percentages or one of
ratios tells such a table from any other list of numbers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.domain.breakdown import BreakdownLine, Figure, LineKind, Part
from desktop.domain.cells import CellRef
from desktop.domain.tables import Column, Table, TableKind
from desktop.domain.values import read_value
from desktop.workbook.headers import Stranger, head_at
from desktop.workbook.indicator_records import value_at

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from desktop.workbook.sheet import Sheet

_FEWEST = 3  # lines
_MOST_ROWS = 2000  # of a sheet that are looked at: longer lists are data, not a table to read
_HEAD_ROWS = 3
_SUBTOTAL = re.compile(r"sub[\s-]?totals?\b", re.IGNORECASE)
_TOTAL = re.compile(
    r"(?:grand |overall )?totals?\b|all(?: (?:ages|areas|clusters|children|schools|wards|localities))?\Z",
    re.IGNORECASE,
)
_SHARE = re.compile(r"%|\bper ?cent|\bpercentages?\b|\bshare\b|\bproportion\b", re.IGNORECASE)
_POPULATION = re.compile(r"\bpopulation\b", re.IGNORECASE)
_RATIO = re.compile(r"\bratios?\b", re.IGNORECASE)
_RATE = re.compile(
    r"\brates?\b|\baverage\b|\bmean\b|\bmedian\b|\bper (?:\d|head|thousand|week)", re.IGNORECASE
)
_WORDS = re.compile(r"[a-z]{3,}", re.IGNORECASE)


def find_breakdowns(
    sheet: Sheet, taken: Collection[int]
) -> Iterator[tuple[Table, tuple[BreakdownLine, ...]]]:
    """The breakdown tables of a sheet, from top to bottom; `taken` are the rows of its other tables."""
    for rows, column in _runs(sheet, taken):
        head = _head(sheet, rows.start, column, taken)
        if len(rows) >= _FEWEST and head is not None:
            found = _table(sheet, rows, column, head)
            if found is not None:
                yield found


def _runs(sheet: Sheet, taken: Collection[int]) -> Iterator[tuple[range, int]]:
    """The rows, one right beneath another, in which a label stands beside numbers; and its column."""
    start, column, last = 0, 0, min(sheet.height, _MOST_ROWS)
    for row in range(1, last + 2):
        here = 0 if row in taken or row > last else _label_column(sheet, row)
        if here != column or not here:
            if column:
                yield range(start, row), column
            start, column = row, here


def _label_column(sheet: Sheet, row: int) -> int:
    """The column of a row's label, where all that stands beside it are numbers; else 0."""
    cells = list(sheet.filled(row))
    if len(cells) <= 1 or not isinstance(cells[0][1], str) or read_value(cells[0][1]).readable:
        return 0
    values = [value_at(sheet, row, column) for column, _ in cells[1:]]
    numbers = any(value.number is not None for value in values)
    return cells[0][0] if numbers and all(value.readable for value in values) else 0


def _head(sheet: Sheet, first: int, label: int, taken: Collection[int]) -> Mapping[int, str] | None:
    """What stands above the columns, down to a blank row or another table; None where nothing does."""
    top = first
    while top - 1 >= max(1, first - _HEAD_ROWS) and top - 1 not in taken and any(sheet.filled(top - 1)):
        top -= 1
    if any(isinstance(head_at(sheet, row), Stranger) for row in range(top, first)):
        return None  # an officer is asked what these columns hold
    texts: dict[int, list[str]] = {}
    for row in range(top, first):
        shown = [(column, sheet.text(row, column)) for column, _ in sheet.filled(row)]
        if row == first - 1 or any(column > label for column, _ in shown):
            for column, text in shown:
                texts.setdefault(column, []).append(text)
    found = {column: " ".join(" ".join(parts).split()) for column, parts in texts.items()}
    return found if any(column > label for column in found) else None


def _table(
    sheet: Sheet, rows: range, label: int, head: Mapping[int, str]
) -> tuple[Table, tuple[BreakdownLine, ...]] | None:
    """The table with its lines; None where nothing tells it from a list of numbers."""
    used = sorted({column for row in rows for column, _ in sheet.filled(row) if column > label})
    labels = {row: " ".join(sheet.text(row, label).split()) for row in rows}
    kinds = {row: _kind(text) for row, text in labels.items()}
    total = next((row for row, kind in kinds.items() if kind is LineKind.TOTAL), None)
    parts = _parts(sheet, rows, used, head, total)
    telling = {Part.SHARE, Part.RATIO} & set(parts.values())
    if (total is None and not telling) or not any(column in head for column in used):
        return None
    table = Table(
        id=f"{sheet.name}!{rows.start - 1}",
        sheet=sheet.name,
        kind=TableKind.BREAKDOWN,
        form="",
        header_row=rows.start - 1,
        first_row=rows.start - 1,
        last_row=rows.stop - 1,
        columns=(
            Column(column=label, header=head.get(label, ""), field="label"),
            *(Column(column=one, header=head.get(one, ""), field=parts[one].value) for one in used),
        ),
        records=len(rows),
    )
    of = _worked_out_from(used, parts, head)
    return table, tuple(
        BreakdownLine(
            table=table.id,
            label=labels[row],
            kind=kinds[row],
            row=row,
            cell=CellRef(sheet=sheet.name, row=row, column=label),
            figures=tuple(_figure(sheet, row, column, parts, head, of) for column in used),
        )
        for row in rows
    )


def _figure(
    sheet: Sheet,
    row: int,
    column: int,
    parts: Mapping[int, Part],
    head: Mapping[int, str],
    of: Mapping[int, int],
) -> Figure:
    return Figure(
        header=head.get(column, ""),
        part=parts[column],
        value=value_at(sheet, row, column),
        cell=CellRef(sheet=sheet.name, row=row, column=column),
        of=of.get(column),
    )


def _kind(label: str) -> LineKind:
    if _SUBTOTAL.match(label):
        return LineKind.SUBTOTAL
    return LineKind.TOTAL if _TOTAL.match(label) else LineKind.LINE


def _parts(
    sheet: Sheet, rows: range, columns: Sequence[int], head: Mapping[int, str], total: int | None
) -> dict[int, Part]:
    """What each column holds: by its header, then by what stands in it."""
    found: dict[int, Part] = {}
    for column in columns:
        found[column] = _named(head.get(column, "")) or _shown(sheet, rows, column)
    if Part.POPULATION in found.values() and total is not None:
        for column, part in found.items():
            one = value_at(sheet, total, column)
            if part is Part.COUNT and one.number == 1.0 and one.decimals:
                found[column] = Part.RATIO  # of the whole to itself
    return found


def _named(header: str) -> Part | None:
    for part, words in (
        (Part.RATIO, _RATIO),
        (Part.SHARE, _SHARE),
        (Part.RATE, _RATE),
        (Part.POPULATION, _POPULATION),
    ):
        if words.search(header):
            return part
    return None


def _shown(sheet: Sheet, rows: range, column: int) -> Part:
    shown = [text for row in rows if (text := sheet.text(row, column).strip())]
    return Part.SHARE if all(text.endswith("%") for text in shown) else Part.COUNT


def _worked_out_from(
    columns: Sequence[int], parts: Mapping[int, Part], head: Mapping[int, str]
) -> dict[int, int]:
    """The column of counts that each share or ratio is worked out from, where it can be told.

    One whose header says the same, else in order where there are as many, else the nearest to the left.
    """
    counts = [column for column in columns if parts[column] is Part.COUNT]
    found: dict[int, int] = {}
    for part in (Part.SHARE, Part.RATIO):
        own = [column for column in columns if parts[column] is part]
        for place, column in enumerate(own):
            alike = [count for count in counts if _words(head, count) & _words(head, column)]
            left = [count for count in counts if count < column]
            if len(own) == len(counts):
                found[column] = counts[place]
            elif len(alike) == 1:
                found[column] = alike[0]
            elif left and part is Part.SHARE:
                found[column] = left[-1]
    return found


def _words(head: Mapping[int, str], column: int) -> set[str]:
    return {word.casefold() for word in _WORDS.findall(head.get(column, ""))}
