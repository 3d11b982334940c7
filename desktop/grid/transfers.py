"""Paste, move and clear: every change is one step to undo, made whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.edits import Edit
from desktop.domain.errors import MilepostError
from desktop.domain.wording import counted
from desktop.grid.blocks import Block
from desktop.grid.columns import cells_across

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from desktop.domain.cells import CellRef
    from desktop.grid.blocks import Place
    from desktop.grid.cells_model import CellsModel
    from desktop.grid.clipboard import Texts
    from desktop.grid.copied import Copied


def put(model: CellsModel, edits: Callable[[], Iterable[Edit]], what: str) -> bool:
    """Make edits as one step, called "Paste 12 cells"; False, and `refused`, where they were refused."""
    if model.reason:
        model.refused.emit(model.reason)
        return False
    try:
        made = list(edits())
        model.document.set_cells(made, label(what, list({edit.cell: edit for edit in made})))
    except MilepostError as refusal:
        model.refused.emit(str(refusal))
        return False
    return True


def clear(model: CellsModel, blocks: Sequence[Block]) -> bool:
    """Empty the cells of blocks; False where that was refused."""
    cells = dict.fromkeys(
        cell for block in blocks for place in block.places() if (cell := model.cell(*place)) is not None
    )
    return put(model, lambda: [Edit(cell=cell, content=None) for cell in cells], "Clear")


def paste_texts(model: CellsModel, blocks: Sequence[Block], texts: Texts) -> Block | None:
    """Type a block of texts over the selection; the block that was filled, None where nothing was."""
    target = _target(model, blocks, (len(texts), len(texts[0])))
    if target is None:
        return None
    typed = [
        (cell, texts[row][column])
        for cell, (row, column) in _pairs(model, blocks, target, (len(texts), len(texts[0]))).items()
    ]
    done = model.type_texts(typed, label("Paste", [cell for cell, _ in typed]))
    return target if done else None


def paste_copied(model: CellsModel, blocks: Sequence[Block], copied: Copied) -> Block | None:
    """Put what was copied over the selection; the block that was filled, None where nothing was."""
    shape = (copied.block.height, copied.block.width)
    target = _target(model, blocks, shape)
    if target is None:
        return None
    pairs = _pairs(model, blocks, target, shape)
    return target if put(model, lambda: _edits(model, copied, pairs), "Paste") else None


def move(model: CellsModel, blocks: Sequence[Block], copied: Copied) -> Block | None:
    """Put what was cut to where the selection begins, and empty the cells it came from, in one step."""
    shape = (copied.block.height, copied.block.width)
    first = [Block(blocks[0].top, blocks[0].left, blocks[0].top, blocks[0].left)]
    target = _target(model, first, shape)
    if target is None:
        return None
    emptied = [Edit(cell=cell, content=None) for cell in copied.cells()]
    pairs = _pairs(model, first, target, shape)
    done = put(model, lambda: [*emptied, *_edits(model, copied, pairs)], "Move")
    return target if done else None


def label(what: str, cells: Sequence[CellRef]) -> str:
    """What a step is called where it is undone."""
    return f"{what} {cells[0].a1}" if len(cells) == 1 else f"{what} {len(cells):,} cells"


def _edits(model: CellsModel, copied: Copied, pairs: Mapping[CellRef, Place]) -> Iterator[Edit]:
    workbook = model.document.workbook
    for cell, place in pairs.items():
        source = copied.source(*place)
        yield Edit(cell=cell, content=None) if source is None else source.put_into(workbook, cell)


def _target(model: CellsModel, blocks: Sequence[Block], shape: Place) -> Block | None:
    """The block that a paste fills: the selection where copies of the block fit it whole, else one copy.

    None, and `refused`, where that goes past the table's end or there is more than one selection.
    """
    height, width = shape
    first = blocks[0]
    if height == width == 1:
        return first
    if len(blocks) > 1:
        model.refused.emit("A block of cells is pasted in one place. Select one cell and paste it there.")
        return None
    down = first.height if first.height % height == 0 else height
    across = first.width if first.width % width == 0 else width
    target = Block(first.top, first.left, first.top + down - 1, first.left + across - 1)
    if target.bottom < len(model.records) and target.right < cells_across(model.columns):
        return target
    rows, columns = counted(height, "row"), counted(width, "column")
    model.refused.emit(
        f"The copied block has {rows} and {columns}, and the table ends before it does. "
        "Select a cell further up or to the left, or copy a smaller block."
    )
    return None


def _pairs(
    model: CellsModel, blocks: Sequence[Block], target: Block, shape: Place
) -> Mapping[CellRef, Place]:
    """The place within the copied block for each cell that is filled.

    A cell that is shown beside several records takes what comes first.
    """
    height, width = shape
    pairs: dict[CellRef, Place] = {}
    for block in blocks if height == width == 1 else [target]:
        for row, column in block.places():
            cell = model.cell(row, column)
            if cell is not None:
                pairs.setdefault(cell, ((row - block.top) % height, (column - block.left) % width))
    return pairs
