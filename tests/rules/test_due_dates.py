import pytest

from desktop.domain.findings import Severity
from desktop.domain.plan import Milestone
from desktop.domain.tables import TableKind
from tests.domain.build import milestone, table
from tests.rules.speaking import finding, findings


@pytest.mark.parametrize("due", ["38/04/2019", "Ongoing", "as soon as possible"])
def test_pln_004_speaks_of_what_is_no_date(due: str) -> None:
    found = finding("PLN-004", milestone(due=f"{due} "))
    assert (found.severity, str(found.cell)) == (Severity.QUERY, "Plan!E5")
    assert found.message == (
        f"“{due}” can't be read as a date. Type a day or a month, such as 31/03/2012 or March 2012, "
        "or explain why there is none."
    )


@pytest.mark.parametrize("due", ["", " ", "31/03/12", "March 2013 - ongoing", "Revised to Sept 2012"])
def test_pln_004_is_silent_about_dates_and_blanks(due: str) -> None:
    assert not findings("PLN-004", milestone(due=due))


def test_pln_007_speaks_where_the_text_says_another_date() -> None:
    due = "31/03/2012 (Revised to Sept '12)"
    found = finding("PLN-007", milestone("Review will be completed by January 2012", due=due))
    assert (found.severity, str(found.cell)) == (Severity.QUERY, "Plan!E5")
    assert found.message == (
        "The milestone's text says “January 2012”, but the due column says “31/03/2012” and “Sept '12”. "
        "Correct the one that is wrong, or explain why they differ."
    )


def test_pln_007_speaks_of_a_revision_that_the_due_column_lacks() -> None:
    found = finding("PLN-007", milestone("Deliver training Revised date 31/3/2012", due="27/01/12"))
    assert found.message.endswith("Add “Revised to 31/3/2012” to the due column.")
    assert found.fix is not None
    assert found.fix.label == "Add “Revised to 31/3/2012”"
    (edit,) = found.fix.edits
    assert (edit.cell, edit.content) == (found.cell, "27/01/12; Revised to 31/3/2012")
    assert not findings(
        "PLN-007", milestone("Deliver training Revised date 31/3/2012", due=str(edit.content))
    )


def test_pln_007_offers_no_change_where_either_may_be_wrong_or_no_column_takes_it() -> None:
    assert finding("PLN-007", milestone("By January 2012", due="31/03/2012")).fix is None
    bare = table(TableKind.PLAN, "milestone", "status")
    lacking = milestone("Training Revised date 31/3/2012", due="27/01/12", plan=bare)
    assert finding("PLN-007", lacking).fix is None


@pytest.mark.parametrize(
    "agreed",
    [
        milestone("Up and running by Sept 2012", due="01/09/12"),
        milestone("Up and running by 1/9/2012", due="Sept 2012"),
        milestone("Review by 31/10/11", due="31/10/11"),
        milestone("Review by Sept 2012", due="31/03/12; Revised to Sept 2012"),
        milestone("Review by Sept 2012", due=""),
        milestone("Review"),
        milestone(""),
    ],
)
def test_pln_007_is_silent_where_text_and_column_agree(agreed: Milestone) -> None:
    assert not findings("PLN-007", agreed)


@pytest.mark.parametrize(
    ("backwards", "cell", "words"),
    [
        (
            milestone(due="31/03/2013; Revised to Sept 2012"),
            "E5",
            "“Sept 2012” in the due column is earlier than “31/03/2013”",
        ),
        (
            milestone("Survey Revised date 30/6/2012", due="31/07/12"),
            "C5",
            "“30/6/2012” in the milestone's text is earlier than “31/07/12”",
        ),
        (
            milestone(due="31/03/12, revised to Sept 2012", comments="Revised target date June 2012"),
            "G5",
            "“June 2012” in the comments is earlier than “Sept 2012”",
        ),
    ],
)
def test_pln_012_speaks_of_a_revision_that_goes_back(backwards: Milestone, cell: str, words: str) -> None:
    found = finding("PLN-012", backwards)
    assert (found.severity, found.cell.a1) == (Severity.QUERY, cell)
    assert found.message == (
        f"The revised date {words}, which it revises. Correct it, or explain why it was brought forward."
    )


@pytest.mark.parametrize(
    "silent",
    [milestone(), milestone(due="28/2/12; Revised to Sept 2012"), milestone(due="Revised to Sept 2012")],
)
def test_pln_012_is_silent_otherwise(silent: Milestone) -> None:
    assert not findings("PLN-012", silent)


def test_pln_015_speaks_of_a_long_slippage() -> None:
    found = finding("PLN-015", milestone(due="28/2/12; Revised to Sept 2012"))
    assert (found.severity, str(found.cell)) == (Severity.ADVICE, "Plan!E5")
    assert found.message == (
        "Revised once: slipped by 215 days, from 28/02/2012 to 30/09/2012. "
        "Say in the comments why, and whether the new date will hold."
    )


def test_pln_015_speaks_of_two_revisions() -> None:
    twice = milestone(due="01/03/12, revised to 15/03/12, revised to 31/03/12", status="COMPLETE")
    assert finding("PLN-015", twice).message == (
        "Revised 2 times: slipped by 30 days, from 01/03/2012 to 31/03/2012. Say in the comments why."
    )


@pytest.mark.parametrize(
    "twice",
    [
        milestone(due="Revised to 15/03/12, revised to 31/03/12"),
        milestone(due="31/03/12, revised to 15/03/12, revised to 16/03/12"),
    ],
)
def test_pln_015_speaks_of_revisions_without_days(twice: Milestone) -> None:
    assert finding("PLN-015", twice).message.startswith("Revised 2 times. Say")


@pytest.mark.parametrize(
    "silent",
    [
        milestone(),
        milestone(due="01/01/12, revised to 31/03/12"),
        milestone(due="01/03/12, revised to 31/03/12", comments="Revised to 31/03/2012"),
    ],
)
def test_pln_015_is_silent_within_90_days_and_one_revision(silent: Milestone) -> None:
    assert not findings("PLN-015", silent)
