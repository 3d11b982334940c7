"""Sorting and filtering a very long plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.clock import side_by_side, timed
from benchmarks.large_plan import write_large_plan
from benchmarks.plan_rows import milestones
from benchmarks.window import close_in, grid_of, open_in, settle, shown_window
from desktop.grid.arrangement import AS_IN_SHEET
from desktop.grid.filters import Place, Worded

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from benchmarks.clock import Comparison
    from benchmarks.outcome import Outcome
    from benchmarks.size import Size
    from desktop.grid.arrangement import Arrangement

_FIELD, _COLUMN = "milestone", 2
_WORDS = "specification"
"""In the current row, too, so that the chart stays what it is."""
_GOAL = 3.0


def measure(size: Size, folder: Path) -> tuple[Outcome, ...]:
    """Until the rows are painted as arranged, against the same with the texts in a Python list."""
    window = shown_window(folder)
    open_in(window, write_large_plan(folder / "plan.xlsx", size.most_rows))
    grid = grid_of(window)
    place = next(number for number, column in enumerate(grid.columns) if column.field == _FIELD)
    texts = [row[_COLUMN] for row in milestones(size.most_rows)]

    def against(arrangement: Arrangement, bare: Callable[[], object]) -> Comparison:
        def arrange(wanted: Arrangement) -> None:
            grid.arrange(wanted)
            settle()

        return side_by_side(
            timed(lambda: arrange(arrangement), before=lambda: arrange(AS_IN_SHEET)), timed(bare), size.turns
        )

    sort = against(AS_IN_SHEET.sorted_by(place, descending=True), lambda: _sorted(texts))
    wanted = Worded(place=Place.CONTAINS, text=_WORDS)
    narrow = against(AS_IN_SHEET.filtered(place, wanted), lambda: _filtered(texts))
    close_in(window)
    rows = f"{size.most_rows:,} rows"
    return (
        sort.outcome(f"sort {rows} by a column, painted", "the same texts in a Python list", _GOAL),
        narrow.outcome(f"filter {rows} by words, painted", "the same texts in a Python list", _GOAL),
    )


def _sorted(texts: list[str]) -> list[int]:
    keys = [text.casefold() for text in texts]
    return sorted(range(len(texts)), key=keys.__getitem__, reverse=True)


def _filtered(texts: list[str]) -> list[int]:
    return [number for number, text in enumerate(texts) if _WORDS in text.casefold()]
