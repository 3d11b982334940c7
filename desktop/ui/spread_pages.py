"""Joins overviews and pages: many small charts, strands, timeline, milestone trend, ready to be printed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.charts.multiples import chosen_multiples
from desktop.charts.portfolio import portfolio
from desktop.charts.sheets import multiples_sheets, portfolio_sheets, timeline_sheets
from desktop.charts.strand import plan_picture
from desktop.charts.trend import trend
from desktop.charts.trend_sheets import trend_sheets
from desktop.domain.wording import day
from desktop.printing.page import SpreadPage
from desktop.printing.paginate import paginate
from desktop.ui.chart_pages import foot

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from desktop.document.document import Document
    from desktop.document.earlier import Version
    from desktop.domain.cells import CellRef
    from desktop.domain.indicators import Indicator
    from desktop.domain.plan import Milestone
    from desktop.printing.page import Orientation, Page, Paper, Spread

_SMALL = (
    "The worst first, the furthest from plan or target before others. Each chart has its own scale: the "
    "first and the last period beneath it, the lowest and the highest value beside it."
)
_STRANDS = "Red where a milestone is overdue, amber where one is delayed or on hold, else green."
_TIMELINE = "Each milestone from its first due date, an open ring, to the latest, a filled one."
_TREND = (
    "Report dates across, due dates upwards: a level line keeps its due date, a rising one slips. The "
    "numbers at the ends of the lines are those of the milestones in the list, what slipped most first."
)


class SpreadPages:
    """The pages of overviews on a paper; each says its source, the as-at date and when it was printed."""

    def __init__(
        self, document: Document, paper: Paper, orientation: Orientation, printed: dt.datetime
    ) -> None:
        self._document, self._printed = document, printed
        self._paper, self._orientation = paper, orientation

    def small_charts(self, indicators: Sequence[Indicator], title: str) -> tuple[Page, ...]:
        """Small charts of some indicators, the worst first, as many on a page as read well."""
        found = chosen_multiples(self._document.contents, self._document.findings, indicators, title)
        said = f"{found.subtitle}\n{_SMALL}"
        places = (each.cell for each in indicators)
        return self._pages(found.title, said, places, partial(multiples_sheets, found))

    def strands(self) -> tuple[Page, ...]:
        """How the strands of the plan stand, set against the last earlier version if there is one."""
        earlier = self._earlier[-1:]
        found = portfolio(self._milestones, self._document.as_at, *earlier)
        said = f"{found.subtitle}\n{found.legend}\n{_STRANDS}"
        return self._plan_pages(found.title, said, partial(portfolio_sheets, found), earlier)

    def timeline(self, strand: str | None) -> tuple[Page, ...]:
        """Each milestone of the plan, or of a strand, with its due dates."""
        found = plan_picture(self._milestones, self._document.as_at, strand)
        title = "Timeline of the whole plan" if strand is None else f"Timeline of {found.title}"
        said = f"{found.subtitle}\n{_TIMELINE}"
        return self._plan_pages(title, said, partial(timeline_sheets, found), ())

    def trend(self, strand: str | None) -> tuple[Page, ...]:
        """How the due dates of the plan, or of a strand, moved from report to report."""
        earlier = self._earlier
        found = trend(self._milestones, self._document.as_at, earlier, strand)
        said = f"{found.subtitle}\n{_TREND}"
        return self._plan_pages(found.title, said, partial(trend_sheets, found), earlier)

    @property
    def _milestones(self) -> Sequence[Milestone]:
        return self._document.contents.milestones

    @property
    def _earlier(self) -> tuple[Version, ...]:
        return self._document.earlier.before(self._document.as_at)

    def _plan_pages(
        self, title: str, said: str, spread: Spread, earlier: Sequence[Version]
    ) -> tuple[Page, ...]:
        places = (each.cell for each in self._milestones if each.text.strip())
        return self._pages(title, said, places, spread, earlier)

    def _pages(
        self,
        title: str,
        said: str,
        places: Iterable[CellRef],
        spread: Spread,
        earlier: Sequence[Version] = (),
    ) -> tuple[Page, ...]:
        """The overview on as many pages as it needs, with the sheets that it was read from."""
        sheets = ", ".join(dict.fromkeys(place.sheet for place in places))
        read = "; ".join((sheets, *(f"{each.name} ({day(each.reported)})" for each in earlier)))
        page = SpreadPage(
            title=title,
            status="",
            subtitle=said,
            source=foot(self._document.workbook, read, self._document.as_at, self._printed),
            orientation=self._orientation,
            paper=self._paper,
            spread=spread,
        )
        return paginate([page])
