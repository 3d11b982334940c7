"""What a rule says of records, for tests that let it speak."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeAlias

from desktop.rules.registry import check
from tests.domain.build import contents

if TYPE_CHECKING:
    from desktop.domain.breakdown import BreakdownLine
    from desktop.domain.contents import Problem
    from desktop.domain.expenditure import Expenditure, Grant
    from desktop.domain.findings import Finding
    from desktop.domain.indicators import Indicator
    from desktop.domain.plan import Milestone
    from desktop.domain.tables import Table
    from desktop.domain.targets import Target

Spoken: TypeAlias = "Indicator | Milestone | Target | Expenditure | Grant | BreakdownLine | Table | Problem"
AS_AT = dt.date(2012, 10, 1)


def findings(rule: str, *records: Spoken, as_at: dt.date = AS_AT) -> tuple[Finding, ...]:
    """The findings of one rule on contents that hold these records."""
    return tuple(finding for finding in check(contents(*records), as_at) if finding.rule == rule)


def finding(rule: str, *records: Spoken, as_at: dt.date = AS_AT) -> Finding:
    """The one finding of a rule on contents that hold these records."""
    (only,) = findings(rule, *records, as_at=as_at)
    return only
