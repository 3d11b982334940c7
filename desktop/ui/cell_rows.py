"""Changes of cells as the rows of a list."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from desktop.workbook.formats import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.document.steps import Change
    from desktop.domain.edits import Content

HEADERS = ("Sheet", "Cell", "Before", "After")


def rows_of(changes: Sequence[Change]) -> list[tuple[str, ...]]:
    """Sheet, cell, and what it held before and after, as an officer reads it."""
    return [(one.cell.sheet, one.cell.a1, _text(one.before), _text(one.after)) for one in changes]


def _text(content: Content) -> str:
    if content is None:
        return "(blank)"
    if isinstance(content, dt.date):
        return shown(content, "dd/mm/yyyy hh:mm" if isinstance(content, dt.datetime) else "dd/mm/yyyy")
    return shown(content, "General")
