"""Saving after three edits."""

from __future__ import annotations

import zipfile
import zlib
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.clock import side_by_side, timed
from benchmarks.outcome import Outcome
from benchmarks.workbooks import write_plan, write_typical
from desktop.domain.edits import Edit
from desktop.workbook.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from benchmarks.clock import Comparison
    from benchmarks.size import Size

_MOST = 3.0
_EDITS = 3


def measure(size: Size, folder: Path) -> tuple[Outcome, ...]:
    """A save over the file, against deflating the edited sheet and copying the other parts."""
    paths = [write_typical(folder / f"typical-{kilobytes}.xlsx", kilobytes) for kilobytes in size.kilobytes]
    paths.append(write_plan(folder / "plan.xlsx", size.rows))
    found = [_compared(path, size.turns) for path in paths]
    ratios = [each.ratio for each in found]
    middle = median(ratios)
    return (
        Outcome(
            what=f"save after {_EDITS} edits",
            against="deflating the edited sheet and copying the other parts",
            goal=f"≤ {_MOST:g} ×",
            measured=f"{middle:.2f} × ({len(paths)} workbooks; {min(ratios):.2f} to {max(ratios):.2f} ×; "
            f"{size.rows:,} milestones: {found[-1].words})",
            met=middle <= _MOST,
        ),
    )


def _compared(path: Path, turns: int) -> Comparison:
    original = path.read_bytes()
    edited = _Edited(path, original)
    return side_by_side(timed(edited.save, before=edited.prepare), timed(_least_work(path, original)), turns)


class _Edited:
    """The workbook as it is before each save: as it was made, with three edits."""

    def __init__(self, path: Path, original: bytes) -> None:
        self._path, self._original = path, original
        self._workbook: Workbook | None = None

    def prepare(self) -> None:
        self._path.write_bytes(self._original)
        workbook = Workbook.open(self._path)
        milestones = workbook.contents.milestones
        cells = [milestone.cell for milestone in milestones[:: max(1, len(milestones) // _EDITS)]]
        edits = [Edit(cell=cell, content=f"{workbook.text(cell)}, agreed") for cell in cells[:_EDITS]]
        self._workbook = workbook.apply(edits)

    def save(self) -> None:
        if self._workbook is not None:
            self._workbook.save(self._path)


def _least_work(path: Path, original: bytes) -> Callable[[], int]:
    """What nobody can do without: deflate the sheet and write it with the rest."""
    with zipfile.ZipFile(path) as package:
        sheets = [entry for entry in package.infolist() if entry.filename == "xl/worksheets/sheet2.xml"]
        sheet = (sheets or [package.getinfo("xl/worksheets/sheet1.xml")])[0]
        text, rest = package.read(sheet), original[sheet.compress_size :]
    out = path.with_suffix(".least")
    return lambda: out.write_bytes(rest + zlib.compress(text))
