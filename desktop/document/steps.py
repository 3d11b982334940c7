"""What was done to a workbook, step by step, as the recovery journal keeps it.

An undo is a step too: it puts cells back. A further kind of step needs a value here and a branch in
`written` and `read_step`; a kind that this version does not know is kept as it was read.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from desktop.domain.cells import MAX_COLUMN, MAX_ROW, CellRef
from desktop.domain.edits import Edit
from desktop.domain.row_edits import DeleteRows, InsertRows, MoveRows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.edits import Content
    from desktop.domain.row_edits import RowEdit

Shape: TypeAlias = "Mapping[str, Any]"
"""A JSON object."""

_CELLS = "cells"
_ROWS = "rows"
_PUT_BACK = "rows put back"
_ROW_EDITS: dict[str, type[InsertRows | DeleteRows | MoveRows]] = {
    kind.__name__: kind for kind in (InsertRows, DeleteRows, MoveRows)
}


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
class RowsChanged:
    """Rows were inserted, deleted or moved in turn, and cells given contents after that."""

    rows: tuple[RowEdit, ...]
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsPutBack:
    """The latest change of rows that was not put back yet was put back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownStep:
    """A step that another version of the program took; `shape` is what it wrote of it."""

    shape: Shape


Step: TypeAlias = CellsSet | RowsChanged | RowsPutBack | UnknownStep


def written(step: Step) -> Shape:
    """The step as a JSON object; `read_step` gives an equal step back."""
    if isinstance(step, UnknownStep):
        return step.shape
    if isinstance(step, RowsPutBack):
        return {"kind": _PUT_BACK}
    if isinstance(step, RowsChanged):
        return {
            "kind": _ROWS,
            "rows": [{"change": type(edit).__name__, **asdict(edit)} for edit in step.rows],
            "cells": [
                [edit.cell.sheet, edit.cell.row, edit.cell.column, _written_content(edit.content)]
                for edit in step.edits
            ],
        }
    sheets: dict[str, list[list[object]]] = {}
    for change in step.changes:
        cell = change.cell
        sheets.setdefault(cell.sheet, []).append(
            [cell.row, cell.column, _written_content(change.before), _written_content(change.after)]
        )
    return {"kind": _CELLS, "sheets": sheets}


def read_step(shape: Shape) -> Step:
    """The step of a JSON object; what can't be understood is an unknown step."""
    kind = shape.get("kind")
    try:
        if kind == _PUT_BACK:
            return RowsPutBack()
        if kind == _ROWS:
            return _rows_changed(shape)
        return _cells_set(shape) if kind == _CELLS else UnknownStep(shape=shape)
    except (AttributeError, KeyError, TypeError, ValueError):
        return UnknownStep(shape=shape)


def _rows_changed(shape: Shape) -> RowsChanged:
    return RowsChanged(
        rows=tuple(_row_edit(dict(edit)) for edit in shape["rows"]),
        edits=tuple(
            Edit(cell=_cell(sheet, row, column), content=_read_content(content))
            for sheet, row, column, content in shape["cells"]
        ),
    )


def _row_edit(shape: dict[str, Any]) -> RowEdit:
    return _ROW_EDITS[shape.pop("change")](**shape)


def _cells_set(shape: Shape) -> CellsSet:
    return CellsSet(
        changes=tuple(
            Change(cell=_cell(sheet, row, column), before=_read_content(before), after=_read_content(after))
            for sheet, changes in shape["sheets"].items()
            for row, column, before, after in changes
        )
    )


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
