"""Milestones that are looked at together: those of a strand, and those that say the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.domain.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from desktop.domain.plan import Milestone

_LONGEST_DATE = 40  # characters
_WORD = re.compile(r"[^\W\d_]+")
_AROUND_A_DATE = {"and", "by", "end", "from", "in", "of", "on", "ongoing", "onwards", "the", "to", "until"}
_NUMBER = re.compile(
    r"(?:(?:strand|theme|priority|objective|outcome|section)\s+)?(\d+)(?![\d.]*\d)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """The milestones of a strand of one table, from top to bottom; its name is empty where it has none."""

    name: str
    milestones: tuple[Milestone, ...]

    @property
    def subject(self) -> str:
        """The strand's name, or the plan's sheet where it has none."""
        return self.name or self.milestones[0].table.sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """Strands, two or more, of one table that bear the same number: the first milestone of each."""

    number: str
    milestones: tuple[Milestone, ...]

    @property
    def subject(self) -> str:
        """The name of the second strand."""
        return self.milestones[1].strand


@dataclass(frozen=True, slots=True, kw_only=True)
class SameText:
    """Milestones, two or more, whose field, the project or the milestone, says the same."""

    field: str
    milestones: tuple[Milestone, ...]

    @property
    def subject(self) -> str:
        """How the second of them is named."""
        return self.milestones[1].subject


def strand_keys(milestone: Milestone) -> Sequence[Hashable]:
    """What the milestones of a strand share: its table and its name."""
    return ((id(milestone.table), milestone.strand),)


def strand(milestones: Sequence[Milestone]) -> Sequence[Strand]:
    """The strand that the milestones make."""
    return (Strand(name=milestones[0].strand, milestones=tuple(milestones)),)


def number_keys(milestone: Milestone) -> Sequence[Hashable]:
    """What the milestones of strands of the same number share; none where their strand has no number."""
    number = _number(milestone.strand)
    return () if number is None else ((id(milestone.table), number),)


def numbered(milestones: Sequence[Milestone]) -> Sequence[Numbered]:
    """The strands, two or more, that the milestones of one number stand in."""
    firsts: dict[str, Milestone] = {}
    for milestone in milestones:
        firsts.setdefault(milestone.strand, milestone)
    number = _number(milestones[0].strand) or ""
    return (Numbered(number=number, milestones=tuple(firsts.values())),) if len(firsts) > 1 else ()


@lru_cache(maxsize=1024)
def _number(strand: str) -> str | None:
    found = _NUMBER.match(strand)
    return None if found is None else found[1]


def text_keys(milestone: Milestone) -> Sequence[Hashable]:
    """What milestones of the same text share; a date alone says nothing that could stand twice."""
    text = milestone.text
    return () if not text or (len(text) <= _LONGEST_DATE and _only_a_date(text)) else (text,)


@lru_cache(maxsize=1024)
def _only_a_date(text: str) -> bool:
    rest = text
    for found in find_dates(text):
        rest = rest.replace(found.raw, " ")
    return rest != text and not set(_WORD.findall(rest.casefold())) - _AROUND_A_DATE


def same_texts(milestones: Sequence[Milestone]) -> Sequence[SameText]:
    """The milestones that share a text, where it stands twice."""
    return (SameText(field="milestone", milestones=tuple(milestones)),) if len(milestones) > 1 else ()


def project_keys(milestone: Milestone) -> Sequence[Hashable]:
    """What projects of the same name share: the milestones that begin them."""
    return (milestone.project,) if milestone.project and milestone.row == milestone.project_row else ()


def same_projects(milestones: Sequence[Milestone]) -> Sequence[SameText]:
    """The projects that share a name, once for each place in the plan that bears it, where there are two.

    A project that is named again on each of its rows stands there once.
    """
    if len(milestones) == 1:
        return ()
    places = {(each.table.id, each.strand, each.ref): each for each in reversed(milestones)}
    if len(places) == 1:
        return ()
    return (SameText(field="project", milestones=tuple(reversed(places.values()))),)
