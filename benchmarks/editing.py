"""An edit in the grid, until the grid, the chart and the findings are right and painted."""

from __future__ import annotations

from functools import partial
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.clock import ms, seconds
from benchmarks.outcome import Outcome
from benchmarks.window import close_in, grid_of, open_in, settle, shown_window
from benchmarks.workbooks import write_indicators, write_plan

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from PySide6.QtCore import QAbstractItemModel, QModelIndex

    from benchmarks.size import Size
    from desktop.ui.main_window import MainWindow

_FRAME, _WORST = 0.016, 0.1
_ROWS_APART = 37
_PLAN: Mapping[str, Callable[[int], str]] = {
    "status": lambda turn: "COMPLETE" if turn % 2 else "ON TRACK",
    "due": lambda turn: f"{turn % 27 + 1}/06/{2012 + turn % 40}",
    "comments": lambda turn: f"Agreed at meeting {turn}",
}
_INDICATORS: Mapping[str, Callable[[int], str]] = {"value": lambda turn: f"{40 + turn % 50}.{turn % 9 + 1}"}


def measure(size: Size, folder: Path) -> tuple[Outcome, ...]:
    """Edits all over a long plan and a long table of indicators."""
    window = shown_window(folder)
    found = []
    for subject, write, kinds in (
        ("milestones", write_plan, _PLAN),
        ("indicators", write_indicators, _INDICATORS),
    ):
        path = write(folder / f"{subject}.xlsx", size.rows)
        open_in(window, path)
        found.append(_outcome(f"{size.rows:,} {subject}", edits(window, size.edits, kinds)))
        while window.document is not None and window.document.undo_stack.canUndo():
            window.document.undo_stack.undo()
        close_in(window)
    return tuple(found)


def edits(window: MainWindow, turns: int, kinds: Mapping[str, Callable[[int], str]]) -> list[float]:
    """The seconds of each edit; the cell was chosen, and its chart painted, before."""
    grid = grid_of(window)
    model = grid.model()
    columns = [
        (number, kinds[column.field]) for number, column in enumerate(grid.columns) if column.field in kinds
    ]
    found = []
    for turn in range(turns):
        column, text = columns[-1 - turn % len(columns)]
        index = model.index(turn * _ROWS_APART % model.rowCount(), column)
        grid.setCurrentIndex(index)
        settle()
        typed = text(turn) if text(turn) != model.data(index) else text(turn + 1)
        found.append(seconds(partial(_edit, model, index, typed)))
    return found


def _edit(model: QAbstractItemModel, index: QModelIndex, text: str) -> None:
    if not model.setData(index, text):
        raise ValueError(f"the edit “{text}” was refused")
    settle()


def _outcome(rows: str, found: list[float]) -> Outcome:
    middle, worst = median(found), max(found)
    return Outcome(
        what=f"an edit until chart and findings are right, {rows}",
        against="one 60 Hz frame",
        goal=f"median ≤ {ms(_FRAME)}, worst ≤ {ms(_WORST)}",
        measured=f"median {ms(middle)}, worst of {len(found)} {ms(worst)}",
        met=middle <= _FRAME and worst <= _WORST,
    )
