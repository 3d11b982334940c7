"""The chart as a table: every figure that is drawn, in words and in the order of dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from desktop.charts.wording import NOTHING_CHANGES
from desktop.domain.values import figure
from desktop.projection.trajectory import reading

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from desktop.charts.picture import Picture, Point

Row: TypeAlias = tuple[str, str, str, str]

HEADERS: Row = ("Period", "What", "Figure", "Said of it")
_UNDATED = "no date"


def tabulated(picture: Picture) -> tuple[Row, ...]:
    """A row for each figure of the chart: its period, what it is, the figure, and what is said of it."""
    rows = [*_values(picture), *_read_against(picture), *_noted(picture)]
    return tuple(row for _, row in sorted(rows, key=lambda each: (each[0] is None, str(each[0]))))


def _values(picture: Picture) -> Iterator[tuple[dt.date | None, Row]]:
    for point in picture.points:
        yield point.date, (point.label, point.kind.value, point.figure, _said_of(picture, point))
    for absence in picture.absences:
        yield absence.date, (absence.label, "no number", absence.text, "")


def _said_of(picture: Picture, point: Point) -> str:
    said = [f"{each.rag.shape} {each.rag.letter}" for each in picture.judgements if each.point == point]
    said += [f"{note.number}: {note.text}" for note in picture.notes if note.point == point]
    return " ".join(said)


def _read_against(picture: Picture) -> Iterator[tuple[dt.date | None, Row]]:
    """What is drawn beside the values: the baseline at each later period, comparators, targets."""
    line = () if picture.projection is None else picture.projection.line
    for tick in picture.ticks:
        ahead = reading(line, tick.date)
        if ahead is not None and tick.date > line[0][0]:
            yield tick.date, (tick.label, NOTHING_CHANGES, figure(ahead, picture.decimals), "")
    labels = {tick.date: tick.label for tick in picture.ticks}
    for comparator in picture.comparators:
        for date, value in comparator.line:
            label = labels.get(date, f"{date:%d/%m/%Y}")
            yield date, (label, comparator.name, figure(value, picture.decimals), "")
    for promise in picture.promises:
        label = _UNDATED if promise.date is None else labels.get(promise.date, f"{promise.date:%d/%m/%Y}")
        short = f"the plan is {promise.gap}" if promise.gap else ""
        yield promise.date, (label, "target", figure(promise.value, picture.decimals), short)


def _noted(picture: Picture) -> Iterator[tuple[dt.date | None, Row]]:
    for each in picture.annotations:
        yield each.date, (each.label, f"note {each.flag}", "", each.words)
