"""Tables that stand side by side in a sheet, and the parts of the sheet in which each stands alone.

Two tables stand beside each other where either has a header of its own, and the two do not make one: they
are of different kinds, repeat each other's words, begin in different rows, or Excel lists them as tables.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from desktop.workbook.fields import LONGEST_HEADER, meanings_of, normal_header
from desktop.workbook.headers import Header, find_headers, head_at, may_head, said_of
from desktop.workbook.lines import whole_line
from desktop.workbook.listed import listed_areas
from desktop.workbook.window import through_window

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from desktop.domain.edits import Content
    from desktop.workbook.sheet import Sheet
    from desktop.workbook.sheet_scan import Box

_MANY_SHARED = 2  # fields that two halves of a table would not both have
_NEAR = 10  # rows beneath a header that show where its columns end


@dataclass(frozen=True, slots=True)
class Split:
    """Where a row shows that tables stand side by side: the columns at which all but the first begin.

    `top` is the first row of the heads that it parts. `whole`: the row heads each of the tables.
    """

    row: int
    top: int
    cuts: frozenset[int]
    whole: bool


def alone(sheet: Sheet) -> tuple[Sheet, ...]:
    """The sheet as it is where no tables stand side by side; else its parts, each seen alone.

    They follow from top to bottom, those beside each other from left to right.
    """
    heads = [row for row in range(1, sheet.height + 1) if may_head(sheet, row)]
    splits = {split.row: split for split in _splits(sheet, heads)}
    if not splits:
        return (sheet,)
    parts = []
    bands = [*_bands(sheet, splits, heads)]
    ends = [*(top for top, _ in bands[1:]), sheet.height + 1]
    for (top, cuts), end in zip(bands, ends, strict=True):
        edges = [1, *sorted(cuts), sheet.width + 1]
        for left, right in pairwise(edges):
            parts.append(through_window(sheet, rows=range(top, end), columns=range(left, right)))
    return tuple(parts)


def parted(sheet: Sheet, rows: Iterable[int]) -> bool:
    """Whether one of these rows shows that tables stand side by side."""
    return any(True for _ in _splits(sheet, (row for row in rows if may_head(sheet, row))))


def _splits(sheet: Sheet, rows: Iterable[int]) -> Iterator[Split]:
    looks = _Looks(sheet, listed_areas(sheet.package, sheet.name))
    for row in rows:
        split = _split_at(looks, row)
        if split is not None:
            yield split


class _Looks:
    """A sheet, looked at from the top down: nothing of it is worked out for one row after another again."""

    def __init__(self, sheet: Sheet, listed: Iterable[Box]) -> None:
        """Take a sheet and the tables that Excel lists in it."""
        self.sheet = sheet
        self.listed = tuple(listed)
        self._used: dict[int, frozenset[int]] = {}
        self._parts: dict[range, Sheet] = {}
        self._heads: dict[range, list[Header]] = {}

    def used(self, row: int) -> frozenset[int]:
        """The columns of a row that show anything."""
        if row not in self._used:
            self._used[row] = frozenset(column for column, _ in self.sheet.filled(row))
        return self._used[row]

    def part(self, columns: range) -> Sheet:
        """The sheet with nothing but these columns."""
        if columns not in self._parts:
            rows = range(1, self.sheet.height + 1)
            self._parts[columns] = through_window(self.sheet, rows=rows, columns=columns)
        return self._parts[columns]

    def head_above(self, columns: range, row: int) -> Header | None:
        """The nearest head above a row, in these columns alone."""
        if columns not in self._heads:
            found = find_headers(self.part(columns))
            self._heads[columns] = [head for head in found if isinstance(head, Header)]
        above = bisect_left(self._heads[columns], row, key=attrgetter("row"))
        return self._heads[columns][above - 1] if above else None

    def end_of_block(self, row: int) -> int:
        """The last row beneath a header, and not far from it, before a row in which nothing stands."""
        end = row
        while end < min(row + _NEAR, self.sheet.height) and (end == row or self.used(end + 1)):
            end += 1
        return end


def _split_at(looks: _Looks, row: int) -> Split | None:
    sheet = looks.sheet
    gaps, adjoining = _gaps(looks, row), _adjoining(looks, row)
    if not gaps | adjoining or said_of(sheet, row):
        return None
    cuts, tops, left, whole = set(), [row], 1, True
    for cut in sorted(gaps | adjoining):
        before, after = range(left, cut), range(cut, sheet.width + 1)
        one, other = _header_at(looks.part(before), row), _header_at(looks.part(after), row)
        if one is not None and other is not None:
            found = cut in adjoining or _tell_apart(one, other)
            tops += [one.first, other.first] if found else []
        else:
            opened = _opened(looks, row, cut, (before, after), (one, other)) if cut in gaps else None
            found, whole = opened is not None, whole and opened is None
            tops += [] if opened is None else [opened]
        if found:
            cuts.add(cut)
            left = cut
    return Split(row, min(tops), frozenset(cuts), whole) if cuts else None


def _opened(
    looks: _Looks, row: int, cut: int, parts: tuple[range, range], heads: tuple[Header | None, Header | None]
) -> int | None:
    """The first row of the head on one side, where a row is a head on the other and that table goes on."""
    for side, beside in zip(parts, reversed(heads), strict=True):
        above = looks.head_above(side, row) if beside is not None else None
        if above is not None and _goes_on(looks, side, row, cut, above):
            return above.first
    return None


def _goes_on(looks: _Looks, side: range, row: int, cut: int, head: Header) -> bool:
    """Whether the table of a head above stands on its own side of the cut, in this row and further down."""
    end = looks.end_of_block(row) + 1
    if any(cut - 1 in looks.used(one) for one in range(head.first, end)):
        return False
    return any(not looks.used(one).isdisjoint(side) for one in range(row, end))


def _tell_apart(one: Header, other: Header) -> bool:
    """Whether two heads beside each other are those of two tables, not the halves of one."""
    meant = {meanings_of(text) for text in one.texts.values()} - {()}
    again = any(meanings_of(text) in meant for text in other.texts.values())
    shared = {*one.fields.values()} & {*other.fields.values()}
    return one.kind is not other.kind or again or len(shared) >= _MANY_SHARED


def _gaps(looks: _Looks, row: int) -> set[int]:
    """The columns at which something begins to the right of a blank column, in a row and those beneath."""
    used = frozenset[int]().union(*map(looks.used, range(row, looks.end_of_block(row) + 1)))
    return {column for column in used if column - 1 not in used and column > min(used)}


def _adjoining(looks: _Looks, row: int) -> set[int]:
    """The columns at which a table begins without a gap: its first header comes again, or Excel lists it."""
    sheet, (first, *others) = looks.sheet, looks.sheet.filled(row)
    again = {column for column, held in others if _same_header(held, first[1])}
    tops = [box for box in looks.listed if box[0] == row]
    return (
        again | {box[1] for box in tops if box[1] > 1} | {box[3] + 1 for box in tops if box[3] < sheet.width}
    )


def _same_header(one: Content, other: Content) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return len(one) <= LONGEST_HEADER and normal_header(one) == normal_header(other) != ""
    return one == other


def _bands(
    sheet: Sheet, splits: Mapping[int, Split], rows: Iterable[int]
) -> Iterator[tuple[int, frozenset[int]]]:
    """The bands of rows of a sheet, each with its first row and the columns at which it is cut."""
    top, cuts, heads = 1, frozenset[int](), [0]
    for row in rows:
        split = splits.get(row)
        if split is None and head_at(sheet, row) is None:
            continue
        above = next(head for head in reversed(heads) if split is None or head < split.top)
        wanted = cuts
        if split is not None:
            wanted = split.cuts if split.whole else cuts | split.cuts
        elif _crosses(sheet, row, cuts):
            wanted = frozenset()
        anew = split is None or split.whole or not cuts
        if wanted != cuts and anew and above:
            yield top, cuts
            top = _with_titles(
                sheet, row if split is None else split.top, max(top, above) + 1, len(wanted) + 1
            )
        cuts = wanted
        heads.append(row)
    yield top, cuts


def _crosses(sheet: Sheet, row: int, cuts: frozenset[int]) -> bool:
    """Whether a head runs across a cut: something stands there where the cut has left a gap."""
    texts = whole_line(sheet, row).texts
    return any(min(texts) < cut and cut - 1 in texts and max(texts) >= cut for cut in cuts)


def _with_titles(sheet: Sheet, row: int, highest: int, most: int) -> int:
    """The first row of what belongs to heads: the lines right above, in which a text or so stands alone."""
    top = row
    while top > highest and sum(1 for _ in sheet.filled(top - 1)) <= most:
        top -= 1
    while not any(sheet.filled(top)):
        top += 1
    return top


def _header_at(sheet: Sheet, row: int) -> Header | None:
    head = head_at(sheet, row)
    return head if isinstance(head, Header) else None
