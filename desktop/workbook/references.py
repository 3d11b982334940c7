"""The cells that a formula names, found without reading the rest of it.

Names, functions, texts and references into tables or other workbooks are passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.cells import MAX_COLUMN, MAX_ROW, column_number
from desktop.domain.errors import EditRefused

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.workbook.row_shift import Rows, Shift

_TOKEN = re.compile(
    r"""
    "(?:[^"]|"")*+"
    | (?P<sheets>(?:'(?:[^']|'')*+'|(?:\[[^\]]*\])?[\w.\\?]+(?::[\w.\\?]+)?)!)?
      (?: (?P<start>\$?[A-Za-z]{1,3})(?P<fixed>\$?)(?P<first>[1-9][0-9]{0,6})
          (?: (?P<end>:\$?[A-Za-z]{1,3})(?P<held>\$?)(?P<last>[1-9][0-9]{0,6}) )?
        | (?P<fixed_row>\$?)(?P<first_row>[1-9][0-9]{0,6}):(?P<held_row>\$?)(?P<last_row>[1-9][0-9]{0,6}) )
      (?![\w.(\\?!])
    | \[(?:[^\[\]]|\[[^\[\]]*\])*+\]
    | (?:'(?:[^']|'')*+'!)?[\w.\\?]++
    """,
    re.VERBOSE,
)
_GONE = "#REF!"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Cells that a formula names: `sheets` is empty where it names none; fixed rows are written with $."""

    sheets: tuple[str, ...]
    first: int
    last: int
    fixed: tuple[bool, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What references are read by: the change, and the names of the sheets in the order of their tabs."""

    shift: Shift
    tabs: tuple[str, ...]

    def formula(self, text: str, sheet: str) -> str:
        """A formula of a sheet's cell, without =, as it reads after the change."""
        return replaced(text, lambda named: self._rows(named, sheet))

    def name(self, text: str) -> str:
        """What is printed or filtered, as it reads after the change: new records beneath the last join it."""
        return replaced(text, self._joined_rows)

    def relative_formula(self, text: str, sheet: str, delta: int) -> str:
        """A formula that is read from the first of the cells it serves, which moved down by `delta` rows.

        Rows without $ keep their distance from that cell; those with $ follow the change.
        """
        return replaced(text, lambda named: self._relative_rows(named, sheet, delta))

    def _joined_rows(self, named: Reference) -> Rows | None:
        rows = named.first, named.last
        return self.shift.joined(*rows) if self._meant(named, "") else rows

    def _rows(self, named: Reference, sheet: str) -> Rows | None:
        return (
            self.shift.span(named.first, named.last)
            if self._meant(named, sheet)
            else (named.first, named.last)
        )

    def _relative_rows(self, named: Reference, sheet: str, delta: int) -> Rows | None:
        if all(named.fixed):
            return self._rows(named, sheet)
        meant = self._meant(named, sheet)
        rows = [
            (self.shift.row(row) if meant else row) if fixed else row + delta
            for row, fixed in zip((named.first, named.last), named.fixed, strict=True)
        ]
        first, last = rows
        return None if first is None or last is None else (first, last)

    def _meant(self, named: Reference, sheet: str) -> bool:
        """Whether the cells stand in the sheet that changes; EditRefused if in that and others."""
        names = {name.casefold() for name in (named.sheets or (sheet,))}
        wanted = self.shift.sheet.casefold()
        if len(names) == 1:
            return wanted in names
        order = [tab.casefold() for tab in self.tabs]
        if not {*names, wanted} <= {*order}:
            return False
        first, last = sorted(map(order.index, names))
        if first <= order.index(wanted) <= last and self.shift.span(named.first, named.last) != (
            named.first,
            named.last,
        ):
            raise EditRefused(
                f"A formula in sheet {sheet} counts the same cells of several sheets at once "
                f"({named.sheets[0]} to {named.sheets[-1]}), and would no longer mean the same. Change the "
                "rows in Excel, in all of these sheets together."
            )
        return False


def replaced(text: str, rows_of: Callable[[Reference], Rows | None]) -> str:
    """The formula with the rows of each reference replaced; #REF! where they are None or none of a sheet."""
    return _TOKEN.sub(lambda found: _replaced(found, rows_of), text)


def _replaced(found: re.Match[str], rows_of: Callable[[Reference], Rows | None]) -> str:
    named = _reference(found)
    if named is None:
        return found[0]
    rows = rows_of(named)
    if rows == (named.first, named.last):
        return found[0]
    sheets = found["sheets"] or ""
    if rows is None or not all(1 <= row <= MAX_ROW for row in rows):
        return sheets + _GONE
    first, last = rows
    if found["first_row"]:
        return f"{sheets}{found['fixed_row']}{first}:{found['held_row']}{last}"
    end = f"{found['end']}{found['held']}{last}" if found["end"] else ""
    return f"{sheets}{found['start']}{found['fixed']}{first}{end}"


def _reference(found: re.Match[str]) -> Reference | None:
    """What the match names; None where it is no reference to cells of this workbook."""
    first = found["first"] or found["first_row"]
    sheets = found["sheets"] or ""
    if first is None or "[" in sheets:
        return None
    columns = [found["start"] or "A", (found["end"] or ":A")[1:]]
    last = found["last"] or found["last_row"] or first
    if any(column_number(column.lstrip("$")) > MAX_COLUMN for column in columns):
        return None
    if max(int(first), int(last)) > MAX_ROW:
        return None
    fixed = found["fixed"] or found["fixed_row"] or ""
    held = (found["held"] or found["held_row"] or "") if found["last"] or found["last_row"] else fixed
    return Reference(sheets=_names(sheets), first=int(first), last=int(last), fixed=(bool(fixed), bool(held)))


def _names(sheets: str) -> tuple[str, ...]:
    """The sheets that stand before a reference's !: two where it means all between them."""
    bare = sheets[:-1]
    if bare.startswith("'"):
        bare = bare[1:-1].replace("''", "'")
    return tuple(bare.split(":")) if bare else ()
