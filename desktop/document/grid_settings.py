"""How an officer likes the grid: its zoom, whether rows fit their texts, and the shape of the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.document.column_shapes import ColumnShapes

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

_WHOLE = 100


class GridSettings:
    """Remembered in a store, or as long as this lives."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store
        self.shapes = ColumnShapes(store)

    @property
    def zoom(self) -> int:
        """The zoom in per cent; 100 where none was chosen."""
        kept = "" if self._store is None else str(self._store.value("zoom", ""))
        return int(kept) if kept.isdecimal() else _WHOLE

    def keep_zoom(self, percent: int) -> None:
        """Remember the zoom."""
        if self._store is not None:
            self._store.setValue("zoom", percent)

    @property
    def rows_fitted(self) -> bool:
        """Whether rows are as high as their texts."""
        return self._store is not None and str(self._store.value("rowsFitted", "")) == "yes"

    def keep_rows_fitted(self, fitted: bool) -> None:
        """Remember whether rows are as high as their texts."""
        if self._store is not None:
            self._store.setValue("rowsFitted", "yes" if fitted else "no")
