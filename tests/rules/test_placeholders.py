import pytest

from desktop.domain.findings import Severity
from desktop.domain.plan import Milestone
from desktop.domain.tables import TableKind
from desktop.rules.phrases import PLACEHOLDERS
from tests.domain.build import milestone, table
from tests.rules.speaking import finding, findings


def test_pln_008_speaks_of_a_figure_never_filled_in() -> None:
    found = finding("PLN-008", milestone(impact="x% reduction in number of children waiting"))
    assert (found.severity, str(found.cell)) == (Severity.QUERY, "Plan!F5")
    assert found.message == (
        "The impact still says “x%”. Put in what is meant, or explain why it is still open."
    )


@pytest.mark.parametrize(
    ("doubtful", "cell", "words"),
    [
        (
            milestone("Needs analysis by XXX (XXX = dates to be agreed)"),
            "C5",
            "milestone still says “XXX” and “to be agreed”.",
        ),
        (milestone(owner="to be identified"), "H5", "owner still says “to be identified”."),
        (milestone(owner="Lead To Be\nIdentified by CYPSC"), "H5", "owner still says “To Be Identified”."),
        (milestone("X" * 32_767), "C5", f"milestone still says “{'X' * 40} …”."),
        (milestone(due="31/03/12, venue TBC"), "E5", "due date still says “TBC”."),
        (milestone(comments="tbc around April 2012 ."), "G5", "comment still says “tbc”."),
        (milestone(status="ONGOING, lead TBA"), "D5", "status still says “TBA”."),
        (milestone(impact=" ?? "), "F5", "impact still says “??”."),
        (milestone(project="Project XX% better"), "B5", "project still says “XX%”."),
    ],
)
def test_pln_008_speaks_of_every_placeholder_on_the_cell_that_holds_it(
    doubtful: Milestone, cell: str, words: str
) -> None:
    found = finding("PLN-008", doubtful)
    assert found.cell.a1 == cell
    assert words in found.message


@pytest.mark.parametrize(
    ("doubtful", "rule"),
    [
        (milestone(due="TBC"), "PLN-004"),
        (milestone(due="Date to be agreed"), "PLN-004"),
        (milestone(status="?"), "PLN-002"),
        (milestone(status="TBC"), "PLN-002"),
    ],
)
def test_pln_008_speaks_beside_the_rule_that_can_not_read_the_cell(doubtful: Milestone, rule: str) -> None:
    assert finding("PLN-008", doubtful).cell == finding(rule, doubtful).cell


def test_pln_008_speaks_of_a_row_that_only_carries_an_impact() -> None:
    assert findings("PLN-008", milestone("", status="", due="", impact="x% fewer"))


def test_pln_008_speaks_once_of_a_project_over_several_rows() -> None:
    rows = [milestone(project="TBC", row=row, project_row=5) for row in (5, 6, 7)]
    assert finding("PLN-008", *rows).cell.a1 == "B5"


@pytest.mark.parametrize(
    "text",
    [
        "Free transport, max card? Holding an event",
        "100% of placements recorded",
        "Terms were agreed and the lead identified; to be fair, it was confirmed",
        "Matrix% and Xmas",
        "Maxxx and outbca",
        "",
    ],
)
def test_pln_008_is_silent_about_prose(text: str) -> None:
    assert not findings("PLN-008", milestone(text, impact=text, comments=text))


def test_pln_008_is_silent_about_fields_without_a_column() -> None:
    assert not findings("PLN-008", milestone(owner="TBC", plan=table(TableKind.PLAN, "milestone", "status")))


def test_every_placeholder_holds_its_sign() -> None:
    examples = {"%": "xx%", "xxx": "XXXX", "tb": "TBA"}
    for entry in PLACEHOLDERS:
        words = examples.get(entry.sign, f"To be {entry.sign}")
        assert finding("PLN-008", milestone(comments=words)).message.startswith(
            f"The comment still says “{words}”."
        )
