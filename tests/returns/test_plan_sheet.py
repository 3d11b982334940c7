"""Plans as returns: every field in its column, and the same again when the return is opened."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from desktop.domain.errors import InputRefused
from desktop.domain.tables import TableKind
from desktop.returns.forms import read_form
from desktop.returns.plan_sheet import left_out
from desktop.returns.writer import write_empty, write_return
from desktop.rules.registry import check
from desktop.workbook.workbook import Workbook
from templates.examples.make_examples import HERE
from tests.workbook.sheets import workbook as made

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from desktop.domain.plan import Milestone

AS_AT = dt.date(2012, 10, 1)
EXAMPLES = {
    "leeds-programme-plan-2012": "programme-plan",
    "leeds-action-plan-2011": "action-plan",
    "leeds-obsession-plans-2011": "action-plan",
    "leeds-nine-point-plan-2012": "nine-point-plan",
}


def returned(workbook: Workbook, form: str, out: Path) -> Workbook:
    """The return of a workbook, opened again."""
    write_return(
        workbook.contents,
        check(workbook.contents, AS_AT),
        form=form,
        out=out,
        source="plan.xlsx",
        as_at=AS_AT,
        title={table.id: workbook.title_lines(table) for table in workbook.contents.tables},
    )
    return Workbook.open(out)


def said(workbook: Workbook) -> list[tuple[object, ...]]:
    return [
        (
            *(one.strand, one.ref, one.project, one.action, one.text, one.status.raw, one.due, one.owner),
            *(one.contributors, one.targeting, one.impact, one.comments),
        )
        for one in workbook.contents.milestones
    ]


def heads(workbook: Workbook) -> list[Sequence[str]]:
    return [workbook.title_lines(table) for table in workbook.contents.tables]


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_return_reads_as_the_workbook_it_was_made_from_and_so_does_its_own(
    tmp_path: Path, name: str
) -> None:
    first = Workbook.open(HERE / f"{name}.xlsx")
    second = returned(first, EXAMPLES[name], tmp_path / "return.xlsx")
    third = returned(second, EXAMPLES[name], tmp_path / "again.xlsx")
    assert said(second) == [each for each in said(first) if any(each[1:])]
    assert said(third) == said(second)
    assert heads(third) == heads(second)
    plans = {table.form for table in second.contents.tables if table.kind is TableKind.PLAN}
    assert plans == {EXAMPLES[name]}


PLAN = (
    ("Our plan for children",),
    ("Ref", "Project", "Milestone", "Status", "By when", "Owner"),
    ("1. Early help",),
    ("A", "A project with so long a name that its cell needs more than the one line of its milestone " * 3,
     "Team in place", "ongoing", "31/03/12", "JS"),
    ("B", "Panels", "+Panel meets", "complete", "30/9/12 or so", ""),
    (None, None, "Panel reviewed", "", "30/09/2012", ""),
)  # fmt: skip


@pytest.fixture
def sheet(tmp_path: Path) -> Worksheet:
    returned(made(*PLAN), "programme-plan", tmp_path / "return.xlsx")
    return load_workbook(tmp_path / "return.xlsx")["Programme plan"]


def test_words_dates_and_merged_cells_stand_where_the_form_says(sheet: Worksheet) -> None:
    assert [sheet["A1"].value, sheet["A2"].value] == ["Programme plan", "Our plan for children"]
    header = next(row for row in range(1, 9) if sheet.cell(row, 3).value == "Key milestone")
    areas = {area.coord for area in sheet.merged_cells.ranges}
    assert {f"A{header}:B{header}", f"A{header + 1}:G{header + 1}"} <= areas
    assert {f"A{header + 3}:A{header + 4}", f"B{header + 3}:B{header + 4}"} <= areas
    due = [sheet.cell(header + row, 5) for row in (2, 3, 4)]
    assert [isinstance(cell.value, dt.date) for cell in due] == [True, False, True]
    assert [cell.number_format for cell in due] == ["dd/mm/yy", "General", "dd/mm/yyyy"]
    text = sheet.cell(header + 3, 3)
    assert (text.value, text.data_type) == ("+Panel meets", "s")
    assert sheet.row_dimensions[header + 2].height > sheet.row_dimensions[header + 4].height


def test_the_sheet_prints_one_page_wide_with_its_headers_on_each(sheet: Worksheet) -> None:
    header = next(row for row in range(1, 9) if sheet.cell(row, 3).value == "Key milestone")
    assert sheet.print_title_rows == f"${header}:${header}"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("landscape", 1)
    assert sheet.freeze_panes == f"A{header + 1}"


def test_several_plans_keep_the_names_of_their_sheets(tmp_path: Path) -> None:
    obsessions = Workbook.open(HERE / "leeds-obsession-plans-2011.xlsx")
    returned(obsessions, "action-plan", tmp_path / "return.xlsx")
    names = load_workbook(tmp_path / "return.xlsx").sheetnames
    assert names == ["Looked after children", "Attendance", "NEET", "Check"]


def test_two_plans_of_one_sheet_get_a_sheet_each(tmp_path: Path) -> None:
    table = (("Milestone", "Status", "By when"), ("Team in place", "ongoing", "31/3/12"))
    both = made(
        *table, (None,), ("Action", "Owner", "Targeting", "Milestone"), ("Train", "JS", "All", "All trained")
    )
    assert len(both.contents.tables) == 2
    (first,) = {table.sheet for table in both.contents.tables}
    returned(both, "programme-plan", tmp_path / "return.xlsx")
    assert load_workbook(tmp_path / "return.xlsx").sheetnames == [first, f"{first} 2", "Check"]


def test_a_form_without_bands_or_merged_cells(tmp_path: Path) -> None:
    form = tmp_path / "own.toml"
    form.write_text('like = "programme-plan"\n[plan]\nband = ""\nmerged = []\n', encoding="utf-8")
    out = tmp_path / "return.xlsx"
    returned(made(*PLAN), str(form), out)
    sheet = load_workbook(out)["Programme plan"]
    assert "1. Early help" not in {cell.value for cell in sheet["A"]}
    refs = [cell.value for cell in sheet["A"] if cell.value in {"A", "B"}]
    assert refs == ["A", "B", "B"]


def test_what_a_form_has_no_column_for() -> None:
    milestones: tuple[Milestone, ...] = made(*PLAN).contents.milestones
    programme, nine = read_form("programme-plan").plan, read_form("nine-point-plan").plan
    assert programme is not None
    assert nine is not None
    assert left_out(programme, milestones) == ("owner",)
    assert left_out(nine, milestones) == ("status", "due")
    assert left_out(nine, ()) == ()


@pytest.mark.parametrize("form", ["action-plan", "map-indicators"])
def test_an_empty_form_has_its_headers_and_no_check_sheet(tmp_path: Path, form: str) -> None:
    write_empty(form, tmp_path / "new.xlsx")
    book = load_workbook(tmp_path / "new.xlsx")
    assert "Check" not in book.sheetnames
    sheet = book.worksheets[0]
    words = {cell.value for row in sheet.iter_rows() for cell in row}
    assert (
        words >= {"action-plan": {"Action", "Targeting"}, "map-indicators": {"Code", "2025/26 Planned"}}[form]
    )


def test_a_workbook_without_a_plan_has_nothing_to_return(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="no plan was found"):
        returned(Workbook.open(HERE / "leicester-map-2001.xlsx"), "action-plan", tmp_path / "return.xlsx")
    assert not list(tmp_path.iterdir())
