"""Sheets → records: everything that the sheets hold, recognised and read."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.domain.contents import Contents, Problem
from desktop.domain.plan import Milestone
from desktop.domain.tables import TableKind
from desktop.workbook.breakdown_records import find_breakdowns
from desktop.workbook.focus_records import read_focus, unread_ratings
from desktop.workbook.grants import read_grants
from desktop.workbook.indicator_records import read_indicators
from desktop.workbook.indicator_sets import undated_baselines
from desktop.workbook.linkage_records import read_linkages
from desktop.workbook.list_records import read_expenditure, read_targets
from desktop.workbook.narrative_records import read_passages
from desktop.workbook.notes_layout import is_notes_sheet
from desktop.workbook.plan_heads import read_heads
from desktop.workbook.plan_records import read_milestones
from desktop.workbook.priority_records import read_priorities
from desktop.workbook.recognise import counted, recognise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from desktop.domain.expenditure import Grant
    from desktop.domain.records import Record
    from desktop.domain.tables import Table
    from desktop.workbook.recognise import Block
    from desktop.workbook.sheet import Sheet

_Record = TypeVar("_Record", bound="Record")

_NOTHING_FOUND = Problem(
    sheet="",
    message="No plan, indicators, targets or expenditure were found in this workbook. "
    "Milepost looks for a row of column headers such as Code, Definition and 31/3/01 Planned, "
    "or Key milestone, Status and By when.",
)
_NONE = Contents()
_LISTS: Mapping[TableKind, tuple[str, Callable[[Sheet, Block], tuple[Any, ...]]]] = {
    TableKind.TARGETS: ("targets", read_targets),
    TableKind.NARRATIVE: ("passages", read_passages),
    TableKind.PRIORITIES: ("priorities", read_priorities),
    TableKind.FOCUS: ("focus", read_focus),
    TableKind.LINKAGES: ("linkages", read_linkages),
    TableKind.EXPENDITURE: ("expenditure", read_expenditure),
}
"""The kinds with a row to a record: what the contents call the records, and what reads them."""


def read_contents(sheets: Iterable[Sheet]) -> Contents:
    """Everything that the sheets hold, in their order."""
    return whole_workbook(sheet_contents(sheet) for sheet in sheets)


def whole_workbook(parts: Iterable[Contents]) -> Contents:
    """The contents of all sheets as those of their workbook."""
    whole = _joined(parts)
    return whole if whole.tables else replace(whole, problems=(*whole.problems, _NOTHING_FOUND))


def sheet_contents(sheet: Sheet, earlier: Contents = _NONE) -> Contents:
    """What a sheet holds; a record that is as it was `earlier` is the identical object.

    What Milepost itself keeps is no record of the officer's.
    """
    if is_notes_sheet(sheet):
        return _NONE
    blocks, problems = recognise(sheet)
    grants = _kept_grants(read_grants(sheet), earlier.grants)
    heads = read_heads(sheet, [block.table for block in blocks], earlier.plan_heads)
    around = Contents(problems=problems, grants=grants, plan_heads=heads)
    taken = _rows_of([block.table for block in blocks]) | {grant.row for grant in grants}
    others = _breakdowns(sheet, taken, earlier)
    return _joined([around, *(_block_contents(block, earlier) for block in blocks), *others])


def _rows_of(tables: Iterable[Table]) -> set[int]:
    return {row for table in tables for row in range(table.first_row, table.last_row + 1)}


def _breakdowns(sheet: Sheet, taken: set[int], earlier: Contents) -> Iterator[Contents]:
    """The breakdown tables, which stand in rows that nothing else takes up."""
    for table, lines in find_breakdowns(sheet, taken):
        known = counted(table, len(lines), earlier.tables)
        yield Contents(tables=(known,), breakdowns=_kept(lines, earlier.breakdowns))


def contents_of(contents: Contents, sheet: str) -> Contents:
    """What one sheet brought to the contents of its workbook."""
    tables = tuple(table for table in contents.tables if table.sheet == sheet)
    within = {table.id for table in tables}
    return Contents(
        tables=tables,
        indicators=tuple(record for record in contents.indicators if record.table in within),
        milestones=tuple(record for record in contents.milestones if record.table.id in within),
        targets=tuple(record for record in contents.targets if record.table in within),
        expenditure=tuple(record for record in contents.expenditure if record.table in within),
        breakdowns=tuple(line for line in contents.breakdowns if line.table in within),
        grants=tuple(grant for grant in contents.grants if grant.cell.sheet == sheet),
        passages=tuple(record for record in contents.passages if record.table in within),
        priorities=tuple(record for record in contents.priorities if record.table in within),
        focus=tuple(record for record in contents.focus if record.table in within),
        linkages=tuple(record for record in contents.linkages if record.table in within),
        plan_heads=tuple(head for head in contents.plan_heads if head.table in within),
        problems=tuple(problem for problem in contents.problems if problem.sheet == sheet),
    )


def _joined(parts: Iterable[Contents]) -> Contents:
    each = tuple(parts)
    names = [field.name for field in fields(Contents) if field.name != "notes"]
    joined: dict[str, Any] = {
        name: tuple(one for part in each for one in getattr(part, name)) for name in names
    }
    return Contents(**joined)


def _block_contents(block: Block, earlier: Contents) -> Contents:
    sheet = block.sheet
    if block.table.kind is TableKind.PLAN:
        table, milestones = read_milestones(sheet, block, earlier.tables)
        return Contents(tables=(table,), milestones=_kept(milestones, earlier.milestones))
    if block.table.kind is TableKind.INDICATORS:
        indicators = _kept(read_indicators(sheet, block), earlier.indicators)
        return Contents(
            tables=(counted(block.table, len(indicators), earlier.tables),),
            indicators=indicators,
            problems=tuple(undated_baselines(sheet, block.table, indicators)),
        )
    held, read = _LISTS[block.table.kind]
    listed = _kept(read(sheet, block), getattr(earlier, held))
    table = counted(block.table, len(listed), earlier.tables)
    problems = tuple(unread_ratings(listed)) if block.table.kind is TableKind.FOCUS else ()
    records: dict[str, Any] = {held: listed}
    return Contents(tables=(table,), problems=problems, **records)


def _kept(records: tuple[_Record, ...], earlier: tuple[_Record, ...]) -> tuple[_Record, ...]:
    if not earlier:
        return records
    known = {_place(record): record for record in earlier}
    return tuple(old if (old := known.get(_place(record))) == record else record for record in records)


def _kept_grants(grants: tuple[Grant, ...], earlier: tuple[Grant, ...]) -> tuple[Grant, ...]:
    return tuple(next((old for old in earlier if old == grant), grant) for grant in grants)


def _place(record: Record) -> tuple[str, int]:
    return (record.table.id if isinstance(record, Milestone) else record.table, record.row)
