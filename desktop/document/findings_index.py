"""The findings of each cell, and the number of each kind, kept up with an edit by looking at what differs."""

from __future__ import annotations

from collections import Counter
from itertools import compress, count
from operator import is_not
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from desktop.domain.cells import CellRef
    from desktop.domain.findings import Finding

_Kind = TypeVar("_Kind", bound="Hashable")


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


class FindingCounts(Generic[_Kind]):
    """How many findings there are of each kind, where the kind of a finding stays the same."""

    def __init__(self, kind_of: Callable[[Finding], _Kind]) -> None:
        self._kind_of = kind_of
        self._findings: Sequence[Finding] = ()
        self._counts: Counter[_Kind] = Counter()

    def __getitem__(self, kind: _Kind) -> int:
        """How many there are of a kind."""
        return self._counts[kind]

    def take(self, findings: Sequence[Finding]) -> None:
        """Count these findings; those that are the identical objects at either end are not counted again."""
        before, self._findings = self._findings, findings
        start, end = _alike(before, findings)
        self._counts.subtract(map(self._kind_of, before[start : len(before) - end]))
        self._counts.update(map(self._kind_of, findings[start : len(findings) - end]))


def _alike(before: Sequence[Finding], after: Sequence[Finding]) -> tuple[int, int]:
    """How many findings at the start, and of the rest at the end, are the identical objects."""
    most = min(len(before), len(after))
    start = next(compress(count(), map(is_not, before, after)), most)
    end = next(compress(count(), map(is_not, reversed(before), reversed(after))), most)
    return start, min(end, most - start)
