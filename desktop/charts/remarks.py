"""What the check says of an indicator as the chart shows it: numbered flags, and remarks without a point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.charts import wording
from desktop.charts.picture import Note, Remark

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.charts.picture import Point
    from desktop.domain.cells import CellRef
    from desktop.domain.findings import Finding, Severity
    from desktop.domain.indicators import Indicator
    from desktop.domain.targets import Target


def flagged(points: Sequence[Point], findings: Iterable[Finding]) -> tuple[Note, ...]:
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


def remarks(
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
