"""The whole plan as a return: its sections, lists and grants, and that it reads back as it was written."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from desktop.domain.errors import InputRefused
from desktop.domain.narrative import sections_of
from desktop.domain.values import read_value
from desktop.returns.filling import empty, filled
from desktop.returns.forms import read_form
from desktop.returns.writer import write_return
from desktop.workbook.workbook import Workbook
from tests.workbook.sheets import workbook

if TYPE_CHECKING:
    from openpyxl import Workbook as Book
    from openpyxl.worksheet.worksheet import Worksheet

    from desktop.domain.contents import Contents

EXAMPLE = Path(__file__).parents[2] / "templates" / "examples" / "leicester-map-full-2001.xlsx"
AS_AT = dt.date(2001, 1, 31)
FORM = read_form("map-full")
HEAD = ("Objective", "Section", "Part", "Question", "No", "Text", "Figure")


@pytest.fixture(scope="module")
def plan() -> Contents:
    return Workbook.open(EXAMPLE).contents


@pytest.fixture(scope="module")
def written(plan: Contents, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("map-full") / "return.xlsx"
    title = {plan.passages[0].table: ("Leicester City Council",)}
    write_return(plan, (), form="map-full", out=out, source=str(EXAMPLE), as_at=AS_AT, title=title)
    return out


@pytest.fixture(scope="module")
def book(written: Path) -> Book:
    return load_workbook(written)


def made(contents: Contents) -> Book:
    return filled(FORM, contents, (), source="plan.xlsx", as_at=AS_AT)


def sheet_of(*rows: tuple[str | int | None, ...]) -> Worksheet:
    """The first sheet of the return of sections with these rows."""
    return made(workbook(HEAD, *rows).contents).worksheets[0]


def test_there_is_a_sheet_to_each_objective_and_one_to_each_list(book: Book) -> None:
    objectives = [f"Objective {number}" for number in range(1, 12)]
    assert book.sheetnames == [
        *objectives,
        *("Indicators", "Targets", "Expenditure", "Grants", "Check"),
    ]


def test_a_sheet_names_the_authority_and_its_objective(book: Book) -> None:
    sheet = book["Objective 2"]
    assert [sheet[cell].value for cell in ("A1", "A2")] == [
        "Quality Protects: Management Action Plan",
        "Leicester City Council",
    ]
    assert str(sheet["A5"].value).startswith("OBJECTIVE 2: TO ENSURE THAT CHILDREN ARE PROTECTED")
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A5", "$4:$4")


def test_a_section_shares_one_cell_for_its_letter_and_its_question(book: Book) -> None:
    sheet = book["Objective 1"]
    merged = {area.coord for area in sheet.merged_cells.ranges}
    assert {"A6:A9", "C6:C9", "A5:G5"} <= merged
    assert [sheet[cell].value for cell in ("A6", "D6", "D7")] == ["A", 1, 2]
    assert str(sheet["C6"].value).startswith("Describe your progress")


def test_a_paragraph_names_the_indicators_that_it_speaks_of(book: Book) -> None:
    sheet = book["Objective 5"]
    told = [row[6].value for row in sheet.iter_rows(min_row=6) if row[6].value]
    assert told == ["PAF A2, QP 5.1.2a"]


def test_boxes_hold_numbers(book: Book) -> None:
    boxes = [row[5].value for row in book["Objective 1"].iter_rows(min_row=6) if row[5].value]
    assert boxes == [24, 13]


def test_the_grants_are_held_against_what_is_planned(book: Book) -> None:
    lines = [(row[0].value, row[1].value) for row in book["Grants"].iter_rows(min_row=4) if row[0].value]
    assert lines[0] == ("Grant", "Amount (£)")
    assert [amount for _, amount in lines[1:5]] == [1_355_598, 983_648, 136_699, 2_475_945]
    assert [amount for _, amount in lines[5:8]] == [1_492_300, 1_492_297, 3]
    assert lines[8] == ("The planned spends agree with the grants, within £50.", None)


def test_targets_say_where_they_are_written_and_dates_are_dates(book: Book) -> None:
    rows = [[cell.value for cell in row] for row in book["Targets"].iter_rows(min_row=5)]
    assert rows[0][:2] == ["PAF A1", 15]
    assert rows[0][2] == dt.datetime(2004, 3, 31)  # noqa: DTZ001 - a sheet's dates have no zone
    assert (rows[0][4], rows[7][2]) == ("Objective 1, section B, 3", dt.datetime(2001, 3, 31))  # noqa: DTZ001


def test_the_return_reads_back_as_what_it_was_made_of(plan: Contents, written: Path) -> None:
    back = Workbook.open(written).contents
    assert not back.problems

    def said(contents: Contents) -> list[object]:
        return [
            (section.heading, section.place, section.question, section.text, len(section.boxes))
            for section in sections_of(contents.passages)
        ]

    assert said(back) == said(plan)
    assert [(one.indicator, one.value.raw, one.date, one.where, one.words) for one in back.targets] == [
        (one.indicator, one.value.raw, one.date, one.where, one.words) for one in plan.targets
    ]
    assert [(one.group, one.question, one.amount.raw, one.part_of) for one in back.expenditure] == [
        (one.group, one.question, one.amount.raw, one.part_of) for one in plan.expenditure
    ]
    assert [(one.name, one.amount.raw) for one in back.grants] == [
        (one.name, one.amount.raw) for one in plan.grants
    ]
    assert len(back.indicators) == len(plan.indicators)


def test_the_return_of_the_return_is_the_same(written: Path, tmp_path: Path) -> None:
    again = tmp_path / "return.xlsx"
    contents = Workbook.open(written).contents
    title = {contents.passages[0].table: ("Leicester City Council",)}
    write_return(contents, (), form="map-full", out=again, source=str(EXAMPLE), as_at=AS_AT, title=title)
    first, second = load_workbook(written), load_workbook(again)
    assert first.sheetnames == second.sheetnames
    for name in first.sheetnames:
        assert list(first[name].values) == list(second[name].values)


def test_a_long_question_makes_a_short_section_higher() -> None:
    question = "What will you do to see that everything is done that you said you would do? " * 4
    sheet = sheet_of((1, "A", None, question, 1, "Little."), (1, "B", None, "And?", 1, "Less."))
    high, low = (sheet.row_dimensions[row].height or 0.0 for row in (6, 7))
    assert high > 3 * low


def test_objectives_without_numbers_have_sheets_that_excel_takes() -> None:
    long = "Children: safe, [well] and able to grow up / thrive / belong"
    contents = workbook(
        HEAD,
        *((heading, "A", None, None, 1, "Yes") for heading in (long, f"{long} again")),
    ).contents
    names = made(contents).sheetnames[:2]
    assert len(set(names)) == 2
    assert all(len(name) <= 31 and not set("[]:*?/\\") & set(name) for name in names)


def test_sections_under_no_objective_have_a_sheet_without_a_band() -> None:
    sheet = sheet_of((None, "A", None, "And?", 1, "Yes"))
    assert (sheet.title, sheet["A5"].value) == ("Objective", "A")


def test_a_plan_without_targets_spends_or_grants_has_no_sheets_for_them() -> None:
    contents = workbook(HEAD, (1, "A", None, "And?", 1, "Yes")).contents
    assert made(contents).sheetnames == ["Objective 1", "Indicators", "Check"]


def test_grants_without_spends_are_held_against_nothing(plan: Contents) -> None:
    sheet = made(replace(plan, expenditure=()))["Grants"]
    assert sheet["A8"].value == "Total"
    assert sheet.max_row == 8


@pytest.mark.parametrize(
    ("amount", "verdict"),
    [
        ("£500,000", "The planned spends and the grants differ by more than £50: see the check sheet."),
        (
            "plenty",
            "An amount can't be read as a number, so spends and grants can't be held against each other.",
        ),
    ],
)
def test_where_spends_and_grants_differ_or_are_not_read_it_says_so(
    plan: Contents, amount: str, verdict: str
) -> None:
    first, *others = plan.expenditure
    spends = (replace(first, amount=read_value(amount)), *others)
    sheet = made(replace(plan, expenditure=spends))["Grants"]
    assert sheet.cell(sheet.max_row, 1).value == verdict


def test_the_empty_form_has_a_row_to_begin_with_on_each_sheet() -> None:
    book = empty(FORM)
    assert book.sheetnames == ["Objective 1", "Indicators", "Targets", "Expenditure"]
    assert [book[name].max_row for name in ("Objective 1", "Targets", "Expenditure")] == [5, 5, 5]


def test_a_target_whose_date_is_words_keeps_them(plan: Contents) -> None:
    first = replace(plan.targets[0], date=None, date_raw="in due course")
    second = replace(plan.targets[0], date_raw="by March 2004")
    sheet = made(replace(plan, targets=(first, second)))["Targets"]
    assert [sheet[cell].value for cell in ("C5", "C6")] == ["in due course", "by March 2004"]


def test_a_workbook_without_sections_can_make_no_whole_plan(plan: Contents, tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="no sections of a plan were found"):
        write_return(
            replace(plan, passages=()),
            (),
            form="map-full",
            out=tmp_path / "return.xlsx",
            source="plan.xlsx",
            as_at=AS_AT,
        )


def test_a_form_of_sections_alone_is_a_form(tmp_path: Path) -> None:
    own = tmp_path / "ours.toml"
    own.write_text(
        'like = "map-full"\n[sections]\ntitle = "What we say"\n[grants]\ntotal = "All"\n', encoding="utf-8"
    )
    form = read_form(str(own))
    assert form.title == "What we say"
    assert form.grants is not None
    assert form.grants.total == "All"


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ('[sections]\nsheet = "{number}"\n', "in “sheet” only {objective} can stand"),
        ('[targets]\nfooter = "{page}"\n', "in “footer” only {source}, {as_at} can stand"),
        ('[grants]\nheld = "{all}"\n', "in “held” only {names} can stand"),
        ('[[targets.columns]]\nfield = "colour"\nheader = "x"\nwidth = 5.0\n', "“field” can't be “colour”"),
    ],
)
def test_what_is_wrong_in_a_form_of_sections_is_told(tmp_path: Path, part: str, told: str) -> None:
    own = tmp_path / "ours.toml"
    own.write_text(f'like = "map-full"\n{part}', encoding="utf-8")
    with pytest.raises(InputRefused) as refused:
        read_form(str(own))
    assert told in str(refused.value)
