"""Joins charts, texts and milestones to report cards, ready for screen, printer or file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.charts.compose import picture_of
from desktop.domain.library import normal_code
from desktop.domain.wording import counted
from desktop.printing.page import CardPage, Line, Part
from desktop.printing.paginate import paginate
from desktop.projection.status import Direction, direction
from desktop.ui.card_sections import card_sections
from desktop.ui.chart_pages import drawing, source

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from desktop.charts.picture import Picture
    from desktop.domain.contents import Contents
    from desktop.domain.indicators import Indicator
    from desktop.domain.plan import Milestone
    from desktop.printing.page import Page
    from desktop.ui.card_sections import CardSection
    from desktop.workbook.workbook import Workbook

_ARROWS = {
    Direction.IMPROVING: "↗",
    Direction.STEADY: "→",
    Direction.WORSENING: "↘",
    Direction.RISING: "↑",
    Direction.FALLING: "↓",
}
_NO_TRAVEL = "not yet known"
_UNWRITTEN = "Not written yet."
_UNLINKED = "No milestone is linked to this indicator."
_ACTIONS = ("Milestone", "Status", "Due")


def card_pages(
    workbook: Workbook,
    indicators: Iterable[Indicator],
    drafts: Mapping[str, str] | None = None,
    *,
    as_at: dt.date,
    printed: dt.datetime,
) -> tuple[Page, ...]:
    """The report cards of the indicators, numbered, each as many pages as its texts need.

    `drafts` are texts by their headings that stand in for what is written; they are meant for one card.
    """
    return paginate(
        _card(workbook.contents, indicator, drafts or {}, as_at, source(workbook, indicator, as_at, printed))
        for indicator in indicators
    )


def _card(
    contents: Contents, indicator: Indicator, drafts: Mapping[str, str], as_at: dt.date, foot: str
) -> CardPage:
    picture = picture_of(contents, indicator)
    travel = direction(indicator)
    sections = card_sections(contents.notes, indicator.code)
    parts = (_part(section, drafts.get(section.heading, section.text)) for section in sections)
    return CardPage(
        title=picture.title,
        subtitle=" · ".join(part for part in ("Report card", indicator.group, picture.subtitle) if part),
        status=picture.status.removesuffix(f" · {travel}"),
        travel=_NO_TRAVEL if travel is None else f"{_ARROWS[travel]} {travel[0].upper()} {travel}",
        source=foot,
        drawing=drawing(picture),
        parts=(
            *_noted(picture),
            *(part for part in parts if part is not None),
            _actions(contents, indicator.code, as_at),
        ),
    )


def _noted(picture: Picture) -> tuple[Part, ...]:
    """What the officer has noted on the chart, if anything, under the flags that it has there."""
    lines = tuple(
        Line(cells=(f"{one.flag} {one.label}: {' '.join(one.words.split())}",)) for one in picture.annotations
    )
    return (Part(heading="Notes on the chart", lines=lines),) if lines else ()


def _part(section: CardSection, text: str) -> Part | None:
    """A section as it is printed; None where nothing is written and nothing need be."""
    lines = tuple(Line(cells=(line,)) for line in text.splitlines() if line.strip())
    if not lines:
        unwritten = Line(cells=(_UNWRITTEN,), quiet=True)
        return Part(heading=section.heading, lines=(unwritten,)) if section.needed else None
    return Part(heading=section.heading, lines=lines, remark=_signature(section))


def _signature(section: CardSection) -> str:
    if section.written is None:
        return ""
    day = "" if section.written.date is None else f"{section.written.date:%d/%m/%Y}"
    return ", ".join(filter(None, (section.written.by, day)))


def _actions(contents: Contents, code: str, as_at: dt.date) -> Part:
    """The milestones that are linked to the indicator, how they stand and when they are due."""
    linked = [one for one in contents.milestones if normal_code(one.indicator) == normal_code(code)]
    if not linked:
        return Part(heading="Actions", lines=(Line(cells=(_UNLINKED,), quiet=True),))
    rows = (
        Line(cells=(_what(milestone), _standing(milestone), _due(milestone, as_at))) for milestone in linked
    )
    return Part(heading="Actions", lines=(Line(cells=_ACTIONS, strong=True), *rows))


def _what(milestone: Milestone) -> str:
    text = " ".join(milestone.text.split())
    return f"{text} ({' '.join(milestone.owner.split())})" if milestone.owner.strip() else text


def _standing(milestone: Milestone) -> str:
    """The mark and the word of the status; the officer's own words where they name none."""
    status = milestone.status.status
    if status is None:
        return " ".join(milestone.status.raw.split()) or "no status"
    return f"{status.mark} {status}"


def _due(milestone: Milestone, as_at: dt.date) -> str:
    """The due date in the officer's words, the latest where it was revised, and whether it is past."""
    reading = milestone.due
    words = [reading.due.raw if reading.due is not None else " ".join(reading.raw.split()) or "no date"]
    revised = [one for one in reading.revised if one.date == reading.latest]
    if revised and (reading.due is None or revised[-1].date != reading.due.date):
        words.append(f"revised to {revised[-1].raw}")
    days = milestone.days_overdue(as_at)
    if days:
        words.append(f"■ overdue by {counted(days, 'day')}")
    return "\n".join(words)
