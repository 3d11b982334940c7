"""One sheet as it reads: what its cells hold, how they are shown, and the edits made so far."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop.domain.edits import same_content
from desktop.workbook.formats import is_date_format, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.domain.edits import Content
    from desktop.workbook.package import Package
    from desktop.workbook.sheet_scan import SheetScan

_DATE_FORMAT = "dd/mm/yyyy"
_GENERAL = "General"
_MIDNIGHT = dt.time()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The cells of a sheet; rows and columns count from 1.

    `rows` holds the contents as read, from A1 on, `columns` of them in the longest row, and is never
    changed; `edits` lies over it.
    """

    name: str
    package: Package
    rows: Sequence[Sequence[object]]
    columns: int
    edits: Mapping[tuple[int, int], Content] = field(default_factory=dict)

    @property
    def height(self) -> int:
        """The last row that holds anything, edits included."""
        return max(len(self.rows), *(row for row, _ in self.edits)) if self.edits else len(self.rows)

    @property
    def width(self) -> int:
        """The last column that holds anything, edits included."""
        return max(self.columns, *(column for _, column in self.edits)) if self.edits else self.columns

    @property
    def scan(self) -> SheetScan:
        """Styles, formulas and merged areas of the sheet as it lies in the file."""
        return self.package.scan(self.name)

    def with_edits(self, edits: Mapping[tuple[int, int], Content]) -> Sheet:
        """The sheet with further edits laid over it; one that restores what the file holds is no edit."""
        laid = {**self.edits, **edits}
        same = [place for place in edits if same_content(laid[place], self._read(*place))]
        for place in same:
            del laid[place]
        return replace(self, edits=laid)

    def content(self, row: int, column: int) -> Content:
        """What the cell holds; None where it is blank."""
        if (row, column) in self.edits:
            return self.edits[row, column]
        return self._read(row, column)

    def _read(self, row: int, column: int) -> Content:
        try:
            held = self.rows[row - 1][column - 1]
        except IndexError:
            return None
        return None if held == "" else _plain(held)

    def text(self, row: int, column: int) -> str:
        """What the cell shows; empty where it is blank."""
        content = self.content(row, column)
        if content is None:
            return ""
        return content if isinstance(content, str) else shown(content, self._format_for(row, column, content))

    def edit_text(self, row: int, column: int) -> str:
        """What an editor of the cell starts with: the formula, the whole number, or the text."""
        formula = None if (row, column) in self.edits else self.scan.formula_of(row, column)
        if formula is not None:
            return f"={formula}"
        number = self.number(row, column)
        if number is None or "%" in self.number_format(row, column):
            return self.text(row, column)
        return shown(number, _GENERAL)

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
        """The real number that the cell holds, where it holds one."""
        content = self.content(row, column)
        return float(content) if isinstance(content, int | float) and not isinstance(content, bool) else None

    def filled(self, row: int) -> Iterator[tuple[int, Content]]:
        """The columns of a row that hold anything, with what they hold, from left to right."""
        for column in range(1, self.width + 1):
            content = self.content(row, column)
            if content is not None and content != "":
                yield column, content

    def _format_for(self, row: int, column: int, content: Content) -> str:
        code = self.number_format(row, column)
        # A date typed into a cell without a date format is saved with one, and is shown with it before.
        return _DATE_FORMAT if isinstance(content, dt.date) and not is_date_format(code) else code


def _plain(held: object) -> Content:
    if isinstance(held, dt.datetime) and held.time() == _MIDNIGHT:
        return held.date()
    if held is None or isinstance(held, str | int | float | bool | dt.date):
        return held
    return str(held)  # a time of day or a length of time: shown as it is, never calculated with
