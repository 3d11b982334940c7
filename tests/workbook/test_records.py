from __future__ import annotations

from desktop.workbook.records import contents_of, read_contents, sheet_contents
from tests.workbook.sheets import grid, workbook, workbook_of

PLAN = grid(("Action", "Owner"), ("Review placements", "JS"), ("Train carers", "AB"))
INDICATORS = grid(("Code", "Definition", "2010/11"), ("NI 61", "Adoptions", 1))
TARGETS = grid(("Indicator", "Target", "By when"), ("NI 61", 2, "31/3/2012"))
MONEY = grid(("Heading", "Amount"), ("Staff", 5))
STRANGER = grid(("Cost head", "2019/20", "2020/21"), ("Staffing", 1, 2))
ALL = {"Plan": PLAN, "Indicators": INDICATORS, "Targets": TARGETS, "Money": MONEY, "Costs": STRANGER}


def test_the_records_of_all_sheets_come_in_their_order() -> None:
    contents = workbook_of(ALL).contents
    assert [(table.id, table.records) for table in contents.tables] == [
        ("Plan!1", 2),
        ("Indicators!1", 1),
        ("Targets!1", 1),
        ("Money!1", 1),
    ]
    assert [milestone.text for milestone in contents.milestones] == ["Review placements", "Train carers"]
    assert (len(contents.indicators), len(contents.targets), len(contents.expenditure)) == (1, 1, 1)
    assert [problem.sheet for problem in contents.problems] == ["Costs"]


def test_milestones_belong_to_the_table_as_it_is_counted() -> None:
    contents = workbook_of(ALL).contents
    assert contents.milestones[0].table is contents.tables[0]


def test_where_nothing_is_found_the_officer_is_told_what_is_looked_for() -> None:
    (problem,) = workbook(("just", "words")).contents.problems
    assert "Milepost looks for a row of column headers such as Code, Definition" in problem.message
    assert len(workbook_of({"Costs": STRANGER}).contents.problems) == 2


def test_the_contents_of_one_sheet_can_be_told_from_the_others() -> None:
    workbook = workbook_of(ALL)
    for name, sheet in workbook.sheets.items():
        assert contents_of(workbook.contents, name) == sheet_contents(sheet)


def test_records_that_are_as_they_were_are_the_identical_objects() -> None:
    found = workbook_of(ALL)
    for name, sheet in found.sheets.items():
        earlier = contents_of(found.contents, name)
        again = sheet_contents(sheet, found.contents)
        assert again == earlier
        for kind in ("tables", "milestones", "indicators", "targets", "expenditure"):
            pairs = zip(getattr(again, kind), getattr(earlier, kind), strict=True)
            assert all(one is other for one, other in pairs)


def test_no_sheets_at_all_are_no_tables() -> None:
    assert read_contents([]).tables == ()
