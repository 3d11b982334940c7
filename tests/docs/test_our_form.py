"""The worked form of a council: what is written in it opens again."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from desktop.returns.writer import write_empty, write_return
from desktop.workbook.workbook import Workbook
from docs.make_pages import HERE
from templates.examples.make_examples import HERE as EXAMPLES

if TYPE_CHECKING:
    from pathlib import Path

FORM = str(HERE / "our-form.toml")


def test_its_return_holds_every_milestone(tmp_path: Path) -> None:
    file = EXAMPLES / "leeds-programme-plan-2012.xlsx"
    plan, out = Workbook.open(file).contents, tmp_path / "return.xlsx"
    write_return(plan, (), form=FORM, out=out, source=str(file), as_at=dt.date(2012, 7, 31))
    texts = [one.text for one in plan.milestones if one.text]
    assert [one.text for one in Workbook.open(out).contents.milestones if one.text] == texts


def test_its_empty_form_is_known_for_a_plan(tmp_path: Path) -> None:
    out = tmp_path / "plan.xlsx"
    write_empty(FORM, out)
    [table] = Workbook.open(out).contents.tables
    fields = [column.field for column in table.columns]
    assert fields == ["project", "owner", "milestone", "due"]
