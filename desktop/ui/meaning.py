"""What a cell's value means, in the few words that stand beside the cell bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.breakdown import Breakdown, against
from desktop.domain.plan_heads import counted_by
from desktop.grid.readings import aside
from desktop.grid.sparkline import curve_of

if TYPE_CHECKING:
    from desktop.domain.breakdown import BreakdownLine
    from desktop.domain.cells import CellRef
    from desktop.domain.contents import Contents
    from desktop.domain.indicators import Indicator
    from desktop.domain.plan import Milestone


def indicator_at(contents: Contents, cell: CellRef) -> Indicator | None:
    """The indicator whose code, definition or values stand in the cell's row."""
    for indicator in contents.indicators:
        if (
            _has_row(indicator, cell.row)
            and indicator.cell.sheet == cell.sheet
            and _in_table(contents, indicator.table, cell)
        ):
            return indicator
    return None


def breakdown_at(contents: Contents, cell: CellRef) -> Breakdown | None:
    """The breakdown table that a cell stands in."""
    here = _line_at(contents, cell)
    if here is None:
        return None
    return Breakdown(lines=tuple(line for line in contents.breakdowns if line.table == here.table))


def _line_at(contents: Contents, cell: CellRef) -> BreakdownLine | None:
    place = cell.sheet, cell.row
    return next((line for line in contents.breakdowns if (line.cell.sheet, line.row) == place), None)


def _has_row(indicator: Indicator, row: int) -> bool:
    return indicator.cell.row == row or (bool(indicator.values) and indicator.values[0].cell.row == row)


def milestone_at(contents: Contents, cell: CellRef) -> Milestone | None:
    """The milestone of the cell's row."""
    for milestone in contents.milestones:
        table = milestone.table
        if (
            milestone.row == cell.row
            and table.sheet == cell.sheet
            and (not table.beside or table.holds(cell))
        ):
            return milestone
    return None


def _in_table(contents: Contents, identity: str, cell: CellRef) -> bool:
    return any(column.column == cell.column for column in contents.table(identity).columns)


def meaning(contents: Contents, cell: CellRef) -> str:
    """Of what a cell tells, when, in which unit and what is better; how a due date or a ratio reads."""
    indicator = indicator_at(contents, cell)
    if indicator is not None:
        return _indicator_meaning(indicator, cell)
    milestone = milestone_at(contents, cell)
    if milestone is not None:
        return _milestone_meaning(milestone, cell)
    line = _line_at(contents, cell)
    return _line_meaning(line, cell) if line is not None else _head_meaning(contents, cell)


def _head_meaning(contents: Contents, cell: CellRef) -> str:
    """What a cell above a plan says of it, and the workbook's own indicator of that name."""
    words = [said for head in contents.plan_heads for place, said in head.told if place == cell]
    keys = (key for head in contents.plan_heads for key in head.indicators if key.cell == cell)
    counted = (counted_by(key, contents.indicators) for key in keys)
    words += [f"counted by {one.code}" for one in counted if one is not None]
    return " · ".join(words)


def _indicator_meaning(indicator: Indicator, cell: CellRef) -> str:
    words = [indicator.code]
    for value in indicator.values:
        if value.cell == cell:
            words.append(f"{value.period.kind} {value.period.label}")
            meant = aside(value.value)
            if meant:
                words.append(meant)
            if value.value.stale:
                words.append(value.value.stale_words)
    if indicator.measure.unit:
        words += [indicator.measure.unit, indicator.measure.polarity_words]
    if cell in {indicator.cell, indicator.name_cell}:
        words.append(curve_of(indicator).words)
    return " · ".join(words)


def _milestone_meaning(milestone: Milestone, cell: CellRef) -> str:
    words = [milestone.subject]
    if cell == milestone.cell_of("due") and milestone.due.latest is not None:
        words.append(f"due {milestone.due.latest:%d/%m/%Y}")
        if milestone.due.slippage:
            words.append(f"slipped {milestone.due.slippage} days")
    elif cell == milestone.cell_of("status") and milestone.status.status is not None:
        words.append(milestone.status.status)
    if milestone.indicator:
        words.append(f"counted by {milestone.indicator}")
    return " · ".join(words)


def _line_meaning(line: BreakdownLine, cell: CellRef) -> str:
    words = [line.label]
    figure = line.at(cell.column)
    if figure is not None:
        stands = against(figure)
        words += [figure.header, stands.words if stands is not None else ""]
    return " · ".join(filter(None, words))
