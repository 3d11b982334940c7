"""Finds and replaces words in the table that is shown or in the whole workbook, and goes to cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop.domain.errors import MilepostError
from desktop.grid.hits_found import Hits, hits_everywhere, hits_shown
from desktop.ui.panels.find_bar import FindBar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.document.document import Document
    from desktop.domain.cells import CellRef
    from desktop.grid.view import GridView

_PAUSE = 150
"""Milliseconds after the last key until the hits are counted: no long table is searched letter by letter."""


class Searching(QObject):
    """The find bar of one grid, and what it does."""

    refused = Signal(str)
    """Why nothing was replaced."""
    said = Signal(str)
    """Why there is nothing to go to."""
    left = Signal()
    """The bar was closed."""

    def __init__(self, document: Document, grid: GridView, go_to: Callable[[CellRef], None]) -> None:
        super().__init__(grid)
        self._document, self._grid, self._go_to = document, grid, go_to
        self._hits: Hits | None = None
        self.bar = FindBar()
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._show_hits)
        self.bar.changed.connect(self._wait)
        self.bar.step_wanted.connect(lambda forward: self.step(forward=forward))
        self.bar.replace_wanted.connect(self._replace)
        self.bar.closed.connect(self._leave)
        document.changed.connect(self.refresh)
        grid.current_cell_changed.connect(self._count)

    def ask(self, *, replace: bool = False) -> None:
        """Show the bar and take the keyboard."""
        self.bar.ask(replace=replace)
        self._wait()

    def step(self, *, forward: bool) -> None:
        """Go to the next hit after the current cell, or the one before; ask for words where none are."""
        if self.bar.search.empty:
            self.ask()
            return
        there = self._found.beside(self._grid.current_cell, forward=forward)
        if there is not None:
            self._keeping_keyboard(lambda: self._go_to(there))
        self._show_hits()

    def refresh(self) -> None:
        """Look again: cells, rows or the table are others."""
        if self.bar.isVisible():
            self._wait()
        else:
            self._hits = None

    def ask_where(self) -> None:
        """Ask for a cell, a code or words to go to."""
        from desktop.ui.panels.go_to import go_to_asked

        asked = go_to_asked(self._grid, self._document, self._grid.current_cell)
        asked.chosen.connect(self._go_where)

    @property
    def _found(self) -> Hits:
        """The hits, looked for when they are first asked for."""
        if self._hits is None:
            self._pause.stop()
            self._hits = self._look()
        return self._hits

    def _look(self) -> Hits:
        search, model = self.bar.search, self._grid.table_model
        if search.empty or model is None:
            return Hits()
        if self.bar.everywhere:
            return hits_everywhere(self._document.workbook, search)
        return hits_shown(model, search)

    def _wait(self) -> None:
        self._hits = None
        self._pause.start()

    def _show_hits(self) -> None:
        self._grid.mark_hits(frozenset(self._found.cells) if self.bar.isVisible() else frozenset())
        self._count()

    def _count(self) -> None:
        if not self.bar.isVisible() or self._hits is None:
            return
        every, number = len(self._hits.cells), self._hits.number(self._grid.current_cell)
        if self.bar.search.empty:
            self.bar.say("")
        elif not every:
            self.bar.say("not found")
        else:
            self.bar.say(f"{number:,} of {every:,}" if number is not None else f"{every:,} found")

    def _replace(self, every: bool) -> None:
        if self.bar.search.empty:
            return
        current = self._grid.current_cell
        if every:
            self._put(self._found.cells)
        elif current is not None and self._found.number(current) is not None:
            self._put([current])
            self.step(forward=True)
        else:
            self.step(forward=True)

    def _put(self, cells: Sequence[CellRef]) -> None:
        from desktop.ui.replacing import replacement

        planned = replacement(self._document, cells, self.bar.search, self.bar.new_words)
        try:
            self._document.type_texts(planned.typed, f"Replace “{self.bar.search.words}”")
        except MilepostError as refusal:
            self.refused.emit(str(refusal))
            return
        self._show_hits()
        self.bar.say(planned.words)

    def _go_where(self, cell: CellRef) -> None:
        self._go_to(cell)
        if self._grid.current_cell != cell:
            self.said.emit(f"{cell.a1} is blank and stands in no table: there is nothing to go to.")

    def _leave(self) -> None:
        self._pause.stop()
        self._grid.mark_hits(frozenset())
        self.left.emit()

    def _keeping_keyboard(self, act: Callable[[], None]) -> None:
        """The grid takes the keyboard where it goes to a cell; the bar takes it back."""
        focused = QApplication.focusWidget()
        act()
        if focused is not None and self.bar.isAncestorOf(focused):
            focused.setFocus()
