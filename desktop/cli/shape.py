"""Records and findings as JSON; fields are added, never renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.cli.plan_shape import (
    focus_area_json,
    linkage_json,
    milestone_json,
    plan_head_json,
    priority_json,
)
from desktop.domain.narrative import cited, indicators_in, sections_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from desktop.domain.breakdown import BreakdownLine
    from desktop.domain.cells import CellRef
    from desktop.domain.contents import Contents
    from desktop.domain.expenditure import Expenditure, Grant
    from desktop.domain.findings import Finding
    from desktop.domain.indicators import Indicator
    from desktop.domain.narrative import Passage, Section
    from desktop.domain.notes import Explanation
    from desktop.domain.tables import Column, Table
    from desktop.domain.targets import Target

SCHEMA = 1


def contents_json(contents: Contents) -> dict[str, Any]:
    """Everything recognised in a workbook."""
    return {
        "schema": SCHEMA,
        "tables": [_table(table) for table in contents.tables],
        "indicators": [_indicator(indicator) for indicator in contents.indicators],
        "milestones": [milestone_json(milestone) for milestone in contents.milestones],
        "targets": [_target(target, contents.passages) for target in contents.targets],
        "expenditure": [_expenditure(line) for line in contents.expenditure],
        "problems": [{"sheet": problem.sheet, "message": problem.message} for problem in contents.problems],
        "grants": [_grant(grant) for grant in contents.grants],
        "breakdowns": [_breakdown_line(line) for line in contents.breakdowns],
        "sections": _sections(contents),
        "priorities": [priority_json(priority) for priority in contents.priorities],
        "focus": [focus_area_json(area) for area in contents.focus],
        "linkages": [linkage_json(linkage, contents.indicators) for linkage in contents.linkages],
        "plans": [plan_head_json(head, contents.indicators) for head in contents.plan_heads],
    }


def check_json(file: str, as_at: dt.date, findings: Sequence[Finding]) -> dict[str, Any]:
    """The findings of one workbook."""
    return {
        "schema": SCHEMA,
        "file": file,
        "as_at": as_at.isoformat(),
        "counts": counts(findings),
        "findings": [_finding(finding) for finding in findings],
    }


def counts(findings: Sequence[Finding]) -> dict[str, int]:
    """How many findings there are of each severity, and how many stand explained."""
    severities = ("error", "query", "advice")
    tally = {severity: sum(finding.severity == severity for finding in findings) for severity in severities}
    return tally | {"explained": sum(finding.explained for finding in findings)}


def _table(table: Table) -> dict[str, Any]:
    return {
        "id": table.id,
        "sheet": table.sheet,
        "kind": table.kind.value,
        "form": table.form,
        "range": table.range,
        "header_row": table.header_row,
        "columns": [_column(column) for column in table.columns if column.field is not None],
        "unmapped": [column.letters for column in table.columns if column.field is None],
        "records": table.records,
    }


def _column(column: Column) -> dict[str, Any]:
    shape: dict[str, Any] = {"column": column.letters, "header": column.header, "field": column.field}
    if column.period is not None:
        period = column.period
        shape |= {"period": period.label, "date": period.end.isoformat(), "kind": period.kind.value}
    return shape


def _indicator(indicator: Indicator) -> dict[str, Any]:
    return {
        "code": indicator.code,
        "name": indicator.name,
        "group": indicator.group,
        "unit": indicator.measure.unit,
        "polarity": indicator.measure.polarity.value,
        "table": indicator.table,
        "cell": str(indicator.cell),
        "values": [
            {
                "period": value.period.label,
                "date": value.period.end.isoformat(),
                "kind": value.period.kind.value,
                "cell": str(value.cell),
                "raw": value.value.raw,
                "number": value.value.number,
                "missing": value.value.missing,
                "stale": value.value.stale,
            }
            for value in indicator.values
        ],
        "priority": indicator.priority,
        "sponsor": indicator.sponsor,
        "lead": indicator.lead,
        "linked": indicator.linked,
    }


def _target(target: Target, passages: Sequence[Passage]) -> dict[str, Any]:
    passage = cited(target.where, passages)
    return {
        "indicator": target.indicator,
        "value": target.value.number,
        "value_raw": target.value.raw,
        "date": target.date and target.date.isoformat(),
        "date_raw": target.date_raw,
        "set_by": target.set_by,
        "where": target.where,
        "cell": str(target.cell),
        "section_cell": None if passage is None else str(passage.cell),
    }


def _sections(contents: Contents) -> list[dict[str, Any]]:
    about = indicators_in(contents)
    return [_section(section, about) for section in sections_of(contents.passages)]


def _section(section: Section, about: Mapping[CellRef, tuple[str, ...]]) -> dict[str, Any]:
    return {
        "objective": section.place.objective,
        "heading": section.heading,
        "section": section.place.section,
        "part": section.place.part or None,
        "title": section.question,
        "text": section.text,
        "cell": str(section.cell),
        "paragraphs": [
            {
                "number": passage.place.number or None,
                "text": passage.text,
                "cell": str(passage.cell),
                "indicators": list(about.get(passage.cell, ())),
            }
            for passage in section.passages
            if not passage.boxed
        ],
        "boxes": [_box(passage) for passage in section.boxes],
    }


def _box(passage: Passage) -> dict[str, Any]:
    figure = passage.figure
    return {
        "label": passage.text,
        "raw": figure and figure.raw,
        "number": figure and figure.number,
        "missing": figure and figure.missing,
        "cell": str(passage.figure_cell),
    }


def _expenditure(line: Expenditure) -> dict[str, Any]:
    return {
        "group": line.group,
        "area": line.area,
        "question": line.question,
        "amount": line.amount.number,
        "amount_raw": line.amount.raw,
        "part_of": line.part_of or None,
        "cell": str(line.cell),
    }


def _grant(grant: Grant) -> dict[str, Any]:
    return {
        "name": grant.name,
        "amount": grant.amount.number,
        "amount_raw": grant.amount.raw,
        "cell": str(grant.cell),
    }


def _breakdown_line(line: BreakdownLine) -> dict[str, Any]:
    return {
        "table": line.table,
        "label": line.label,
        "kind": line.kind.value,
        "cell": str(line.cell),
        "figures": [
            {
                "header": figure.header,
                "part": figure.part.value,
                "cell": str(figure.cell),
                "raw": figure.value.raw,
                "number": figure.value.number,
            }
            for figure in line.figures
        ],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "sheet": finding.cell.sheet,
        "cell": finding.cell.a1,
        "subject": finding.subject,
        "message": finding.message,
        "fix": finding.fix and finding.fix.label,
        "explained": finding.explained,
        "explanation": _explanation(finding.explanation),
    }


def _explanation(explanation: Explanation | None) -> dict[str, Any] | None:
    if explanation is None:
        return None
    date = None if explanation.date is None else explanation.date.isoformat()
    return {"text": explanation.text, "by": explanation.by, "date": date}
