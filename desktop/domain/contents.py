"""Everything that was recognised in a workbook: tables, their records, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.notes import NO_NOTES

if TYPE_CHECKING:
    from desktop.domain.breakdown import BreakdownLine
    from desktop.domain.cells import CellRef
    from desktop.domain.expenditure import Expenditure, Grant
    from desktop.domain.focus import FocusArea
    from desktop.domain.indicators import Indicator
    from desktop.domain.linkages import Linkage
    from desktop.domain.narrative import Passage
    from desktop.domain.notes import Notes
    from desktop.domain.plan import Milestone
    from desktop.domain.plan_heads import PlanHead
    from desktop.domain.priorities import Priority
    from desktop.domain.tables import Table
    from desktop.domain.targets import Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What could not be used, in words, and the sheet it stands in; `cell` is where it begins, if one is.

    `kept` tells a row of what Milepost itself keeps.
    """

    sheet: str
    message: str
    cell: CellRef | None = None
    kept: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The records of a workbook, each in the order of the sheets, and what is kept beside them.

    What the notes say of the records, the records have taken on: measures, linked milestones, targets.
    """

    tables: tuple[Table, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    targets: tuple[Target, ...] = ()
    expenditure: tuple[Expenditure, ...] = ()
    grants: tuple[Grant, ...] = ()
    breakdowns: tuple[BreakdownLine, ...] = ()
    passages: tuple[Passage, ...] = ()
    priorities: tuple[Priority, ...] = ()
    focus: tuple[FocusArea, ...] = ()
    linkages: tuple[Linkage, ...] = ()
    plan_heads: tuple[PlanHead, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: Notes = NO_NOTES

    def table(self, identity: str) -> Table:
        """The table with that id; KeyError where there is none."""
        for table in self.tables:
            if table.id == identity:
                return table
        raise KeyError(identity)
