"""Rules on the strands of a plan: their numbers, the letters of their projects, and dates out of line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.dates import Precision
from desktop.domain.edits import Edit
from desktop.domain.findings import Fix
from desktop.domain.wording import day, listed
from desktop.rules.plan_parts import Numbered
from desktop.rules.rule import Remark
from desktop.rules.words import LONGEST_NAME, shortened

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from desktop.domain.plan import Milestone
    from desktop.rules.plan_parts import Strand

LONELY_DAYS = 180
"""Days before every other due date of its strand beyond which a date looks like a slip of the keyboard."""
_LEAP_DAY = (2, 29)


def mark_shared(subject: Numbered | Strand) -> Iterator[Remark]:
    """Two strands bear the same number, or two projects of a strand the same letter.

    Their milestones can't be told apart: there are two 6A. Spoken with the first row of each later one.
    Example: "6. Information & Performance" and "6. Forecasting & Finance".
    """
    return _numbers(subject) if isinstance(subject, Numbered) else _letters(subject)


def _numbers(numbered: Numbered) -> Iterator[Remark]:
    names = listed(tuple(_named(first.strand) for first in numbered.milestones), "and")
    for first in numbered.milestones[1:]:
        column = first.cell_of("strand")
        where = "this strand" if column is not None else "the strand that begins here"
        yield Remark(
            column or first.cell_of("ref") or first.cell,
            f"{names} bear the same number, {numbered.number}. Give {where} a number of its own.",
            subject=first.strand,
        )


def _named(text: str) -> str:
    return f"“{shortened(text, LONGEST_NAME)}”"


def _letters(strand: Strand) -> Iterator[Remark]:
    known: dict[str, list[str]] = {}
    for milestone in strand.milestones:
        if not milestone.ref or milestone.row != milestone.project_row:
            continue
        projects = known.setdefault(milestone.ref.casefold(), [])
        if projects and milestone.project not in projects and (cell := milestone.cell_of("ref")) is not None:
            yield Remark(
                cell,
                f"Two projects of this strand bear {milestone.ref}: {_named(projects[0])} and "
                f"{_named(milestone.project)}. Give each a letter of its own.",
                subject=milestone.subject,
            )
        projects.append(milestone.project)


def far_before(strand: Strand) -> Iterator[Remark]:
    """A due date lies more than 180 days before every other due date of its strand.

    Most often it is the year that was mistyped.
    Example: 31/01/11 in a strand whose other dates begin on 31/10/11.
    """
    dated = [(each.due.due.date, each) for each in strand.milestones if each.due.due is not None]
    if len(dated) <= 1:
        return
    dates = sorted(date for date, _ in dated)
    days = (dates[1] - dates[0]).days
    if days > LONELY_DAYS:
        milestone = next(each for date, each in dated if date == dates[0])
        yield Remark(
            milestone.cell_of("due") or milestone.cell,
            f"“{shortened(milestone.due.raw)}” lies {days} days before every other due date of its strand. "
            "Check the year, or explain why it is so early.",
            _a_year_later(milestone, dates),
            subject=milestone.subject,
        )


def _a_year_later(milestone: Milestone, dates: Sequence[dt.date]) -> Fix | None:
    """The same day a year on, where the cell holds that day alone and it would lie among the other dates."""
    due, cell = milestone.due.due, milestone.cell_of("due")
    if due is None or cell is None or due.raw.strip() != milestone.due.raw.strip():
        return None
    if due.precision is not Precision.DAY or (due.date.month, due.date.day) == _LEAP_DAY:
        return None
    later = due.date.replace(year=due.date.year + 1)
    if not dates[1] <= later <= dates[-1]:
        return None
    return Fix(label=f"Set the due date to {day(later)}", edits=(Edit(cell=cell, content=later),))
