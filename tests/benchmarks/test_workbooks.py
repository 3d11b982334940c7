"""The workbooks that are measured are the ones that the figures speak of."""

from pathlib import Path

import pytest

from benchmarks.large_plan import write_large_plan
from benchmarks.plan_rows import HEADERS
from benchmarks.reading import inflate
from benchmarks.workbooks import write_indicators, write_plan, write_typical
from desktop.workbook.workbook import Workbook

FIELDS = ["strand", "ref", "project", "milestone", "status", "due", "impact", "comments"]


def test_a_plan_has_as_many_milestones_as_were_asked_for(tmp_path: Path) -> None:
    contents = Workbook.open(write_plan(tmp_path / "plan.xlsx", 30)).contents
    assert len(contents.milestones) == 30
    assert [column.field for column in contents.tables[0].columns] == FIELDS
    assert len(HEADERS) == 8


def test_a_plan_written_part_by_part_reads_the_same(tmp_path: Path) -> None:
    styled = Workbook.open(write_plan(tmp_path / "plan.xlsx", 30)).contents.milestones
    plain = Workbook.open(write_large_plan(tmp_path / "large.xlsx", 30)).contents.milestones
    assert [(each.project, each.text, each.due.raw) for each in plain] == [
        (each.project, each.text, each.due.raw) for each in styled
    ]


def test_indicators_have_actual_and_planned_values(tmp_path: Path) -> None:
    contents = Workbook.open(write_indicators(tmp_path / "indicators.xlsx", 20)).contents
    assert len(contents.indicators) == 20
    assert [len(indicator.actuals) for indicator in contents.indicators] == [3] * 20
    assert [len(indicator.planned) for indicator in contents.indicators] == [4] * 20


@pytest.mark.parametrize("kilobytes", [50, 200])
def test_a_typical_workbook_is_as_large_as_it_says(tmp_path: Path, kilobytes: int) -> None:
    path = write_typical(tmp_path / "typical.xlsx", kilobytes)
    assert kilobytes * 0.7 < path.stat().st_size / 1000 < kilobytes * 1.4
    assert inflate(path) > path.stat().st_size
    assert list(Workbook.open(path).sheets) == ["Cover", "Programme Plan", "Figures", "Contacts"]
