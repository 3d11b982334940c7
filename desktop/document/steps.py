"""What was done to a workbook, step by step, as the recovery journal keeps it.

An undo is a step too: it puts cells back. A further kind of step needs a value here and a branch in
`written` and `read_step`; a kind that this version does not know is kept as it was read.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from desktop.domain.cells import MAX_COLUMN, MAX_ROW, CellRef

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.edits import Content

Shape: TypeAlias = "Mapping[str, Any]"
"""A JSON object."""

_CELLS = "cells"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One cell: what it held and what it was given."""

    cell: CellRef
    before: Content
    after: Content


@dataclass(frozen=True, slots=True, kw_only=True)
class CellsSet:
    """Cells were given new contents, all at once."""

    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownStep:
    """A step that another version of the program took; `shape` is what it wrote of it."""

    shape: Shape


Step: TypeAlias = CellsSet | UnknownStep


def written(step: Step) -> Shape:
    """The step as a JSON object; `read_step` gives an equal step back."""
    if isinstance(step, UnknownStep):
        return step.shape
    sheets: dict[str, list[list[object]]] = {}
    for change in step.changes:
        cell = change.cell
        sheets.setdefault(cell.sheet, []).append(
            [cell.row, cell.column, _written_content(change.before), _written_content(change.after)]
        )
    return {"kind": _CELLS, "sheets": sheets}


def read_step(shape: Shape) -> Step:
    """The step of a JSON object; what can't be understood is an unknown step."""
    if shape.get("kind") != _CELLS:
        return UnknownStep(shape=shape)
    try:
        return CellsSet(
            changes=tuple(
                Change(
                    cell=_cell(sheet, row, column), before=_read_content(before), after=_read_content(after)
                )
                for sheet, changes in shape["sheets"].items()
                for row, column, before, after in changes
            )
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return UnknownStep(shape=shape)


def _cell(sheet: str, row: object, column: object) -> CellRef:
    if not isinstance(row, int) or not isinstance(column, int):
        raise TypeError(row, column)
    if not (0 < row <= MAX_ROW and 0 < column <= MAX_COLUMN):
        raise ValueError(row, column)
    return CellRef(sheet=sheet, row=row, column=column)


def _written_content(content: Content) -> object:
    """A JSON value; a date is an object, so that no text is ever taken for one."""
    if isinstance(content, dt.datetime):
        return {"datetime": content.isoformat()}
    return {"date": content.isoformat()} if isinstance(content, dt.date) else content


def _read_content(value: object) -> Content:
    if isinstance(value, dict):
        moment = value.get("datetime")
        return dt.datetime.fromisoformat(moment) if moment else dt.date.fromisoformat(value["date"])
    if value is None or isinstance(value, str | int | float):
        return value
    raise ValueError(value)
