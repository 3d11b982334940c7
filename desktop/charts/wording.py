"""The words of the chart: everything that it says, said in plain English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.charts.picture import Annotation, Note
from desktop.domain.periods import Kind
from desktop.domain.values import figure
from desktop.domain.wording import counted
from desktop.projection.actuals import actuals
from desktop.projection.baseline import LEAST_FOR_INDICATIVE, LEAST_FOR_TREND
from desktop.projection.status import direction, judged, status
from desktop.projection.trajectory import reading, trajectory

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from desktop.charts.picture import Picture, Point, Remark
    from desktop.domain.findings import Finding
    from desktop.domain.indicators import Indicator, IndicatorValue
    from desktop.domain.targets import Target
    from desktop.domain.values import Value

NOTHING_CHANGES = "if nothing changes"


def subtitle(indicator: Indicator) -> str:
    """Unit, polarity and how much the number of actual values allows to be said."""
    unit = indicator.measure.unit.replace("GBP", "£") or "unit not known"
    return f"{unit} · {indicator.measure.polarity_words} · {standing(len(actuals(indicator)))}"


def standing(n: int) -> str:
    """How many actual values the chart stands on, and what may be claimed on that ground."""
    if n == 0:
        return "no actual value yet"
    values = counted(n, "actual value")
    if n < LEAST_FOR_INDICATIVE:
        return f"{values}: no trend is claimed"
    return f"{values}: indicative only" if n < LEAST_FOR_TREND else f"{values}: a trend"


def status_line(indicator: Indicator) -> str:
    """Status of the latest actual against its planned value, then the direction of travel if it has one."""
    verdict, value, travel = status(indicator), judged(indicator), direction(indicator)
    tail = "" if travel is None else f" · {travel.value}"
    if value is None:
        return f"not yet judged: no actual for a planned date{tail}"
    planned = figure(dict(trajectory(indicator))[value.period.end], indicator.decimals)
    against = f"{value.value.raw.strip()} at {value.period.label}, {planned} planned"
    if verdict is None:
        return f"not judged, {indicator.measure.polarity_words}: {against}{tail}"
    return f"{verdict.shape} {verdict.letter} {verdict.value}: {against}{tail}"


def absence(value: Value) -> str:
    """What is drawn where a number is missing: the officer's own mark, or that there is none."""
    return "no value" if value.blank else value.raw.strip()


def emptiness(ordered: Sequence[IndicatorValue]) -> str:
    """Why there is nothing to draw, and what to do."""
    if not ordered:
        return "There is nothing to draw: the table has no columns of values for this indicator."
    places = "; ".join(f"{value.period.label} {absence(value.value)}" for value in ordered)
    return f"There is no number to draw yet ({places}). Type a value in the table to start the chart."


def projection(end: str, label: str) -> tuple[str, str]:
    """The words beside the baseline, in full and in short: where it ends, and what it stands on."""
    words = f"{NOTHING_CHANGES}: {end}"
    if label.startswith(NOTHING_CHANGES):
        return f"{words} {label.removeprefix(NOTHING_CHANGES).strip()}", words
    return f"{words} ({label})", f"{end}, {label}"


def promise(indicator: Indicator, same: Sequence[Target]) -> tuple[str, str]:
    """A target in words: value, date and where it is written; in short without the last, but with a sign."""
    first = same[0]
    labels = {value.period.end: value.period.label for value in indicator.values}
    by = ", no date given"
    if first.date is not None:
        by = f" by {labels.get(first.date) or first.date.strftime('%d/%m/%Y')}"
    words = f"target {first.value.raw.strip()}{by}"
    where = "; ".join(dict.fromkeys(target.where.strip() for target in same if target.where.strip()))
    return (f"{words} ({where})", f"{words} (…)") if where else (words, words)


def gap(indicator: Indicator, said: float, promised: float) -> str:
    """How far the plan is from a target: "5.0 short", or "5.0 over" where lower is better."""
    distance = abs(said - promised)
    decimals = indicator.decimals
    while decimals < 3 and distance and round(distance, decimals) == 0:  # noqa: PLR2004 - thousandths will do
        decimals += 1
    return f"{figure(distance, decimals)} {'short' if said < promised else 'over'}"


def left_out(count: int) -> tuple[str, ...]:
    """That labels found no room, and what to do; then the same more briefly; nothing for none."""
    if not count:
        return ()
    labels = "label" if count == 1 else "labels"
    return f"+{count} {labels}: make the chart larger", f"+{count} {labels}", f"+{count}"


def zoomed(said: Sequence[str]) -> tuple[str, ...]:
    """That only some dates are in view, and what to do, before what else is said."""
    whole = ("some of the dates: 0 shows all", "0 shows all", "0")
    return (*(f"{whole[0]} · {each}" for each in said), *whole)


def finding(said: Finding) -> str:
    """What the check says, marked where the officer has explained it."""
    return f"{said.message} (explained)" if said.explained else said.message


def point_words(picture: Picture, point: Point) -> str:
    """A point in words, with what the check says of it."""
    notes = " ".join(note.text for note in picture.notes if note.point == point)
    return f"{point.label} {point.kind.value}: {point.figure}" + (f". {notes}" if notes else "")


def stop_words(picture: Picture, stop: Point | Annotation) -> str:
    """What is chosen, and what the keys do with it."""
    if isinstance(stop, Annotation):
        return f"{annotation(stop)}. Enter changes it, Delete removes it, Alt and arrows move its flag."
    said = f"{point_words(picture, stop)}."
    return said if stop.kind.actual else f"{said} Up and down arrows move it."


def annotation(written: Annotation) -> str:
    """An officer's note in words, with its flag and where it stands."""
    return f"Note {written.flag}, {written.label}: {written.words}"


def values_on(picture: Picture, date: dt.date) -> tuple[str, ...]:
    """What stands on a date: its period, then a line for each series."""
    label = next((tick.label for tick in picture.ticks if tick.date == date), f"{date:%d/%m/%Y}")
    lines = [f"{each.kind.value} {each.figure}" for each in picture.points if each.date == date]
    lines += [f"no number: {each.text}" for each in picture.absences if each.date == date]
    if picture.projection is not None:
        ahead = reading(picture.projection.line, date)
        if ahead is not None:
            lines.append(f"{NOTHING_CHANGES} {figure(ahead, picture.decimals)}")
    for comparator in picture.comparators:
        there = dict(comparator.line).get(date)
        if there is not None:
            lines.append(f"{comparator.name} {figure(there, picture.decimals)}")
    lines += [
        f"target {figure(each.value, picture.decimals)}" for each in picture.promises if each.date == date
    ]
    return label, *lines


def summary(indicator: Indicator, picture: Picture) -> str:
    """The whole chart in sentences, for those who hear it instead of seeing it."""
    sentences = [f"{indicator.code} {indicator.name}", picture.subtitle]
    if picture.judgements:
        sentences.append(_sentence(picture.status))
    for kind in Kind:
        said = ", ".join(f"{point.figure} at {point.label}" for point in picture.points if point.kind is kind)
        if said:
            sentences.append(f"{kind.value.capitalize()}: {said}")
    if not picture.points:
        sentences.append("There is no number to draw")
    if picture.projection is not None:
        sentences.append(_sentence(picture.projection.text))
    for each in picture.promises:
        short = f": the plan is {each.gap}" if each.gap else ""
        sentences.append(_sentence(f"{each.text}{short}"))
    sentences += [f"Compared with {each.name}: {each.end} at the last" for each in picture.comparators]
    said_of = (
        *map(_note, picture.notes),
        *map(_note, picture.remarks),
        *map(annotation, picture.annotations),
    )
    sentences += said_of
    return " ".join(sentence.rstrip(". ") + "." for sentence in sentences)


def _note(said: Note | Remark) -> str:
    if isinstance(said, Note):
        return f"Note {said.number}, {said.point.label}: {said.text}"
    return f"Note without a point on the chart: {said.text}"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
