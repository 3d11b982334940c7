"""A rule: what it is called, what it looks at, and the function that looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.findings import Finding
from desktop.rules.subjects import name

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from desktop.domain.cells import CellRef
    from desktop.domain.findings import Fix, Severity
    from desktop.rules.subjects import Scope, Subject


class Remark(NamedTuple):
    """What a rule says of a cell; a severity of its own stands before the rule's."""

    cell: CellRef
    message: str
    fix: Fix | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule. Its function takes a subject of the scope and, where it is `dated`, the as-at date."""

    code: str
    severity: Severity
    title: str
    scope: Scope
    function: Callable[..., Iterable[Remark]]
    dated: bool = False

    def findings(self, subject: Subject, as_at: dt.date) -> list[Finding]:
        """What the rule says of a subject on a day."""
        remarks = self.function(subject, as_at) if self.dated else self.function(subject)
        return [self._finding(subject, remark) for remark in remarks]

    def _finding(self, subject: Subject, remark: Remark) -> Finding:
        return Finding(
            rule=self.code,
            severity=remark.severity or self.severity,
            cell=remark.cell,
            subject=name(subject),
            message=remark.message,
            fix=remark.fix,
        )
