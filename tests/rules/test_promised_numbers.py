from dataclasses import replace

import pytest

from desktop.domain.findings import Severity
from tests.domain.build import milestone
from tests.rules.speaking import finding, findings


def test_pln_016_speaks_of_a_number_by_a_date() -> None:
    text = "650 vulnerable 2 year olds to be attending children's centres by 30/9/2012"
    found = finding("PLN-016", milestone(text))
    assert (found.severity, str(found.cell)) == (Severity.ADVICE, "Plan!C5")
    assert found.message == (
        "This milestone promises “650 vulnerable 2 year olds to be …” by 30/9/2012, and no indicator "
        "shows whether it will be met. Link the milestone to an indicator if one counts it."
    )


@pytest.mark.parametrize(
    ("text", "promise"),
    [
        ("2,300 children to attend by 31/3/2014", "“2,300 children to attend” by 31/3/2014"),
        ("Capacity of 5 placements by the end of April 2012", "“5 placements” by end of April 2012"),
        ("From 1 May 2012 on, 90% of plans reviewed by Sept 2012", "“90% of plans reviewed” by Sept 2012"),
        ("£40,000 saved by 31/03/13", "“£40,000 saved” by 31/03/13"),
    ],
)
def test_pln_016_speaks_of_every_way_to_write_it(text: str, promise: str) -> None:
    assert f"promises {promise}," in finding("PLN-016", milestone(text)).message


@pytest.mark.parametrize(
    "text",
    [
        "Review by 31/10/11",
        "Every child on 'top 100' to have an assessment by March 2012",
        "Stand by for 5 visits",
        "2 teams to be recruited",
        "Since 1 May 2012 all reviewed by Sept 2012",
        "Reviews checked by 3 managers in May 2012",
        "",
    ],
)
def test_pln_016_is_silent_without_a_number_by_a_date(text: str) -> None:
    assert not findings("PLN-016", milestone(text))


def test_pln_016_is_silent_of_a_milestone_that_is_linked() -> None:
    text = "650 children to attend by 30/9/2012"
    assert not findings("PLN-016", replace(milestone(text), indicator="PAF C20"))
