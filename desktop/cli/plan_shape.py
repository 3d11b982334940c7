"""Plans as JSON: milestones, what stands above them, areas of focus, priorities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.domain.linkages import named_by
from desktop.domain.plan_heads import HEAD_FIELDS, counted_by

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.bullets import Bullet
    from desktop.domain.focus import FocusArea
    from desktop.domain.indicators import Indicator
    from desktop.domain.linkages import Linkage
    from desktop.domain.plan import Milestone
    from desktop.domain.plan_heads import KeyIndicator, PlanHead
    from desktop.domain.priorities import Priority


def milestone_json(milestone: Milestone) -> dict[str, Any]:
    """A milestone with its status, its due date and revisions, and the entries of its cell."""
    due = milestone.due.due
    return {
        "strand": milestone.strand,
        "ref": milestone.ref,
        "project": milestone.project,
        "text": milestone.text,
        "status": milestone.status.status,
        "status_raw": milestone.status.raw,
        "due": due and due.date.isoformat(),
        "due_precision": due and due.precision.value,
        "due_raw": milestone.due.raw,
        "revised": [
            {
                "date": revision.date.isoformat(),
                "precision": revision.precision.value,
                "raw": revision.raw,
                "found_in": revision.found_in.value,
            }
            for revision in milestone.due.revised
        ],
        "owner": milestone.owner,
        "contributors": milestone.contributors,
        "targeting": milestone.targeting,
        "impact": milestone.impact,
        "comments": milestone.comments,
        "cell": str(milestone.cell),
        "action": milestone.action,
        "entries": [_entry(milestone, bullet) for bullet in milestone.entries],
    }


def _entry(milestone: Milestone, bullet: Bullet) -> dict[str, Any]:
    """One of the milestones that a cell lists; all of them stand in the one cell."""
    due = bullet.date
    return {
        "text": bullet.text,
        "due": due and due.date.isoformat(),
        "due_precision": due and due.precision.value,
        "cell": str(milestone.cell),
    }


def plan_head_json(head: PlanHead, indicators: Sequence[Indicator]) -> dict[str, Any]:
    """What is said above a plan, with the cells that say it."""
    said: dict[str, Any] = {field: head.text(field) or None for field in HEAD_FIELDS}
    return {
        "table": head.table,
        **said,
        "cells": {fact.field: str(fact.cell) for fact in head.facts},
        "indicators": [_key_indicator(key, indicators) for key in head.indicators],
        "focus": [{"text": fact.text, "cell": str(fact.cell)} for fact in head.focus],
    }


def _key_indicator(key: KeyIndicator, indicators: Sequence[Indicator]) -> dict[str, Any]:
    counted = counted_by(key, indicators)
    return {
        "name": key.name,
        "indicator": counted and counted.code,
        "baseline": key.baseline.number,
        "baseline_raw": key.baseline.raw,
        "period": key.period and key.period.label,
        "date": key.period and key.period.end.isoformat(),
        "cell": str(key.cell),
    }


def linkage_json(linkage: Linkage, indicators: Sequence[Indicator]) -> dict[str, Any]:
    """What is linked to an indicator, with the codes of the workbook's own that it names."""
    return {
        "indicator": linkage.indicator,
        "codes": list(named_by(linkage, indicators)),
        "linked": linkage.linked,
        "cell": str(linkage.cell),
    }


def focus_area_json(area: FocusArea) -> dict[str, Any]:
    """An area of focus with its rating and direction."""
    return {
        "area": area.area,
        "update": area.update,
        "rating": area.rating.rag,
        "direction": area.rating.travel,
        "rating_raw": area.rating.raw,
        "cell": str(area.cell),
        "rating_cell": str(area.rating_cell),
    }


def priority_json(priority: Priority) -> dict[str, Any]:
    """A priority and who answers for it."""
    return {
        "outcome": priority.outcome,
        "number": priority.number or None,
        "priority": priority.text,
        "obsession": priority.obsession or None,
        "sponsor": priority.sponsor,
        "lead": priority.lead,
        "cell": str(priority.cell),
    }
