"""What is done to the selected cells: copy, move, paste, fill, clear; each change is one step to undo."""

from __future__ import annotations

import datetime as dt
from functools import cached_property, partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop.grid import transfers
from desktop.grid.choice_list import ChoiceList
from desktop.grid.choices import choices
from desktop.grid.columns import cells_across
from desktop.grid.copied import FORMAT, Copied, as_mime
from desktop.grid.fill import filling, formulas_in
from desktop.grid.fill_ranges import downwards, onwards, to_the_right

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QMimeData, QModelIndex

    from desktop.grid.blocks import Block
    from desktop.grid.cells_model import CellsModel
    from desktop.grid.fill import Fill
    from desktop.grid.view import GridView
    from desktop.workbook.workbook import Workbook


class CellCommands(QObject):
    """The commands of a grid, by name; remembers what was copied or cut."""

    told = Signal(str)
    """A word on what was done, or why nothing was."""
    outline_changed = Signal()

    def __init__(self, view: GridView) -> None:
        """Act on the selection of this view."""
        super().__init__(view)
        self._view = view
        self._copied: Copied | None = None
        self._outlined_in: Workbook | None = None

    def do(self, name: str) -> bool:
        """Do a command; False where there is nothing to do and the key may mean something else."""
        if self._view.table_model is None or not self._view.blocks:
            return False
        return self._by_name[name]() is not False

    @cached_property
    def _by_name(self) -> Mapping[str, Callable[[], object]]:
        view = self._view
        return {
            "copy": self.copy,
            "cut": self.cut,
            "paste": self.paste,
            "paste_values": partial(self.paste, values=True),
            "clear": self.clear,
            "fill_down": partial(self._fill_from, downwards, "above"),
            "fill_right": partial(self._fill_from, to_the_right, "on the left"),
            "fill_series": self.fill_series,
            "copy_above": self.copy_above,
            "enter_today": self.enter_today,
            "choose_from_list": self.choose_from_list,
            "select_all": view.selectAll,
            "select_columns": view.choose_columns,
            "select_rows": view.choose_rows,
            "show_current": view.show_current,
            "let_go": self.let_go,
        }

    @property
    def outline(self) -> Block | None:
        """What was copied or cut, where that is shown: it is outlined until it is let go or cells change."""
        model, copied = self._view.table_model, self._copied
        if model is None or copied is None or model.document.workbook is not self._outlined_in:
            return None
        return copied.block if model.identity == copied.identity else None

    def copy(self) -> None:
        """Copy the selected block."""
        self._take(cut=False)

    def cut(self) -> None:
        """Copy the selected block; where it is pasted in this workbook, it is moved there."""
        if self._view.reason:
            self.told.emit(self._view.reason)
        else:
            self._take(cut=True)

    def let_go(self) -> bool:
        """Take the outline away, and leave where they are the cells that were cut; False without one."""
        if self._outlined_in is None:
            return False
        self._outlined_in = None
        self.outline_changed.emit()
        return True

    def paste(self, *, values: bool = False) -> None:
        """Paste what is on the clipboard over the selection, and select what was filled.

        What was cut is moved, unless only its `values` are wanted. Formulas are pasted as their results.
        """
        model, copied = self._model, self._copied
        mime = cast("QMimeData | None", QGuiApplication.clipboard().mimeData())
        if mime is None or not self._blocks:
            return
        if copied is None or mime.data(FORMAT).data() != copied.token:
            from desktop.grid.html_clipboard import copied_block  # HTML waits until something is pasted

            texts = copied_block(mime.text(), mime.html())
            filled = transfers.paste_texts(model, self._blocks, texts) if texts else None
        elif copied.cut and not values and model.document.workbook is self._outlined_in:
            filled = transfers.move(model, self._blocks, copied)
            if filled is not None:
                self._copied = None
                QGuiApplication.clipboard().clear()
        else:
            filled = self._paste_copied(model, copied, values=values)
        if filled is not None:
            self._view.choose_block(filled)

    def clear(self) -> None:
        """Empty the selected cells."""
        transfers.clear(self._model, self._blocks)

    def give_up(self, kept: Block, left: Block) -> None:
        """Empty the part of a selection that was `left` by a drag inwards, and select what is `kept`."""
        if transfers.clear(self._model, [left]):
            self._view.choose_block(kept)

    def fill(self, fill: Fill) -> None:
        """Carry on from some cells over others, and select them all."""
        if self._put_fills([fill]):
            self._view.choose_block(fill.target)

    def fill_series(self) -> None:
        """Carry on what the filled cells begin over the blank ones after them in the selection."""
        fills = [fill for block in self._blocks if (fill := onwards(self._model, block)) is not None]
        if fills:
            self._put_fills(fills)
        else:
            self.told.emit("Select the cells that begin the series together with the blank ones after them.")

    def copy_above(self) -> None:
        """Type into the current cell what stands in the one above it, to be taken or changed."""
        model, index = self._model, self._view.currentIndex()
        above = model.cell(index.row() - 1, index.column()) if index.row() else None
        cell = model.cell(index.row(), index.column())
        if above is None or cell is None:
            self.told.emit("There is no cell above this one to copy from.")
            return
        if self._may_type():
            workbook = model.document.workbook
            self._view.type_in(workbook.edit_text(above, result=True))
            self._tell_formulas(int(workbook.formula(above) is not None), "copied")

    def enter_today(self) -> None:
        """Type today's date into the current cell, to be taken or changed; the cell shows it as it does."""
        if self._may_type():
            self._view.type_in(f"{dt.date.today():%d/%m/%Y}")  # noqa: DTZ011 - the officer's own day

    def choose_from_list(self) -> None:
        """Offer the words of the current cell's column to choose from."""
        index = self._view.currentIndex()
        offered = choices(self._model, index.column())
        if self._view.reason or not offered:
            self.told.emit(self._view.reason or "This column has no list of words to choose from.")
        else:
            self._offer(index, offered)

    def spread(self, text: str) -> bool:
        """Type a text into every selected cell; False where that was refused."""
        model = self._model
        cells = dict.fromkeys(
            cell for block in self._blocks for place in block.places() if (cell := model.cell(*place))
        )
        typed = [(cell, text) for cell in cells]
        return model.type_texts(typed, transfers.label("Type in", list(cells)))

    def _may_type(self) -> bool:
        """Whether the current cell can be typed into; where none can be, that is said."""
        if self._view.reason:
            self.told.emit(self._view.reason)
        return not self._view.reason and self._model.cell_at(self._view.currentIndex()) is not None

    def _offer(self, index: QModelIndex, offered: Sequence[str]) -> None:
        model, column = self._model, self._model.columns[index.column()]
        words = ChoiceList(self._view, offered, model.text(index.row(), index.column()), column.spoken)
        words.chosen.connect(partial(model.setData, index))
        words.drop(self._view.visualRect(index).translated(self._view.viewport().pos()))

    @property
    def _blocks(self) -> Sequence[Block]:
        """The selected blocks without the columns that are drawn and hold no cells."""
        last = cells_across(self._model.columns) - 1
        blocks = (block._replace(right=min(block.right, last)) for block in self._view.blocks)
        return [block for block in blocks if block.left <= block.right]

    @property
    def _model(self) -> CellsModel:
        model = self._view.table_model
        if model is None:
            raise LookupError
        return model

    def _take(self, *, cut: bool) -> None:
        model, blocks = self._model, self._blocks
        if not blocks:
            return
        if len(blocks) > 1:
            model.refused.emit("Copy works on one block of cells. Select one block and copy it again.")
            return
        self._copied = Copied.of(model, blocks[0], cut=cut)
        self._outlined_in = model.document.workbook
        QGuiApplication.clipboard().setMimeData(as_mime(model, self._copied))
        self.outline_changed.emit()

    def _paste_copied(self, model: CellsModel, copied: Copied, *, values: bool) -> Block | None:
        outlined = self.outline is not None
        filled = transfers.paste_copied(model, self._blocks, copied)
        if filled is None:
            return None
        if outlined:
            self._outlined_in = model.document.workbook
        if not values:
            self._tell_formulas(copied.formulas, "pasted")
        return filled

    def _fill_from(self, fills_of: Callable[[Block], Fill | None], where: str) -> None:
        fills = [fill for block in self._blocks if (fill := fills_of(block)) is not None]
        if fills:
            self._put_fills(fills)
        else:
            self.told.emit(f"There is no cell {where} to fill from.")

    def _put_fills(self, fills: Sequence[Fill]) -> bool:
        model = self._model
        formulas = formulas_in(model, [fill.source for fill in fills])
        done = transfers.put(model, lambda: [edit for fill in fills for edit in filling(model, fill)], "Fill")
        if done:
            self._tell_formulas(formulas, "copied")
        return done

    def _tell_formulas(self, count: int, done: str) -> None:
        """Say that not the formulas but their results went over: only Excel works formulas out."""
        if count:
            what = "A formula was" if count == 1 else f"{count:,} formulas were"
            self.told.emit(f"{what} {done} as the result. To copy formulas, use Excel.")
