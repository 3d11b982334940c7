"""What stands where in a sheet's markup, found without building a tree of it.

Nearly every sheet is written regularly: no prefix, no comments, every cell begins with its address. Such a
sheet is answered by a few searches over its bytes, any other by a walk over its cells. Whatever the first
window does not need is found only when it is asked for.
"""

from __future__ import annotations

import contextlib
import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from desktop.domain.cells import column_letters, column_number, parse_a1
from desktop.workbook.archive import Damaged
from desktop.workbook.formulas import Formula, formula_in, shifted
from desktop.workbook.markup import attributes_of, number, root_offset, unescaped, without_comments
from desktop.workbook.spans import cell_spans, reach_of_any, row_span, row_starts, tag_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.workbook.formulas import Place
    from desktop.workbook.markup import Encoding
    from desktop.workbook.spans import CellSpan, RowSpan

_ROOT = re.compile(rb"<(?:([\w.-]+:))?worksheet[\s/>]")
_FAR_CELL = re.compile(rb"<c(?! r=\"[A-Z]{1,2}[0-9]{1,4}\")(?![A-Za-z])")
_FAR_ROW = re.compile(rb"<row(?! r=\"[0-9]{1,4}\")(?![A-Za-z])")
_NEAR = (9_999, column_number("ZZ"))
_ODD_CELL = re.compile(rb"<c(?! r=\"[A-Z]{1,3}[0-9]{1,7}\")(?![A-Za-z])")
_UNNUMBERED = re.compile(rb"<(?:c|row)(?! r=\"[A-Z]{0,3}[0-9]{1,7}\")(?=[\s/>])")
_PREFIXED_CELL = re.compile(rb":c[\s/>]")
_PREFIXED_ROW = re.compile(rb":row[\s/>]")
_FILLED_CELL = re.compile(rb"<c r=\"([A-Z]+)([0-9]+)\"[^>]*(?<!/)>")
_PLACED_CELL = re.compile(rb"<c r=\"([A-Z]+)([0-9]+)")
_STYLED_CELL = re.compile(rb"<c r=\"([A-Z]+[0-9]+)\"(?: (?!s)[a-z]+=\"[^\"]*\")* s=\"([0-9]+)\"")
_ROW_NUMBER = re.compile(rb"<row[^>]*?\sr=[\"']([0-9]+)")
_FORMULA_CELL = re.compile(rb"<c r=\"([A-Z]+)([0-9]+)\"[^>]*><f(?=[\s/>])([^>]*)>([^<]*)")
_LONGEST_AREA = len("$XFD$1048576:$XFD$1048576")
_STRETCH = 2**22
WHOLE_ROWS = re.compile(r"([0-9]{1,7}):([0-9]{1,7})")
"""An area of whole rows, such as 1:4, as some programs describe a sheet."""

Box = tuple[int, int, int, int]
"""First row, first column, last row, last column."""


def parse_box(area: str) -> Box | None:
    """The corners of an area such as B2:D9 or B2; None if it is none."""
    if len(area) > _LONGEST_AREA:
        return None
    first, _, last = area.partition(":")
    start, end = parse_a1(first), parse_a1(last or first)
    return (*start, *end) if start and end else None


class SheetScan:
    """A sheet's rows, cells, formulas and merged areas. Rows and columns count from 1."""

    def __init__(self, text: bytes, encoding: Encoding) -> None:
        """Take a sheet part's text in UTF-8 and the encoding that its part is written in."""
        self.text = text
        self.encoding = encoding
        root = _ROOT.match(text, root_offset(text))
        self.prefix: bytes = (root[1] or b"") if root else b""

    @cached_property
    def plain(self) -> bytes:
        """The text with comments, CDATA and instructions blanked out; offsets are the same."""
        return without_comments(self.text)

    @cached_property
    def data_span(self) -> tuple[int, int]:
        """Where what is within sheetData begins and ends; both 0 where there is no such element."""
        text = self.text
        pattern = tag_pattern(self.prefix, b"sheetData")
        found = pattern.search(text)
        if found and text.find(b"<!", 0, found.start()) >= 0:
            text = self.plain
            found = pattern.search(text)
        if found is None:
            return 0, 0
        if found[1].endswith(b"/"):
            return found.end(), found.end()
        return found.end(), max(text.rfind(b"</" + self.prefix + b"sheetData"), found.end())

    @property
    def surroundings(self) -> tuple[bytes, bytes]:
        """The text before and after the rows."""
        start, end = self.data_span
        return self.text[:start], self.text[end:]

    def reach(self, most_odd_tags: int, *, exactly: bool = False) -> tuple[int, int] | None:
        """Bounds of the rows and columns that have content, found as cheaply as can be, else exactly.

        None for a sheet that is not written regularly and has more tags than `most_odd_tags`, which
        would take too long to walk through.
        """
        if not exactly and self._is_near:
            return _NEAR
        return self._exact_reach if self._is_regular or self._tag_count <= most_odd_tags else None

    @cached_property
    def _is_near(self) -> bool:
        span = self.text, *self.data_span
        return not self._has_prefixed and not _FAR_CELL.search(*span) and not _FAR_ROW.search(*span)

    @cached_property
    def _tag_count(self) -> int:
        return self.text.count(b"<")

    @cached_property
    def _exact_reach(self) -> tuple[int, int]:
        if not self._is_regular:
            return reach_of_any(self.text, *self.data_span)
        letters, digits = self._places(_FILLED_CELL)
        digits.update(_ROW_NUMBER.findall(self.text, *self.data_span))
        return max(map(number, digits), default=0), max(map(_column, letters), default=0)

    def _places(self, pattern: re.Pattern[bytes]) -> tuple[set[bytes], set[bytes]]:
        """The letters and the numbers of a regular sheet's cells, a stretch of it at a time."""
        letters: set[bytes] = set()
        digits: set[bytes] = set()
        at, end = self.data_span
        while at < end:
            following = self.text.find(b"<c", at + _STRETCH, end)
            stretch = pattern.findall(self.text, at, following if following >= 0 else end)
            letters.update(place[0] for place in stretch)
            digits.update(place[1] for place in stretch)
            at = following if following >= 0 else end
        return letters, digits

    @cached_property
    def _has_prefixed(self) -> bool:
        """Whether a row or a cell may bear a prefix, which some readers disregard."""
        return self.text.find(b":c") >= 0 and bool(_PREFIXED_CELL.search(self.text))

    @cached_property
    def _is_regular(self) -> bool:
        return (
            not self.prefix
            and self.plain is self.text
            and not self._has_prefixed
            and not _ODD_CELL.search(self.text, *self.data_span)
        )

    @cached_property
    def is_numbered(self) -> bool:
        """Whether the sheet is written without prefix and comments, and all rows and cells begin with r."""
        plain = not self.prefix and self.plain is self.text
        return plain and not _UNNUMBERED.search(self.text, *self.data_span)

    @cached_property
    def row_index(self) -> tuple[list[int], list[int]]:
        """The numbers of the rows in the order of the markup, and the offsets at which they begin."""
        return row_starts(self.plain, self.prefix, *self.data_span)

    def rows(self) -> Iterator[RowSpan]:
        """The rows in the order of the markup."""
        for row, start in zip(*self.row_index, strict=True):
            yield row_span(self.plain, self.prefix, start, row)

    def rows_numbered(self, row: int) -> tuple[RowSpan, ...]:
        """The rows that bear a number: one, none, or more in a sheet that contradicts itself."""
        starts = self._starts.get(row, ())
        return tuple(row_span(self.plain, self.prefix, start, row) for start in starts)

    @cached_property
    def _starts(self) -> dict[int, tuple[int, ...]]:
        found: dict[int, tuple[int, ...]] = {}
        for row, start in zip(*self.row_index, strict=True):
            found[row] = (*found.get(row, ()), start)
        return found

    def cells(self, row: RowSpan) -> tuple[CellSpan, ...]:
        """The cells of a row in the order of the markup."""
        return tuple(cell_spans(self.plain, self.prefix, row))

    def _all_cells(self) -> Iterator[CellSpan]:
        """Every cell, in a sheet that breaks off as far as it goes; a change of such a sheet is refused."""
        with contextlib.suppress(Damaged):
            for row in self.rows():
                yield from self.cells(row)

    @cached_property
    def box(self) -> Box | None:
        """The smallest box around all cells that are written, empty ones too; None if there is none."""
        if self._is_regular:
            letters, digits = self._places(_PLACED_CELL)
            rows, columns = [*map(number, digits)], [*map(_column, letters)]
        else:
            places = [(cell.row, cell.column) for cell in self._all_cells()]
            rows, columns = [row for row, _ in places], [column for _, column in places]
        return (min(rows), min(columns), max(rows), max(columns)) if rows else None

    def style_of(self, row: int, column: int) -> int:
        """The index of a cell's style; 0 for a cell that names none or is not written."""
        styles = self._styles
        return int(styles.get(_address(row, column), b"0")) if styles else 0

    @cached_property
    def _styles(self) -> dict[bytes, bytes]:
        if self._is_regular:
            return dict(_STYLED_CELL.findall(self.text, *self.data_span))
        return {_address(cell.row, cell.column): b"%d" % cell.style for cell in self._all_cells()}

    @property
    def formula_cells(self) -> frozenset[Place]:
        """The cells that hold a formula."""
        return frozenset(self.formulas)

    def formula_of(self, row: int, column: int) -> str | None:
        """A cell's formula without its =, a shared one as it reads in this cell; None if it has none."""
        formula = self.formulas.get((row, column))
        if formula is None:
            return None
        master = self.shared.get((row, column))
        if master is None or formula.text:
            return formula.text
        return shifted(self.formulas[master].text, master, (row, column))

    @cached_property
    def shared(self) -> dict[Place, Place]:
        """The cell that holds the text of a shared formula, for each cell that shares it."""
        masters: dict[str, Place] = {}
        owners: dict[Place, Place] = {}
        for place, formula in self.formulas.items():
            if formula.kind == "shared":
                if formula.text:
                    masters[formula.group] = place
                if formula.group in masters:
                    owners[place] = masters[formula.group]
        return owners

    @cached_property
    def has_formulas(self) -> bool:
        """Whether any cell holds a formula."""
        return bool(tag_pattern(self.prefix, b"f").search(self.text, *self.data_span))

    @cached_property
    def formulas(self) -> dict[Place, Formula]:
        """The formulas by the cells that hold them, in the order of the markup."""
        if not self.has_formulas:
            return {}
        if self._is_regular:
            return dict(self._regular_formulas())
        return dict(self._walked_formulas())

    def _walked_formulas(self) -> Iterator[tuple[Place, Formula]]:
        for cell in self._all_cells():
            with contextlib.suppress(Damaged):
                formula = formula_in(self.text, self.plain, self.prefix, cell)
                if formula:
                    yield (cell.row, cell.column), formula

    def _regular_formulas(self) -> Iterator[tuple[Place, Formula]]:
        for letters, digits, tag, content in _FORMULA_CELL.findall(self.text, *self.data_span):
            attributes = attributes_of(tag) if tag else {}
            yield (
                (int(digits), _column(letters)),
                Formula.of(attributes, "" if tag.endswith(b"/") else unescaped(content)),
            )

    @cached_property
    def merged(self) -> tuple[Box, ...]:
        """The merged areas."""
        after = self.plain[self.data_span[1] :]
        tags = tag_pattern(self.prefix, b"mergeCell").findall(after)
        boxes = (parse_box(attributes_of(tag).get("ref", "")) for tag in tags)
        return tuple(box for box in boxes if box)

    @cached_property
    def column_styles(self) -> tuple[tuple[int, int, int], ...]:
        """First column, last column and style of each run of columns that is described."""
        found = map(attributes_of, tag_pattern(self.prefix, b"col").findall(self.surroundings[0]))
        return tuple(
            (number(column.get("min", "")), number(column.get("max", "")), number(column.get("style", "")))
            for column in found
        )


@lru_cache(maxsize=1024)
def _column(letters: bytes) -> int:
    return column_number(letters.decode("ascii"))


@lru_cache(maxsize=1024)
def _letters(column: int) -> bytes:
    return column_letters(column).encode("ascii")


def _address(row: int, column: int) -> bytes:
    return b"%b%d" % (_letters(column), row)
