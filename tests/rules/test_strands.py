import datetime as dt

import pytest

from desktop.domain.findings import Severity
from desktop.domain.plan import Milestone
from desktop.domain.tables import TableKind
from tests.domain.build import milestone, table
from tests.rules.speaking import finding, findings

INFORMATION, FORECASTING = "6. Information & Performance", "6. Forecasting & Finance"
FLAT = table(TableKind.PLAN, "strand", "ref", "project", "milestone", "due")


def dated(*dues: str) -> list[Milestone]:
    return [milestone(due=due, row=row) for row, due in enumerate(dues, start=5)]


def test_pln_011_speaks_of_two_strands_of_a_number() -> None:
    rows = [milestone(strand=INFORMATION), milestone(strand=FORECASTING, row=6)]
    found = finding("PLN-011", *rows)
    assert (found.severity, str(found.cell), found.subject) == (Severity.QUERY, "Plan!A6", FORECASTING)
    assert found.message == (
        f"“{INFORMATION}” and “{FORECASTING}” bear the same number, 6. "
        "Give the strand that begins here a number of its own."
    )


def test_pln_011_speaks_on_the_strand_where_it_has_a_column() -> None:
    rows = [
        milestone(strand="Strand 6: Information", plan=FLAT),
        milestone(strand=FORECASTING, plan=FLAT, row=6),
    ]
    found = finding("PLN-011", *rows)
    assert found.cell.a1 == "A6"
    assert found.message.endswith("Give this strand a number of its own.")


def test_pln_011_speaks_of_two_projects_of_a_letter() -> None:
    rows = [
        milestone(project="Expand"),
        milestone(project="Shrink", row=6),
        milestone(project="Shrink", row=7),
    ]
    found = finding("PLN-011", *rows)
    assert (found.cell.a1, found.subject) == ("A6", "3B")
    assert found.message == (
        "Two projects of this strand bear B: “Expand” and “Shrink”. Give each a letter of its own."
    )


def test_pln_011_is_silent_about_numbers_and_letters_of_their_own() -> None:
    rows = [
        milestone(strand=INFORMATION, ref="A"),
        milestone(strand=INFORMATION, ref="A", row=6, project_row=5, project="Expand conferencing"),
        milestone(strand="6.1 Finance", ref="A", row=7),
        milestone(strand="Finance", ref="", row=8),
        milestone(strand="Finance", ref="", row=9, project="Another"),
        milestone(strand=INFORMATION, ref="B", row=10),
    ]
    assert not findings("PLN-011", *rows)


def test_pln_011_is_silent_where_no_column_holds_the_letter() -> None:
    bare = table(TableKind.PLAN, "project", "milestone")
    rows = [milestone(plan=bare), milestone(project="Shrink", row=6, plan=bare)]
    assert not findings("PLN-011", *rows)


def test_pln_013_speaks_of_a_date_long_before_all_others() -> None:
    found = finding("PLN-013", *dated("31/10/11", "31/01/11", "31/12/11", "TBC"))
    assert (found.severity, str(found.cell), found.subject) == (Severity.QUERY, "Plan!E6", "3B")
    assert found.message == (
        "“31/01/11” lies 273 days before every other due date of its strand. "
        "Check the year, or explain why it is so early."
    )


def test_pln_013_offers_a_year_later_where_that_fits_the_strand() -> None:
    found = finding("PLN-013", *dated("31/10/11", "31/01/11", "31/12/12"))
    assert found.fix is not None
    assert found.fix.label == "Set the due date to 31/01/2012"
    assert [(edit.cell, edit.content) for edit in found.fix.edits] == [(found.cell, dt.date(2012, 1, 31))]


@pytest.mark.parametrize(
    "dues",
    [
        ("31/01/11", "31/10/11", "31/12/11"),  # a year later it would be the last of all
        ("31/01/09", "31/10/11", "31/12/12"),
        ("January 2011", "31/10/11", "31/12/12"),
        ("31/01/11 (pilots)", "31/10/11", "31/12/12"),
        ("29/02/12", "31/10/12", "31/12/13"),
    ],
)
def test_pln_013_offers_nothing_where_a_year_explains_nothing(dues: tuple[str, ...]) -> None:
    assert finding("PLN-013", *dated(*dues)).fix is None


def test_pln_013_offers_nothing_without_a_column() -> None:
    bare = table(TableKind.PLAN, "strand", "milestone")
    rows = [
        milestone(due=due, row=row, plan=bare) for row, due in enumerate(("31/01/11", "31/10/11", "1/1/13"))
    ]
    assert finding("PLN-013", *rows).fix is None


def test_pln_013_is_silent_within_180_days_and_about_a_lone_date() -> None:
    assert not findings("PLN-013", *dated("01/01/12", "29/06/12"))
    assert findings("PLN-013", *dated("01/01/12", "30/06/12"))
    assert not findings("PLN-013", *dated("01/01/12", "01/01/12", "31/12/12"))
    assert not findings("PLN-013", *dated("01/01/12", "Ongoing"))
    other = milestone(due="31/12/14", strand="4. Finance", row=9)
    assert not findings("PLN-013", *dated("01/01/12"), other)
