"""Leicester's indicators as records, from the facts of the printed plan, and returns made of records."""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.cells import CellRef
from desktop.domain.findings import Finding, Fix, Severity
from desktop.returns.filling import filled
from desktop.returns.forms import read_form
from tests.domain.build import contents, indicator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from desktop.domain.contents import Contents
    from desktop.domain.indicators import Indicator

FACTS = Path(__file__).parents[2] / "templates" / "examples" / "data" / "leicester_map_indicators.csv"
FORM = read_form("map-indicators")
SOURCE = "leicester-map-2001.xlsx"
AS_AT = dt.date(2001, 3, 31)
TITLE = ("Leicester: 509", "Quality Protects MAP 3, 2001/2002", "Autumn 2000 position statement")


def facts() -> list[dict[str, str]]:
    """The printed entries, each with its objective, code, definition and six values."""
    with FACTS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def entry(code: str, name: str, group: str, *values: tuple[str, str]) -> Indicator:
    """One indicator with (header, text of the cell)."""
    return replace(indicator(*values, code=code), name=name, group=group)


def leicester() -> Contents:
    """All that was printed."""
    return contents(
        *(
            entry(line["code"], line["definition"], f"OBJECTIVE {line['objective']}", *list(line.items())[3:])
            for line in facts()
        )
    )


def finding(rule: str, severity: Severity, row: int, *, fix: str = "", explained: bool = False) -> Finding:
    """What a rule says of a cell in column E."""
    return Finding(
        rule=rule,
        severity=severity,
        cell=CellRef(sheet="Indicators", row=row, column=5),
        subject="PAF C20",
        message=f"The plan in row {row} falls short of the promise. Raise it, or correct the promise.",
        fix=Fix(label=fix, edits=()) if fix else None,
        explained=explained,
    )


FINDINGS = (
    finding("TRJ-005", Severity.ERROR, 35, fix="Set 31/3/02 to 100.0"),
    finding("TRJ-002", Severity.QUERY, 37),
    finding("IND-002", Severity.QUERY, 94, explained=True),
    finding("IND-003", Severity.ADVICE, 44),
)


def workbook(
    indicators: Sequence[Indicator],
    findings: Sequence[Finding] = (),
    *,
    title: tuple[str, ...] = TITLE,
    source: str = SOURCE,
) -> Workbook:
    """A return in memory."""
    return filled(FORM, contents(*indicators), findings, source=source, as_at=AS_AT, title=title)


def footer(sheet: Worksheet) -> tuple[str | None, str | None, str | None]:
    """What stands at the foot of a printed page, from left to right."""
    foot = sheet.HeaderFooter.oddFooter
    assert foot is not None
    return foot.left.text, foot.center.text, foot.right.text
