"""A rule: what it is called, what it looks at, and the function that looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.findings import Finding
from desktop.rules.subjects import name
from desktop.rules.words import LONGEST_NAME, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop.domain.cells import CellRef
    from desktop.domain.findings import Fix, Severity
    from desktop.rules.subjects import Scope, Subject


class Remark(NamedTuple):
    """What a rule says of a cell; a severity or a subject of its own stands before the rule's."""

    cell: CellRef
    message: str
    fix: Fix | None = None
    severity: Severity | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule. Its function takes a subject of its scopes and, where it is `dated`, the as-at date.

    `offers` says in words what the fix of its findings does, where some of them have one.
    """

    code: str
    severity: Severity
    title: str
    scopes: tuple[Scope, ...]
    function: Callable[..., Iterable[Remark]]
    dated: bool = False
    offers: str = ""

    def finding(self, subject: Subject, remark: Remark) -> Finding:
        """A remark of the rule's on a subject, as a finding."""
        return Finding(
            rule=self.code,
            severity=remark.severity or self.severity,
            cell=remark.cell,
            subject=shortened(remark.subject or name(subject), LONGEST_NAME),
            message=remark.message,
            fix=remark.fix,
        )
