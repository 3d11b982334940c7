"""Leeds' workbook against what its Appendix Two printed."""

import csv
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from templates.examples.facts import DATA
from templates.examples.make_examples import HERE

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEADINGS = ("PROJECT STRAND", None, "KEY MILESTONE", "STATUS", "BY WHEN", "IMPACT", "COMMENTS")
STRANDS = [
    "1. Prevention & Early Intervention",
    "2. Placement Process",
    "3. Edge of Care/Exit From Care",
    "4. Fostering/Residential Capacity",
    "5. Decision-making & Governance",
    "6. Information & Performance",
    "6. Forecasting & Finance",
]


@pytest.fixture(scope="module")
def plan() -> "Worksheet":
    return load_workbook(HERE / "leeds-programme-plan-2012.xlsx")["Programme Plan"]


def merged(sheet: "Worksheet") -> set[str]:
    return {area.coord for area in sheet.merged_cells.ranges}


def bands(sheet: "Worksheet") -> list[int]:
    return [row for row in range(5, sheet.max_row + 1) if f"A{row}:G{row}" in merged(sheet)]


def headings(sheet: "Worksheet") -> list[int]:
    return [row for row in range(4, sheet.max_row + 1) if sheet[f"A{row}"].value == "PROJECT STRAND"]


def printed(sheet: "Worksheet") -> list[list[str]]:
    """Every row as the facts have it: strand, letter and project carried down, dates as they show."""
    strand = ref = project = ""
    rows: list[list[str]] = []
    for cells in sheet.iter_rows(min_row=5):
        texts = [
            f"{cell.value:%d/%m/%y}" if isinstance(cell.value, datetime) else str(cell.value or "")
            for cell in cells
        ]
        if cells[0].row in bands(sheet):
            strand = texts[0]
        elif cells[0].row not in headings(sheet):
            ref, project = texts[0] or ref, texts[1] or project
            rows.append([strand, ref, project, *texts[2:]])
    return rows


def test_every_row_reads_as_it_was_printed(plan: "Worksheet") -> None:
    with (DATA / "leeds_programme_plan.csv").open(encoding="utf-8", newline="") as source:
        facts = list(csv.reader(source))[1:]
    assert printed(plan) == facts
    assert len(facts) == 46
    assert sum(bool(row[3]) for row in facts) == 43


def test_title_is_the_appendix_own(plan: "Worksheet") -> None:
    assert plan["A1"].value == "APPENDIX TWO - LAC OBSESSION PROGRAMME PLAN"


def test_strands_are_bands_and_two_bear_the_number_six(plan: "Worksheet") -> None:
    assert [plan[f"A{row}"].value for row in bands(plan)] == STRANDS


def test_heading_stands_again_where_the_printed_page_began(plan: "Worksheet") -> None:
    rows = headings(plan)
    for row in rows:
        assert tuple(cell.value for cell in plan[row]) == HEADINGS
        assert f"A{row}:B{row}" in merged(plan)
    assert [brk.id + 1 for brk in plan.row_breaks.brk] == rows[1:]
    following = [next(iter(plan[row + 1])).value for row in rows]
    assert following == [STRANDS[0], "E", "C", "D", "B", "F"]


def test_a_project_spans_its_milestones(plan: "Worksheet") -> None:
    spans = {area for area in merged(plan) if area.startswith("B")}
    assert len(spans) == 12
    assert {area.replace("B", "A") for area in spans} <= merged(plan)
    assert not {area for area in merged(plan) if area[0] in "CDEFG"}


@pytest.mark.parametrize(
    "text",
    [
        "31/3/2012 (for the 3 pilots)",
        "27/01/2012",
        "28/2/12; Revised to Sept 2012",
        "30/04/2012 .",
        "31/03/2012",
        "29/2/ 2012.",
        "31/03/2012 (Revised to Sept '12)",
        "G) December 2012",
    ],
)
def test_odd_due_dates_stay_text(plan: "Worksheet", text: str) -> None:
    assert text in {cell.value for cell in plan["E"]}


def test_plain_due_dates_are_real_dates(plan: "Worksheet") -> None:
    dates = [cell for cell in plan["E"] if isinstance(cell.value, datetime)]
    assert len(dates) == 33
    assert {cell.number_format for cell in dates} == {"dd/mm/yy"}
    assert plan["E6"].value == datetime(2012, 9, 30)  # noqa: DTZ001 - a plain date


def test_status_has_its_list_and_its_colours(plan: "Worksheet") -> None:
    area = f"D5:D{plan.max_row}"
    (choice,) = plan.data_validations.dataValidation
    assert (choice.type, choice.formula1) == ("list", '"ON TRACK,ONGOING,COMPLETE"')
    assert str(choice.sqref) == area
    (coloured,) = plan.conditional_formatting
    assert str(coloured.sqref) == area
    assert [rule.formula for rule in coloured.rules] == [
        ['LEFT(D5,8)="ON TRACK"'],
        ['LEFT(D5,7)="ONGOING"'],
        ['LEFT(D5,8)="COMPLETE"'],
    ]


def test_sheet_is_ready_to_work_in_and_to_print(plan: "Worksheet") -> None:
    assert plan.freeze_panes == "C5"
    assert plan.print_title_rows == "$1:$3"
    assert plan.print_area == f"'Programme Plan'!$A$1:$G${plan.max_row}"
