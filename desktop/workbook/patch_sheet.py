"""Edits of one sheet as splices of its text: cells replaced, added to their row, or added with their row."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.cells import CellRef, column_letters
from desktop.domain.errors import EditRefused
from desktop.workbook.cell_markup import cell_markup
from desktop.workbook.markup import attributes_of, number
from desktop.workbook.sheet_scan import WHOLE_ROWS, parse_box
from desktop.workbook.spans import tags
from desktop.workbook.splices import Splice, appended, with_attribute, without_attribute

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from desktop.domain.edits import Content
    from desktop.workbook.formulas import Place
    from desktop.workbook.sheet_scan import SheetScan
    from desktop.workbook.spans import CellSpan, RowSpan

_TRUE = {"1", "true"}


def is_blank(content: Content) -> bool:
    """Whether a content leaves its cell empty."""
    return content is None or content == ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPatch:
    """A sheet and what its cells are to hold; `styled` gives the style that a content needs, from another."""

    sheet: str
    scan: SheetScan
    contents: Mapping[Place, Content]
    written: Mapping[Place, CellSpan]
    styled: Callable[[int, Content], int]
    date_1904: bool

    @classmethod
    def of(
        cls,
        sheet: str,
        scan: SheetScan,
        contents: Mapping[Place, Content],
        styled: Callable[[int, Content], int],
        *,
        date_1904: bool,
    ) -> SheetPatch:
        """The patch without the edits that would empty a cell that is empty; EditRefused if rows clash."""
        written = dict(_written(sheet, scan, {row for row, _ in contents}))
        needed = {
            place: content
            for place, content in sorted(contents.items())
            if not is_blank(content) or (place in written and not holds_nothing(scan, written[place]))
        }
        return cls(
            sheet=sheet, scan=scan, contents=needed, written=written, styled=styled, date_1904=date_1904
        )

    @property
    def added(self) -> tuple[Place, ...]:
        """The cells that the sheet does not hold yet, row by row."""
        return tuple(place for place in self.contents if place not in self.written)

    def splices(self) -> Iterator[Splice]:
        """What turns the sheet's text into the patched one."""
        for place, content in self.contents.items():
            if place in self.written:
                cell = self.written[place]
                new = self._cell(place, cell.style, content)
                yield Splice(start=cell.start, end=cell.end, new=new)
        yield from self._added_splices()
        yield from self._wider_dimension()

    def _cell(self, place: Place, style: int, content: Content) -> bytes:
        row, column = place
        return cell_markup(
            self.scan.prefix.decode(),
            f"{column_letters(column)}{row}",
            self.styled(style, content),
            content,
            date_1904=self.date_1904,
        )

    def _added_splices(self) -> Iterator[Splice]:
        columns: dict[int, list[int]] = {}
        for row, column in self.added:
            columns.setdefault(row, []).append(column)
        new_rows: dict[int | None, bytes] = {}
        for row, added in columns.items():
            rows = self.scan.rows_numbered(row)
            if rows:
                yield from self._into_row(rows[-1], added)
            else:
                at = self._next_row(row)
                new_rows[at] = new_rows.get(at, b"") + self._row(row, added)
        for at, rows_markup in new_rows.items():
            yield self._last_rows(rows_markup) if at is None else Splice(start=at, end=at, new=rows_markup)

    def _into_row(self, row: RowSpan, columns: list[int]) -> Iterator[Splice]:
        own = _row_style(self.scan, row)
        cells = self.scan.cells(row)
        tail = b""
        for column in columns:
            style = self._column_style(column) if own is None else own
            new = self._cell((row.number, column), style, self.contents[row.number, column])
            later = next((cell for cell in cells if cell.column > column), None)
            if later is None:
                tail += new
            else:
                yield Splice(start=later.start, end=later.start, new=new)
        if tail:
            yield appended(self.scan.plain, row, tail)
        yield from self._without_spans(row, columns)

    def _without_spans(self, row: RowSpan, columns: list[int]) -> Iterator[Splice]:
        """A row's note of its first and last column goes where it no longer holds; it is only a hint."""
        first, _, last = _attributes(self.scan, row).get("spans", "").partition(":")
        if first and number(first) <= columns[0] and columns[-1] <= number(last):
            return
        splice = without_attribute(self.scan.plain, row, "spans")
        if splice:
            yield splice

    def _row(self, row: int, columns: list[int]) -> bytes:
        prefix = self.scan.prefix
        cells = (
            self._cell((row, column), self._column_style(column), self.contents[row, column])
            for column in columns
        )
        return b'<%brow r="%d">%b</%brow>' % (prefix, row, b"".join(cells), prefix)

    def _next_row(self, row: int) -> int | None:
        """Where the first row after a number begins; None if there is none."""
        numbers, starts = self.scan.row_index
        following = bisect_right(numbers, row)
        return starts[following] if following < len(starts) else None

    def _last_rows(self, markup: bytes) -> Splice:
        data = next(tags(self.scan.plain, "sheetData"), None)
        if data is None:
            raise EditRefused(
                f"Sheet {self.sheet} has no place for cells. Open it in Excel and save it once."
            )
        return appended(self.scan.plain, data, markup)

    def _column_style(self, column: int) -> int:
        columns = self.scan.column_styles
        return next((style for first, last, style in columns if first <= column <= last), 0)

    def _wider_dimension(self) -> Iterator[Splice]:
        tag = next(tags(self.scan.surroundings[0], "dimension"), None)
        if tag is None or not self.added:
            return
        area = tag.attributes.get("ref", "")
        if whole := WHOLE_ROWS.fullmatch(area):
            ends = number(whole[1]), number(whole[2]), *(row for row, _ in self.added)
            yield with_attribute(self.scan.plain, tag, "ref", f"{min(ends)}:{max(ends)}")
        box = parse_box(area)
        if box is None:
            return
        corners = [*self.added] if not self.scan.row_index[0] else [*self.added, box[:2], box[2:]]
        rows, columns = [row for row, _ in corners], [column for _, column in corners]
        first = f"{column_letters(min(columns))}{min(rows)}"
        yield with_attribute(
            self.scan.plain, tag, "ref", f"{first}:{column_letters(max(columns))}{max(rows)}"
        )


def _written(sheet: str, scan: SheetScan, rows: Iterable[int]) -> Iterator[tuple[Place, CellSpan]]:
    """The cells of the rows of these numbers; EditRefused where they contradict one another."""
    for wanted in rows:
        seen: set[int] = set()
        for cell in (cell for row in scan.rows_numbered(wanted) for cell in scan.cells(row)):
            if cell.row != wanted or cell.column in seen:
                place = CellRef(sheet=sheet, row=cell.row, column=cell.column)
                raise EditRefused(
                    f"{place} stands in the wrong row of the file, or twice. Open the workbook in "
                    "Excel, save it, then make the change here."
                )
            seen.add(cell.column)
            yield (wanted, cell.column), cell


def holds_nothing(scan: SheetScan, cell: CellSpan) -> bool:
    """Whether a cell that is written has a style at most."""
    return cell.is_empty_tag or scan.plain.find(b"<", cell.tag_end) == scan.plain.rfind(b"<", 0, cell.end)


def _attributes(scan: SheetScan, row: RowSpan) -> dict[str, str]:
    return attributes_of(scan.plain[row.start : row.tag_end])


def _row_style(scan: SheetScan, row: RowSpan) -> int | None:
    """The style that a row gives its cells; None if it leaves that to the columns."""
    attributes = _attributes(scan, row)
    return number(attributes.get("s", "")) if attributes.get("customFormat") in _TRUE else None
