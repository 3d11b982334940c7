"""Small workbooks made for a test, as officers would set them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

INDICATOR_HEADERS = (
    "Objective",
    "Code",
    "Definition",
    "1998/99\nOutturn",
    "31/3/00\nProvisional",
    "31/3/01\nPlanned",
    "31/3/02\nPlanned",
)
PLAN_HEADERS = ("Strand", "Ref", "Project", "Milestone", "Status", "By When", "Impact", "Comments", "Owner")
WHOLE: Mapping[str, Sequence[Sequence[object]]] = {
    "Indicators": (
        ("Performance indicators 2001",),
        INDICATOR_HEADERS,
        ("Stability", "PAF A1", "Placement moves", 30, 24, 23, 20),
        ("Stability", "PAF C23", "Adoptions", 5.3, 6.5, "N/A", "?"),
        ("Care leavers", "QP 9", "In touch at their 19th birthday", 65, 60, 55, 50),
    ),
    "Targets": (
        ("Targets set elsewhere",),
        ("Indicator", "Target", "By when", "Set by", "Where written"),
        ("PAF A1", 16, "31/3/02", "The council", "Section B2"),
    ),
    "Programme Plan": (
        ("Programme plan",),
        PLAN_HEADERS,
        ("1. Edge of care", "A", "Conferencing", "Team in place", "COMPLETE", "31/10/11", "", "", "J Smith"),
        ("1. Edge of care", "B", "Panels", "Panel\nmeets", "ONGOING", "31/03/12", "", "", "A Jones"),
    ),
    "Expenditure": (
        ("Objective", "Priority area", "Question", "Amount (£)"),
        (1, "Placement choice", "How much do you plan to spend on this in total in 2001-2002? (£)", 463950),
        (1, "Placement choice", "Of this total, how much will be spent on adoption? (£)", 36900),
    ),
}
"""An indicator that misses its promise, an unknown value, a milestone that is late in July 2012."""
FLAWLESS: Mapping[str, Sequence[Sequence[object]]] = {
    "Indicators": (INDICATOR_HEADERS, ("Stability", "PAF A1", "Placement moves", 30, 24, 22, 20)),
}
UNKNOWN: Mapping[str, Sequence[Sequence[object]]] = {"Notes": (("Rang the school.",),)}


def make(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    """A workbook of these sheets, each the rows of its cells from A1 on."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    workbook.save(path)
    return path
