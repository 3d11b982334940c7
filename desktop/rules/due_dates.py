"""Rules on the dates of one milestone: what can't be read, what disagrees, what slipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.dates import Precision, find_dates
from desktop.domain.due_dates import FoundIn
from desktop.domain.edits import Edit
from desktop.domain.findings import Fix
from desktop.domain.unchosen import said
from desktop.domain.wording import day, listed
from desktop.rules.rule import Remark
from desktop.rules.words import PLACES, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.domain.dates import DateReading
    from desktop.domain.due_dates import DueDate, Revision
    from desktop.domain.plan import Milestone

LONG_SLIPPAGE = 90
"""Days from the first due date to the latest beyond which a milestone has slipped."""
FEWEST_REVISIONS = 2
"""Revisions from which on a milestone has slipped, however few the days."""


def unreadable_date(milestone: Milestone) -> Iterator[Remark]:
    """The due text can't be read as a date.

    Such a milestone is never late: nobody is warned when its day passes.
    Example: "38/04/2019", "Ongoing", "as soon as possible".
    """
    due = milestone.due
    if due.due is not None or not said(due.raw):
        return
    if not any(each.found_in is FoundIn.DUE for each in due.revised):
        yield Remark(
            milestone.cell_of("due") or milestone.cell,
            f"“{shortened(said(due.raw))}” can't be read as a date. Type a day or a month, such as "
            "31/03/2012 or March 2012, or explain why there is none.",
        )


def dates_disagree(milestone: Milestone) -> Iterator[Remark]:
    """A date in the milestone's own text disagrees with every date in the due column.

    A month agrees with any day in it. Where the text is right, whoever works from the column is misled, and
    the other way round.
    Example: "completed by January 2012" in the text, 31/03/2012 in the due column.
    """
    due = milestone.due
    if due.due is None or not milestone.text:
        return
    column: list[DueDate | Revision] = [
        due.due,
        *(each for each in due.revised if each.found_in is FoundIn.DUE),
    ]
    lone = [found for found in find_dates(milestone.text) if not any(_agree(found, one) for one in column)]
    if lone:
        yield Remark(
            milestone.cell_of("due") or milestone.cell,
            f"The milestone's text says {_quoted(lone)}, but the due column says {_quoted(column)}. "
            f"{_step(milestone, lone)}",
            _carried_over(milestone, lone),
        )


def _quoted(dates: Sequence[DateReading | DueDate | Revision]) -> str:
    return listed(tuple(dict.fromkeys(f"“{date.raw.strip()}”" for date in dates)), "and")


def _step(milestone: Milestone, lone: list[DateReading]) -> str:
    """What to do: a revision that stands in the text alone belongs in the column too."""
    if _revised(milestone, lone):
        return f"Add “Revised to {lone[-1].raw}” to the due column."
    return "Correct the one that is wrong, or explain why they differ."


def _carried_over(milestone: Milestone, lone: list[DateReading]) -> Fix | None:
    """The due column with the revision that stands in the text alone; what it says already stays."""
    cell = milestone.cell_of("due")
    if cell is None or not _revised(milestone, lone):
        return None
    step = f"Revised to {lone[-1].raw}"
    content = f"{milestone.due.raw.rstrip(' .;')}; {step}"
    return Fix(label=f"Add “{step}”", edits=(Edit(cell=cell, content=content),))


def _revised(milestone: Milestone, lone: list[DateReading]) -> bool:
    """Whether the text gives all of these dates as revised ones."""
    revised = {each.raw for each in milestone.due.revised if each.found_in is FoundIn.TEXT}
    return all(found.raw in revised for found in lone)


def _agree(one: DateReading, other: DueDate | Revision) -> bool:
    """Whether two dates can mean the same day: exactly, or in the month that one of them names."""
    if one.date == other.date:
        return True
    monthly = Precision.MONTH in {one.precision, other.precision}
    return monthly and (one.date.year, one.date.month) == (other.date.year, other.date.month)


def revised_backwards(milestone: Milestone) -> Iterator[Remark]:
    """A revised date is earlier than the one it revises.

    Dates slip forward: one that moves back is often a wrong year, and it would hide that the milestone is
    late.
    Example: "31/03/2013; Revised to Sept 2012".
    """
    revised = milestone.due.revised
    for before, after in zip((milestone.due.due, *revised[:-1]), revised, strict=True) if revised else ():
        if before is not None and after.date < before.date:
            yield Remark(
                milestone.cell_of(_FIELDS[after.found_in]) or milestone.cell,
                f"The revised date “{after.raw}” in {PLACES[after.found_in]} is earlier than “{before.raw}”, "
                "which it revises. Correct it, or explain why it was brought forward.",
            )
            return


_FIELDS = {FoundIn.DUE: "due", FoundIn.TEXT: "milestone", FoundIn.COMMENTS: "comments"}


def slipped(milestone: Milestone) -> Iterator[Remark]:
    """Slipped: two or more revisions to different days, or more than 90 days.

    The board should hear of it before the next date passes too.
    Example: due 28/2/12, revised to Sept 2012.
    """
    due = milestone.due
    if not due.revised:
        return
    revisions, days = len({each.date for each in due.revised}), due.slippage
    if revisions >= FEWEST_REVISIONS or days > LONG_SLIPPAGE:
        times = "once" if revisions == 1 else f"{revisions} times"
        yield Remark(
            milestone.cell_of("due") or milestone.cell,
            f"Revised {times}{_by(milestone, days)}. Say in the comments why"
            f"{'' if milestone.closed else ', and whether the new date will hold'}.",
        )


def _by(milestone: Milestone, days: int) -> str:
    due, latest = milestone.due.due, milestone.due.latest
    if due is None or latest is None or not days:
        return ""
    return f": slipped by {days} days, from {day(due.date)} to {day(latest)}"
