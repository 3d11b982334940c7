"""The rules of each scope, and a full run of them."""

from __future__ import annotations

from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from desktop.rules.answered import answered
from desktop.rules.catalogue import RULES
from desktop.rules.families import FAMILIES
from desktop.rules.groups import grouped
from desktop.rules.subjects import Scope

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from desktop.domain.contents import Contents
    from desktop.domain.findings import Finding
    from desktop.rules.families import Family
    from desktop.rules.rule import Rule

RULES_OF: Mapping[Scope, tuple[Rule, ...]] = {
    scope: tuple(rule for rule in RULES if scope in rule.scopes) for scope in Scope
}

_CALLS = {
    scope: tuple((rule, rule.function, rule.dated) for rule in rules) for scope, rules in RULES_OF.items()
}

DATED = frozenset(scope for rule in RULES if rule.dated for scope in rule.scopes)
"""The scopes whose verdicts depend on the as-at date."""

Place: TypeAlias = tuple[int, int, int, str, str, str]
"""Where a finding comes in the order of the sheets: sheet, row, column, rule code, subject, message."""

Placed: TypeAlias = "tuple[Place, Finding]"


def check(contents: Contents, as_at: dt.date) -> tuple[Finding, ...]:
    """Every finding on the contents, judged on a day, in the order of the sheets, rows, columns and rules."""
    sheets = sheet_numbers(contents)
    verdicts = chain.from_iterable(
        verdict(family, groups.members(key), as_at, sheets)
        for family in FAMILIES
        for groups in (grouped(family.records(contents), family.keys),)
        for key in groups.places
    )
    return answered(in_order(verdicts), contents.notes)


def verdict(
    family: Family[Any], members: Sequence[Any], as_at: dt.date, sheets: Mapping[str, int]
) -> tuple[Placed, ...]:
    """What all the rules say on a day of records that are looked at together."""
    found: list[Placed] = []
    for scope, subjects in family.subjects.items():
        for subject in subjects(members):
            for rule, function, dated in _CALLS[scope]:  # most have nothing to say: the way to that is short
                for remark in function(subject, as_at) if dated else function(subject):
                    finding = rule.finding(subject, remark)
                    found.append((_place(finding, sheets), finding))
    return tuple(found)


def _place(finding: Finding, sheets: Mapping[str, int]) -> Place:
    cell = finding.cell
    sheet = sheets.get(cell.sheet, len(sheets))
    return sheet, cell.row, cell.column, finding.rule, finding.subject, finding.message


def sheet_numbers(contents: Contents) -> Mapping[str, int]:
    """The place of each sheet that holds a table, in the order of the tables."""
    sheets = dict.fromkeys(table.sheet for table in contents.tables)
    return {sheet: number for number, sheet in enumerate(sheets)}


def in_order(verdicts: Iterable[Placed]) -> tuple[Finding, ...]:
    """The findings, sorted by their places."""
    return tuple(map(itemgetter(1), sorted(verdicts, key=itemgetter(0))))
