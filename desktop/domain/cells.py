"""Where a value stands: a cell of a sheet, written as Excel writes it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_A1 = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]*)\Z")
MAX_ROW = 1_048_576
MAX_COLUMN = 16_384
LONGEST_TEXT = 32_767
"""How many characters a cell can hold."""


def column_letters(column: int) -> str:
    """The letters of a 1-based column number: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, remainder = divmod(column - 1, 26)
        letters = chr(ord("A") + remainder) + letters
    return letters


def column_number(letters: str) -> int:
    """The 1-based number of a column's letters, in either case."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class CellRef:
    """One cell; row and column count from 1, as in A1."""

    sheet: str
    row: int
    column: int

    @property
    def a1(self) -> str:
        """The address within its sheet, such as C5."""
        return f"{column_letters(self.column)}{self.row}"

    def __str__(self) -> str:
        """The full address, such as Indicators!C5."""
        return f"{self.sheet}!{self.a1}"


def parse_a1(text: str) -> tuple[int, int] | None:
    """Row and column of an address such as C5 or $C$5; None if it is no cell of a sheet."""
    match = _A1.match(text.strip())
    if match is None:
        return None
    row, column = int(match[2]), column_number(match[1])
    return (row, column) if row <= MAX_ROW and column <= MAX_COLUMN else None


def parse_cell(text: str) -> CellRef | None:
    """The cell of an address such as Indicators!C5 or 'My sheet'!C5; None if it is none."""
    sheet, separator, address = text.rpartition("!")
    if sheet.startswith("'") and sheet.endswith("'") and len(sheet) > 1:
        sheet = sheet[1:-1].replace("''", "'")
    place = parse_a1(address)
    if not separator or not sheet or place is None:
        return None
    return CellRef(sheet=sheet, row=place[0], column=place[1])
