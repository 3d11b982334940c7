"""The records of a table put into another order in the sheet itself, by moving their rows."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from desktop.document.record_changes import RecordChange, is_parted, refuse_torn, units_of
from desktop.domain.errors import EditRefused
from desktop.domain.records import group_of
from desktop.domain.row_edits import MoveRows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.document.record_changes import Unit
    from desktop.domain.cells import CellRef
    from desktop.domain.tables import Table
    from desktop.workbook.workbook import Workbook

_MOST_MOVES = 60
"""Each takes some hundredths of a second, and is checked again when the workbook is saved."""


def reordered(workbook: Workbook, cell: CellRef, *, table: Table, rows: Sequence[int]) -> RecordChange:
    """The records of a table in the order of `rows`, which names each by its row; headings stay above theirs.

    `cell` is the one to go to afterwards, wherever its row is then. Raises EditRefused where the records are
    in that order already, where a table stands beside them, or where too many rows would move.
    """
    units = units_of(workbook.contents, table)
    refuse_torn(workbook.contents, table, units[0].first, units[-1].last + 1)
    wanted = {row: number for number, row in enumerate(rows)}
    moves: list[MoveRows] = []
    here = cell
    for run in _runs(workbook, units):
        order = sorted(run, key=lambda unit: wanted.get(unit.record.row, len(wanted)))
        moves += _moves(run, order)
        here = _followed(here, run, order)
    if not moves:
        raise EditRefused("The rows of the sheet are in this order already, each under its heading.")
    if len(moves) > _MOST_MOVES:
        raise EditRefused(
            f"{len(moves):,} rows would have to move, and Milepost moves {_MOST_MOVES} at most. Sort the "
            "sheet in Excel; here the table can be shown in any order without that."
        )
    return RecordChange(rows=tuple(moves), cell=here, label="Sort the sheet", keeps=True)


def _runs(workbook: Workbook, units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """The records that stand together under one heading, with nothing between them."""
    run: list[Unit] = []
    for unit in units:
        joins = run and run[-1].last + 1 == unit.first and group_of(run[-1].record) == group_of(unit.record)
        if run and not (joins and not is_parted(workbook, run[-1], unit)):
            yield run
            run = []
        run.append(unit)
    if run:
        yield run


def _moves(run: Sequence[Unit], order: Sequence[Unit]) -> Iterator[MoveRows]:
    """The moves that bring a run into an order: as few as can be, each to right after the one before it."""
    places = {unit.first: number for number, unit in enumerate(order)}
    staying = _longest_rise([places[unit.first] for unit in run])
    now = list(run)
    for number, unit in enumerate(order):
        before = now.index(order[number - 1]) + 1 if number else 0
        at = now.index(unit)
        if number in staying or at == before:
            continue
        starts = list(accumulate((one.count for one in now), initial=run[0].first))
        yield MoveRows(sheet=unit.table.sheet, first=starts[at], count=unit.count, before=starts[before])
        now.insert(before, unit)
        del now[at + (at > before)]


def _longest_rise(numbers: Sequence[int]) -> frozenset[int]:
    """The numbers of a longest stretch, with gaps, in which they only rise."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        place = bisect_left(ends, number)
        before[number] = ends[place - 1] if place else None
        ends[place : place + 1] = [number]
    found: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        found.add(last)
        last = before[last]
    return frozenset(found)


def _followed(cell: CellRef, run: Sequence[Unit], order: Sequence[Unit]) -> CellRef:
    """Where a cell is once a run is in its order."""
    first = run[0].first
    for unit in order:
        if unit.first <= cell.row <= unit.last:
            return replace(cell, row=first + cell.row - unit.first)
        first += unit.count
    return cell
