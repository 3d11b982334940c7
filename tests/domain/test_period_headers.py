"""Headers of periods in the styles that councils use."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.domain.dates import Precision, find_dates, read_real_date
from desktop.domain.due_dates import read_due
from desktop.domain.periods import Kind, is_dated, read_kind, read_period, says_kind


@pytest.mark.parametrize(
    ("header", "label", "end", "kind"),
    [
        ("1998/99 Out-turn", "1998/99", dt.date(1999, 3, 31), Kind.OUTTURN),
        ("2012/13 Achieved", "2012/13", dt.date(2013, 3, 31), Kind.OUTTURN),
        ("Est. 2012-13", "2012-13", dt.date(2013, 3, 31), Kind.PROVISIONAL),
        ("2022–23", "2022–23", dt.date(2023, 3, 31), Kind.OUTTURN),
        ("FY 2012/13", "FY 2012/13", dt.date(2013, 3, 31), Kind.OUTTURN),
        ("AY 2009/10", "AY 2009/10", dt.date(2010, 8, 31), Kind.OUTTURN),
        ("As at 31/3/01", "As at 31/3/01", dt.date(2001, 3, 31), Kind.OUTTURN),
        ("Year ending 31 March 2012", "Year ending 31 March 2012", dt.date(2012, 3, 31), Kind.OUTTURN),
        ("2010/11 Target (revised)", "2010/11 (revised)", dt.date(2011, 3, 31), Kind.PLANNED),
        ("2012/13 Q3", "2012/13 Q3", dt.date(2012, 12, 31), Kind.OUTTURN),
        ("Q4 12/13 target", "Q4 12/13", dt.date(2013, 3, 31), Kind.PLANNED),
        ("Mar '12 plan", "Mar '12", dt.date(2012, 3, 31), Kind.PLANNED),
        ("Spring term 12", "Spring term 12", dt.date(2012, 3, 31), Kind.OUTTURN),
        ("2012-03-31", "2012-03-31", dt.date(2012, 3, 31), Kind.OUTTURN),
    ],
)
def test_a_header_names_a_period(header: str, label: str, end: dt.date, kind: Kind) -> None:
    period = read_period(header)
    assert period is not None
    assert (period.label, period.end, period.kind) == (label, end, kind)


@pytest.mark.parametrize(
    "header", ["Target", "Target date", "Notes 3", "Status at 31/3/12", "Plan 04", "2012/14"]
)
def test_a_header_names_no_period(header: str) -> None:
    assert read_period(header) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Outturn", Kind.OUTTURN),
        (" (TARGET) ", Kind.PLANNED),
        ("2012/13 Target", None),
        ("Target date", None),
    ],
)
def test_a_text_may_be_a_word_for_a_kind_and_nothing_else(text: str, kind: Kind | None) -> None:
    assert read_kind(text) is kind


def test_a_header_says_its_kind_or_does_not() -> None:
    assert says_kind("2012/13 target")
    assert not says_kind("2012/13")


@pytest.mark.parametrize(
    "text", ["2012", "12/13", "31.3.12", "Sept '12", "Autumn 12", "summer term 12", "Mar-12"]
)
def test_what_is_dated_passes_the_quick_test(text: str) -> None:
    assert is_dated(text)


@pytest.mark.parametrize("text", ["", "Status", "Project 12", "120", "20120", "90% attendance"])
def test_what_is_not_dated_fails_the_quick_test(text: str) -> None:
    assert not is_dated(text)


def test_a_real_date_that_shows_its_month_alone_means_the_month() -> None:
    first = dt.date(2012, 9, 1)
    assert read_real_date(first, "Sep-12") == (dt.date(2012, 9, 30), Precision.MONTH)
    assert read_real_date(first, "01/09/2012") == (first, Precision.DAY)
    assert read_real_date(first, "Oct-12") == (first, Precision.DAY)
    assert read_due("Sep-12", date=first).latest == dt.date(2012, 9, 30)


def test_a_date_with_the_year_first_is_read() -> None:
    assert [found.date for found in find_dates("by 2012-09-30")] == [dt.date(2012, 9, 30)]
    assert find_dates("2012-13-30") == ()
