"""Every rule there is, and a full run of them."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.findings import Finding, Severity
from desktop.rules import (
    indicator_values,
    placeholders,
    plans,
    promised_targets,
    repeated_codes,
    trajectories,
)
from desktop.rules.rule import Rule
from desktop.rules.subjects import SUBJECTS, Scope

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from desktop.domain.contents import Contents
    from desktop.rules.subjects import Subject

RULES = (
    Rule(
        code="IND-001",
        severity=Severity.ERROR,
        title="A value can't be read",
        scope=Scope.INDICATOR,
        function=indicator_values.unreadable,
    ),
    Rule(
        code="IND-002",
        severity=Severity.QUERY,
        title="A value is unknown",
        scope=Scope.INDICATOR,
        function=indicator_values.unknown,
    ),
    Rule(
        code="IND-003",
        severity=Severity.QUERY,
        title="A value is missing",
        scope=Scope.INDICATOR,
        function=indicator_values.blank,
    ),
    Rule(
        code="IND-004",
        severity=Severity.ERROR,
        title="A value is impossible",
        scope=Scope.INDICATOR,
        function=indicator_values.impossible,
    ),
    Rule(
        code="IND-005",
        severity=Severity.ERROR,
        title="The same code stands twice",
        scope=Scope.REPEATED,
        function=repeated_codes.repeated,
    ),
    Rule(
        code="PLN-001",
        severity=Severity.QUERY,
        title="A milestone has no status",
        scope=Scope.MILESTONE,
        function=plans.no_status,
    ),
    Rule(
        code="PLN-003",
        severity=Severity.QUERY,
        title="A milestone has no due date",
        scope=Scope.MILESTONE,
        function=plans.no_due_date,
    ),
    Rule(
        code="PLN-005",
        severity=Severity.ERROR,
        title="A milestone is overdue",
        scope=Scope.MILESTONE,
        function=plans.overdue,
        dated=True,
    ),
    Rule(
        code="PLN-008",
        severity=Severity.QUERY,
        title="A placeholder was never filled in",
        scope=Scope.MILESTONE,
        function=placeholders.never_filled_in,
    ),
    Rule(
        code="TRJ-001",
        severity=Severity.QUERY,
        title="The plan ends worse than today",
        scope=Scope.INDICATOR,
        function=trajectories.ends_worse,
    ),
    Rule(
        code="TRJ-002",
        severity=Severity.QUERY,
        title="The plan goes back",
        scope=Scope.INDICATOR,
        function=trajectories.goes_back,
    ),
    Rule(
        code="TRJ-005",
        severity=Severity.ERROR,
        title="The plan misses a promised target",
        scope=Scope.PROMISES,
        function=promised_targets.falls_short,
    ),
)
"""In the order of their codes."""

RULES_OF: Mapping[Scope, tuple[Rule, ...]] = {
    scope: tuple(rule for rule in RULES if rule.scope is scope) for scope in Scope
}

Place: TypeAlias = tuple[int, int, int, str]
"""Where a finding comes in the order of the sheets: sheet, row, column, rule code."""

Placed: TypeAlias = tuple[Place, Finding]


def check(contents: Contents, as_at: dt.date) -> tuple[Finding, ...]:
    """Every finding on the contents, judged on a day, in the order of the sheets, rows, columns and rules."""
    sheets = sheet_numbers(contents)
    return in_order(
        placed
        for scope in Scope
        for subject in SUBJECTS[scope](contents)
        for placed in verdict(scope, subject, as_at, sheets)
    )


def verdict(scope: Scope, subject: Subject, as_at: dt.date, sheets: Mapping[str, int]) -> tuple[Placed, ...]:
    """What all the rules of a scope say of one subject on a day."""
    found: list[Placed] = []
    for rule in RULES_OF[scope]:
        for finding in rule.findings(subject, as_at):
            cell = finding.cell
            place = sheets.get(cell.sheet, len(sheets)), cell.row, cell.column, rule.code
            found.append((place, finding))
    return tuple(found)


def sheet_numbers(contents: Contents) -> Mapping[str, int]:
    """The place of each sheet that holds a table, in the order of the tables."""
    sheets = dict.fromkeys(table.sheet for table in contents.tables)
    return {sheet: number for number, sheet in enumerate(sheets)}


def in_order(verdicts: Iterable[Placed]) -> tuple[Finding, ...]:
    """The findings, sorted by their places."""
    return tuple(finding for _, finding in sorted(verdicts, key=itemgetter(0)))
