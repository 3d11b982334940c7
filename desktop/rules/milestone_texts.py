"""What an officer wrote of a milestone, cell by cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.plan import Milestone

FIELDS = {
    "project": "project",
    "action": "action",
    "milestone": "milestone",
    "status": "status",
    "due": "due date",
    "owner": "owner",
    "contributors": "list of contributors",
    "targeting": "targeting",
    "impact": "impact",
    "comments": "comment",
}
"""The fields that hold a text, with how a message names them."""


def texts_of(milestone: Milestone) -> tuple[str, ...]:
    """The texts of the fields above, in their order; a project's is that of its first milestone alone."""
    return (
        milestone.project if milestone.row == milestone.project_row else "",
        milestone.action,
        milestone.text,
        milestone.status.raw,
        milestone.due.raw,
        milestone.owner,
        milestone.contributors,
        milestone.targeting,
        milestone.impact,
        milestone.comments,
    )
