"""What is written in one of the known forms is read as it was meant."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.dates import Precision, find_dates, month_end
from desktop.domain.due_dates import FoundIn, read_due
from desktop.domain.periods import Kind, read_period
from desktop.domain.plan import Status, read_status
from desktop.domain.promises import promise_in
from desktop.domain.values import figure, read_value

if TYPE_CHECKING:
    from collections.abc import Callable

DATES = st.dates(dt.date(2000, 1, 1), dt.date(2098, 12, 31))
DAY_FORMS = st.sampled_from(
    (
        "{0:%d/%m/%y}",
        "{0:%d/%m/%Y}",
        "{0.day}/{0.month}/ {0.year}.",
        "{0:%d %B %Y}",
        "{0:%B} {0.day}th {0.year}",
    )
)
MONTH_FORMS = st.sampled_from(("{0:%B %Y}", "{0:%b %Y}", "{0:%b} '{0:%y}", "end-{0:%b %Y}"))
REVISED = st.sampled_from(
    ("; Revised to {}", " (Revised to {})", ", revised date {}", " Revised target date {}")
)


@given(DATES, DAY_FORMS, DATES, MONTH_FORMS, REVISED)
def test_a_due_date_and_its_revision(
    first: dt.date, day: str, later: dt.date, month: str, revised: str
) -> None:
    reading = read_due(day.format(first) + revised.format(month.format(later)))
    assert reading.due is not None
    assert (reading.due.date, reading.due.precision) == (first, Precision.DAY)
    (revision,) = reading.revised
    assert (revision.date, revision.precision) == (month_end(later.year, later.month), Precision.MONTH)
    assert revision.found_in is FoundIn.DUE
    assert reading.latest == max(first, revision.date)


@given(st.integers(2000, 2098), st.integers(1, 4), st.sampled_from(("Q{2} {0}/{1:02}", "Q{2} {0}/{3}")))
def test_a_quarter_of_a_financial_year(year: int, quarter: int, form: str) -> None:
    (found,) = find_dates(form.format(year, (year + 1) % 100, quarter, year + 1))
    end = month_end(year + (quarter == 4), {1: 6, 2: 9, 3: 12, 4: 3}[quarter])
    assert (found.date, found.precision) == (end, Precision.QUARTER)


@given(st.integers(2000, 2098), st.sampled_from((("Spring", 3, 31), ("Summer", 7, 31), ("Autumn", 12, 31))))
def test_a_term(year: int, term: tuple[str, int, int]) -> None:
    name, month, day = term
    (found,) = find_dates(f"{name} term {year}")
    assert (found.date, found.precision) == (dt.date(year, month, day), Precision.TERM)


@given(st.integers(0, 10**7), st.integers(0, 2))
def test_a_percentage_a_ratio_and_an_amount(whole: int, decimals: int) -> None:
    number = whole / 10**decimals
    written = figure(number, decimals)
    for form in ("{}%", "{} %", "{} :1", "{}: 1", "£{}", " {} "):
        assert read_value(form.format(written)).number == number


@given(st.integers(1, 999), st.sampled_from((("k", 1e3), ("M", 1e6), ("m", 1e6), (" million", 1e6))))
def test_an_amount_in_thousands_or_millions(tenths: int, scale: tuple[str, float]) -> None:
    word, times = scale
    read = read_value(f"£{tenths / 10:.1f}{word}").number
    assert read is not None
    assert abs(read - tenths / 10 * times) < 1e-6 * times


@given(
    st.integers(1990, 2040),
    st.sampled_from(
        ((Kind.OUTTURN, "Outturn"), (Kind.PROVISIONAL, "Provisional"), (Kind.PLANNED, "Planned"))
    ),
)
def test_a_financial_year_with_its_kind(year: int, kind: tuple[Kind, str]) -> None:
    what, word = kind
    label = f"{year}/{(year + 1) % 100:02}"
    period = read_period(f"{label} {word}")
    assert period is not None
    assert (period.label, period.end, period.kind) == (label, dt.date(year + 1, 3, 31), what)


@given(st.sampled_from(list(Status)), st.sampled_from((str.upper, str.lower, str.capitalize)))
def test_a_status_in_any_case(status: Status, case: Callable[[str], str]) -> None:
    assert read_status(f" {case(status.value)} ").named == (status,)


@given(st.integers(2, 99_999), DATES, DAY_FORMS)
def test_a_number_promised_by_a_date(number: int, date: dt.date, form: str) -> None:
    promise = promise_in(f"{number:,} families to be reached by {form.format(date)}")
    assert promise is not None
    assert (promise.figure, promise.date.date) == (f"{number:,}", date)
