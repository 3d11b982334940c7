"""The records of a table, of whatever kind, and the heading that each stands under."""

from __future__ import annotations

import pytest

from desktop.domain.cells import CellRef
from desktop.domain.narrative import Passage, Place
from desktop.domain.records import group_of, is_read, records_of
from desktop.domain.tables import TableKind
from tests.domain.build import (
    EXPENDITURE,
    INDICATORS,
    PLAN,
    TARGETS,
    amount,
    contents,
    indicator,
    milestone,
    table,
    target,
)

SECOND_PLAN = table(TableKind.PLAN, "ref", "project", "milestone", sheet="Second plan")
FORECAST = table(TableKind.FORECAST, "code", sheet="Forecast")


def test_each_table_has_the_records_that_name_it_in_the_order_of_the_sheet() -> None:
    first, second = milestone(row=5), milestone(row=6)
    elsewhere = milestone(row=5, plan=SECOND_PLAN)
    reviews, due, spent = indicator(("31/3/01", "95")), target("95", None), amount("120")
    made = contents(first, elsewhere, second, reviews, due, spent, SECOND_PLAN)
    assert records_of(made, PLAN) == (first, second)
    assert records_of(made, SECOND_PLAN) == (elsewhere,)
    assert records_of(made, INDICATORS) == (reviews,)
    assert records_of(made, TARGETS) == (due,)
    assert records_of(made, EXPENDITURE) == (spent,)


def test_indicators_of_another_table_are_not_of_this_one() -> None:
    made = contents(indicator(("31/3/01", "95"), table="Elsewhere!A4"))
    assert records_of(made, INDICATORS) == ()


def test_a_table_that_is_not_read_has_no_records() -> None:
    assert records_of(contents(milestone(), FORECAST), FORECAST) == ()


@pytest.mark.parametrize("kind", TableKind)
def test_every_kind_but_forecasts_is_read_record_by_record(kind: TableKind) -> None:
    assert is_read(kind) is (kind is not TableKind.FORECAST)


def test_a_record_stands_under_its_strand_its_group_or_its_heading() -> None:
    passage = Passage(
        table="Summary!A4",
        heading="Strengths",
        place=Place(objective="4", section="C"),
        question="What went well?",
        text="Reviews are held in time.",
        figure=None,
        row=5,
        cell=CellRef(sheet="Summary", row=5, column=1),
    )
    assert group_of(milestone(strand="3. Edge of Care")) == "3. Edge of Care"
    assert group_of(indicator(("31/3/01", "95"))) == "2"
    assert group_of(passage) == "Strengths"


def test_a_record_of_a_kind_without_headings_stands_under_none() -> None:
    assert group_of(target("95", None)) == ""
