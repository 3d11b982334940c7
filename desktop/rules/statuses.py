"""Rules on what a milestone's status says, alone and beside its comments and dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.edits import Edit
from desktop.domain.findings import Fix
from desktop.domain.plan import Status
from desktop.domain.unchosen import said
from desktop.domain.wording import day, listed
from desktop.rules.phrases import STILL_OPEN
from desktop.rules.rule import Remark
from desktop.rules.words import shortened

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from desktop.domain.plan import Milestone

_STATUSES = listed(tuple(Status), "or")


def unclear_status(milestone: Milestone) -> Iterator[Remark]:
    """The status is not one of the vocabulary, or says two things.

    A reader can't count what is neither done nor open. Of two the first holds until it is mended.
    Example: "COMPLETE (& ONGOING)".
    """
    cell, raw, named = milestone.cell_of("status"), said(milestone.status.raw), milestone.status.named
    if cell is None or not raw or len(named) == 1:
        return
    if not named:
        yield Remark(cell, f"The status “{shortened(raw)}” is not a known one. Choose one: {_STATUSES}.")
        return
    kept = _in_the_case_of(raw, named[0])
    yield Remark(
        cell,
        f"The status “{shortened(raw)}” says {len(named)} things, {listed(named, 'and')}, and is read as "
        f"{named[0]}. Keep one, or split the milestone.",
        Fix(label=f"Keep “{kept}”", edits=(Edit(cell=cell, content=kept),)),
    )


def _in_the_case_of(raw: str, status: Status) -> str:
    """The status as the officer would type it: in capitals, with a capital, or in small letters."""
    if raw.isupper():
        return status.upper()
    return status.capitalize() if raw[0].isupper() else status.value


def complete_but_open(milestone: Milestone) -> Iterator[Remark]:
    """Complete, but the comments say otherwise.

    A board that reads both will ask which is true.
    Example: COMPLETE beside "Early Start Teams are still in the process of being re-aligned".
    """
    if not milestone.comments or not milestone.complete:
        return
    comments = milestone.comments.lower()
    starts = [comments.find(phrase) for phrase in STILL_OPEN if phrase in comments]
    if starts and (cell := milestone.cell_of("comments")) is not None:
        yield Remark(
            cell,
            f"The status is “{shortened(milestone.status.raw)}”, but the comments say "
            f"“{shortened(milestone.comments[min(starts) :])}”. "
            "Bring the two into line, or explain why both hold.",
        )


def complete_ahead(milestone: Milestone, as_at: dt.date) -> Iterator[Remark]:
    """Complete, with a latest due date after the as-at date.

    It may be done early; or a later part of the milestone is still to come, or the date is wrong.
    Example: COMPLETE on 1/10/2012, due "G) December 2012".
    """
    if not milestone.complete:
        return
    latest = milestone.due.latest
    if latest is not None and latest > as_at:
        yield Remark(
            milestone.cell_of("due") or milestone.cell,
            f"Marked “{shortened(milestone.status.raw)}” on {day(as_at)}, but due {day(latest)}. "
            "Check that all of it is done, or correct the date.",
        )
