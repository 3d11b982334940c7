"""Pasting many cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from benchmarks.bare import BareModel, bare_table, bare_window
from benchmarks.clock import side_by_side, timed
from benchmarks.plan_rows import HEADERS, milestones
from benchmarks.window import close_in, document_of, grid_of, open_in, settle, shown_window
from benchmarks.workbooks import write_plan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from benchmarks.outcome import Outcome
    from benchmarks.size import Size


def measure(size: Size, folder: Path) -> tuple[Outcome, ...]:
    """A block that changes every cell, against the same block in a bare model with one dataChanged."""
    window = shown_window(folder)
    open_in(window, write_plan(folder / "plan.xlsx", size.rows))
    model = BareModel([[*texts] for texts in milestones(size.rows)])
    bare = bare_window(bare_table(model))
    bare.show()
    stack, grid = document_of(window).undo_stack, grid_of(window)
    _copy_block(size.pasted_rows)

    def begin_anew() -> None:
        stack.undo()
        grid.setCurrentIndex(grid.model().index(0, 0))

    found = side_by_side(
        timed(_painted(grid.commands.paste), before=_painted(begin_anew)),
        timed(_painted(model.paste), before=_painted(model.undo_stack.undo)),
        size.turns,
    )
    steps = stack.count()
    stack.undo()
    close_in(window)
    bare.close()
    what = f"paste {size.pasted_rows * len(HEADERS):,} cells, {steps} undo step"
    return (found.outcome(what, "the same through a bare model, one dataChanged", 1.5),)


def _copy_block(rows: int) -> None:
    lines = [[f"{text} again" for text in texts] for texts in milestones(rows)]
    QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))


def _painted(action: Callable[[], None]) -> Callable[[], None]:
    """The action, and the paint that it asks for."""

    def act() -> None:
        action()
        settle()

    return act
