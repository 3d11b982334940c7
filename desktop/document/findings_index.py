"""The findings of each cell, kept up with an edit by looking only at what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.cells import CellRef
    from desktop.domain.findings import Finding


class FindingsIndex:
    """Findings by cell. Findings are in the order of the sheets, so those of a cell stand together."""

    def __init__(self, findings: Sequence[Finding] = ()) -> None:
        self._findings: Sequence[Finding] = ()
        self._by_cell: dict[CellRef, list[Finding]] = {}
        self.take(findings)

    def at(self, cell: CellRef) -> tuple[Finding, ...]:
        """What is said of one cell, in order."""
        return tuple(self._by_cell.get(cell, ()))

    def take(self, findings: Sequence[Finding]) -> None:
        """Hold these findings; those that are the identical objects at either end are not touched."""
        before, self._findings = self._findings, findings
        start, end = _alike(before, findings)
        touched = {finding.cell for finding in before[start : len(before) - end]}
        touched.update(finding.cell for finding in findings[start : len(findings) - end])
        while start and findings[start - 1].cell in touched:
            start -= 1
        while end and findings[len(findings) - end].cell in touched:
            end -= 1
        for cell in touched:
            self._by_cell.pop(cell, None)
        for finding in findings[start : len(findings) - end]:
            self._by_cell.setdefault(finding.cell, []).append(finding)


def _alike(before: Sequence[Finding], after: Sequence[Finding]) -> tuple[int, int]:
    """How many findings at the start, and of the rest at the end, are the identical objects."""
    most = min(len(before), len(after))
    start = next((index for index in range(most) if before[index] is not after[index]), most)
    most -= start
    end = next((index for index in range(most) if before[-1 - index] is not after[-1 - index]), most)
    return start, end
