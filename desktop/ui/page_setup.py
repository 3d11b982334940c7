"""What is to be printed, and how: of which indicators, what of each, on which paper."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.indicators import Indicator
from desktop.printing.export import SCREEN
from desktop.printing.page import Orientation, Paper
from desktop.ui.card_pages import card_pages
from desktop.ui.chart_pages import Wanted, chart_pages

if TYPE_CHECKING:
    import datetime as dt

    from desktop.document.document import Document
    from desktop.printing.page import Page
    from desktop.ui.workspace import Workspace

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s]+')
"""What the name of a file can't hold, on one system or another."""


class Subject(StrEnum):
    """What is printed of an indicator."""

    CHARTS = "charts"
    CARDS = "report cards"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """How pages are made; `resolution` is that of a PNG, in pixels to the inch.

    What stands beneath a chart, and how the paper lies, is for charts alone: a report card is upright.
    """

    subject: Subject = Subject.CHARTS
    paper: Paper = Paper.A4
    orientation: Orientation = Orientation.LANDSCAPE
    notes: bool = True
    figures: bool = True
    limits: bool = False
    resolution: int = SCREEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Some of the indicators: what they are called in the list, and what a file of them is called."""

    label: str
    name: str
    indicators: tuple[Indicator, ...]


def pages_of(
    document: Document, setup: Setup, chosen: tuple[Indicator, ...], printed: dt.datetime
) -> tuple[Page, ...]:
    """The pages of the indicators that were chosen, as the workbook stands."""
    workbook, as_at = document.workbook, document.as_at
    if setup.subject is Subject.CARDS:
        return card_pages(workbook, chosen, as_at=as_at, printed=printed)
    wanted = Wanted(
        orientation=setup.orientation, notes=setup.notes, figures=setup.figures, limits=setup.limits
    )
    return chart_pages(workbook, document.findings, chosen, wanted, as_at=as_at, printed=printed)


def choices_of(workspace: Workspace) -> tuple[Choice, ...]:
    """What may be printed: the current indicator, those selected, those of its group, all; none twice."""
    current, every = workspace.indicator, workspace.document.contents.indicators
    stem = workspace.document.path.stem
    this = _choice("", "", () if current is None else (current,))
    if current is not None:
        this = _choice(f"This indicator: {current.code}", current.code, (current,))
    group = "" if current is None else current.group
    same = tuple(one for one in every if group and one.group == group)
    selected = _choice("The {} selected indicators", f"{stem}-selected", _selected(workspace))
    of_group = _choice(f"All {{}} of {group}", f"{stem}-{group}", same)
    whole = _choice("All {} indicators", stem, every)
    kept: dict[tuple[Indicator, ...], Choice] = {}
    for choice in (this, whole, of_group, selected):
        kept.setdefault(choice.indicators, choice)
    return tuple(
        choice
        for choice in (this, selected, of_group, whole)
        if choice.indicators and kept[choice.indicators] is choice
    )


def _choice(label: str, name: str, indicators: tuple[Indicator, ...]) -> Choice:
    there = label.replace("{}", str(len(indicators)))
    return Choice(label=there, name=_NOT_IN_NAMES.sub(" ", name), indicators=indicators)


def _selected(workspace: Workspace) -> tuple[Indicator, ...]:
    """The indicators whose rows are selected, in the order of the grid."""
    grid = workspace.grid
    areas = grid.selectionModel().selection().toList() if grid.records else []
    rows = sorted({row for area in areas for row in range(area.top(), area.bottom() + 1)})
    records = [grid.records[row] for row in rows]
    return tuple(record for record in records if isinstance(record, Indicator))
