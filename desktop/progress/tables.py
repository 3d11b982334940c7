"""The tables of a progress report, the same on screen, on paper and in Excel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.plan import Status
from desktop.progress.telling import Became

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.ratings import Rag
    from desktop.progress.report import IndicatorProgress, Progress, StrandProgress
    from desktop.projection.status import Direction

Held: TypeAlias = str | int

_STATUSES = (*Status, None)
_STRANDS = ("Strand", "Standing", "Since last time", "Milestones", "Overdue")
_INDICATORS = ("Indicator", "Name", "Status", "Status last time", "Direction of travel")
_CHANGES = ("What", "Which", "Cell", "Change", "Was", "Is now", "Note")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressTable:
    """Headers and rows; `verdicts` are the columns, from 0, that hold a status as letter, shape and word.

    `totals`: whether the last row adds up the others.
    """

    name: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Held, ...], ...]
    verdicts: tuple[int, ...] = ()
    totals: bool = False


def tables_of(progress: Progress) -> tuple[ProgressTable, ...]:
    """The tables that the report has something to say in, in their order; at least one."""
    tables = []
    if progress.strands or not progress.indicators:
        tables.append(strands_table(progress))
    if progress.indicators:
        tables.append(indicators_table(progress))
    if progress.since:
        tables.append(changes_table(progress))
    return tuple(tables)


def strands_table(progress: Progress) -> ProgressTable:
    """The strands by status, with their standing and where they are moving."""
    words = [status.value.capitalize() if status else "Not read" for status in _STATUSES]
    rows = [_strand(strand, since=progress.since) for strand in progress.strands]
    return ProgressTable(
        name="Strands",
        headers=(*_STRANDS, *words),
        rows=(*rows, _all_strands(progress)),
        verdicts=(1,),
        totals=True,
    )


def indicators_table(progress: Progress) -> ProgressTable:
    """The indicators with their status now and last time."""
    return ProgressTable(
        name="Indicators",
        headers=_INDICATORS,
        rows=tuple(_indicator(one) for one in progress.indicators),
        verdicts=(2, 3),
    )


def changes_table(progress: Progress) -> ProgressTable:
    """One row for each change."""
    return ProgressTable(name="Changes", headers=_CHANGES, rows=tuple(_changes(progress)))


def _strand(strand: StrandProgress, *, since: str) -> tuple[Held, ...]:
    standing = strand.standing
    moved = _words(strand.direction) or ("New" if since else "")
    counts = (standing.statuses.get(status, 0) for status in _STATUSES)
    return (standing.strand, _rag(standing.rag), moved, standing.count, standing.overdue, *counts)


def _all_strands(progress: Progress) -> tuple[Held, ...]:
    whole = [strand.standing for strand in progress.strands]
    counts = (sum(one.statuses.get(status, 0) for one in whole) for status in _STATUSES)
    milestones, overdue = sum(one.count for one in whole), sum(one.overdue for one in whole)
    return ("All strands", "", "", milestones, overdue, *counts)


def _indicator(one: IndicatorProgress) -> tuple[Held, ...]:
    now = "Not judged" if one.now is None else _rag(one.now)
    return (one.indicator.code, one.indicator.name, now, _rag(one.before), _words(one.direction))


def _changes(progress: Progress) -> Iterator[tuple[Held, ...]]:
    for one in progress.changes:
        what = one.what or one.change.value
        place = "" if one.change is Became.DROPPED else str(one.cell)
        yield (one.kind.capitalize(), one.subject, place, what.capitalize(), one.before, one.after, one.note)


def _rag(rag: Rag | None) -> str:
    """A status as its letter, its shape and its word, so that it reads in black and white."""
    return "" if rag is None else f"{rag.letter} {rag.shape} {rag.value}"


def _words(direction: Direction | None) -> str:
    return "" if direction is None else direction.value.capitalize()
