"""Tables that stand side by side in a sheet, and the parts of the sheet in which each stands alone.

Two tables stand beside each other where either has a header of its own, and the two do not make one: they
are of different kinds, repeat each other's words, begin in different rows, or Excel lists them as tables.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.workbook.fields import meanings_of, normal_header
from desktop.workbook.headers import Header, find_headers, head_at, may_head, said_of
from desktop.workbook.lines import whole_line
from desktop.workbook.listed import listed_areas
from desktop.workbook.window import through_window

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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
    splits = {split.row: split for split in _splits(sheet, range(1, sheet.height + 1))}
    if not splits:
        return (sheet,)
    parts = []
    bands = [*_bands(sheet, splits)]
    ends = [*(top for top, _ in bands[1:]), sheet.height + 1]
    for (top, cuts), end in zip(bands, ends, strict=True):
        edges = [1, *sorted(cuts), sheet.width + 1]
        for left, right in pairwise(edges):
            parts.append(through_window(sheet, rows=range(top, end), columns=range(left, right)))
    return tuple(parts)


def parted(sheet: Sheet, rows: Iterable[int]) -> bool:
    """Whether one of these rows shows that tables stand side by side."""
    return any(True for _ in _splits(sheet, rows))


def _splits(sheet: Sheet, rows: Iterable[int]) -> Iterator[Split]:
    listed = listed_areas(sheet.package, sheet.name)
    for row in rows:
        if may_head(sheet, row) and (split := _split_at(sheet, row, listed)) is not None:
            yield split


def _split_at(sheet: Sheet, row: int, listed: Iterable[Box]) -> Split | None:
    gaps, adjoining = _gaps(sheet, row), _adjoining(sheet, row, listed)
    if not gaps | adjoining or said_of(sheet, row):
        return None
    cuts, tops, left, whole = set(), [row], 1, True
    for cut in sorted(gaps | adjoining):
        before, after = _part(sheet, range(left, cut)), _part(sheet, range(cut, sheet.width + 1))
        one, other = _header_at(before, row), _header_at(after, row)
        if one is not None and other is not None:
            found = cut in adjoining or _tell_apart(one, other)
            tops += [one.first, other.first] if found else []
        else:
            opened = _opened(sheet, row, cut, (before, after), (one, other)) if cut in gaps else None
            found, whole = opened is not None, whole and opened is None
            tops += [] if opened is None else [opened]
        if found:
            cuts.add(cut)
            left = cut
    return Split(row, min(tops), frozenset(cuts), whole) if cuts else None


def _opened(
    sheet: Sheet, row: int, cut: int, parts: tuple[Sheet, Sheet], heads: tuple[Header | None, Header | None]
) -> int | None:
    """The first row of the head on one side, where a row is a head on the other and that table goes on."""
    for side, beside in zip(parts, reversed(heads), strict=True):
        if beside is not None:
            above = [head for head in find_headers(_above(side, row)) if isinstance(head, Header)]
            if above and _goes_on(sheet, side, row, cut, above[-1]):
                return above[-1].first
    return None


def _goes_on(sheet: Sheet, side: Sheet, row: int, cut: int, head: Header) -> bool:
    """Whether the table of a head above stands on its own side of the cut, in this row and further down."""
    end = _end_of_block(sheet, row) + 1
    apart = not any(sheet.text(one, cut - 1).strip() for one in range(head.first, end))
    return apart and any(any(side.filled(one)) for one in range(row, end))


def _tell_apart(one: Header, other: Header) -> bool:
    """Whether two heads beside each other are those of two tables, not the halves of one."""
    meant = {meanings_of(text) for text in one.texts.values()} - {()}
    again = any(meanings_of(text) in meant for text in other.texts.values())
    shared = {*one.fields.values()} & {*other.fields.values()}
    return one.kind is not other.kind or again or len(shared) >= _MANY_SHARED


def _gaps(sheet: Sheet, row: int) -> set[int]:
    """The columns at which something begins to the right of a blank column, in a row and those beneath."""
    rows = range(row, _end_of_block(sheet, row) + 1)
    used = {column for one in rows for column, _ in sheet.filled(one)}
    return {column for column in used if column - 1 not in used and column > min(used)}


def _end_of_block(sheet: Sheet, row: int) -> int:
    """The last row beneath a header, and not far from it, before a row in which nothing stands."""
    end = row
    while end < min(row + _NEAR, sheet.height) and (end == row or any(sheet.filled(end + 1))):
        end += 1
    return end


def _adjoining(sheet: Sheet, row: int, listed: Iterable[Box]) -> set[int]:
    """The columns at which a table begins without a gap: its first header comes again, or Excel lists it."""
    filled = [(column, sheet.text(row, column)) for column, _ in sheet.filled(row)]
    first = normal_header(filled[0][1]) if filled else ""
    again = {column for column, text in filled[1:] if first and normal_header(text) == first}
    tops = [box for box in listed if box[0] == row]
    return (
        again | {box[1] for box in tops if box[1] > 1} | {box[3] + 1 for box in tops if box[3] < sheet.width}
    )


def _bands(sheet: Sheet, splits: Mapping[int, Split]) -> Iterator[tuple[int, frozenset[int]]]:
    """The bands of rows of a sheet, each with its first row and the columns at which it is cut."""
    top, cuts, heads = 1, frozenset[int](), [0]
    for row in range(1, sheet.height + 1):
        split = splits.get(row)
        if split is None and not (may_head(sheet, row) and head_at(sheet, row) is not None):
            continue
        above = max(head for head in heads if split is None or head < split.top)
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


def _part(sheet: Sheet, columns: range) -> Sheet:
    return through_window(sheet, rows=range(1, sheet.height + 1), columns=columns)


def _above(sheet: Sheet, row: int) -> Sheet:
    return through_window(sheet, rows=range(1, row), columns=range(1, sheet.width + 1))
