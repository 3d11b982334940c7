"""The check sheet: the verdict, the counts, and every finding with its cell."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.domain.cells import CellRef
from desktop.domain.contents import Contents
from desktop.domain.findings import RULE_SET, Severity
from desktop.domain.notes import Explanation, HiddenAdvice, Notes, Remarked
from desktop.returns.examined import Examined
from tests.domain.build import amount, contents, milestone, target
from tests.returns.leicester import AS_AT, FINDINGS, SOURCE, entry, finding, footer, leicester, workbook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from desktop.domain.findings import Finding


def check_sheet(findings: Sequence[Finding]) -> Worksheet:
    return workbook([entry("PAF C20", "Reviews", "OBJECTIVE 2")], findings).worksheets[1]


def row_of(sheet: Worksheet, row: int) -> list[object]:
    return [cell.value for cell in sheet[row]]


def test_it_counts_what_was_found() -> None:
    sheet = check_sheet(FINDINGS)
    labels, values = row_of(sheet, 3)[:6], row_of(sheet, 4)[:6]
    assert dict(zip(labels, values, strict=True)) == {
        "Errors": 1,
        "Queries open": 1,
        "Queries explained": 1,
        "Advice": 1,
        "Workbook": SOURCE,
        "As at": AS_AT,
    }
    assert sheet.cell(4, 6).number_format == "dd/mm/yyyy"


def test_it_says_what_was_checked_and_by_which_rules() -> None:
    assert check_sheet(()).cell(5, 1).value == (
        f"Checked: 1 indicator of {SOURCE}, by version {RULE_SET} of the rules, as at {AS_AT:%d/%m/%Y}. "
        "Advice that is hidden: none."
    )


def test_it_says_when_the_workbook_was_saved_and_how_much_is_hidden() -> None:
    of = Remarked(rule="IND-003", subject="PAF C20", point="31/3/01", held="")
    place = ("IND-003", CellRef(sheet="Indicators", row=44, column=5))
    notes = Notes(silenced={place: HiddenAdvice(of=of, by="JS", date=None)})
    row = milestone()
    all_kinds = contents(leicester().indicators[0], row, row, target("100", AS_AT), amount("£5"))
    examined = Examined(
        contents=replace(all_kinds, notes=notes), source="map.xlsx", as_at=AS_AT, saved=dt.date(2001, 3, 4)
    )
    assert examined.words == (
        "Checked: 1 indicator, 2 milestones, 1 target and 1 amount of map.xlsx, saved on 04/03/2001, by "
        f"version {RULE_SET} of the rules, as at {AS_AT:%d/%m/%Y}. Advice that is hidden: 1."
    )
    nothing = Examined(contents=Contents(), source="map.xlsx", as_at=AS_AT)
    assert nothing.words.startswith("Checked: the tables of map.xlsx, by version ")


@pytest.mark.parametrize(
    ("findings", "verdict"),
    [
        (FINDINGS, "Not ready to send. Errors to mend: 1."),
        (FINDINGS[1:], "No errors. Queries still to mend or explain: 1."),
        (FINDINGS[2:], "Ready to send: no errors, and no query left open."),
        ((), "Ready to send: no errors, and no query left open."),
        ((finding("TRJ-005", Severity.ERROR, 35, explained=True),), "Not ready to send. Errors to mend: 1."),
    ],
)
def test_its_verdict(findings: Sequence[Finding], verdict: str) -> None:
    assert check_sheet(findings).cell(2, 1).value == verdict


def test_every_finding_stands_in_the_order_given() -> None:
    sheet = check_sheet(FINDINGS)
    assert row_of(sheet, 6) == [
        *("Severity", "Rule", "Cell of the workbook", "Subject"),
        *("What the check says", "Offered change", "Explained"),
    ]
    says = "The plan in row {} falls short of the promise. Raise it, or correct the promise."
    assert [row_of(sheet, row) for row in range(7, sheet.max_row + 1)] == [
        ["Error", "TRJ-005", "Indicators!E35", "PAF C20", says.format(35), "Set 31/3/02 to 100.0", None],
        ["Query", "TRJ-002", "Indicators!E37", "PAF C20", says.format(37), None, None],
        ["Query", "IND-002", "Indicators!E94", "PAF C20", says.format(94), None, "Yes"],
        ["Advice", "IND-003", "Indicators!E44", "PAF C20", says.format(44), None, None],
    ]
    assert sheet.auto_filter.ref == "A6:G10"


def test_an_explanation_is_printed_with_its_author_and_its_day() -> None:
    of = Remarked(rule="IND-002", subject="PAF C20", point="31/3/01", held="?")
    why = Explanation(of=of, text="It comes in May", by="JS", date=dt.date(2001, 4, 2))
    explained = replace(FINDINGS[2], explanation=why)
    assert check_sheet((explained,)).cell(7, 7).value == "It comes in May (JS, 02/04/2001)"


def test_without_findings_it_says_so() -> None:
    sheet = check_sheet(())
    assert sheet.cell(7, 1).value == "The checks have nothing to say."
    assert sheet.auto_filter.ref is None


def test_it_prints_on_a4_with_its_headings_on_every_page() -> None:
    sheet = check_sheet(FINDINGS)
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_area == "'Check'!$A$1:$G$10"
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$6:$6", "A7")
    assert footer(sheet)[0] == SOURCE


def test_a_long_message_gets_a_higher_row() -> None:
    long = finding("TRJ-005", Severity.ERROR, 35, fix="Set every planned value to what was promised " * 4)
    sheet = check_sheet((FINDINGS[0], long))
    first, second = (sheet.row_dimensions[row].height for row in (7, 8))
    assert first is not None
    assert second is not None
    assert first < second


def test_an_ampersand_in_a_name_is_no_command_of_the_footer() -> None:
    made = workbook([entry("PAF C20", "Reviews", "OBJECTIVE 2")], source="Q&A.xlsx")
    assert footer(made.worksheets[1])[0] == "Q&&A.xlsx"
