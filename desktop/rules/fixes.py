"""All the fixes of many findings at once, as one set of edits that do not contradict each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.edits import same_content

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.domain.cells import CellRef
    from desktop.domain.edits import Content, Edit
    from desktop.domain.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Mending:
    """The edits that mend some findings, each cell once, and the findings that need a look of their own."""

    edits: tuple[Edit, ...]
    mended: tuple[Finding, ...]
    left: tuple[Finding, ...]
    """Those whose fix would change a cell in another way than one before it."""


def mending(findings: Iterable[Finding], rule: str = "") -> Mending:
    """The fixes of the findings, of one rule where its code is given, in their order.

    A finding without a fix, and a query that stands explained, is neither mended nor left. A fix is made
    whole or not at all: where one of its cells is to hold something else by then, it is left.
    """
    held: dict[CellRef, Content] = {}
    edits: list[Edit] = []
    mended, left = [], []
    for finding in findings:
        if finding.fix is None or finding.explained or rule not in {"", finding.rule}:
            continue
        wanted = finding.fix.edits
        if any(edit.cell in held and not same_content(held[edit.cell], edit.content) for edit in wanted):
            left.append(finding)
            continue
        mended.append(finding)
        edits += [edit for edit in wanted if edit.cell not in held]
        held |= {edit.cell: edit.content for edit in wanted}
    return Mending(edits=tuple(edits), mended=tuple(mended), left=tuple(left))
