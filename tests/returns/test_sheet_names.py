"""The name of a new sheet: as Excel allows it, and no other sheet's."""

from __future__ import annotations

from openpyxl import Workbook

from desktop.returns.sheet_names import free_name


def workbook_of(*names: str) -> Workbook:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name in names:
        workbook.create_sheet(name)
    return workbook


def test_a_name_that_is_free_stays_as_it_is() -> None:
    assert free_name(workbook_of("Plan"), "Objective 1") == "Objective 1"


def test_a_name_that_is_taken_in_whatever_case_gets_a_number() -> None:
    assert free_name(workbook_of("PLAN"), "Plan") == "Plan 2"
    assert free_name(workbook_of("Plan", "plan 2"), "Plan") == "Plan 3"


def test_what_excel_does_not_allow_in_a_name_is_left_out() -> None:
    assert free_name(workbook_of(), "Objective 1: health/care?") == "Objective 1 health care"


def test_a_long_name_is_cut_and_keeps_its_number() -> None:
    long = "Children who are looked after by the council"
    cut = free_name(workbook_of(), long)
    assert cut == "Children who are looked after b"
    second = free_name(workbook_of(cut), long)
    assert (second, len(second)) == ("Children who are looked aft 2", 29)


def test_a_name_neither_begins_nor_ends_with_an_apostrophe() -> None:
    assert free_name(workbook_of(), "'Plan'") == "Plan"
