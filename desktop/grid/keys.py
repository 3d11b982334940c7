"""Which keys of the grid do what: the commands by name, as officers know their keys from Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

_Key, _Standard = Qt.Key, QKeySequence.StandardKey
_NONE, _CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
_SHIFT, _ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier

_STEPS: Final[Mapping[int, tuple[int, int]]] = {
    _Key.Key_Return: (1, 0),
    _Key.Key_Enter: (1, 0),
    _Key.Key_Tab: (0, 1),
    _Key.Key_Backtab: (0, -1),
}
"""The rows and columns that Enter and Tab move on by."""
_STANDARD: Final = (
    (_Standard.Copy, "copy"),
    (_Standard.Cut, "cut"),
    (_Standard.Paste, "paste"),
    (_Standard.SelectAll, "select_all"),
)
_COMMANDS: Final[Mapping[tuple[int, Qt.KeyboardModifier], str]] = {
    (_Key.Key_V, _CONTROL | _SHIFT): "paste_values",
    (_Key.Key_Delete, _NONE): "clear",
    (_Key.Key_D, _CONTROL): "fill_down",
    (_Key.Key_R, _CONTROL): "fill_right",
    (_Key.Key_Apostrophe, _CONTROL): "copy_above",
    (_Key.Key_Semicolon, _CONTROL): "enter_today",
    (_Key.Key_Down, _ALT): "choose_from_list",
    (_Key.Key_Space, _CONTROL): "select_columns",
    (_Key.Key_Space, _SHIFT): "select_rows",
    (_Key.Key_Space, _CONTROL | _SHIFT): "select_all",
    (_Key.Key_Backspace, _CONTROL): "show_current",
    (_Key.Key_Escape, _NONE): "let_go",
}


def command_of(event: QKeyEvent) -> str:
    """The name of the command that a key stands for; empty where it stands for none."""
    modifiers = event.modifiers() & ~_KEYPAD
    command = _COMMANDS.get((event.key(), modifiers))
    if command is not None:
        return command
    return next((name for standard, name in _STANDARD if event.matches(standard)), "")


def step_of(event: QKeyEvent) -> tuple[int, int] | None:
    """The rows and columns that a key moves on by, back with Shift; None for any other key."""
    step = _STEPS.get(event.key())
    if step is None or event.modifiers() & (_CONTROL | _ALT):
        return None
    return (-step[0], 0) if step[0] and event.modifiers() & _SHIFT else step
