"""What Excel hides of a table: Milepost shows it, and says so."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from desktop.domain.cells import column_letters
from desktop.workbook.markup import attributes_of, number
from desktop.workbook.spans import tags

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from desktop.domain.tables import Table
    from desktop.workbook.sheet_scan import SheetScan

_TRUE = {"1", "true", "on"}
_MENTION = b"hidden="


def hidden_lines(scan: SheetScan, table: Table) -> Iterator[str]:
    """A sentence on the rows of a table that are hidden in its sheet, and one on the columns."""
    if _MENTION not in scan.text:
        return
    rows = [row for row in _rows(scan) if table.header_row < row <= table.last_row]
    hidden = set(_columns(scan))
    columns = [column.column for column in table.columns if column.column in hidden]
    for noun, places, name in (("Row", rows, str), ("Column", columns, column_letters)):
        if places:
            they = "is hidden in the workbook; Milepost shows it" if len(places) == 1 else ""
            they = they or "are hidden in the workbook; Milepost shows them"
            yield f"{noun}{'s' * (len(places) > 1)} {_runs(places, name)} of {table.sheet} {they}."


def _rows(scan: SheetScan) -> Iterator[int]:
    for row in scan.rows():
        if attributes_of(scan.plain[row.start : row.tag_end]).get("hidden") in _TRUE:
            yield row.number


def _columns(scan: SheetScan) -> Iterator[int]:
    for tag in tags(scan.surroundings[0], "col"):
        if tag.attributes.get("hidden") in _TRUE:
            yield from range(number(tag.attributes.get("min", "")), number(tag.attributes.get("max", "")) + 1)


def _runs(places: Iterable[int], name: Callable[[int], str]) -> str:
    """The places in words, those that follow each other as one: "3, 5 to 9 and 12"."""
    found = []
    for _, run in groupby(enumerate(sorted(places)), key=lambda item: item[1] - item[0]):
        numbers = [place for _, place in run]
        ends = f"{name(numbers[0])} to {name(numbers[-1])}"
        found.append(ends if len(numbers) > 1 else name(numbers[0]))
    *others, last = found
    return f"{', '.join(others)} and {last}" if others else last
