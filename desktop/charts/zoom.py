"""A look at part of the dates; the value axis stands still, so that nothing seems steeper than it is."""

from __future__ import annotations

_IN, _STEP = 0.6, 0.25
"""How much of the dates a step inwards leaves, and by how much of them a step sideways goes."""
_LEAST = 60.0
"""The fewest days that are looked at."""


class Zoom:
    """Which days are in view; always within the whole, and the whole is one call away."""

    def __init__(self) -> None:
        """The whole is in view."""
        self._window: tuple[float, float] | None = None

    @property
    def on(self) -> bool:
        """Whether only a part is in view."""
        return self._window is not None

    def days(self, whole: tuple[float, float]) -> tuple[float, float]:
        """The first and last day in view, of the whole given."""
        if self._window is None:
            return whole
        first, last = self._window
        width = min(last - first, whole[1] - whole[0])
        first = min(max(first, whole[0]), whole[1] - width)
        return first, first + width

    def step(self, whole: tuple[float, float], *, inwards: bool, at: float | None = None) -> None:
        """Nearer or farther; the day `at` stays where it is, the middle without one."""
        first, last = self.days(whole)
        centre = (first + last) / 2 if at is None else min(max(at, first), last)
        share = _IN if inwards else 1 / _IN
        if inwards and (last - first) * share < _LEAST:
            return
        self._window = centre - (centre - first) * share, centre + (last - centre) * share
        self._settle(whole)

    def aside(self, whole: tuple[float, float], by: int) -> None:
        """Later (1) or earlier (-1) days, where a part is in view."""
        if self._window is not None:
            first, last = self.days(whole)
            move = by * _STEP * (last - first)
            self._window = first + move, last + move
            self._settle(whole)

    def reveal(self, whole: tuple[float, float], day: float) -> None:
        """Brings a day into view."""
        first, last = self.days(whole)
        if self._window is not None and not first <= day <= last:
            half = (last - first) / 2
            self._window = day - half, day + half
            self._settle(whole)

    def undo(self) -> None:
        """The whole is in view again."""
        self._window = None

    def _settle(self, whole: tuple[float, float]) -> None:
        shown = self.days(whole)
        self._window = None if shown == whole else shown
