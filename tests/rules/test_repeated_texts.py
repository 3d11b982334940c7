import pytest

from desktop.domain.findings import Severity
from desktop.domain.tables import TableKind
from tests.domain.build import milestone, table
from tests.rules.speaking import finding, findings


def test_pln_010_speaks_of_a_milestone_that_stands_twice() -> None:
    rows = [
        milestone("Review policy"),
        milestone("Other", row=6),
        milestone("Review policy", row=7, ref="C"),
    ]
    rows[1:] = [milestone("Other", row=6, project_row=5), milestone("Review policy", row=7, project_row=5)]
    found = finding("PLN-010", *rows)
    assert (found.severity, str(found.cell), found.subject) == (Severity.ADVICE, "Plan!C7", "3B")
    assert found.message == (
        "The same milestone stands at C5 too. Remove one of the two, or say how they differ."
    )


def test_pln_010_speaks_of_a_project_in_two_places() -> None:
    rows = [milestone("One"), milestone("Two", row=6, ref="C"), milestone("Three", row=7, ref="C")]
    found = finding("PLN-010", *rows)
    assert (found.cell.a1, found.subject) == ("B6", "3C")
    assert found.message.startswith("The same project stands at B5 too.")


@pytest.mark.parametrize("text", ["March 2013", "By end of March 2013", "31/03/12 - ongoing"])
def test_pln_010_is_silent_about_a_date_alone(text: str) -> None:
    assert not findings("PLN-010", milestone(text), milestone(text, row=6, project_row=5))


def test_pln_010_speaks_of_what_is_to_be_done_by_a_date() -> None:
    assert findings("PLN-010", milestone("Pilot by May 2012"), milestone("Pilot by May 2012", row=6))


def test_pln_010_is_silent_about_a_project_named_again_on_its_rows() -> None:
    assert not findings("PLN-010", milestone("One"), milestone("Two", row=6))


def test_pln_010_is_silent_about_blanks_and_fields_without_a_column() -> None:
    assert not findings("PLN-010", milestone(""), milestone("", row=6, project_row=5))
    bare = table(TableKind.PLAN, "milestone", "status")
    rows = [milestone("One", plan=bare), milestone("Two", row=6, ref="C", plan=bare)]
    assert not findings("PLN-010", *rows)
