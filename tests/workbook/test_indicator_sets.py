from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from desktop.domain.cells import CellRef
from desktop.domain.edits import Edit
from desktop.domain.tables import TableKind
from tests.workbook.sheets import workbook

if TYPE_CHECKING:
    from desktop.domain.indicators import Indicator
    from tests.workbook.sheets import Cell

HEAD = (
    *("Outcome", "Priority", "Code", "Indicator", "Baseline", "Baseline period", "CTB sponsor", "LCC lead"),
    "Linked indicators and issues",
)
CHILDREN = (
    *("Safe from harm", "1. Families", "CYPP 1", "Number of looked after children", 1434, "January 2011"),
    *("Jane Held", "Jackie Wilson", "NEET, youth offending"),
)


def indicators(*rows: tuple[Cell, ...], head: tuple[str, ...] = HEAD) -> tuple[Indicator, ...]:
    return workbook(head, *rows).contents.indicators


def test_an_indicator_of_a_set_has_its_baseline_with_its_own_period() -> None:
    contents = workbook(HEAD, CHILDREN).contents
    assert [(table.kind, table.records) for table in contents.tables] == [(TableKind.INDICATORS, 1)]
    (found,) = contents.indicators
    assert (found.code, found.name, found.group) == (
        *("CYPP 1", "Number of looked after children", "Safe from harm"),
    )
    (value,) = found.actuals
    assert (value.value.number, value.period.label, value.period.end) == (
        *(1434, "January 2011", dt.date(2011, 1, 31)),
    )
    assert str(value.cell) == "Sheet!E2"


def test_it_says_for_which_priority_it_stands_who_answers_and_what_moves_with_it() -> None:
    (found,) = indicators(CHILDREN)
    assert (found.priority, found.sponsor, found.lead) == ("1. Families", "Jane Held", "Jackie Wilson")
    assert found.linked == "NEET, youth offending"


def test_a_set_needs_no_code_no_sponsor_and_no_link() -> None:
    found = indicators(
        ("Number of looked after children", 1434, "January 2011"),
        ("Percentage of school days attended", 94.4, "09/10 academic year"),
        head=("Indicator", "Baseline", "Baseline period"),
    )
    assert [one.code for one in found] == [
        "Number of looked after children",
        "Percentage of school days attended",
    ]
    assert (found[0].priority, found[0].sponsor, found[0].lead, found[0].linked) == ("", "", "", "")


def test_alone_a_priority_is_the_group_of_its_indicators() -> None:
    (found,) = indicators(("Families", "CYPP 1", 5, 4), head=("Priority", "Code", "2009/10", "2010/11"))
    assert (found.group, found.priority) == ("Families", "")


def test_a_baseline_whose_period_is_not_read_is_told() -> None:
    contents = workbook(HEAD, (None, None, "CYPP 10", "Short breaks", "to be identified")).contents
    assert contents.indicators[0].values == ()
    (problem,) = contents.problems
    assert str(problem.cell) == "Sheet!E2"
    assert "“to be identified” of CYPP 10 has no period" in problem.message
    assert problem.message.endswith("into F2.")


def test_a_blank_baseline_needs_no_period() -> None:
    assert workbook(HEAD, (None, None, "CYPP 10", "Short breaks")).contents.problems == ()


def test_a_baseline_beside_periods_stands_with_them() -> None:
    head = ("Code", "Baseline", "Baseline period", "2011/12 Outturn", "2012/13 Target")
    (found,) = indicators(("CYPP 1", 1434, "January 2011", 1450, 1400), head=head)
    assert [value.period.end.year for value in found.values] == [2011, 2012, 2013]


def test_a_period_written_later_is_taken_up_and_no_longer_told() -> None:
    before = workbook(HEAD, (None, None, "CYPP 10", "Short breaks", 70))
    after = before.apply([Edit(cell=CellRef(sheet="Sheet", row=2, column=6), content="June 2011")])
    assert after.contents.problems == ()
    assert [value.value.number for value in after.contents.indicators[0].values] == [70]
