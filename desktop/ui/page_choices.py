"""What may be printed: which indicators, which part of a plan, and what a file of it is called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.indicators import Indicator
from desktop.ui.page_setup import OF_INDICATORS, Subject

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.ui.workspace import Workspace

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s]+')
"""What the name of a file can't hold, on one system or another."""
_LONGEST = 100
"""Letters of a file's name; folders may hold no longer ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Some of the indicators, or the plan: what it is called in the list, and what a file of it is called.

    `part` is the group or the strand that it is; None where it is neither.
    """

    label: str
    name: str
    indicators: tuple[Indicator, ...] = ()
    part: str | None = None


Offers: TypeAlias = "Mapping[Subject, tuple[Choice, ...]]"
"""What may be printed, and of which; what there is nothing to print of is not among them."""


def offers_of(workspace: Workspace) -> Offers:
    """All that may be printed of a workbook."""
    found = {subject: choices_of(workspace, subject) for subject in Subject}
    return {subject: choices for subject, choices in found.items() if choices}


def choices_of(workspace: Workspace, subject: Subject = Subject.CHARTS) -> tuple[Choice, ...]:
    """What a subject may be printed of; what is likeliest comes first."""
    if subject is Subject.SMALL:
        return _many(workspace)
    if subject in OF_INDICATORS:
        return _one_or_more(workspace)
    stem = workspace.document.path.stem
    milestones = workspace.document.contents.milestones
    strands = tuple(dict.fromkeys(each.strand for each in milestones if each.text.strip()))
    whole = (_choice("The whole plan", f"{stem}-{subject}", ()),) if strands else ()
    if subject is Subject.STRANDS or len(strands) == 1:
        return whole
    parts = (
        _choice(" ".join(each.split()) or "Milestones without a strand", f"{stem}-{subject}-{each}", (), each)
        for each in strands
    )
    return (*whole, *parts)


def _many(workspace: Workspace) -> tuple[Choice, ...]:
    """All indicators, those of each group where there are several, and those that are selected."""
    every, stem = workspace.document.contents.indicators, workspace.document.path.stem
    groups = tuple(dict.fromkeys(each.group for each in every))
    found = [_choice("All indicators", f"{stem}-{Subject.SMALL}", every)]
    for group in groups if len(groups) > 1 else ():
        own = tuple(each for each in every if each.group == group)
        label = " ".join(group.split()) or "Indicators without a group"
        found.append(_choice(label, f"{stem}-{Subject.SMALL}-{group}", own, group))
    selected = _selected(workspace)
    if len(selected) > 1 and selected != every:
        found.append(_choice("The selected indicators", f"{stem}-{Subject.SMALL}-selected", selected))
    return tuple(found) if every else ()


def _one_or_more(workspace: Workspace) -> tuple[Choice, ...]:
    """The current indicator, those selected, those of its group, all; none twice."""
    current, every = workspace.indicator, workspace.document.contents.indicators
    stem = workspace.document.path.stem
    this = _choice("", "", () if current is None else (current,))
    if current is not None:
        this = _choice(f"This indicator: {current.code}", current.code, (current,))
    group = "" if current is None else current.group
    same = tuple(one for one in every if group and one.group == group)
    marked = _selected(workspace)
    selected = _choice(f"The {len(marked)} selected indicators", f"{stem}-selected", marked)
    of_group = _choice(f"All {len(same)} of {group}", f"{stem}-{group}", same)
    whole = _choice(f"All {len(every)} indicators", stem, every)
    kept: dict[tuple[Indicator, ...], Choice] = {}
    for choice in (this, whole, of_group, selected):
        kept.setdefault(choice.indicators, choice)
    return tuple(
        choice
        for choice in (this, selected, of_group, whole)
        if choice.indicators and kept[choice.indicators] is choice
    )


def _choice(label: str, name: str, indicators: tuple[Indicator, ...], part: str | None = None) -> Choice:
    there = _NOT_IN_NAMES.sub(" ", name)[:_LONGEST].strip()
    return Choice(label=label, name=there, indicators=indicators, part=part)


def _selected(workspace: Workspace) -> tuple[Indicator, ...]:
    """The indicators whose rows are selected, in the order of the grid."""
    grid = workspace.grid
    areas = grid.selectionModel().selection().toList() if grid.records else []
    rows = sorted({row for area in areas for row in range(area.top(), area.bottom() + 1)})
    records = [grid.records[row] for row in rows]
    return tuple(record for record in records if isinstance(record, Indicator))
