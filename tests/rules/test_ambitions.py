import pytest

from desktop.domain.findings import Severity
from desktop.domain.indicators import Indicator, Measure
from tests.domain.build import AROUND_TWENTY, HIGHER, LOWER, NEUTRAL, indicator
from tests.rules.speaking import finding, findings

HEADERS = ("31/3/00 Provis.", "31/3/01 Planned", "31/3/02 Planned", "31/3/03 Planned")


def of(*raws: str, measure: Measure = HIGHER) -> Indicator:
    return indicator(*zip(HEADERS, raws, strict=False), measure=measure)


def test_trj_003_speaks_of_a_flat_plan() -> None:
    found = finding("TRJ-003", of("5.3", "6.0", "6.0", "6.0"))
    assert (found.severity, str(found.cell)) == (Severity.ADVICE, "Indicators!G5")
    assert found.message == (
        "All 3 planned values are 6.0: nothing more is planned after 31/3/01. "
        "If that is meant, say so in the narrative; else plan the steps."
    )


@pytest.mark.parametrize(
    "silent",
    [
        of("90", "100", "100"),
        of("90", "0", "0", measure=LOWER),
        of("90", "20.0", "20", measure=AROUND_TWENTY),
        of("90", "80", "80", measure=NEUTRAL),
        of("90", "80"),
        of("90", "80", "81"),
        of("90"),
    ],
)
def test_trj_003_is_silent_otherwise(silent: Indicator) -> None:
    assert not findings("TRJ-003", silent)


def test_trj_004_speaks_of_one_step_that_carries_most() -> None:
    found = finding("TRJ-004", of("40", "80", "90", "95"))
    assert (found.severity, str(found.cell)) == (Severity.ADVICE, "Indicators!E5")
    assert found.message == (
        "73% of the improvement planned comes in one step, from 40 at 31/3/00 to 80 at 31/3/01. "
        "Say what makes it possible, or spread the steps."
    )


@pytest.mark.parametrize(
    "silent",
    [
        of("40", "70", "80", "90"),  # exactly 60 %
        of("40", "80", "90"),
        of("40", "90", "80", "95"),
        of("40", "80", "90", "95", measure=NEUTRAL),
        of("100", "100.5", "100.6", "100.7"),  # under 1 % in all
        of("40", "40", "40", "40"),
        of("", "40", "80", "90"),
    ],
)
def test_trj_004_is_silent_otherwise(silent: Indicator) -> None:
    assert not findings("TRJ-004", silent)


def test_trj_007_speaks_of_a_plan_that_is_reached() -> None:
    found = finding("TRJ-007", of("6.5", "6.0", "6.0"))
    assert (found.severity, str(found.cell)) == (Severity.ADVICE, "Indicators!F5")
    assert found.message == (
        "6.5 at 31/3/00 is better than the 6.0 planned for 31/3/02 (higher is better). "
        "Plan further, or say that it is to be held."
    )
    assert "7 at 31/3/00 is as good as the 7 planned" in finding("TRJ-007", of("7", "7")).message


@pytest.mark.parametrize(
    "silent",
    [
        of("6.5", "7.0"),
        of("100", "100"),
        of("6.5", "6.0", measure=NEUTRAL),
        of("6.5"),
        of("", "6.0"),
        indicator(("31/3/01 Planned", "50"), ("31/3/02 Outturn", "60")),
    ],
)
def test_trj_007_is_silent_otherwise(silent: Indicator) -> None:
    assert not findings("TRJ-007", silent)
