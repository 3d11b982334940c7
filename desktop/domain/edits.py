"""An edit: what a cell is to hold from now on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from desktop.domain.cells import CellRef

Content: TypeAlias = str | int | float | bool | dt.date | dt.datetime | None
"""What a cell can hold: text, a number, a yes or no, a date, or nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """The new content of one cell."""

    cell: CellRef
    content: Content


def same_content(one: Content, other: Content) -> bool:
    """Whether two contents are saved alike: 1 and 1.0 are, 1 and "1" or yes are not."""
    if type(one) is type(other):  # as most are: asked of every cell of a paste
        return one == other
    alike = all(isinstance(one, kind) is isinstance(other, kind) for kind in (bool, str))
    return alike and one == other
