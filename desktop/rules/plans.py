"""Rules on what a milestone lacks, and on what is late.

A row without a milestone's text only carries on the row above it, with a further impact perhaps: it is
asked for nothing. Nor is a table that has no column for it, or a row whose cell lies beneath a merged one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.due_dates import read_due
from desktop.domain.edits import Edit
from desktop.domain.findings import Fix
from desktop.domain.plan import Status
from desktop.domain.unchosen import said
from desktop.domain.wording import counted, day, listed
from desktop.rules.rule import Remark
from desktop.rules.words import PLACES, shortened

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from desktop.domain.due_dates import DueReading
    from desktop.domain.plan import Milestone

_STATUSES = listed(tuple(Status), "or")


def no_status(milestone: Milestone) -> Iterator[Remark]:
    """A milestone with text has no status.

    The board asks of every milestone how it stands, and overdue can't be told from forgotten without it.
    Example: a review of placements, due 31/03/12, with an empty status cell.
    """
    if said(milestone.status.raw) or not _asked(milestone, "status"):
        return
    if (cell := milestone.cell_of("status")) is not None:
        yield Remark(cell, f"This milestone has no status. Choose one: {_STATUSES}.")


def no_due_date(milestone: Milestone) -> Iterator[Remark]:
    """The due cell is empty; where the milestone's text holds a date, that date is offered.

    Without a date nobody can tell whether the milestone is late.
    Example: "additional capacity of 5 placements by April 2012" with nothing in the due column.
    """
    if said(milestone.due.raw) or not _asked(milestone, "due"):
        return
    if (cell := milestone.cell_of("due")) is None:
        return
    found = read_due(milestone.text).due
    if found is None:
        yield Remark(cell, "This milestone has no due date. Give one, or explain why it has none.")
        return
    yield Remark(
        cell,
        f"This milestone has no due date, but its text says “{found.raw}”. Set that date, or give another.",
        Fix(label=f"Set the due date to {day(found.date)}", edits=(Edit(cell=cell, content=found.date),)),
    )


def no_owner(milestone: Milestone) -> Iterator[Remark]:
    """The form has an owner column and it is empty.

    What nobody owns, nobody does. A plan without such a column is not asked for one.
    Example: an action with contributors and a due date, and nobody named as its owner.
    """
    if milestone.owner or not _asked(milestone, "owner"):
        return
    if (cell := milestone.cell_of("owner")) is not None:
        yield Remark(cell, "This milestone has no owner. Name one, or explain who answers for it.")


def _asked(milestone: Milestone, field: str) -> bool:
    """Whether a row has a milestone and a cell of its own for the field, not beneath a merged one."""
    return field not in milestone.covered and bool(milestone.text.strip())


def overdue(milestone: Milestone, as_at: dt.date) -> Iterator[Remark]:
    """Not complete, and the latest due date is before the as-at date; a cancelled milestone is silent.

    What is late must be finished, revised or cancelled before the plan goes out. A milestone without a status
    counts as not complete.
    Example: ONGOING on 1/10/2012, due 31/03/12.
    """
    latest, days = milestone.due.latest, milestone.days_overdue(as_at)
    if latest is None or not days:
        return
    status = shortened(milestone.status.raw)
    yield Remark(
        milestone.cell_of("due") or milestone.cell,
        f"Due {_words(milestone.due, latest)} and {f'still “{status}”' if status else 'without a status'} on "
        f"{day(as_at)}: {counted(days, 'day')} overdue. "
        "Mark it complete or cancelled, or add “Revised to …” with the new date.",
    )


def _words(due: DueReading, latest: dt.date) -> str:
    """The latest date in the officer's words, with the place of a revision."""
    if due.due is not None and due.due.date == latest:
        return shortened(due.due.raw)
    revision = next(revision for revision in due.revised if revision.date == latest)
    return f"{revision.raw} (as revised in {PLACES[revision.found_in]})"
