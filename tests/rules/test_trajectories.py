import datetime as dt

import pytest

from desktop.domain.cells import CellRef
from desktop.domain.findings import Severity
from desktop.domain.indicators import Indicator, IndicatorValue, Measure
from desktop.domain.periods import Kind, Period
from desktop.domain.values import read_value
from tests.domain.build import AROUND_TWENTY, HIGHER, LOWER, NEUTRAL, indicator
from tests.rules.speaking import finding, findings

YEARS = ("1998/99 Outturn", "31/3/00 Provis.", "31/3/01 Planned", "31/3/02 Planned", "31/3/03 Planned")


def of(*raws: str, measure: Measure = HIGHER) -> Indicator:
    return indicator(*zip(YEARS, raws, strict=False), measure=measure)


def test_trj_001_speaks_where_the_plan_ends_worse_than_the_last_actual() -> None:
    found = finding("TRJ-001", of("5.3", "6.5", "7.0", "6.0", "6.0"))
    assert (found.severity, str(found.cell)) == (Severity.QUERY, "Indicators!H5")
    assert found.message == (
        "The plan ends worse than the last actual: 6.0 at 31/3/03 after 6.5 at 31/3/00 "
        "(higher is better). Explain why, or mend it."
    )


def test_trj_001_speaks_of_a_range_that_is_left() -> None:
    assert "(nearer 20 is better)" in finding("TRJ-001", of("10", "18", "25", measure=AROUND_TWENTY)).message


@pytest.mark.parametrize(
    "subject",
    [
        of("5.3", "6.5", "6.0", "6.2", "6.5"),
        of("22.7", "13.6", "17.0", "14.0", "13.0", measure=LOWER),
        of("337", "322", "348", "300", "200", measure=NEUTRAL),
        of("N/A", "?", "85", "80"),
        of("50", "60"),
    ],
)
def test_trj_001_is_silent_otherwise(subject: Indicator) -> None:
    assert not findings("TRJ-001", subject)


def test_trj_001_is_silent_about_a_plan_that_is_over() -> None:
    assert not findings("TRJ-001", indicator(("31/3/01 Planned", "50"), ("31/3/02 Outturn", "60")))
    assert not findings("TRJ-001", indicator(("31/3/02 Planned", "50"), ("31/3/02 Outturn", "60")))


def test_trj_002_speaks_of_the_first_planned_value_after_the_last_actual() -> None:
    found = finding("TRJ-002", of("22.7", "13.6", "17.0", "15.0", "14.0", measure=LOWER))
    assert (found.severity, str(found.cell)) == (Severity.QUERY, "Indicators!F5")
    assert found.message == (
        "The plan goes back: 17.0 at 31/3/01 after 13.6 at 31/3/00 (lower is better). "
        "Explain why, or mend it."
    )


def test_trj_002_speaks_of_every_step_back() -> None:
    found = findings("TRJ-002", of("50", "60", "55", "70", "65"))
    assert [str(each.cell) for each in found] == ["Indicators!F5", "Indicators!H5"]


def test_trj_002_speaks_where_there_is_no_actual() -> None:
    assert finding("TRJ-002", of("N/A", "", "60", "70", "65")).cell.a1 == "H5"


def test_trj_002_holds_the_first_planned_value_against_what_was_known_before_it() -> None:
    subject = indicator(
        ("31/3/00 Outturn", "50"),
        ("31/3/01 Outturn", "70"),
        ("31/3/01 Planned", "60"),
        ("31/3/02 Planned", "65"),
    )
    assert not findings("TRJ-002", subject)


@pytest.mark.parametrize(
    "subject",
    [
        of("50", "60", "60", "70", "70"),
        of("11.8", "7.5", "7.0", "5.0", "4.0", measure=LOWER),
        of("337", "322", "300", "348", "200", measure=NEUTRAL),
        of("50", "60"),
        of("50", "60", "soon", "61"),
    ],
)
def test_trj_002_is_silent_where_no_step_goes_back(subject: Indicator) -> None:
    assert not findings("TRJ-002", subject)


def test_figures_that_look_alike_are_told_apart() -> None:
    values = tuple(
        IndicatorValue(
            period=Period(label=label, end=dt.date(year, 3, 31), kind=Kind.PLANNED),
            cell=CellRef(sheet="Indicators", row=5, column=year - 2000),
            value=read_value("13.6", number),
        )
        for label, year, number in (("31/3/01", 2001, 13.64), ("31/3/02", 2002, 13.58))
    )
    subject = indicator(("31/3/00 Provis.", "13.6"))
    subject = Indicator(
        code=subject.code,
        name=subject.name,
        group=subject.group,
        measure=HIGHER,
        table=subject.table,
        cell=subject.cell,
        values=values,
    )
    assert "13.58 at 31/3/02 after 13.64 at 31/3/01" in finding("TRJ-002", subject).message
