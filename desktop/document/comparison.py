"""Where two readings of a workbook show different things."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile, zip_longest
from typing import TYPE_CHECKING, TypeAlias

from desktop.document.steps import Change
from desktop.domain.cells import CellRef

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.workbook.sheet import Sheet
    from desktop.workbook.workbook import Workbook


NO_ROW = "(no such row)"
_Row: TypeAlias = tuple[int, tuple[str, ...]]
"""A row's number and texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a cell, or a whole row, shows on disk and in the window."""

    cell: CellRef
    on_disk: str
    here: str


def differences(disk: Workbook, here: Workbook) -> Iterator[Difference]:
    """Cell by cell in the order of the sheets; a sheet that is only in one is blank in the other."""
    for name in dict.fromkeys((*disk.sheets, *here.sheets)):
        there, ours = disk.sheets.get(name), here.sheets.get(name)
        for row in range(1, max(_height(there), _height(ours)) + 1):
            texts = _texts(there, row), _texts(ours, row)
            if texts[0] != texts[1]:
                yield from _in_row(name, row, *texts)


def aligned_differences(disk: Workbook, here: Workbook) -> Iterator[Difference]:
    """As `differences`, for a person: a row that is only in one moves none of the rows below it.

    Such a row is told as a whole, at its first cell, against NO_ROW.
    """
    for name in dict.fromkeys((*disk.sheets, *here.sheets)):
        yield from _aligned(name, _rows(disk.sheets.get(name)), _rows(here.sheets.get(name)))


def unsaved(workbook: Workbook) -> tuple[Change, ...]:
    """What the edits of a workbook come to: what each cell holds in the file and holds now."""
    return tuple(
        Change(
            cell=edit.cell,
            before=_filed(workbook.sheets[edit.cell.sheet]).content(edit.cell.row, edit.cell.column),
            after=edit.content,
        )
        for edit in workbook.edits
    )


def _filed(sheet: Sheet) -> Sheet:
    return replace(sheet, rows=sheet.filed)


def _height(sheet: Sheet | None) -> int:
    return 0 if sheet is None else sheet.height


def _texts(sheet: Sheet | None, row: int) -> list[str]:
    return [] if sheet is None else sheet.texts(row)


def _in_row(sheet: str, row: int, there: list[str], ours: list[str]) -> Iterator[Difference]:
    for column in range(1, max(len(there), len(ours)) + 1):
        one = there[column - 1] if column <= len(there) else ""
        other = ours[column - 1] if column <= len(ours) else ""
        if one != other:
            yield Difference(cell=CellRef(sheet=sheet, row=row, column=column), on_disk=one, here=other)


def _rows(sheet: Sheet | None) -> list[_Row]:
    """Every row's number and texts, without the blanks at its end."""
    return [(row, _ended(_texts(sheet, row))) for row in range(1, _height(sheet) + 1)]


def _ended(texts: list[str]) -> tuple[str, ...]:
    while texts and not texts[-1]:
        texts = texts[:-1]
    return tuple(texts)


def _aligned(sheet: str, there: list[_Row], ours: list[_Row]) -> Iterator[Difference]:
    from difflib import SequenceMatcher

    there, ours = _from_first_difference(there, ours)
    there, ours = _from_first_difference(there[::-1], ours[::-1])
    there, ours = there[::-1], ours[::-1]
    matcher = SequenceMatcher(None, [texts for _, texts in there], [texts for _, texts in ours])
    for kind, one, one_end, other, other_end in matcher.get_opcodes():
        if kind != "equal":
            for old, new in zip_longest(there[one:one_end], ours[other:other_end]):
                yield from _in_pair(sheet, old, new)


def _from_first_difference(there: list[_Row], ours: list[_Row]) -> tuple[list[_Row], list[_Row]]:
    pairs = zip(there, ours, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0][1] == pair[1][1], pairs))
    return there[same:], ours[same:]


def _in_pair(sheet: str, old: _Row | None, new: _Row | None) -> Iterator[Difference]:
    """Two rows that stand for one another, or one that has no other."""
    if old is not None and new is not None:
        yield from _in_row(sheet, new[0], list(old[1]), list(new[1]))
        return
    row, texts = old or new or (0, ())
    words = " | ".join(filter(None, texts))
    if words:
        on_disk, here = (NO_ROW, words) if old is None else (words, NO_ROW)
        yield Difference(cell=CellRef(sheet=sheet, row=row, column=1), on_disk=on_disk, here=here)
