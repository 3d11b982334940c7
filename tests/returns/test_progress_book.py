"""A progress report as a workbook."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from desktop.progress.report import progress
from desktop.returns.progress_book import write_progress
from tests.domain.build import contents, indicator, milestone

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.progress.report import Progress

AS_AT = dt.date(2012, 7, 31)
PLAN = ("31/3/01 Planned", "80")
OLD = contents(
    milestone(due="31/03/12"),
    milestone("Audit of the case files", row=6),
    indicator(("31/3/01 Outturn", "70"), PLAN),
)
NEW = contents(
    milestone(due="1/7/12", status="COMPLETE"),
    milestone("Carers approved", due="31/12/12", strand="4. Placements", status="Delayed", row=6),
    indicator(("31/3/00 Outturn", "75"), ("31/3/01 Outturn", "81"), PLAN),
    indicator(PLAN, code="QP 2", row=6),
)


def written(tmp_path: Path, report: Progress) -> dict[str, list[tuple[object, ...]]]:
    out = tmp_path / "progress.xlsx"
    write_progress(report, out)
    assert list(tmp_path.iterdir()) == [out]
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in load_workbook(out).worksheets}


def test_strands_indicators_and_changes(tmp_path: Path) -> None:
    report = progress(NEW, name="new.xlsx", as_at=AS_AT, old=OLD, since="old.xlsx")
    sheets = written(tmp_path, report)
    assert list(sheets) == ["Strands", "Indicators", "Changes"]
    assert sheets["Strands"][1][0] == "new.xlsx, judged as at 31/07/2012, set against old.xlsx"
    assert sheets["Strands"][4:] == [
        ("3. Edge of Care", "G ● green", "Improving", 1, 0, 0, 0, 0, 1, 0, 0, 0, 0),
        ("4. Placements", "A ▲ amber", "New", 1, 0, 0, 0, 0, 0, 1, 0, 0, 0),
        ("All strands", None, None, 2, 0, 0, 0, 0, 1, 1, 0, 0, 0),
    ]
    assert sheets["Indicators"][4:] == [
        ("PAF C20", "Reviews", "G ● green", "R ■ red", "Improving"),
        ("QP 2", "Reviews", "Not judged", None, None),
    ]
    assert sheets["Changes"][4:] == [
        ("Milestone", "3B Review completed", "Plan!D5", "Status", "ONGOING", "COMPLETE", "completed"),
        ("Milestone", "3B Review completed", "Plan!E5", "Due date", "31/03/12", "1/7/12", "slipped 92 days"),
        ("Milestone", "4B Carers approved", "Plan!C6", "New", None, None, None),
        ("Milestone", "3B Audit of the case files", None, "Dropped", None, None, None),
        ("Indicator", "PAF C20", "Indicators!D5", "31/3/00 outturn", "blank", "75", "arrived"),
        (
            "Indicator",
            "PAF C20",
            "Indicators!E5",
            "31/3/01 outturn",
            "70",
            "81",
            "status R ■ → G ●",
        ),
        ("Indicator", "QP 2", "Indicators!A6", "New", None, None, None),
    ]


def test_only_what_the_workbook_has(tmp_path: Path) -> None:
    plan = progress(contents(milestone(due="31/12/12")), name="plan.xlsx", as_at=AS_AT)
    (sheet,) = written(tmp_path, plan).values()
    assert sheet[1][0] == "plan.xlsx, judged as at 31/07/2012"
    assert sheet[4][:3] == ("3. Edge of Care", "G ● green", None)
    indicators = progress(contents(indicator(PLAN)), name="map.xlsx", as_at=AS_AT)
    assert list(written(tmp_path, indicators)) == ["Indicators"]


def test_nothing_changed(tmp_path: Path) -> None:
    same = progress(NEW, name="new.xlsx", as_at=AS_AT, old=NEW, since="old.xlsx")
    assert written(tmp_path, same)["Changes"][4][0] == "Nothing changed."
