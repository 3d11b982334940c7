"""The words that a column's cells may be given from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.plan import Status, read_status
from desktop.domain.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.grid.cells_model import CellsModel

_LONGEST = 60
"""Characters: longer texts are no words of a list."""
_MOST = 200


def choices(model: CellsModel, column: int) -> tuple[str, ...]:
    """The words that stand in a column, in the order of the alphabet; of a status also those still unused.

    Empty for a column of numbers, of long texts, or of no words.
    """
    used = list(dict.fromkeys(_words(model, column)))
    if len(used) > _MOST:
        return ()
    if model.columns[column].field == "status":
        known = {read_status(word).status for word in used}
        used += [_as_written(status, used) for status in Status if status not in known]
    return tuple(sorted(used, key=str.casefold))


def _words(model: CellsModel, column: int) -> Iterator[str]:
    for row in range(len(model.records)):
        text = model.text(row, column).strip()
        if (
            text
            and len(text) <= _LONGEST
            and "\n" not in text
            and not isinstance(model.reading(row, column), Value)
        ):
            yield text


def _as_written(status: Status, used: list[str]) -> str:
    """A status in the letters that the others are written in."""
    if used and all(word.isupper() for word in used):
        return status.value.upper()
    return status.value.capitalize()
