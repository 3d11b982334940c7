"""A strand's timeline, before anything is drawn."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.charts import strand
from desktop.charts.strand import plan_picture, strand_picture
from desktop.domain.due_dates import DueReading, named_dates

if TYPE_CHECKING:
    from desktop.domain.plan import Milestone
    from tests.charts.conftest import MakeMilestone

AS_AT = dt.date(2012, 10, 31)


def test_a_row_tells_status_due_date_and_slippage_in_words(make_milestone: MakeMilestone) -> None:
    milestone = make_milestone(due="31/03/2012 (Revised to Sept '12)")
    (row,) = strand_picture(milestone, [milestone], AS_AT).rows
    assert row.status == "T ◔ on track · overdue"
    assert row.words == "due 30/09/2012 · slipped 183 days"
    assert (row.first, row.latest) == (dt.date(2012, 3, 31), dt.date(2012, 9, 30))
    assert row.late
    assert row.full.startswith("1B Teams to be up and running across the city\nT ◔")


@pytest.mark.parametrize(
    ("due", "words"),
    [
        ("", "no due date"),
        ("in due course", "due “in due course”: no date can be read"),
        ("30/11/12", "due 30/11/2012"),
        ("30/11/12; Revised to 1/12/12", "due 01/12/2012 · slipped 1 day"),
    ],
)
def test_a_due_date_in_words(make_milestone: MakeMilestone, due: str, words: str) -> None:
    milestone = make_milestone(due=due)
    assert strand_picture(milestone, [milestone], AS_AT).rows[0].words == words


def test_a_revision_without_a_first_date_stands_alone(make_milestone: MakeMilestone) -> None:
    milestone = make_milestone(due="Revised to Sept 2012")
    row = strand_picture(milestone, [milestone], AS_AT).rows[0]
    assert row.first == row.latest == dt.date(2012, 9, 30)


@pytest.mark.parametrize("status", ["COMPLETE", "CANCELLED"])
def test_what_is_closed_is_not_overdue(make_milestone: MakeMilestone, status: str) -> None:
    milestone = make_milestone(status=status)
    assert not strand_picture(milestone, [milestone], AS_AT).rows[0].late


def test_a_strand_has_its_own_milestones_that_have_a_text(make_milestone: MakeMilestone) -> None:
    chosen = make_milestone(status="")
    others = [make_milestone(" "), make_milestone("Another"), make_milestone("Elsewhere", strand="2. Care")]
    picture = strand_picture(chosen, [chosen, *others], AS_AT)
    assert [row.text for row in picture.rows] == [chosen.text, "Another"]
    assert picture.chosen == 0
    assert picture.rows[0].status == "no status · overdue"
    assert picture.title == "1. Prevention & Early Intervention"
    assert picture.subtitle == "2 milestones · 2 overdue · as at 31/10/2012"
    assert "Another: T ◔ on track · overdue, due 30/09/2012." in picture.summary


def test_of_a_long_strand_only_rows_that_are_asked_for_are_made_and_those_around_the_chosen_one_told(
    make_milestone: MakeMilestone, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = [make_milestone(f"Milestone {number}.") for number in range(200)]
    made: list[int] = []
    plain = strand._row

    def counted(milestone: Milestone, as_at: dt.date, *, stranded: bool) -> strand.Row:
        made.append(milestone.row)
        return plain(milestone, as_at, stranded=stranded)

    monkeypatch.setattr(strand, "_row", counted)
    picture = strand_picture(many[100], many, AS_AT)
    assert len(picture.rows) == 200
    assert len(made) == 41
    assert picture.chosen == 100
    assert [row.text for row in picture.rows[98:100]] == ["Milestone 98.", "Milestone 99."]
    assert picture.subtitle == "200 milestones · 200 overdue · as at 31/10/2012"
    assert "Milestone 80.: " in picture.summary
    assert "Milestone 79.: " not in picture.summary
    assert picture.summary.endswith("These are the 41 milestones around the chosen one.")


def test_a_milestone_outside_any_strand_is_named_by_its_text_alone(make_milestone: MakeMilestone) -> None:
    milestone = make_milestone(strand="", ref="")
    picture = strand_picture(milestone, [milestone], AS_AT)
    assert picture.title == "Milestones without a strand"
    assert picture.rows[0].subject == "Adopt the findings of the review"
    assert picture.subtitle.startswith("1 milestone ·")


@pytest.mark.parametrize("due", ["30/09/12", "30/09/14", "30/09/22", "31/12/9999"])
def test_ticks_are_few_and_within_the_span(make_milestone: MakeMilestone, due: str) -> None:
    milestone = make_milestone(due=due)
    picture = strand_picture(milestone, [milestone], AS_AT)
    latest = picture.rows[0].latest
    assert latest is not None
    assert picture.start <= latest <= picture.end
    dates = [date for date, _ in picture.ticks]
    assert dates == sorted(set(dates))
    assert 1 <= len(dates) <= 8 or due.endswith("9999")
    assert all(picture.start <= date <= picture.end for date in dates)


@pytest.mark.parametrize(
    ("dues", "inside"),
    [
        (["30/09/12"], True),
        (["30/09/13"], True),
        (["30/11/13"], False),
        (["31/10/11"], True),
        (["30/09/11"], False),
        (["31/12/07", "30/09/10"], False),
        (["31/12/05", "30/09/10"], True),
    ],
)
def test_an_as_at_date_far_from_the_due_dates_does_not_squeeze_them(
    make_milestone: MakeMilestone, dues: list[str], *, inside: bool
) -> None:
    milestones = [make_milestone(due=due) for due in dues]
    picture = strand_picture(milestones[0], milestones, AS_AT)
    assert picture.dated
    assert (picture.start <= AS_AT <= picture.end) is inside
    assert all(picture.start <= row.latest <= picture.end for row in picture.rows if row.latest)


def test_without_a_date_there_is_no_axis(make_milestone: MakeMilestone) -> None:
    milestones = [make_milestone(due=due) for due in ("", "in due course")]
    picture = strand_picture(milestones[0], milestones, AS_AT)
    assert not picture.dated
    assert picture.ticks == ()
    assert picture.start < picture.end


def test_a_whole_plan_names_the_strand_of_each_row_and_one_strand_does_not(
    make_milestone: MakeMilestone,
) -> None:
    many = [make_milestone(), make_milestone(" "), make_milestone(strand="2. Care", status="COMPLETE")]
    whole = plan_picture(many, AS_AT)
    assert whole.title == "The whole plan"
    assert [row.status for row in whole.rows] == [
        "T ◔ on track · overdue · 1. Prevention & Early Intervention",
        "C ● complete · 2. Care",
    ]
    assert whole.subtitle == "2 milestones · 1 overdue · as at 31/10/2012"
    care = plan_picture(many, AS_AT, "2. Care")
    assert (care.title, [row.status for row in care.rows]) == ("2. Care", ["C ● complete"])
    assert plan_picture([make_milestone(strand="")], AS_AT, "").title == "Milestones without a strand"


def test_a_plan_without_milestones_has_no_rows(make_milestone: MakeMilestone) -> None:
    picture = plan_picture([make_milestone("")], AS_AT)
    assert len(picture.rows) == 0
    assert picture.start < AS_AT < picture.end


@pytest.mark.parametrize(
    ("as_at", "words"), [("2012-08-01", "next date 31/10/2012"), ("2013-01-01", "last date 31/10/2012")]
)
def test_dates_in_a_text_are_spanned_and_nothing_is_overdue_by_them(
    make_milestone: MakeMilestone, as_at: str, words: str
) -> None:
    named = DueReading(raw="", named=named_dates("Brief by May 2012, deliver by October 2012"))
    milestone = replace(make_milestone(due=""), due=named)
    picture = strand_picture(milestone, [milestone], dt.date.fromisoformat(as_at))
    (row,) = picture.rows
    assert (row.first, row.latest) == (dt.date(2012, 5, 31), dt.date(2012, 10, 31))
    assert (row.words, row.late) == (words, False)
    assert picture.start == dt.date(2012, 5, 1)
