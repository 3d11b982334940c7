"""Going round the parts of the window by key."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


class Stop(NamedTuple):
    """A part of the window, and what of it takes the keyboard; None where nothing does just now."""

    part: QWidget
    keyboard: QWidget | None


def go_round(stops: Sequence[Stop], *, forward: bool) -> None:
    """Put the keyboard into the next of the stops that can take it, or the one before; round at the ends.

    A stop is left from whatever of its part has the keyboard; from elsewhere the way begins at an end.
    """
    able = [
        (part, keyboard)
        for part, keyboard in stops
        if keyboard is not None and keyboard.isEnabled() and keyboard.isVisible()
    ]
    focused = QApplication.focusWidget()
    here = next((number for number, (part, _) in enumerate(able) if _holds(part, focused)), None)
    if not able:
        return
    start = here if here is not None else (-1 if forward else 0)
    _, there = able[(start + (1 if forward else -1)) % len(able)]
    there.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _holds(part: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (part is focused or part.isAncestorOf(focused))
