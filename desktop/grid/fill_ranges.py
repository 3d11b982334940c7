"""From where a fill starts and how far it goes, for a selection or a double click on its handle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.grid.fill import Fill, Way
from desktop.grid.filled import filled_in

if TYPE_CHECKING:
    from desktop.grid.blocks import Block
    from desktop.grid.cells_model import CellsModel


def downwards(block: Block) -> Fill | None:
    """The first row over the rest, or the row above over a single one; None where there is none above."""
    top = block.top if block.height > 1 else block.top - 1
    if top < 0:
        return None
    return Fill(block._replace(top=top, bottom=top), block._replace(top=top), Way.REPEATING)


def to_the_right(block: Block) -> Fill | None:
    """The first column over the rest, or the one to the left over a single one; None where there is none."""
    left = block.left if block.width > 1 else block.left - 1
    if left < 0:
        return None
    return Fill(block._replace(left=left, right=left), block._replace(left=left), Way.REPEATING)


def onwards(model: CellsModel, block: Block) -> Fill | None:
    """The filled cells that a block begins with, over the blank ones after them; None where it has not both.

    A block that is higher than wide is filled down, any other to the right.
    """
    filled, down = filled_in(model), block.height >= block.width
    lines, across = (
        (range(block.top, block.bottom + 1), range(block.left, block.right + 1))
        if down
        else (range(block.left, block.right + 1), range(block.top, block.bottom + 1))
    )
    blank = next(
        (line for line in lines if not any(filled(*((line, at) if down else (at, line))) for at in across)),
        None,
    )
    if blank is None or blank == lines[0]:
        return None
    source = block._replace(bottom=blank - 1) if down else block._replace(right=blank - 1)
    return Fill(source, block, Way.COUNTING)


def beside(model: CellsModel, block: Block) -> Fill | None:
    """Down as far as the column beside a block is filled, the left one first; None where neither is."""
    filled = filled_in(model)
    for column in (block.left - 1, block.right + 1):
        if 0 <= column < len(model.columns):
            last = block.bottom
            while last + 1 < len(model.records) and filled(last + 1, column):
                last += 1
            if last > block.bottom:
                return Fill(block, block._replace(bottom=last), Way.BY_ITSELF)
    return None
