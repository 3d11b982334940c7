import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.periods import Kind, read_period


@pytest.mark.parametrize(
    ("header", "label", "end", "kind"),
    [
        ("1998/99 Outturn", "1998/99", (1999, 3, 31), Kind.OUTTURN),
        ("1998/99", "1998/99", (1999, 3, 31), Kind.OUTTURN),
        ("1999-2000", "1999-2000", (2000, 3, 31), Kind.OUTTURN),
        ("98/99 Actual", "98/99", (1999, 3, 31), Kind.OUTTURN),
        ("99/00", "99/00", (2000, 3, 31), Kind.OUTTURN),
        ("31/3/00 Provisional", "31/3/00", (2000, 3, 31), Kind.PROVISIONAL),
        ("31/3/00\nProvis.", "31/3/00", (2000, 3, 31), Kind.PROVISIONAL),
        ("31/3/01 Planned", "31/3/01", (2001, 3, 31), Kind.PLANNED),
        ("Target 2012/13", "2012/13", (2013, 3, 31), Kind.PLANNED),
        ("Forecast: 2012/13", "2012/13", (2013, 3, 31), Kind.FORECAST),
        ("31/3/98", "31/3/98", (1998, 3, 31), Kind.OUTTURN),
        ("Q3 2012/13", "Q3 2012/13", (2012, 12, 31), Kind.OUTTURN),
        ("09/10 academic year", "09/10 academic year", (2010, 8, 31), Kind.OUTTURN),
        ("2012", "2012", (2012, 12, 31), Kind.OUTTURN),
        ("March 2012 (Planned)", "March 2012", (2012, 3, 31), Kind.PLANNED),
    ],
)
def test_reads_periods_as_tables_label_them(
    header: str, label: str, end: tuple[int, int, int], kind: Kind
) -> None:
    found = read_period(header)
    assert found is not None
    assert (found.label, found.end, found.kind) == (label, dt.date(*end), kind)


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Code",
        "Target",
        "1998/98",
        "2010/12",
        "31/3/00 to 31/3/01",
        "by 31/3/00",
        "38/04/19",
        "1812",
        "9999/00",
    ],
)
def test_reads_no_period_where_there_is_none(header: str) -> None:
    assert read_period(header) is None


def test_a_real_date_is_the_end() -> None:
    found = read_period("Mar-01 Planned", dt.date(2001, 3, 31))
    assert found is not None
    assert (found.label, found.end, found.kind) == ("Mar-01", dt.date(2001, 3, 31), Kind.PLANNED)


def test_outturn_and_provisional_are_actual() -> None:
    assert [kind for kind in Kind if kind.actual] == [Kind.OUTTURN, Kind.PROVISIONAL]


@given(st.text() | st.text(alphabet="0123456789/- '.Qq", max_size=12))
def test_no_text_makes_it_fail(header: str) -> None:
    found = read_period(header)
    assert found is None or found.label in " ".join(header.split())
