"""Fills cells from their neighbours: copies of them, or the series that they begin."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.edits import Edit
from desktop.grid.copied import Source
from desktop.grid.series import progression, steps_by_itself

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.domain.cells import CellRef
    from desktop.domain.edits import Content
    from desktop.grid.blocks import Block, Place
    from desktop.grid.cells_model import CellsModel


class Way(Enum):
    """How a fill goes on from what it begins with."""

    BY_ITSELF = auto()
    """A single number is repeated, all else counts on."""
    TURNED = auto()
    """The other way round, as with Ctrl held."""
    COUNTING = auto()
    REPEATING = auto()

    def counts(self, seen: Sequence[Content]) -> bool:
        """Whether contents are counted on rather than repeated."""
        if self in {Way.COUNTING, Way.REPEATING}:
            return self is Way.COUNTING
        return steps_by_itself(seen) == (self is Way.BY_ITSELF)


class Fill(NamedTuple):
    """From `source` on over `target`, which holds it."""

    source: Block
    target: Block
    way: Way

    @property
    def is_down(self) -> bool:
        """Whether columns go on, up or down; else rows do, to the left or right."""
        return self.target.height > self.source.height

    @property
    def is_back(self) -> bool:
        """Whether it goes up or to the left."""
        return self.target.top < self.source.top or self.target.left < self.source.left

    @property
    def length(self) -> int:
        """How many cells each line is given."""
        if self.is_down:
            return self.target.height - self.source.height
        return self.target.width - self.source.width

    def lines(self) -> Iterator[tuple[list[Place], list[Place]]]:
        """The places of each line's source and of what it fills, both in the order of the fill."""
        source = self.source
        across = (
            range(source.left, source.right + 1) if self.is_down else range(source.top, source.bottom + 1)
        )
        along = (source.top, source.bottom) if self.is_down else (source.left, source.right)
        seen, filled = range(along[0], along[1] + 1), range(along[1] + 1, along[1] + 1 + self.length)
        if self.is_back:
            seen, filled = seen[::-1], range(along[0] - 1, along[0] - 1 - self.length, -1)
        for line in across:
            yield self._places(line, seen), self._places(line, filled)

    def _places(self, line: int, along: range) -> list[Place]:
        return [(at, line) if self.is_down else (line, at) for at in along]


def filling(model: CellsModel, fill: Fill) -> list[Edit]:
    """The edits that a fill makes; raises EditRefused where a cell can't take its own."""
    return _first_of_each(
        model, fill, (edit for line in fill.lines() for edit in _continued(model, *line, way=fill.way))
    )


def _first_of_each(model: CellsModel, fill: Fill, edits: Iterable[Edit]) -> list[Edit]:
    """One edit for each cell, for one may stand beside several records; none for the source's own."""
    found: dict[CellRef, Edit] = {}
    for edit in edits:
        found.setdefault(edit.cell, edit)
    for place in fill.source.places():
        cell = model.cell(*place)
        if cell is not None:
            found.pop(cell, None)
    return list(found.values())


def _copied(model: CellsModel, seen: Sequence[Place], filled: Sequence[Place]) -> Iterator[Edit]:
    workbook = model.document.workbook
    for number, place in enumerate(filled):
        origin, cell = model.cell(*seen[number % len(seen)]), model.cell(*place)
        if origin is not None and cell is not None:
            yield Source(workbook, origin).put_into(workbook, cell)


def _continued(
    model: CellsModel, seen: Sequence[Place], filled: Sequence[Place], *, way: Way
) -> Iterator[Edit]:
    contents = _contents(model, seen)
    if not way.counts(contents):
        yield from _copied(model, seen, filled)
        return
    goes_on = progression(contents, counting=True)
    for at, place in enumerate(filled, start=len(seen)):
        cell = model.cell(*place)
        if cell is not None:
            yield Edit(cell=cell, content=goes_on(at))


def formulas_in(model: CellsModel, blocks: Iterable[Block]) -> int:
    """How many cells of blocks are worked out by formulas."""
    cells = {cell for block in blocks for place in block.places() if (cell := model.cell(*place)) is not None}
    return sum(model.document.workbook.formula(cell) is not None for cell in cells)


def last_content(model: CellsModel, fill: Fill) -> Content:
    """What the first line's last cell would hold."""
    seen, filled = next(fill.lines())
    contents = _contents(model, seen)
    goes_on = progression(contents, counting=fill.way.counts(contents))
    return goes_on(len(seen) + len(filled) - 1)


def _contents(model: CellsModel, places: Sequence[Place]) -> list[Content]:
    content = model.document.workbook.content
    return [content(cell) if (cell := model.cell(*place)) is not None else None for place in places]
