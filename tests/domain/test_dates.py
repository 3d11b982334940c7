import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.dates import Precision, find_dates, full_year, month_end, sole_date

DATE_TEXTS = st.lists(
    st.sampled_from(
        ["31", "2", "12", "2012", "'12", "9999", "0000", "/", "-", ".", " ", "March", "sept", "mid-",
         "end of ", "Q3", "Spring", "term", "winter", "st", "th", "of", ",", "Revised to", "x", "²", "\n"]
    ),
    max_size=10,
).map("".join)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "date", "precision"),
    [
        ("30/09/12", (2012, 9, 30), Precision.DAY),
        ("31/3/2012 (for the 3 pilots)", (2012, 3, 31), Precision.DAY),
        ("29/2/ 2012.", (2012, 2, 29), Precision.DAY),
        ("30/04/2012 .", (2012, 4, 30), Precision.DAY),
        ("1.4.2012", (2012, 4, 1), Precision.DAY),
        ("1-4-12", (2012, 4, 1), Precision.DAY),
        ("31st March 2012", (2012, 3, 31), Precision.DAY),
        ("April 18th 2011", (2011, 4, 18), Precision.DAY),
        ("Dec. 11, 2012", (2012, 12, 11), Precision.DAY),
        ("1st of April, 2012", (2012, 4, 1), Precision.DAY),
        ("G) December 2012", (2012, 12, 31), Precision.MONTH),
        ("Sept 2012", (2012, 9, 30), Precision.MONTH),
        ("Sept '12", (2012, 9, 30), Precision.MONTH),
        ("Sept ’12", (2012, 9, 30), Precision.MONTH),
        ("Feb. 2012", (2012, 2, 29), Precision.MONTH),
        ("by January 2012", (2012, 1, 31), Precision.MONTH),
        ("Completed by Mar 13", (2013, 3, 31), Precision.MONTH),
        ("mid-December 2012", (2012, 12, 15), Precision.MONTH),
        ("end-Oct 2012", (2012, 10, 31), Precision.MONTH),
        ("end of Oct 2012", (2012, 10, 31), Precision.MONTH),
        ("March 2013 - ongoing", (2013, 3, 31), Precision.MONTH),
        ("Q1 2012/13", (2012, 6, 30), Precision.QUARTER),
        ("Q3 2012/13", (2012, 12, 31), Precision.QUARTER),
        ("Q4 2012-2013", (2013, 3, 31), Precision.QUARTER),
        ("Autumn term 2012", (2012, 12, 31), Precision.TERM),
        ("Spring term 2012", (2012, 3, 31), Precision.TERM),
        ("summer term '12", (2012, 7, 31), Precision.TERM),
        ("Spring 2012", (2012, 5, 31), Precision.SEASON),
        ("Summer 2012", (2012, 8, 31), Precision.SEASON),
        ("Autumn 2012", (2012, 11, 30), Precision.SEASON),
        ("Winter 2011", (2012, 2, 29), Precision.SEASON),
    ],
)
def test_reads_dates_as_officers_write_them(
    text: str, date: tuple[int, int, int], precision: Precision
) -> None:
    (found,) = find_dates(text)
    assert (found.date, found.precision) == (dt.date(*date), precision)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ongoing",
        "TBC",
        "38/04/2019",
        "30/02/2012",
        "31 April 2012",
        "April 31st 2012",
        "24/7/365",
        "131/03/2012",
        "01/01/0000",
        "31/3/0201",
        "winter 9999",
        "2010/11",
        "March",
        "by March 31st",
        "QP 2.3.5",
        "Q5 2012/13",
    ],
)
def test_reads_no_date_where_there_is_none(text: str) -> None:
    assert find_dates(text) == ()


def test_finds_every_date_with_its_words_and_place() -> None:
    text = "28/2/12; Revised to Sept 2012"
    assert [(found.raw, text[found.start : found.end]) for found in find_dates(text)] == [
        ("28/2/12", "28/2/12"),
        ("Sept 2012", "Sept 2012"),
    ]


def test_two_digits_are_this_century_unless_told_otherwise() -> None:
    assert find_dates("31/3/98")[0].date.year == 2098
    assert find_dates("31/3/98", 70)[0].date.year == 1998
    assert find_dates("31/3/69", 70)[0].date.year == 2069


@pytest.mark.parametrize(
    ("text", "year"), [("12", 2012), ("'12", 2012), ("’12", 2012), ("1998", 1998), ("0012", 12)]
)
def test_a_year_of_four_digits_is_meant(text: str, year: int) -> None:
    assert full_year(text) == year


def test_a_month_ends_on_its_last_day() -> None:
    assert month_end(2012, 2) == dt.date(2012, 2, 29)


@given(
    st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)),
    st.sampled_from(("%d/%m/%Y", "%d/%m/%y", "%d %B %Y", "%d-%b-%y")),
)
def test_a_date_is_read_as_it_is_written(date: dt.date, form: str) -> None:
    (found,) = find_dates(f"by {date.strftime(form)}.")
    assert (found.date, found.precision) == (date, Precision.DAY)


@given(DATE_TEXTS | st.text())
def test_no_text_makes_it_fail(text: str) -> None:
    found = find_dates(text)
    assert all(text[each.start : each.end] == each.raw for each in found)
    assert [each.start for each in found] == sorted(each.start for each in found)


@pytest.mark.parametrize("text", ["31/3/2012", "March 2012", "mid-March 2012"])
def test_a_text_that_is_one_date_is_that_date(text: str) -> None:
    found = sole_date(text)
    assert found is not None
    assert found == find_dates(text)[0]


@pytest.mark.parametrize(
    "text", ["", "soon", "31/3/2012 at the latest", " 31/3/2012", "31/3/2012 or 30/6/2012"]
)
def test_a_text_that_says_more_is_no_date_alone(text: str) -> None:
    assert sole_date(text) is None


def test_a_date_alone_keeps_to_the_century_that_is_meant() -> None:
    found = sole_date("31/3/98", 50)
    assert found is not None
    assert found.date == dt.date(1998, 3, 31)
