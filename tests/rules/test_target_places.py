import datetime as dt

from desktop.domain.findings import Severity
from desktop.domain.indicators import Indicator, Measure
from tests.domain.build import HIGHER, NEUTRAL, indicator, target
from tests.rules.speaking import finding, findings

MARCH = dt.date(2002, 3, 31)


def plan(*raws: str, measure: Measure = HIGHER) -> Indicator:
    headers = ("31/3/01 Planned", "31/3/02 Planned", "31/3/03 Planned")
    return indicator(*zip(headers, raws, strict=False), measure=measure)


def test_trj_006_speaks_of_a_plan_far_better_than_a_target() -> None:
    found = finding("TRJ-006", plan("20", "35"), target("15", MARCH), target("20", MARCH))
    assert (found.severity, str(found.cell)) == (Severity.ADVICE, "Indicators!E5")
    assert found.message == (
        "The plan reads 35 where Section B2 promises only 15 by 31/3/02 (higher is better). "
        "Check that both are up to date and measure the same."
    )


def test_trj_006_speaks_of_the_promise_that_is_surpassed_by_most() -> None:
    rows = [target("20", MARCH, where="", set_by=""), target("15", MARCH, where="", set_by="", row=6)]
    assert "A target promises only 15" in finding("TRJ-006", plan("20", "35"), *rows).message
    assert "A target promises only 15" in finding("TRJ-006", plan("20", "35"), *reversed(rows)).message


def test_trj_006_is_silent_up_to_five_per_cent_and_outside_the_span() -> None:
    assert not findings("TRJ-006", plan("20", "21"), target("20", MARCH))
    assert not findings("TRJ-006", plan("20", "19"), target("20", MARCH))
    assert not findings("TRJ-006", plan("20", "35", measure=NEUTRAL), target("15", MARCH))
    assert not findings("TRJ-006", plan("20", "35"), target("15", dt.date(2004, 1, 1)))


def test_trj_009_speaks_of_an_indicator_that_is_not_there() -> None:
    found = finding("TRJ-009", target("15", MARCH, code="PAF Z9"))
    assert (found.severity, str(found.cell), found.subject) == (Severity.QUERY, "Targets!B5", "PAF Z9")
    assert found.message == (
        "No indicator in this workbook has the code PAF Z9. Correct the code, or add the indicator."
    )


def test_trj_009_speaks_of_a_date_outside_the_planned_span() -> None:
    late = target("15", dt.date(2004, 3, 31))
    assert finding("TRJ-009", plan("20", "35"), late).message == (
        "The target for PAF C20 is due 31/03/2004, but the indicator is planned from 31/3/01 to 31/3/02. "
        "Plan up to that date, or correct it."
    )
    assert "is planned for 31/3/01 only." in finding("TRJ-009", plan("20"), late).message
    assert "has no planned values" in finding("TRJ-009", plan("?"), late).message


def test_trj_009_speaks_of_a_target_that_cannot_be_read() -> None:
    assert finding("TRJ-009", plan("20"), target("as many as we can", MARCH)).message == (
        "The target “as many as we can” for PAF C20 is no figure. Type the number alone."
    )
    assert finding("TRJ-009", plan("20"), target("15", None)).message == (
        "The target for PAF C20 has no date. Type a day, such as 31/03/2004."
    )
    assert (
        "can't be read, “soon”" in finding("TRJ-009", plan("20"), target("15", None, date_raw="soon")).message
    )


def test_trj_009_is_silent_where_the_target_finds_its_place() -> None:
    assert not findings("TRJ-009", plan("20", "35"), target("15", MARCH), target("TBC", MARCH))
