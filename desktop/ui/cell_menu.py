"""The menu of a cell, by the right button or the menu key: the same actions as in the menu bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QAction

    from desktop.grid.view import GridView

CELL_MENU = (
    "cut",
    "copy",
    "paste",
    "paste_values",
    "clear",
    "",
    "fill_down",
    "fill_right",
    "fill_series",
    "copy_above",
    "enter_today",
    "choose_from_list",
    "edit_entry",
)
"""The actions on the selected cells; an empty name is a line between them."""
RECORD_MENU = (
    "insert_above",
    "insert_below",
    "duplicate_record",
    "delete_record",
    "",
    "move_record_up",
    "move_record_down",
)
"""The actions on the record of the current cell, in a menu of their own."""


class CellMenu(QMenu):
    """Opens over a grid where it is asked for."""

    def __init__(self, grid: GridView, actions: Mapping[str, QAction]) -> None:
        """Be the context menu of a grid, with these of the window's actions; a double click may begin it."""
        super().__init__(grid)
        self.setObjectName("cellMenu")
        self.setAccessibleName("What to do with the selected cells")
        self._grid = grid
        _fill(self, CELL_MENU, actions)
        self.addSeparator()
        _fill(self.addMenu("&Record"), RECORD_MENU, actions)
        grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        grid.customContextMenuRequested.connect(self._open)
        grid.begin_wanted.connect(actions["insert_below"].trigger)

    def _open(self, place: QPoint) -> None:
        self.popup(self._grid.viewport().mapToGlobal(place))


def _fill(menu: QMenu, names: Sequence[str], actions: Mapping[str, QAction]) -> None:
    for name in names:
        if name:
            menu.addAction(actions[name])
        else:
            menu.addSeparator()
