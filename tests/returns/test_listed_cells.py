from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from desktop.domain.errors import InputRefused
from desktop.returns.writer import write_return
from desktop.workbook.workbook import Workbook
from tests.workbook.sheets import grid, workbook_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workbook.sheets import Grid

AS_AT = dt.date(2011, 6, 30)
SET = grid(
    ("Outcome", "Code", "Indicator", "Baseline", "Baseline period", "Lead"),
    ("Safe", "CYPP 1", "Looked after children", "1,434", "January 2011", "JW"),
    ("Safe", "CYPP 10", "Short breaks", "to be identified", None, None),
)
LINKS = grid(("Indicator", "Linked issues"), ("Looked after children", "Health, NEET"))
PLAN = grid(("Action", "Owner", "Milestone", "Targeting"), ("Review", "JW", "Reviewed", "All"))
FOCUS = grid(
    ("Area of focus", "RAG", "Direction of travel", "Update"), ("Care", "R", "↓", "More"), ("Play", "G", None)
)


def returned(form: str, out: Path, **sheets: Grid) -> Workbook:
    contents = workbook_of(sheets).contents
    write_return(contents, (), form=form, out=out, source="plan.xlsx", as_at=AS_AT)
    return Workbook.open(out)


def test_a_set_keeps_baselines_whose_period_is_not_known(tmp_path: Path) -> None:
    book = returned("indicator-set", tmp_path / "set.xlsx", Set=SET, Links=LINKS)
    first, second = book.contents.indicators
    assert first.baseline is not None
    assert (first.baseline.number, first.baseline_period, len(first.values)) == (1434, "January 2011", 1)
    assert second.baseline is not None
    assert (second.baseline.raw, second.baseline_period, second.values) == ("to be identified", "", ())
    (linkage,) = book.contents.linkages
    assert (linkage.indicator, linkage.linked) == ("Looked after children", "Health, NEET")


def test_lists_that_the_workbook_does_not_have_get_no_sheet(tmp_path: Path) -> None:
    book = returned("indicator-set", tmp_path / "set.xlsx", Set=SET)
    assert list(book.sheets) == ["Indicators", "Check"]


def test_an_action_plan_goes_out_with_its_areas_of_focus(tmp_path: Path) -> None:
    book = returned("action-plan", tmp_path / "plan.xlsx", Plan=PLAN, Focus=FOCUS)
    assert list(book.sheets) == ["Action plan", "Areas of focus", "Check"]
    assert [(one.area, one.update, one.rating.words) for one in book.contents.focus] == [
        ("Care", "More", "Red, going down"),
        ("Play", "", "Green"),
    ]


def test_a_workbook_without_indicators_has_no_set(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="no indicators were found"):
        returned("indicator-set", tmp_path / "set.xlsx", Plan=PLAN)
