"""The findings on a workbook that is being edited: after a change only what it touched is judged anew."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from desktop.rules.registry import in_order, sheet_numbers, verdict
from desktop.rules.subjects import SUBJECTS, Scope, identities

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable, Mapping

    from desktop.domain.contents import Contents
    from desktop.domain.findings import Finding
    from desktop.rules.registry import Placed

_Known: TypeAlias = "Mapping[Hashable, tuple[Placed, ...]]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """The findings on some contents, judged on a day, with what each subject contributed to them.

    The contents are kept beside, so that the identity of a record stays its own.
    """

    contents: Contents
    as_at: dt.date
    findings: tuple[Finding, ...]
    by_scope: Mapping[Scope, _Known]

    @classmethod
    def of(cls, contents: Contents, as_at: dt.date) -> Verdicts:
        """Judge everything."""
        return cls._judge(contents, as_at, {scope: {} for scope in Scope})

    def after(self, contents: Contents, as_at: dt.date) -> Verdicts:
        """Judge what differs: a subject whose records are all the identical objects keeps its findings."""
        if as_at != self.as_at or sheet_numbers(contents) != sheet_numbers(self.contents):
            return Verdicts.of(contents, as_at)
        return self._judge(contents, as_at, self.by_scope)

    @classmethod
    def _judge(cls, contents: Contents, as_at: dt.date, known: Mapping[Scope, _Known]) -> Verdicts:
        sheets = sheet_numbers(contents)
        by_scope: dict[Scope, _Known] = {}
        for scope in Scope:
            subjects, before = SUBJECTS[scope](contents), known[scope]
            keys = identities(scope, subjects)
            found = map(before.get, keys)
            by_scope[scope] = {
                key: verdict(scope, subject, as_at, sheets) if kept is None else kept
                for key, subject, kept in zip(keys, subjects, found, strict=True)
            }
        placed = chain.from_iterable(chain.from_iterable(now.values()) for now in by_scope.values())
        return cls(contents=contents, as_at=as_at, findings=in_order(placed), by_scope=by_scope)
