"""Which cells a remark stands for: found by their record, their column and what they show."""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.domain.cells import CellRef, column_letters, parse_a1
from desktop.domain.notes import Explanation, HiddenAdvice, Remarked
from desktop.workbook.indicator_records import rows_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from desktop.domain.contents import Contents
    from desktop.domain.findings import Finding
    from desktop.domain.plan import Milestone
    from desktop.domain.tables import Table
    from desktop.workbook.sheet import Sheet

_Note = TypeVar("_Note", Explanation, HiddenAdvice)

_LONGEST_NAME = 80


def remarked(
    contents: Contents, sheets: Mapping[str, Sheet], findings: Iterable[Finding]
) -> tuple[Remarked, ...]:
    """The cells that findings speak of, in words; one outside all records is named by its sheet."""
    names: dict[tuple[str, int], str] = {}
    for table, row, name in _named(contents):
        names.setdefault((table, row), name)
    return tuple(_remarked(contents, sheets, names, finding) for finding in findings)


def _remarked(
    contents: Contents, sheets: Mapping[str, Sheet], names: Mapping[tuple[str, int], str], finding: Finding
) -> Remarked:
    cell = finding.cell
    table = _table_at(contents, cell)
    subject = "" if table is None else names.get((table.id, cell.row), "")
    return Remarked(
        rule=finding.rule,
        subject=subject or cell.sheet,
        point=_label(table, cell.column) if table and subject else _letters(cell.column),
        held=sheets[cell.sheet].text(cell.row, cell.column).strip(),
    )


def standing(
    contents: Contents, sheets: Mapping[str, Sheet], notes: Iterable[_Note]
) -> dict[tuple[str, CellRef], _Note]:
    """The cells that show what they showed when the notes were written, each with the code of the rule."""
    wanted: dict[str, list[_Note]] = {}
    for note in notes:
        wanted.setdefault(note.of.subject, []).append(note)
    if not wanted:
        return {}
    tables = {table.id: table for table in contents.tables}
    found: dict[tuple[str, CellRef], _Note] = {}
    for table, row, name in _named(contents):
        for note in wanted.get(name, ()):
            for cell in _cells(tables[table], row, note.of.point):
                if sheets[cell.sheet].text(cell.row, cell.column).strip() == note.of.held:
                    found[note.of.rule, cell] = note
    for name in wanted.keys() & sheets.keys():
        for note in wanted[name]:
            found |= {(note.of.rule, cell): note for cell in _in_sheet(sheets[name], note.of)}
    return found


_NAMES: Mapping[str, Callable[[Any], str]] = {
    "targets": attrgetter("indicator"),
    "expenditure": lambda amount: ": ".join(filter(None, (amount.area, amount.question))),
    "breakdowns": attrgetter("label"),
    "passages": lambda passage: str(passage.place),
    "priorities": attrgetter("text"),
    "linkages": attrgetter("indicator"),
    "focus": attrgetter("area"),
}
"""What records in one row each are told apart by, as the contents call them."""


def _named(contents: Contents) -> Iterator[tuple[str, int, str]]:
    """The table, the row and the name of every record; one that takes up two rows comes twice."""
    for indicator in contents.indicators:
        for row in rows_of(indicator):
            yield indicator.table, row, indicator.code
    for milestone in contents.milestones:
        yield milestone.table.id, milestone.row, milestone_name(milestone)
    for held, name in _NAMES.items():
        for record in getattr(contents, held):
            yield record.table, record.row, _one_line(name(record))


def milestone_name(milestone: Milestone) -> str:
    """How a milestone is told from the others of its project: 4A: Review completed."""
    text, subject = _one_line(milestone.text), _one_line(milestone.subject)
    return subject if text in {subject, ""} else f"{subject}: {text}"


@lru_cache(maxsize=1 << 16)  # more than a workbook has milestones: each edit asks for all of them
def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_NAME else f"{line[:_LONGEST_NAME].rstrip()}…"


def _table_at(contents: Contents, cell: CellRef) -> Table | None:
    for table in contents.tables:
        within = table.sheet == cell.sheet and table.header_row <= cell.row <= table.last_row
        if within and any(column.column == cell.column for column in table.columns):
            return table
    return None


def _label(table: Table, column: int) -> str:
    """The header of a column in one line, or its letters where it has none."""
    headers = (one.header for one in table.columns if one.column == column)
    return " ".join(next(headers, "").split()) or _letters(column)


def _letters(column: int) -> str:
    return f"column {column_letters(column)}"


def _cells(table: Table, row: int, label: str) -> Iterator[CellRef]:
    """The cells of a row under a label, which two columns may bear."""
    for column in table.columns:
        if _label(table, column.column) == label:
            yield CellRef(sheet=table.sheet, row=row, column=column.column)


def _in_sheet(sheet: Sheet, of: Remarked) -> Iterator[CellRef]:
    """The cells of a column that show a text."""
    place = parse_a1(f"{of.point.removeprefix(_letters(0))}1")
    if place is None:
        return
    for row in range(1, sheet.height + 1):
        if sheet.text(row, place[1]).strip() == of.held:
            yield CellRef(sheet=sheet.name, row=row, column=place[1])
