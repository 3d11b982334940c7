"""What the Edit menu does: in the text that is being typed where that can be, else in the grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.grid.view import GridView

VERBS = (
    "cut",
    "copy",
    "paste",
    "paste_values",
    "clear",
    "fill_down",
    "fill_right",
    "fill_series",
    "copy_above",
    "enter_today",
    "choose_from_list",
    "select_all",
    "select_columns",
    "select_rows",
    "show_current",
)
"""The grid's commands that stand in the menu, by the names that both know them by."""


def edit(verb: str, grid: GridView) -> None:
    """Do one of the `VERBS`."""
    focused = QApplication.focusWidget()
    if isinstance(focused, QAbstractSpinBox):
        focused = focused.findChild(QLineEdit)
    texts: Mapping[str, Callable[[], object]] = {}
    if isinstance(focused, QLineEdit):
        texts = _in_line(focused)
    elif isinstance(focused, QPlainTextEdit):
        texts = _in_text(focused)
    if verb in texts:
        texts[verb]()
    elif grid.isVisibleTo(grid.window()):  # nothing is changed that the officer does not see
        grid.setFocus()  # what is still being typed is done first
        grid.commands.do(verb)


def _in_line(line: QLineEdit) -> Mapping[str, Callable[[], object]]:
    return {
        "cut": line.cut,
        "copy": line.copy,
        "paste": line.paste,
        "paste_values": line.paste,
        "clear": lambda: line.insert(""),
        "select_all": line.selectAll,
    }


def _in_text(text: QPlainTextEdit) -> Mapping[str, Callable[[], object]]:
    return {
        "cut": text.cut,
        "copy": text.copy,
        "paste": text.paste,
        "paste_values": text.paste,
        "clear": lambda: text.insertPlainText(""),
        "select_all": text.selectAll,
    }
