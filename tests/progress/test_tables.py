"""Which tables a progress report has."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.progress.report import progress
from desktop.progress.tables import changes_table, tables_of
from tests.domain.build import contents, indicator, milestone

AS_AT = dt.date(2012, 7, 31)
PLAN = ("31/3/01 Planned", "80")


@pytest.mark.parametrize(
    ("records", "names"),
    [
        ((milestone(),), ["Strands"]),
        ((indicator(PLAN),), ["Indicators"]),
        ((milestone(), indicator(PLAN)), ["Strands", "Indicators"]),
        ((), ["Strands"]),
    ],
)
def test_only_those_that_have_something_to_say(records: tuple[object, ...], names: list[str]) -> None:
    known = contents(*records)  # type: ignore[arg-type]
    assert [table.name for table in tables_of(progress(known, name="", as_at=AS_AT))] == names
    since = progress(known, name="", as_at=AS_AT, old=known, since="old.xlsx")
    assert [table.name for table in tables_of(since)] == [*names, "Changes"]


def test_a_dropped_record_has_no_cell_now() -> None:
    report = progress(contents(), name="new.xlsx", as_at=AS_AT, old=contents(milestone()), since="old.xlsx")
    assert changes_table(report).rows == (("Milestone", "3B Review completed", "", "Dropped", "", "", ""),)
    assert report.line == "new.xlsx, judged as at 31/07/2012, set against old.xlsx"
