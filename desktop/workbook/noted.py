"""Records with what the notes say of them: a measure set, a milestone linked, a target added.

A record of which the same is said again is the identical object, so that it is not judged anew.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.domain.cells import CellRef
from desktop.domain.contents import Problem
from desktop.domain.library import normal_code
from desktop.domain.notes import NO_NOTES
from desktop.domain.promises import promise_in
from desktop.domain.targets import Target
from desktop.domain.values import read_value
from desktop.workbook.notes_layout import VALUE, WHAT
from desktop.workbook.notes_places import milestone_name, standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.domain.contents import Contents
    from desktop.domain.indicators import Indicator
    from desktop.domain.notes import IndicatorSetting, KeptTarget, Link, Notes
    from desktop.domain.plan import Milestone
    from desktop.workbook.notes_layout import Layout
    from desktop.workbook.notes_sheet import Kept
    from desktop.workbook.sheet import Sheet

_REMEMBERED = 4096


def noted(read: Contents, sheets: Mapping[str, Sheet], kept: Kept) -> Contents:
    """The contents, as read from the sheets, with what is kept beside them."""
    notes, layout = kept.notes, kept.layout
    if layout is None or (notes == NO_NOTES and not kept.problems):
        return read
    linked = [(link, milestone_of(link, read.milestones)) for link in notes.links]
    found = [(link, milestone) for link, milestone in linked if milestone is not None]
    promised = (_promised(link, milestone) for link, milestone in found)
    return replace(
        read,
        indicators=_measured(read.indicators, notes),
        milestones=_counted(read.milestones, found),
        targets=(
            *read.targets,
            *(target for target in promised if target is not None),
            *_kept_targets(sheets[layout.sheet], layout, notes),
        ),
        problems=(
            *read.problems,
            *kept.problems,
            *(_unlinked(layout, link) for link, milestone in linked if milestone is None),
        ),
        notes=replace(
            notes,
            standing=standing(read, sheets, notes.explanations),
            silenced=standing(read, sheets, notes.hidden),
        ),
    )


def _measured(indicators: tuple[Indicator, ...], notes: Notes) -> tuple[Indicator, ...]:
    settings = {normal_code(setting.code): setting for setting in notes.settings}
    if not settings:
        return indicators
    return tuple(
        indicator if setting is None else _with_setting(indicator, setting)
        for indicator in indicators
        for setting in (settings.get(normal_code(indicator.code)),)
    )


@lru_cache(maxsize=_REMEMBERED)
def _with_setting(indicator: Indicator, setting: IndicatorSetting) -> Indicator:
    return replace(indicator, measure=setting.applied(indicator.measure))


def milestone_of(link: Link, milestones: Sequence[Milestone]) -> Milestone | None:
    """The milestone of that text; of several the one in the same strand under the same letter."""
    text = _one_line(link.milestone)
    named = [milestone for milestone in milestones if _one_line(milestone.text) == text]
    same = (
        milestone
        for milestone in named
        if (_one_line(milestone.strand), milestone.ref) == (_one_line(link.strand), link.ref)
    )
    return next(same, named[0] if len(named) == 1 else None)


@lru_cache(maxsize=1 << 16)  # more than a workbook has milestones: each link asks for all of them
def _one_line(text: str) -> str:
    return " ".join(text.split())


def _counted(
    milestones: tuple[Milestone, ...], linked: Sequence[tuple[Link, Milestone]]
) -> tuple[Milestone, ...]:
    codes = {id(milestone): link.indicator for link, milestone in linked}
    if not codes:
        return milestones
    return tuple(
        milestone if code is None else _with_indicator(milestone, code)
        for milestone in milestones
        for code in (codes.get(id(milestone)),)
    )


@lru_cache(maxsize=_REMEMBERED)
def _with_indicator(milestone: Milestone, code: str) -> Milestone:
    return replace(milestone, indicator=code)


@lru_cache(maxsize=_REMEMBERED)
def _promised(link: Link, milestone: Milestone) -> Target | None:
    """What the milestone's text promises of the indicator; None where it promises nothing that is read."""
    promise = promise_in(milestone.text)
    if promise is None:
        return None
    return Target(
        table=milestone.table.id,
        indicator=link.indicator,
        value=read_value(promise.figure),
        date=promise.date.date,
        date_raw=promise.date.raw,
        set_by="",
        where=f"Milestone {milestone_name(milestone)}",
        words=milestone.text,
        row=milestone.row,
        cell=milestone.cell,
    )


def _kept_targets(sheet: Sheet, layout: Layout, notes: Notes) -> Iterator[Target]:
    for kept in notes.targets:
        cell = CellRef(sheet=sheet.name, row=kept.row, column=layout.columns[VALUE])
        yield _kept_target(kept, sheet.text(cell.row, cell.column), cell)


@lru_cache(maxsize=_REMEMBERED)
def _kept_target(kept: KeptTarget, raw: str, cell: CellRef) -> Target:
    return Target(
        table=cell.sheet,
        indicator=kept.indicator,
        value=read_value(raw, kept.value) if "%" not in raw else read_value(raw),
        date=kept.date,
        date_raw=f"{kept.date:%d/%m/%Y}",
        set_by=kept.set_by,
        where=kept.where,
        words=kept.text,
        row=kept.row,
        cell=cell,
    )


def _unlinked(layout: Layout, link: Link) -> Problem:
    return Problem(
        sheet=layout.sheet,
        cell=CellRef(sheet=layout.sheet, row=link.row, column=layout.columns[WHAT]),
        message=f"{layout.sheet}, row {link.row}: the linked milestone was not found, so its promise is not "
        "held against the indicator. Its text may have changed: link it again, or delete the row.",
        kept=True,
    )
