import pytest

from desktop.domain.findings import Severity
from tests.domain.build import amount, grant
from tests.rules.speaking import finding, findings

PART = "Of this total, how much will be spent on adoption?"


SPENDS = (amount("£1,408,300"), amount("£84,000", "In the first 6 months?", row=6))
GRANTS = (grant("£1,355,598"), grant("£983,648", "Leaving care", 18), grant("£136,699", "Disabled", 19))


def test_fin_001_speaks_of_spends_that_no_grants_cover() -> None:
    more = amount("£1,000", "How much on training?", row=7)
    found = finding("FIN-001", *SPENDS, more, *GRANTS)
    assert (found.severity, str(found.cell), found.subject) == (
        Severity.ERROR,
        "Expenditure!D5",
        "Expenditure of grant",
    )
    assert found.message == (
        "The planned spends come to £1,493,300, which is £1,003 more than the grants that come nearest, "
        "£1,492,297 (Cover!C17 and Cover!C19). Correct the amounts, or add the grant that is missing."
    )
    assert "£51 less than" in finding("FIN-001", amount("£949"), grant("£1,000")).message
    many = finding("FIN-001", amount("£1"), *(grant("£1,000", row=row) for row in range(1, 14)))
    assert "£13,000" in many.message


def test_fin_001_is_silent_about_what_rounding_makes_and_what_cannot_be_read() -> None:
    part = amount("£36,900", PART, part_of="How much in total?", row=7)
    assert not findings("FIN-001", *SPENDS, part, *GRANTS)
    assert not findings("FIN-001", amount("£950"), grant("£1,000"))
    assert not findings("FIN-001", *SPENDS)
    assert not findings("FIN-001", *GRANTS)
    assert not findings("FIN-001", amount("?"), grant("£1,000"))
    assert not findings("FIN-001", amount("£1"), grant("?"))


def test_fin_002_speaks_of_a_part_that_is_more_than_its_total() -> None:
    rows = [amount("£36,900"), amount("£463,950", PART, part_of="How much in total?", row=6)]
    found = finding("FIN-002", *rows)
    assert (found.severity, str(found.cell), found.subject) == (
        Severity.ERROR,
        "Expenditure!D6",
        "Assessment",
    )
    assert found.message == (
        "£463,950 is said to be part of £36,900 at D5, but is more. Correct one of the two."
    )


def test_fin_002_is_silent_about_parts_that_fit_and_amounts_that_cannot_be_read() -> None:
    assert not findings(
        "FIN-002", amount("£463,950", area=""), amount("£463,950", PART, part_of="How much in total?", row=6)
    )
    assert not findings("FIN-002", amount("?"), amount("£463,950", PART, part_of="How much in total?", row=6))
    assert not findings("FIN-002", amount("£463,950"), amount("?", PART, part_of="How much in total?", row=6))
    assert not findings("FIN-002", amount("£1", PART, part_of="How much in total?", row=6))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How much in the first 6 months of 2001-2002?", "first 6 months"),
        ("Spend, last quarter", "last quarter"),
        ("Half-year allocation", "half-year"),
    ],
)
def test_fin_003_speaks_of_a_part_of_the_year(question: str, words: str) -> None:
    found = finding("FIN-003", amount("£84,000", question, area=""))
    assert (found.severity, str(found.cell), found.subject) == (Severity.ADVICE, "Expenditure!D5", question)
    assert found.message == (
        f"£84,000 is for the {words} only. Say what is planned for the rest of the year before it is added "
        "to other amounts."
    )


def test_fin_003_is_silent_about_whole_years_and_blanks() -> None:
    assert not findings("FIN-003", amount("£84,000", "How much in total in 2001-2002?"))
    assert not findings("FIN-003", amount("", "How much in the first 6 months?"))
