"""The menu of a cell: the same actions as in the menu bar, where the cell is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from desktop.ui.cell_menu import CELL_MENU, RECORD_MENU, CellMenu
from desktop.ui.editing import VERBS
from tests.ui.hands import at, document_of, part, workspace_of

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the (keyboard|mouse))")


def asked_for(window: MainWindow, reason: QContextMenuEvent.Reason) -> CellMenu:
    grid = workspace_of(window).grid
    workspace_of(window).go_to(at("Indicators!G3"))
    place = grid.visualRect(grid.currentIndex()).center()
    event = QContextMenuEvent(reason, place, grid.viewport().mapToGlobal(place))
    QApplication.sendEvent(grid.viewport(), event)
    return part(grid, CellMenu, "cellMenu")


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_it_opens_where_it_is_asked_for(window: MainWindow, reason: QContextMenuEvent.Reason) -> None:
    menu = asked_for(window, reason)
    assert menu.isVisible()
    *own, record = [action for action in menu.actions() if not action.isSeparator()]
    assert own == [window._actions[name] for name in CELL_MENU if name]
    within = record.menu()
    assert isinstance(within, QMenu)
    assert set(within.actions()) > {window._actions[name] for name in RECORD_MENU if name}
    menu.close()


def test_its_actions_are_those_of_the_menu_bar(window: MainWindow) -> None:
    menu = asked_for(window, QContextMenuEvent.Reason.Mouse)
    action = next(action for action in menu.actions() if action is window._actions["clear"])
    menu.close()
    action.trigger()
    assert document_of(window).text(at("Indicators!G3")) == ""
    assert document_of(window).undo_stack.undoText() == "Clear G3"


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb != "choose_from_list"])
def test_every_command_of_the_menu_is_one_of_the_grid(window: MainWindow, verb: str) -> None:
    workspace_of(window).go_to(at("Indicators!G3"))
    window._actions[verb].trigger()
    assert document_of(window).undo_stack.count() <= 1


def test_a_command_of_the_grid_first_ends_what_is_typed(window: MainWindow) -> None:
    workspace = workspace_of(window)
    workspace.go_to(at("Indicators!G3"))
    workspace.edit_in_bar()
    assert QApplication.focusWidget() is not workspace.grid
    window._actions["select_rows"].trigger()
    assert QApplication.focusWidget() is workspace.grid
    assert workspace.grid.blocks[0].width > 1


def test_a_word_on_what_was_done_is_said_in_the_status_bar(window: MainWindow) -> None:
    grid = workspace_of(window).grid
    grid.choose(grid.model().index(0, 0))
    window._actions["fill_right"].trigger()
    assert window.statusBar().currentMessage() == "There is no cell on the left to fill from."
