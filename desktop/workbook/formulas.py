"""Formulas as a sheet's cells hold them: single, shared between cells, or over a block of cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.cells import MAX_COLUMN, MAX_ROW, column_letters, column_number
from desktop.workbook.markup import attributes_of, characters
from desktop.workbook.spans import span_of, tag_pattern

if TYPE_CHECKING:
    from desktop.workbook.spans import Span

_REFERENCE = re.compile(
    r"""
    "(?:[^"]|"")*+"
    | '(?:[^']|'')*+'
    | \[(?:[^\[\]']|'.|\[(?:[^\[\]']|'.)*+\])*+\]
    | (?<![\w.\\$])
      (?: (?P<letters>\$?[A-Za-z]{1,3})(?P<digits>\$?[1-9][0-9]{0,6})
        | (?P<first_row>\$?[1-9][0-9]{0,6}):(?P<last_row>\$?[1-9][0-9]{0,6})
        | (?P<first_column>\$?[A-Za-z]{1,3}):(?P<last_column>\$?[A-Za-z]{1,3}) )
      (?![\w.(\\!\[])
    """,
    re.VERBOSE | re.DOTALL,
)

Place = tuple[int, int]
"""Row and column, counted from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """A cell's formula as written, without its =.

    `kind` is "", shared, array or dataTable; `area` is the block it covers, as A1 or A1:B2, or "";
    `group` ties the cells that share a formula, only the first of which holds its text.
    """

    kind: str
    text: str
    area: str
    group: str

    @classmethod
    def of(cls, attributes: dict[str, str], text: str) -> Formula:
        """The formula of an element's attributes and its text."""
        kind = attributes.get("t", "normal")
        return cls(
            kind="" if kind == "normal" else kind,
            text=text,
            area=attributes.get("ref", ""),
            group=attributes.get("si", ""),
        )


def formula_in(text: bytes, plain: bytes, prefix: bytes, cell: Span) -> Formula | None:
    """The formula of a cell; `plain` is the sheet's text with what is no markup blanked out."""
    found = tag_pattern(prefix, b"f").search(plain, cell.tag_end, cell.end)
    if found is None:
        return None
    span = span_of(plain, found, prefix, b"f")
    attributes = attributes_of(found[1])
    content = b"" if span.is_empty_tag else text[span.tag_end : plain.rfind(b"</", span.tag_end, span.end)]
    return Formula.of(attributes, characters(content))


def shifted(text: str, origin: Place, target: Place) -> str:
    """A formula as it reads in another of the cells that share it, both without =.

    What it names beyond an edge of the sheet is counted on from the opposite edge, as Excel does.
    """
    rows, columns = target[0] - origin[0], target[1] - origin[1]
    return _REFERENCE.sub(lambda found: _moved(found, rows, columns), text)


def _moved(found: re.Match[str], rows: int, columns: int) -> str:
    """What a formula names at a place: its rows and columns without $ move with the formula."""
    if found["letters"] is None and found["first_row"] is None and found["first_column"] is None:
        return found[0]
    if found["letters"]:
        if column_number(found["letters"].lstrip("$")) > MAX_COLUMN:
            return found[0]  # a name such as YEAR2010
        return _column(found["letters"], columns) + _row(found["digits"], rows)
    if found["first_row"]:
        return f"{_row(found['first_row'], rows)}:{_row(found['last_row'], rows)}"
    return f"{_column(found['first_column'], columns)}:{_column(found['last_column'], columns)}"


def _row(text: str, by: int) -> str:
    return text if text.startswith("$") else str((int(text) + by - 1) % MAX_ROW + 1)


def _column(text: str, by: int) -> str:
    if text.startswith("$") or not by:
        return text
    return column_letters((column_number(text) + by - 1) % MAX_COLUMN + 1)
