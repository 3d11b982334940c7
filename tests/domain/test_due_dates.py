import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.dates import Precision
from desktop.domain.due_dates import DueReading, FoundIn, named_dates, read_due


def revisions(reading: DueReading) -> list[tuple[str, str]]:
    return [(revision.raw, revision.found_in) for revision in reading.revised]


def test_reads_the_date_and_keeps_the_words() -> None:
    reading = read_due("31/3/2012 (for the 3 pilots)")
    assert reading.due is not None
    assert (reading.raw, reading.due.raw, reading.due.date) == (
        "31/3/2012 (for the 3 pilots)",
        "31/3/2012",
        dt.date(2012, 3, 31),
    )
    assert (reading.revised, reading.latest, reading.slippage) == ((), dt.date(2012, 3, 31), 0)


@pytest.mark.parametrize(
    ("raw", "revised"),
    [
        ("28/2/12; Revised to Sept 2012", "Sept 2012"),
        ("31/03/2012 (Revised to Sept '12)", "Sept '12"),
        ("31/03/2012 revised date: 30/9/12", "30/9/12"),
        ("31/03/2012, revised due date is Sept 2012", "Sept 2012"),
        ("31/3/12; rev. Sept 12", "Sept 12"),
        ("31/3/12 (Rev. to 30/9/12)", "30/9/12"),
    ],
)
def test_reads_a_revision_in_the_due_column(raw: str, revised: str) -> None:
    reading = read_due(raw)
    assert revisions(reading) == [(revised, FoundIn.DUE)]
    assert reading.due is not None
    assert reading.latest == dt.date(2012, 9, 30)
    assert reading.slippage == (dt.date(2012, 9, 30) - reading.due.date).days


def test_reads_revisions_from_the_text_and_then_the_comments() -> None:
    reading = read_due(
        "27/01/2012",
        text="Training delivered Revised date 31/3/2012",
        comments="On hold. Revised target date September 2012",
    )
    assert revisions(reading) == [("31/3/2012", FoundIn.TEXT), ("September 2012", FoundIn.COMMENTS)]
    assert reading.slippage == 247


def test_a_revision_without_its_date_is_none() -> None:
    comments = "Date for implementation revised to allow new Deputy Director to review plans by Sept 2012"
    assert read_due("31/03/12", comments=comments).revised == ()


def test_a_date_in_the_text_that_revises_nothing_is_no_revision() -> None:
    assert read_due("", text="Live by April 2012").latest is None


def test_a_real_date_stands_before_its_text() -> None:
    reading = read_due("41000", date=dt.date(2012, 4, 1))
    assert reading.due is not None
    assert (reading.due.date, reading.due.precision, reading.due.raw) == (
        dt.date(2012, 4, 1),
        Precision.DAY,
        "41000",
    )


@pytest.mark.parametrize("raw", ["31/3/12 to 30/9/12", "31/3/12; rev 30/9/12", "31/3/12, prev. 30/9/12"])
def test_only_words_of_revising_make_a_second_date_a_revision(raw: str) -> None:
    assert read_due(raw).revised == ()


@pytest.mark.parametrize("raw", ["", "Ongoing", "TBC", "38/04/2019"])
def test_what_holds_no_date_is_due_at_none(raw: str) -> None:
    reading = read_due(raw)
    assert (reading.due, reading.latest, reading.slippage) == (None, None, 0)


def test_a_revision_of_nothing_is_still_the_latest_word() -> None:
    reading = read_due("Revised to Sept 2012")
    assert (reading.due, reading.latest, reading.slippage) == (None, dt.date(2012, 9, 30), 0)


def test_a_revision_to_an_earlier_day_slips_nothing() -> None:
    assert read_due("31/03/2012 (revised to 1/3/2012)").slippage == 0


def test_dates_that_a_text_names_come_in_their_order_each_once() -> None:
    found = named_dates("• Models by April 2012\n• Briefings by Oct 2011.\n• Resources by April 2012")
    assert [(one.date, one.precision, one.raw) for one in found] == [
        (dt.date(2011, 10, 31), Precision.MONTH, "Oct 2011"),
        (dt.date(2012, 4, 30), Precision.MONTH, "April 2012"),
    ]
    assert named_dates("In due course") == ()


@pytest.mark.parametrize(
    ("as_at", "coming"),
    [
        (dt.date(2011, 10, 31), dt.date(2011, 10, 31)),
        (dt.date(2011, 11, 1), dt.date(2012, 4, 30)),
        (dt.date(2012, 5, 1), None),
    ],
)
def test_the_next_named_date_has_not_passed(as_at: dt.date, coming: dt.date | None) -> None:
    reading = DueReading(raw="", named=named_dates("by Oct 2011, then April 2012"))
    found = reading.next_named(as_at)
    assert (found and found.date) == coming
    assert reading.latest is None


@given(st.text(), st.text(), st.text())
def test_no_text_makes_it_fail(raw: str, text: str, comments: str) -> None:
    reading = read_due(raw, text=text, comments=comments)
    assert reading.raw == raw
    assert reading.slippage >= 0
