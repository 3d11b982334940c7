"""How a whole plan stands: one bar for each strand, its milestones by status, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.plan import Status
from desktop.domain.wording import counted
from desktop.progress.standing import direction, earlier_of, standings

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from desktop.document.earlier import Version
    from desktop.domain.cells import CellRef
    from desktop.domain.plan import Milestone
    from desktop.domain.ratings import Rag
    from desktop.progress.standing import Standing
    from desktop.projection.status import Direction

ORDER = (
    Status.COMPLETE,
    Status.ON_TRACK,
    Status.ONGOING,
    Status.NOT_STARTED,
    Status.DELAYED,
    Status.ON_HOLD,
    Status.CANCELLED,
    None,
)
"""The statuses along a bar, from done to given up; None is a status that could not be read."""
_UNREAD = "? no status"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """The milestones of one status in a strand."""

    status: Status | None
    count: int

    @property
    def mark(self) -> str:
        """Letter and shape, with the count: "C ● 3"."""
        return f"{'?' if self.status is None else self.status.mark} {self.count}"

    @property
    def words(self) -> str:
        """Count and status: "3 complete"."""
        return f"{self.count} {self.status.value if self.status is not None else 'without a status'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One strand: the cell of its first milestone, its verdict and direction, and its segments in order."""

    cell: CellRef
    name: str
    count: int
    overdue: int
    rag: Rag
    direction: Direction | None
    segments: tuple[Segment, ...]

    @property
    def counts(self) -> str:
        """How many milestones, and where the strand is going if that is known."""
        count = counted(self.count, "milestone")
        return count if self.direction is None else f"{count} · {self.direction.value}"

    @property
    def late(self) -> str:
        """How many are overdue; empty where none is."""
        return f"{self.overdue} overdue" if self.overdue else ""

    @property
    def told(self) -> str:
        """The counts of its statuses in words, and how many are overdue."""
        told = ", ".join(segment.words for segment in self.segments)
        return f"{told}; {self.late or 'none overdue'}"

    @property
    def words(self) -> str:
        """Everything that is said of it."""
        verdict = f"{self.rag.shape} {self.rag.letter} {self.rag.value}"
        return f"{self.name}\n{verdict} · {self.counts}\n{self.told}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """The strands in the order of the plan, over a scale from 0 to `most` milestones."""

    title: str
    subtitle: str
    legend: str
    bars: tuple[Bar, ...]
    most: int

    @property
    def summary(self) -> str:
        """All of it in sentences, for those who can't see it."""
        told = (". ".join(bar.words.split("\n")) for bar in self.bars)
        return " ".join(f"{sentence}." for sentence in (self.title, self.subtitle, *told))


def portfolio(milestones: Iterable[Milestone], as_at: dt.date, since: Version | None = None) -> Portfolio:
    """The strands of a plan, judged as at a date; each moved since an earlier version where there is one.

    Both are judged as at the same date, so that what was done moves a strand, not the calendar.
    """
    own = [each for each in milestones if each.text.strip()]
    cells: dict[str, CellRef] = {}
    for milestone in own:
        cells.setdefault(milestone.strand, milestone.cell)
    then = () if since is None else standings(since.contents.milestones, as_at)
    bars = tuple(_bar(each, cells, direction(each, earlier_of(each, then))) for each in standings(own, as_at))
    found = {segment.status for bar in bars for segment in bar.segments}
    late = sum(bar.overdue for bar in bars)
    counted = f"{len(own)} milestones · {late} overdue · as at {as_at:%d/%m/%Y}"
    moved = "" if since is None else f" · set against {since.name} ({since.reported:%d/%m/%Y})"
    return Portfolio(
        title="The strands of the plan",
        subtitle=f"{counted}{moved}",
        legend="   ".join(_UNREAD if one is None else f"{one.mark} {one}" for one in ORDER if one in found),
        bars=bars,
        most=max((bar.count for bar in bars), default=1),
    )


def _bar(standing: Standing, cells: Mapping[str, CellRef], moved: Direction | None) -> Bar:
    counts = standing.statuses
    return Bar(
        cell=cells[standing.strand],
        name=" ".join(standing.strand.split()) or "Milestones without a strand",
        count=standing.count,
        overdue=standing.overdue,
        rag=standing.rag,
        direction=moved,
        segments=tuple(Segment(status=one, count=counts[one]) for one in ORDER if counts.get(one)),
    )
