"""Leeds' Children and Young People's Plan: 5 outcomes, 11 priorities and 15 indicators, as printed."""

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from desktop.workbook.workbook import Workbook
from templates.examples.leeds_cypp import figure
from templates.examples.make_examples import HERE

if TYPE_CHECKING:
    from desktop.domain.contents import Contents

EXAMPLE = HERE / "leeds-cypp-2011.xlsx"


@pytest.fixture(scope="module")
def contents() -> "Contents":
    return Workbook.open(EXAMPLE).contents


def test_fifteen_indicators_under_five_outcomes_two_of_them_in_two_parts(contents: "Contents") -> None:
    numbers = {indicator.code.split()[1].rstrip("ab") for indicator in contents.indicators}
    assert numbers == {str(number) for number in range(1, 16)}
    assert len(contents.indicators) == 17
    assert len({indicator.group for indicator in contents.indicators}) == 5


def test_eleven_priorities_each_with_its_sponsors_and_lead(contents: "Contents") -> None:
    assert sorted(int(priority.number) for priority in contents.priorities) == list(range(1, 12))
    assert all(priority.sponsor and priority.lead for priority in contents.priorities)
    assert len({priority.outcome for priority in contents.priorities}) == 5
    obsessions = [priority.obsession for priority in contents.priorities if priority.obsession]
    assert obsessions == ["LAC", "School attendance", "NEET"]


def test_baselines_read_as_printed_with_their_periods(contents: "Contents") -> None:
    read = {
        indicator.code: (value.value.raw, value.period.label, f"{value.period.end:%d/%m/%Y}")
        for indicator in contents.indicators
        for value in indicator.values
    }
    assert len(read) == 14
    assert read["CYPP 1"] == ("1,434", "January 2011", "31/01/2011")
    assert read["CYPP 3 primary"] == ("94.4%", "half terms 1-5, 09/10 academic year", "31/08/2010")
    assert read["CYPP 4"] == ("8.3%", "average monthly figure for November-January 2010/11", "31/01/2011")
    assert read["CYPP 12"] == ("47.4", "June 2009", "30/06/2009")


def test_what_has_no_period_in_the_plan_is_told(contents: "Contents") -> None:
    assert [str(problem.cell) for problem in contents.problems] == [
        "Indicators!D15",
        "Indicators!D20",
        "Indicators!D21",
    ]


def test_the_three_obsessions_name_what_is_linked_to_them(contents: "Contents") -> None:
    linked = {indicator.code: indicator.linked for indicator in contents.indicators if indicator.linked}
    assert list(linked) == ["CYPP 1", "CYPP 3 primary", "CYPP 3 secondary", "CYPP 4"]
    assert linked["CYPP 1"].startswith("LAC status is often linked to other issues")
    assert "pregnant young women" in linked["CYPP 4"]


@pytest.mark.parametrize(
    ("printed", "value", "number_format"),
    [
        ("1,434", 1434, "#,##0"),
        ("94.4%", 0.944, "0.0%"),
        ("53%", 0.53, "0%"),
        ("47.4", 47.4, "0.0"),
        ("778", 778, "0"),
        ("baselines to be identified", "baselines to be identified", None),
        ("", None, None),
    ],
)
def test_a_printed_figure_is_held_as_excel_would(
    printed: str, value: object, number_format: str | None
) -> None:
    held = figure(printed)
    assert (held.value, held.number_format) == (value, number_format)


def test_it_is_two_sheets() -> None:
    assert load_workbook(EXAMPLE).sheetnames == ["Indicators", "Priorities"]
