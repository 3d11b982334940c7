import pytest

from desktop.domain.cells import CellRef
from desktop.domain.contents import Problem
from desktop.domain.findings import Severity
from desktop.domain.tables import Column, Table, TableKind
from tests.rules.speaking import finding, findings

PLACE = CellRef(sheet="Actions", row=3, column=2)


def headed(*columns: Column) -> Table:
    return Table(
        id="Later!4",
        sheet="Later",
        kind=TableKind.PLAN,
        form="",
        header_row=4,
        first_row=4,
        last_row=9,
        columns=columns,
    )


def test_wbk_001_speaks_of_what_looks_like_a_table() -> None:
    found = finding("WBK-001", Problem(sheet="Actions", message="Name a column Action.", cell=PLACE))
    assert (found.severity, found.cell, found.subject) == (Severity.QUERY, PLACE, "Actions")
    assert found.message == "Name a column Action."


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("Actions, row 4: no column was found.", "No column was found."),
        ("Actions, C4: the date “3: 4” is none.", "The date “3: 4” is none."),
        ("Actions done: none.", "Actions done: none."),
    ],
)
def test_wbk_001_leaves_the_place_to_the_cell(message: str, said: str) -> None:
    assert finding("WBK-001", Problem(sheet="Actions", message=message, cell=PLACE)).message == said


def test_wbk_001_is_silent_about_what_no_cell_shows() -> None:
    assert not findings("WBK-001", Problem(sheet="", message="Nothing was found."))


def test_wbk_002_speaks_of_a_header_that_is_not_known() -> None:
    found = finding("WBK-002", headed(Column(column=3, header="Cost\n centre", field=None)))
    assert (found.severity, str(found.cell), found.subject) == (Severity.ADVICE, "Later!C4", "Later")
    assert found.message == (
        "The header “Cost centre” is none that Milepost knows, so its column is kept but not checked. "
        "Rename it if it is one of the usual columns under another name."
    )


def test_wbk_002_is_silent_about_known_and_empty_headers() -> None:
    known = Column(column=1, header="Action", field="milestone")
    assert not findings("WBK-002", headed(known, Column(column=2, header=" ", field=None)))


def test_wbk_005_speaks_of_a_row_that_milepost_keeps() -> None:
    slip = Problem(sheet="Milepost", message="Milepost, row 3: mend it.", cell=PLACE, kept=True)
    found = finding("WBK-005", slip)
    assert (found.severity, found.cell, found.message) == (Severity.QUERY, PLACE, "Mend it.")
    assert not findings("WBK-001", slip)


def test_wbk_005_is_silent_about_what_looks_like_a_table() -> None:
    assert not findings("WBK-005", Problem(sheet="Actions", message="Name a column Action.", cell=PLACE))
