"""What the rules look at: the records of a workbook, alone or with those they are held against."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.breakdown import Breakdown
from desktop.domain.contents import Problem
from desktop.domain.expenditure import Expenditure
from desktop.domain.indicators import Indicator
from desktop.domain.plan import Milestone
from desktop.domain.tables import Table
from desktop.domain.targets import Target
from desktop.rules.plan_parts import Numbered, SameText, Strand

if TYPE_CHECKING:
    from desktop.domain.expenditure import Grant


class Scope(StrEnum):
    """What a rule looks at in one go; its verdict depends on nothing else but the as-at date."""

    INDICATOR = "indicator"
    REPEATED = "indicators of the same code"
    PROMISES = "an indicator and the targets set for it"
    MILESTONE = "milestone"
    DEADLINE = "a milestone on a day"
    TARGET = "target"
    AIM = "a target and the indicators that it names"
    TWINS = "two indicators that measure the same"
    BANDS = "an indicator and the counts that its mean is made of"
    STRAND = "the milestones of a strand"
    NUMBERED = "strands of the same number"
    SAME_TEXT = "milestones of the same text"
    AMOUNT = "an amount of money"
    TOTAL = "an amount and its parts"
    BUDGET = "the planned spends and the grants they come from"
    BREAKDOWN = "the lines of a breakdown table"
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises:
    """An indicator and the targets set for it that have a number and a date."""

    indicator: Indicator
    targets: tuple[Target, ...]

    @property
    def subject(self) -> str:
        """The indicator's code."""
        return self.indicator.code


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """A target, and the indicators that bear the code which it names: none where the workbook lacks it."""

    target: Target
    indicators: tuple[Indicator, ...]

    @property
    def subject(self) -> str:
        """The code that it names."""
        return self.target.indicator


@dataclass(frozen=True, slots=True, kw_only=True)
class Twins:
    """Two indicators that the library marks as the same, in the order of the sheets."""

    indicators: tuple[Indicator, Indicator]

    @property
    def subject(self) -> str:
        """The code of the later."""
        return self.indicators[1].code


@dataclass(frozen=True, slots=True, kw_only=True)
class Bands:
    """An indicator that is a mean, and the counts of its bands, each with the band's midpoint."""

    whole: Indicator
    parts: tuple[tuple[Indicator, float], ...]

    @property
    def subject(self) -> str:
        """The code of the mean."""
        return self.whole.code


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """An amount, and those that are "of this total"."""

    whole: Expenditure
    parts: tuple[Expenditure, ...]

    @property
    def subject(self) -> str:
        """What the amount is for."""
        return self.whole.area or self.whole.question


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What is planned to be spent, parts of totals left out, and the grants that it may come from."""

    spends: tuple[Expenditure, ...]
    grants: tuple[Grant, ...]

    @property
    def subject(self) -> str:
        """What the money is."""
        return "Expenditure of grant"


Record: TypeAlias = Indicator | Milestone | Target | Expenditure
Group: TypeAlias = (
    Repeated | Promises | Aim | Twins | Bands | Strand | Numbered | SameText | Total | Budget | Breakdown
)
Subject: TypeAlias = Record | Table | Problem | Group


def name(subject: Subject) -> str:
    """How findings name a subject: an indicator by its code, a milestone by strand and letter."""
    if isinstance(subject, Indicator):
        return subject.code
    if isinstance(subject, Target):
        return subject.indicator
    if isinstance(subject, Expenditure):
        return subject.area or subject.question
    return subject.sheet if isinstance(subject, Table | Problem) else subject.subject
