"""The check sheet: what the checks say of the workbook that the return was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from desktop.domain.findings import Severity
from desktop.returns.cells import height, put
from desktop.returns.page import set_page
from desktop.returns.rows import set_widths

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from desktop.domain.findings import Finding
    from desktop.returns.cells import Held
    from desktop.returns.examined import Examined
    from desktop.returns.layouts import CheckLayout, Form

_TITLE, _VERDICT, _LABELS, _COUNTS, _CHECKED, _HEADER = range(1, 7)  # rows
_HEIGHTS = {_TITLE: 26.0, _VERDICT: 18.0, _LABELS: 17.0, _COUNTS: 19.0, _CHECKED: 20.0, _HEADER: 18.0}
_DATE = "dd/mm/yyyy"
_LEAST = 16.0


def fill_check(sheet: Worksheet, form: Form, findings: Sequence[Finding], examined: Examined) -> None:
    """Fill a fresh sheet: the verdict, the counts, what was checked, and every finding in its order."""
    layout = form.check
    set_widths(sheet, (column.width for column in layout.columns))
    for row, points in _HEIGHTS.items():
        sheet.row_dimensions[row].height = points
    counts = counted(findings)
    put(sheet, _TITLE, 1, layout.title, form.looks["title"])
    put(sheet, _VERDICT, 1, verdict(layout, findings), form.looks["letterhead"])
    for column in range(2, len(layout.columns) + 1):
        put(sheet, _VERDICT, column, None, form.looks["letterhead"])
    _summary(sheet, form, counts | {"source": examined.source, "as_at": examined.as_at})
    put(sheet, _CHECKED, 1, examined.words, form.looks["note"])
    last = _findings(sheet, form, findings)
    set_page(
        sheet,
        form.page,
        area=(last, len(layout.columns)),
        repeat=f"{_HEADER}:{_HEADER}",
        footer=examined.source,
    )
    sheet.freeze_panes = f"A{_HEADER + 1}"


def counted(findings: Iterable[Finding]) -> dict[str, int]:
    """How many there are of each; only a query can be explained."""
    queries = [finding.explained for finding in findings if finding.severity is Severity.QUERY]
    return {
        "errors": sum(finding.severity is Severity.ERROR for finding in findings),
        "queries": queries.count(False),
        "explained": queries.count(True),
        "advice": sum(finding.severity is Severity.ADVICE for finding in findings),
    }


def verdict(layout: CheckLayout, findings: Iterable[Finding]) -> str:
    """Whether the return can go, in the words of its form."""
    counts = counted(findings)
    if counts["errors"]:
        return layout.not_ready.format_map(counts)
    return layout.asks.format_map(counts) if counts["queries"] else layout.ready


def _summary(sheet: Worksheet, form: Form, facts: Mapping[str, Held]) -> None:
    for column, (fact, label) in enumerate(form.check.counts.items(), start=1):
        put(sheet, _LABELS, column, label, form.looks["count_label"])
        held = facts[fact]
        put(sheet, _COUNTS, column, held, form.looks["count"], _DATE if fact == "as_at" else "")


def _findings(sheet: Worksheet, form: Form, findings: Sequence[Finding]) -> int:
    """Fill the table, and return its last row."""
    columns = form.check.columns
    for column, planned in enumerate(columns, start=1):
        put(sheet, _HEADER, column, planned.header, form.looks["heading"])
    if not findings:
        put(sheet, _HEADER + 1, 1, form.check.nothing, form.looks["note"])
        return _HEADER + 1
    for row, finding in enumerate(findings, start=_HEADER + 1):
        _finding(sheet, row, form, finding)
    last = _HEADER + len(findings)
    sheet.auto_filter.ref = f"A{_HEADER}:{get_column_letter(len(columns))}{last}"
    return last


def _finding(sheet: Worksheet, row: int, form: Form, finding: Finding) -> None:
    texts = finding_texts(form.check, finding)
    points = _LEAST
    for column, planned in enumerate(form.check.columns, start=1):
        text = texts[planned.field]
        look = form.looks[finding.severity.value if planned.field == "severity" else "finding"]
        put(sheet, row, column, text or None, look)
        points = max(points, height(text, planned.width, look))
    sheet.row_dimensions[row].height = points


def finding_texts(layout: CheckLayout, finding: Finding) -> dict[str, str]:
    """What the columns of the layout show of a finding, by field."""
    return {
        "severity": layout.severities[finding.severity],
        "rule": finding.rule,
        "cell": str(finding.cell),
        "subject": finding.subject,
        "message": finding.message,
        "fix": "" if finding.fix is None else finding.fix.label,
        "explained": _explained(layout, finding),
    }


def _explained(layout: CheckLayout, finding: Finding) -> str:
    """Why a query stands, by whom and since when; the bare word where that is not known."""
    if finding.explanation is not None:
        return finding.explanation.words
    return layout.explained if finding.explained else ""
