"""Joins charts and pages: one page for an indicator, ready for screen, printer or file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.charts.compose import compose
from desktop.charts.paper import draw
from desktop.charts.theme import LIGHT
from desktop.printing.page import ChartPage, Figures, Note
from desktop.printing.paginate import paginate

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from desktop.charts.picture import Picture
    from desktop.domain.findings import Finding, Severity
    from desktop.domain.indicators import Indicator
    from desktop.printing.page import Drawing
    from desktop.workbook.workbook import Workbook


def chart_pages(
    workbook: Workbook,
    findings: Sequence[Finding],
    indicators: Iterable[Indicator],
    *,
    as_at: dt.date,
    printed: dt.datetime,
) -> tuple[ChartPage, ...]:
    """The pages of the indicators, numbered; each says its source, the as-at date and when it was printed."""
    foot = f"as at {as_at:%d/%m/%Y} · printed {printed:%d/%m/%Y %H:%M}"
    return paginate(_page(workbook, findings, indicator, foot) for indicator in indicators)


def _page(workbook: Workbook, findings: Sequence[Finding], indicator: Indicator, foot: str) -> ChartPage:
    picture = compose(indicator, workbook.contents.targets, findings)
    return ChartPage(
        title=picture.title,
        status=picture.status,
        subtitle=" · ".join(part for part in (indicator.group, picture.subtitle) if part),
        source=f"Source: {workbook.package.path.name}, {_place(indicator)} · {foot}",
        drawing=_drawing(picture),
        notes=(
            *(_note(note.number, note.text, note.severity) for note in picture.notes),
            *(_note(None, remark.text, remark.severity) for remark in picture.remarks),
        ),
        figures=Figures(
            headers=tuple(value.period.label for value in indicator.values),
            kinds=tuple(value.period.kind.value for value in indicator.values),
            values=tuple(value.value.raw or "–" for value in indicator.values),
        ),
    )


def _note(number: int | None, text: str, severity: Severity) -> Note:
    return Note(number=number, text=text, mark=severity.value, colour=LIGHT.of(severity))


def _place(indicator: Indicator) -> str:
    if not indicator.values:
        return str(indicator.cell)
    return f"{indicator.values[0].cell}:{indicator.values[-1].cell.a1}"


def _drawing(picture: Picture) -> Drawing:
    def paint(painter: QPainter, rect: QRectF) -> None:
        draw(picture, painter, rect)

    return paint
