import pytest

from desktop.domain.findings import Severity
from desktop.domain.indicators import Indicator, Measure, Polarity
from tests.domain.build import COUNT, HIGHER, LOWER, NEUTRAL, indicator
from tests.rules.speaking import finding, findings

YEARS = Measure(unit="years", minimum=0, polarity=Polarity.LOWER)
MONTHS = Measure(unit="months", minimum=0, polarity=Polarity.LOWER)
HEADERS = ("1998/99 Outturn", "31/3/00 Provis.", "31/3/01 Planned", "31/3/02 Planned", "31/3/03 Planned")


def of(*raws: str, measure: Measure = HIGHER) -> Indicator:
    return indicator(*zip(HEADERS, raws, strict=False), measure=measure)


def test_ind_006_speaks_of_months_that_became_years() -> None:
    found = finding("IND-006", of("26.5", "2.1", measure=YEARS))
    assert (found.severity, str(found.cell)) == (Severity.QUERY, "Indicators!E5")
    assert found.message == (
        "26.5 at 1998/99 became 2.1 at 31/3/00: have months become years? "
        "Correct the figure that is wrong, or explain the change."
    )


@pytest.mark.parametrize(
    ("subject", "cell", "number", "label"),
    [
        (of("26.5", "2.1", measure=YEARS), "D5", 2.2, "Change 26.5 months to 2.2 years"),
        (of("2.1", "26.5", measure=YEARS), "E5", 2.2, "Change 26.5 months to 2.2 years"),
        (of("26.5", "2.1", measure=MONTHS), "E5", 25.2, "Change 2.1 years to 25.2 months"),
    ],
)
def test_ind_006_offers_the_figure_in_the_unit_of_the_measure(
    subject: Indicator, cell: str, number: float, label: str
) -> None:
    fix = finding("IND-006", subject).fix
    assert fix is not None
    assert fix.label == label
    assert [(edit.cell.a1, edit.content) for edit in fix.edits] == [(cell, number)]


@pytest.mark.parametrize("measure", [NEUTRAL, Measure(), Measure(unit="weeks")])
def test_ind_006_offers_nothing_where_the_unit_is_neither_years_nor_months(measure: Measure) -> None:
    assert finding("IND-006", of("26.5", "2.1", measure=measure)).fix is None
    assert finding("IND-006", of("10", "2", measure=YEARS)).fix is None


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        (of("5.00", "0.38", measure=NEUTRAL), ": a factor of 13. Has the unit or the definition changed?"),
        (of("2", "10", measure=YEARS), ": a factor of 5. Has the unit"),
        (of("2", "24", measure=Measure()), ": have months become years?"),
        (of("-2", "-20", measure=Measure()), ": have months become years?"),
    ],
)
def test_ind_006_speaks_of_a_factor_of_five(subject: Indicator, words: str) -> None:
    assert words in finding("IND-006", subject).message


@pytest.mark.parametrize(
    "silent",
    [
        of("2", "9.9"),
        of("0", "9.9"),
        of("-2", "20", measure=Measure()),
        of("2", "20", measure=COUNT),
        of("26.5", "", "2.1"),
    ],
)
def test_ind_006_is_silent_below_that_and_about_counts_and_zeros(silent: Indicator) -> None:
    assert not findings("IND-006", silent)


def test_ind_007_speaks_of_a_change_for_the_worse() -> None:
    found = finding("IND-007", of("40.6", "70.0", "65.0", "62.0", "60.0", measure=LOWER))
    assert (found.severity, str(found.cell)) == (Severity.QUERY, "Indicators!E5")
    assert found.message == (
        "40.6 at 1998/99 became 70.0 at 31/3/00, a change of 29.4, where the plan goes on with 3.33 a step "
        "on average. Check both figures, or explain what happened."
    )


def test_ind_007_speaks_by_the_polarity() -> None:
    jump = ("50", "60", "61", "62")
    assert finding("IND-007", of(*jump)).severity is Severity.ADVICE
    assert finding("IND-007", of(*jump, measure=NEUTRAL)).severity is Severity.QUERY


def test_ind_007_speaks_where_nothing_is_planned_to_change() -> None:
    assert "goes on with no change at all." in finding("IND-007", of("50", "53", "53", "53")).message


@pytest.mark.parametrize(
    "silent",
    [
        of("50", "52", "52", "52"),  # under 5 %
        of("50", "60", "64", "67"),  # about three steps of 3.5
        of("50", "60"),
        of("50", "", "64", "67"),
        of("10", "60", "61", "62"),  # IND-006 speaks
        of("2", "9", "9", "9", measure=COUNT),
    ],
)
def test_ind_007_is_silent_otherwise(silent: Indicator) -> None:
    assert not findings("IND-007", silent)


def test_ind_007_speaks_of_counts_from_ten_on() -> None:
    assert findings("IND-007", of("4", "10", "10", "10", measure=COUNT))
