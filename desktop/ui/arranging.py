"""Filters, sorts, hides and sizes what the grid shows, as the menus and the headers ask."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from desktop.grid.arrangement import AS_IN_SHEET, ordered
from desktop.grid.column_layout import WHOLE
from desktop.grid.model import TableModel
from desktop.ui.panels.arrangement_note import ArrangementNote

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QPoint

    from desktop.document.grid_settings import GridSettings
    from desktop.domain.cells import CellRef
    from desktop.domain.tables import Table
    from desktop.grid.arrangement import Arrangement
    from desktop.grid.filters import Filter
    from desktop.grid.view import GridView

_STEP = 10
"""Per cent that one step of the zoom makes larger or smaller."""
_NO_TABLE = "A whole sheet is shown as it stands. Choose a table in the contents to filter or sort it."


class Arranging(QObject):
    """Arranges the table of one grid; the sheet itself stays as it is."""

    said = Signal(str)
    """A word on what was done, or why it was not."""

    def __init__(self, grid: GridView, settings: GridSettings) -> None:
        super().__init__(grid)
        self._grid, self._settings = grid, settings
        self._filtered_last = 0
        self.note = ArrangementNote()
        self.note.clear_wanted.connect(self.show_everything)
        self.note.again_wanted.connect(self.again)
        grid.header.filter_wanted.connect(self.ask_filter)
        grid.header.menu_wanted.connect(self._show_menu)
        grid.zoom_wanted.connect(self.zoom)
        grid.column_layout.shapes = settings.shapes
        grid.set_rows_fitted(settings.rows_fitted)
        grid.set_zoom(settings.zoom)

    def follow_model(self) -> None:
        """Tell of the table that is shown now, and of each way that it is arranged anew."""
        model = self._model
        if model is not None:
            model.modelReset.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say beneath the grid how the table is arranged."""
        model = self._model
        self.note.say("" if model is None else _words(model))

    def sort(self, *, descending: bool, section: int | None = None) -> None:
        """Sort by a column of the grid, the current one where none is named; equals stay as they were."""
        model = self._arrangeable()
        if model is not None:
            place = model.places[self._section(section)]
            self._arrange(model.arrangement.sorted_by(place, descending=descending))

    def order_shown(self) -> tuple[Table, tuple[int, ...]] | None:
        """The table that is shown, sorted and whole, and the rows of its records in that order.

        None, and that is said, where it is not sorted, or some of its rows are filtered out.
        """
        model = self._arrangeable()
        if model is None:
            return None
        if model.arrangement.filters:
            self.said.emit("Show all rows first: those that the filter hides would stand anywhere.")
        elif not model.arrangement.sorts:
            self.said.emit("Sort the table first. This then puts the rows of the sheet in the same order.")
        else:
            return model.table, tuple(record.row for record in model.records)
        return None

    def sheet_order(self) -> None:
        """Show the rows in the order of the sheet."""
        model = self._arrangeable()
        if model is not None:
            self._arrange(model.arrangement.in_sheet_order)

    def ask_filter(self, section: int | None = None) -> None:
        """Ask which rows to show, by a column of the grid, the current one where none is named."""
        from desktop.ui.panels.filter_popup import FilterPopup

        model = self._arrangeable()
        if model is None:
            return
        column = self._section(section)
        place = model.places[column]
        current = model.arrangement.by_column.get(place)
        popup = FilterPopup(model.columns[column].spoken, _counts(model, place), current, self._grid)
        popup.chosen.connect(partial(self._filter, place))
        popup.sort_wanted.connect(lambda descending: self.sort(descending=descending, section=column))
        popup.show_beneath(self._grid.header.column_rect(column))

    def again(self) -> None:
        """Filter and sort once more, by what the cells hold now."""
        model = self._arrangeable()
        if model is not None:
            self._arrange(model.arrangement)

    def clear(self) -> None:
        """Show every row, in the order of the sheet."""
        model = self._arrangeable()
        if model is not None:
            self._arrange(AS_IN_SHEET)

    def show_everything(self) -> None:
        """Show every row and every column."""
        model = self._arrangeable()
        if model is not None:
            self._hide(model, frozenset())
            self.clear()

    def hide_columns(self, section: int | None = None) -> None:
        """Hide a column of the grid, or those of the selection where none is named."""
        model = self._arrangeable()
        if model is None:
            return
        chosen = {section} if section is not None else self._selected_columns()
        hidden = model.hidden | {model.places[column] for column in chosen}
        if len(hidden) == len(model.every_column):
            self.said.emit("One column stays: a table without any could not be shown.")
        else:
            self._hide(model, hidden)
            self.said.emit("Hidden. View, Show all columns brings it back.")

    def show_columns(self) -> None:
        """Show every column, at its own width."""
        model = self._arrangeable()
        if model is not None:
            self._grid.column_layout.forget_widths(model)
            self._hide(model, frozenset())
            self._grid.lay_out()

    def zoom(self, steps: int) -> None:
        """Make the grid larger or smaller by steps; 0 goes back to the size of the window's text."""
        self._grid.set_zoom(self._grid.zoom + steps * _STEP if steps else WHOLE)
        self._settings.keep_zoom(self._grid.zoom)
        self.said.emit(f"Zoom {self._grid.zoom} %")

    def fit_rows(self) -> None:
        """Make rows as high as their texts, or all of one height again."""
        fitted = not self._grid.row_fitter.on
        self._grid.set_rows_fitted(fitted)
        self._settings.keep_rows_fitted(fitted)
        self.said.emit("Rows fit their texts." if fitted else "Rows are of one height.")

    def go_to(self, cell: CellRef) -> bool:
        """Go to a cell of the table, where need be without the filter or with the column that hid it."""
        if self._grid.go_to(cell):
            return True
        model = self._model
        place = model.place_of(cell) if model is not None else None
        if model is None or place is None:
            return False
        _, column = place
        words = (
            f"Column “{model.every_column[column].title}” is shown again." if column in model.hidden else ""
        )
        if words:
            self._hide(model, model.hidden - {column})
        if not model.index_of(cell).isValid():
            self._arrange(model.arrangement.unfiltered)
            words = f"Every row is shown again: the filter had hidden {cell.a1}."
        found = self._grid.go_to(cell)
        self.said.emit(words)
        return found

    @property
    def _model(self) -> TableModel | None:
        model = self._grid.table_model
        return model if isinstance(model, TableModel) else None

    def _arrangeable(self) -> TableModel | None:
        """The table that is shown; where a whole sheet is, that is said."""
        if self._model is None:
            self.said.emit(_NO_TABLE)
        return self._model

    def _section(self, section: int | None) -> int:
        """The column that is meant: where no row is left, the one that was filtered last."""
        current = self._grid.currentIndex()
        if section is None:
            section = current.column() if current.isValid() else self._filtered_last
        return min(section, len(self._grid.columns) - 1)

    def _selected_columns(self) -> set[int]:
        blocks = self._grid.blocks
        return {column for block in blocks for column in range(block.left, block.right + 1)}

    def _filter(self, place: int, wanted: Filter | None) -> None:
        model = self._model
        if model is not None:
            if place in model.places:
                self._filtered_last = model.places.index(place)
            self._arrange(model.arrangement.filtered(place, wanted))

    def _arrange(self, arrangement: Arrangement) -> None:
        self._grid.arrange(arrangement)
        self.refresh()
        model = self._model
        if model is not None and arrangement.filters:
            self.said.emit(_rows(model))

    def _hide(self, model: TableModel, hidden: frozenset[int]) -> None:
        self._grid.column_layout.hide(model, hidden)

    def _show_menu(self, section: int, place: QPoint) -> None:
        menu = QMenu(self._grid)
        for name, intent in self._offers(section).items():
            if name.startswith("-"):
                menu.addSeparator()
            menu.addAction(name.lstrip("-")).triggered.connect(lambda _=False, do=intent: do())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _offers(self, section: int) -> Mapping[str, Callable[[], None]]:
        """What the menu of a column offers; a line stands above those that begin with a hyphen."""
        return {
            "Sort &A to Z, smallest first": partial(self.sort, descending=False, section=section),
            "Sort &Z to A, largest first": partial(self.sort, descending=True, section=section),
            "In the order of the &sheet": self.sheet_order,
            "-&Filter…": partial(self.ask_filter, section),
            "Show &all rows": self.clear,
            "-&Hide": partial(self.hide_columns, section),
            "Show all &columns": self.show_columns,
        }


def _counts(model: TableModel, place: int) -> Mapping[str, int]:
    """Every text of a column, in its order, and how many rows show it."""
    facts = model.facts(place)
    positions = ordered(model.offered(place), facts.values, descending=False)
    return Counter(facts.labels[position] for position in positions)


def _rows(model: TableModel) -> str:
    return f"{len(model.records):,} of {len(model.everything):,} rows"


def _words(model: TableModel) -> str:
    """How a table is arranged, in one line."""
    said = []
    arrangement = model.arrangement
    if arrangement.filters:
        columns = (f"{model.every_column[place].spoken} {each.words}" for place, each in arrangement.filters)
        said.append(f"{_rows(model)}: {'; '.join(columns)}")
    if arrangement.sorts:
        names = (
            model.every_column[sort.column].spoken + (", largest first" if sort.descending else "")
            for sort in arrangement.sorts
        )
        said.append(f"Sorted by {', then '.join(names)}")
    if model.hidden:
        hidden = ", ".join(model.every_column[place].spoken for place in sorted(model.hidden))
        said.append(f"Hidden: {hidden}")
    return "   ".join(said)
