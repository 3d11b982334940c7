import pytest

from desktop.domain.findings import Severity
from desktop.domain.plan import Milestone
from desktop.domain.tables import TableKind
from tests.domain.build import milestone, table
from tests.rules.speaking import finding, findings

BARE = table(TableKind.PLAN, "milestone", "owner")


def test_pln_002_speaks_of_a_status_that_says_two_things() -> None:
    found = finding("PLN-002", milestone(status="COMPLETE (& ONGOING)"))
    assert (found.severity, str(found.cell)) == (Severity.QUERY, "Plan!D5")
    assert found.message == (
        "The status “COMPLETE (& ONGOING)” says 2 things, complete and ongoing, and is read as complete. "
        "Keep one, or split the milestone."
    )


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("COMPLETE (& ONGOING)", "COMPLETE"),
        ("On track, delayed", "On track"),
        ("done but ongoing", "complete"),
    ],
)
def test_pln_002_offers_the_first_of_two_in_the_officer_s_manner(raw: str, kept: str) -> None:
    found = finding("PLN-002", milestone(status=raw))
    assert found.fix is not None
    assert found.fix.label == f"Keep “{kept}”"
    assert [(edit.cell, edit.content) for edit in found.fix.edits] == [(found.cell, kept)]
    assert not findings("PLN-002", milestone(status=kept))
    assert finding("PLN-002", milestone(status="Amber")).fix is None


def test_pln_002_speaks_of_a_status_that_nobody_knows() -> None:
    assert finding("PLN-002", milestone(status=" Amber ")).message == (
        "The status “Amber” is not a known one. Choose one: not started, on track, ongoing, complete, "
        "delayed, on hold or cancelled."
    )


@pytest.mark.parametrize(
    "clear", [milestone(), milestone(status=" "), milestone(status="?", plan=BARE), milestone(status="DONE")]
)
def test_pln_002_is_silent_about_one_known_status_or_none(clear: Milestone) -> None:
    assert not findings("PLN-002", clear)


def test_pln_006_speaks_where_the_comments_say_otherwise() -> None:
    comments = (
        "Duty team is there. Early Start Teams are Still in the process of being re-aligned, and not yet"
    )
    found = finding("PLN-006", milestone(status="COMPLETE", comments=comments))
    assert (found.severity, str(found.cell)) == (Severity.QUERY, "Plan!G5")
    assert found.message == (
        "The status is “COMPLETE”, but the comments say “Still in the process of being …”. "
        "Bring the two into line, or explain why both hold."
    )


@pytest.mark.parametrize(
    "silent",
    [
        milestone(status="COMPLETE"),
        milestone(status="COMPLETE", comments="All contracts varied"),
        milestone(status="ONGOING", comments="not yet"),
        milestone(
            status="COMPLETE", comments="not yet", plan=table(TableKind.PLAN, "milestone", "status", "due")
        ),
    ],
)
def test_pln_006_is_silent_otherwise(silent: Milestone) -> None:
    assert not findings("PLN-006", silent)


def test_pln_014_speaks_of_what_is_complete_before_it_is_due() -> None:
    found = finding("PLN-014", milestone(status="COMPLETE", due="G) December 2012"))
    assert (found.severity, str(found.cell)) == (Severity.ADVICE, "Plan!E5")
    assert found.message == (
        "Marked “COMPLETE” on 01/10/2012, but due 31/12/2012. "
        "Check that all of it is done, or correct the date."
    )


@pytest.mark.parametrize(
    "silent",
    [
        milestone(status="COMPLETE", due="01/10/12"),
        milestone(status="COMPLETE", due=""),
        milestone(status="ONGOING", due="31/12/12"),
    ],
)
def test_pln_014_is_silent_otherwise(silent: Milestone) -> None:
    assert not findings("PLN-014", silent)
