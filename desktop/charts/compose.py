"""Composes the picture of an indicator from its values, the targets set for it and what the check says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.charts import wording
from desktop.charts.picture import Absence, Note, Picture, Point, Projection, Promise, Remark, Tick
from desktop.charts.scale import scale_of
from desktop.domain.library import normal_code
from desktop.domain.values import figure
from desktop.projection.baseline import baseline
from desktop.projection.trajectory import reading, trajectory

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.charts.picture import Stroke
    from desktop.domain.cells import CellRef
    from desktop.domain.findings import Finding, Severity
    from desktop.domain.indicators import Indicator, IndicatorValue
    from desktop.domain.targets import Target
    from desktop.projection.baseline import Baseline


def compose(
    indicator: Indicator, targets: Iterable[Target] = (), findings: Iterable[Finding] = ()
) -> Picture:
    """The projection chart of one indicator.

    Targets of other indicators and findings of other cells may be among those given: they are passed over.
    """
    ordered = sorted(indicator.values, key=lambda value: value.period.end)
    points = tuple(point for value in ordered if (point := _point(value)) is not None)
    own = _own(indicator, targets)
    promises = _promises(indicator, own)
    ahead = _projection(indicator, points, promises) if points else None
    absences = tuple(
        Absence(date=value.period.end, label=value.period.label, text=wording.absence(value.value))
        for value in ordered
        if value.value.number is None
    )
    findings = tuple(findings)
    notes = _notes(points, findings)
    remarks = _remarks(indicator, points, own, findings)
    measure = indicator.measure
    return Picture(
        subject=indicator.cell,
        title=f"{indicator.code} {indicator.name}".strip(),
        subtitle=wording.subtitle(indicator),
        status=wording.status_line(indicator),
        summary=wording.summary(indicator, points, promises, ahead, (*notes, *remarks)),
        empty="" if points else wording.emptiness(ordered),
        decimals=0 if measure.counts else indicator.decimals,
        lowest=measure.minimum,
        highest=measure.maximum,
        scale=scale_of(
            _reach(points, promises, ahead),
            lowest=measure.minimum,
            highest=measure.maximum,
            whole=measure.counts,
        ),
        ticks=_ticks(ordered),
        points=points,
        measured=_strokes(value for value in ordered if value.period.kind.actual),
        plan=_plan(ordered),
        absences=absences,
        promises=promises,
        projection=ahead,
        notes=notes,
        remarks=remarks,
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


def _own(indicator: Indicator, targets: Iterable[Target]) -> tuple[Target, ...]:
    """The targets that name the indicator."""
    code = normal_code(indicator.code)
    return tuple(target for target in targets if normal_code(target.indicator) == code)


def _promises(indicator: Indicator, own: Iterable[Target]) -> tuple[Promise, ...]:
    """The targets of the indicator, once each where several say the same."""
    told: dict[tuple[dt.date | None, float], list[Target]] = {}
    for target in own:
        if target.value.number is not None:
            told.setdefault((target.date, target.value.number), []).append(target)
    return tuple(
        _promise(indicator, date, value, same) for (date, value), same in sorted(told.items(), key=_by_date)
    )


def _by_date(told: tuple[tuple[dt.date | None, float], object]) -> tuple[bool, int, float]:
    (date, value), _ = told
    return date is None, 0 if date is None else date.toordinal(), value


def _promise(indicator: Indicator, date: dt.date | None, value: float, same: Sequence[Target]) -> Promise:
    said = reading(trajectory(indicator), date) if date is not None else None
    short = said is not None and indicator.measure.worse(said, value)
    text, brief = wording.promise(indicator, same)
    return Promise(
        date=date,
        value=value,
        text=text,
        short=brief,
        reading=said if short else None,
        gap=wording.gap(indicator, said, value) if said is not None and short else None,
    )


def _reach(points: Sequence[Point], promises: Sequence[Promise], ahead: Projection | None) -> list[float]:
    """Every value that the axis has to hold."""
    values = [point.value for point in points] + [promise.value for promise in promises]
    if ahead is not None:
        values += [value for _, value in (*ahead.line, *ahead.low, *ahead.high)]
    return values


def _notes(points: Sequence[Point], findings: Iterable[Finding]) -> tuple[Note, ...]:
    """What the check says of plotted cells, numbered from left to right."""
    cells = {point.cell for point in points}
    said = _by_cell(finding for finding in findings if finding.cell in cells)
    flagged = [(point, said[point.cell]) for point in points if point.cell in said]
    return tuple(
        Note(
            number=number,
            point=point,
            severity=_gravest(own),
            texts=tuple(wording.finding(finding) for finding in own),
        )
        for number, (point, own) in enumerate(flagged, start=1)
    )


def _remarks(
    indicator: Indicator, points: Sequence[Point], targets: Iterable[Target], findings: Iterable[Finding]
) -> tuple[Remark, ...]:
    """What the check says of the indicator's other cells, and of the targets set for it."""
    plotted = {point.cell for point in points}
    cells = {value.cell for value in indicator.values} | {indicator.cell, indicator.name_cell}
    rows = {(target.cell.sheet, target.row) for target in targets}
    said = _by_cell(
        finding
        for finding in findings
        if finding.cell not in plotted
        and (finding.cell in cells or (finding.cell.sheet, finding.cell.row) in rows)
    )
    return tuple(
        Remark(cell=cell, severity=_gravest(own), text=" ".join(map(wording.finding, own)))
        for cell, own in said.items()
    )


def _by_cell(findings: Iterable[Finding]) -> Mapping[CellRef, list[Finding]]:
    said: dict[CellRef, list[Finding]] = {}
    for finding in findings:
        said.setdefault(finding.cell, []).append(finding)
    return said


def _gravest(findings: Iterable[Finding]) -> Severity:
    return min((finding.severity for finding in findings), key=lambda severity: severity.rank)
