"""A form filled from the records of a workbook: a fresh workbook of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop.returns.check_sheet import fill_check
from desktop.returns.examined import Examined
from desktop.returns.fresh_file import fresh_workbook
from desktop.returns.grants_sheet import fill_grants
from desktop.returns.indicator_sheet import Letterhead, fill_indicators
from desktop.returns.list_sheet import fill_list, spend_cells, target_cells
from desktop.returns.listed_cells import focus_cells, linkage_cells, priority_cells, set_cells
from desktop.returns.plan_sheet import fill_plan
from desktop.returns.section_sheet import fill_sections
from desktop.returns.sheet_names import free_name

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence

    from openpyxl import Workbook

    from desktop.domain.contents import Contents
    from desktop.domain.findings import Finding
    from desktop.domain.plan import Milestone
    from desktop.domain.tables import Table
    from desktop.returns.layouts import Form, ListLayout, PlanLayout, Title
    from desktop.returns.list_sheet import Filled

_LISTS: Mapping[str, tuple[str, Callable[[Any, ListLayout], dict[str, Filled]]]] = {
    "indicator_set": ("indicators", set_cells),
    "priorities": ("priorities", priority_cells),
    "linkages": ("linkages", linkage_cells),
    "targets": ("targets", target_cells),
    "expenditure": ("expenditure", spend_cells),
    "focus": ("focus", focus_cells),
}
"""The sheets with a row to a record: what the contents call the records, and what a row says of one."""


def filled(
    form: Form,
    contents: Contents,
    findings: Sequence[Finding],
    *,
    source: str,
    as_at: dt.date,
    saved: dt.date | None = None,
    title: Title = (),
) -> Workbook:
    """The return as a workbook in memory; `source` is the name of the workbook the records come from.

    `saved` is the day on which that was saved, where it is known.
    `title` are the lines above its tables, the same for all, or by the id of each.
    """
    first = contents.indicators[0].table if form.indicators and contents.indicators else ""
    if form.plan and contents.milestones and not first:
        first = contents.milestones[0].table.id
    workbook = _fresh(form, _lines(title, first))
    if form.sections is not None:
        said = form.sections
        lines = _lines(title, contents.passages[0].table if contents.passages else first)
        head = _letterhead(lines, said.title, said.footer, source=source, as_at=as_at)
        fill_sections(workbook, form, said, contents, head)
    if form.indicators is not None:
        layout = form.indicators
        letterhead = _letterhead(
            _lines(title, first), layout.title, layout.footer, source=source, as_at=as_at
        )
        sheet = workbook.create_sheet(layout.sheet)
        fill_indicators(sheet, form, layout, contents.indicators, letterhead)
    if form.plan is not None:
        for name, table, milestones in _plans(form.plan, contents):
            lines = _lines(title, table.id)
            letterhead = _letterhead(lines, form.plan.title, form.plan.footer, source=source, as_at=as_at)
            sheet = workbook.create_sheet(free_name(workbook, name))
            fill_plan(sheet, form, form.plan, milestones, letterhead)
    _lists(workbook, form, contents, source=source, as_at=as_at, title=title)
    examined = Examined(contents=contents, source=source, as_at=as_at, saved=saved)
    fill_check(workbook.create_sheet(form.check.sheet), form, findings, examined)
    return workbook


def _lists(
    workbook: Workbook, form: Form, contents: Contents, *, source: str, as_at: dt.date, title: Title
) -> None:
    """The sheets with a row to a record, and that of grants, where the form has them and the workbook too."""
    for part, (held, cells) in _LISTS.items():
        layout: ListLayout | None = getattr(form, part)
        records = getattr(contents, held)
        if layout is not None and records:
            lines = _lines(title, records[0].table) if part == "indicator_set" else ()
            head = _letterhead(lines, layout.title, layout.footer, source=source, as_at=as_at)
            rows = [cells(record, layout) for record in records]
            fill_list(workbook.create_sheet(layout.sheet), form, layout, rows, head)
    if form.grants is not None and contents.grants:
        head = _letterhead((), form.grants.title, form.grants.footer, source=source, as_at=as_at)
        fill_grants(workbook.create_sheet(form.grants.sheet), form, form.grants, contents, head)


def _lines(title: Title, table: str) -> Sequence[str]:
    return title.get(table, ()) if isinstance(title, Mapping) else title


def empty(form: Form) -> Workbook:
    """The form with nothing filled in, to begin with: its sheets without the check sheet."""
    workbook = _fresh(form, ())
    if form.sections is not None:
        name = form.sections.sheet.format(objective=1)
        letterhead = Letterhead(lines=(), footer=form.sections.title)
        fill_list(workbook.create_sheet(name), form, form.sections, (), letterhead)
    if form.indicators is not None:
        letterhead = Letterhead(lines=(), footer=form.indicators.title)
        sheet = workbook.create_sheet(form.indicators.sheet)
        fill_indicators(sheet, form, form.indicators, (), letterhead)
    if form.plan is not None:
        letterhead = Letterhead(lines=(), footer=form.plan.title)
        fill_plan(workbook.create_sheet(form.plan.sheet), form, form.plan, (), letterhead)
    for layout in (getattr(form, part) for part in _LISTS):
        if layout is not None:
            letterhead = Letterhead(lines=(), footer=layout.title)
            fill_list(workbook.create_sheet(layout.sheet), form, layout, (), letterhead)
    return workbook


def _fresh(form: Form, title: Sequence[str]) -> Workbook:
    return fresh_workbook(form.looks.values(), ": ".join((form.title, *_others(title, form.title)[:1])))


def _plans(layout: PlanLayout, contents: Contents) -> Iterator[tuple[str, Table, tuple[Milestone, ...]]]:
    """Each plan of the workbook with the name for its sheet: the form's own, or its old one among several."""
    found: dict[str, list[Milestone]] = {}
    for milestone in contents.milestones:
        found.setdefault(milestone.table.id, []).append(milestone)
    for milestones in found.values():
        table = milestones[0].table
        yield layout.sheet if len(found) == 1 else table.sheet, table, tuple(milestones)


def _letterhead(lines: Sequence[str], title: str, footer: str, *, source: str, as_at: dt.date) -> Letterhead:
    return Letterhead(
        lines=_others(lines, title), footer=footer.format(source=source, as_at=f"{as_at:%d/%m/%Y}")
    )


def _others(lines: Sequence[str], title: str) -> tuple[str, ...]:
    """The lines that the form's own title does not say already."""
    return tuple(line for line in lines if _plain(line) != _plain(title))


def _plain(line: str) -> str:
    return " ".join(line.split()).casefold()
