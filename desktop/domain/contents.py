"""Everything that was recognised in a workbook: tables, their records, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.cells import CellRef
    from desktop.domain.expenditure import Expenditure
    from desktop.domain.indicators import Indicator
    from desktop.domain.plan import Milestone
    from desktop.domain.tables import Table
    from desktop.domain.targets import Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What could not be used, in words, and the sheet it stands in; `cell` is where it begins, if one is."""

    sheet: str
    message: str
    cell: CellRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The records of a workbook, each in the order of the sheets."""

    tables: tuple[Table, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    targets: tuple[Target, ...] = ()
    expenditure: tuple[Expenditure, ...] = ()
    problems: tuple[Problem, ...] = ()

    def table(self, identity: str) -> Table:
        """The table with that id; KeyError where there is none."""
        for table in self.tables:
            if table.id == identity:
                return table
        raise KeyError(identity)
