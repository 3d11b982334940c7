"""Targets: promises made elsewhere about an indicator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.library import normal_code

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from desktop.domain.cells import CellRef
    from desktop.domain.values import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A value promised by a date: of which indicator, by whom, where it is written.

    `date` is None where the words in `date_raw` hold no date; `cell` is the cell of the value.
    """

    table: str
    indicator: str
    value: Value
    date: dt.date | None
    date_raw: str
    set_by: str
    where: str
    words: str
    row: int
    cell: CellRef


def own_targets(code: str, targets: Iterable[Target]) -> tuple[Target, ...]:
    """The targets set for the indicator of a code."""
    wanted = normal_code(code)
    return tuple(target for target in targets if normal_code(target.indicator) == wanted)
