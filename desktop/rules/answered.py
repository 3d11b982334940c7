"""Findings as the officer has answered them: queries explained, advice hidden."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.domain.findings import Severity

if TYPE_CHECKING:
    from desktop.domain.findings import Finding
    from desktop.domain.notes import Explanation, Notes


def answered(findings: tuple[Finding, ...], notes: Notes) -> tuple[Finding, ...]:
    """The findings with what is explained marked, and without what is hidden; errors stand as they are."""
    if not notes.standing and not notes.silenced:
        return findings
    return tuple(_answered(finding, notes) for finding in findings if not _hidden(finding, notes))


def _answered(finding: Finding, notes: Notes) -> Finding:
    explanation = notes.standing.get((finding.rule, finding.cell))
    if explanation is None or finding.severity is not Severity.QUERY:
        return finding
    return _explained(finding, explanation)


@lru_cache(maxsize=4096)  # explained alike it is the identical finding, so that no view has to follow
def _explained(finding: Finding, explanation: Explanation) -> Finding:
    return replace(finding, explained=True, explanation=explanation)


def _hidden(finding: Finding, notes: Notes) -> bool:
    return finding.severity is Severity.ADVICE and (finding.rule, finding.cell) in notes.silenced
