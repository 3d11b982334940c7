"""Every form reads back as the workbook that it was made from, and its return as itself."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop.cli.shape import contents_json
from desktop.returns.forms import form_names
from desktop.returns.writer import own_form, write_return
from desktop.workbook.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Mapping

EXAMPLES = Path(__file__).parents[2] / "templates" / "examples"
AS_AT = dt.date(2012, 10, 1)
CARRIED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "map-indicators": {"leicester-map-2001": ("indicators",)},
    "map-full": {"leicester-map-full-2001": ("indicators", "sections", "targets", "expenditure")},
    "programme-plan": {"leeds-programme-plan-2012": ("milestones",)},
    "action-plan": {
        "leeds-action-plan-2011": ("milestones", "focus", "plans"),
        "leeds-obsession-plans-2011": ("milestones", "plans"),
    },
    "nine-point-plan": {"leeds-nine-point-plan-2012": ("milestones",)},
    "indicator-set": {"leeds-cypp-2011": ("indicators", "priorities")},
}
"""What each form carries of the examples that it fits."""
PLACES = {"cell", "cells", "table", "rating_cell", "section_cell"}
FITTING = [(form, name) for form, examples in CARRIED.items() for name in examples]


def returned(source: Path, form: str, out: Path) -> Path:
    """The return of a workbook, with what stands above its tables."""
    workbook = Workbook.open(source)
    contents = workbook.contents
    title = {table.id: workbook.title_lines(table) for table in contents.tables}
    write_return(contents, (), form=form, out=out, source=str(source), as_at=AS_AT, title=title)
    return out


def shape(path: Path) -> Mapping[str, Any]:
    return contents_json(Workbook.open(path).contents)


def unplaced(shape: Any) -> Any:  # noqa: ANN401 - any JSON value
    """What is said, wherever it stands."""
    if isinstance(shape, dict):
        return {key: unplaced(held) for key, held in shape.items() if key not in PLACES}
    return [unplaced(held) for held in shape] if isinstance(shape, list) else shape


def test_every_form_is_tried() -> None:
    assert set(CARRIED) == set(form_names())


@pytest.mark.parametrize(("form", "name"), FITTING)
def test_a_return_says_what_its_workbook_says_and_so_does_its_own_return(
    form: str, name: str, tmp_path: Path
) -> None:
    source = EXAMPLES / f"{name}.xlsx"
    once = returned(source, form, tmp_path / "once.xlsx")
    twice = returned(once, form, tmp_path / "twice.xlsx")
    before, after, again = shape(source), shape(once), shape(twice)
    for kind in CARRIED[form][name]:
        assert before[kind]
        assert unplaced(after[kind]) == unplaced(before[kind])
        assert again[kind] == after[kind]  # in the same cells too


@pytest.mark.parametrize(("form", "name"), FITTING)
def test_where_no_form_is_named_a_workbook_is_returned_in_its_own(form: str, name: str) -> None:
    own = {"map-full": "map-indicators"}.get(form, form)
    assert own_form(Workbook.open(EXAMPLES / f"{name}.xlsx").contents) == own
