"""Changes in an officer's words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from desktop.domain.indicators import Indicator
from desktop.domain.plan import Milestone
from desktop.domain.targets import Target
from desktop.progress.changes import compare
from desktop.progress.telling import slip_words, told
from tests.domain.build import contents, indicator, milestone, target

PLAN = ("31/3/01 Planned", "80")


Records = Sequence[Indicator | Milestone | Target]


def lines(old: Records, new: Records) -> list[str]:
    return [one.line for one in told(compare(contents(*old), contents(*new)))]


def test_a_status_and_a_date() -> None:
    old = [milestone("Team in place", status="ONGOING", due="31/03/12")]
    new = [milestone("Team in place", status="COMPLETE", due="1/7/12")]
    assert lines(old, new) == [
        "3B Team in place: status: ONGOING → COMPLETE (completed)",
        "3B Team in place: due date: 31/03/12 → 1/7/12 (slipped 92 days)",
    ]


def test_the_cell_is_that_of_the_field_where_it_stands_now() -> None:
    first, second = told(
        compare(
            contents(milestone("Team in place for the panel", status="ONGOING", row=5)),
            contents(milestone("Team in place for panels", status="DONE", row=7)),
        )
    )
    assert (str(first.cell), str(second.cell)) == ("Plan!D7", "Plan!C7")
    assert second.what == "wording"


def test_new_and_dropped() -> None:
    old: Records = [
        milestone("Audit of case files", project="Files", ref=""),
        indicator(PLAN),
        target("9", None),
    ]
    new: Records = [milestone("Twelve carers approved", project="Carers", ref="D"), old[1], old[2]]
    found = lines(old, new)
    assert found == ["3D Twelve carers approved: new", "Files Audit of case files: dropped"]


def test_values_and_the_status_they_lead_to() -> None:
    old = [indicator(("31/3/01 Outturn", "70"), PLAN)]
    new = [indicator(("31/3/01 Outturn", "81"), PLAN)]
    assert lines(old, new) == ["PAF C20: 31/3/01 outturn: 70 → 81 (status R ■ → G ●)"]
    bare = [indicator(("31/3/01 Outturn", ""), PLAN)]
    assert lines(bare, new) == ["PAF C20: 31/3/01 outturn: blank → 81 (status not judged → G ●)"]


def test_a_value_that_arrived() -> None:
    old, new = [indicator(("1998/99 Outturn", ""))], [indicator(("1998/99 Outturn", "70"))]
    assert lines(old, new) == ["PAF C20: 1998/99 outturn: blank → 70 (arrived)"]
    assert lines(new, old) == ["PAF C20: 1998/99 outturn: 70 → blank"]


def test_targets() -> None:
    date = dt.date(2012, 3, 31)
    old, new = target("80", date, date_raw="31/3/12"), target("85", date, date_raw="31/3/12")
    assert lines([old], [new]) == ["PAF C20, 85 by 31/3/12: value: 80 → 85"]
    assert lines([old], []) == ["PAF C20, 80 by 31/3/12: dropped"]
    assert lines([], [old]) == ["PAF C20, 80 by 31/3/12: new"]


def test_indicators_new_and_dropped() -> None:
    one, other = indicator(PLAN, code="QP 1"), indicator(PLAN, code="QP 2")
    assert lines([one], [one, other]) == ["QP 2: new"]
    assert lines([one, other], [one]) == ["QP 2: dropped"]


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, ""), (1, "slipped 1 day"), (1200, "slipped 1,200 days"), (-2, "brought forward 2 days")],
)
def test_how_far_a_date_moved(days: int, words: str) -> None:
    assert slip_words(days) == words
