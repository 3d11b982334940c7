"""Series that are switched off: the picture without them, under an axis that fits what is left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from desktop.charts.scale import fitted

if TYPE_CHECKING:
    from collections.abc import Collection

    from desktop.charts.picture import Comparator, Picture, Stroke

Key: TypeAlias = str
"""What a series is switched by: the name of a kind of value, or one of these."""

BASELINE: Key = "baseline"
TARGETS: Key = "targets"
BAND: Key = "band"
LIMITS: Key = "limits"
NOTES: Key = "notes"

AT_FIRST = frozenset({LIMITS})
"""What is shown only on request."""


def comparator_key(comparator: Comparator) -> Key:
    """What a comparator's line is switched by."""
    return f"compared with {comparator.name}"


def without(picture: Picture, hidden: Collection[Key]) -> Picture:
    """The picture without what is hidden; the dates stay, so that nothing moves sideways."""
    if not hidden:
        return picture
    notes = () if NOTES in hidden else picture.annotations
    return fitted(
        replace(
            picture,
            points=_left(picture.points, hidden),
            measured=_strokes(picture.measured, hidden),
            plan=_strokes(picture.plan, hidden),
            notes=tuple(note for note in picture.notes if note.point.kind.value not in hidden),
            judgements=tuple(each for each in picture.judgements if each.point.kind.value not in hidden),
            projection=None if BASELINE in hidden else picture.projection,
            promises=() if TARGETS in hidden else picture.promises,
            annotations=notes,
            comparators=tuple(each for each in picture.comparators if comparator_key(each) not in hidden),
            band=None if BAND in hidden else picture.band,
            limits=None if LIMITS in hidden else picture.limits,
        )
    )


def _strokes(strokes: tuple[Stroke, ...], hidden: Collection[Key]) -> tuple[Stroke, ...]:
    return tuple(left for stroke in strokes if (left := _left(stroke, hidden)))


def _left(points: Stroke, hidden: Collection[Key]) -> Stroke:
    return tuple(point for point in points if point.kind.value not in hidden)
