"""How the time to open a plan grows with its rows."""

from __future__ import annotations

from itertools import combinations
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.clock import seconds
from benchmarks.large_plan import write_large_plan
from benchmarks.outcome import Outcome
from benchmarks.window import close_in, open_in, shown_window

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.size import Size
    from desktop.ui.main_window import MainWindow

_MOST = 1.5
_ROUNDS = 2
_MICROSECONDS = 1_000_000


def measure(size: Size, folder: Path) -> tuple[Outcome, ...]:
    """The time per row of each plan against that of every smaller one."""
    paths = [write_large_plan(folder / f"plan-{rows}.xlsx", rows) for rows in size.growth]
    window = shown_window(folder)
    rounds = [[_open(window, path) for path in paths] for _ in range(_ROUNDS)]
    per_row = [
        median(column) / rows for column, rows in zip(zip(*rounds, strict=True), size.growth, strict=True)
    ]
    worst = max(larger / smaller for smaller, larger in combinations(per_row, 2))
    each = ", ".join(f"{_MICROSECONDS * seconds_:.0f}" for seconds_ in per_row)
    return (
        Outcome(
            what="growth: opening " + ", ".join(f"{rows:,}" for rows in size.growth) + " rows",
            against="time per row of any shorter plan",
            goal=f"≤ {_MOST:g} ×",
            measured=f"{worst:.2f} × ({each} µs a row)",
            met=worst <= _MOST,
        ),
    )


def _open(window: MainWindow, path: Path) -> float:
    duration = seconds(lambda: open_in(window, path))
    close_in(window)
    return duration
