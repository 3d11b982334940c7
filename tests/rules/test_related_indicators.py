import pytest

from desktop.domain.edits import Edit
from desktop.domain.findings import Severity
from desktop.domain.indicators import Indicator, Measure, Polarity
from desktop.rules.indicator_parts import midpoints
from tests.domain.build import indicator
from tests.rules.speaking import finding, findings

SAME = Measure(unit="percent", polarity=Polarity.HIGHER, same_as="QP 5")
BACK = Measure(unit="percent", polarity=Polarity.HIGHER, same_as="PAF A4")
RELATION = "mean of bands: QP 2a=0.5; QP 2b=1.5"
MEAN = Measure(unit="years", relation=RELATION)
HEADERS = ("1998/99 Outturn", "31/3/00 Provis.")


def of(code: str, *raws: str, row: int = 5, measure: Measure = SAME) -> Indicator:
    return indicator(*zip(HEADERS, raws, strict=False), code=code, row=row, measure=measure)


def test_ind_008_speaks_of_a_blank_beside_a_figure() -> None:
    found = finding("IND-008", of("PAF A4", "", "35.9"), of("QP 5", "35.9", "35.9", row=9, measure=BACK))
    assert (found.severity, str(found.cell), found.subject) == (Severity.QUERY, "Indicators!D5", "PAF A4")
    assert found.message == (
        "No value for 1998/99 outturn, but QP 5, which measures the same, says 35.9 at D9. "
        "Put it here too, or explain why it does not hold."
    )
    assert found.fix is not None
    assert found.fix.label == "Set it to 35.9"
    assert found.fix.edits == (Edit(cell=found.cell, content=35.9),)


def test_ind_008_speaks_of_a_blank_in_the_later() -> None:
    found = finding("IND-008", of("PAF A4", "N/A"), of("QP 5", "", row=9))
    assert (str(found.cell), found.subject, found.fix) == ("Indicators!D9", "QP 5", None)


def test_ind_008_speaks_on_the_later_of_two_that_differ() -> None:
    found = finding("IND-008", of("QP 5", "35", "36"), of("PAF A4", "35.0", "37", row=9))
    assert str(found.cell) == "Indicators!E9"
    assert found.message == (
        "PAF A4 says 37 for 31/3/00 provisional, but QP 5, which measures the same, says 36 at E5. "
        "Make the two agree, or explain why they differ."
    )


def test_ind_008_is_silent_about_alike_and_about_strangers() -> None:
    assert not findings("IND-008", of("PAF A4", "35", ""), of("QP 5", "35.0", "", row=9))
    assert not findings("IND-008", of("PAF A4", "35", "36"), of("QP 5", "35", row=9))
    assert not findings("IND-008", of("PAF A4", "35"), of("QP 6", "36", row=9))
    assert not findings("IND-008", of("QP 5", "35"), of("QP 5", "36", row=9))


def bands(reported: str, *counts: str) -> list[Indicator]:
    parts = [
        of(f"QP 2{letter}", count, row=row)
        for row, (letter, count) in enumerate(zip("ab", counts, strict=False), 6)
    ]
    return [of("QP 2", reported, measure=MEAN), *parts]


def test_ind_009_speaks_where_the_bands_give_another_mean() -> None:
    found = finding("IND-009", *bands("13.5", "1", "3"))
    assert (found.severity, str(found.cell), found.subject) == (Severity.ADVICE, "Indicators!D5", "QP 2")
    assert found.message == (
        "QP 2 reads 13.5 for 1998/99 outturn, but its bands, QP 2a to QP 2b, give about 1.2. "
        "Check the unit and the counts."
    )


@pytest.mark.parametrize(
    "silent",
    [
        bands("1.25", "1", "3"),
        bands("1", "1", "3"),
        bands("?", "1", "3"),
        bands("13.5", "1", "?"),
        bands("13.5", "0", "0"),
        bands("13.5", "1"),
    ],
)
def test_ind_009_is_silent_otherwise(silent: list[Indicator]) -> None:
    assert not findings("IND-009", *silent)


def test_ind_009_is_silent_about_a_period_that_the_bands_lack() -> None:
    _, *parts = bands("1.2", "1", "3")
    assert not findings("IND-009", of("QP 2", "1.2", "13.5", measure=MEAN), *parts)


def test_the_library_names_bands_with_their_midpoints() -> None:
    assert midpoints(RELATION) == (("QP 2A", 0.5), ("QP 2B", 1.5))
