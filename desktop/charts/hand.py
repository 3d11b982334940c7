"""Which planned point is chosen, which is being dragged and to where: what mouse and keys do to a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from desktop.charts.picture import Picture, Point
    from desktop.domain.cells import CellRef

Move: TypeAlias = "tuple[CellRef, float]"
"""A planned point's cell and the value it is to have."""


class Hand:
    """Holds a picture's planned points; it gives moves, and leaves it to others to make them."""

    def __init__(self) -> None:
        """Empty: there is no picture yet."""
        self.picture: Picture | None = None
        self._chosen: CellRef | None = None
        self._held: Point | None = None
        self._there = 0.0

    def take(self, picture: Picture) -> None:
        """Turns to a picture: a drag is given up, and the chosen point stays if the picture has it."""
        self.picture = picture
        self._held = None
        if self.chosen is None:
            self._chosen = None

    @property
    def chosen(self) -> Point | None:
        """The planned point that the keys move, as the picture has it."""
        if self.picture is None or self._chosen is None:
            return None
        return self.picture.point_at(self._chosen)

    @property
    def dragging(self) -> bool:
        """Whether a point is being dragged."""
        return self._held is not None

    @property
    def shown(self) -> Picture | None:
        """The picture with the dragged point where it is now."""
        if self.picture is None or self._held is None:
            return self.picture
        return self.picture.moved(self._held, self._there)

    def choose(self, point: Point | None) -> None:
        """Chooses the point that the keys move."""
        self._chosen = None if point is None else point.cell

    def turn(self, by: int) -> bool:
        """Chooses the next planned point to the right (1) or left (-1); False where there is none."""
        points = self.picture.movable if self.picture is not None else ()
        cells = [point.cell for point in points]
        first = 0 if by > 0 else len(cells) - 1
        number = cells.index(self._chosen) + by if self._chosen in cells else first
        if not 0 <= number < len(points):
            return False
        self.choose(points[number])
        return True

    def step(self, by: int) -> Move | None:
        """The chosen point moved by units of its last decimal; None where that changes nothing."""
        point, picture = self.chosen, self.picture
        if point is None or picture is None:
            return None
        value = picture.snapped(point.value + by * 10.0**-picture.decimals)
        return None if value == point.value else (point.cell, value)

    def grasp(self, point: Point) -> None:
        """Begins to drag a point, which is chosen with it."""
        self.choose(point)
        self._held, self._there = point, point.value

    def carry(self, value: float) -> None:
        """Drags the point to a value, as far and as finely as the picture allows."""
        if self.picture is not None:
            self._there = self.picture.snapped(value)

    def drop(self) -> Move | None:
        """Ends the drag; None where the point is where it was."""
        held, self._held = self._held, None
        return None if held is None or self._there == held.value else (held.cell, self._there)

    def give_up(self) -> None:
        """Ends the drag and moves nothing."""
        self._held = None
