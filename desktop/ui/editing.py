"""Cut, copy, paste, clear and select all from the menu: in the text that is being typed, else in the grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.grid.view import GridView


def edit(verb: str, grid: GridView) -> None:
    """Do what the menu says: "cut", "copy", "paste", "clear" or "select_all"."""
    focused = QApplication.focusWidget()
    if isinstance(focused, QAbstractSpinBox):
        focused = focused.findChild(QLineEdit)
    if isinstance(focused, QLineEdit):
        _in_line(focused)[verb]()
    elif isinstance(focused, QPlainTextEdit):
        _in_text(focused)[verb]()
    else:
        _in_grid(grid)[verb]()


def _in_line(line: QLineEdit) -> Mapping[str, Callable[[], object]]:
    return {
        "cut": line.cut,
        "copy": line.copy,
        "paste": line.paste,
        "clear": lambda: line.insert(""),
        "select_all": line.selectAll,
    }


def _in_text(text: QPlainTextEdit) -> Mapping[str, Callable[[], object]]:
    return {
        "cut": text.cut,
        "copy": text.copy,
        "paste": text.paste,
        "clear": lambda: text.insertPlainText(""),
        "select_all": text.selectAll,
    }


def _in_grid(grid: GridView) -> Mapping[str, Callable[[], object]]:
    return {
        "cut": grid.cut,
        "copy": grid.copy,
        "paste": grid.paste,
        "clear": grid.clear_cells,
        "select_all": grid.selectAll,
    }
