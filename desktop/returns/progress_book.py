"""A progress report as a workbook: how strands and indicators stand, and each change since last time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook

from desktop.domain.plan import Status
from desktop.progress.telling import Became
from desktop.returns.cells import add_looks, put
from desktop.returns.forms import read_form
from desktop.returns.fresh_file import write_fresh
from desktop.returns.page import set_page
from desktop.returns.rows import Rows, set_widths

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from desktop.progress.report import IndicatorProgress, Progress, StrandProgress
    from desktop.projection.status import Direction, Rag
    from desktop.returns.cells import Held
    from desktop.returns.forms import Form

_FORM = "map-indicators"
"""The form whose check sheet lends its looks."""
_TITLE, _LINE, _FIRST = 1, 2, 4  # rows
_HEIGHTS = {_TITLE: 26.0, _LINE: 18.0}
_STATUSES = (*Status, None)
_STRANDS = ("Strand", "Standing", "Since last time", "Milestones", "Overdue")
_STRAND_WIDTHS = (40.0, 14.0, 17.0, 12.0, 10.0, *(12.0 for _ in _STATUSES))
_INDICATORS = ("Indicator", "Name", "Status", "Status last time", "Direction of travel")
_INDICATOR_WIDTHS = (16.0, 80.0, 14.0, 17.0, 20.0)
_CHANGES = ("What", "Which", "Cell", "Change", "Was", "Is now", "Note")
_CHANGE_WIDTHS = (12.0, 44.0, 20.0, 16.0, 26.0, 26.0, 24.0)
_VERDICT = 2  # the column of a strand's standing
_NOW, _BEFORE = 3, 4  # the columns of an indicator's status


def write_progress(progress: Progress, out: Path) -> None:
    """Write the report to `out`, all of it or nothing; raises WorkbookInUse or SaveFailed."""
    form = read_form(_FORM)
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    add_looks(workbook, form.looks.values())
    workbook.properties.creator = "Milepost"
    workbook.properties.title = "Progress report"
    if progress.strands or not progress.indicators:
        _fill_strands(_headed(workbook, form, progress, "Strands", _STRAND_WIDTHS), form, progress)
    if progress.indicators:
        _fill_indicators(_headed(workbook, form, progress, "Indicators", _INDICATOR_WIDTHS), form, progress)
    if progress.since:
        _fill_changes(_headed(workbook, form, progress, "Changes", _CHANGE_WIDTHS), form, progress)
    write_fresh(workbook, out)


def _headed(
    workbook: Workbook, form: Form, progress: Progress, name: str, widths: tuple[float, ...]
) -> Worksheet:
    """A new sheet with its title and what it is about."""
    sheet: Worksheet = workbook.create_sheet(name)
    set_widths(sheet, widths)
    for row, points in _HEIGHTS.items():
        sheet.row_dimensions[row].height = points
    put(sheet, _TITLE, 1, f"Progress report: {name.lower()}", form.looks["title"])
    since = f", set against {progress.since}" if progress.since else ""
    line = f"{progress.name}, judged as at {progress.as_at:%d/%m/%Y}{since}"
    put(sheet, _LINE, 1, line, form.looks["letterhead"])
    for column in range(2, len(widths) + 1):
        put(sheet, _LINE, column, None, form.looks["letterhead"])
    return sheet


def _fill_strands(sheet: Worksheet, form: Form, progress: Progress) -> None:
    rows = Rows(sheet, first=_FIRST)
    words = [status.value.capitalize() if status else "Not read" for status in _STATUSES]
    rows.add([*_STRANDS, *words], form.looks["heading"])
    for strand in progress.strands:
        rows.add(_strand(strand, progress), form.looks["finding"])
        rag = strand.standing.rag
        put(sheet, rows.last, _VERDICT, _rag(rag), form.looks[_LOOKS[rag.value]])
    whole = [strand.standing for strand in progress.strands]
    counts = [sum(one.statuses.get(status, 0) for one in whole) for status in _STATUSES]
    totals = [sum(one.count for one in whole), sum(one.overdue for one in whole)]
    rows.add(["All strands", "", "", *totals, *counts], form.looks["code"])
    _set_up(sheet, form, progress, rows.last, len(_STRAND_WIDTHS))


def _strand(strand: StrandProgress, progress: Progress) -> list[Held]:
    standing = strand.standing
    moved = _words(strand.direction) or ("New" if progress.since else "")
    counts = [standing.statuses.get(status, 0) for status in _STATUSES]
    return [standing.strand, "", moved, standing.count, standing.overdue, *counts]


_LOOKS = {"red": "error", "amber": "query", "green": "advice"}


def _rag(rag: Rag | None) -> str:
    """A status as its letter, its shape and its word, so that it reads in black and white."""
    return "" if rag is None else f"{rag.letter} {rag.shape} {rag.value}"


def _words(direction: Direction | None) -> str:
    return "" if direction is None else direction.value.capitalize()


def _fill_indicators(sheet: Worksheet, form: Form, progress: Progress) -> None:
    rows = Rows(sheet, first=_FIRST)
    rows.add(_INDICATORS, form.looks["heading"])
    for one in progress.indicators:
        rows.add(_indicator(one), form.looks["finding"])
        for column, rag in ((_NOW, one.now), (_BEFORE, one.before)):
            if rag is not None:
                put(sheet, rows.last, column, _rag(rag), form.looks[_LOOKS[rag.value]])
    _set_up(sheet, form, progress, rows.last, len(_INDICATOR_WIDTHS))


def _indicator(one: IndicatorProgress) -> list[Held]:
    indicator = one.indicator
    return [
        indicator.code,
        indicator.name,
        "Not judged" if one.now is None else "",
        "",
        _words(one.direction),
    ]


def _fill_changes(sheet: Worksheet, form: Form, progress: Progress) -> None:
    rows = Rows(sheet, first=_FIRST)
    rows.add(_CHANGES, form.looks["heading"])
    for row in _changes(progress):
        rows.add(row, form.looks["finding"])
    if not progress.changes:
        rows.add(["Nothing changed."], form.looks["note"])
    _set_up(sheet, form, progress, rows.last, len(_CHANGE_WIDTHS))


def _changes(progress: Progress) -> Iterable[list[Held]]:
    for one in progress.changes:
        what = one.what or one.change.value
        place = "" if one.change is Became.DROPPED else str(one.cell)
        yield [
            one.kind.capitalize(),
            one.subject,
            place,
            what.capitalize(),
            one.before,
            one.after,
            one.note,
        ]


def _set_up(sheet: Worksheet, form: Form, progress: Progress, last: int, columns: int) -> None:
    sheet.freeze_panes = f"A{_FIRST + 1}"
    repeat = f"{_FIRST}:{_FIRST}"
    set_page(sheet, form.page, area=(last, columns), repeat=repeat, footer=progress.name)
