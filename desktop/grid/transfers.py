"""Copy, cut, paste and clear: every change of many cells is one step to undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication

from desktop.grid.clipboard import from_clipboard, to_clipboard
from desktop.grid.columns import cells_across

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QItemSelectionRange

    from desktop.domain.cells import CellRef
    from desktop.grid.cells_model import CellsModel

Typed = list[tuple["CellRef", str]]


def copy(model: CellsModel, areas: Sequence[QItemSelectionRange]) -> bool:
    """Put the selected block on the clipboard; False, and `refused`, where there is not one block."""
    if len(areas) != 1:
        if areas:
            model.refused.emit("Copy works on one block of cells. Select one block and copy it again.")
        return False
    area = areas[0]
    columns = [column for column in range(area.left(), area.right() + 1) if not model.columns[column].drawn]
    rows = ([model.text(row, column) for column in columns] for row in range(area.top(), area.bottom() + 1))
    QGuiApplication.clipboard().setText(to_clipboard(rows))
    return True


def clear(model: CellsModel, areas: Sequence[QItemSelectionRange], label: str = "Clear") -> bool:
    """Empty the selected cells; False where that was refused."""
    cells = dict.fromkeys(
        cell for row, column in _places(areas) if (cell := model.cell(row, column)) is not None
    )
    return model.type_texts([(cell, "") for cell in cells], _label(label, list(cells)))


def paste(model: CellsModel, areas: Sequence[QItemSelectionRange]) -> QRect | None:
    """Type the clipboard's block from the selection's first cell on, or one text into every selected cell.

    Returns the block that was filled, columns across and rows down; None where nothing was, with `refused`
    saying why.
    """
    block = from_clipboard(QGuiApplication.clipboard().text())
    if not block or not areas:
        return None
    if len(block) == len(block[0]) == 1:
        return _fill(model, areas, block[0][0])
    top, left = min(area.top() for area in areas), min(area.left() for area in areas)
    if top + len(block) > len(model.records) or left + len(block[0]) > cells_across(model.columns):
        rows, columns = _count(len(block), "row"), _count(len(block[0]), "column")
        model.refused.emit(
            f"The copied block has {rows} and {columns}, and the table ends before it does. "
            "Select a cell further up or to the left, or copy a smaller block."
        )
        return None
    typed = [
        (cell, text)
        for row, texts in enumerate(block, top)
        for column, text in enumerate(texts, left)
        if (cell := model.cell(row, column)) is not None
    ]
    done = model.type_texts(typed, _label("Paste", [cell for cell, _ in typed]))
    return QRect(left, top, len(block[0]), len(block)) if done else None


def _fill(model: CellsModel, areas: Sequence[QItemSelectionRange], text: str) -> QRect | None:
    places = _places(areas)
    cells = dict.fromkeys(cell for row, column in places if (cell := model.cell(row, column)) is not None)
    done = model.type_texts([(cell, text) for cell in cells], _label("Paste", list(cells)))
    area = areas[0]
    return QRect(area.left(), area.top(), area.width(), area.height()) if done else None


def _places(areas: Sequence[QItemSelectionRange]) -> Iterator[tuple[int, int]]:
    for area in areas:
        for row in range(area.top(), area.bottom() + 1):
            for column in range(area.left(), area.right() + 1):
                yield row, column


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


def _label(what: str, cells: Sequence[CellRef]) -> str:
    return f"{what} {cells[0].a1}" if len(cells) == 1 else f"{what} {len(cells):,} cells"
