"""Places labels so that none touches another, a marker or a line; what finds no room is left out."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Spot: TypeAlias = tuple[float, float]
"""A place in pixels: to the right, then down."""
Segment: TypeAlias = tuple[Spot, Spot]
"""A straight piece of a line."""

Size: TypeAlias = tuple[float, float]
"""Width and height in pixels."""

_NEAR, _FAR = (0.0, 4.0, 9.0), (16.0, 26.0, 40.0, 58.0, 80.0, 110.0)
"""Distances between a label and its mark; from far away a line leads to it."""
_AROUND = (6.0, 12.0, 20.0, 30.0, 42.0)
"""How far a label that was put somewhere by hand gives way to what stands there."""
_NOISE = 1e-6
_DIRECTIONS = 16
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """An upright rectangle in pixels."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    @property
    def middle(self) -> Spot:
        """Its centre."""
        return self.left + self.width / 2, self.top + self.height / 2

    def touches(self, other: Box) -> bool:
        """Whether the two have a point in common that is not on an edge of both."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """Whether the other lies within."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )

    def grown(self, margin: float) -> Box:
        """The box with a margin around it."""
        return Box(
            left=self.left - margin,
            top=self.top - margin,
            width=self.width + 2 * margin,
            height=self.height + 2 * margin,
        )

    def crossed_by(self, line: Segment) -> bool:
        """Whether a piece of a line runs through it (Liang and Barsky's clipping)."""
        (x, y), (end_x, end_y) = line
        if not self._may_meet(x, y, end_x, end_y):
            return False
        enter, leave = 0.0, 1.0
        for start, run, low, high in (
            (x, end_x - x, self.left, self.right),
            (y, end_y - y, self.top, self.bottom),
        ):
            if run == 0:
                if not low < start < high:
                    return False
                continue
            first, last = sorted(((low - start) / run, (high - start) / run))
            enter, leave = max(enter, first), min(leave, last)
        return enter < leave

    def _may_meet(self, x: float, y: float, end_x: float, end_y: float) -> bool:
        """Whether a piece of a line is not wholly to one side of it: most are."""
        right, bottom = self.left + self.width, self.top + self.height
        if (x >= right and end_x >= right) or (x <= self.left and end_x <= self.left):
            return False
        return not ((y >= bottom and end_y >= bottom) or (y <= self.top and end_y <= self.top))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A label that wants a place beside one of its marks, the first if it can be had.

    `sizes` are widths and heights of its words, the wanted ones before shorter ones. `clear` is how far it
    stays from a mark's centre; `bearing` is the way it would rather go, an angle in degrees: 0 to the right,
    90 upwards. Where it can, it keeps within the `span` from left to right. One with a `home` was put there
    by hand: its centre stands there, or as near as it can.
    """

    marks: tuple[Spot, ...]
    sizes: tuple[Size, ...] = ()
    clear: float = 7.0
    bearing: float = 90.0
    span: tuple[float, float] | None = None
    home: Spot | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where a label went, and which of its sizes it has.

    `leader` is the line to its mark, None where it stands near enough to need none.
    """

    box: Box
    size: int
    leader: Segment | None


def place(
    wishes: Sequence[Wish],
    *,
    bounds: Box,
    boxes: Iterable[Box] = (),
    lines: Iterable[Segment] = (),
    gap: float = 2.0,
) -> tuple[Placed | None, ...]:
    """A place for each wish, in the order of the wishes, or None where there is no room within the bounds.

    No box comes nearer than the gap to another, to one of the given boxes, or to a line; no leader crosses
    a label.
    """
    sight = bounds.grown(_NOISE)
    ground = _Ground(bounds=bounds, sight=sight, marks=list(boxes), lines=list(lines), gap=gap)
    return tuple(ground.take(wish) for wish in wishes)


@dataclass(slots=True, kw_only=True)
class _Ground:
    """What is taken already: marks and labels, lines and leaders."""

    bounds: Box
    sight: Box
    marks: list[Box]
    lines: list[Segment]
    gap: float
    labels: list[Box] = field(default_factory=list)

    def take(self, wish: Wish) -> Placed | None:
        """The first free place for a wish, which is then taken."""
        for spot in _spots(wish, self.bounds):
            if self._free(spot):
                self.labels.append(spot.box)
                if spot.leader is not None:
                    self.lines.append(spot.leader)
                return spot
        return None

    def _free(self, spot: Placed) -> bool:
        if not self.sight.holds(spot.box):
            return False
        box, leader = spot.box.grown(self.gap), spot.leader
        return (
            not any(box.touches(other) for other in self.labels)
            and not any(box.touches(other) for other in self.marks)
            and not any(box.crossed_by(line) for line in self.lines)
            and (leader is None or not any(other.crossed_by(leader) for other in self.labels))
        )


def _spots(wish: Wish, bounds: Box) -> Iterator[Placed]:
    """Places around the marks: near in all sizes before far, the wanted direction before its neighbours."""
    if wish.home is not None:
        yield from _around_home(wish, wish.home, bounds)
    turn = 360.0 / _DIRECTIONS
    swings = sorted(range(_DIRECTIONS), key=lambda number: min(number, _DIRECTIONS - number))
    if len(wish.marks) > 1:  # along a line there are places enough above and below it
        swings = [0, _DIRECTIONS // 2]
    for distances in (_NEAR, _FAR):
        for (number, size), distance, mark, swing in product(
            enumerate(wish.sizes), distances, wish.marks, swings
        ):
            angle = math.radians(wish.bearing + swing * turn)
            box = _beside(size, mark, angle, wish.clear + distance)
            for left, right in filter(None, (wish.span, (bounds.left, bounds.right))):
                slid = _slid(_slid(box, left, right), bounds.left, bounds.right)
                yield Placed(box=slid, size=number, leader=_leader(slid, mark) if distances is _FAR else None)


def _around_home(wish: Wish, home: Spot, bounds: Box) -> Iterator[Placed]:
    """The place chosen by hand, brought into sight, then places around it; each is led to its mark."""
    width, height = wish.sizes[0]
    turn = 2 * math.pi / _DIRECTIONS
    for distance, number in [(0.0, 0), *product(_AROUND, range(_DIRECTIONS))]:
        x, y = home[0] + distance * math.cos(number * turn), home[1] - distance * math.sin(number * turn)
        box = Box(left=x - width / 2, top=y - height / 2, width=width, height=height)
        box = _slid(box, bounds.left, bounds.right)
        box = replace(box, top=min(max(box.top, bounds.top), max(bounds.top, bounds.bottom - height)))
        (mark,) = wish.marks
        near = math.dist(box.middle, mark) <= wish.clear + max(width, height) / 2 + _NEAR[-1]
        yield Placed(box=box, size=0, leader=None if near else _leader(box, mark))


def _slid(box: Box, left: float, right: float) -> Box:
    """The box moved sideways just as far as brings it between two edges; as it was if it is too wide."""
    if box.width > right - left:
        return box
    return replace(box, left=min(max(box.left, left), right - box.width))


def _leader(box: Box, mark: Spot) -> Segment:
    """The shortest line from a box to its mark."""
    x, y = mark
    return (min(max(x, box.left), box.right), min(max(y, box.top), box.bottom)), mark


def _beside(size: Size, mark: Spot, angle: float, clear: float) -> Box:
    """The box that just keeps clear of a circle around the mark, in a direction from it."""
    across, up = math.cos(angle), math.sin(angle)
    width, height = size
    sideways = math.inf if abs(across) < _NOISE else (width / 2 + clear) / abs(across)
    upwards = math.inf if abs(up) < _NOISE else (height / 2 + clear) / abs(up)
    reach = min(sideways, upwards)
    x, y = mark
    return Box(
        left=x + across * reach - width / 2, top=y - up * reach - height / 2, width=width, height=height
    )


def elided(text: str, width: float, measure: Callable[[str], float]) -> str:
    """The text, cut with "…" where it is wider than there is room."""
    if measure(text) <= width:
        return text
    fits, fails = 0, len(text)
    while fails - fits > 1:
        middle = (fits + fails) // 2
        fits, fails = (middle, fails) if measure(_cut(text, middle)) <= width else (fits, middle)
    return _cut(text, fits)


def broken(
    text: str, width: float, most: int, measure: Callable[[str], float], joint: str = " "
) -> tuple[str, ...]:
    """The text in at most so many lines, broken at its joints; what is too wide is cut with "…"."""
    lines: list[str] = []
    rest = text.split(joint) if joint.strip() else text.split()
    while len(lines) < most - 1 and rest and measure(joint.join(rest)) > width:
        taken = 1
        while measure(joint.join(rest[: taken + 1])) <= width:
            taken += 1
        lines.append(elided(joint.join(rest[:taken]), width, measure))
        rest = rest[taken:]
    return (*lines, elided(joint.join(rest), width, measure)) if rest or not lines else tuple(lines)


def _cut(text: str, length: int) -> str:
    return text[:length].rstrip(" ,;:-–") + _ELLIPSIS
