"""Joins charts and pages: a page for each indicator, ready for screen, printer or file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.charts.compose import picture_of
from desktop.charts.paper import draw
from desktop.charts.switching import AT_FIRST, LIMITS
from desktop.charts.theme import LIGHT
from desktop.printing.page import ChartPage, Figures, Note, Orientation
from desktop.printing.paginate import paginate

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from desktop.charts.picture import Picture
    from desktop.domain.findings import Finding, Severity
    from desktop.domain.indicators import Indicator
    from desktop.printing.page import Drawing, Page
    from desktop.workbook.workbook import Workbook


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How the pages of charts are to lie, what stands beneath them, and whether control limits are drawn."""

    orientation: Orientation = Orientation.LANDSCAPE
    notes: bool = True
    figures: bool = True
    limits: bool = False


def chart_pages(
    workbook: Workbook,
    findings: Sequence[Finding],
    indicators: Iterable[Indicator],
    wanted: Wanted = Wanted(),
    *,
    as_at: dt.date,
    printed: dt.datetime,
) -> tuple[Page, ...]:
    """The pages of the indicators, numbered; each says its source, the as-at date and when it was printed."""
    return paginate(
        chart_page(workbook, findings, indicator, wanted, source(workbook, indicator, as_at, printed))
        for indicator in indicators
    )


def chart_page(
    workbook: Workbook, findings: Sequence[Finding], indicator: Indicator, wanted: Wanted, foot: str
) -> ChartPage:
    """The page of one indicator, as long as its notes are; `foot` is what stands beneath."""
    picture = picture_of(workbook.contents, indicator, findings)
    return ChartPage(
        title=picture.title,
        status=picture.status,
        subtitle=" · ".join(part for part in (indicator.group, picture.subtitle) if part),
        source=foot,
        drawing=drawing(picture, limits=wanted.limits),
        notes=_notes(picture) if wanted.notes else (),
        figures=figures(indicator) if wanted.figures else Figures(),
        orientation=wanted.orientation,
    )


def _notes(picture: Picture) -> tuple[Note, ...]:
    """What the officer has noted, then what the check says, each under its flag on the chart."""
    return (
        *(Note(flag=one.flag, text=f"{one.label}: {one.words}", own=True) for one in picture.annotations),
        *(_note(str(note.number), note.text, note.severity) for note in picture.notes),
        *(_note("", remark.text, remark.severity) for remark in picture.remarks),
    )


def _note(flag: str, text: str, severity: Severity) -> Note:
    return Note(flag=flag, text=text, mark=severity.value, colour=LIGHT.of(severity))


def figures(indicator: Indicator) -> Figures:
    """The indicator's values as the table gives them, period by period."""
    return Figures(
        headers=tuple(value.period.label for value in indicator.values),
        kinds=tuple(value.period.kind.value for value in indicator.values),
        values=tuple(value.value.raw or "–" for value in indicator.values),
    )


def source(
    workbook: Workbook, indicator: Indicator, as_at: dt.date, printed: dt.datetime | None = None
) -> str:
    """Where the figures come from, the date they are judged by, and when they were printed, if they are."""
    return foot(workbook, _place(indicator), as_at, printed)


def foot(workbook: Workbook, place: str, as_at: dt.date, printed: dt.datetime | None = None) -> str:
    """The same for what was read from places of a workbook."""
    words = f"Source: {workbook.package.path.name}, {place} · as at {as_at:%d/%m/%Y}"
    return words if printed is None else f"{words} · printed {printed:%d/%m/%Y %H:%M}"


def _place(indicator: Indicator) -> str:
    if not indicator.values:
        return str(indicator.cell)
    return f"{indicator.values[0].cell}:{indicator.values[-1].cell.a1}"


def drawing(picture: Picture, *, limits: bool = False) -> Drawing:
    """What paints a chart into a page, with its control limits where they are wanted."""
    hidden = AT_FIRST - {LIMITS} if limits else AT_FIRST

    def paint(painter: QPainter, rect: QRectF) -> None:
        draw(picture, painter, rect, hidden=hidden)

    return paint
