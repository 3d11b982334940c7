"""A table without records gets its first one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop import assets
from desktop.document.first_record import begun_or_inserted
from desktop.document.record_changes import changed_records
from desktop.domain.cells import CellRef
from desktop.domain.errors import EditRefused
from desktop.workbook.workbook import Workbook
from tests.made_workbooks import INDICATOR_HEADERS, PLAN_HEADERS, make

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.contents import Contents


def begin(workbook: Workbook) -> Contents:
    """What the workbook holds once its first table is begun."""
    table = workbook.contents.tables[0]
    heading = CellRef(sheet=table.sheet, row=table.header_row, column=table.columns[0].column)
    return changed_records(workbook, begun_or_inserted(workbook, heading, below=True)).contents


@pytest.mark.parametrize("form", ["action-plan", "programme-plan", "nine-point-plan"])
def test_an_empty_plan_is_begun(form: str) -> None:
    contents = begin(Workbook.open(assets.template("blank", f"{form}.xlsx")))
    assert [(milestone.text, milestone.row) for milestone in contents.milestones] == [("New milestone", 5)]


def test_an_empty_form_of_indicators_is_begun_with_its_definition_above_the_values() -> None:
    [indicator] = begin(Workbook.open(assets.template("blank", "map-indicators.xlsx"))).indicators
    assert (indicator.code, indicator.name) == ("NEW 1", "New indicator")
    assert [value.cell.row for value in indicator.values] == [6] * 6


def test_a_list_of_codes_alone_is_begun_with_a_code(tmp_path: Path) -> None:
    headers = ("Code", *INDICATOR_HEADERS[3:])
    [indicator] = begin(Workbook.open(make(tmp_path / "codes.xlsx", {"Codes": (headers,)}))).indicators
    assert (indicator.code, indicator.name) == ("NEW 1", "")


def test_what_stands_beneath_an_empty_table_makes_way(tmp_path: Path) -> None:
    sheet = (PLAN_HEADERS, ("Objective", "Priority area", "Amount (£)"), (1, "Placement choice", 463950))
    contents = begin(Workbook.open(make(tmp_path / "plan.xlsx", {"Plan": sheet})))
    assert [milestone.row for milestone in contents.milestones] == [2]
    assert [line.row for line in contents.expenditure] == [4]


def test_beside_a_record_one_is_inserted_and_nowhere_else(tmp_path: Path) -> None:
    sheets = {"Plan": (PLAN_HEADERS, ("", "A", "Panels", "Panel meets", "ONGOING", "31/03/12"))}
    workbook = Workbook.open(make(tmp_path / "plan.xlsx", sheets))
    change = begun_or_inserted(workbook, CellRef(sheet="Plan", row=2, column=4), below=True)
    assert (change.label, change.cell.row) == ("Insert a record", 3)
    with pytest.raises(EditRefused, match="no record in row 1"):
        begun_or_inserted(workbook, CellRef(sheet="Plan", row=1, column=4), below=True)
