"""Lays the chart's labels out: what stands where in the plot, and what found no room."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.charts.label_requests import MARKER, STAR, ask
from desktop.charts.labels import Box, place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.charts.frame import Frame
    from desktop.charts.label_requests import Measure, Request, Role
    from desktop.charts.labels import Segment, Spot
    from desktop.charts.picture import Picture, Point


_ABOVE_AXIS = 2.0
"""Pixels that labels stay above the lower edge, where the axis runs."""


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
    requests = tuple(
        each for each in ask(picture, frame, measure, readout, values=values) if _in_view(each, frame)
    )
    spots = place(
        [each.wish for each in requests],
        bounds=replace(frame.box, height=frame.box.height - _ABOVE_AXIS),
        boxes=tuple(_marks(picture, frame)),
        lines=tuple(_lines(picture, frame)),
    )
    pairs = tuple(zip(requests, spots, strict=True))
    return Layout(
        labels=tuple(
            Label(
                role=each.role, text=each.texts[spot.size], full=each.full, box=spot.box, leader=spot.leader
            )
            for each, spot in pairs
            if spot is not None
        ),
        left_out=tuple(each.full for each, spot in pairs if spot is None),
    )


def _in_view(request: Request, frame: Frame) -> bool:
    """Whether some of the marks that a label belongs to are to be seen."""
    return any(frame.box.left <= x <= frame.box.right for x, _ in request.wish.marks)


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
        for line in (picture.projection.line, picture.projection.low, picture.projection.high):
            yield from pairwise(frame.spot(date, value) for date, value in line)
    for promise in picture.promises:
        if promise.date is None:
            y = frame.y(promise.value)
            yield (frame.box.left, y), (frame.box.right, y)
    yield from across(picture, frame)
    yield from upright(picture, frame)
    for comparator in picture.comparators:
        yield from pairwise(frame.spot(date, value) for date, value in comparator.line)
    yield from gaps(picture, frame)


def across(picture: Picture, frame: Frame) -> tuple[Segment, ...]:
    """The control limits and their mean, from edge to edge."""
    limits = picture.limits
    levels = () if limits is None else (limits.low, limits.mean, limits.high)
    return tuple(((frame.box.left, y), (frame.box.right, y)) for y in (frame.y(value) for value in levels))


def upright(picture: Picture, frame: Frame) -> tuple[Segment, ...]:
    """The days that the officer has marked, from the top of the chart to its foot."""
    days = (frame.x(annotation.date) for annotation in picture.annotations if annotation.event)
    return tuple(((x, frame.box.top), (x, frame.box.bottom)) for x in days)


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
