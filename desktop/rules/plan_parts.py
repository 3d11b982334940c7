"""Milestones that are looked at together: those of a strand, and those that say the same."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from desktop.domain.contents import Contents
    from desktop.domain.plan import Milestone

_NUMBER = re.compile(
    r"(?:(?:strand|theme|priority|objective|outcome|section)\s+)?(\d+)(?![\d.]*\d)", re.IGNORECASE
)
_TABLE_AND_STRAND = attrgetter("table", "strand")


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """The milestones of a strand of one table, from top to bottom; its name is empty where it has none."""

    name: str
    milestones: tuple[Milestone, ...]

    @property
    def subject(self) -> str:
        """The strand's name, or the plan's sheet where it has none."""
        return self.name or self.milestones[0].table.sheet

    @property
    def identity(self) -> Hashable:
        """What tells these very records from any others."""
        return tuple(map(id, self.milestones))


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """Strands, two or more, of one table that bear the same number: the first milestone of each."""

    number: str
    milestones: tuple[Milestone, ...]

    @property
    def subject(self) -> str:
        """The name of the second strand."""
        return self.milestones[1].strand

    @property
    def identity(self) -> Hashable:
        """What tells these very records from any others."""
        return tuple(map(id, self.milestones))


@dataclass(frozen=True, slots=True, kw_only=True)
class SameText:
    """Milestones, two or more, whose field, the project or the milestone, says the same."""

    field: str
    milestones: tuple[Milestone, ...]

    @property
    def subject(self) -> str:
        """How the second of them is named."""
        return self.milestones[1].subject

    @property
    def identity(self) -> Hashable:
        """What tells these very records from any others."""
        return (self.field, *map(id, self.milestones))


def strands(contents: Contents) -> Sequence[Strand]:
    """The strands of every plan, in the order in which they begin."""
    runs: dict[tuple[int, str], list[Milestone]] = {}
    for (table, strand), run in groupby(contents.milestones, _TABLE_AND_STRAND):
        runs.setdefault((id(table), strand), []).extend(run)
    return [Strand(name=name, milestones=tuple(run)) for (_, name), run in runs.items()]


def numbered(contents: Contents) -> Sequence[Numbered]:
    """The strands that share a number with another of their plan."""
    firsts: dict[tuple[int, str], Milestone] = {}
    for (table, strand), run in groupby(contents.milestones, _TABLE_AND_STRAND):
        firsts.setdefault((id(table), strand), next(run))
    groups: dict[tuple[int, str], list[Milestone]] = {}
    for (table_id, strand), first in firsts.items():
        number = _NUMBER.match(strand)
        if number is not None:
            groups.setdefault((table_id, number[1]), []).append(first)
    return [
        Numbered(number=number, milestones=tuple(group))
        for (_, number), group in groups.items()
        if len(group) > 1
    ]


def same_texts(contents: Contents) -> Sequence[SameText]:
    """The milestones and the projects that stand twice in the workbook.

    A project that is named again on each of its rows stands there once.
    """
    projects = [each for each in contents.milestones if each.row == each.project_row]
    return [
        *_same("milestone", "text", contents.milestones),
        *(distinct for same in _same("project", "project", projects) if (distinct := _distinct(same))),
    ]


def _distinct(same: SameText) -> SameText | None:
    """The same project once for each place in the plan that bears its name; None where there is but one."""
    places = {(each.table.id, each.strand, each.ref): each for each in reversed(same.milestones)}
    milestones = tuple(reversed(places.values()))
    return SameText(field=same.field, milestones=milestones) if len(milestones) > 1 else None


def _same(field: str, attribute: str, milestones: Sequence[Milestone]) -> Iterator[SameText]:
    texts = list(map(attrgetter(attribute), milestones))  # every milestone at every edit: no loop of ours
    groups: dict[str, list[Milestone]] = {
        text: [] for text, number in Counter(texts).items() if number > 1 and text
    }
    if groups:
        for text, milestone in zip(texts, milestones, strict=True):
            if text in groups:
                groups[text].append(milestone)
    return (SameText(field=field, milestones=tuple(group)) for group in groups.values())
