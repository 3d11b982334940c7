"""How a plan and its indicators stand, and what changed since an earlier version."""

from __future__ import annotations

import datetime as dt

from desktop.domain.ratings import Rag
from desktop.progress.report import progress
from desktop.progress.telling import Became
from desktop.projection.status import Direction
from tests.domain.build import contents, indicator, milestone

AS_AT = dt.date(2012, 7, 31)
PLAN = ("31/3/01 Planned", "80")


def test_strands_and_indicators_against_an_earlier_version() -> None:
    old = contents(milestone(due="31/03/12"), indicator(("31/3/01 Outturn", "70"), PLAN))
    new = contents(
        milestone(due="31/03/12", status="COMPLETE"),
        milestone("Panel meets", due="31/12/12", strand="4. Placements", row=6),
        indicator(("31/3/00 Outturn", "75"), ("31/3/01 Outturn", "81"), PLAN),
        indicator(PLAN, code="QP 2", row=6),
    )
    found = progress(new, name="new.xlsx", as_at=AS_AT, old=old, since="old.xlsx")
    assert (found.name, found.since, found.as_at) == ("new.xlsx", "old.xlsx", AS_AT)
    assert [(one.standing.rag, one.direction) for one in found.strands] == [
        (Rag.GREEN, Direction.IMPROVING),
        (Rag.GREEN, None),
    ]
    assert [(one.indicator.code, one.now, one.before, one.direction) for one in found.indicators] == [
        ("PAF C20", Rag.GREEN, Rag.RED, Direction.IMPROVING),
        ("QP 2", None, None, None),
    ]
    assert {one.change for one in found.changes} == {Became.CHANGED, Became.NEW}


def test_a_version_that_has_none_before_it() -> None:
    found = progress(contents(milestone(), indicator(PLAN)), name="new.xlsx", as_at=AS_AT)
    assert (found.since, found.changes) == ("", ())
    assert [one.direction for one in found.strands] == [None]
    assert [one.before for one in found.indicators] == [None]


def test_days_that_a_date_moved() -> None:
    old, new = contents(milestone(due="31/03/12")), contents(milestone(due="1/7/12"))
    (slip,) = progress(new, name="", as_at=AS_AT, old=old).changes
    assert (slip.what, slip.days, slip.note) == ("due date", 92, "slipped 92 days")
