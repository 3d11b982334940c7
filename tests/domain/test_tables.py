import pytest

from desktop.domain.contents import Contents
from desktop.domain.tables import Column, TableKind
from tests.domain.build import INDICATORS, PLAN, period, table


def test_the_range_spans_all_columns_and_records() -> None:
    assert table(TableKind.PLAN, "milestone", "status").range == "A4:B99"


def test_a_column_has_letters() -> None:
    assert Column(column=28, header="Status", field="status").letters == "AB"


def test_fields_have_cells_where_they_have_columns() -> None:
    assert str(PLAN.cell(7, "status")) == "Plan!D7"
    assert (PLAN.cell(7, "colour"), PLAN.column_of("colour")) == (None, None)


def test_periods_are_the_columns_that_bear_one() -> None:
    with_period = Column(column=3, header="31/3/02 Planned", field="value", period=period("31/3/02 Planned"))
    plan = table(TableKind.INDICATORS, "code", "name")
    periods = type(plan)(
        id=plan.id, sheet=plan.sheet, kind=plan.kind, form="", header_row=4, first_row=4, last_row=9,
        columns=(*plan.columns, with_period),
    ).periods  # fmt: skip
    assert periods == (with_period,)


def test_contents_find_a_table_by_its_id() -> None:
    contents = Contents(tables=(INDICATORS, PLAN))
    assert contents.table("Plan!A4") is PLAN
    with pytest.raises(KeyError):
        contents.table("Plan!A5")
