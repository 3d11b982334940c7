"""The rows of a sheet's data after rows were inserted, deleted or moved: their markup, numbered anew."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from desktop.domain.cells import column_letters
from desktop.domain.row_edits import DeleteRows, InsertRows
from desktop.workbook.markup import escaped
from desktop.workbook.shift_merges import moved_area
from desktop.workbook.spans import tags
from desktop.workbook.splices import Splice, spliced, with_attribute

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.workbook.formulas import Place
    from desktop.workbook.row_shift import Shift
    from desktop.workbook.sheet_scan import SheetScan
    from desktop.workbook.shift_formulas import Rewrite
    from desktop.workbook.shift_merges import Handed
    from desktop.workbook.spans import CellSpan, RowSpan

_NUMBER = re.compile(rb"(<(?:row|c) r=\"[A-Z]*)([0-9]+)")
_NOT_OF_A_NEW_ROW = frozenset({"r", "spans", "hidden", "collapsed"})


@dataclass(frozen=True)
class ShiftedRows:
    """A sheet's rows and what becomes of them; formulas by their cells before, copies by their new ones."""

    scan: SheetScan
    shift: Shift
    formulas: Mapping[Place, Rewrite]
    copies: Mapping[Place, Rewrite]
    handed: Sequence[Handed]

    def data(self) -> bytes:
        """What stands within the sheet's data now."""
        numbers, starts = self.scan.row_index
        start, end = self.scan.data_span
        if not starts:
            return self.scan.text[start:end]
        bounds = [*starts, end]
        kept = [(new, index) for index, row in enumerate(numbers) if (new := self.shift.row(row)) is not None]
        pieces: list[tuple[int, bytes]] = [*self._new_rows(), *self._given_rows()]
        for delta, run in groupby(kept, key=self._treatment):
            rows = list(run)
            if delta is None:
                pieces += ((new, self._rewritten(numbers[index], new)) for new, index in rows)
            else:
                for _, consecutive in groupby(enumerate(rows), key=lambda item: item[1][1] - item[0]):
                    stretch = [row for _, row in consecutive]
                    text = self.scan.text[bounds[stretch[0][1]] : bounds[stretch[-1][1] + 1]]
                    pieces.append((stretch[0][0], _renumbered(text, delta)))
        ordered = (markup for _, markup in sorted(pieces))
        return b"".join([self.scan.text[start : starts[0]], *ordered])

    def _treatment(self, kept: tuple[int, int]) -> int | None:
        """By how much all cells of a row move and nothing else; None where more than that happens to it."""
        new, index = kept
        row = self.scan.row_index[0][index]
        if row in self._busy or (row >= self.shift.window[0] and not self.scan.is_numbered):
            return None
        return new - row

    @cached_property
    def _busy(self) -> frozenset[int]:
        """The rows, as they were counted before, of which more than the number changes."""
        given = (row for piece in self.handed for row in (piece.source, self._before.get(piece.target, 0)))
        return frozenset([*(row for row, _ in self.formulas), *given])

    @cached_property
    def _before(self) -> Mapping[int, int]:
        return {new: row for row in self.scan.row_index[0] if (new := self.shift.row(row)) is not None}

    def _rewritten(self, row: int, new: int) -> bytes:
        span = self.scan.rows_numbered(row)[0]
        own = self._with_handed(self._cells(row, new, span), new)
        for piece in self.handed:
            if piece.source == row:
                own = _given(own, piece.left, piece.right, dict(self._blank_cells(piece.target, new)))
        return self._row(span, new, own)

    def _with_handed(self, cells: dict[int, bytes], new: int) -> dict[int, bytes]:
        """The cells of the row `new` with what merged areas hold that begin in it now."""
        for piece in self.handed:
            if piece.target == new:
                cells = _given(cells, piece.left, piece.right, self._cells_of(piece.source, new))
        return cells

    def _cells_of(self, row: int, new: int) -> dict[int, bytes]:
        return {
            column: markup
            for span in self.scan.rows_numbered(row)
            for column, markup in self._cells(row, new, span).items()
        }

    def _cells(self, row: int, new: int, span: RowSpan) -> dict[int, bytes]:
        return {
            cell.column: self._cell(cell, new, self.formulas.get((row, cell.column)))
            for cell in self.scan.cells(span)
        }

    def _cell(self, cell: CellSpan, row: int, rewrite: Rewrite | None) -> bytes:
        markup = self.scan.text[cell.start : cell.end]
        tag = next(tags(markup, "c"))
        splices = [with_attribute(markup, tag, "r", f"{column_letters(cell.column)}{row}")]
        if rewrite is not None:
            formula = next(tags(markup, "f", tag.tag_end))
            splices.append(Splice(start=formula.start, end=formula.end, new=rewrite.markup(formula)))
        return spliced(markup, splices)

    def _row(self, span: RowSpan, new: int, cells: Mapping[int, bytes]) -> bytes:
        opening = self.scan.text[span.start : span.tag_end].rstrip(b"/>")
        within = b"".join(cells[column] for column in sorted(cells))
        markup = b"%b>%b</%brow>" % (opening, within, self.scan.prefix)
        return spliced(markup, [with_attribute(markup, next(tags(markup, "row")), "r", str(new))])

    def _new_rows(self) -> Iterator[tuple[int, bytes]]:
        edit = self.shift.edit
        if not isinstance(edit, InsertRows):
            return
        for index in range(edit.count):
            source, new = edit.source(index), edit.at + index
            for span in self.scan.rows_numbered(source):
                cells = self._copied(span, new) if edit.filled else dict(self._blank_cells(new, new))
                yield new, self._new_row(span, new, self._with_handed(cells, new))

    def _given_rows(self) -> Iterator[tuple[int, bytes]]:
        """Rows that the file does not hold, and that a merged area begins in now."""
        missing = {piece.target for piece in self.handed} - self._before.keys()
        if isinstance(self.shift.edit, DeleteRows):
            for new in sorted(missing):
                cells = self._with_handed({}, new)
                within = b"".join(cells[column] for column in sorted(cells))
                prefix = self.scan.prefix
                yield new, b'<%brow r="%d">%b</%brow>' % (prefix, new, within, prefix)

    def _copied(self, span: RowSpan, new: int) -> dict[int, bytes]:
        """The cells of a row for its copy; those that a merged area hides hold nothing."""
        cells = {
            cell.column: self._cell(cell, new, self.copies.get((new, cell.column)))
            for cell in self.scan.cells(span)
        }
        blank = dict(self._blank_cells(new, new))
        for box in (moved_area(box, self.shift) for box in self.scan.merged):
            if box and box[0] < new <= box[2]:
                cells = _given(cells, box[1], box[3], blank)
        return cells

    def _blank_cells(self, like: int, new: int) -> Iterator[tuple[int, bytes]]:
        """Cells in the styles of the row that the new row `like` looks like, for the row `new`."""
        edit = self.shift.edit
        source = edit.source(like - edit.at) if isinstance(edit, InsertRows) else 0
        for span in self.scan.rows_numbered(source):
            for cell in self.scan.cells(span):
                if cell.style:
                    place = f"{column_letters(cell.column)}{new}".encode()
                    yield cell.column, b'<%bc r="%b" s="%d"/>' % (self.scan.prefix, place, cell.style)

    def _new_row(self, span: RowSpan, new: int, cells: Mapping[int, bytes]) -> bytes:
        row = next(tags(self.scan.text[span.start : span.end], "row"))
        kept = {key: value for key, value in row.attributes.items() if key not in _NOT_OF_A_NEW_ROW}
        attributes = "".join(f' {key}="{escaped(value)}"' for key, value in kept.items())
        within = b"".join(cells[column] for column in sorted(cells))
        prefix = self.scan.prefix
        return b'<%brow r="%d"%b>%b</%brow>' % (prefix, new, attributes.encode(), within, prefix)


def _given(cells: Mapping[int, bytes], left: int, right: int, other: Mapping[int, bytes]) -> dict[int, bytes]:
    """The cells of a row with those of some columns from another row."""
    kept = {column: cell for column, cell in cells.items() if not left <= column <= right}
    return kept | {column: cell for column, cell in other.items() if left <= column <= right}


def _renumbered(text: bytes, delta: int) -> bytes:
    if not delta:
        return text
    return _NUMBER.sub(lambda found: b"%b%d" % (found[1], int(found[2]) + delta), text)
