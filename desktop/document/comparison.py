"""Where two readings of a workbook show different things."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.document.steps import Change
from desktop.domain.cells import CellRef

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.workbook.sheet import Sheet
    from desktop.workbook.workbook import Workbook


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a cell shows on disk and in the window."""

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
