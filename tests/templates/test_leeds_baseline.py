"""Leeds' baseline workbook against what the appendix printed."""

import csv
from collections.abc import Iterator

import pytest

from desktop.workbook.workbook import Workbook
from templates.examples.facts import DATA
from templates.examples.leeds_baseline import SHEETS, figure
from templates.examples.make_examples import HERE

BOOK = Workbook.open(HERE / "leeds-baseline-2011.xlsx")
PRINTED_LINES = {
    "leeds_days_in_care.csv": 6,
    "leeds_referral_reasons.csv": 10,
    "leeds_referral_sources.csv": 13,
    "leeds_caf_agencies.csv": 8,
    "leeds_caf_needs.csv": 25,
    "leeds_clusters.csv": 30,
}


def printed() -> Iterator[tuple[str, list[list[str]]]]:
    for tables in SHEETS.values():
        for table in tables:
            with (DATA / table.data).open(encoding="utf-8", newline="") as source:
                yield table.data, list(csv.reader(source))[1:]


def test_every_printed_line_is_shown_as_it_was_printed() -> None:
    lines = [line for _, table in printed() for line in table]
    shown = [[line.label, *(one.value.raw for one in line.figures)] for line in BOOK.contents.breakdowns]
    assert shown == lines
    assert {name: len(table) for name, table in printed()} == PRINTED_LINES


@pytest.mark.parametrize(
    ("text", "value", "code"),
    [
        ("1,112", 1112, "#,##0"),
        ("77.0%", 0.77, "0.0%"),
        ("100%", 1, "0%"),
        ("42.1", 42.1, "0.0"),
        ("5051", 5051, "0"),
        ("", None, None),
    ],
)
def test_figures_are_numbers_that_show_what_was_printed(
    text: str, value: float | None, code: str | None
) -> None:
    found = figure(text)
    assert (found.value, found.number_format) == (value, code)
