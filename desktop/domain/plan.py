"""Programme plans: milestones with a status, a due date and its revisions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.domain.bullets import bullets
from desktop.domain.cells import CellRef

if TYPE_CHECKING:
    import datetime as dt

    from desktop.domain.bullets import Bullet
    from desktop.domain.due_dates import DueReading
    from desktop.domain.tables import Table


class Status(StrEnum):
    """How a milestone stands, in the common vocabulary."""

    NOT_STARTED = "not started"
    ON_TRACK = "on track"
    ONGOING = "ongoing"
    COMPLETE = "complete"
    DELAYED = "delayed"
    ON_HOLD = "on hold"
    CANCELLED = "cancelled"

    @property
    def mark(self) -> str:
        """A letter and a shape, so that colour never speaks alone."""
        return _MARKS[self]


_MARKS = {
    Status.NOT_STARTED: "N ○",
    Status.ON_TRACK: "T ◔",
    Status.ONGOING: "O ◑",
    Status.COMPLETE: "C ●",
    Status.DELAYED: "D ▲",
    Status.ON_HOLD: "H ◇",
    Status.CANCELLED: "X ×",
}

# The officer's own words, in lower case; the longer ones are tried first.
_VOCABULARY = {
    "not started": Status.NOT_STARTED,
    "not yet started": Status.NOT_STARTED,
    "on track": Status.ON_TRACK,
    "ongoing": Status.ONGOING,
    "on going": Status.ONGOING,
    "in progress": Status.ONGOING,
    "completed": Status.COMPLETE,
    "complete": Status.COMPLETE,
    "done": Status.COMPLETE,
    "delayed": Status.DELAYED,
    "on hold": Status.ON_HOLD,
    "cancelled": Status.CANCELLED,
}
# Words before one of these that take it back: "not complete", "90% complete" (but "100% complete" is).
_TAKEN_BACK = (
    "not ",
    "not yet ",
    "nearly ",
    "almost ",
    "partly ",
    "partially ",
    "part ",
    "to be ",
    "(?<!100)% ",
)
_HYPHEN = re.compile(r"(?<=\w)[-\u2010\u2011](?=\w)")
_WORDS = re.compile(
    rf"\b{''.join(f'(?<!{words})' for words in _TAKEN_BACK)}"
    rf"({'|'.join(sorted(_VOCABULARY, key=len, reverse=True))})\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusReading:
    """A status as it was typed, with the statuses that its words name, the first of which holds."""

    raw: str
    named: tuple[Status, ...] = ()

    @property
    def status(self) -> Status | None:
        """The status that holds; None where no word of the vocabulary is found."""
        return self.named[0] if self.named else None


@lru_cache(maxsize=1024)
def read_status(raw: str) -> StatusReading:
    """The status in an officer's words; "COMPLETE (& ONGOING)" names two and is read as its first."""
    words = " ".join(_HYPHEN.sub(" ", raw.casefold()).split())
    named = (_VOCABULARY[match[1]] for match in _WORDS.finditer(words))
    return StatusReading(raw=raw, named=tuple(dict.fromkeys(named)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """One row of a plan. `row` is the row of the sheet; merged project cells are owned by `project_row`.

    `action` is what is done, where the plan tells it from the milestone by a column of its own. `indicator`
    is the code of the indicator that counts what the milestone promises, where one is linked. `covered` are
    the fields whose cells lie beneath one that is merged over several rows: it speaks for this row too.
    """

    table: Table
    row: int
    project_row: int
    strand: str
    ref: str
    project: str
    text: str
    status: StatusReading
    due: DueReading
    owner: str
    contributors: str
    targeting: str
    impact: str
    comments: str
    action: str = ""
    indicator: str = ""
    covered: frozenset[str] = frozenset()

    @property
    def entries(self) -> tuple[Bullet, ...]:
        """The milestones that its one cell lists, each with its place in the text."""
        return bullets(self.text)

    @property
    def complete(self) -> bool:
        """Whether nothing remains to be done."""
        return self.status.status is Status.COMPLETE

    @property
    def closed(self) -> bool:
        """Whether no due date is waited for any more: complete or cancelled."""
        status = self.status.status
        return status is Status.COMPLETE or status is Status.CANCELLED

    def days_overdue(self, as_at: dt.date) -> int:
        """How many days the latest due date lies before the as-at date; 0 where nothing is waited for.

        Nor is anything known of a row whose status is said by a merged cell above.
        """
        latest = self.due.latest
        if latest is None or self.closed or not self.text or "status" in self.covered:
            return 0
        return max(0, (as_at - latest).days)

    @property
    def subject(self) -> str:
        """How findings name it: strand number and letter, such as 4A, or a full number such as 2.4."""
        if not self.ref:
            return self.project or self.text
        number = re.match(r"\d+", self.strand)
        return self.ref if number is None or self.ref[0].isdigit() else f"{number[0]}{self.ref}"

    @property
    def cell(self) -> CellRef:
        """The cell of the milestone's text."""
        return CellRef(sheet=self.table.sheet, row=self.row, column=self.table.column_of("milestone") or 1)

    def cell_of(self, field: str) -> CellRef | None:
        """The cell that holds a field; None where the table has no such column."""
        return self.table.cell(self.project_row if field in {"ref", "project"} else self.row, field)
