"""Formulas as a sheet's cells hold them: single, shared between cells, or over a block of cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.cells import column_letters
from desktop.workbook.archive import Damaged
from desktop.workbook.markup import attributes_of, characters
from desktop.workbook.spans import span_of, tag_pattern

if TYPE_CHECKING:
    from desktop.workbook.spans import Span

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
    """A formula as it reads when it is moved from one cell to another, both without =.

    Damaged if it would then name a cell before the first row or column.
    """
    from openpyxl.formula.translate import Translator, TranslatorError

    start, end = (f"{column_letters(column)}{row}" for row, column in (origin, target))
    try:
        return str(Translator(f"={text}", origin=start).translate_formula(end))[1:]
    except TranslatorError as cause:
        raise Damaged(f"the formula of {start} can't be moved to {end}") from cause
