"""What the kinds of table, and the fields of their columns, are called before the officer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.tables import TableKind

if TYPE_CHECKING:
    from collections.abc import Mapping

KIND_WORDS: Mapping[TableKind, str] = {
    TableKind.INDICATORS: "Indicators",
    TableKind.PLAN: "Plan",
    TableKind.TARGETS: "Targets",
    TableKind.EXPENDITURE: "Expenditure",
    TableKind.NARRATIVE: "Sections of text",
    TableKind.PRIORITIES: "Priorities",
    TableKind.FOCUS: "Areas of focus",
    TableKind.LINKAGES: "Links between indicators",
}
LACKS: Mapping[TableKind, str] = {
    TableKind.INDICATORS: "Indicators need a column of codes or definitions, and one of values or more.",
    TableKind.PLAN: "A plan needs a column of milestones, and one of status, due date, comments or owner.",
    TableKind.TARGETS: "Targets need a column of indicators, one of target values, and one of dates, "
    "of who set them or of where they are written.",
    TableKind.EXPENDITURE: "Expenditure needs a column of amounts, and one of areas or questions.",
    TableKind.NARRATIVE: "Sections of text need a column of sections, and one of texts.",
    TableKind.PRIORITIES: "Priorities need a column of priorities, and one of sponsors.",
    TableKind.FOCUS: "Areas of focus need a column of areas, and one of ratings.",
    TableKind.LINKAGES: "Links need a column of indicators, and one of what is linked to each.",
}
"""What columns a table of the kind can't do without."""
_WORDS = {
    "code": "Code",
    "name": "Definition",
    "group": "Objective or group",
    "value": "Values of the period",
    "strand": "Strand",
    "ref": "Reference",
    "project": "Project",
    "action": "Action",
    "milestone": "Milestone",
    "status": "Status",
    "due": "Due date",
    "impact": "Impact",
    "comments": "Comments",
    "owner": "Owner",
    "contributors": "Contributors",
    "targeting": "Targeting",
    "indicator": "Indicator",
    "date": "By when",
    "set_by": "Set by",
    "where": "Where written",
    "words": "As written",
    "area": "Area",
    "question": "Question",
    "amount": "Amount",
    "baseline": "Baseline",
    "baseline_period": "Period of the baseline",
    "priority": "Priority",
    "sponsor": "Sponsor",
    "lead": "Lead",
    "linked": "Linked indicators and issues",
    "section": "Section",
    "part": "Part",
    "number": "Number",
    "text": "Text",
    "figure": "Number in a box",
    "indicators": "Indicators that it speaks of",
    "outcome": "Outcome",
    "obsession": "Obsession",
    "update": "Update",
    "rating": "Rating, red, amber or green",
    "direction": "Direction of travel",
}


def field_words(kind: TableKind, field: str) -> str:
    """What a field is called in a table of that kind."""
    return "Target value" if kind is TableKind.TARGETS and field == "value" else _WORDS[field]
