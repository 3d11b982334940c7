"""Lays the chart's labels out: what stands where in the plot, and what found no room."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from desktop.charts.labels import Box, Wish, elided, place

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence

    from desktop.charts.frame import Frame
    from desktop.charts.labels import Segment, Spot
    from desktop.charts.picture import Picture, Point, Projection

MARKER = 5.0
"""Half the width of a point's marker, in pixels."""
STAR = 8.0
"""Half the width of a target's star."""
FLAG = 8.0
"""Half the width of a note's numbered disc."""
_WIDEST = 0.75
"""The share of the plot's width that one label may take."""


class Role(StrEnum):
    """What a label says, which decides its type and colour."""

    READOUT = "readout"
    TARGET = "target"
    FLAG = "flag"
    GAP = "gap"
    BASELINE = "baseline"
    ABSENCE = "absence"
    VALUE = "value"


Measure: TypeAlias = "Callable[[str, Role], tuple[float, float]]"
"""Width and height in pixels of a text in the type of its role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label in its place: the text as drawn, the text in full, and the line to its mark if it has one."""

    role: Role
    text: str
    full: str
    box: Box
    leader: Segment | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The labels that are drawn, and the full texts of those that found no room."""

    labels: tuple[Label, ...]
    left_out: tuple[str, ...]


def lay_out(
    picture: Picture, frame: Frame, measure: Measure, *, values: bool, readout: Point | None = None
) -> Layout:
    """Labels for a picture in a frame.

    `values` writes the figure beside every point; `readout` is a point on the move, whose label comes first.
    """
    asked = tuple(
        _asked(
            picture, frame, _Asker(measure=measure, room=frame.box.width * _WIDEST), readout, values=values
        )
    )
    spots = place(
        [each.wish for each in asked],
        bounds=frame.box,
        boxes=tuple(_marks(picture, frame)),
        lines=tuple(_lines(picture, frame)),
    )
    pairs = tuple(zip(asked, spots, strict=True))
    return Layout(
        labels=tuple(
            Label(role=each.role, text=each.text, full=each.full, box=spot.box, leader=spot.leader)
            for each, spot in pairs
            if spot is not None
        ),
        left_out=tuple(each.full for each, spot in pairs if spot is None),
    )


def kept_ticks(places: Sequence[tuple[float, float]], gap: float = 8.0) -> tuple[int, ...]:
    """Which of the labels under the axis are drawn, so that none touches its neighbour.

    Each is given by its centre and its width, from left to right; the last is kept before those between.
    """
    kept: list[int] = []
    for number, (centre, width) in enumerate(places):
        while kept and number == len(places) - 1 and _near(places[kept[-1]], (centre, width), gap):
            kept.pop()
        if not kept or not _near(places[kept[-1]], (centre, width), gap):
            kept.append(number)
    return tuple(kept)


def _near(left: tuple[float, float], right: tuple[float, float], gap: float) -> bool:
    return right[0] - right[1] / 2 - (left[0] + left[1] / 2) < gap


def _marks(picture: Picture, frame: Frame) -> Iterator[Box]:
    for point in picture.points:
        yield _around(frame.spot(point.date, point.value), MARKER)
    for promise in picture.promises:
        if promise.date is not None:
            yield _around(frame.spot(promise.date, promise.value), STAR)


def _around(spot: Spot, half: float) -> Box:
    return Box(left=spot[0] - half, top=spot[1] - half, width=2 * half, height=2 * half)


def _lines(picture: Picture, frame: Frame) -> Iterator[Segment]:
    for stroke in (*picture.measured, *picture.plan):
        yield from pairwise(frame.spot(point.date, point.value) for point in stroke)
    if picture.projection is not None:
        for line in outlines(picture.projection):
            yield from pairwise(frame.spot(date, value) for date, value in line)
    for promise in picture.promises:
        if promise.date is None:
            y = frame.y(promise.value)
            yield (frame.box.left, y), (frame.box.right, y)
    yield from gaps(picture, frame)


def gaps(picture: Picture, frame: Frame) -> tuple[Segment, ...]:
    """From each target straight to where the plan is at its date, if that is worse; between the two marks."""
    found: list[Segment] = []
    for promise in picture.promises:
        if promise.date is not None and promise.reading is not None:
            (x, star), (_, plan) = (
                frame.spot(promise.date, promise.value),
                frame.spot(promise.date, promise.reading),
            )
            down = 1 if plan > star else -1
            if abs(plan - star) > STAR + MARKER:
                found.append(((x, star + down * STAR), (x, plan - down * (MARKER + 1))))
    return tuple(found)


def outlines(projection: Projection) -> tuple[tuple[tuple[dt.date, float], ...], ...]:
    """The baseline, and the two edges of its envelope where it has one."""
    steps = projection.points
    edges = (
        tuple((step.date, step.value) for step in steps),
        tuple((step.date, step.low) for step in steps if step.low is not None),
        tuple((step.date, step.high) for step in steps if step.high is not None),
    )
    return tuple(edge for edge in edges if len(edge) > 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    role: Role
    text: str
    full: str
    wish: Wish


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asker:
    """Turns words into wishes for a place, cut where they are wider than the room for one label."""

    measure: Measure
    room: float

    def ask(
        self, role: Role, full: str, *marks: Spot, clear: float = MARKER + 3, bearing: float = 90.0
    ) -> _Asked:
        text = elided(full, self.room, lambda words: self.measure(words, role)[0])
        width, height = (2 * FLAG, 2 * FLAG) if role is Role.FLAG else self.measure(text, role)
        wish = Wish(width=width, height=height, marks=marks, clear=clear, bearing=bearing)
        return _Asked(role=role, text=text, full=full, wish=wish)


def _asked(
    picture: Picture, frame: Frame, asker: _Asker, readout: Point | None, *, values: bool
) -> Iterator[_Asked]:
    """Every label that wants a place, the most needed first."""
    if readout is not None:
        yield asker.ask(
            Role.READOUT, f"{readout.label}: {readout.figure}", frame.spot(readout.date, readout.value)
        )
    for absence in picture.absences:
        yield asker.ask(Role.ABSENCE, absence.text, (frame.x(absence.date), frame.box.bottom), clear=2)
    for note in picture.notes:
        spot = frame.spot(note.point.date, note.point.value)
        yield asker.ask(Role.FLAG, str(note.number), spot, clear=MARKER + 2, bearing=112.5)
    yield from _promised(picture, frame, asker)
    if picture.projection is not None:
        yield _baseline(picture.projection, frame, asker)
    told = {(promise.date, promise.reading) for promise in picture.promises}
    for point in picture.points if values else ():
        if (point.date, point.value) not in told and point is not readout:
            yield asker.ask(Role.VALUE, point.figure, frame.spot(point.date, point.value))


def _promised(picture: Picture, frame: Frame, asker: _Asker) -> Iterator[_Asked]:
    """The targets, and how far the plan is from them."""
    for promise in picture.promises:
        if promise.date is not None:
            yield asker.ask(
                Role.TARGET, promise.text, frame.spot(promise.date, promise.value), clear=STAR + 2
            )
        else:
            yield asker.ask(Role.TARGET, promise.text, *_along(frame, asker.room, promise.value), clear=2)
    figures = {(point.date, point.value): point.figure for point in picture.points if not point.kind.actual}
    for promise in picture.promises:
        if promise.date is not None and promise.reading is not None and promise.gap is not None:
            said = figures.get((promise.date, promise.reading))
            text = promise.gap if said is None else f"{said}, {promise.gap}"
            yield asker.ask(Role.GAP, text, frame.spot(promise.date, promise.reading), bearing=300)


def _along(frame: Frame, width: float, value: float) -> tuple[Spot, ...]:
    """Places along a line right across: at its right end, its middle, its left end."""
    y = frame.y(value)
    left, right = frame.box.left + width / 2, frame.box.right - width / 2
    return ((right, y), ((left + right) / 2, y), (left, y))


def _baseline(projection: Projection, frame: Frame, asker: _Asker) -> _Asked:
    """The baseline's words: under its far end, or anywhere along it."""
    asked = asker.ask(Role.BASELINE, projection.text, clear=3, bearing=270)
    first, last = projection.points[0], projection.points[-1]
    half = asked.wish.width / 2
    marks = [
        (max(frame.box.left + half, frame.x(step.date) - half), frame.y(step.value))
        for step in (last, projection.points[len(projection.points) // 2], first)
    ]
    return replace(asked, wish=replace(asked.wish, marks=tuple(marks)))
