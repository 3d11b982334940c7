"""What is to be printed, and how: charts, report cards or an overview, of which part, on which paper."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.printing.export import SCREEN
from desktop.printing.page import Orientation, Paper
from desktop.ui.card_pages import card_pages
from desktop.ui.chart_pages import Wanted, chart_pages
from desktop.ui.meaning import milestone_at
from desktop.ui.spread_pages import SpreadPages

if TYPE_CHECKING:
    import datetime as dt

    from desktop.document.document import Document
    from desktop.printing.page import Page
    from desktop.ui.page_choices import Choice
    from desktop.ui.workspace import Workspace


class Subject(StrEnum):
    """What is printed, of indicators or of a plan."""

    CHARTS = "charts"
    CARDS = "report cards"
    SMALL = "small charts"
    STRANDS = "strands"
    TIMELINE = "timeline"
    TREND = "milestone trend"


OF_INDICATORS = (Subject.CHARTS, Subject.CARDS, Subject.SMALL)
OVERVIEWS = {
    "indicators": Subject.SMALL,
    "strands": Subject.STRANDS,
    "timeline": Subject.TIMELINE,
    "trend": Subject.TREND,
}
"""What an overview is printed as, by its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """How pages are made; `resolution` is that of a PNG, in pixels to the inch.

    What stands beneath a chart is for charts alone; a report card is upright however the paper lies.
    """

    subject: Subject = Subject.CHARTS
    paper: Paper = Paper.A4
    orientation: Orientation = Orientation.LANDSCAPE
    notes: bool = True
    figures: bool = True
    limits: bool = False
    resolution: int = SCREEN


def pages_of(document: Document, setup: Setup, choice: Choice, printed: dt.datetime) -> tuple[Page, ...]:
    """The pages of what was chosen, as the workbook stands."""
    workbook, as_at = document.workbook, document.as_at
    if setup.subject is Subject.CARDS:
        return card_pages(workbook, choice.indicators, as_at=as_at, printed=printed)
    if setup.subject is not Subject.CHARTS:
        return _spread_pages(document, setup, choice, printed)
    wanted = Wanted(
        orientation=setup.orientation, notes=setup.notes, figures=setup.figures, limits=setup.limits
    )
    return chart_pages(workbook, document.findings, choice.indicators, wanted, as_at=as_at, printed=printed)


def _spread_pages(document: Document, setup: Setup, choice: Choice, printed: dt.datetime) -> tuple[Page, ...]:
    made = SpreadPages(document, setup.paper, setup.orientation, printed)
    if setup.subject is Subject.SMALL:
        return made.small_charts(choice.indicators, choice.label)
    if setup.subject is Subject.STRANDS:
        return made.strands()
    return made.timeline(choice.part) if setup.subject is Subject.TIMELINE else made.trend(choice.part)


def likeliest(workspace: Workspace, last: Subject) -> tuple[Subject, str | None]:
    """What is looked at, and which group or strand of it: an overview, or what stands beside the grid.

    `last` is what was printed last: it is printed again where it fits.
    """
    if workspace.overviews.shown:
        panel = workspace.overviews.panel
        return OVERVIEWS[panel.page.id], panel.group
    if workspace.indicator is not None:
        return last if last in OF_INDICATORS else Subject.CHARTS, None
    cell = workspace.grid.current_cell
    milestone = None if cell is None else milestone_at(workspace.document.contents, cell)
    if milestone is None:
        return last, None
    return Subject.TIMELINE if last in OF_INDICATORS else last, milestone.strand
