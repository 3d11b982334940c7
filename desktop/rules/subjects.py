"""What the rules look at: the records of a workbook, alone or with those they are held against."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.indicators import Indicator
from desktop.domain.library import normal_code
from desktop.domain.plan import Milestone
from desktop.projection.trajectory import trajectory

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from desktop.domain.contents import Contents
    from desktop.domain.targets import Target


class Scope(StrEnum):
    """What a rule looks at in one go; its verdict depends on nothing else but the as-at date."""

    INDICATOR = "indicator"
    REPEATED = "indicators of the same code"
    PROMISES = "an indicator and the targets set for it"
    MILESTONE = "milestone"


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


Subject: TypeAlias = Indicator | Milestone | Repeated | Promises


def identity(subject: Subject) -> Hashable:
    """What tells these very records from any others, for as long as the records live."""
    return id(subject) if isinstance(subject, (Indicator, Milestone)) else subject.identity


def name(subject: Subject) -> str:
    """How findings name a subject: an indicator by its code, a milestone by strand and letter."""
    return subject.code if isinstance(subject, Indicator) else subject.subject


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


SUBJECTS: Mapping[Scope, Callable[[Contents], Sequence[Subject]]] = {
    Scope.INDICATOR: lambda contents: contents.indicators,
    Scope.REPEATED: _repeated,
    Scope.PROMISES: _promises,
    Scope.MILESTONE: lambda contents: contents.milestones,
}
"""The subjects of each scope, in the order of the sheets."""
