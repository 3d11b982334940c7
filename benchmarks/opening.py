"""Opening a long plan: read, recognised, parsed, checked, in the grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import load_workbook

from benchmarks.clock import side_by_side, timed
from benchmarks.window import close_in, open_in, shown_window
from benchmarks.workbooks import write_plan

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.outcome import Outcome
    from benchmarks.size import Size


def measure(size: Size, folder: Path) -> tuple[Outcome, ...]:
    """Opening in the window against openpyxl, which only reads."""
    path = write_plan(folder / "plan.xlsx", size.rows)
    window = shown_window(folder)
    found = side_by_side(
        timed(lambda: open_in(window, path), before=lambda: close_in(window)),
        timed(lambda: load_workbook(path)),
        size.turns,
    )
    close_in(window)
    return (
        found.outcome(f"open {size.rows:,} milestones × 8 in the grid", "openpyxl load_workbook alone", 0.5),
    )
