"""milepost new: an empty form to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from desktop.domain.cells import CellRef
from desktop.domain.edits import Edit
from desktop.workbook.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

PLANS = ("programme-plan", "action-plan", "nine-point-plan")


@pytest.mark.parametrize("form", ["map-indicators", "indicator-set", *PLANS])
def test_an_empty_form_is_written_and_recognised_as_it_stands(
    milepost: Callable[..., Done], tmp_path: Path, form: str
) -> None:
    out = tmp_path / "new.xlsx"
    assert milepost("new", form, "--out", out) == (0, f"{out}: an empty {form} to fill in\n", "")
    contents = Workbook.open(out).contents
    assert {table.records for table in contents.tables} == {0}
    assert "Check" not in load_workbook(out).sheetnames
    if form in PLANS:
        assert contents.tables[0].form == form
        assert not contents.problems


def test_what_is_typed_into_an_empty_form_is_read(milepost: Callable[..., Done], tmp_path: Path) -> None:
    out = tmp_path / "new.xlsx"
    milepost("new", "nine-point-plan", "--out", out)
    texts = ("1.1", "Ensure all children have a consistent social worker", "A N Other", "Recruit", "Jan 2013")
    row = Workbook.open(out).contents.tables[0].header_row + 1
    edits = [
        Edit(cell=CellRef(sheet="Nine point plan", row=row, column=column), content=text)
        for column, text in enumerate(texts, start=1)
    ]
    (found,) = Workbook.open(out).apply(edits).contents.milestones
    assert (found.ref, found.project, found.owner, found.action, found.text) == texts


def test_the_ending_is_added(milepost: Callable[..., Done], tmp_path: Path) -> None:
    assert milepost("new", "action-plan", "--out", tmp_path / "plan").status == 0
    assert [path.name for path in tmp_path.iterdir()] == ["plan.xlsx"]


def test_nothing_is_written_over(milepost: Callable[..., Done], tmp_path: Path) -> None:
    out = tmp_path / "plan.xlsx"
    out.write_bytes(b"the officer's own")
    done = milepost("new", "action-plan", "--out", out)
    assert done.status == 2
    assert "There is already a plan.xlsx" in done.err
    assert out.read_bytes() == b"the officer's own"


def test_an_unknown_form(milepost: Callable[..., Done], tmp_path: Path) -> None:
    done = milepost("new", "census", "--out", tmp_path / "a.xlsx")
    assert done.status == 2
    assert "There is no form called “census”" in done.err
    assert not list(tmp_path.iterdir())
