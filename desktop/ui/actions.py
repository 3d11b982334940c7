"""Every action of the window in one table: its menu, its keys, and the intent it calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup, QKeySequence

from desktop.ui.menus.chart_menu import CHART
from desktop.ui.menus.check_menu import CHECK
from desktop.ui.menus.columns_menu import COLUMNS
from desktop.ui.menus.copy_menu import COPY
from desktop.ui.menus.data_menu import DATA
from desktop.ui.menus.edit_menu import EDIT
from desktop.ui.menus.file_menu import FILE
from desktop.ui.menus.find_menu import FIND
from desktop.ui.menus.help_menu import HELP
from desktop.ui.menus.record_menu import RECORD
from desktop.ui.menus.view_menu import VIEW

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMainWindow, QMenu

ACTIONS = (*FILE, *EDIT, *COPY, *FIND, *RECORD, *DATA, *CHART, *CHECK, *VIEW, *COLUMNS, *HELP)

TOOLBAR = ("open", "save", "", "undo", "redo", "", "check_now", "export_return", "print_chart")
"""The actions on the tool bar; an empty name is a gap."""


def build_actions(
    window: QMainWindow, intents: Mapping[str, Callable[[], object]]
) -> tuple[dict[str, QAction], dict[str, QMenu]]:
    """The window's actions by id, each in its menu, and the menus by title."""
    actions: dict[str, QAction] = {}
    menus: dict[str, QMenu] = {}
    choices: dict[str, QActionGroup] = {}
    for action in ACTIONS:
        menu = menus.get(action.menu) or window.menuBar().addMenu(action.menu)
        menus[action.menu] = menu
        if action.separate:
            menu.addSeparator()
        built = menu.addAction(action.text)
        built.setIconText(
            action.text.replace("&", "").partition("\t")[0].rstrip("…")
        )  # stays as it is on the tool bar
        built.setShortcuts([QKeySequence(keys) for keys in action.keys])
        built.setStatusTip(action.hint)
        if action.choice:
            built.setCheckable(True)
            choices.setdefault(action.choice, QActionGroup(window)).addAction(built)
        built.triggered.connect(lambda _checked=False, intent=intents[action.id]: intent())
        actions[action.id] = built
    return actions, menus
