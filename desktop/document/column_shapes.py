"""How an officer likes the columns of a table: their widths, and which are hidden; known by its headers."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnShape:
    """The widths that were chosen, in pixels at a zoom of 100 %, and the hidden columns.

    A column is known by its place among all columns of the table, from 0.
    """

    widths: Mapping[int, int] = field(default_factory=dict)
    hidden: frozenset[int] = frozenset()


AS_DECLARED = ColumnShape()


class ColumnShapes:
    """The shape of each table by its header signature, remembered in a store or as long as this lives."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store
        self._known: dict[str, ColumnShape] = {}

    def of(self, signature: str) -> ColumnShape:
        """The shape of tables with these headers; as declared where nothing was chosen."""
        if signature not in self._known:
            kept = "" if self._store is None else str(self._store.value(_key(signature), ""))
            self._known[signature] = _read(kept) if kept else AS_DECLARED
        return self._known[signature]

    def keep(self, signature: str, shape: ColumnShape) -> None:
        """Remember a shape."""
        self._known[signature] = shape
        if self._store is not None:
            widths = {str(place): width for place, width in shape.widths.items()}
            written = json.dumps({"widths": widths, "hidden": sorted(shape.hidden)})
            self._store.setValue(_key(signature), written)


def _key(signature: str) -> str:
    """A name that any store takes, whatever stands in the headers."""
    return f"columns/{hashlib.sha256(signature.encode()).hexdigest()[:32]}"


def _read(kept: str) -> ColumnShape:
    """The shape as it was written; as declared where it can't be read."""
    try:
        found = json.loads(kept)
        return ColumnShape(
            widths={int(place): int(width) for place, width in found["widths"].items() if int(width) > 0},
            hidden=frozenset(int(place) for place in found["hidden"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return AS_DECLARED
