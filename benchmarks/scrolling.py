"""Scrolling a very long plan."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from benchmarks.clock import ms, seconds
from benchmarks.large_plan import write_large_plan
from benchmarks.outcome import Outcome
from benchmarks.window import close_in, grid_of, open_in, settle, shown_window

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.size import Size
    from desktop.grid.view import GridView

_FRAME = 0.008


def measure(size: Size, folder: Path) -> tuple[Outcome, ...]:
    """A page at a time, all over the plan, each painted for the first time."""
    window = shown_window(folder)
    open_in(window, write_large_plan(folder / "plan.xlsx", size.most_rows))
    found = [page(grid_of(window), turn / size.pages) for turn in range(size.pages)]
    close_in(window)
    middle = median(found)
    return (
        Outcome(
            what=f"scroll one page at {size.most_rows:,} rows",
            against="the frame",
            goal=f"≤ {ms(_FRAME)}",
            measured=f"median {ms(middle)}, worst of {len(found)} {ms(max(found))}",
            met=middle <= _FRAME,
        ),
    )


def page(grid: GridView, part: float) -> float:
    """The seconds that one page takes, at some part of the way down."""
    bar = grid.verticalScrollBar()
    bar.setValue(int(bar.maximum() * part))
    settle()

    def turn() -> None:
        bar.setValue(bar.value() + bar.pageStep())
        settle()

    return seconds(turn)
