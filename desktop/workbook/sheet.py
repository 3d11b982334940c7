"""One sheet as it reads: what its cells hold, how they are shown, and the edits made so far."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.edits import same_content
from desktop.workbook.formats import is_date_format, shown
from desktop.workbook.mappings import NO_MAPPINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.domain.edits import Content
    from desktop.workbook.formulas import Place
    from desktop.workbook.mappings import Mappings
    from desktop.workbook.package import Package
    from desktop.workbook.sheet_scan import SheetScan

Row: TypeAlias = "Sequence[Content]"
"""What the cells of a row hold, from column A on; an empty text where a cell is blank."""

_DATE_FORMAT = "dd/mm/yyyy"
_TIME_FORMAT = "dd/mm/yyyy hh:mm"
_GENERAL = "General"
_TEXT_FORMAT = "@"
_BLANK = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The cells of a sheet; rows and columns count from 1.

    `rows` are the contents as they stand now, `filed` as they stand in the file, every row `width` cells
    wide; neither is ever changed in place. `edits` are where they differ. `scan` knows the styles,
    formulas and merged areas of the sheet as it lies in the file. `stale_cells` hold formulas whose results
    are out of date now, `stale_filed` those whose results were so without the edits.
    """

    name: str
    package: Package
    scan: SheetScan
    rows: Sequence[Row]
    filed: Sequence[Row]
    width: int
    edits: Mapping[tuple[int, int], Content] = field(default_factory=dict)
    stale_filed: frozenset[Place] = frozenset()
    stale_cells: frozenset[Place] = frozenset()
    mappings: Mappings = NO_MAPPINGS

    @property
    def height(self) -> int:
        """The last row that was ever written."""
        return len(self.rows)

    def with_edits(self, edits: Mapping[tuple[int, int], Content]) -> Sheet:
        """The sheet with further edits laid over it; one that restores what the file holds is no edit."""
        kept = {**self.edits, **edits}
        for place in edits:
            if same_content(kept[place], _content(self.filed, *place)):
                del kept[place]
        width = max(self.width, *(column for _, column in edits)) if edits else self.width
        return replace(self, rows=_laid_over(self.rows, edits, width), width=width, edits=kept)

    def content(self, row: int, column: int) -> Content:
        """What the cell holds; None where it is blank."""
        return _content(self.rows, row, column)

    def text(self, row: int, column: int) -> str:
        """What the cell shows; empty where it is blank."""
        rows = self.rows
        cells = rows[row - 1] if row <= len(rows) else ()
        held = cells[column - 1] if column <= len(cells) else _BLANK
        return held if isinstance(held, str) else self._shown(row, column, held)

    def texts(self, row: int) -> list[str]:
        """What all cells of a row show, from column A on."""
        if row > len(self.rows):
            return [_BLANK] * self.width
        return [
            held if isinstance(held, str) else self._shown(row, column, held)
            for column, held in enumerate(self.rows[row - 1], start=1)
        ]

    def edit_text(self, row: int, column: int, *, result: bool = False) -> str:
        """What an editor of the cell starts with: a formula or its `result`, the whole figure, date or text.

        Typed again, it means the same; a text that would mean something else starts with an apostrophe.
        """
        formula = self.formula(row, column)
        if formula is not None and not result:
            return f"={formula}"
        content = self.content(row, column)
        if isinstance(content, dt.date):
            timed = isinstance(content, dt.datetime)
            return shown(content, _TIME_FORMAT if timed else _DATE_FORMAT)
        number = self.number(row, column)
        if number is not None:
            share = "%" in self.number_format(row, column)
            return shown(round(number * 100, 10), _GENERAL) + "%" if share else shown(number, _GENERAL)
        text = self.text(row, column)
        means_more = text.startswith(("=", "'")) and self.number_format(row, column) != _TEXT_FORMAT
        return f"'{text}" if means_more else text

    def formula(self, row: int, column: int) -> str | None:
        """The formula that works out what the cell holds, without its =; None where there is none now."""
        return None if (row, column) in self.edits else self.scan.formula_of(row, column)

    def stale(self, row: int, column: int) -> bool:
        """Whether the cell shows a result that Excel has yet to work out anew, or for the first time."""
        return (row, column) in self.stale_cells

    def number_format(self, row: int, column: int) -> str:
        """The number format code of the cell."""
        return self.package.styles.number_format(self.scan.style_of(row, column))

    def date(self, row: int, column: int) -> dt.date | None:
        """The real date that the cell holds, where it holds one."""
        content = self.content(row, column)
        if isinstance(content, dt.datetime):
            return content.date()
        return content if isinstance(content, dt.date) else None

    def number(self, row: int, column: int) -> float | None:
        """The real number that the cell holds, where it holds one; never one without end."""
        content = self.content(row, column)
        if isinstance(content, bool) or not isinstance(content, int | float):
            return None
        return float(content) if math.isfinite(content) else None

    def filled(self, row: int) -> Iterator[tuple[int, Content]]:
        """The columns of a row that show anything, with what they hold, from left to right."""
        held_there = self.rows[row - 1] if 0 < row <= len(self.rows) else ()
        for column, held in enumerate(held_there, start=1):
            if held != _BLANK and not (isinstance(held, str) and held.isspace()):
                yield column, held

    def _shown(self, row: int, column: int, content: Content) -> str:
        return _text(content, self.package.styles.number_format(self.scan.style_of(row, column)))


@lru_cache(maxsize=1 << 14, typed=True)
def _text(content: Content, code: str) -> str:
    # A date typed into a cell without a date format is saved with one, and is shown with it before.
    dated = isinstance(content, dt.date) and not is_date_format(code)
    return shown(content, _DATE_FORMAT if dated else code)


def _content(rows: Sequence[Row], row: int, column: int) -> Content:
    cells = rows[row - 1] if row <= len(rows) else ()
    held = cells[column - 1] if column <= len(cells) else _BLANK
    return None if held == _BLANK else held


def _laid_over(rows: Sequence[Row], edits: Mapping[tuple[int, int], Content], width: int) -> list[Row]:
    """The rows with the edited ones replaced, all of one width, as far down as the edits reach."""
    missing = width - len(rows[0]) if rows else 0
    laid: list[Row] = [[*row, *[_BLANK] * missing] for row in rows] if missing else list(rows)
    laid.extend([[_BLANK] * width] * (max((row for row, _ in edits), default=0) - len(laid)))
    changed: dict[int, list[Content]] = {}
    for (row, column), content in edits.items():
        cells = changed.setdefault(row, list(laid[row - 1]))
        cells[column - 1] = _BLANK if content is None else content
    for row, cells in changed.items():
        laid[row - 1] = cells
    return laid
