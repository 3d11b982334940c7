import pytest

from desktop.domain.findings import Severity
from desktop.domain.indicators import Indicator
from tests.domain.build import NEUTRAL, indicator
from tests.rules.speaking import finding, findings

FIVE = tuple((f"31/3/{year:02} Outturn", raw) for year, raw in enumerate(("60", "63", "64", "67", "69"), 1))


def test_trj_008_speaks_of_an_actual_off_its_trajectory() -> None:
    found = finding("TRJ-008", indicator(("31/3/01 Planned", "85.0"), ("31/3/01 Outturn", "78.2")))
    assert (found.severity, str(found.cell)) == (Severity.QUERY, "Indicators!E5")
    assert found.message == (
        "Off trajectory: 78.2 at 31/3/01, where 85.0 was planned (higher is better). "
        "Explain why, and what is being done."
    )


@pytest.mark.parametrize(
    "silent",
    [
        indicator(("31/3/01 Planned", "80"), ("31/3/01 Outturn", "76")),  # amber
        indicator(("31/3/01 Planned", "80"), ("31/3/01 Outturn", "81")),
        indicator(("31/3/01 Planned", "80"), ("31/3/01 Outturn", "50"), measure=NEUTRAL),
        indicator(("31/3/01 Planned", "80"), ("31/3/00 Outturn", "50")),
        indicator(("31/3/01 Outturn", "50")),
    ],
)
def test_trj_008_is_silent_otherwise(silent: Indicator) -> None:
    assert not findings("TRJ-008", silent)


def test_trj_010_speaks_of_a_plan_that_the_trend_does_not_reach() -> None:
    found = finding("TRJ-010", indicator(*FIVE, ("31/3/06 Planned", "72"), ("31/3/07 Planned", "90")))
    assert (found.severity, str(found.cell)) == (Severity.QUERY, "Indicators!J5")
    assert found.message == (
        "90 is planned for 31/3/07, but if nothing changes the value will lie between 70.7 and 76.1 "
        "(95 % interval). Say what will change, or plan within reach."
    )


def test_trj_010_is_silent_within_the_interval_and_with_four_actuals() -> None:
    assert not findings("TRJ-010", indicator(*FIVE, ("31/3/06 Planned", "72")))
    assert not findings("TRJ-010", indicator(*FIVE[1:], ("31/3/07 Planned", "90")))
    assert not findings("TRJ-010", indicator(*FIVE))
