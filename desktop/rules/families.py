"""Which records are looked at together: for each scope, what they share and the subjects that they make."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from desktop.domain.breakdown import Breakdown
from desktop.domain.expenditure import Grant
from desktop.rules.indicator_parts import (
    aims,
    bands,
    code_keys,
    promises,
    related_keys,
    repeated,
    twins,
)
from desktop.rules.plan_parts import (
    number_keys,
    numbered,
    project_keys,
    same_projects,
    same_texts,
    strand,
    strand_keys,
    text_keys,
)
from desktop.rules.subjects import Budget, Scope, Total

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from desktop.domain.contents import Contents
    from desktop.domain.expenditure import Expenditure
    from desktop.rules.subjects import Subject

_Record = TypeVar("_Record")


@dataclass(frozen=True, slots=True, kw_only=True)
class Family(Generic[_Record]):
    """Records of one kind, what those share that are looked at together, and what they make in each scope."""

    records: Callable[[Contents], Sequence[_Record]]
    keys: Callable[[_Record], Sequence[Hashable]]
    subjects: Mapping[Scope, Callable[[Sequence[_Record]], Sequence[Subject]]]


def _alone(scope: Scope, records: str) -> Family[Any]:
    """Records that are looked at one by one."""
    return Family(
        records=attrgetter(records), keys=lambda record: (id(record),), subjects={scope: lambda one: one}
    )


def totals(amounts: Sequence[Expenditure]) -> Sequence[Total]:
    """Each amount of a table that has parts: those that follow it."""
    found: list[tuple[Expenditure, list[Expenditure]]] = []
    for amount in amounts:
        if not amount.part_of:
            found.append((amount, []))
        elif found:
            found[-1][1].append(amount)
    return [Total(whole=whole, parts=tuple(parts)) for whole, parts in found if parts]


def budgets(records: Sequence[Expenditure | Grant]) -> Sequence[Budget]:
    """What is spent and the grants for it, where the workbook names both."""
    grants = tuple(record for record in records if isinstance(record, Grant))
    spends = tuple(record for record in records if not isinstance(record, Grant) and not record.part_of)
    return [Budget(spends=spends, grants=grants)] if spends and grants else []


_milestones = attrgetter("milestones")

FAMILIES: Sequence[Family[Any]] = (
    _alone(Scope.INDICATOR, "indicators"),
    Family(
        records=lambda contents: (*contents.indicators, *contents.targets),
        keys=code_keys,
        subjects={Scope.REPEATED: repeated, Scope.PROMISES: promises, Scope.AIM: aims},
    ),
    Family(
        records=attrgetter("indicators"),
        keys=related_keys,
        subjects={Scope.TWINS: twins, Scope.BANDS: bands},
    ),
    _alone(Scope.MILESTONE, "milestones"),
    _alone(Scope.DEADLINE, "milestones"),
    Family(records=_milestones, keys=strand_keys, subjects={Scope.STRAND: strand}),
    Family(records=_milestones, keys=number_keys, subjects={Scope.NUMBERED: numbered}),
    Family(records=_milestones, keys=text_keys, subjects={Scope.SAME_TEXT: same_texts}),
    Family(records=_milestones, keys=project_keys, subjects={Scope.SAME_TEXT: same_projects}),
    _alone(Scope.TARGET, "targets"),
    _alone(Scope.AMOUNT, "expenditure"),
    Family(
        records=attrgetter("expenditure"),
        keys=lambda amount: (amount.table,),
        subjects={Scope.TOTAL: totals},
    ),
    Family(
        records=lambda contents: (*contents.expenditure, *contents.grants),
        keys=lambda _: ("money",),
        subjects={Scope.BUDGET: budgets},
    ),
    Family(
        records=attrgetter("breakdowns"),
        keys=lambda line: (line.table,),
        subjects={Scope.BREAKDOWN: lambda lines: [Breakdown(lines=tuple(lines))]},
    ),
    _alone(Scope.TABLE, "tables"),
    _alone(Scope.PROBLEM, "problems"),
)
"""Every scope, in the order of the sheets."""
