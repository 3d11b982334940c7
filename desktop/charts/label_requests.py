"""What the labels of a picture ask for: their words, long and short, and where they would like to stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from desktop.charts.labels import Wish, elided

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from desktop.charts.frame import Frame
    from desktop.charts.labels import Spot
    from desktop.charts.picture import Annotation, Comparator, Picture, Point, Projection, Promise
    from desktop.domain.ratings import Rag

MARKER = 5.0
"""Half the width of a point's marker, in pixels."""
STAR = 10.0
"""Half the width of a target's star."""
FLAG = 8.0
"""Half the width of a finding's numbered disc, and half the height of a note's flag."""
_FLAG_PADDING = 8.0
_WIDEST = 0.75
"""The share of the plot's width that one label may take."""
_FEW = 12
"""So many values each have a figure, however close they lie."""
_ROOM_FOR_FIGURE = 24.0
"""How many pixels lie between two periods where every value can have its figure beside it."""
_ANCHORS = 6
"""How many places along a line a label may belong to."""


class Role(StrEnum):
    """What a label says, which decides its type and colour."""

    READOUT = "readout"
    TARGET = "target"
    FLAG = "flag"
    """The number of what the check says of a point."""
    NOTE = "note"
    """The number of what the officer has noted."""
    STATUS = "status"
    COMPARATOR = "comparator"
    RANGE = "range"
    """A band or a control limit."""
    GAP = "gap"
    BASELINE = "baseline"
    ABSENCE = "absence"
    VALUE = "value"


Measure: TypeAlias = "Callable[[str, Role], tuple[float, float]]"
"""Width and height in pixels of a text in the type of its role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A label's words in full, how they may be drawn, and its wish for a place."""

    role: Role
    full: str
    texts: tuple[str, ...]
    wish: Wish


def ask(
    picture: Picture, frame: Frame, measure: Measure, readout: Point | None, *, values: bool
) -> Iterator[Request]:
    """Every label that wants a place, the most needed first."""
    asker = _Asker(frame=frame, measure=measure)
    if readout is not None:
        yield asker.beside(Role.READOUT, f"{readout.label}: {readout.figure}", readout.date, readout.value)
    yield from (asker.annotated(each) for each in picture.annotations if _moved(each))
    for absence in picture.absences:
        foot = (frame.x(absence.date), frame.box.bottom)
        yield asker.request(Role.ABSENCE, (absence.text,), Wish(marks=(foot,), clear=2))
    for note in picture.notes:
        yield asker.beside(Role.FLAG, str(note.number), note.point.date, note.point.value, bearing=112.5)
    for promise in picture.promises:
        yield asker.promised(promise)
    yield from (asker.annotated(each) for each in picture.annotations if not _moved(each))
    for judgement in picture.judgements:
        point = judgement.point
        yield asker.beside(Role.STATUS, status_mark(judgement.rag), point.date, point.value, bearing=270)
    yield from _gaps(picture, asker)
    if picture.projection is not None:
        yield asker.projected(picture.projection)
    yield from (asker.compared(each) for each in picture.comparators)
    yield from _bounds(picture, asker)
    told = {(promise.date, promise.reading) for promise in picture.promises}
    for point in _figured(picture, frame) if values else ():
        if (point.date, point.value) not in told and point is not readout:
            yield asker.beside(Role.VALUE, point.figure, point.date, point.value)


def status_mark(rag: Rag) -> str:
    """A status beside its point: shape and letter."""
    return f"{rag.shape} {rag.letter}"


def _moved(annotation: Annotation) -> bool:
    """Whether the flag was put where it is by hand: then others give way to it."""
    return bool(annotation.note.right or annotation.note.up)


def _bounds(picture: Picture, asker: _Asker) -> Iterator[Request]:
    """The words of a band at its upper edge, and of control limits at each of their lines."""
    if picture.band is not None:
        yield asker.across(picture.band.text, picture.band.high)
    if picture.limits is not None:
        limits = picture.limits
        yield asker.across(limits.label, limits.high)
        yield asker.across("mean", limits.mean)
        yield asker.across("lower limit", limits.low)


def _figured(picture: Picture, frame: Frame) -> tuple[Point, ...]:
    """The points that are given their figures: all, or where they lie too close only those that stand out."""
    points = picture.points
    if len(points) <= _FEW or frame.apart(picture) >= _ROOM_FOR_FIGURE:
        return points
    by_value = sorted(points, key=lambda point: point.value)
    actual = [point for point in points if point.kind.actual]
    telling = (points[0], *actual[-1:], points[-1], by_value[0], by_value[-1])
    return tuple(point for point in points if point in telling)


def _gaps(picture: Picture, asker: _Asker) -> Iterator[Request]:
    """How far the plan is from its targets, with its figure where the target's date has one."""
    figures = {(point.date, point.value): point.figure for point in picture.points if not point.kind.actual}
    for promise in picture.promises:
        if promise.date is not None and promise.reading is not None and promise.gap is not None:
            said = figures.get((promise.date, promise.reading))
            text = promise.gap if said is None else f"{said}, {promise.gap}"
            yield asker.beside(Role.GAP, text, promise.date, promise.reading, bearing=300)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asker:
    """Turns words into requests; words wider than the room for one label are cut."""

    frame: Frame
    measure: Measure

    def beside(self, role: Role, text: str, date: dt.date, value: float, *, bearing: float = 90.0) -> Request:
        """A label for a point."""
        mark = self.frame.spot(date, value)
        return self.request(role, (text,), Wish(marks=(mark,), clear=MARKER + 3, bearing=bearing))

    def promised(self, promise: Promise) -> Request:
        """A target's label: beside its star, or along the line of one without a date."""
        box, y = self.frame.box, self.frame.y(promise.value)
        if promise.date is None:
            wish = Wish(marks=_between((box.right, y), (box.left, y)), clear=3)
        else:
            wish = Wish(marks=((self.frame.x(promise.date), y),), clear=STAR + 2)
        folded = promise.text.replace(" (", "\n(", 1)
        return self.request(Role.TARGET, (promise.text, folded, promise.short), wish)

    def projected(self, projection: Projection) -> Request:
        """The baseline's label: under its far end, or anywhere along it or the edges of its envelope."""
        edges = (projection.low, projection.high) if projection.low else (projection.line,)
        marks: tuple[Spot, ...] = ()
        for edge in edges:
            marks += _between(self.frame.spot(*edge[-1]), self.frame.spot(*edge[0]))
        wish = Wish(marks=marks, clear=3, bearing=270, span=(marks[-1][0], marks[0][0]))
        return self.request(Role.BASELINE, (projection.text, projection.short), wish)

    def annotated(self, annotation: Annotation) -> Request:
        """A note's flag: beside what it marks, at the head of its day, or where it was put by hand."""
        spot = note_spot(annotation, self.frame)
        home = (spot[0] + annotation.note.right, spot[1] - annotation.note.up) if _moved(annotation) else None
        clear = 2.0 if annotation.value is None else MARKER + 3
        wish = Wish(marks=(spot,), clear=clear, bearing=67.5, home=home)
        return self.request(Role.NOTE, (annotation.flag,), wish, full=annotation.words)

    def compared(self, comparator: Comparator) -> Request:
        """A comparator's name and last figure, near the end of its line."""
        marks = tuple(self.frame.spot(*step) for step in reversed(comparator.line))[:_ANCHORS]
        words = (f"{comparator.name} {comparator.end}", comparator.name)
        return self.request(Role.COMPARATOR, words, Wish(marks=marks, clear=MARKER + 1))

    def across(self, text: str, value: float) -> Request:
        """Words along a line that runs from edge to edge, at its left end where there is room."""
        box, y = self.frame.box, self.frame.y(value)
        wish = Wish(marks=_between((box.left, y), (box.right, y)), clear=2)
        return self.request(Role.RANGE, (text,), wish)

    def request(self, role: Role, words: tuple[str, ...], wish: Wish, *, full: str = "") -> Request:
        """The wish with the sizes that the words have; of words too wide the shortest are cut."""
        room = self.frame.box.width * _WIDEST
        fitting = tuple(text for text in dict.fromkeys(words) if self.measure(text, role)[0] <= room)
        texts = fitting or (elided(words[-1], room, lambda text: self.measure(text, role)[0]),)
        sizes = tuple(self._size(text, role) for text in texts)
        return Request(role=role, full=full or words[0], texts=texts, wish=replace(wish, sizes=sizes))

    def _size(self, text: str, role: Role) -> tuple[float, float]:
        width, height = self.measure(text, role)
        if role is Role.NOTE:
            return width + _FLAG_PADDING, max(height, 2 * FLAG)
        return (2 * FLAG, 2 * FLAG) if role is Role.FLAG else (width, height)


def note_spot(annotation: Annotation, frame: Frame) -> Spot:
    """What a note marks: its value, the head of its day, or a day at the foot of the chart."""
    x = frame.x(annotation.date)
    if annotation.value is not None:
        return x, frame.y(annotation.value)
    return x, frame.box.top + FLAG if annotation.event else frame.box.bottom


def _between(start: Spot, end: Spot) -> tuple[Spot, ...]:
    """Places at even distances along a line."""
    return tuple(
        (start[0] + (end[0] - start[0]) * part / _ANCHORS, start[1] + (end[1] - start[1]) * part / _ANCHORS)
        for part in range(_ANCHORS + 1)
    )
