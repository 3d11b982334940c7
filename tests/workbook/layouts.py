"""The ways in which officers lay the same tables out differently."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.domain.periods import read_kind, read_period
from tests.workbook.sheets import Grid, Styled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.domain.periods import Period
    from tests.workbook.sheets import Cell


def width(grid: Grid) -> int:
    return max(map(len, grid.rows))


def shown(cell: Cell) -> str:
    value = cell.value if isinstance(cell, Styled) else cell
    return "" if value is None else str(value)


def columns_moved(grid: Grid, order: Sequence[int], *, merges: bool) -> Grid:
    """Columns in another order, counted from 0, each with its header and all that stands in it.

    With `merges`, what is merged down a column stays so, and a text over all columns stays at the left.
    """
    rows = [[row[old] for old in order] for row in grid.rows]
    kept = []
    for top, left, bottom, right in grid.merges if merges else ():
        if left == right:
            place = list(order).index(left - 1) + 1
            kept.append((top, place, bottom, place))
        elif right - left + 1 == width(grid):
            row = grid.rows[top - 1]
            rows[top - 1] = [row[left - 1], *[None] * (len(order) - 1)]
            kept.append((top, left, bottom, right))
    return Grid(rows=rows, merges=kept)


def column_added(grid: Grid, at: int, cells: Callable[[int, list[Cell]], Cell]) -> Grid:
    """A further column before the one at this place, counted from 0; `cells` says what stands in each row.

    What is merged across the place is merged no longer.
    """
    rows = [[*row[:at], cells(number, row), *row[at:]] for number, row in enumerate(grid.rows, start=1)]
    merges = [
        (top, left + (left > at), bottom, right + (right > at))
        for top, left, bottom, right in grid.merges
        if not left <= at < right
    ]
    return Grid(rows=rows, merges=merges)


def lowered(grid: Grid, *above: Sequence[Cell]) -> Grid:
    """The whole sheet further down, beneath these rows."""
    padded = [[*row, *[None] * (width(grid) - len(row))] for row in above]
    by = len(above)
    merges = [(top + by, left, bottom + by, right) for top, left, bottom, right in grid.merges]
    return Grid(rows=[*padded, *grid.rows], merges=merges)


def rows_spread(grid: Grid, after: Callable[[int], bool]) -> Grid:
    """A blank row after each row of which `after` says so, counted from 1; merged areas stretch with them."""
    places: dict[int, int] = {}
    rows: list[list[Cell]] = []
    for number, row in enumerate(grid.rows, start=1):
        rows.append(row)
        places[number] = len(rows)
        if after(number):
            rows.append([None] * len(row))
    merges = [(places[top], left, places[bottom], right) for top, left, bottom, right in grid.merges]
    return Grid(rows=rows, merges=merges)


def rows_added(grid: Grid, *below: Sequence[Cell]) -> Grid:
    """Further rows beneath all others."""
    return replace(grid, rows=[*grid.rows, *(list(row) for row in below)])


def reworded(grid: Grid, word: Callable[[str], Cell]) -> Grid:
    """Every text put through `word`."""
    return replace(grid, rows=[[_reworded(cell, word) for cell in row] for row in grid.rows])


def _reworded(cell: Cell, word: Callable[[str], Cell]) -> Cell:
    if not isinstance(cell, Styled) or not isinstance(cell.value, str):
        return cell
    new = word(cell.value)
    return new if isinstance(new, Styled) else Styled(new, cell.code)


def periods_restyled(grid: Grid, style: Callable[[Period], Cell]) -> Grid:
    """Every header that names a period written in another way."""

    def word(text: str) -> Cell:
        period = read_period(text) if "\n" in text else None
        return text if period is None else style(period)

    return reworded(grid, word)


def header_split(grid: Grid) -> Grid:
    """Every header row with line breaks as two rows: the period above the kind of its values."""
    rows: list[list[Cell]] = []
    for row in grid.rows:
        if any("\n" in shown(cell) and read_period(shown(cell)) for cell in row):
            rows += ([_part(cell, 0) for cell in row], [_part(cell, 1) for cell in row])
        else:
            rows.append(row)
    return Grid(rows=rows)


def _part(cell: Cell, index: int) -> Cell:
    parts = shown(cell).split("\n")
    return parts[index] if len(parts) > index else None


def kinds_above(grid: Grid) -> Grid:
    """Every header row with line breaks as two rows: each kind once, above the first of its periods."""
    rows: list[list[Cell]] = []
    for row in grid.rows:
        lower, upper = ([_part(cell, index) for cell in row] for index in (0, 1))
        if any(isinstance(kind, str) and read_kind(kind) for kind in upper):
            rows += [[kind if kind != left else None for left, kind in pairwise([None, *upper])], lower]
        else:
            rows.append(row)
    return Grid(rows=rows)


def stacked(grids: Sequence[Grid], gap: int) -> Grid:
    """Several sheets one beneath another, with blank rows between them."""
    rows: list[list[Cell]] = []
    for grid in grids:
        rows += [*grid.rows, *([[]] * gap)]
    widest = max(map(len, rows))
    return Grid(rows=[[*row, *[None] * (widest - len(row))] for row in rows])
