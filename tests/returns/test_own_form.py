"""In which form a workbook is returned where none is named."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.contents import Contents
from desktop.returns.writer import own_form
from desktop.workbook.workbook import Workbook
from templates.examples.make_examples import HERE
from tests.returns.leicester import leicester


def test_a_workbook_is_returned_in_the_form_of_its_indicators_or_of_its_plan() -> None:
    plan = Workbook.open(HERE / "leeds-action-plan-2011.xlsx").contents
    assert own_form(plan) == "action-plan"
    assert own_form(replace(plan, indicators=leicester().indicators)) == "map-indicators"
    assert own_form(Contents()) == "map-indicators"
