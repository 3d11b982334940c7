"""The records of a table, of whatever kind, and the heading that each stands under."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.indicators import Indicator
from desktop.domain.narrative import Passage
from desktop.domain.plan import Milestone
from desktop.domain.tables import TableKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from desktop.domain.breakdown import BreakdownLine
    from desktop.domain.contents import Contents
    from desktop.domain.expenditure import Expenditure
    from desktop.domain.focus import FocusArea
    from desktop.domain.linkages import Linkage
    from desktop.domain.priorities import Priority
    from desktop.domain.tables import Table
    from desktop.domain.targets import Target

    _Listed: TypeAlias = (
        Indicator | Target | Expenditure | BreakdownLine | Passage | Priority | FocusArea | Linkage
    )
    Record: TypeAlias = _Listed | Milestone

_HELD_AS: Mapping[TableKind, str] = {
    TableKind.INDICATORS: "indicators",
    TableKind.TARGETS: "targets",
    TableKind.EXPENDITURE: "expenditure",
    TableKind.BREAKDOWN: "breakdowns",
    TableKind.NARRATIVE: "passages",
    TableKind.PRIORITIES: "priorities",
    TableKind.FOCUS: "focus",
    TableKind.LINKAGES: "linkages",
}
"""What the contents call the records of a kind that name their table by its id."""
HEADINGS: Mapping[type, Callable[[object], str]] = {
    Indicator: attrgetter("group"),
    Milestone: attrgetter("strand"),
    Passage: attrgetter("heading"),
}
"""How a record tells the heading that it stands under, by its kind; the others stand under none."""


def is_read(kind: TableKind) -> bool:
    """Whether a table of the kind is read record by record; the grid shows the others as they stand."""
    return kind is TableKind.PLAN or kind in _HELD_AS


def records_of(contents: Contents, table: Table) -> tuple[Record, ...]:
    """The records of a table, in the order of the sheet; none of a kind that is not read record by record."""
    if table.kind is TableKind.PLAN:
        return tuple(record for record in contents.milestones if record.table.id == table.id)
    if table.kind not in _HELD_AS:
        return ()
    held: Sequence[_Listed] = getattr(contents, _HELD_AS[table.kind])
    return tuple(record for record in held if record.table == table.id)


def group_of(record: object) -> str:
    """The strand, heading or objective that a record stands under; empty where it has none."""
    heading = HEADINGS.get(type(record))
    return heading(record) if heading is not None else ""
