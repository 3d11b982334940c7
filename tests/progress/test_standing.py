"""How strands stand, and where they moved."""

from __future__ import annotations

import datetime as dt

from desktop.domain.plan import Status
from desktop.domain.ratings import Rag
from desktop.progress.standing import direction, earlier_of, standings
from desktop.projection.status import Direction
from tests.domain.build import milestone

AS_AT = dt.date(2012, 7, 31)


def test_counts_by_strand_and_status() -> None:
    first, second = standings(
        [
            milestone("a", status="COMPLETE", due="31/03/12"),
            milestone("b", status="ONGOING", due="31/03/12"),
            milestone("", status="", due=""),
            milestone("c", status="On hold", due="31/12/12", strand="4. Placements"),
            milestone("d", status="soon", due="", strand="4. Placements"),
        ],
        AS_AT,
    )
    assert (first.strand, first.statuses, first.overdue, first.rag) == (
        "3. Edge of Care",
        {Status.COMPLETE: 1, Status.ONGOING: 1},
        1,
        Rag.RED,
    )
    assert (second.statuses, second.overdue, second.rag) == ({Status.ON_HOLD: 1, None: 1}, 0, Rag.AMBER)
    assert (first.count, first.complete, second.complete) == (2, 1, 0)


def test_a_strand_with_nothing_overdue_or_held_up_is_green() -> None:
    (only,) = standings([milestone(due="31/12/12")], AS_AT)
    assert only.rag is Rag.GREEN


def test_the_direction_follows_verdict_overdue_and_share_complete() -> None:
    (late,) = standings([milestone("a"), milestone("b")], AS_AT)
    (less,) = standings([milestone("a"), milestone("b", status="DONE")], AS_AT)
    (done,) = standings([milestone("a", status="DONE"), milestone("b", status="DONE")], AS_AT)
    assert direction(less, late) is Direction.IMPROVING
    assert direction(done, less) is Direction.IMPROVING
    assert direction(late, done) is Direction.WORSENING
    assert direction(late, late) is Direction.STEADY
    assert direction(late, None) is None


def test_a_strand_is_found_again_under_another_title() -> None:
    (old,) = standings([milestone(strand="3. Edge of Care")], AS_AT)
    (new,) = standings([milestone(strand="3. On the Edge of Care")], AS_AT)
    assert earlier_of(new, [old]) is old
    assert earlier_of(new, []) is None
