"""How the strands of a plan stand: by status, what is overdue, and a verdict with its direction."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.plan import Status
from desktop.domain.ratings import Rag
from desktop.progress.identity import strand_key
from desktop.projection.status import Direction

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from desktop.domain.plan import Milestone

_HELD_UP = {Status.DELAYED, Status.ON_HOLD}
_BETTER = (Rag.RED, Rag.AMBER, Rag.GREEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The milestones of one strand: how many of each status (None: no status read), and how many overdue."""

    strand: str
    statuses: Mapping[Status | None, int]
    overdue: int

    @property
    def count(self) -> int:
        """How many milestones there are."""
        return sum(self.statuses.values())

    @property
    def complete(self) -> int:
        """How many of them are complete."""
        return self.statuses.get(Status.COMPLETE, 0)

    @property
    def rag(self) -> Rag:
        """Red where a milestone is overdue, amber where one is delayed or on hold, else green."""
        if self.overdue:
            return Rag.RED
        return Rag.AMBER if any(self.statuses.get(status) for status in _HELD_UP) else Rag.GREEN


def standings(milestones: Iterable[Milestone], as_at: dt.date) -> tuple[Standing, ...]:
    """One for each strand, in the order of the plan; rows without a milestone's text are not counted."""
    strands: dict[str, list[Milestone]] = {}
    for milestone in milestones:
        if milestone.text.strip():
            strands.setdefault(milestone.strand, []).append(milestone)
    return tuple(
        Standing(
            strand=strand,
            statuses=Counter(milestone.status.status for milestone in own),
            overdue=sum(bool(milestone.days_overdue(as_at)) for milestone in own),
        )
        for strand, own in strands.items()
    )


def earlier_of(standing: Standing, earlier: Iterable[Standing]) -> Standing | None:
    """How the same strand stood earlier; None where there was none of its number or name."""
    key = strand_key(standing.strand)
    return next((one for one in earlier if strand_key(one.strand) == key), None)


def direction(standing: Standing, earlier: Standing | None) -> Direction | None:
    """Where a strand moved: by its verdict, then by how many are overdue, then by the share complete."""
    if earlier is None:
        return None
    before, now = _rank(earlier), _rank(standing)
    if now == before:
        return Direction.STEADY
    return Direction.IMPROVING if now > before else Direction.WORSENING


def _rank(standing: Standing) -> tuple[int, int, float]:
    share = standing.complete / standing.count  # a strand without milestones has no standing
    return _BETTER.index(standing.rag), -standing.overdue, share
