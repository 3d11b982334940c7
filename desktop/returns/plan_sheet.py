"""The sheet of a plan: a letterhead, the columns, and each strand's projects with their milestones."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from desktop.domain.dates import Precision
from desktop.returns.cells import deepen, height, put, put_across
from desktop.returns.layouts import PLAN_FIELDS
from desktop.returns.page import set_page
from desktop.returns.rows import set_widths
from desktop.workbook.formats import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from desktop.domain.plan import Milestone
    from desktop.returns.cells import Held
    from desktop.returns.indicator_sheet import Letterhead
    from desktop.returns.layouts import Form, Look, PlanColumn, PlanLayout

_TITLE_HEIGHT, _LETTERHEAD_HEIGHT, _LINE_HEIGHT, _GAP, _LEAST = 26.0, 18.0, 15.0, 9.0, 16.0


def fill_plan(
    sheet: Worksheet, form: Form, layout: PlanLayout, milestones: Sequence[Milestone], letterhead: Letterhead
) -> None:
    """Fill a fresh sheet; without milestones it is the empty form, with one row to begin with."""
    _PlanSheet(sheet, form, layout).fill(milestones, letterhead)


def plan_text(milestone: Milestone, field: str) -> str:
    """What a milestone says in a field of the form."""
    if field == "milestone":
        return milestone.text
    if field == "status":
        return milestone.status.raw.strip()
    if field == "due":
        return milestone.due.raw.strip()
    return str(getattr(milestone, field))


class _PlanSheet:
    """The sheet while it is filled from top to bottom."""

    def __init__(self, sheet: Worksheet, form: Form, layout: PlanLayout) -> None:
        self.sheet, self.form, self.layout = sheet, form, layout
        self.columns = tuple(enumerate(layout.columns, start=1))
        self.last_column = len(layout.columns)
        self.row = 1
        set_widths(sheet, (column.width for column in layout.columns))

    def fill(self, milestones: Sequence[Milestone], letterhead: Letterhead) -> None:
        self._letterhead(letterhead.lines)
        header = self.row
        self._header()
        for band, within in groupby(milestones, lambda one: plan_text(one, self.layout.band or "strand")):
            if band and self.layout.band:
                self._band(band)
            for _, project in groupby(
                within, lambda one: (one.strand, one.ref, one.project, one.project_row)
            ):
                self._project(tuple(project))
        if not milestones:
            self._empty()
        area = (self.row - 1, self.last_column)
        set_page(self.sheet, self.form.page, area=area, repeat=f"{header}:{header}", footer=letterhead.footer)
        self.sheet.freeze_panes = f"A{header + 1}"

    def _letterhead(self, lines: Sequence[str]) -> None:
        self._line(self.layout.title, "title", _TITLE_HEIGHT)
        for column in range(2, self.last_column + 1):
            put(self.sheet, self.row, column, None, self.form.looks["letterhead"])
        self._line(lines[0] if lines else None, "letterhead", _LETTERHEAD_HEIGHT)
        for line in lines[1:]:
            width = sum(column.width for _, column in self.columns)
            look = self.form.looks["line"]
            put_across(self.sheet, self.row, (1, self.last_column), line, look)
            self._end_row(max(_LINE_HEIGHT, height(line, width, look)))
        self._end_row(_GAP)

    def _line(self, text: str | None, look: str, points: float) -> None:
        put(self.sheet, self.row, 1, text, self.form.looks[look])
        self._end_row(points)

    def _end_row(self, points: float) -> None:
        self.sheet.row_dimensions[self.row].height = points
        self.row += 1

    def _header(self) -> None:
        look, points = self.form.looks["header"], _LEAST
        starts = [number for number, column in self.columns if column.header or number == 1]
        for first, following in zip(starts, [*starts[1:], self.last_column + 1], strict=True):
            over = self.layout.columns[first - 1 : following - 1]
            put_across(self.sheet, self.row, (first, following - 1), over[0].header or None, look)
            points = max(points, height(over[0].header, sum(column.width for column in over), look))
        self._end_row(points)

    def _band(self, text: str) -> None:
        look = self.form.looks["band"]
        put_across(self.sheet, self.row, (1, self.last_column), text, look)
        width = sum(column.width for _, column in self.columns)
        self._end_row(max(_LEAST + 2.0, height(text, width, look) + 3.0))

    def _project(self, milestones: Sequence[Milestone]) -> None:
        first = self.row
        merged = [(number, column) for number, column in self.columns if column.field in self.layout.merged]
        for milestone in milestones:
            self._milestone(milestone, first=milestone is milestones[0])
        self._raise_last(first, merged, milestones[0])
        if len(milestones) > 1:
            for number, _ in merged:
                self.sheet.merge_cells(
                    start_row=first, end_row=self.row - 1, start_column=number, end_column=number
                )

    def _milestone(self, milestone: Milestone, *, first: bool) -> None:
        points = _LEAST
        for number, column in self.columns:
            look, merged = self.form.looks[column.look], column.field in self.layout.merged
            text = plan_text(milestone, column.field) if first or not merged else ""
            held, number_format = _held(milestone, column, text)
            put(self.sheet, self.row, number, held, look, number_format)
            if not merged:
                points = max(points, height(text, column.width, look))
        self._end_row(points)

    def _raise_last(self, first: int, merged: Sequence[tuple[int, PlanColumn]], milestone: Milestone) -> None:
        """Make the last row of a project higher where its merged cells need more room than all rows have."""
        needed = max(
            (self._needs(milestone, column, self.form.looks[column.look]) for _, column in merged),
            default=0.0,
        )
        deepen(self.sheet, (first, self.row - 1), needed)

    @staticmethod
    def _needs(milestone: Milestone, column: PlanColumn, look: Look) -> float:
        return height(plan_text(milestone, column.field), column.width, look)

    def _empty(self) -> None:
        for number, column in self.columns:
            put(self.sheet, self.row, number, None, self.form.looks[column.look])
        self._end_row(_LEAST * 2)


def _held(milestone: Milestone, column: PlanColumn, text: str) -> tuple[Held, str]:
    """A real date where the form shows it just as the workbook does, or the text as it stands."""
    due = milestone.due.due
    if column.field == "due" and due is not None and due.precision is Precision.DAY:
        for code in column.date_formats:
            if shown(due.date, code) == text:
                return due.date, code
    return text or None, ""


def left_out(layout: PlanLayout, milestones: Iterable[Milestone]) -> tuple[str, ...]:
    """The fields that the milestones fill and the form has no column for."""
    shown_fields = {layout.band, *(column.field for column in layout.columns)}
    every = tuple(milestones)
    return tuple(
        field
        for field in PLAN_FIELDS
        if field not in shown_fields and any(plan_text(one, field) for one in every)
    )
