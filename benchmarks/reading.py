"""Reading typical workbooks: guarded, every value of every sheet."""

from __future__ import annotations

import zipfile
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.clock import side_by_side, timed
from benchmarks.outcome import Outcome
from benchmarks.workbooks import write_typical
from desktop.workbook.package import Package
from desktop.workbook.reader import read_sheets

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.clock import Comparison
    from benchmarks.size import Size

_MOST = 3.0
_KILOBYTE = 1000


def measure(size: Size, folder: Path) -> tuple[Outcome, ...]:
    """Reading alone against inflating the parts, over workbooks of several sizes."""
    paths = [write_typical(folder / f"typical-{kilobytes}.xlsx", kilobytes) for kilobytes in size.kilobytes]
    ratios = [_compared(path, size.turns).ratio for path in paths]
    sizes = [path.stat().st_size // _KILOBYTE for path in paths]
    middle = median(ratios)
    return (
        Outcome(
            what="read alone, typical workbooks",
            against="inflating their parts",
            goal=f"≤ {_MOST:g} ×",
            measured=f"{middle:.2f} × ({len(paths)} of {min(sizes):,} to {max(sizes):,} kB; "
            f"{min(ratios):.2f} to {max(ratios):.2f} ×)",
            met=middle <= _MOST,
        ),
    )


def inflate(path: Path) -> int:
    """Inflate every part; returns how many bytes they are."""
    with zipfile.ZipFile(path) as package:
        return sum(len(package.read(name)) for name in package.namelist())


def _compared(path: Path, turns: int) -> Comparison:
    return side_by_side(
        timed(lambda: read_sheets(Package.open(path))), timed(lambda: inflate(path)), turns=turns * 2
    )
