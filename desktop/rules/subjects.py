"""What the rules look at: the records of a workbook, alone or with those they are held against."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias, cast

from desktop.domain.contents import Problem
from desktop.domain.expenditure import Expenditure
from desktop.domain.indicators import Indicator
from desktop.domain.library import normal_code
from desktop.domain.plan import Milestone
from desktop.domain.tables import Table
from desktop.domain.targets import Target
from desktop.projection.trajectory import trajectory
from desktop.rules.plan_parts import Numbered, SameText, Strand, numbered, same_texts, strands

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from desktop.domain.contents import Contents


class Scope(StrEnum):
    """What a rule looks at in one go; its verdict depends on nothing else but the as-at date."""

    INDICATOR = "indicator"
    REPEATED = "indicators of the same code"
    PROMISES = "an indicator and the targets set for it"
    MILESTONE = "milestone"
    TARGET = "target"
    AIM = "a target and the indicators that it names"
    TWINS = "two indicators that measure the same"
    BANDS = "an indicator and the counts that its mean is made of"
    STRAND = "the milestones of a strand"
    NUMBERED = "strands of the same number"
    SAME_TEXT = "milestones of the same text"
    AMOUNT = "an amount of money"
    TOTAL = "an amount and its parts"
    TABLE = "table"
    PROBLEM = "what was no table"


RECORDS = (Scope.INDICATOR, Scope.MILESTONE, Scope.TARGET, Scope.AMOUNT)
"""The scopes of single records, of whatever kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeated:
    """The indicators, two or more, that bear the same code, in the order of the sheets."""

    indicators: tuple[Indicator, ...]

    @property
    def subject(self) -> str:
        """The code they share."""
        return self.indicators[0].code

    @property
    def identity(self) -> Hashable:
        """What tells these very records from any others."""
        return tuple(map(id, self.indicators))


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises:
    """An indicator and the targets set for it that have a number and a date."""

    indicator: Indicator
    targets: tuple[Target, ...]

    @property
    def subject(self) -> str:
        """The indicator's code."""
        return self.indicator.code

    @property
    def identity(self) -> Hashable:
        """What tells these very records from any others."""
        return (id(self.indicator), *map(id, self.targets))


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """A target, and the indicators that bear the code which it names: none where the workbook lacks it."""

    target: Target
    indicators: tuple[Indicator, ...]

    @property
    def subject(self) -> str:
        """The code that it names."""
        return self.target.indicator

    @property
    def identity(self) -> Hashable:
        """What tells these very records from any others."""
        return (id(self.target), *map(id, self.indicators))


@dataclass(frozen=True, slots=True, kw_only=True)
class Twins:
    """Two indicators that the library marks as the same, in the order of the sheets."""

    indicators: tuple[Indicator, Indicator]

    @property
    def subject(self) -> str:
        """The code of the later."""
        return self.indicators[1].code

    @property
    def identity(self) -> Hashable:
        """What tells these very records from any others."""
        return tuple(map(id, self.indicators))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bands:
    """An indicator that is a mean, and the counts of its bands, each with the band's midpoint."""

    whole: Indicator
    parts: tuple[tuple[Indicator, float], ...]

    @property
    def subject(self) -> str:
        """The code of the mean."""
        return self.whole.code

    @property
    def identity(self) -> Hashable:
        """What tells these very records from any others."""
        return (id(self.whole), *(id(part) for part, _ in self.parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """An amount, and those that are "of this total"."""

    whole: Expenditure
    parts: tuple[Expenditure, ...]

    @property
    def subject(self) -> str:
        """What the amount is for."""
        return self.whole.area or self.whole.question

    @property
    def identity(self) -> Hashable:
        """What tells these very records from any others."""
        return (id(self.whole), *map(id, self.parts))


Record: TypeAlias = Indicator | Milestone | Target | Expenditure
Group: TypeAlias = Repeated | Promises | Aim | Twins | Bands | Strand | Numbered | SameText | Total
Subject: TypeAlias = Record | Table | Problem | Group


def identities(scope: Scope, subjects: Sequence[Subject]) -> list[Hashable]:
    """What tells these very records from any others, for as long as the records live."""
    if scope in _ALONE:
        return list(map(id, subjects))
    return [group.identity for group in cast("Sequence[Group]", subjects)]


_ALONE = frozenset((*RECORDS, Scope.TABLE, Scope.PROBLEM))


def name(subject: Subject) -> str:
    """How findings name a subject: an indicator by its code, a milestone by strand and letter."""
    if isinstance(subject, Indicator):
        return subject.code
    if isinstance(subject, Target):
        return subject.indicator
    if isinstance(subject, Expenditure):
        return subject.area or subject.question
    return subject.sheet if isinstance(subject, Table | Problem) else subject.subject


def _by_code(contents: Contents) -> Mapping[str, Sequence[Indicator]]:
    groups: dict[str, list[Indicator]] = {}
    for indicator in contents.indicators:
        if code := normal_code(indicator.code):
            groups.setdefault(code, []).append(indicator)
    return groups


def _repeated(contents: Contents) -> Sequence[Repeated]:
    groups = _by_code(contents).values()
    return [Repeated(indicators=tuple(group)) for group in groups if len(group) > 1]


def _promises(contents: Contents) -> Sequence[Promises]:
    """Each target with the indicator it names; copies with the same plan are held against it once."""
    targets: dict[str, list[Target]] = {}
    for target in contents.targets:
        if target.value.number is not None and target.date is not None:
            targets.setdefault(normal_code(target.indicator), []).append(target)
    groups = _by_code(contents) if targets else {}
    return [
        Promises(indicator=indicator, targets=tuple(named))
        for code, named in targets.items()
        for indicator in _of_different_plans(groups.get(code, ()))
    ]


def _of_different_plans(indicators: Sequence[Indicator]) -> Sequence[Indicator]:
    first_of_plan: dict[object, Indicator] = {}
    for indicator in indicators:
        first_of_plan.setdefault(trajectory(indicator), indicator)
    return tuple(first_of_plan.values())


def _aims(contents: Contents) -> Sequence[Aim]:
    groups = _by_code(contents) if contents.targets else {}
    return [
        Aim(target=target, indicators=tuple(groups.get(normal_code(target.indicator), ())))
        for target in contents.targets
    ]


def _twins(contents: Contents) -> Sequence[Twins]:
    """Each two indicators once; of a code that stands twice the first is taken."""
    groups = _by_code(contents)
    pairs: dict[frozenset[str], Twins] = {}
    for code, (first, *_) in groups.items():
        other = normal_code(first.measure.same_as)
        if other in groups and other != code:
            # The code that stands first in the workbook comes by here first, or the other names it too.
            pair = sorted((first, groups[other][0]), key=contents.indicators.index)
            pairs.setdefault(frozenset((code, other)), Twins(indicators=(pair[0], pair[1])))
    return list(pairs.values())


_MEAN = "mean of bands:"


def _bands(contents: Contents) -> Sequence[Bands]:
    """Each mean whose bands all stand in the workbook."""
    groups = _by_code(contents)
    found = []
    for whole, *_ in groups.values():
        if whole.measure.relation.startswith(_MEAN):
            parts = midpoints(whole.measure.relation)
            if all(code in groups for code, _ in parts):
                known = tuple((groups[code][0], at) for code, at in parts)
                found.append(Bands(whole=whole, parts=known))
    return found


@lru_cache(maxsize=256)
def midpoints(relation: str) -> tuple[tuple[str, float], ...]:
    """The normalised codes of the bands with their midpoints, from "mean of bands: QP 2a=0.5; QP 2b=1.5"."""
    entries = (entry.partition("=") for entry in relation.removeprefix(_MEAN).split(";"))
    return tuple((normal_code(code), float(at)) for code, _, at in entries)


def _totals(contents: Contents) -> Sequence[Total]:
    """Each amount that has parts: those that follow it in its table."""
    found: list[tuple[Expenditure, list[Expenditure]]] = []
    for amount in contents.expenditure:
        if not amount.part_of:
            found.append((amount, []))
        elif found and found[-1][0].table == amount.table:
            found[-1][1].append(amount)
    return [Total(whole=whole, parts=tuple(parts)) for whole, parts in found if parts]


SUBJECTS: Mapping[Scope, Callable[[Contents], Sequence[Subject]]] = {
    Scope.INDICATOR: lambda contents: contents.indicators,
    Scope.REPEATED: _repeated,
    Scope.PROMISES: _promises,
    Scope.MILESTONE: lambda contents: contents.milestones,
    Scope.TARGET: lambda contents: contents.targets,
    Scope.AIM: _aims,
    Scope.TWINS: _twins,
    Scope.BANDS: _bands,
    Scope.STRAND: strands,
    Scope.NUMBERED: numbered,
    Scope.SAME_TEXT: same_texts,
    Scope.AMOUNT: lambda contents: contents.expenditure,
    Scope.TOTAL: _totals,
    Scope.TABLE: lambda contents: contents.tables,
    Scope.PROBLEM: lambda contents: contents.problems,
}
"""The subjects of each scope, in the order of the sheets."""
