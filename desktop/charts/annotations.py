"""The officer's notes as the chart shows them: on the value or the day that each was written for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.charts.picture import Annotation
from desktop.domain.library import normal_code
from desktop.domain.notes import ChartNote, NoteKind
from desktop.domain.periods import read_period

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from desktop.charts.picture import Picture, Point


def annotated(code: str, points: Sequence[Point], notes: Iterable[ChartNote]) -> tuple[Annotation, ...]:
    """The notes on the indicator of a code, numbered from left to right; those of others are passed over."""
    wanted = normal_code(code)
    own = [note for note in notes if normal_code(note.indicator) == wanted]
    placed = sorted(((note, _point_of(note, points)) for note in own), key=lambda each: each[0].date)
    return tuple(_annotation(number, *each) for number, each in enumerate(placed, start=1))


def period_of(point: Point) -> str:
    """The name under which a note keeps the value that it was put on, such as "31/3/02 Planned"."""
    return f"{point.label} {point.kind.value.capitalize()}"


def on_point(picture: Picture, point: Point) -> ChartNote:
    """A note yet to be written, on a plotted value."""
    return ChartNote(indicator=picture.code, date=point.date, text="", period=period_of(point))


def on_day(picture: Picture, date: dt.date, value: float | None = None) -> ChartNote:
    """A note yet to be written, on a day, at a height where one is given."""
    height = None if value is None else picture.snapped(value)
    return ChartNote(indicator=picture.code, date=date, text="", value=height)


def _point_of(note: ChartNote, points: Sequence[Point]) -> Point | None:
    """The value that a note was put on; None where it stands free or its value is gone."""
    period = read_period(note.period) if note.period else None
    if period is None:
        return None
    alike = [point for point in points if (point.date, point.kind) == (period.end, period.kind)]
    return next((point for point in alike if point.label == period.label), alike[0] if alike else None)


def _annotation(number: int, note: ChartNote, point: Point | None) -> Annotation:
    day = f"{note.date:%d/%m/%Y}"
    written = "" if note.written is None else f"{note.written:%d/%m/%Y}"
    event = note.kind is NoteKind.EVENT
    height = point.value if point is not None else note.value
    return Annotation(
        number=number,
        date=note.date if point is None else point.date,
        value=None if event else height,
        label=note.period or day if point is None else point.label,
        text=note.text,
        signed=", ".join(filter(None, (note.by, written))),
        event=event,
        note=note,
    )
