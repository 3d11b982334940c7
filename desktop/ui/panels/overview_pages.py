"""The overviews there are: what each is called, what it can be narrowed to, and how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.charts.multiples_view import MultiplesView
    from desktop.charts.pick_area import PickArea
    from desktop.charts.portfolio_view import PortfolioView
    from desktop.charts.timeline import Timeline
    from desktop.charts.trend_view import TrendView
    from desktop.document.document import Document
    from desktop.domain.contents import Contents


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A view, and what draws a document, or a group of it, there; it answers with the words above."""

    view: PickArea
    draw: Callable[[Document, str | None], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewPage:
    """One overview. `whole` is it without a group; `compares` where earlier versions tell it more.

    `nothing` is said where a workbook has no records for it; `note` says how it is read.
    """

    id: str
    title: str
    whole: str
    nothing: str
    note: str
    build: Callable[[], Drawing]
    groups: Callable[[Contents], tuple[str, ...] | None]
    """The groups it can be narrowed to; None where there is nothing to show."""
    compares: bool = False


def _indicator_groups(contents: Contents) -> tuple[str, ...] | None:
    from desktop.charts.multiples import groups_of

    return groups_of(contents) or None


def _strands(contents: Contents) -> tuple[str, ...] | None:
    names = dict.fromkeys(each.strand for each in contents.milestones if each.text.strip())
    return tuple(names) if names else None


def _whole_plan(contents: Contents) -> tuple[str, ...] | None:
    return None if _strands(contents) is None else ()


def _multiples() -> Drawing:
    from desktop.charts.multiples import multiples
    from desktop.charts.multiples_view import MultiplesView

    view: MultiplesView = MultiplesView()

    def draw(document: Document, group: str | None) -> str:
        found = multiples(document.contents, document.findings, group)
        view.show_multiples(found)
        return found.subtitle

    return Drawing(view=view, draw=draw)


def _portfolio() -> Drawing:
    from desktop.charts.portfolio import portfolio
    from desktop.charts.portfolio_view import PortfolioView

    view: PortfolioView = PortfolioView()

    def draw(document: Document, _group: str | None) -> str:
        earlier = document.earlier.before(document.as_at)
        found = portfolio(document.contents.milestones, document.as_at, earlier[-1] if earlier else None)
        view.show_portfolio(found)
        return f"{found.subtitle}\n{found.legend}"

    return Drawing(view=view, draw=draw)


def _timeline() -> Drawing:
    from desktop.charts.strand import plan_picture
    from desktop.charts.timeline import Timeline

    view: Timeline = Timeline()

    def draw(document: Document, strand: str | None) -> str:
        picture = plan_picture(document.contents.milestones, document.as_at, strand)
        view.show_strand(picture)
        return picture.subtitle

    return Drawing(view=view, draw=draw)


def _trend() -> Drawing:
    from desktop.charts.trend import trend
    from desktop.charts.trend_view import TrendView

    view: TrendView = TrendView()

    def draw(document: Document, strand: str | None) -> str:
        earlier = document.earlier.before(document.as_at)
        found = trend(document.contents.milestones, document.as_at, earlier, strand)
        view.show_trend(found)
        return found.subtitle

    return Drawing(view=view, draw=draw)


PAGES = (
    OverviewPage(
        id="indicators",
        title="Indicators",
        whole="All indicators",
        nothing="This workbook has no indicators that can be read.",
        note="The worst first, the furthest from plan or target before others. Each chart has its own scale.",
        build=_multiples,
        groups=_indicator_groups,
    ),
    OverviewPage(
        id="strands",
        title="Strands",
        whole="The whole plan",
        nothing="This workbook has no milestones that can be read.",
        note="Red where a milestone is overdue, amber where one is delayed or on hold, else green.",
        build=_portfolio,
        groups=_whole_plan,
        compares=True,
    ),
    OverviewPage(
        id="timeline",
        title="Timeline",
        whole="The whole plan",
        nothing="This workbook has no milestones that can be read.",
        note="From the first due date, an open ring, to the latest, a filled one. + looks nearer, − farther.",
        build=_timeline,
        groups=_strands,
    ),
    OverviewPage(
        id="trend",
        title="Milestone trend",
        whole="The whole plan",
        nothing="This workbook has no milestones that can be read.",
        note="A level line keeps its due date, a rising one slips. Earlier versions tell when one was moved.",
        build=_trend,
        groups=_strands,
        compares=True,
    ),
)
