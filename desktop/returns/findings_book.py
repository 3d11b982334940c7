"""The findings on one or many workbooks as a workbook: how many of what, and then each with its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from desktop.returns.cell_links import link
from desktop.returns.cells import put
from desktop.returns.check_sheet import counted, finding_texts
from desktop.returns.findings_by_rule import fill_by_rule
from desktop.returns.forms import read_form
from desktop.returns.fresh_file import fresh_workbook, write_fresh
from desktop.returns.page import set_page
from desktop.returns.rows import Rows, set_widths

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from desktop.domain.findings import Finding
    from desktop.returns.checked_file import CheckedFile
    from desktop.returns.layouts import Form

_FORM = "map-indicators"
"""The form whose check sheet lends its words, columns and looks."""
_TITLE, _VERDICT, _FILES = 1, 2, 4  # rows of the summary
_HEIGHTS = {_TITLE: 26.0, _VERDICT: 18.0}
_COUNTED = ("errors", "queries", "explained", "advice")
_SUMMARY_WIDTHS = (44.0, 10.0, 14.0, 18.0, 10.0, 64.0)
_FILE_WIDTH = 32.0
_SEVERITY, _CELL = 2, 4  # columns of the findings
_UNREAD_WIDTHS = (44.0, 90.0)
MOST_LINKS = 65_000
"""Excel takes 65,530 to a sheet."""


def write_findings(files: Sequence[CheckedFile], titles: Mapping[str, str], out: Path) -> None:
    """Write the findings to `out`; `titles` says of each rule's code what it asks.

    Of many workbooks a sheet tells how often each rule speaks of each; those that could not be checked have
    a sheet of their own.

    Raises WorkbookInUse or SaveFailed where the file can't be written; what was there then stays.
    """
    form = read_form(_FORM)
    workbook = fresh_workbook(form.looks.values(), "Findings")
    _fill_summary(workbook.create_sheet("Summary"), form, files, titles)
    if len(files) > 1:
        fill_by_rule(workbook.create_sheet("By rule"), form, files)
    _fill_findings(workbook.create_sheet("Findings"), form, files, out)
    if any(file.refused for file in files):
        _fill_unread(workbook.create_sheet("Not read"), form, files)
    write_fresh(workbook, out)


def _fill_summary(
    sheet: Worksheet, form: Form, files: Sequence[CheckedFile], titles: Mapping[str, str]
) -> None:
    set_widths(sheet, _SUMMARY_WIDTHS)
    for row, points in _HEIGHTS.items():
        sheet.row_dimensions[row].height = points
    put(sheet, _TITLE, 1, "Findings", form.looks["title"])
    put(sheet, _VERDICT, 1, _verdict(files), form.looks["letterhead"])
    for column in range(2, len(_SUMMARY_WIDTHS) + 1):
        put(sheet, _VERDICT, column, None, form.looks["letterhead"])
    labels = [form.check.counts[name] for name in _COUNTED]
    everything = [finding for file in files for finding in file.findings]
    plain, whole = form.looks["finding"], form.looks["code"]
    rows = Rows(sheet, first=_FILES)
    rows.add(["Workbook", *labels, "Not checked, because"], form.looks["heading"])
    for file in files:
        numbers = [None] * len(labels) if file.refused else _numbers(file.findings)
        rows.add([str(file.file), *numbers, file.refused], plain)
    rows.add(["All", *_numbers(everything), ""], whole)
    rows.skip()
    rows.add(["Rule", *labels, "What it speaks of"], form.looks["heading"])
    for rule in sorted({finding.rule for finding in everything}):
        found = [finding for finding in everything if finding.rule == rule]
        rows.add([rule, *_numbers(found), titles.get(rule, "")], plain)
    area = (rows.last, len(_SUMMARY_WIDTHS))
    set_page(sheet, form.page, area=area, repeat=f"{_FILES}:{_FILES}", footer="Findings")


def _verdict(files: Sequence[CheckedFile]) -> str:
    mend = sum(file.errors for file in files)
    refused = sum(bool(file.refused) for file in files)
    days = sorted({file.as_at for file in files})
    dates = " and ".join(f"{day:%d/%m/%Y}" for day in days)
    return (
        f"Judged as at {dates}. Workbooks: {len(files)}; with errors to mend: {mend}; not checked: {refused}."
    )


def _numbers(findings: Sequence[Finding]) -> list[int]:
    counts = counted(findings)
    return [counts[name] for name in _COUNTED]


def _fill_findings(sheet: Worksheet, form: Form, files: Sequence[CheckedFile], out: Path) -> None:
    columns = form.check.columns
    plain = form.looks["finding"]
    set_widths(sheet, (_FILE_WIDTH, *(column.width for column in columns)))
    rows = Rows(sheet, first=1)
    rows.add(["Workbook", *(column.header for column in columns)], form.looks["heading"])
    for file in files:
        for finding in file.findings:
            texts = finding_texts(form.check, finding)
            rows.add([str(file.file), *(texts[column.field] for column in columns)], plain)
            # The severity comes first of the check's columns, right after the workbook.
            put(sheet, rows.last, _SEVERITY, texts["severity"], form.looks[finding.severity.value])
            if rows.last <= MOST_LINKS:
                place = put(sheet, rows.last, _CELL, texts["cell"], plain)
                link(place, finding.cell, file.file, out)
    if rows.last == 1:
        rows.add([form.check.nothing], form.looks["note"])
    else:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns) + 1)}{rows.last}"
    sheet.freeze_panes = "A2"
    set_page(sheet, form.page, area=(rows.last, len(columns) + 1), repeat="1:1", footer="Findings")


def _fill_unread(sheet: Worksheet, form: Form, files: Sequence[CheckedFile]) -> None:
    set_widths(sheet, _UNREAD_WIDTHS)
    rows = Rows(sheet, first=1)
    rows.add(["Workbook", "Not checked, because"], form.looks["heading"])
    for file in files:
        if file.refused:
            rows.add([str(file.file), file.refused], form.looks["finding"])
    sheet.freeze_panes = "A2"
    set_page(sheet, form.page, area=(rows.last, len(_UNREAD_WIDTHS)), repeat="1:1", footer="Not read")
