import datetime as dt
from dataclasses import replace

import pytest

from desktop.domain.edits import Edit
from desktop.domain.findings import Severity
from desktop.domain.plan import Milestone
from desktop.domain.tables import TableKind
from tests.domain.build import milestone, table
from tests.rules.speaking import finding, findings

BARE = table(TableKind.PLAN, "milestone", "owner")


def test_pln_001_speaks_of_a_milestone_without_a_status() -> None:
    found = finding("PLN-001", milestone(status="  "))
    assert (found.severity, found.subject, str(found.cell)) == (Severity.QUERY, "3B", "Plan!D5")
    assert found.message == (
        "This milestone has no status. "
        "Choose one: not started, on track, ongoing, complete, delayed, on hold or cancelled."
    )


@pytest.mark.parametrize(
    "silent",
    [
        milestone(),
        milestone(status="awaiting news"),
        milestone("", status=""),
        milestone(status="", plan=BARE),
    ],
)
def test_pln_001_is_silent_where_there_is_one_or_nobody_asks(silent: Milestone) -> None:
    assert not findings("PLN-001", silent)


def test_pln_003_speaks_of_a_milestone_without_a_due_date() -> None:
    found = finding("PLN-003", milestone(due=" "))
    assert (found.severity, str(found.cell), found.fix) == (Severity.QUERY, "Plan!E5", None)
    assert found.message == "This milestone has no due date. Give one, or explain why it has none."


def test_pln_003_offers_the_date_that_the_text_holds() -> None:
    found = finding("PLN-003", milestone("In-house capacity of 5 placements by April 2012 (Lanshaw)", due=""))
    assert found.message == (
        "This milestone has no due date, but its text says “April 2012”. Set that date, or give another."
    )
    assert found.fix is not None
    assert found.fix.label == "Set the due date to 30/04/2012"
    assert found.fix.edits == (Edit(cell=found.cell, content=dt.date(2012, 4, 30)),)


def test_pln_003_offers_the_first_date_not_its_revision() -> None:
    found = finding("PLN-003", milestone("Review by 31/1/2012 Revised date 31/3/2012", due=""))
    assert found.fix is not None
    assert found.fix.edits[0].content == dt.date(2012, 1, 31)


@pytest.mark.parametrize(
    "silent", [milestone(), milestone(due="TBC"), milestone("", due=""), milestone(due="", plan=BARE)]
)
def test_pln_003_is_silent_where_there_is_one_or_nobody_asks(silent: Milestone) -> None:
    assert not findings("PLN-003", silent)


def test_pln_005_speaks_of_an_overdue_milestone() -> None:
    found = finding("PLN-005", milestone(status="ONGOING", due="31/03/12"))
    assert (found.severity, str(found.cell)) == (Severity.ERROR, "Plan!E5")
    assert found.message == (
        "Due 31/03/12 and still “ONGOING” on 01/10/2012: 184 days overdue. "
        "Mark it complete or cancelled, or add “Revised to …” with the new date."
    )


@pytest.mark.parametrize(
    ("late", "words"),
    [
        (milestone(due="30/09/12"), "Due 30/09/12 and still “ONGOING” on 01/10/2012: 1 day overdue."),
        (milestone(status=""), "Due 31/03/12 and without a status on 01/10/2012: 184 days overdue."),
        (
            milestone(due="31/03/2012 (Revised to Sept '12)"),
            "Due Sept '12 (as revised in the due column) and still",
        ),
        (
            milestone("Survey Revised date 30/6/2012"),
            "Due 30/6/2012 (as revised in the milestone's text) and still",
        ),
        (
            milestone(comments="Revised target date June 2012"),
            "Due June 2012 (as revised in the comments) and still",
        ),
    ],
)
def test_pln_005_names_the_date_in_the_officers_words(late: Milestone, words: str) -> None:
    assert finding("PLN-005", late).message.startswith(words)


def test_pln_005_speaks_on_the_milestone_where_there_is_no_due_column() -> None:
    late = milestone("Survey Revised date 30/6/2012", due="", plan=table(TableKind.PLAN, "ref", "milestone"))
    assert str(finding("PLN-005", late).cell) == "Plan!B5"


@pytest.mark.parametrize(
    "silent",
    [
        milestone(due="01/10/12"),
        milestone(status="COMPLETE"),
        milestone(status="COMPLETE (& ONGOING)"),
        milestone(status="Cancelled"),
        milestone(due="TBC"),
        milestone(due=""),
        milestone(due="31/03/2012 (Revised to Dec '12)"),
        milestone(""),
    ],
)
def test_pln_005_is_silent_where_nothing_is_late(silent: Milestone) -> None:
    assert not findings("PLN-005", silent)


def test_pln_005_judges_by_the_as_at_date() -> None:
    assert not findings("PLN-005", milestone(), as_at=dt.date(2012, 3, 31))
    assert findings("PLN-005", milestone(), as_at=dt.date(2012, 4, 1))


COVERED = replace(milestone(status="", due="", owner=""), covered=frozenset({"status", "due", "owner"}))


@pytest.mark.parametrize("rule", ["PLN-001", "PLN-003", "PLN-009"])
def test_what_lies_beneath_a_merged_cell_is_not_asked_for(rule: str) -> None:
    assert findings(rule, replace(COVERED, covered=frozenset()))
    assert not findings(rule, COVERED)


def test_a_row_whose_status_stands_in_a_merged_cell_is_not_called_late() -> None:
    late = milestone(status="")
    assert findings("PLN-005", late)
    assert not findings("PLN-005", replace(late, covered=frozenset({"status"})))


def test_pln_009_speaks_of_an_empty_owner() -> None:
    found = finding("PLN-009", milestone(owner=""))
    assert (found.severity, str(found.cell)) == (Severity.QUERY, "Plan!H5")
    assert found.message == "This milestone has no owner. Name one, or explain who answers for it."


@pytest.mark.parametrize(
    "silent",
    [
        milestone(owner="J. Smith"),
        milestone(" ", owner=""),
        milestone(owner="", plan=table(TableKind.PLAN, "milestone", "status", "due")),
    ],
)
def test_pln_009_is_silent_where_there_is_one_or_no_column(silent: Milestone) -> None:
    assert not findings("PLN-009", silent)


@pytest.mark.parametrize("choice", ["< Select >", "Please select"])
def test_a_choice_that_nobody_made_is_no_status_and_no_due_date(choice: str) -> None:
    assert finding("PLN-001", milestone(status=choice)).message.startswith("This milestone has no status.")
    assert finding("PLN-003", milestone(due=choice)).message.startswith("This milestone has no due date.")
    assert not findings("PLN-002", milestone(status=choice))
    assert not findings("PLN-004", milestone(due=choice))
