"""Composes the picture of an indicator from its values, the targets set for it and what the check says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.charts import wording
from desktop.charts.annotations import annotated
from desktop.charts.context import band, compared, judgements
from desktop.charts.picture import Absence, Picture, Point, Projection, Scale, Tick
from desktop.charts.promises import promises
from desktop.charts.remarks import flagged, remarks
from desktop.charts.scale import fitted
from desktop.domain.targets import own_targets
from desktop.domain.values import figure
from desktop.projection.baseline import baseline
from desktop.projection.xmr import limits

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from desktop.charts.picture import Promise, Stroke
    from desktop.domain.contents import Contents
    from desktop.domain.findings import Finding
    from desktop.domain.indicators import Indicator, IndicatorValue
    from desktop.domain.notes import ChartNote
    from desktop.domain.targets import Target
    from desktop.projection.baseline import Baseline

_UNFITTED = Scale(low=0.0, high=1.0, ticks=())


def picture_of(contents: Contents, indicator: Indicator, findings: Iterable[Finding] = ()) -> Picture:
    """The projection chart of an indicator with all that its workbook holds of it."""
    return compose(
        indicator,
        contents.targets,
        findings,
        notes=contents.notes.chart_notes,
        others=contents.indicators,
    )


def compose(
    indicator: Indicator,
    targets: Iterable[Target] = (),
    findings: Iterable[Finding] = (),
    *,
    notes: Iterable[ChartNote] = (),
    others: Sequence[Indicator] = (),
) -> Picture:
    """The projection chart of one indicator.

    Targets and notes of other indicators and findings of other cells may be among those given: they are
    passed over. Among the others are those that it is compared with.
    """
    ordered = sorted(indicator.values, key=lambda value: value.period.end)
    points = tuple(point for value in ordered if (point := _point(value)) is not None)
    own = own_targets(indicator.code, targets)
    promised = promises(indicator, own)
    findings = tuple(findings)
    bare = _bare(indicator, ordered, points)
    picture = replace(
        bare,
        promises=promised,
        projection=_projection(indicator, points, promised) if points else None,
        notes=flagged(points, findings),
        remarks=remarks(indicator, points, own, findings),
        annotations=annotated(indicator.code, points, notes),
        comparators=compared(indicator, others) if points else (),
    )
    return fitted(replace(picture, summary=wording.summary(indicator, picture)))


def _bare(indicator: Indicator, ordered: Sequence[IndicatorValue], points: tuple[Point, ...]) -> Picture:
    """The picture of the indicator's own values and measure, not yet told in words."""
    measure = indicator.measure
    return Picture(
        subject=indicator.cell,
        code=indicator.code,
        title=f"{indicator.code} {indicator.name}".strip(),
        subtitle=wording.subtitle(indicator),
        status=wording.status_line(indicator),
        summary="",
        empty="" if points else wording.emptiness(ordered),
        decimals=indicator.places,
        whole=measure.counts,
        lowest=measure.minimum,
        highest=measure.maximum,
        scale=_UNFITTED,
        ticks=_ticks(ordered),
        points=points,
        measured=_strokes(value for value in ordered if value.period.kind.actual),
        plan=_plan(ordered),
        absences=_absences(ordered),
        judgements=judgements(indicator, points),
        band=band(measure),
        limits=limits(indicator),
    )


def _absences(ordered: Sequence[IndicatorValue]) -> tuple[Absence, ...]:
    return tuple(
        Absence(date=value.period.end, label=value.period.label, text=wording.absence(value.value))
        for value in ordered
        if value.value.number is None
    )


def _point(value: IndicatorValue) -> Point | None:
    number = value.value.number
    if number is None:
        return None
    return Point(
        date=value.period.end,
        value=number,
        kind=value.period.kind,
        cell=value.cell,
        label=value.period.label,
        figure=value.value.raw.strip(),
    )


def _ticks(ordered: Sequence[IndicatorValue]) -> tuple[Tick, ...]:
    """One tick for each date; the first label given for a date stands."""
    labels: dict[dt.date, str] = {}
    for value in ordered:
        labels.setdefault(value.period.end, value.period.label)
    return tuple(Tick(date=date, label=label) for date, label in labels.items())


def _strokes(values: Iterable[IndicatorValue]) -> tuple[Stroke, ...]:
    """Lines through the values, broken wherever one is missing."""
    lines: list[list[Point]] = [[]]
    for value in values:
        point = _point(value)
        if point is None:
            lines.append([])
        else:
            lines[-1].append(point)
    return tuple(tuple(line) for line in lines if line)


def _plan(ordered: Sequence[IndicatorValue]) -> tuple[Stroke, ...]:
    """The planned lines; the first sets out from the last actual, if nothing is missing between the two."""
    actual = [value for value in ordered if value.period.kind.actual]
    planned = [value for value in ordered if not value.period.kind.actual]
    joined = actual and planned and actual[-1].period.end < planned[0].period.end
    return tuple(
        line
        for line in _strokes([actual[-1], *planned] if joined else planned)
        if any(not point.kind.actual for point in line)
    )


def _projection(
    indicator: Indicator, points: Sequence[Point], promises: Sequence[Promise]
) -> Projection | None:
    ends = [value.period.end for value in indicator.values]
    ends += [promise.date for promise in promises if promise.date is not None]
    line = baseline(indicator, max(ends))
    if line is None:
        return None
    text, short = _projection_words(indicator, points, line)
    return Projection(shape=line.shape, points=line.points, text=text, short=short)


def _projection_words(indicator: Indicator, points: Sequence[Point], line: Baseline) -> tuple[str, str]:
    last = next(point for point in reversed(points) if point.kind.actual)
    if all(step.value == last.value for step in line.points):
        return wording.projection(last.figure, line.label)
    return wording.projection(figure(line.points[-1].value, indicator.decimals), line.label)
