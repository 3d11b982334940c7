"""What is chosen and what is on the move: what mouse and keys do to a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from desktop.charts.picture import Annotation, Point

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.charts.picture import Picture
    from desktop.domain.cells import CellRef

Move: TypeAlias = "tuple[CellRef, float]"
"""A planned point's cell and the value it is to have."""

Stop: TypeAlias = "Point | Annotation"
"""What the keys can choose: a plotted value or a note."""


class Hand:
    """Holds a picture's points and notes; it gives moves, and leaves it to others to make them."""

    def __init__(self) -> None:
        """Empty: there is no picture yet."""
        self.picture: Picture | None = None
        self._cell: CellRef | None = None
        self._row: int | None = None
        self._held: Stop | None = None
        self._there = 0.0
        self._shift = (0, 0)

    def take(self, picture: Picture) -> None:
        """Turns to a picture: a drag is given up, and what is chosen stays if the picture has it."""
        self.picture = picture
        self._held = None
        self.choose(self.stop)

    @property
    def stop(self) -> Stop | None:
        """What is chosen, as the picture has it."""
        return self.chosen or self.noted

    @property
    def chosen(self) -> Point | None:
        """The point that is chosen; the keys move it if it is a planned one."""
        if self.picture is None or self._cell is None:
            return None
        return self.picture.point_at(self._cell)

    @property
    def noted(self) -> Annotation | None:
        """The officer's note that is chosen."""
        if self.picture is None or self._row is None:
            return None
        return self.picture.annotation_in(self._row)

    @property
    def dragging(self) -> bool:
        """Whether a point or a flag is being dragged."""
        return self._held is not None

    @property
    def shown(self) -> Picture | None:
        """The picture with what is dragged where it is now."""
        if self.picture is None or self._held is None:
            return self.picture
        if isinstance(self._held, Annotation):
            return self.picture.flagged(self._held, *self._shift)
        return self.picture.moved(self._held, self._there)

    def choose(self, stop: Stop | None) -> None:
        """Chooses what the keys move."""
        self._cell = stop.cell if isinstance(stop, Point) else None
        self._row = stop.note.row if isinstance(stop, Annotation) else None

    def turn(self, by: int) -> bool:
        """Chooses the next planned point to the right (1) or left (-1); False where there is none."""
        return self._go(by, () if self.picture is None else self.picture.movable)

    def walk(self, by: int) -> bool:
        """Chooses the next value or note to the right (1) or left (-1), beginning with the planned points."""
        if self.picture is None:
            return False
        if self.stop is None and self.turn(by):
            return True
        stops: list[Stop] = [*self.picture.points, *self.picture.annotations]
        return self._go(by, sorted(stops, key=lambda stop: stop.date))

    def _go(self, by: int, stops: Sequence[Stop]) -> bool:
        here = self.stop
        if here in stops:
            number = stops.index(here) + by
        elif here is None:
            number = 0 if by > 0 else len(stops) - 1
        else:  # what is chosen is none of these: on from its date
            earlier = sum(stop.date <= here.date for stop in stops)
            number = earlier if by > 0 else earlier - 1
        if not 0 <= number < len(stops):
            return False
        self.choose(stops[number])
        return True

    def step(self, by: int) -> Move | None:
        """The chosen planned point moved by units of its last decimal; None where that changes nothing."""
        point, picture = self.chosen, self.picture
        if point is None or picture is None or point.kind.actual:
            return None
        value = picture.snapped(point.value + by * 10.0**-picture.decimals)
        return None if value == point.value else (point.cell, value)

    def grasp(self, stop: Stop) -> None:
        """Begins to drag a point or a flag, which is chosen with it."""
        self.choose(stop)
        self._held = stop
        if isinstance(stop, Annotation):
            self._shift = stop.note.right, stop.note.up
        else:
            self._there = stop.value

    def carry(self, value: float) -> None:
        """Drags the point to a value, as far and as finely as the picture allows."""
        if self.picture is not None:
            self._there = self.picture.snapped(value)

    def shift(self, right: int, up: int) -> None:
        """Drags the flag so far from its place, in pixels."""
        self._shift = right, up

    @property
    def flag(self) -> Annotation | None:
        """The note whose flag is being dragged."""
        return self._held if isinstance(self._held, Annotation) else None

    def drop(self) -> Move | None:
        """Ends the drag of a point; None where it is where it was."""
        held, self._held = self._held, None
        if not isinstance(held, Point) or self._there == held.value:
            return None
        return held.cell, self._there

    def drop_flag(self) -> tuple[Annotation, int, int] | None:
        """Ends the drag of a flag: the note, and how far from its place; None where it is where it was."""
        held, self._held = self._held, None
        if not isinstance(held, Annotation) or self._shift == (held.note.right, held.note.up):
            return None
        return held, *self._shift

    def give_up(self) -> None:
        """Ends the drag and moves nothing."""
        self._held = None
