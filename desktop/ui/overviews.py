"""Switches between the grid with its chart and the overviews, which stand in the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.ui.panels.overview import Overview

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.document.document import Document


class Overviews:
    """The overview panel, and what gives way to it."""

    def __init__(self, document: Document, instead: Sequence[QWidget]) -> None:
        self.panel = Overview(document)
        self.panel.hide()
        self._instead = tuple(instead)

    @property
    def shown(self) -> bool:
        """Whether an overview stands in the place of the grid."""
        return not self.panel.isHidden()

    def show(self, page: str) -> None:
        """Show an overview by its id, and put the keyboard there."""
        self._switch(to_panel=True)
        self.panel.show_page(page)
        self.take_keyboard()

    def leave(self) -> None:
        """Show the grid and its chart again."""
        self._switch(to_panel=False)

    def take_keyboard(self) -> None:
        """Put the keyboard into the overview."""
        self.panel.keyboard.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _switch(self, *, to_panel: bool) -> None:
        if self.shown != to_panel:
            focused = QApplication.focusWidget()
            if focused is not None:
                focused.clearFocus()  # what is half typed is done; hiding it would send the keyboard anywhere
            for widget in self._instead:
                widget.setHidden(to_panel)
            self.panel.setVisible(to_panel)
